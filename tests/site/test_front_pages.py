"""What readers see first: the portfolio, a journey's pictures, the tops of other pages."""

from __future__ import annotations

import html
import re
from collections.abc import Callable

import pytest

from cxblueprint.site import Site
from cxblueprint.site.parts.touchpoints import MOST_JOURNEYS

SiteOf = Callable[..., Site]
WORKLIST = """
id: b
title: B
teams: [{id: calm, name: Calm}, {id: busy, name: Busy}]
touchpoints: [{id: t, name: T, owner: calm, standards: [s]}]
kpis: [{id: k, name: K, owner: busy}]
standards: [{id: s, name: S, owner: calm, target: 90% within 1h, starts: a, ends: b}]
journeys:
  - {id: now, name: Now, owner: busy, state: as-is, stages: [{name: S, steps: [{touchpoint: t}]}]}
  - {id: soon, name: Soon, state: to-be, status: draft, replaces: now,
     stages: [{name: S, phase: use, steps: [{touchpoint: t}, {name: Alone}]}]}
"""


def test_the_home_page_says_who_answers_for_what_is_open_worst_first(site_of: SiteOf) -> None:
    home = html.unescape(site_of(WORKLIST).pages["index.md"].markdown)

    rows = [line.split(" | ") for line in home.partition("{ #worklist }")[2].splitlines() if line[:2] == "| "]
    assert [row[0].removeprefix("| ") for row in rows] == [
        "Team",
        "---",
        "[Busy](teams/busy.md#findings)",
        "No team is named",
    ], "a team with nothing open is left out"


def test_a_journey_in_the_portfolio_says_what_it_shows_and_which_standards_hold(site_of: SiteOf) -> None:
    home = html.unescape(site_of(WORKLIST).pages["index.md"].markdown)
    row = next(line for line in home.splitlines() if line.startswith("| [Soon]"))

    assert '<span data-choice="Shows"><span class="cx-badge cx-state">How it is to be</span></span>' in row
    assert '<span data-choice="Status"><span class="cx-badge cx-draft">draft</span></span>' in row
    assert '<span data-choice="Phase">Use</span>' in row
    assert '<span data-key="1"><svg class="cx-page cx-strip"' in row
    assert 'aria-label="A standard at 1 of 1 steps at touchpoints"' in row
    assert row.endswith("| 2 | 0 |")


def test_a_journey_that_is_to_replace_another_is_shown_beside_it_on_both_pages(site_of: SiteOf) -> None:
    site = site_of(WORKLIST)

    for name in ("now", "soon"):
        page = site.pages[f"journeys/{name}.md"]
        assert "- [Today and as it is to be](#today-and-to-be)" in page.markdown
        pair = page.figures[-1]
        assert pair.file == f"journeys/{name}/today-and-to-be.svg"
        assert ("Now" in pair.draw().picture, "Soon" in pair.draw().picture) == (True, True)


@pytest.mark.parametrize(
    ("journey", "views"),
    [
        ("{id: j, name: J}", []),
        ("{id: j, name: J, kpis: [k]}", ["measures"]),
        (
            "{id: j, name: J, stages: [{name: S, steps: [{name: Alone}]}]}",
            ["service-blueprint", "journey-map"],
        ),
        (
            "{id: j, name: J, stages: [{name: S, steps: [{touchpoint: t}]}]}",
            ["service-blueprint", "journey-map", "silos", "ownership"],
        ),
        (
            "{id: j, name: J, stages: [{name: S, steps: [{touchpoint: u}]}]}",
            ["service-blueprint", "journey-map", "measures"],
        ),
    ],
)
def test_a_picture_that_would_be_an_empty_frame_is_left_out(
    journey: str, views: list[str], site_of: SiteOf
) -> None:
    site = site_of(
        "id: b\ntitle: B\nteams: [{id: a, name: A}]\nkpis: [{id: k, name: K}]\n"
        "touchpoints: [{id: t, name: T, owner: a}, {id: u, name: U, kpis: [k]}]\n"
        f"journeys:\n  - {journey}\n"
    )
    page = site.pages["journeys/j.md"]

    assert re.findall('<div class="cx-figure" data-cx="(.*?)">', page.markdown) == views
    assert len(page.figures) == len(views)
    assert ("cx-tablist" in page.markdown) == (len(views) > 1), "one picture needs no tabs"


TIES = """
id: b
title: B
teams: [{id: desk, name: Desk}, {id: store, name: Store}, {id: vans, name: Vans}]
standards: [{id: picked, name: Picked, provider: store, consumer: desk, target: 90% within 2h, owner: store}]
touchpoints:
  - {id: order, name: Order, owner: desk, backstage: [{text: Packs, team: store}, {text: Loads, team: store}]}
handoffs: [{id: parcel, giver: store, receiver: vans}]
"""


@pytest.mark.parametrize(
    ("team", "answers"),
    [
        ("desk", ["**Whom we depend on** <span>[1 team](#needed): [Store](store.md)</span>"]),
        (
            "store",
            [
                "**Who depends on us** <span>[1 team](#asked): [Desk](desk.md)</span>",
                "**Whom we depend on** <span>[1 team](#needed): [Vans](vans.md)</span>",
            ],
        ),
        ("vans", ["**Who depends on us** <span>[1 team](#asked): [Store](store.md)</span>"]),
    ],
)
def test_a_team_names_first_who_depends_on_it_and_on_whom_it_depends(
    team: str, answers: list[str], site_of: SiteOf
) -> None:
    page = site_of(TIES).pages[f"teams/{team}.md"].markdown
    answered = page.partition('class="cx-answers"')[2].partition("</div>")[0].splitlines()

    assert [line[2:] for line in answered if "depend" in line] == answers


def test_a_team_says_how_each_other_team_is_tied_to_it(site_of: SiteOf) -> None:
    page = site_of(TIES).pages["teams/store.md"].markdown

    assert (
        "## Who depends on us { #asked }\n\n- **[Desk](desk.md)**: 1 agreement, work at 1 touchpoint\n"
        in page
    )
    assert "## Whom we depend on { #needed }\n\n- **[Vans](vans.md)**: 1 hand-off\n" in page


def test_a_touchpoint_leads_at_once_to_its_journeys_steps_team_standards_and_promises(
    site_of: SiteOf,
) -> None:
    page = site_of().pages["touchpoints/counter.md"].markdown
    top = page.partition("\n## ")[0]

    assert "**Owner** <span>[Front of house](../teams/front.md)</span>" in top
    assert "[Buy bread](../journeys/buy-bread.md): step 1&nbsp;[The counter]" in top
    assert "(../journeys/buy-bread.md#buy.counter)" in top
    assert "[Served](../standards/served.md): 90% within 3 minutes" in top
    assert "[“Warm, or free”](../promises/warm.md)" in html.unescape(top)


def test_a_touchpoint_of_very_many_journeys_lists_them_below(site_of: SiteOf) -> None:
    journeys = "".join(
        f"  - {{id: j{number}, name: J{number}, stages: [{{name: S, steps: [{{touchpoint: t}}]}}]}}\n"
        for number in range(MOST_JOURNEYS + 2)
    )
    site = site_of(f"id: b\ntitle: B\ntouchpoints: [{{id: t, name: T}}]\njourneys:\n{journeys}")
    top, _, below = site.pages["touchpoints/t.md"].markdown.partition("## Journeys that use it { #journeys }")

    assert top.count("](../journeys/") == 2 * MOST_JOURNEYS
    assert "[and 2 more journeys](#journeys)" in top
    assert below.count("](../journeys/") >= 2 * (MOST_JOURNEYS + 2)
