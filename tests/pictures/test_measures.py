"""The picture of measures: what drives what, with its targets, and what nobody has stated."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import cxblueprint as cx
from cxblueprint.pictures import VIEWS
from cxblueprint.pictures.asked import Asked
from cxblueprint.pictures.engines import MOST_BOXES
from cxblueprint.pictures.facts import JourneyFacts
from cxblueprint.pictures.measures.chain import Chain
from cxblueprint.pictures.measures.from_graph import measures_scene

if TYPE_CHECKING:
    from .conftest import Build, Drawing

    Look = Callable[[str], Drawing]

draw = VIEWS["measures"]
CALL = {
    "id": "call", "name": "Call us", "channel": "phone", "owner": "care", "standards": ["answer"],
    "kpis": ["settled"],
}  # fmt: skip
SIGN = {"id": "sign", "name": "Sign", "owner": "shop"}
ANSWER = {"id": "answer", "name": "Answered", "target": "80% within 60s", "baseline": "72%", "owner": "care"}
SETTLED = {
    "id": "settled", "name": "Settled at once", "metric": "fcr", "baseline": "58%",
    "target": "at least 75%", "due": "2027-06-30", "owner": "care", "source": "the desk's tickets",
    "action": "The desk gets one right more", "drives": ["pleased"],
}  # fmt: skip
PLEASED = {
    "id": "pleased", "name": "Pleased", "metric": "csat", "target": "at least 4.5", "owner": "shop",
    "source": "survey", "action": "One question is dropped",
}  # fmt: skip


def kpi(id_: str, **more: Any) -> dict[str, Any]:  # noqa: ANN401  # any field
    return {"id": id_, "name": id_.title(), **more}


@pytest.fixture
def graph(journey_of: Build) -> cx.Graph:
    return journey_of(
        {"touchpoint": "call"}, {"name": "Thinks"}, {"touchpoint": "sign"},
        {"touchpoint": "call", "id": "again"},
        journey={"kpis": ["pleased"], "owner": "shop"}, touchpoints=[CALL, SIGN], standards=[ANSWER],
        kpis=[SETTLED, PLEASED], promises=[{"id": "quick", "statement": "We are quick", "path": ["answer"]}],
    )  # fmt: skip


def columns(graph: cx.Graph) -> dict[str, list[str]]:
    """Return the keys of the cards in each column, by what stands above it."""
    scene = measures_scene(JourneyFacts(graph, "trip", Asked()))
    return {
        heading: [card.key for card in scene.cards if card.column == column]
        for column, heading in enumerate(scene.columns)
    }


def ties(graph: cx.Graph) -> list[str]:
    scene = measures_scene(JourneyFacts(graph, "trip", Asked()))
    return [f"{tie.left} {tie.kind}{'>' if tie.to_the_right else ''} {tie.right}" for tie in scene.ties]


def test_each_thing_stands_in_its_column(graph: cx.Graph) -> None:
    assert columns(graph) == {
        "Journey": ["journey"],
        "KPIs": ["kpi:pleased"],
        "Standards and KPIs": ["kpi:settled", "standard:answer", "gap:sign"],
        "Touchpoint and owner": ["touchpoint:call", "touchpoint:sign"],
    }


def test_ties_say_what_belongs_where_and_what_drives_what(graph: cx.Graph) -> None:
    assert ties(graph) == [
        "journey journey kpi:pleased",
        "kpi:pleased drives kpi:settled",
        "standard:answer holds touchpoint:call",
        "kpi:settled measured touchpoint:call",
        "gap:sign gap touchpoint:sign",
    ]


def test_a_label_says_all_of_its_card(graph: cx.Graph, look_at: Look) -> None:
    assert sorted(look_at(draw(graph, "trip").svg).labels()) == [
        "3 Sign: no standard, no KPI.",
        "Journey The trip. 1 KPI. 2 touchpoints. Owner: Shop Team.",
        (
            "KPI of the journey: Pleased. Metric: CSAT. Higher is better. Target: ≥ 4.5. Source: survey. "
            "Decided on seeing it: One question is dropped. Owner: Shop Team."
        ),
        (
            "KPI: Settled at once. Metric: FCR. Higher is better. Target: ≥ 75%. Today 58%. "
            "By 2027-06-30. Source: the desk's tickets. Decided on seeing it: The desk gets one right more. "
            "Owner: Customer Care. Drives Pleased. Measured at 1, 4 Call us."
        ),
        (
            "Service standard: Answered. Target: 80% ≤ 60s. Today 72%. Owner: Customer Care. "
            "Holds at 1, 4 Call us. Promised: We are quick."
        ),
        "Touchpoint: 1, 4 Call us. Owner: Customer Care.",
        "Touchpoint: 3 Sign. Owner: Shop Team. No standard, no KPI.",
    ]


def test_the_table_says_the_same(graph: cx.Graph) -> None:
    table = draw(graph, "trip").table
    assert table.header == (
        "What", "Name", "Target", "Stands at", "Owner", "Decided on seeing it", "Leads to",
        "Measured or kept at", "Promised", "Not stated",
    )  # fmt: skip
    assert table.rows == (
        ("Journey", "The trip", "", "", "Shop Team", "", "", "", "", ""),
        (
            "Measure (KPI)", "Pleased", "CSAT ≥ 4.5", "", "Shop Team", "One question is dropped", "", "", "",
            "",
        ),
        (
            "Measure (KPI)", "Settled at once", "FCR ≥ 75%", "today 58%, by 2027-06-30", "Customer Care",
            "The desk gets one right more", "Pleased", "1, 4 Call us", "", "",
        ),
        (
            "Service standard", "Answered", "80% ≤ 60s", "today 72%", "Customer Care", "", "", "1, 4 Call us",
            "promised", "",
        ),
        ("Touchpoint", "1, 4 Call us", "", "", "Customer Care", "", "", "", "", ""),
        ("Touchpoint", "3 Sign", "", "", "Shop Team", "", "", "", "", "no standard, no KPI"),
    )  # fmt: skip


def test_what_a_small_one_is_made_of(journey_of: Build, look_at: Look) -> None:
    graph = journey_of(
        {"touchpoint": "call"},
        touchpoints=[CALL | {"kpis": []}], standards=[{"id": "answer", "name": "Answered"}],
        journey={"kpis": ["pleased"]}, kpis=[kpi("pleased", metric="csat")],
    )  # fmt: skip
    assert look_at(draw(graph, "trip", theme="dark").svg).outline() == [
        "svg.dark",
        "  title 'The trip'",
        (
            "  desc 'What drives what, from left to right: the journey, its KPIs, service standards, "
            "touchpoints. 1 KPI, 1 service standard, 1 touchpoint.'"
        ),
        "  rect.ground",
        "  text.ink 'The trip'",
        "  text.muted 'Blueprint · measures · 1 KPI · 1 service standard · 1 touchpoint'",
        "  text.ink 'Journey'",
        "  text.ink 'KPIs'",
        "  text.ink 'Service standard'",
        "  text.ink 'Touchpoint and owner'",
        "  g",
        "    path.flow",
        "    circle.head-flow",
        "    path.flow",
        "  g",
        "    title 'Journey The trip. 1 KPI. 1 touchpoint.'",
        "    rect.card",
        "    text.name 'The trip'",
        "    text.muted '1 KPI · 1 touchpoint'",
        "  g",
        (
            "    title 'KPI of the journey: Pleased. Metric: CSAT. Higher is better. Nothing drives it, as "
            "far as is stated. No target. No source. No owner. Nothing decided.'"
        ),
        "    rect.card",
        "    circle.info",
        "    path.info-line",
        "    text.name 'Pleased'",
        "    text.muted 'CSAT'",
        *(
            line
            for chip in ("no target", "no source", "no owner", "nothing decided")
            for line in ("    rect.unstated", f"    text.muted '{chip}'")
        ),
        "    path.unstated",
        "    circle.icon",
        "  g",
        "    title 'Service standard: Answered. Holds at 1 Call us. No target.'",
        "    rect.card",
        "    path.info-line",
        "    text.name 'Answered'",
        "    rect.unstated",
        "    text.muted 'no target'",
        "  g",
        "    title 'Touchpoint: 1 Call us. Owner: Customer Care.'",
        "    rect.card",
        "    rect.team1",
        "    text.on-badge 'CC'",
        "    text.name '1 Call us'",
        "    text.muted 'Customer Care'",
        "  line.rule",
        "  text.ink 'Key'",
        "  circle.info",
        "  path.info-line",
        "  text.muted 'Higher is better'",
        "  path.info-line",
        "  text.muted 'Service standard'",
        "  rect.unstated",
        "  text.muted 'Not stated'",
        "  text.ink 'Ties'",
        "  path.flow",
        "  text.muted 'KPI of the journey'",
        "  path.flow",
        "  circle.head-flow",
        "  text.muted 'Standard that holds at the touchpoint'",
        "  path.unstated",
        "  circle.icon",
        "  text.muted 'Nothing drives it, as far as is stated'",
        "  text.ink 'Teams'",
        "  rect.team1",
        "  text.on-badge 'CC'",
        "  text.muted 'Customer Care'",
    ]


# The chain


def chain(own: str, local: str = "", **feeds: str) -> dict[str, int]:
    """Return the level of each measure, from what drives what (`a="b c"`) and what is the journey's own."""
    names = sorted({*own.split(), *local.split(), *feeds, *" ".join(feeds.values()).split()})
    blueprint = cx.Blueprint.model_validate(
        {
            "id": "b", "title": "B",
            "kpis": [kpi(name, drives=feeds.get(name, "").split()) for name in names],
            "journeys": [{"id": "j", "name": "J", "kpis": own.split()}],
            "touchpoints": [{"id": "t", "name": "T", "kpis": local.split()}],
        }
    )  # fmt: skip
    found = Chain(cx.Graph(blueprint), tuple(own.split()), tuple(local.split()))
    return {name: found.level(name) for name in sorted(found.members)}


