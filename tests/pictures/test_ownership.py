"""The picture of ownership: a frame for each team, a card for each part, and how work passes between them."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given

import cxblueprint as cx
from cxblueprint.checks import Finding
from cxblueprint.model import Subject
from cxblueprint.pictures import VIEWS
from cxblueprint.pictures.asked import Asked
from cxblueprint.pictures.engines import MOST_BOXES
from cxblueprint.pictures.facts import JourneyFacts
from cxblueprint.pictures.layout_graph import Rectangle
from cxblueprint.pictures.ownership.channels import Hop, channel_of
from cxblueprint.pictures.ownership.from_graph import ownership_scene
from cxblueprint.pictures.ownership.layout import Layout
from cxblueprint.pictures.ownership.passes import straightened
from cxblueprint.pictures.ownership.stacks import teams_in_order
from cxblueprint.testing import strategies
from tests.torture import TEXTS, everywhere

from .conftest import SVG, Box, box_of, said_by, text_box

if TYPE_CHECKING:
    from .conftest import Build, Drawing

    Look = Callable[[str], Drawing]

draw = VIEWS["ownership"]
TEAMS = [
    {"id": "board", "name": "Board", "function": "executive"},
    {"id": "works", "name": "Works", "reports_to": "board"},
    {"id": "shop", "name": "Shop Team", "reports_to": "board"},
    {"id": "depot", "name": "Depot", "reports_to": "works"},
    {"id": "till", "name": "Till", "reports_to": "works"},
]
ORDER = {
    "id": "order", "name": "Order", "owner": "shop", "opens_request": True,
    "backstage": [{"text": "Packs", "team": "depot"}, {"text": "Books"}],
}  # fmt: skip
TOUCHPOINTS = [
    ORDER,
    {"id": "van", "name": "Van", "owner": "depot"},
    {"id": "pay", "name": "Pay", "owner": "till"},
    {"id": "sign", "name": "Sign"},
]


@pytest.fixture
def graph(journey_of: Build) -> cx.Graph:
    steps = [
        {"touchpoint": "order", "wait": "2d", "moment_of_truth": True},
        {"name": "Looks forward"},
        {"touchpoint": "van"},
        {"touchpoint": "pay"},
        {"touchpoint": "sign"},
        {"touchpoint": "ghost"},
    ]
    return journey_of(*steps, teams=TEAMS, touchpoints=TOUCHPOINTS)


def found(code: str, kind: str, id_: str) -> Finding:
    return Finding(code, "a-rule", "warning", Subject(kind, id_), "something is amiss", "mend it")


def placed(graph: cx.Graph) -> Layout:
    asked = Asked()
    return Layout(ownership_scene(JourneyFacts(graph, "trip", asked)), asked.layouter)


def order_of_teams(graph: cx.Graph) -> list[str]:
    """Return the teams as they stand, from left to right."""
    layout = placed(graph)
    groups = sorted(layout.frames, key=lambda group: layout.frames[group].left)
    return [layout.scene.groups[group].owner.name for group in groups]


def inside(outer: Rectangle, inner: Rectangle) -> bool:
    return (
        outer.left < inner.left
        and outer.top < inner.top
        and outer.right > inner.right
        and outer.bottom > inner.bottom
    )


def meet(one: Rectangle, other: Rectangle) -> bool:
    return (
        one.left < other.right
        and other.left < one.right
        and one.top < other.bottom
        and other.top < one.bottom
    )


# What is drawn


def test_a_small_one_is_made_of_frames_ways_names_and_cards(journey_of: Build, look_at: Look) -> None:
    graph = journey_of({"touchpoint": "order"}, teams=TEAMS, touchpoints=TOUCHPOINTS)
    described = (
        "The teams behind the journey, each with the parts it has in it. 2 teams. 1 hand-off."
        " 1 without an agreement."
    )
    onward = "Leads to 1 Order (Depot, hand-off without an agreement)."
    assert look_at(draw(graph, theme="light").svg).outline() == [
        "svg.light",
        "  title 'The trip'",
        f"  desc '{described}'",
        "  rect.ground",
        "  text.ink 'The trip'",
        "  text.muted 'Blueprint · ownership · 2 teams · 1 hand-off · 1 without an agreement'",
        "  rect.lane-support",
        "  rect.team2-line",
        "  rect.lane-support",
        "  rect.team1-line",
        "  g",
        "    path.unagreed",
        "    path.head-unagreed",
        "  g",
        "    title 'Shop Team: 1 part.'",
        "    rect.ground",
        "    rect.team2",
        "    text.on-badge 'ST'",
        "    text.name 'Shop Team'",
        "  g",
        "    title 'Depot: 1 part.'",
        "    rect.ground",
        "    rect.team1",
        "    text.on-badge 'DE'",
        "    text.name 'Depot'",
        "  g",
        f"    title '1 Order: Shop Team, Frontstage + Backstage. {onward}'",
        "    rect.card",
        "    text.name '1 Order'",
        "    text.muted 'Frontstage + Backstage'",
        "  g",
        "    title '1 Order: Depot, Backstage.'",
        "    rect.card",
        "    text.name '1 Order'",
        "    text.muted 'Backstage'",
        "  line.rule",
        "  text.ink 'Key'",
        "  path.unagreed",
        "  path.head-unagreed",
        "  text.muted 'Hand-off without an agreement'",
    ]


def test_cards_come_in_the_order_of_the_journey(graph: cx.Graph, look_at: Look) -> None:
    onward = "Leads to 3 Van (Depot, work passes, and no hand-off is declared)."
    unagreed = "Leads to 1 Order (Depot, hand-off without an agreement)."
    assert look_at(draw(graph).svg).labels() == [
        f"1 Order: Shop Team, Frontstage + Backstage. Moment of truth. Wait: 2 days. {unagreed} {onward}",
        "1 Order: Depot, Backstage.",
        "3 Van: Depot, Frontstage. Leads to 4 Pay (Till, work passes, and no hand-off is declared).",
        "4 Pay: Till, Frontstage. Leads to 5 Sign (No owner).",
        "5 Sign: No owner, Frontstage. Leads to 6 ghost (No owner).",
        "6 ghost: No owner, Frontstage.",
    ]  # fmt: skip


def test_the_table_has_a_row_for_each_card_team_by_team(graph: cx.Graph) -> None:
    table = draw(graph).table
    assert table.header == ("Team", "Step", "What it does", "Marks", "Leads to")
    assert [row[:3] for row in table.rows] == [
        ("Shop Team", "1 Order", "Frontstage + Backstage"),
        ("Depot", "1 Order", "Backstage"),
        ("Depot", "3 Van", "Frontstage"),
        ("Till", "4 Pay", "Frontstage"),
        ("No owner", "5 Sign", "Frontstage"),
        ("No owner", "6 ghost", "Not declared"),
    ]


def test_what_nobody_owns_has_a_frame_of_dashes(graph: cx.Graph, look_at: Look) -> None:
    outline = look_at(draw(graph).svg).outline()
    at = outline.index("  rect.lane-unpleasant")
    assert outline[at + 1] == "  rect.bad-line.frame-error"
    assert "    text.bad-text 'No owner'" in outline
    assert "    rect.card.ghost" in outline


def test_what_customers_do_alone_is_left_out_and_said_to_be(graph: cx.Graph, look_at: Look) -> None:
    assert "Left out is what customers do alone: 1 step" in look_at(draw(graph).svg).texts()


def test_ways_are_told_apart_and_explained(graph: cx.Graph, look_at: Look) -> None:
    drawing = look_at(draw(graph).svg)
    assert {"cx-flow", "cx-unagreed", "cx-undeclared"} <= drawing.classes()
    assert "cx-handoff" not in drawing.classes()
    assert [text for text in drawing.texts() if text.startswith(("The journey", "Hand-off", "Work"))] == [
        "The journey goes on",
        "Hand-off without an agreement",
        "Work passes, and no hand-off is declared",
    ]


def test_teams_lead_to_their_pages_and_so_do_cards(graph: cx.Graph, look_at: Look) -> None:
    drawing = look_at(draw(graph, link=lambda subject: f"{subject.kind}/{subject.id}/").svg)
    assert [link.get("href") for link in drawing.root.iter(f"{SVG}a")] == [
        "team/shop/",
        "team/depot/",
        "team/till/",
        "touchpoint/order/",
        "touchpoint/order/",
        "touchpoint/van/",
        "touchpoint/pay/",
        "touchpoint/sign/",
        "step/trip/ask/ghost/",
    ]


def test_a_finding_stands_where_the_customer_meets_it(graph: cx.Graph, look_at: Look) -> None:
    picture = draw(
        graph, findings=[found("STD001", "touchpoint", "order"), found("KPI001", "journey", "trip")]
    )
    labels = look_at(picture.svg).labels()
    assert [label.partition(" Finding ")[2] for label in labels if "Finding" in label] == [
        "STD001, warning: something is amiss."
    ]
    assert picture.notes == (
        "STD001 warning: Order: something is amiss",
        "KPI001 warning: The trip: something is amiss",
    )


def test_a_finding_about_a_hand_off_stands_on_its_first_way(journey_of: Build, look_at: Look) -> None:
    again = {"id": "again", "touchpoint": "van"}
    graph = journey_of(
        {"touchpoint": "order"}, {"touchpoint": "van"}, {"touchpoint": "order"}, again,
        teams=TEAMS, touchpoints=[{**ORDER, "backstage": []}, TOUCHPOINTS[1]],
        handoffs=[{"id": "pass", "giver": "shop", "receiver": "depot"}],
    )  # fmt: skip
    picture = draw(graph, findings=[found("SIL003", "handoff", "pass")])
    assert [text for text in look_at(picture.svg).texts() if text == "SIL003"] == ["SIL003"] * 2
    assert picture.svg.count('class="cx-unagreed"') == 4  # three ways, and the key


def test_a_slice_shows_its_stages_alone(journey_of: Build) -> None:
    stages = [
        {"name": "A", "steps": [{"touchpoint": "order"}]},
        {"name": "B", "steps": [{"touchpoint": "sign"}]},
    ]
    graph = journey_of(stages=stages, teams=TEAMS, touchpoints=TOUCHPOINTS)
    assert [row[:2] for row in draw(graph, stage="b").table.rows] == [("No owner", "2 Sign")]


def test_it_goes_to_graphviz_with_a_group_for_each_team(graph: cx.Graph) -> None:
    text = draw(graph).gv
    assert text.count("subgraph cluster_") == 4
    assert 'label="1 Order\\nFrontstage + Backstage"' in text
    assert [style for style in ("solid", "dashed", "dotted") if f"style={style}" in text] == [
        "solid",
        "dashed",
        "dotted",
    ]


# What is not there


def test_a_journey_in_which_nobody_has_a_part_says_so(journey_of: Build) -> None:
    for graph, said in (
        (journey_of(), "No team has a part in this journey yet"),
        (journey_of({"name": "Thinks"}), "No step of this journey names a touchpoint"),
    ):
        picture = draw(graph)
        assert said in picture.svg
        assert (picture.table.rows, picture.engine) == ((), None)


def test_hundreds_of_cards_are_left_to_the_table(journey_of: Build) -> None:
    touchpoints = [{"id": f"t{n}", "name": f"T {n}", "owner": "shop"} for n in range(MOST_BOXES + 1)]
    steps = [{"touchpoint": one["id"]} for one in touchpoints]
    picture = draw(journey_of(*steps, teams=TEAMS, touchpoints=touchpoints))
    assert "This is more than a picture can show: the table lists 301 parts" in picture.svg
    assert (len(picture.table.rows), picture.engine) == (301, None)


def test_a_web_of_ways_that_no_engine_bears_is_left_to_the_table(journey_of: Build) -> None:
    teams = [{"id": f"t{n}", "name": f"Team {n}"} for n in range(60)]
    touchpoints = [{"id": f"p{n}", "name": f"P {n}", "owner": f"t{n}"} for n in range(60)]
    steps = [
        {"touchpoint": f"p{n}", "id": f"s{n}", "next": [{"to": f"s{to}"} for to in range(60) if to != n]}
        for n in range(60)
    ]
    picture = draw(journey_of(*steps, teams=teams, touchpoints=touchpoints))
    assert "This is more than a picture can show: the table lists 60 parts" in picture.svg


# Where it is drawn


def test_teams_stand_from_left_to_right_as_work_is_handed_on(graph: cx.Graph) -> None:
    assert order_of_teams(graph) == ["Shop Team", "Depot", "Till", "No owner"]


def test_who_helps_behind_a_step_stands_to_the_right_of_it(journey_of: Build) -> None:
    helped = [{**ORDER, "id": f"o{n}", "owner": owner} for n, owner in enumerate(("shop", "till", "shop"))]
    graph = journey_of(*({"touchpoint": one["id"]} for one in helped), teams=TEAMS, touchpoints=helped)
    assert order_of_teams(graph) == ["Shop Team", "Till", "Depot"]


def test_the_cards_of_a_team_stand_below_each_other_in_the_order_of_the_journey(journey_of: Build) -> None:
    names = ["order", "van", "pay"] * 4
    graph = journey_of(*({"touchpoint": name} for name in names), teams=TEAMS, touchpoints=TOUCHPOINTS)
    layout = placed(graph)
    for group in layout.frames:
        stack = [
            place for card, place in zip(layout.scene.cards, layout.cards, strict=True) if card.group == group
        ]
        assert len({place.left for place in stack}) == 1
        assert all(above.bottom < below.top for above, below in pairwise(stack))


def test_a_single_team_has_its_cards_in_columns(journey_of: Build) -> None:
    graph = journey_of(*({"touchpoint": "van"} for _ in range(13)), teams=TEAMS, touchpoints=TOUCHPOINTS)
    layout = placed(graph)
    lefts = [place.left for place in layout.cards]
    assert [lefts.count(left) for left in sorted(set(lefts))] == [5, 5, 3]
    assert len({place.top for place in layout.cards}) == 5


def test_frames_hold_their_cards_and_keep_clear_of_each_other(graph: cx.Graph) -> None:
    layout = placed(graph)
    assert all(
        inside(layout.frames[card.group], place)
        for card, place in zip(layout.scene.cards, layout.cards, strict=True)
    )
    assert not any(meet(one, other) for one, other in combinations(layout.frames.values(), 2))


@given(strategies.blueprints(min_journeys=1))
def test_no_way_runs_through_a_card(blueprint: cx.Blueprint) -> None:
    graph = cx.Graph(blueprint)
    for journey in graph.journeys:
        asked = Asked()
        layout = Layout(ownership_scene(JourneyFacts(graph, journey, asked)), asked.layouter)
        for curve, tie in zip(layout.curves, layout.scene.ties, strict=True):
            for place in layout.cards:
                # Ends lie on the sides of their own cards; all else is outside.
                within = [
                    (x, y)
                    for x, y in curve.points
                    if place.left + 0.5 < x < place.right - 0.5 and place.top + 0.5 < y < place.bottom - 0.5
                ]
                assert within == [], (tie, curve)


def test_a_step_that_leads_to_itself_has_a_loop_beside_its_card(journey_of: Build) -> None:
    step = {"touchpoint": "van", "id": "v", "next": [{"to": "v"}]}
    layout = placed(journey_of(step, teams=TEAMS, touchpoints=TOUCHPOINTS))
    (curve,), (card,) = layout.curves, layout.cards
    assert curve.points[0][0] == curve.tip[0] == card.right
    assert max(x for x, _ in curve.points) > card.right + 10


def test_a_track_that_would_be_crossed_lies_on_the_other_side() -> None:
    # Both go down: the lower one turns first, so that the upper one passes outside.
    channel = channel_of({1: Hop(0, 100), 2: Hop(50, 150)})
    assert (channel.tracks, channel.count) == ({2: 0, 1: 1}, 2)


def test_an_end_does_not_lie_on_a_start_at_its_height() -> None:
    # The one that ends where the other starts has its track to the right of it.
    assert channel_of({1: Hop(0, 100), 2: Hop(101, 200)}).tracks == {2: 0, 1: 1}


def test_ways_that_are_far_apart_share_a_track() -> None:
    assert channel_of({1: Hop(0, 50), 2: Hop(100, 150)}).tracks == {1: 0, 2: 0}


def test_a_way_that_stays_level_needs_no_track() -> None:
    assert channel_of({1: Hop(40, 41)}).count == 0


def test_a_way_is_straight_where_nothing_is_in_between() -> None:
    free = straightened({1: [10.0, 40.0, 12.0]}, {1: 0}, {0: [], 1: [(60.0, 90.0)], 2: []})
    blocked = straightened({1: [10.0, 100.0, 12.0]}, {1: 0}, {0: [], 1: [(60.0, 90.0)], 2: []})
    assert (free, blocked) == ({1: [10.0, 10.0, 12.0]}, {1: [10.0, 100.0, 12.0]})


def test_ways_keep_clear_of_each_other_when_they_are_made_straight() -> None:
    levels = {1: [10.0, 10.0, 10.0], 2: [12.0, 30.0, 12.0]}
    assert straightened(levels, {1: 0, 2: 0}, {0: [], 1: [], 2: []}) == levels


def test_a_way_does_not_come_out_of_a_channel_as_high_as_another_goes_into_it() -> None:
    levels = {1: [10.0, 100.0, 150.0], 2: [102.0, 8.0]}
    found = straightened(levels, {1: 0, 2: 0}, {0: [], 1: [(0.0, 85.0), (115.0, 190.0)], 2: []})
    assert found == {1: [10.0, 100.0, 150.0], 2: [102.0, 8.0]}  # there is no room
    found = straightened(levels, {1: 0, 2: 0}, {0: [], 1: [(0.0, 85.0), (125.0, 190.0)], 2: []})
    assert found == {1: [10.0, 108.0, 150.0], 2: [102.0, 8.0]}


def test_teams_that_hand_work_back_and_forth_stand_as_customers_come_to_them(journey_of: Build) -> None:
    graph = journey_of(
        {"touchpoint": "order"}, {"touchpoint": "van"}, {"touchpoint": "order"},
        teams=TEAMS, touchpoints=[{**ORDER, "backstage": []}, TOUCHPOINTS[1]],
    )  # fmt: skip
    scene = ownership_scene(JourneyFacts(graph, "trip", Asked()))
    assert teams_in_order(scene) == [0, 1]


# Whatever is in it


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_no_text_leaves_its_card_or_its_frame(text: str, look_at: Look) -> None:
    graph = cx.Graph(cx.Blueprint.model_validate(everywhere(text)))
    drawing = look_at(draw(graph, "trip").svg)
    cards = list(drawing.cards())
    assert len(cards) == 4
    assert drawing.outside() == []
    assert [words for card, texts in cards for words, box in texts if not card.holds(box)] == []
    assert not any(one.meets(other) for (one, _), (other, _) in combinations(cards, 2))
    for name, frame in _names(drawing):
        assert frame.left < name.left
        assert name.right < frame.right


def _names(drawing: Drawing) -> list[tuple[Box, Box]]:
    """Return where each team's name and its frame lie."""
    frames = [box_of(rect) for rect in drawing.root.iter(f"{SVG}rect") if "-line" in rect.get("class", "")]
    groups = [g for g in drawing.root.iter(f"{SVG}g") if said_by(g)]
    names = [
        text_box(g.findall(f"{SVG}text")[-1])
        for g in groups
        if any(rect.get("class") == "cx-ground" for rect in g.findall(f"{SVG}rect"))
    ]
    found = []
    for name in names:
        frame = next(f for f in frames if f.left < name.left < f.right and abs(f.top - name.top) < 10)
        found.append((name, frame))
    return found


def test_a_team_without_a_name_to_be_seen_is_called_by_its_id(journey_of: Build) -> None:
    graph = journey_of(
        {"touchpoint": "van"}, teams=[{"id": "depot", "name": "\x07"}], touchpoints=TOUCHPOINTS
    )
    assert [row[0] for row in draw(graph).table.rows] == ["depot"]


@given(strategies.blueprints(min_journeys=1))
def test_any_journey_is_drawn_whatever_the_order_of_declaration(blueprint: cx.Blueprint) -> None:
    turned = blueprint.replace(
        teams=blueprint.teams[::-1],
        touchpoints=blueprint.touchpoints[::-1],
        handoffs=blueprint.handoffs[::-1],
    )
    graph = cx.Graph(blueprint)
    for journey in blueprint.journeys:
        one, other = (draw(cx.Graph(each), journey.id) for each in (blueprint, turned))
        ET.fromstring(one.svg)  # noqa: S314  # what we have drawn ourselves
        assert one.svg == other.svg
        assert all(len(row) == len(one.table.header) for row in one.table.rows)
        parts: list[Any] = [row for row in one.table.rows if row[2]]
        assert len(parts) >= sum(step.step.touchpoint is not None for step in graph.journey(journey.id).steps)
