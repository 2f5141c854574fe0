"""What the pages say: the whole site of a small blueprint is kept in `bakery`, where people read it.

    CX_RENEW=1 pytest tests/site/test_pages.py -n 0 -k each_thing

writes it anew.
"""

from __future__ import annotations

import html
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import cxblueprint as cx
from cxblueprint.checks import Defect, Flaw, flaw, rule
from cxblueprint.site import Section, Site, build, build_rules
from cxblueprint.site.shelves import MOST_LISTED

SiteOf = Callable[..., Site]
BAKERY = Path(__file__).parent / "bakery"
KEPT = sorted(path.relative_to(BAKERY).as_posix() for path in BAKERY.rglob("*.md"))


def pages_without_rules(site: Site) -> list[str]:
    return sorted(path for path in site.pages if not path.startswith("rules/"))


def test_each_thing_has_a_page(site_of: SiteOf) -> None:
    if os.environ.get("CX_RENEW"):
        for path in KEPT:
            (BAKERY / path).unlink()
        for path in pages_without_rules(site_of()):
            (BAKERY / path).parent.mkdir(parents=True, exist_ok=True)
            (BAKERY / path).write_text(site_of().pages[path].markdown, encoding="utf-8")
        pytest.skip("what is kept was written anew")
    assert pages_without_rules(site_of()) == KEPT


@pytest.mark.parametrize("path", KEPT)
def test_a_page_says_what_is_kept(path: str, site_of: SiteOf) -> None:
    assert site_of().pages[path].markdown == (BAKERY / path).read_text(encoding="utf-8")


def test_the_navigation_lists_things_by_what_they_are_and_no_touchpoints(site_of: SiteOf) -> None:
    def pages(*names: str) -> tuple[str, ...]:
        return tuple(f"bakery/{name}.md" for name in names)

    assert site_of(base="bakery").navigation == (
        "bakery/index.md",
        Section("Journeys", pages("journeys/buy-bread")),
        Section("Touchpoints", pages("touchpoints/index", "systems/index")),
        Section("Teams", pages("teams/index", "handoffs/index", "teams/ovens", "teams/front")),
        Section("What we promise", pages("promises/index", "standards/index", "measures/index")),
        Section("Customers", pages("customers/index", "segments/early", "personas/pia", "accounts/cafe")),
        Section("Listening", pages("listening/index", "listening/at-the-till", "listening/night-round")),
        Section("When it breaks", pages("recovery/index", "recovery/new-oven", "escalation/no-bread")),
        Section("Change", pages("change/index", "change/spare-oven")),
        "bakery/findings.md",
        "bakery/glossary.md",
    )


def test_a_page_beyond_the_navigation_says_so(site_of: SiteOf) -> None:
    site = site_of()
    unlisted = [path for path in pages_without_rules(site) if not site.pages[path].is_listed]

    assert unlisted == [
        "measures/smiles.md", "promises/warm.md", "standards/served.md", "touchpoints/counter.md",
        "walks/buy-bread_pia.md",
    ]  # fmt: skip


def test_more_journeys_than_the_navigation_has_room_for_are_listed_on_the_home_page_alone(
    site_of: SiteOf,
) -> None:
    journeys = "".join(
        f"  - {{id: j{number}, name: Journey {number}}}\n" for number in range(MOST_LISTED + 1)
    )
    site = site_of(f"id: many\ntitle: Many\njourneys:\n{journeys}")

    assert site.navigation == ("index.md", "findings.md", "glossary.md")
    assert not site.pages["journeys/j0.md"].is_listed
    assert site.pages["index.md"].markdown.count("](journeys/") >= MOST_LISTED + 1


def test_a_blueprint_that_says_nothing_has_a_home_a_page_of_findings_and_a_glossary(site_of: SiteOf) -> None:
    site = site_of("id: b\ntitle: B")

    assert pages_without_rules(site) == ["findings.md", "glossary.md", "index.md"]
    assert site.pages["index.md"].markdown == (
        "---\nhide:\n- toc\n---\n\n# B\n\n"
        "## What was found { #found }\n\nNothing: no rule found anything to mend.\n"
    )


def test_nothing_that_was_not_stated_is_spoken_of(site_of: SiteOf) -> None:
    site = site_of(
        "id: b\ntitle: B\ntouchpoints: [{id: t, name: T}]\njourneys: [{id: j, name: J, stages: [{name: S}]}]"
    )

    # The pages of rules are prose, in which "None of them" is a sentence; so is a glossary.
    told = [path for path in pages_without_rules(site) if path != "glossary.md"]
    assert not [path for path in told if "None" in site.pages[path].markdown]
    assert site.pages["touchpoints/t.md"].markdown.count("\n## ") == 1, "only what was found"


def test_the_worst_journey_comes_first(site_of: SiteOf) -> None:
    home = (
        site_of(
            "id: b\ntitle: B\nkpis: [{id: k, name: K}]\njourneys:\n"
            "  - {id: good, name: Good, kpis: [k]}\n  - {id: bad, name: Bad}\n"
        )
        .pages["index.md"]
        .markdown
    )

    assert home.index("journeys/bad.md") < home.index("journeys/good.md")


def test_a_team_that_is_named_and_not_declared_is_said_to_be_so(site_of: SiteOf) -> None:
    page = site_of("id: b\ntitle: B\ntouchpoints: [{id: t, name: T, owner: ghosts}]").pages[
        "touchpoints/t.md"
    ]

    assert "- **Owner** <span>ghosts (not declared)</span>" in page.markdown