def test_what_drives_a_kpi_stands_to_the_right_of_it_and_what_it_drives_to_the_left() -> None:
    assert chain("csat", spirit="csat", csat="trust", trust="money") == {
        "csat": 0, "spirit": 1, "trust": -1, "money": -2,
    }  # fmt: skip


def test_kpis_of_a_journey_that_drive_each_other_stand_in_order() -> None:
    assert chain("trust csat", csat="trust") == {"trust": 0, "csat": 1}


def test_what_is_measured_at_touchpoints_stands_as_close_to_them_as_it_can() -> None:
    assert chain("trust csat", "fcr wait", csat="trust", fcr="csat", wait="trust") == {
        "trust": 0, "csat": 1, "fcr": 2, "wait": 2,
    }  # fmt: skip
    levels = chain("trust csat", "fcr wait", csat="trust", fcr="csat", wait="trust", spirit="wait")
    assert (levels["wait"], levels["spirit"]) == (1, 2)


def test_a_circle_has_levels_too_and_begins_with_what_drives_from_outside() -> None:
    assert chain("csat", spirit="csat", csat="spirit") == {"csat": 0, "spirit": 1}
    assert chain("a", a="b", b="c", c="b") == {"a": 0, "b": -1, "c": -2}
    assert chain("a", a="z", z="y", y="z") == {"a": 0, "z": -1, "y": -2}
    assert chain("a", a="a") == {"a": 0}


