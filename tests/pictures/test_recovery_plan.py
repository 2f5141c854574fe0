"""The plan back to normal: causes, actions in their calendar, dates, and how one knows that it is over."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest

from cxblueprint.pictures import VIEWS, Picture

from .conftest import said_by
from .recoveries import PLAN, column, graph_of, plan, rows_of, whole

if TYPE_CHECKING:
    from .conftest import Drawing

    Look = Callable[[str], Drawing]

draw = VIEWS["recovery"]
NINE = {"started": "2026-11-09"}
"""A Monday."""


def action(name: str, lead: str | None = None, *after: str, **more: Any) -> dict[str, Any]:  # noqa: ANN401  # any fact
    return {"id": name, "text": f"Do {name}", "after": after, **({"lead_time": lead} if lead else {}), **more}


def bars(picture: Picture, look_at: Look) -> list[tuple[str, float, float]]:
    """Return each bar with its class, its left side and its right side, row by row."""
    found = []
    for group in look_at(picture.svg).root.iter():
        if not said_by(group).startswith("Action "):
            continue
        shapes = [e for e in group if e.tag.endswith("}rect") and e.get("height") == "16"]
        for e in shapes[:1]:
            left = float(e.attrib["x"])
            found.append((e.attrib["class"], left, left + float(e.attrib["width"])))
    return found


def line_at(picture: Picture, class_: str, look_at: Look) -> set[float]:
    """Return where the vertical lines of a class stand."""
    lines = [
        e for e in look_at(picture.svg).root.iter() if e.tag.endswith("}line") and e.get("class") == class_
    ]
    return {float(e.attrib["x1"]) for e in lines}


def test_each_card_says_everything_in_the_order_of_the_story(look_at: Look) -> None:
    assert look_at(draw(whole(), "back").svg).labels()[4:] == [
        "What happened: Late answers. They waited. Raised by us.",
        "Cause: The form. 80% of the harm. Main cause. Our own doing. Addressed by 2.",
        "Cause: The post. 20% of the harm. From outside.",
        (
            "Action 1 of 3: Stop it. Done. Containment. Team: Service Desk. At the earliest: 9 Nov. "
            "Takes: 1 business day. On the critical path."
        ),
        (
            "Action 2 of 3: Mend it. Corrective. Team: Board. At the earliest: 10 Nov to 13 Nov. "
            "Takes: 4 business days. After: 1. Addresses: The form. Slack: none. On the critical path."
        ),
        (
            "Action 3 of 3: Tell all. Corrective. At the earliest: 10 Nov to 11 Nov. Takes: 2 business days. "
            "After: 1. Slack: 2 business days."
        ),
        "Headline measure. Satisfaction. 62% → ≥ 80%. Team: Service Desk.",
        "Gone through with the customer. every week.",
        "The customer is asked about. the plan, the progress.",
        "Trust is back when. They call no more.",
        "Confirmed by the customer. Their boss, 21 Nov 2026.",
    ]


def test_the_description_tells_the_story_in_short() -> None:
    assert draw(whole(), "back").description == (
        "Way up, A query runs late: 2 levels. The customer is told after 4 hours. "
        "Level 1: Desk lead, not solved within 2 hours. Level 2: Director, not solved within 4 hours. "
        "Recovery plan: 3 actions, 1 done. "
        "Main cause: The form. On the critical path: actions 1, 2. Business as usual 18 Nov 2026. "
        "Date the customer was given 20 Nov 2026. "
        "Planned to end 13 Nov 2026, 5 business days before the date given."
    )


def test_the_table_says_the_same() -> None:
    picture = draw(whole(), "back")
    assert picture.table.header == ("Part", "What", "Who", "When", "More")
    who, when, more = (column(picture, "Action", name) for name in ("Who", "When", "More"))
    assert column(picture, "Action", "What") == ["Stop it", "Mend it", "Tell all"]
    assert who == ["Service Desk", "Board", ""]
    assert when == ["9 Nov", "10 Nov to 13 Nov", "10 Nov to 11 Nov"]
    assert more == [
        "containment; Takes: 1 business day; On the critical path; Done",
        (
            "corrective; Takes: 4 business days; After: 1; Addresses: The form; Slack: none; "
            "On the critical path"
        ),
        "corrective; Takes: 2 business days; After: 1; Slack: 2 business days",
    ]
    assert column(picture, "Date", "What") == [
        "Started 9 Nov 2026",
        "Plan reviewed 10 Nov 2026",
        "Date given to the customer on 11 Nov 2026",
        "12 Nov 2026: Halfway",
        "Business as usual 18 Nov 2026",
        "Date the customer was given 20 Nov 2026",
        "Planned to end 13 Nov 2026, 5 business days before the date given",
    ]


def test_actions_and_what_they_wait_for_are_a_graph() -> None:
    text = draw(graph_of(recovery_plans=[PLAN]), "back").gv
    assert [line.strip() for line in text.splitlines() if "->" in line] == [
        "n0 -> n1 [style=bold]",
        "n0 -> n2 [style=solid]",
    ]


# The calendar


def test_a_bar_reaches_from_the_first_day_to_the_end_of_the_last(look_at: Look) -> None:
    actions = [action("a", "5bd"), action("b", "2bd", "a"), action("c", "1w")]
    picture = draw(plan(*actions, **NINE, committed_to="2026-11-13", bau_date="2026-11-17"), "back")
    (_, a_left, a_right), (_, b_left, b_right), (_, c_left, c_right) = bars(picture, look_at)
    day = (a_right - a_left) / 5
    assert c_left == a_left
    assert round((b_left - a_right) / day, 2) == 2  # the weekend
    assert round((c_right - c_left) / day, 2) == 7
    assert line_at(picture, "cx-date-given", look_at) == {a_right}
    assert line_at(picture, "cx-date-usual", look_at) == {b_right}
    assert line_at(picture, "cx-date-end", look_at) == {b_right}


def test_kinds_of_actions_differ_by_shape_and_word(look_at: Look) -> None:
    kinds = ("containment", "corrective", None)
    actions = [action(f"a{n}", "2bd", **({"kind": kind} if kind else {})) for n, kind in enumerate(kinds)]
    picture = draw(plan(*actions, **NINE), "back")
    assert [class_ for class_, _, _ in bars(picture, look_at)] == ["cx-warn", "cx-info", "cx-bar cx-ghost"]
    radii = [e.get("rx") for e in look_at(picture.svg).root.iter() if e.get("height") == "16" and e.get("rx")]
    assert radii == ["8", "8", "2", "2"]  # the frame of the critical path is around the first alone
    texts = look_at(picture.svg).texts()
    assert [text for text in texts if text in ("containment", "corrective", "kind not stated")] == [
        "containment", "corrective", "kind not stated",
    ]  # fmt: skip


def test_the_critical_path_is_framed_hatched_and_joined_by_heavy_arrows(look_at: Look) -> None:
    actions = [action("a", "5bd"), action("b", "5bd", "a", "c"), action("c", "2bd")]
    outline = look_at(draw(plan(*actions, **NINE), "back").svg).outline()
    drawn = [line.strip() for line in outline if line.strip().startswith(("path.", "rect.critical"))]
    assert [line for line in drawn if "critical" in line or "hatch" in line] == [
        "path.critical", "path.head-critical",
        "path.hatch", "rect.critical", "path.hatch", "rect.critical",
        "path.hatch", "rect.critical",  # in the key
    ]  # fmt: skip


def test_what_is_done_is_ticked(look_at: Look) -> None:
    picture = draw(plan(action("a", "5bd", done=True), action("b", "5bd"), **NINE), "back")
    [done, _] = [g for g in look_at(picture.svg).root.iter() if said_by(g).startswith("Action ")]
    ticks = [e for e in done if e.tag.endswith("}path") and e.get("class") == "cx-critical"]
    assert len(ticks) == 2  # beside the word, and on the bar
    assert "done" in [e.text for e in done]


def test_slack_is_a_whisker_as_long_as_it_is(look_at: Look) -> None:
    picture = draw(plan(action("a", "5bd"), action("b", "2bd"), **NINE), "back")
    (_, _, a_right), (_, _, b_right) = bars(picture, look_at)
    [whisker] = [
        e for e in look_at(picture.svg).root.iter() if e.get("class") == "cx-loop" and "v8" in e.get("d", "")
    ][:1]
    assert whisker.attrib["d"].startswith(f"M{b_right:g} ")
    assert f"H{a_right:g}" in whisker.attrib["d"].replace(".00", "")


def test_an_action_without_a_lead_time_has_a_dashed_stub_and_no_end(look_at: Look) -> None:
    picture = draw(plan(action("a"), action("b", "2bd", "a"), **NINE), "back")
    assert [class_ for class_, _, _ in bars(picture, look_at)] == ["cx-bar cx-ghost", "cx-bar cx-ghost"]
    assert column(picture, "Action", "When") == ["from 9 Nov on", "9 Nov to 10 Nov"]
    assert "Ends not before 10 Nov 2026" in column(picture, "Date", "What")


def test_holidays_are_no_working_days() -> None:
    calendars = [{"id": "c", "name": "C", "holidays": ["2026-11-10"]}]
    plans = [{"id": "back", "name": "Back", "actions": [action("a", "2bd")], **NINE}]
    picture = draw(graph_of(calendars=calendars, clock="c", recovery_plans=plans), "back")
    assert column(picture, "Action", "When") == ["9 Nov to 11 Nov"]


def test_a_plan_without_a_start_counts_working_days_from_0(look_at: Look) -> None:
    graph = plan(action("a", "7bd"), action("b", "1w", "a"), committed_to="2027-01-08", bau_date="2026-12-24")
    picture = draw(graph, "back")
    assert column(picture, "Action", "When") == ["day 0 to day 7", "day 7 to day 12"]
    assert "Working day" in look_at(picture.svg).texts()
    assert rows_of(picture, "Dates") == [
        ("Business as usual 24 Dec 2026; Date the customer was given 8 Jan 2027", "", ""),
    ]
    (_, _, a_right), (_, b_left, _) = bars(picture, look_at)
    assert a_right == b_left  # no weekend between


def test_a_long_plan_without_a_start_counts_in_larger_steps(look_at: Look) -> None:
    texts = look_at(draw(plan(action("a", "60bd")), "back").svg).texts()
    assert [text for text in texts if text in ("0", "5", "10", "55")] == ["0", "5", "10", "55"]


def test_a_plan_starts_on_the_day_on_which_a_date_was_given_if_nobody_says_when_it_did() -> None:
    picture = draw(plan(action("a", "1bd"), committed_on="2026-11-10"), "back")
    assert column(picture, "Action", "When") == ["10 Nov"]


@pytest.mark.parametrize(
    ("end", "cells"),
    [
        ("2026-11-20", ["Nov 2026", "9", "10", "11"]),
        ("2027-02-20", ["Nov 2026", "9", "16", "23"]),
        ("2028-02-20", ["2026", "Nov", "Dec", "2027", "Jan"]),
        ("2058-02-20", ["2026", "2028", "2056"]),
        ("9999-12-31", ["3000", "4000", "9000"]),
    ],
)
def test_the_calendar_is_as_fine_as_there_is_room_for(end: str, cells: list[str], look_at: Look) -> None:
    drawing = look_at(draw(plan(action("a", "1bd"), **NINE, bau_date=end), "back").svg)
    assert [cell for cell in cells if cell not in drawing.texts()] == []
    assert drawing.overlapping() == []


# Dates


@pytest.mark.parametrize(
    ("given", "said", "class_"),
    [
        ("2026-11-20", "Earliest end 13 Nov 2026, 5 business days before the date given", "ink"),
        ("2026-11-16", "Earliest end 13 Nov 2026, 1 business day before the date given", "ink"),
        ("2026-11-13", "Earliest end 13 Nov 2026, no business day to spare", "ink"),
        ("2026-11-14", "Earliest end 13 Nov 2026, no business day to spare", "ink"),
        ("2026-11-11", "Earliest end 13 Nov 2026, 2 business days after the date given", "bad-text"),
        (None, "Earliest end 13 Nov 2026", "ink"),
    ],
)
def test_the_earliest_end_stands_beside_the_date_given(
    given: str | None, said: str, class_: str, look_at: Look
) -> None:
    picture = draw(plan(action("a", "5bd"), **NINE, **({"committed_to": given} if given else {})), "back")
    lines = [
        line.strip() for line in look_at(picture.svg).outline() if "end 13 Nov" in line and "text." in line
    ]
    assert lines == [f"text.{class_} '{said}'"]


def test_nothing_ends_any_more_when_all_is_done() -> None:
    picture = draw(plan(action("a", "5bd", done=True), **NINE), "back")
    assert column(picture, "Date", "What") == ["Started 9 Nov 2026"]


def test_milestones_are_diamonds(look_at: Look) -> None:
    milestones = [{"name": f"M{n}", "date": f"2026-11-{n}"} for n in (10, 12, 19)]
    outline = look_at(draw(plan(action("a", "5bd"), **NINE, milestones=milestones), "back").svg).outline()
    assert sum(line.strip() == "path.diamond" for line in outline) == 4  # one of them in the key


def test_what_is_said_of_many_dates_does_not_meet(look_at: Look) -> None:
    milestones = [{"name": f"Milestone number {n}", "date": f"2026-11-{9 + n // 2:02}"} for n in range(24)]
    graph = plan(
        action("a", "5bd"), **NINE, milestones=milestones, reviewed_on="2026-11-09",
        committed_on="2026-11-09", committed_to="2026-11-20", bau_date="2026-11-20",
    )  # fmt: skip
    drawing = look_at(draw(graph, "back").svg)
    assert drawing.overlapping() == []
    assert drawing.outside() == []


# Circles


def test_actions_that_wait_for_each_other_are_listed_and_never_begin(look_at: Look) -> None:
    actions = [
        action("a", "1bd"), action("b", "1bd", "d", "a"), action("c", "1bd", "b"), action("d", "1bd", "c"),
        action("e", "1bd", "d"), action("f", "1bd", "f"),
    ]  # fmt: skip
    picture = draw(plan(*actions, **NINE), "back")
    assert rows_of(picture, "Circle") == [
        ("2 Do b waits for 4 Do d, which waits for 3 Do c, which waits for 2 Do b", "", ""),
        ("6 Do f waits for itself", "", ""),
    ]
    assert [text.rpartition(": ")[2] for text in column(picture, "Action", "More")] == [
        "1 business day", "waits for 4 Do d", "waits for 2 Do b", "waits for 3 Do c", "waits for 4 Do d",
        "waits for 6 Do f",
    ]  # fmt: skip
    assert len(bars(picture, look_at)) == 1
    assert "cx-critical" not in look_at(picture.svg).classes()


def test_many_circles_are_counted(look_at: Look) -> None:
    texts = look_at(draw(plan(*(action(f"a{n}", None, f"a{n}") for n in range(11))), "back").svg).texts()
    assert "and 3 more" in texts


# Sizes


@pytest.mark.parametrize("count", [1, 40, 400])
def test_any_number_of_actions_is_drawn_row_by_row(count: int, look_at: Look) -> None:
    actions = [action(f"a{n}", f"{n % 9 + 1}bd", *([f"a{n - 3}"] if n > 3 else [])) for n in range(count)]
    picture = draw(plan(*actions, **NINE, committed_to="2027-11-09"), "back")
    drawing = look_at(picture.svg)
    boxes = [box for box, _ in drawing.cards()]
    assert len(boxes) == count + 5
    assert not any(one.meets(other) for one, other in combinations(boxes, 2))
    assert (drawing.outside(), len(rows_of(picture, "Action"))) == ([], count)
    ET.fromstring(picture.svg)  # noqa: S314  # what we have drawn ourselves
