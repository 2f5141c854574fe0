"""The picture of silos: a lane for each team, a card for each part, and how work crosses."""

from __future__ import annotations

from collections.abc import Callable
from itertools import permutations
from typing import Any
from xml.etree import ElementTree as ET

import pytest

import cxblueprint as cx
from cxblueprint.pictures import VIEWS
from cxblueprint.pictures.engines import Layouter
from cxblueprint.pictures.layout_graph import Rectangle
from cxblueprint.pictures.silos_network.places import CARD_HEIGHT, CARD_WIDTH, crosses, places

from .conftest import said_by

Build = Callable[..., cx.Graph]
SVG = "{http://www.w3.org/2000/svg}"
lanes, network = VIEWS["silos"], VIEWS["silos-network"]
TEAMS = [
    {"id": "works", "name": "Works", "function": "operations"},
    {"id": "shop", "name": "Shop Team"},
    {"id": "depot", "name": "Depot", "reports_to": "works"},
]
TOUCHPOINTS = [
    {"id": "order", "name": "Order", "owner": "shop", "opens_request": True,
     "backstage": [{"text": "Packs", "team": "depot"}]},
    {"id": "van", "name": "Van", "owner": "depot"},
    {"id": "sign", "name": "Sign"},
]  # fmt: skip


@pytest.fixture
def graph(journey_of: Build) -> cx.Graph:
    steps = [{"touchpoint": "order", "wait": "2d"}, {"name": "Waits"}, {"touchpoint": "van"},
             {"touchpoint": "sign"}, {"touchpoint": "ghost"}]  # fmt: skip
    return journey_of(*steps, teams=TEAMS, touchpoints=TOUCHPOINTS)


def labels(svg: str) -> list[str]:
    root = ET.fromstring(svg)  # noqa: S314  # what we have drawn ourselves
    return [said_by(e) for e in root.iter(f"{SVG}g") if e.get("role") == "img"]


def classes(svg: str) -> list[str]:
    root = ET.fromstring(svg)  # noqa: S314  # what we have drawn ourselves
    return [str(e.get("class")) for e in root.iter() if e.get("class")]


def test_each_part_has_a_card_that_says_where_it_leads(graph: cx.Graph) -> None:
    onward = "Leads to 3 Van (Depot, work passes, and no hand-off is declared)."
    assert labels(lanes(graph, "trip").svg) == [
        "Wait: 2 days",
        f"1 Order: Shop Team, Frontstage. Leads to 1 Order (Depot). {onward}",
        "1 Order: Depot, Backstage.",
        "3 Van: Depot, Frontstage. Leads to 4 Sign (no owner).",
        "4 Sign: no owner, Frontstage. Leads to 5 ghost (no owner).",
        "5 ghost: no owner, Frontstage.",
    ]


def test_the_table_says_the_same(graph: cx.Graph) -> None:
    table = lanes(graph, "trip").table
    assert table.header == ("Step", "Team", "What it does", "Leads to")
    assert table.rows[0] == (
        "1 Order", "Shop Team", "Frontstage",
        "1 Order (Depot); 3 Van (Depot, work passes, and no hand-off is declared)",
    )  # fmt: skip
    assert len(table.rows) == 5


def test_what_nobody_owns_lies_in_a_lane_of_its_own_below_the_others(graph: cx.Graph) -> None:
    drawn = classes(lanes(graph, "trip").svg)
    bands = [class_ for class_ in drawn if class_.startswith("cx-lane-")]
    assert bands == ["cx-lane-support", "cx-lane-support", "cx-lane-unpleasant"]
    assert "cx-card cx-ghost" in drawn


def test_ways_are_told_apart_and_explained(graph: cx.Graph) -> None:
    svg = lanes(graph, "trip").svg
    assert {"cx-flow", "cx-undeclared"} <= set(classes(svg))
    assert "Work passes, and no hand-off is declared" in svg
    assert "Hand-off without an agreement" not in svg


def test_the_subtitle_counts_what_is_not_settled(graph: cx.Graph) -> None:
    svg = lanes(graph, "trip").svg
    assert "Blueprint · silos · 2 teams · 1 × work passes, and no hand-off is declared" in svg


def test_a_finding_stands_at_its_card_and_in_the_list(graph: cx.Graph) -> None:
    findings = cx.check(graph, select=["OWN001"]).findings
    picture = lanes(graph, "trip", findings=findings)
    assert [f"{finding.code} {finding.subject.id}" for finding in findings] == ["OWN001 sign"]
    assert picture.notes == ("OWN001 warning: Sign: touchpoint 'sign' has no owner",)
    assert picture.svg.count(">OWN001<") == 2


def test_a_journey_in_which_nobody_has_a_part_says_so(journey_of: Build) -> None:
    assert "No step of this journey names a touchpoint" in lanes(journey_of({"name": "Thinks"}), "trip").svg
    assert "This journey has no steps yet" in lanes(journey_of(), "trip").svg


def test_a_slice_shows_the_teams_of_its_stages_alone(journey_of: Build) -> None:
    stages = [
        {"name": "A", "steps": [{"touchpoint": "order"}]},
        {"name": "B", "steps": [{"touchpoint": "sign"}]},
    ]
    graph = journey_of(stages=stages, teams=TEAMS, touchpoints=TOUCHPOINTS)
    assert [row[1] for row in lanes(graph, "trip", stage="b").table.rows] == ["no owner"]