def test_what_leads_into_a_circle_stands_before_it() -> None:
    assert chain("", "a", b="a d", c="d", d="b") == {"a": 1, "b": 2, "d": 1, "c": 2}


@given(st.dictionaries(st.sampled_from("abcdefg"), st.sets(st.sampled_from("abcdefg"), max_size=4)))
def test_without_a_circle_what_drives_stands_to_the_right_of_all_that_it_drives(
    feeds: dict[str, set[str]],
) -> None:
    onward = {name: " ".join(sorted(one for one in targets if one > name)) for name, targets in feeds.items()}
    levels = chain("c", "e", **onward)
    shown = [(name, one) for name, targets in onward.items() for one in targets.split()]
    pairs = [(name, one) for name, one in shown if name in levels and one in levels]
    assert all(levels[name] > levels[one] for name, one in pairs)


@given(
    st.dictionaries(st.sampled_from("abcdefg"), st.sets(st.sampled_from("abcdefg"), max_size=4)),
    st.sets(st.sampled_from("abcdefg"), max_size=3),
    st.sets(st.sampled_from("abcdefg"), max_size=3),
)
def test_every_measure_has_a_level_however_they_drive_each_other(
    feeds: dict[str, set[str]], own: set[str], local: set[str]
) -> None:
    written = {name: " ".join(sorted(targets)) for name, targets in feeds.items()}
    levels = chain(" ".join(sorted(own)), " ".join(sorted(local)), **written)
    assert {*own, *local} <= set(levels)
    assert all(levels[name] >= 0 for name in own)


