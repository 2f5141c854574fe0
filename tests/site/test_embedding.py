"""Pictures in pages written by hand: where they stand, what they show, and what is said where one cannot."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

import markdown
import pytest

import cxblueprint as cx
from cxblueprint.site import Embedding, Site
from cxblueprint.site.hosting.fences import fences_in
from cxblueprint.site.writing import figures

SiteOf = Callable[..., Site]
TABS = {"pymdownx.tabbed": {"alternate_style": True}}
WITH = ["admonition", "attr_list", "pymdownx.tabbed", "pymdownx.superfences", "pymdownx.highlight"]
WITHOUT = ["admonition", "attr_list", "pymdownx.tabbed", "fenced_code"]
INLINE = """\
journeys:
  - id: buy
    name: Buy a paper
    stages: [{name: Buy, steps: [{name: Look, emotion: -1}, {name: Pay, emotion: 2}]}]"""


class Paper:
    """What becomes of a page written by hand."""

    def __init__(self, embedding: Embedding, text: str, extensions: Sequence[str], path: str) -> None:
        marked = embedding.marked(text, path, name=f"docs/{path}", first_line=4)
        html = markdown.markdown(marked, extensions=extensions, extension_configs=TABS)
        self.searched, errors = embedding.shown(html, path)
        """What a search reads."""
        self.html = embedding.finished(self.searched, path)
        self.said = [str(complaint) for error in errors for complaint in error.complaints]

    @property
    def pictures(self) -> list[str]:
        """The names of the pictures."""
        return re.findall(r'role="region" aria-label="([^"]+)"', self.html)


PaperOf = Callable[..., Paper]


@pytest.fixture
def paper_of(site_of: SiteOf) -> PaperOf:
    """Returns what becomes of a page beside the pages of the bakery."""
    site = site_of(base="shops/bakery")
    embedding = Embedding()

    def make(text: str, *, extensions: Sequence[str] = WITH, path: str = "index.md") -> Paper:
        embedding.begin([(["shops/bakery", "bakery.yaml", "bakery"], site.edition)], cx.Theme())  # type: ignore[list-item]  # it has one
        made = Paper(embedding, text, extensions, path)
        embedding.end()
        return made

    return make


def block(body: str, options: str = "") -> str:
    return f"```cx-blueprint{options}\n{body}\n```"


def indented(text: str, before: str = "    ") -> str:
    return "\n".join(f"{before}{line}" for line in text.splitlines())


MAP = block("view: journey-map")
PLACES = {
    "alone": MAP,
    "between lines": f"Before\n{MAP}\nafter",
    "in a list": f"- one\n\n{indented(MAP)}\n\n- two",
    "close in a list": f"- one\n{indented(MAP)}\n- two",
    "in an admonition": f"!!! note\n\n{indented(MAP)}\n",
    "in a tab": f'=== "One"\n\n{indented(MAP)}\n\n=== "Two"\n\n    Text\n',
    "in a quotation": f"> So:\n>\n{indented(MAP, '> ')}\n",
    "in a list in a list": f"- one\n\n    - two\n\n{indented(MAP, '        ')}\n",
    "with tildes": MAP.replace("```", "~~~"),
    "with more ticks": MAP.replace("```", "`````"),
}


@pytest.mark.parametrize("extensions", [WITH, WITHOUT], ids=["superfences", "fenced_code"])
@pytest.mark.parametrize("place", PLACES)
def test_a_picture_stands_wherever_a_block_may_stand(
    paper_of: PaperOf, place: str, extensions: list[str]
) -> None:
    paper = paper_of(PLACES[place], extensions=extensions)

    assert (paper.pictures, paper.said) == (["Journey map: Buy bread"], [])
    assert "cx-blueprint" not in paper.html
    assert "CXBLUEPRINT" not in paper.html
    assert "<p><figure" not in paper.html


def test_the_figure_is_that_of_the_pages_and_leads_to_them(paper_of: PaperOf) -> None:
    paper = paper_of(MAP, path="deep/page.md")

    assert 'href="../../shops/bakery/journeys/buy-bread/#buy.counter"' in paper.html
    assert '<a href="bakery.journey-map.svg" download>Save this picture</a>' in paper.html
    assert "<summary>Same content as a table</summary>" in paper.searched
    assert "<svg" not in paper.searched, "a search need not read pictures"


@pytest.mark.parametrize("path", ["deep/index.md", "deep/README.md"])
def test_on_the_page_of_a_folder_links_and_files_are_that_folders(
    paper_of: PaperOf, path: str, site_of: SiteOf
) -> None:
    assert 'href="../shops/bakery/journeys/buy-bread/#buy.counter"' in paper_of(MAP, path=path).html

    embedding = Embedding()
    embedding.begin([(["bakery"], site_of().edition)], cx.Theme())  # type: ignore[list-item]  # it has one
    Paper(embedding, MAP, WITH, path)
    assert list(embedding.files) == ["deep/bakery.journey-map.svg"]


def test_what_shows_how_a_block_is_written_stays_as_it_is(paper_of: PaperOf) -> None:
    shown = paper_of(f"````markdown\n{MAP}\n````\n\n~~~text\n{MAP}\n~~~\n\nAs code:\n\n{indented(MAP)}\n")

    assert (shown.pictures, shown.said) == ([], [])
    assert re.sub(r"<[^>]+>", "", shown.html).count("```cx-blueprint\nview: journey-map\n```") == 3


def test_a_block_that_is_never_closed_is_no_block(paper_of: PaperOf) -> None:
    paper = paper_of(f"```cx-blueprint\nview: silos\n\n    {MAP}")
    assert paper.pictures == []


def test_a_blueprint_may_stand_in_the_page_itself(paper_of: PaperOf) -> None:
    paper = paper_of(block(INLINE, " view=journey-map"))

    assert (paper.pictures, paper.said) == (["Journey map: Buy a paper"], [])
    assert "download" not in paper.html, "there is no file to save"


def test_two_blueprints_in_a_page_may_use_the_same_ids(paper_of: PaperOf) -> None:
    other = INLINE.replace("Look", "Read")
    paper = paper_of(f"{block(INLINE, ' view=journey-map')}\n\n{block(other, ' view=journey-map')}")

    ids = re.findall(r' id="([^"]+)"', paper.html)
    assert len(paper.pictures) == 2
    assert sorted(set(ids)) == sorted(ids)


def test_a_stage_and_a_pair_are_drawn_as_the_command_draws_them(paper_of: PaperOf) -> None:
    assert ">Eat<" not in paper_of(block("view: journey-map\nstage: buy")).html
    after = "{id: new, name: Buy online, replaces: buy, stages: [{name: Buy, steps: [{name: Click}]}]}"
    pair = f"{INLINE}\n  - {after}"
    paper = paper_of(block(pair, " view=journey-map journey=buy beside=true"))
    assert (len(paper.pictures), paper.said) == (1, [])
    assert "Buy online" in paper.html


@pytest.mark.parametrize("name", ["shops/bakery", "/shops/bakery/", "bakery.yaml", "bakery"])
def test_a_blueprint_is_named_by_its_path_its_source_or_its_id(paper_of: PaperOf, name: str) -> None:
    assert len(paper_of(block(f"blueprint: {name}\nview: portfolio")).pictures) == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (block("jurney: x\nview: silos"), "7:1: unknown key 'jurney', did you mean 'journey'?"),
        (
            block("journey: buy-bred\nview: silos"),
            "6:1: there is no journey 'buy-bred', did you mean 'buy-bread'?",
        ),
        (block("view: silo"), "6:1: there is no view 'silo', did you mean 'silos'?: service-"),
        (block("view: silos\nplan: x"), "6:1: view 'silos' shows a journey: leave out `plan`"),
        (
            block("view: journey-map\nstage: by"),
            "6:1: journey 'buy-bread' has no stage 'by', did you mean 'buy'?",
        ),
        (block("view: silos\nbeside: yes"), "8:1: 'beside' is true or false, not 'yes'"),
        (block("view: silos\nbeside: true"), "6:1: view 'silos' draws nothing beside another"),
        (block("view: [silos]"), "7:1: 'view' takes one word, not several"),
        (block("view: silos\nview: ownership"), "8:1: 'view' is said twice"),
        (block("journey: buy-bread"), "6:1: no view is named: say which, such as `view: journey-map`"),
        (block("silos"), "6:1: nothing says what to draw: write lines such as `view: journey-map`"),
        (block("view: 'silos"), "7:13: this is no YAML: "),
        (block("view: x\u2028\u2028\nplan"), "8:5: this is no YAML: could not find expected"),
        (block("[" * 20_000), "6:1: this is no YAML: its nesting is too deep"),
        (block("view: \x07"), "6:1: this is no YAML: the character U+0007 may not stand in it"),
        (block('view: "\\U00110000"'), "7:10: this is no YAML: found invalid Unicode character escape"),
        (block("? [silos]\n: silos"), "7:3: a key is one word, not several"),
        (
            block("view: silos\nblueprint: bakry"),
            "6:1: there is no blueprint 'bakry', did you mean 'bakery'?: 'shops/bakery'",
        ),
        (block(INLINE), "7:1: unknown key 'journeys': for a blueprint in the page itself, begin the"),
        (block("", " view=silos"), "6:1: there is no blueprint in this block"),
        (block(INLINE, " silos"), "6:1: 'silos' says nothing here: write it as `key=value`"),
        (block(INLINE, " veiw=silos"), "6:1: unknown key 'veiw', did you mean 'view'?"),
        (block(INLINE, " view=silos blueprint=bakery"), "6:1: unknown key 'blueprint'"),
        (block("teems: []", " view=portfolio"), "7:1: unknown key 'teems' in the blueprint, did you mean"),
        (block("teams: [", " view=portfolio"), "7:8: '[' is not closed"),
    ],
)
def test_what_cannot_be_drawn_is_one_message_and_a_note_in_the_page(
    paper_of: PaperOf, text: str, said: str
) -> None:
    paper = paper_of(f"Words\n{text}\n\n{MAP}")

    assert [line.startswith(f"docs/index.md:{said}") for line in paper.said] == [True], paper.said
    assert paper.html.count('<p class="cx-note">No picture: ') == 1
    assert len(paper.pictures) == 1, "the others are drawn all the same"


def test_many_blocks_that_nothing_closes_are_none() -> None:
    page = "```a\n> ```b\n~~~~ c\n" * 30_000  # it took an hour
    assert [*fences_in(page)] == []


def test_a_block_is_found_below_a_longer_one_that_nothing_closes() -> None:
    assert [fence.line for fence in fences_in(f"````a\n\n{MAP}")] == [3]


def test_an_indented_block_is_told_where_it_stands(paper_of: PaperOf) -> None:
    wrong = indented(block("view: silos\njurney: x"))
    paper = paper_of(f"- one\n\n{wrong}")
    assert paper.said == ["docs/index.md:9:5: unknown key 'jurney', did you mean 'journey'?"]


def test_without_a_blueprint_or_with_several_the_page_is_told_so(site_of: SiteOf) -> None:
    embedding = Embedding()
    embedding.begin([], cx.Theme())
    (said,) = Paper(embedding, MAP, WITH, "a.md").said
    assert said.startswith("docs/a.md:5:1: no blueprint is published here: name one under `blueprints`")
    edition: Any = site_of().edition
    embedding.begin([(["one", "bakery"], edition), (["two", "bakery"], edition)], cx.Theme())
    assert Paper(embedding, MAP, WITH, "a.md").said == [
        "docs/a.md:5:1: say which blueprint, as `blueprint:`: 'one', 'two'"
    ]
    both = Paper(embedding, block("blueprint: bakery\nview: silos"), WITH, "a.md")
    assert both.said == ["docs/a.md:5:1: several are called blueprint 'bakery': 'one', 'two'"]


def test_a_picture_is_drawn_again_only_when_it_shows_something_else(
    paper_of: PaperOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []
    draw = figures.drawing_of

    def noted(picture: cx.Picture, file: str | None) -> Any:  # noqa: ANN401  # as it is
        drawn.append(picture.view)
        return draw(picture, file)

    monkeypatch.setattr("cxblueprint.site.hosting.embedding.drawing_of", noted)
    inline = block(INLINE, " view=silos")
    paper_of(f"{MAP}\n\n{inline}")
    paper_of(f"Other words\n\n{MAP}\n\n{inline}\n\n{MAP}")
    assert drawn == ["journey-map", "silos"]
    paper_of(block(INLINE.replace("Pay", "Buy"), " view=silos"))
    assert drawn == ["journey-map", "silos", "silos"]