def test_it_goes_to_graphviz_with_a_group_for_each_team(graph: cx.Graph) -> None:
    text = lanes(graph, "trip").gv
    assert text.count("subgraph cluster_") == 3
    assert 'label="1 Order\\nFrontstage"' in text
    assert "style=dotted" in text


# The network


def test_the_network_counts_the_ways_between_teams(graph: cx.Graph) -> None:
    picture = network(graph)
    assert picture.table.header == ("Team", "Other team", "There", "Back", "How")
    assert picture.table.rows == (
        ("Depot", "Shop Team", "0", "2", "work passes, and no hand-off is declared"),
        ("Depot", "no owner", "1", "0", "the customer moves on"),
    )
    assert labels(picture.svg) == [
        "Depot: 2 touchpoints; 2 in, 1 out.",
        "Shop Team: 1 touchpoint; 0 in, 2 out.",
        "no owner: 2 touchpoints; 1 in, 0 out.",
    ]
    assert picture.engine == "bundled"


def test_the_order_of_declaration_changes_nothing(graph: cx.Graph) -> None:
    data = graph.blueprint.model_dump(exclude_defaults=True)
    drawn = set()
    for order in permutations(range(3)):
        for key in ("teams", "touchpoints"):
            data[key] = [data[key][place] for place in order]
        shuffled = cx.Graph(cx.Blueprint.model_validate(data))
        drawn.add((lanes(shuffled, "trip").svg, network(shuffled).svg))
    assert len(drawn) == 1


def test_a_blueprint_without_any_part_has_a_network_that_says_so(journey_of: Build) -> None:
    picture = network(journey_of())
    assert "No step of a journey names a touchpoint" in picture.svg
    assert picture.table.rows == ()


def test_hundreds_of_teams_are_left_to_the_table(journey_of: Build) -> None:
    teams = [{"id": f"t{n}", "name": f"Team {n}"} for n in range(301)]
    touchpoints = [{"id": f"t{n}", "name": f"T {n}", "owner": f"t{n}"} for n in range(301)]
    steps = [{"touchpoint": f"t{n}"} for n in range(301)]
    picture = network(journey_of(*steps, teams=teams, touchpoints=touchpoints))
    assert "No picture: 301 boxes are too many for a picture, which shows at most 300." in picture.svg
    assert len(picture.table.rows) == 300


def test_no_two_cards_of_a_network_meet_and_those_alone_stand_below() -> None:
    ties = [(0, 1), (1, 2), (2, 3), (3, 0), (0, 2), (4, 5)]
    found = places(8, ties, Layouter("bundled"))
    for order, one in enumerate(found):
        assert (round(one.width), round(one.height)) == (CARD_WIDTH, CARD_HEIGHT)
        for other in found[order + 1 :]:
            assert (
                one.right < other.left
                or other.right < one.left
                or one.bottom < other.top
                or other.bottom < one.top
            )
    assert min(box.top for box in found[6:]) > max(box.bottom for box in found[:6])


@pytest.mark.parametrize(
    ("start", "end", "is_behind"),
    [
        ((-50, 20), (150, 20), True),
        ((-50, 60), (150, 60), False),
        ((50, -40), (50, 90), True),
        ((-50, -40), (150, 90), True),
        ((-50, 20), (-20, 20), False),
        ((-50, 90), (50, 49), False),
        ((-50, 47), (150, 47), True),
    ],
)
def test_a_line_that_passes_a_card_is_noticed(
    start: tuple[float, float], end: tuple[float, float], *, is_behind: bool
) -> None:
    assert crosses(start, end, Rectangle(0, 0, 100, 40)) is is_behind


@pytest.mark.parametrize(
    "text", ["A" * 1000, "<b>&'\"", "مرحبا بالعالم", "客户体验设计" * 20, "\x00\x07", "🙂" * 50]
)
def test_any_text_makes_a_picture_that_parses(journey_of: Build, text: str) -> None:
    name = text.strip() or "x"
    touchpoints: list[dict[str, Any]] = [
        {"id": "a", "name": name, "owner": "shop"},
        {"id": "b", "name": name},
    ]
    teams = [{"id": "shop", "name": name}]
    graph = journey_of({"touchpoint": "a"}, {"touchpoint": "b"}, teams=teams, touchpoints=touchpoints)
    for picture in (lanes(graph, "trip"), network(graph)):
        assert ET.fromstring(picture.svg).tag == f"{SVG}svg"  # noqa: S314  # what we have drawn ourselves
        assert picture.gv.startswith("digraph")


def test_what_is_too_long_for_a_card_stands_on_two_lines(graph: cx.Graph) -> None:
    def small(language: str) -> list[str]:
        root = ET.fromstring(network(graph, None, theme=cx.Theme(language=language)).svg)  # noqa: S314  # ours
        texts = (e for e in root.iter(f"{SVG}text") if e.get("font-size") == "11")
        return [e.text or "" for e in texts][:2]

    assert small("en") == ["2 touchpoints · 2 in, 1 out", "1 touchpoint · 0 in, 2 out"]
    assert small("fr") == ["2 points de contact", "2 en entrée, 1 en sortie"]