def test_what_other_journeys_have_is_counted_where_it_drives_and_left_out(journey_of: Build) -> None:
    other = {"id": "other", "name": "Other", "kpis": ["theirs"]}
    trip = {"id": "trip", "name": "Trip", "kpis": ["pleased"]}
    graph = journey_of(
        journeys=[trip, other],
        kpis=[kpi("pleased"), kpi("theirs", drives=["pleased"]), kpi("spirit", drives=["pleased"])],
    )  # fmt: skip
    assert columns(graph)["KPIs that drive them"] == ["kpi:spirit"]
    assert "driven by 1 KPI elsewhere" in draw(graph, "trip").svg


def test_of_what_drives_only_that_is_followed_which_leads_here() -> None:
    assert "elsewhere" not in chain("csat", spirit="csat elsewhere")


def test_a_part_of_another_kpi_is_told_from_what_drives_it(journey_of: Build, look_at: Look) -> None:
    whole, part = kpi("whole"), kpi("part", rolls_up_to="whole")
    graph = journey_of(journey={"kpis": ["whole"]}, kpis=[whole, part])
    assert "kpi:whole rollup kpi:part" in ties(graph)
    assert {"cx-rollup", "cx-head-rollup"} <= look_at(draw(graph, "trip").svg).classes()
    both = kpi("part", rolls_up_to="whole", drives=["whole"])
    assert (
        ties(journey_of(journey={"kpis": ["whole"]}, kpis=[whole, both]))[-1] == "kpi:whole drives kpi:part"
    )


def test_what_closes_a_circle_points_to_the_right(journey_of: Build) -> None:
    graph = journey_of(journey={"kpis": ["a"]}, kpis=[kpi("a", drives=["b"]), kpi("b", drives=["a"])])
    assert ties(graph)[1:] == ["kpi:a drives> kpi:b", "kpi:a drives kpi:b"]


# What is not stated


def test_a_journey_without_a_kpi_has_a_gap(journey_of: Build, look_at: Look) -> None:
    graph = journey_of({"touchpoint": "sign"}, touchpoints=[SIGN])
    assert columns(graph) == {
        "Journey": ["journey"],
        "KPIs": ["gap:journey"],
        "Service standard": ["gap:sign"],
        "Touchpoint and owner": ["touchpoint:sign"],
    }
    assert look_at(draw(graph, "trip").svg).texts().count("no KPI of its own") == 1


