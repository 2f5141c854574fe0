from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxblueprint.checks import Finding
from cxblueprint.model import Subject
from cxblueprint.pictures import VIEWS
from cxblueprint.pictures.journey_map.curve import curve_pieces, slopes
from cxblueprint.pictures.journey_map.drawing import signed
from cxblueprint.pictures.journey_map.layout import quoted
from cxblueprint.pictures.journey_map.scene import row_names
from cxblueprint.pictures.words import ENGLISH

draw = VIEWS["journey-map"]

if TYPE_CHECKING:
    from .conftest import Build, Drawing

    Look = Callable[[str], Drawing]

FULL: dict[str, Any] = {
    "touchpoint": "call",
    "customer": "Calls",
    "thinking": "Not again",
    "emotion": -2,
    "pains": ["Queue"],
    "opportunities": ["Call back"],
    "wait": "1h",
}
ROOT: dict[str, Any] = {
    "touchpoints": [
        {"id": "call", "name": "Call us", "channel": "phone", "owner": "care", "standards": ["answer"]}
    ],
    "standards": [{"id": "answer", "name": "Answered", "target": "80% within 60s"}],
}


def rows(drawing: Drawing) -> list[str]:
    """Return the names of the rows drawn, from the top."""
    return [text for text in drawing.texts() if text in row_names(ENGLISH).values()]


def test_a_step_is_one_group_and_its_label_says_everything(journey_of: Build, look_at: Look) -> None:
    assert look_at(draw(journey_of(FULL, {"name": "Waits", "emotion": 1}, **ROOT), "trip").svg).labels() == [
        (
            "Step 1 of 2, Call us, stage Ask. Customer: Calls. Channel: Hotline. Feeling: angry (-2). "
            "Thinking: Not again. Pain point: Queue. Opportunity: Call back. Standard: Answered, 80% ≤ 60s. "
            "Wait: 1 hour. Next: 2 Waits."
        ),
        "Step 2 of 2, Waits, stage Ask. Customer: Waits. Feeling: content (+1).",
    ]


def test_what_a_small_map_is_made_of(journey_of: Build, look_at: Look) -> None:
    graph = journey_of(FULL | {"wait": None}, {"name": "Rests", "emotion": 1}, **ROOT)
    assert look_at(draw(graph, "trip", theme="dark").svg).outline() == [
        "svg.dark",
        "  title 'The trip'",
        "  desc 'Journey map: 1 stage and 2 steps. How the customer feels: Call us angry, Rests content.'",
        "  rect.ground",
        "  text.ink 'The trip'",
        "  text.muted 'Blueprint · journey map'",
        "  path.chip",
        "  text.ink 'Ask'",
        "  rect.lane-customer",
        "  text.ink 'Doing'",
        "  rect.lane-support",
        "  text.ink 'Channel'",
        "  path.lane-pleasant",
        "  path.lane-unpleasant",
        *(
            f"  {line}"
            for name in ("delighted", "content", "neutral", "annoyed", "angry")
            for line in ("line.rule", f"text.muted '{name}'")
        ),
        "  text.ink 'Feeling'",
        "  rect.lane-evidence",
        "  text.ink 'Thinking'",
        "  rect.lane-unpleasant",
        "  text.ink 'Pain points'",
        "  rect.lane-pleasant",
        "  text.ink 'Opportunities'",
        "  rect.lane-support",
        "  text.ink 'Standard'",
        *["  line.rule"] * 6,
        "  g",
        "    path.curve",
        "  g",
        (
            "    title 'Step 1 of 2, Call us, stage Ask. Customer: Calls. Channel: Hotline. "
            "Feeling: angry (-2). Thinking: Not again. Pain point: Queue. Opportunity: Call back. "
            "Standard: Answered, 80% ≤ 60s. Next: 2 Rests.'"
        ),
        "    rect.hit",
        "    circle.chip",
        "    text.ink '1'",
        "    text.ink 'Call us'",
        "    text.name 'Calls'",
        "    path.icon",
        "    text.muted 'Hotline'",
        "    circle.face",
        "    g",
        "      path.feature",
        "      path.feature",
        "    text.ink '−2'",
        "    text.name '“Not again”'",
        "    text.name 'Queue'",
        "    text.name 'Call back'",
        "    rect.info",
        "    path.info-line",
        "    text.info-text 'Answered'",
        "    text.info-text '80% ≤ 60s'",
        "  g",
        "    title 'Step 2 of 2, Rests, stage Ask. Customer: Rests. Feeling: content (+1).'",
        "    rect.hit",
        "    circle.chip",
        "    text.ink '2'",
        "    text.ink 'Rests'",
        "    text.name 'Rests'",
        "    circle.face",
        "    g",
        "      path.feature",
        "      path.feature",
        "    text.ink '+1'",
        "  line.rule",
        "  text.ink 'Key'",
        "  path.info-line",
        "  text.muted 'Service standard: its target'",
        "  text.muted 'Feeling on average −0.5 · lowest at Call us · highest at Rests'",
    ]