def test_a_touchpoint_may_be_called_index(site_of: SiteOf) -> None:
    site = site_of("id: b\ntitle: B\ntouchpoints: [{id: index, name: The index}]")

    assert "# Touchpoints" in site.pages["touchpoints/index.md"].markdown
    assert "# The index" in site.pages["touchpoints/index_.md"].markdown


def test_what_was_accepted_is_told_with_its_reason_and_its_end(site_of: SiteOf) -> None:
    allow = "allow: [{rule: OWN001, reason: it moves *out*, until: 2027-03-31}]"
    page = (
        site_of(f"id: b\ntitle: B\ntouchpoints: [{{id: t, name: T, {allow}}}]").pages["findings.md"].markdown
    )

    assert "## Accepted, with the reason { #accepted }" in page
    assert "Accepted: it moves &#42;out&#42; (until 31 March 2027)</span>" in page


def test_a_rule_that_failed_is_told() -> None:
    blueprint = cx.loads("id: b\ntitle: B")
    report = cx.Report("b", "B", defects=(Defect("OWN001", "KeyError: 'x'"),))

    page = build(blueprint, report=report).pages["findings.md"].markdown

    assert "[OWN001](rules/touchpoint-without-owner.md): KeyError: &#x27;x&#x27;" in page


def test_the_same_blueprint_makes_the_same_pages(site_of: SiteOf) -> None:
    assert site_of() == site_of()


# Rules


def test_every_rule_has_a_page_and_a_place_in_the_list() -> None:
    site = build_rules(base="what/rules")

    assert sorted(site.pages) == sorted(
        ["what/rules/index.md", *(f"what/rules/{rule.name}.md" for rule in cx.catalogue())]
    )
    listed = site.pages["what/rules/index.md"].markdown
    assert [rule.code for rule in cx.catalogue() if f"[{rule.code}]({rule.name}.md)" not in listed] == []


def test_the_page_of_a_rule_sets_off_the_lines_on_which_it_speaks() -> None:
    page = build_rules().pages["rules/marketing-owned-cx.md"].markdown

    assert "# expect" not in page
    assert '```yaml hl_lines="4"\nteams:\n' in page
    assert "# ← GOV001\n" in page


def test_the_list_of_rules_begins_with_what_each_family_asks_and_how_many_rules_it_has() -> None:
    page = build_rules().pages["rules/index.md"].markdown

    overview = page.partition("</div>\n\n## ")[0]
    shown = re.sub(r"<[^>]+>", "", html.unescape(overview)).splitlines()
    named = {row.split(" | ")[0].removeprefix("| "): row.split(" | ")[1:] for row in shown if row[:1] == "|"}
    assert named["[Governance](#governance)"] == [
        "who runs customer experience, from where, and whether the plan is kept true",
        "8 rules",
        "■ 3 errors ▲ 5 warnings",
        "3 from essential, 5 from recommended |",
    ]
    assert named["All"][1] == f"{len(cx.catalogue())} rules"
    assert "## Governance { #governance }\n\nWho runs customer experience, from where" in page


def test_rules_of_one_family_stand_together_wherever_they_come_from() -> None:
    first, other, last = (cx.find_rule(code) for code in ("OWN001", "KPI001", "OWN004"))
    page = build_rules([first, other, last]).pages["rules/index.md"].markdown

    assert page.count("\n## ") == 2
    assert page.index("OWN004") < page.index("KPI001")


def test_the_page_of_a_rule_says_what_can_be_set_and_what_cannot_be_suppressed() -> None:
    pages = build_rules().pages

    optional = html.unescape(pages["rules/too-long-to-read.md"].markdown)
    assert "- **Options** <code>most-steps = 25</code>\n" in optional
    mandatory = pages["rules/suppression-reason-missing.md"].markdown
    assert "- **Can it be suppressed** no\n" in mandatory
    assert "**Options**" not in mandatory


def test_claims_are_links_where_there_is_a_page_about_them() -> None:
    path = "a/rules/promise-unkeepable-along-path.md"
    plain = build_rules(base="a/rules").pages[path].markdown
    linked = build_rules(base="a/rules", claims="why.md").pages[path].markdown

    assert "Claim 1.7: keep promises. Claim 1.9: science" in plain
    assert "Rests on" not in plain
    assert "[Claim 1.7](../../why.md#1.7): keep promises. [Claim 1.9](../../why.md#1.9): science" in linked
    assert "- **Rests on claims** [1&#46;7](../../why.md#1.7), [1&#46;9](../../why.md#1.9)\n" in linked


def test_a_claim_in_an_example_is_left_as_it_is(tmp_path: Path) -> None:
    rule = _rule_with_page(
        tmp_path, "# ours (OUR001)\n\nClaim\n1.3, Claim 1.30.\n\n```yaml\n# Claim 1.3\n```\n"
    )

    page = build_rules([rule], claims="why.md").pages["rules/ours.md"].markdown

    assert page.endswith("[Claim\n1.3](../why.md#1.3), Claim 1.30.\n\n```yaml\n# Claim 1.3\n```\n")


def _rule_with_page(folder: Path, page: str) -> cx.Rule:
    @rule("OUR001", "ours", summary="it is not as we do it", claims=("1.3",))
    def ours(graph: cx.Graph) -> Iterator[Flaw]:
        for team in graph.teams.values():
            yield flaw(team, "it is not as we do it", "do it as we do")

    (folder / "ours.md").write_text(page, encoding="utf-8")
    vars(ours)["page_path"] = folder / "ours.md"
    return ours