def test_what_is_named_and_not_declared_is_dashed_and_says_so(journey_of: Build) -> None:
    graph = journey_of(
        {"touchpoint": "call"}, {"touchpoint": "ghost"}, touchpoints=[CALL], journey={"kpis": ["lost"]}
    )
    scene = measures_scene(JourneyFacts(graph, "trip", Asked()))
    lost = {"kpi:lost", "kpi:settled", "standard:answer", "touchpoint:ghost"}
    assert {card.key for card in scene.cards if card.is_ghost} == lost
    assert {card.missing for card in scene.cards if card.is_ghost} == {("not declared",)}


def test_a_kpi_that_leads_to_nobody_knows_what_says_so(journey_of: Build, look_at: Look) -> None:
    graph = journey_of(journey={"kpis": ["a"]}, kpis=[kpi("a", drives=["lost"])])
    assert any("Drives lost (not declared)." in label for label in look_at(draw(graph, "trip").svg).labels())


def test_which_way_is_better_is_shown_by_shape(journey_of: Build, look_at: Look) -> None:
    kpis = [kpi("up", metric="nps"), kpi("down", metric="churn"), kpi("ces", metric="ces")]
    texts = look_at(draw(journey_of(journey={"kpis": ["up", "down", "ces"]}, kpis=kpis), "trip").svg).texts()
    assert texts.count("?") == 2  # on the card, and in the key
    assert {"Higher is better", "Lower is better", "Which way is better is not stated"} <= set(texts)


def test_a_metric_stands_before_its_target_unless_the_name_says_it(journey_of: Build, look_at: Look) -> None:
    kpis = [
        kpi("nps", metric="nps", target="at least 40", unit="points"),
        kpi("kept", metric="right-first-time", target="at least 90%"),
    ]
    texts = look_at(draw(journey_of(journey={"kpis": ["nps", "kept"]}, kpis=kpis), "trip").svg).texts()
    assert {"≥ 40 points", "right first time ≥ 90%"} <= set(texts)


def test_where_a_target_leaves_no_room_what_it_is_today_stands_below(
    journey_of: Build, look_at: Look
) -> None:
    def heights(unit: str) -> int:
        kpis = [kpi("a", target="at least 40", unit=unit, baseline=31, due="2027-06-30")]
        root = look_at(draw(journey_of(journey={"kpis": ["a"]}, kpis=kpis), "trip").svg).root
        small = [e for e in root.iter() if e.text in (f"≥ 40 {unit}", "today\u00a031 · by\u00a02027-06-30")]
        return len({e.attrib["y"] for e in small})

    assert (heights("points"), heights("million euros a year")) == (1, 2)


# Places


def test_touchpoints_stand_in_the_order_of_the_journey(journey_of: Build, look_at: Look) -> None:
    ids = ["z", "b", "q", "a", "m"]
    kpis = [kpi("k", drives=["top"]), kpi("l", drives=["top"]), kpi("top")]
    touchpoints = [
        {"id": name, "name": name, "kpis": ["k"] if at % 2 else ["l"]} for at, name in enumerate(ids)
    ]
    graph = journey_of(
        *({"touchpoint": name} for name in ids), journey={"kpis": ["top"]}, kpis=kpis, touchpoints=touchpoints
    )
    tops = {text: box.top for box, texts in look_at(draw(graph, "trip").svg).cards() for text, _ in texts}
    in_order = [tops[f"{number} {name}"] for number, name in enumerate(ids, 1)]
    assert in_order == sorted(in_order)


