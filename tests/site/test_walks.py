"""The pages on which a journey is walked, and the links to them."""

from __future__ import annotations

import re
from collections.abc import Callable

import cxblueprint as cx
from cxblueprint.site import Site
from cxblueprint.site.parts.walks import walks_of_persona
from cxblueprint.site.places import PARTS
from cxblueprint.site.writing.edition import Edition
from cxblueprint.site.writing.sheet import Sheet

SiteOf = Callable[..., Site]
TRAM = """
id: tram
title: A tram
segments: [{id: adults, name: Adults}, {id: children, name: Children}]
personas:
  - {id: b, name: "Bo, nine years old", segment: children}
  - {id: c, name: Cem, segment: adults}
touchpoints: [{id: machine, name: The machine, segments: [adults]}, {id: tram, name: The tram}]
journeys:
  - id: a
    name: Ride
    segments: [adults, children]
    stages:
      - name: Ride
        steps:
          - {id: home, name: At home, emotion: 1, next: [{to: machine, share: 0.5}, {to: tram, share: 0.5}]}
          - {touchpoint: machine, emotion: -1, wait: 5min}
          - {touchpoint: tram, next: []}
          - {id: walk, name: Walk, emotion: 2}
  - {id: a-b, name: Look, stages: [{name: S, steps: [{name: Look}]}]}
  - {id: empty, name: Empty}
"""
ALONE = "id: b\ntitle: B\njourneys: [{id: j, name: J, stages: [{name: S, steps: [{name: A}]}]}]"


def walks(site: Site) -> list[str]:
    return [path for path in site.pages if path.startswith("walks/")]


def test_each_persona_walks_each_journey_that_has_steps(site_of: SiteOf) -> None:
    assert walks(site_of(TRAM)) == ["walks/a_b.md", "walks/a_c.md", "walks/a-b_b.md", "walks/a-b_c.md"]


def test_where_nobody_may_walk_nobody_in_particular_does(site_of: SiteOf) -> None:
    site = site_of(ALONE)

    assert walks(site) == ["walks/j.md"]
    assert "\n[Walk it step by step](../walks/j.md)\n" in site.pages["journeys/j.md"].markdown
    assert "# J, step by step\n" in site.pages["walks/j.md"].markdown
    assert "cx-scale" not in site.pages["walks/j.md"].markdown, "no feeling is known"


def test_the_title_of_a_walk_is_one_line_whatever_its_persona_is_called(site_of: SiteOf) -> None:
    site = site_of(TRAM.replace("Cem", '"Cem\\nthe\\u202e second"'))

    assert site.pages["walks/a_c.md"].title == "Ride, as Cem the second walks it"


def test_the_walks_of_one_journey_lead_to_each_other(site_of: SiteOf) -> None:
    site = site_of(TRAM)

    assert (
        "\nWalk it [as Bo](../walks/a_b.md) [as Cem](../walks/a_c.md)\n"
        in site.pages["journeys/a.md"].markdown
    )
    assert "\nWalk it [as Cem](a_c.md)\n" in site.pages["walks/a_b.md"].markdown
    assert "walk-it" not in site.pages["journeys/empty.md"].markdown


def test_without_the_part_there_are_no_walks_and_no_links_to_them(site_of: SiteOf) -> None:
    site = site_of(TRAM, parts=[part for part in PARTS if part != "walks"])

    assert walks(site) == []
    assert [path for path, page in site.pages.items() if "walks/" in page.markdown] == []


def test_without_the_journeys_there_are_walks_all_the_same(
    site_of: SiteOf, broken_links: Callable[[Site], list[str]]
) -> None:
    site = site_of(TRAM, parts=["walks"])

    assert walks(site)
    assert [link for link in broken_links(site) if link.startswith("walks/")] == []


def test_a_stop_that_is_passed_by_has_no_face_and_no_wait(site_of: SiteOf) -> None:
    pages = site_of(TRAM).pages
    bo, cem = pages["walks/a_b.md"].markdown, pages["walks/a_c.md"].markdown

    assert bo.count('<div class="cx-stop cx-past"') == 1
    assert "\nOnly for [Adults](../segments/adults.md).\n" in bo
    assert ("Waits" in bo, "Waits" in cem) == (False, True)
    assert (
        "[2&nbsp;The machine](#ride.machine) (only for [Adults](../segments/adults.md)): 50&#37;"
        in bo.replace("%", "&#37;")
    )


def test_the_line_is_dotted_where_a_feeling_is_unknown_or_time_passes(site_of: SiteOf) -> None:
    page = site_of(TRAM).pages["walks/a_c.md"].markdown
    drawn = re.findall(r'class="(cx-lane-(?:up|down|through)(?: cx-dotted)?)"', page)

    assert drawn == [
        "cx-lane-down",  # at home
        "cx-lane-up",  # the machine
        "cx-lane-down cx-dotted",
        "cx-lane-through cx-dotted",  # five minutes
        "cx-lane-up cx-dotted",  # the tram, from which no way leads on
    ]


def test_a_persona_has_links_to_their_walks() -> None:
    graph = cx.Graph(cx.loads(TRAM))
    report = cx.check(graph)
    theme = cx.Theme()
    edition = Edition(graph, report, base="", rules=(), rule_pages="rules", directory_urls=True, theme=theme)
    sheet = Sheet(edition, "personas/index.md", "Personas")

    assert list(walks_of_persona(sheet, graph.personas["b"])) == [
        "[Ride](../walks/a_b.md)",
        "[Look](../walks/a-b_b.md)",
    ]