def test_the_table_says_the_same(journey_of: Build) -> None:
    table = draw(journey_of(FULL, {"name": "Waits"}, **ROOT), "trip").table
    assert table.header == (
        "Step", "Stage", "Doing", "Channel", "Feeling", "Thinking", "Pain points", "Opportunities",
        "Standard", "Marks", "Next",
    )  # fmt: skip
    assert table.rows == (
        (
            "1 Call us", "Ask", "Calls", "Hotline", "angry (-2)", "Not again", "Queue", "Call back",
            "Answered 80% ≤ 60s", "Wait: 1 hour", "2 Waits",
        ),
        ("2 Waits", "Ask", "Waits", "", "", "", "", "", "", "", ""),
    )  # fmt: skip


def test_rows_without_content_are_left_out(journey_of: Build, look_at: Look) -> None:
    assert rows(look_at(draw(journey_of({"name": "Thinks"}), "trip").svg)) == ["Doing"]


def test_a_journey_in_which_no_step_states_a_feeling_says_so_and_draws_no_curve(
    journey_of: Build, look_at: Look
) -> None:
    drawing = look_at(draw(journey_of({"name": "Thinks"}), "trip").svg)
    assert "No step says how the customer feels" in drawing.texts()
    assert "cx-curve" not in drawing.classes()


def test_an_unknown_feeling_leaves_a_gap_and_no_face(journey_of: Build, look_at: Look) -> None:
    graph = journey_of(
        {"name": "a", "emotion": 1}, {"name": "b"}, {"name": "c", "emotion": 1}, {"name": "d", "emotion": 0}
    )
    outline = look_at(draw(graph, "trip").svg).outline()
    assert [line.strip() for line in outline if "curve" in line or "face" in line] == [
        "path.curve-gap",
        "path.curve",
        "circle.face",
        "circle.face",
        "circle.face",
        "path.curve-gap",
    ]
    assert any("stated at 3 of 4 steps" in line for line in outline)


def test_faces_differ_by_shape(journey_of: Build, look_at: Look) -> None:
    graph = journey_of(*({"name": str(feeling), "emotion": feeling} for feeling in (-2, -1, 0, 1, 2)))
    groups = [
        e
        for e in look_at(draw(graph, "trip").svg).root.iter()
        if (e.get("transform") or "").startswith("translate(")
    ]
    mouths = [list(group)[-1].get("d") for group in groups if len(list(group)) == 2]
    assert len(mouths) == len(set(mouths)) == 5


def test_a_straight_journey_needs_no_row_of_ways(journey_of: Build, look_at: Look) -> None:
    assert "Ways" not in rows(look_at(draw(journey_of({"name": "a"}, {"name": "b"}), "trip").svg))


def test_branches_and_loops_are_shown_in_a_row_of_ways(journey_of: Build, look_at: Look) -> None:
    graph = journey_of(
        {
            "id": "a",
            "name": "a",
            "next": [{"to": "b", "when": "yes"}, {"to": "c", "when": "no", "share": 0.25}],
        },
        {"id": "b", "name": "b"},
        {"id": "c", "name": "c", "next": [{"to": "a", "when": "again"}]},
    )
    drawing = look_at(draw(graph, "trip").svg)
    assert rows(drawing)[0] == "Ways"
    assert [text for text in drawing.texts() if text in ("yes", "no (25%)", "again")] == [
        "yes",
        "no (25%)",
        "again",
    ]
    assert {"cx-loop", "cx-flow"} <= drawing.classes()


def test_findings_stand_below_their_step(journey_of: Build, look_at: Look) -> None:
    findings = [
        Finding("OWN001", "x", "error", Subject("touchpoint", "call"), "is wrong", "hint"),
        Finding("STD002", "y", "info", Subject("step", "trip/ask/waits"), "is odd", "hint"),
        Finding("KPI001", "z", "warning", Subject("journey", "trip"), "has none", "hint"),
    ]
    picture = draw(journey_of(FULL, {"name": "Waits"}, **ROOT), "trip", findings=findings)
    drawing = look_at(picture.svg)
    assert rows(drawing)[-1] == "Findings"
    assert [[code in label for code in ("OWN001", "STD002", "KPI001")] for label in drawing.labels()] == [
        [True, False, False],
        [False, True, False],
    ]
    assert len(picture.notes) == 3


def test_a_wait_is_said_where_it_happens(journey_of: Build, look_at: Look) -> None:
    assert "then waits 1 hour" in look_at(draw(journey_of(FULL, **ROOT), "trip").svg).texts()


def test_a_journey_without_steps_says_so(journey_of: Build, look_at: Look) -> None:
    picture = draw(journey_of(stages=[]), "trip")
    assert "This journey has no steps yet" in look_at(picture.svg).texts()
    assert picture.sticky == ""