def test_no_tie_crosses_a_card(journey_of: Build, look_at: Look) -> None:
    kpis = [kpi("c", drives=["b"]), kpi("b", drives=["a"]), kpi("a", drives=["money"]), kpi("money"),
            kpi("spirit", drives=["c", "a", "money"]), kpi("local", rolls_up_to="money")]  # fmt: skip
    graph = journey_of(
        {"touchpoint": "x"}, {"touchpoint": "y"}, journey={"kpis": ["a", "b", "c"]}, kpis=kpis,
        touchpoints=[
            {"id": "x", "name": "X", "kpis": ["a", "local"]}, {"id": "y", "name": "Y", "kpis": ["a"]},
        ],
    )  # fmt: skip
    drawing = look_at(draw(graph, "trip").svg)
    cards = [box for box, _ in drawing.cards()]
    passing = [
        (float(d.split()[-1].partition("H")[0]), float(d.rpartition("H")[2]))
        for path in drawing.root.iter()
        if (path.get("class") or "") in ("cx-flow", "cx-drives", "cx-rollup", "cx-measured")
        for d in [piece for piece in (path.get("d") or "").split("C") if "H" in piece]
    ]
    assert len(passing) > 3
    assert [
        (x, y)
        for y, x in passing
        for box in cards
        if box.left < x - 1 < box.right and box.top < y < box.bottom
    ] == []


def test_cards_do_not_overlap_with_findings_on_them(journey_of: Build, look_at: Look) -> None:
    touchpoints = [{"id": f"t{n}", "name": f"T{n}", "standards": [f"s{n}"]} for n in range(8)]
    standards = [{"id": f"s{n}", "name": f"S{n}"} for n in range(8)]
    graph = journey_of(
        *({"touchpoint": f"t{n}"} for n in range(8)), touchpoints=touchpoints, standards=standards
    )
    findings = cx.check(graph, profile="exemplary").findings
    picture = draw(graph, "trip", findings=draw.concerning(graph, "trip", findings))
    boxes = [box for box, _ in look_at(picture.svg).cards()]
    assert picture.svg.count("cx-frame-") >= 8
    assert not any(one.meets(other) for one, other in combinations(boxes, 2))


def test_a_finding_stands_at_its_card_and_in_the_list(graph: cx.Graph) -> None:
    findings = cx.check(graph, select=["KPI009"]).findings
    picture = draw(graph, "trip", findings=draw.concerning(graph, "trip", findings))
    assert picture.notes == ("KPI009 warning: Pleased: KPI 'pleased' has no baseline",)
    assert picture.svg.count(">KPI009<") == 2


def test_a_standard_leads_to_the_page_of_its_touchpoint_where_it_has_none(graph: cx.Graph) -> None:
    def link(subject: cx.Subject) -> str | None:
        return f"{subject.id}/" if subject.kind == "touchpoint" else None

    svg = draw(graph, "trip", link=link).svg
    assert svg.count('href="call/"') == 3  # the standard, the KPI and the touchpoint
    assert svg.count('href="sign/"') == 1


# Sizes


