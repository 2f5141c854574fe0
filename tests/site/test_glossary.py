"""The glossary: every word is told once, leads somewhere, and is really used."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from pathlib import Path

import pytest

import cxblueprint as cx
from cxblueprint.model import METRICS, Part
from cxblueprint.model.choices import CHOICES
from cxblueprint.model.glossary import choices, chosen, kinds_in
from cxblueprint.model.refs import kebab
from cxblueprint.pictures.words import words_in
from cxblueprint.site import Site, build, build_rules
from cxblueprint.site.parts import entries as told
from cxblueprint.site.parts.entries import aliases, entries, metric_name
from cxblueprint.site.parts.terms import TERMS, Term

SiteOf = Callable[..., Site]
EXAMPLES = Path(__file__).parent.parent.parent / "examples"


def models_of(model: type[Part]) -> dict[str, type[Part]]:
    """Return the models that the package declares, by name."""
    found = {model.__name__: model} if model.__module__.startswith("cxblueprint.model") else {}
    for child in model.__subclasses__():
        found |= models_of(child)
    return found


MODELS = models_of(Part)
NUMBERED = {"emotion", "current", "desired"}
"""Fields that choose from a scale."""


@pytest.fixture(scope="module")
def published() -> str:
    """Returns what pages and pictures say, the glossary apart, in small letters."""
    texts = [page.markdown for page in build_rules().pages.values()]
    for example in ("fibre-at-home", "messy-bank", "shared-services"):
        graph = cx.Graph(cx.load(EXAMPLES / example))
        site = build(graph, report=cx.check(graph, profile="exemplary"))
        texts += [page.markdown for path, page in site.pages.items() if path != "glossary.md"]
    texts += [*words_in("de").texts, *words_in("de").counts]
    return html.unescape("\n".join(texts)).lower()


# The words


def test_everything_that_can_be_said_has_a_word() -> None:
    unsaid = {"Part", "Element", "Declared", "Named", "Link"}
    kinds = {entry.kind for entry in entries() if entry.kind}
    assert kinds == {kebab(name) for name in MODELS if name not in unsaid}


def test_no_two_words_share_a_place() -> None:
    names = [entry.name for entry in entries()]
    assert sorted(set(names)) == sorted(names)


def test_words_stand_in_alphabetical_order() -> None:
    words = [entry.word.casefold() for entry in entries()]
    assert words == sorted(words)
    assert [term.word for term in TERMS] == sorted((term.word for term in TERMS), key=str.casefold)


def test_every_word_leads_to_words_that_are_there() -> None:
    places = {entry.name for entry in entries()} | {metric_name(word) for word in METRICS}
    leads = {name for entry in entries() for name in (*entry.see, *entry.part_of)}
    leads |= {kind for entry in entries() for saying in entry.sayings for kind in saying.kinds}
    leads |= {name for _, name in aliases()}
    assert leads - places == set()


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term.word)
def test_a_term_of_our_own_is_really_used(term: Term, published: str) -> None:
    assert (term.used_as or term.word).lower() in published


def test_what_is_called_otherwise_is_there() -> None:
    kinds = {entry.kind for entry in entries()}
    assert set(told._NAMES) | set(told._IN_SENTENCES) <= kinds
    assert [key for key in told._SAID if key[1] not in MODELS[key[0]].model_fields] == []


# What can be said


@pytest.mark.parametrize(("model", "field"), [key for key in CHOICES if key[1] not in NUMBERED])
def test_every_choice_of_a_field_is_explained_or_none(model: str, field: str) -> None:
    assert tuple(CHOICES[model, field]) == chosen(MODELS[model], field)


@pytest.mark.parametrize(("model", "field"), [key for key in CHOICES if key[1] in NUMBERED])
def test_every_number_of_a_scale_is_explained(model: str, field: str) -> None:
    (low, *_, high) = CHOICES[model, field]
    stated = cx.schema()["$defs"][model]["properties"][field]
    assert (stated["minimum"], stated["maximum"]) == (int(low), int(high))


def test_words_that_speak_for_themselves_stand_alone() -> None:
    assert choices(cx.Segment, "worth") == {"low": "", "medium": "", "high": ""}
    assert choices(cx.Segment, "needs") == {}


def test_a_field_tells_what_it_names_and_what_it_holds() -> None:
    assert kinds_in(cx.Touchpoint, "owner") == ("team",)
    assert kinds_in(cx.Touchpoint, "frontstage") == ("action",)
    assert kinds_in(cx.Promise, "path") == ("service-standard",)
    assert kinds_in(cx.ListeningPost, "covers") == ("journey", "touchpoint", "segment", "team")
    assert kinds_in(cx.Step, "wait") == ()


def test_a_reader_sees_no_words_of_files() -> None:
    said = [saying for entry in entries() for saying in entry.sayings]
    assert [saying.name for saying in said if re.search(r"_|\bkpi", saying.name)] == []
    assert [s.meaning for s in said if re.search(r"`[a-z-]+[:/]|\bids?\b", s.meaning)] == []


# The page


def test_a_word_says_how_much_of_it_there_is_and_where(site_of: SiteOf) -> None:
    page = site_of().pages["glossary.md"].markdown

    assert "In this blueprint: [1 journey](index.md#journeys)" in page
    assert "In this blueprint: [1 touchpoint](touchpoints/index.md)" in page
    assert "In this blueprint: 1 fail point" in page
    assert "In this blueprint: 1 risk" not in page


def test_things_that_no_page_lists_are_named_where_they_are_few(site_of: SiteOf) -> None:
    risks = ", ".join(f"{{id: r{number}, name: Risk {number}}}" for number in range(5))
    few, many = (
        site_of(f"id: b\ntitle: B\nrisks: [{stated}]", parts=("glossary",)).pages["glossary.md"].markdown
        for stated in ("{id: flood, name: Flood}", risks)
    )

    assert "In this blueprint: 1 risk (Flood)" in few
    assert "In this blueprint: 5 risks · " in many or "In this blueprint: 5 risks\n" in many


def test_a_known_measure_names_those_of_the_blueprint(site_of: SiteOf) -> None:
    page = site_of().pages["glossary.md"].markdown

    row = next(line for line in page.splitlines() if 'id="metric-csat"' in line)
    assert "Customer satisfaction (CSAT)" in row
    assert "Smiles" in row


def test_links_inside_of_the_glossary_lead_somewhere(
    site_of: SiteOf, broken_links: Callable[[Site], list[str]]
) -> None:
    assert broken_links(site_of()) == []
    assert broken_links(site_of("id: b\ntitle: B")) == []


def test_a_site_without_a_glossary_has_none(site_of: SiteOf) -> None:
    assert "glossary.md" not in site_of(parts=("journeys",)).pages