def test_a_step_leads_to_its_page(journey_of: Build, look_at: Look) -> None:
    picture = draw(journey_of({"name": "a"}), "trip", link=lambda subject: f"{subject.kind}/")
    assert [e.get("href") for e in look_at(picture.svg).root.iter() if e.tag.endswith("}a")] == ["step/"]


@pytest.mark.parametrize(
    ("mean", "feelings"), [("+1.5", (1, 2)), ("0", (1, -1)), ("−0.5", (0, -1)), ("0", (0, 0))]
)
def test_the_average_feeling_is_said(
    journey_of: Build, look_at: Look, mean: str, feelings: tuple[int, int]
) -> None:
    graph = journey_of(
        *({"name": f"s{number}", "emotion": feeling} for number, feeling in enumerate(feelings))
    )
    remark = next(
        text for text in look_at(draw(graph, "trip").svg).texts() if text.startswith("Feeling on average")
    )
    assert remark.split(" · ")[0] == f"Feeling on average {mean}"


def test_a_feeling_is_written_with_its_sign() -> None:
    assert [signed(feeling) for feeling in (-2, 0, 1)] == ["−2", "0", "+1"]


def test_a_thought_is_put_in_quotation_marks_once() -> None:
    assert [
        quoted("Why?", ENGLISH),
        quoted("“Why?”", ENGLISH),
        quoted("", ENGLISH),
        quoted("「はい」", ENGLISH),
    ] == [
        "“Why?”",
        "“Why?”",
        "",
        "「はい」",
    ]


POINTS = st.lists(st.integers(-2, 2), min_size=2, max_size=12).map(
    lambda feelings: [(float(100 * column), float(50 * feeling)) for column, feeling in enumerate(feelings)]
)


def stays_between(points: list[tuple[float, float]]) -> bool:
    """Tell whether each piece of the curve is held between the two points that it joins."""
    for (start, end), piece in zip(pairwise(points), curve_pieces(points), strict=True):
        heights = [float(word) for word in piece.removeprefix("C").split()][1::2]
        low, high = sorted((start[1], end[1]))
        if not all(low - 0.01 <= y <= high + 0.01 for y in heights):
            return False
    return True


@given(POINTS)
def test_the_curve_stays_between_what_was_stated(points: list[tuple[float, float]]) -> None:
    assert stays_between(points)


@given(POINTS)
def test_the_curve_is_level_where_the_feeling_turns(points: list[tuple[float, float]]) -> None:
    steep = slopes(points)
    for index in range(1, len(points) - 1):
        before, here, after = (y for _, y in points[index - 1 : index + 2])
        if (here - before) * (after - here) <= 0:
            assert steep[index] == 0


def test_one_point_makes_no_curve() -> None:
    assert (slopes([(0.0, 1.0)]), curve_pieces([(0.0, 1.0)])) == ([0.0], [])


UNEVEN = st.lists(st.tuples(st.integers(1, 9), st.integers(-2, 2)), min_size=2, max_size=9).map(
    lambda steps: [
        (float(100 * sum(gap for gap, _ in steps[: index + 1])), float(50 * feeling))
        for index, (_, feeling) in enumerate(steps)
    ]
)


@given(UNEVEN)
def test_gaps_in_what_is_known_do_not_make_the_curve_overshoot(points: list[tuple[float, float]]) -> None:
    assert stays_between(points)


def test_more_than_fits_is_counted(journey_of: Build, look_at: Look) -> None:
    standards = [{"id": f"s{number}", "target": "at least 4"} for number in range(6)]
    touchpoint = {"id": "call", "name": "Call us", "standards": [standard["id"] for standard in standards]}
    step = {"touchpoint": "call", "pains": [f"Pain {number}" for number in range(8)]}
    texts = look_at(draw(journey_of(step, touchpoints=[touchpoint], standards=standards), "trip").svg).texts()
    assert [text for text in texts if text.startswith("and ")] == ["and 4 more", "and 4 more standards"]


def test_many_lowest_steps_are_counted(journey_of: Build, look_at: Look) -> None:
    steps = [{"name": f"s{number}", "emotion": -2} for number in range(6)]
    texts = look_at(draw(journey_of(*steps, {"name": "end", "emotion": 2}), "trip").svg).texts()
    assert "Feeling on average −1.4 · lowest at s0, s1, s2 and 3 more · highest at end" in texts


def test_a_name_that_stands_for_what_nobody_stated_stands_back(journey_of: Build, look_at: Look) -> None:
    outline = look_at(
        draw(journey_of({"touchpoint": "call"}, {"name": "Rests"}, **ROOT), "trip").svg
    ).outline()
    assert [line.strip() for line in outline if line.strip().startswith("text.name")] == [
        "text.name.muted 'Call us'",
        "text.name 'Rests'",
    ]