def large(journey_of: Build, touchpoints: int, stages: int = 1) -> cx.Graph:
    ids = [f"t{n}" for n in range(touchpoints)]
    share = -(-touchpoints // stages)
    return journey_of(
        stages=[
            {"name": f"S{at}", "steps": [{"touchpoint": one} for one in ids[at * share : (at + 1) * share]]}
            for at in range(stages)
        ],
        touchpoints=[{"id": one, "name": one.title(), "standards": [f"s{one}"]} for one in ids],
        standards=[{"id": f"s{one}", "target": "90% within 1h"} for one in ids],
    )  # fmt: skip


def test_a_long_journey_is_drawn_whole(journey_of: Build, look_at: Look) -> None:
    picture = draw(large(journey_of, 40), "trip")
    assert len(list(look_at(picture.svg).cards())) == 82
    assert picture.engine == "bundled"


def test_what_is_too_large_for_a_picture_says_so_and_stands_in_the_table(
    journey_of: Build, look_at: Look
) -> None:
    picture = draw(large(journey_of, 200, stages=4), "trip")
    texts = " ".join(look_at(picture.svg).texts())
    assert f"There are 402 things to show, and their ties; a picture shows at most {MOST_BOXES}." in texts
    assert "A stage of the journey can be drawn alone." in texts
    assert (len(picture.table.rows), picture.engine) == (401, None)
    assert draw(large(journey_of, 200, stages=4), "trip", stage="s0").engine == "bundled"
    assert "A stage" not in draw(large(journey_of, 200), "trip").svg


def test_a_journey_in_which_nothing_happens_says_so(journey_of: Build) -> None:
    assert "This journey has no steps yet" in draw(journey_of(), "trip").svg
    assert "No step of this journey names a touchpoint" in draw(journey_of({"name": "Thinks"}), "trip").svg


def test_columns_are_named_by_how_far_they_are_from_the_journey(journey_of: Build) -> None:
    kpis = [
        kpi("a", drives=["b"]), kpi("b", drives=["c"]), kpi("c", drives=["d"]), kpi("d"),
        kpi("local", drives=["a"]), kpi("spirit", drives=["local"]), kpi("pay", drives=["spirit"]),
    ]  # fmt: skip
    graph = journey_of(
        {"touchpoint": "x"}, journey={"kpis": ["a"]}, kpis=kpis,
        touchpoints=[{"id": "x", "name": "X", "kpis": ["local"]}],
    )  # fmt: skip
    assert columns(graph) == {
        "And further": ["kpi:d"],
        "What that leads to": ["kpi:c"],
        "Journey, and what its KPIs lead to": ["journey", "kpi:b"],
        "KPIs": ["kpi:a"],
        "KPIs that drive them": ["kpi:local"],
        "Touchpoint and owner": ["kpi:spirit", "touchpoint:x"],
        "Further drivers": ["kpi:pay"],
    }


def test_a_slice_shows_the_touchpoints_of_its_stages_alone(journey_of: Build) -> None:
    stages = [
        {"name": "A", "steps": [{"touchpoint": "call"}]},
        {"name": "B", "steps": [{"touchpoint": "sign"}]},
    ]
    graph = journey_of(stages=stages, touchpoints=[CALL, SIGN], standards=[ANSWER])
    table = draw(graph, "trip", stage="b").table
    assert [row[:2] for row in table.rows] == [("Journey", "The trip"), ("Touchpoint", "2 Sign")]


def test_it_goes_to_graphviz_with_a_group_for_each_column(graph: cx.Graph) -> None:
    text = draw(graph, "trip").gv
    assert text.count("subgraph cluster_") == 4
    assert 'label="Settled at once\\nFCR ≥ 75%\\ntoday 58%, by 2027-06-30"' in text
    assert "style=bold" in text


def test_an_arrow_points_in_graphviz_where_it_points_in_the_picture(journey_of: Build) -> None:
    circle = journey_of(journey={"kpis": ["a"]}, kpis=[kpi("a", drives=["b"]), kpi("b", drives=["a"])])
    driving = [line for line in draw(circle, "trip").gv.splitlines() if "->" in line and "style=bold" in line]
    assert ["dir=back" in line for line in driving] == [False, True]
    parts = journey_of(journey={"kpis": ["whole"]}, kpis=[kpi("whole"), kpi("part", rolls_up_to="whole")])
    assert draw(parts, "trip").gv.count("dir=back") == 1


def test_figures_are_written_as_the_language_writes_them(journey_of: Build, look_at: Look) -> None:
    graph = journey_of(
        {"touchpoint": "call"},
        journey={"kpis": ["a"]}, kpis=[kpi("a", baseline="61.5%", target="at least 72.5%")],
        touchpoints=[CALL], standards=[ANSWER],
    )  # fmt: skip
    texts = look_at(draw(graph, "trip", theme=cx.Theme(language="fr")).svg).texts()
    assert {text for text in texts if ",5" in text} == {"aujourd’hui\u00a061,5\u00a0%", "≥ 72,5\u00a0%"}
