"""The way up: an axis of times in order, a lane for each level, and what the customer is told."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from typing import TYPE_CHECKING, Any

import pytest

import cxblueprint as cx
from cxblueprint.pictures import VIEWS

from .recoveries import ANSWERED, POLICY, finding, graph_of, policy

if TYPE_CHECKING:
    from .conftest import Drawing

    Look = Callable[[str], Drawing]

draw = VIEWS["recovery"]


def axis(graph: cx.Graph, look_at: Look) -> list[str]:
    """Return the times along the axis, from the left."""
    [group] = [e for e in look_at(draw(graph, "up").svg).root if e.get("aria-hidden") == "true"]
    texts = [e for e in group if e.tag.endswith("}text") and e.get("font-size") == "12.5"]
    return [e.text or "" for e in sorted(texts, key=lambda e: float(e.attrib["x"]))]


def lefts(graph: cx.Graph, look_at: Look) -> list[float]:
    """Return the left sides of the cards of levels, level by level."""
    cards = list(look_at(draw(graph, "up").svg).cards())
    return [box.left for box, texts in cards if any(words.startswith("Role ") for words, _ in texts)]


def roles(count: int) -> list[dict[str, Any]]:
    return [{"id": f"r{n}", "name": f"Role {n}"} for n in range(1, count + 1)]


def levels(*after: str | None, kind: str | None = None) -> cx.Graph:
    """Build a policy whose levels come after these times."""
    facts = [
        {"role": f"r{n}", **({"after": time} if time else {}), **({"kind": kind} if kind else {})}
        for n, time in enumerate(after, 1)
    ]
    policies = [{"id": "up", "name": "Up", "levels": facts}]
    return graph_of(roles=roles(len(after)), escalation_policies=policies)


def test_what_a_small_ladder_is_made_of(look_at: Look) -> None:
    graph = graph_of(escalation_policies=[POLICY])
    assert look_at(draw(graph, "up", theme="light").svg).outline() == [
        "svg.light",
        "  title 'A query runs late'",
        (
            "  desc 'Way up, A query runs late: 2 levels. The customer is told after 4 hours. "
            "Level 1: Desk lead, not solved within 2 hours. Level 2: Director, not solved within 4 hours.'"
        ),
        "  rect.ground",
        "  text.ink 'A query runs late'",
        "  text.muted 'Blueprint · escalation policy'",
        "  rect.lane-customer",
        "  text.ink 'Customer'",
        "  rect.lane-support",
        "  text.ink 'Start'",
        "  rect.lane-frontstage",
        "  text.ink 'Level 1'",
        "  text.muted 'knows more'",
        "  rect.lane-backstage",
        "  text.ink 'Level 2'",
        "  text.muted 'may decide more'",
        "  g",
        "    line.flow",
        *(
            f"    {line}"
            for time in ("Start", "2 hours", "4 hours", "1 day")
            for line in ("line.flow", "line.rule", f"text.ink '{time}'")
        ),
        "    line.limit",
        *["    path.flow", "    path.head-flow"] * 2,
        "    path.handoff",
        "    path.head-handoff",
        "    rect.ground",
        "    text.ink 'not solved within 2 hours'",
        "    rect.ground",
        "    text.ink 'not solved within 4 hours'",
        "  g",
        "    title 'The clock starts with query.received. May raise the alarm: Anyone.'",
        "    rect.card",
        "    path.icon",
        "    text.name 'query.received'",
        "    text.muted 'May raise the alarm: Anyone'",
        "  g",
        "    title 'The customer is told after 4 hours.'",
        "    rect.card",
        "    path.icon",
        "    text.name 'The customer is told'",
        "    text.muted 'after 4 hours'",
        "  g",
        (
            "    title 'Level 1 of 2: Desk lead. Team: Service Desk. Somebody who knows more. "
            "Called in: not solved within 2 hours.'"
        ),
        "    rect.card",
        "    path.icon",
        "    text.name 'Desk lead'",
        "    text.muted 'Team lead'",
        "    rect.team1",
        "    text.on-badge 'SD'",
        "    text.muted 'Service Desk'",
        "  g",
        (
            "    title 'Level 2 of 2: Director. Team: Board. Somebody who may decide more. "
            "Called in: not solved within 4 hours.'"
        ),
        "    rect.card",
        "    path.icon",
        "    text.name 'Director'",
        "    rect.team0",
        "    text.on-badge 'BO'",
        "    text.muted 'Board'",
        "  g",
        "    title 'Service standard Answered, 90% ≤ 1d, has run out after 1 day.'",
        "    rect.bad",
        "    path.bad-line",
        "    text.bad-text.name 'Answered'",
        "    text.bad-text '90% ≤ 1d'",
        "  line.rule",
        "  text.ink 'Key'",
        "  path.icon",
        "  text.muted 'Somebody who knows more'",
        "  path.icon",
        "  text.muted 'Somebody who may decide more'",
        "  path.handoff",
        "  path.head-handoff",
        "  text.muted 'Goes up'",
        "  path.flow",
        "  path.head-flow",
        "  text.muted 'Goes to who knows more'",
        "  path.limit",
        "  text.muted 'A service standard has run out'",
        "  text.ink 'Teams'",
        "  rect.team1",
        "  text.on-badge 'SD'",
        "  text.muted 'Service Desk'",
        "  rect.team0",
        "  text.on-badge 'BO'",
        "  text.muted 'Board'",
    ]


def test_the_table_says_the_same() -> None:
    table = draw(graph_of(escalation_policies=[POLICY]), "up").table
    assert table.header == ("Part", "What", "Who", "When", "More")
    assert table.rows == (
        ("Start", "query.received", "May raise the alarm: Anyone", "", ""),
        ("Customer", "The customer is told", "", "after 4 hours", ""),
        ("Service standard", "Answered", "", "90% ≤ 1d", ""),
        ("Level 1", "Desk lead", "Service Desk", "not solved within 2 hours", "knows more; Team lead"),
        ("Level 2", "Director", "Board", "not solved within 4 hours", "may decide more; Director"),
    )


def test_levels_are_a_chain_in_graphviz_language() -> None:
    text = draw(graph_of(escalation_policies=[POLICY]), "up").gv
    assert 'n0 -> n1 [label="not solved within 2 hours" style=solid]' in text
    assert 'n1 -> n2 [label="not solved within 4 hours" style=solid]' in text


# The axis


@pytest.mark.parametrize(
    ("after", "times"),
    [
        (("4h", "1h"), ["1 hour", "4 hours"]),
        (("60min", "1h"), ["60 minutes"]),
        (("0h", "1h"), ["1 hour"]),
        (("2d", "1bd", "4h"), ["4 hours", "1 business day", "2 days"]),
        (("0.5bd", "2bd", "36h"), ["0.5 business days", "36 hours", "2 business days"]),
        (("1mo", "4w", "30d"), ["4 weeks", "1 month", "30 days"]),
        (
            ("999999999y", "999999999s", "99999bd"),
            ["999999999 seconds", "99999 business days", "999999999 years"],
        ),
    ],
)
def test_times_stand_in_the_order_in_which_they_are_over(
    after: tuple[str, ...], times: list[str], look_at: Look
) -> None:
    assert axis(levels(*after), look_at) == ["Start", *times]


def test_a_time_on_a_clock_of_its_own_says_which(look_at: Look) -> None:
    calendars = [{"id": "desk", "name": "Desk hours", "hours": ["mon-fri 09:00-17:00"]}]
    graph = graph_of(
        calendars=calendars, standards=[ANSWERED | {"target": "90% within 4h", "clock": "desk"}],
        escalation_policies=[POLICY],
    )  # fmt: skip
    assert axis(graph, look_at) == ["Start", "2 hours", "4 hours", "4 hours (Desk hours)"]


def test_a_level_without_a_time_comes_after_the_one_before_it(look_at: Look) -> None:
    graph = levels("4h", None, "1h", None)
    assert axis(graph, look_at) == ["Start", "1 hour", "time not stated", "4 hours", "time not stated"]
    first, second, third, fourth = lefts(graph, look_at)
    assert third < fourth < first < second


def test_levels_after_the_same_time_share_a_tick(look_at: Look) -> None:
    first, second, third = lefts(levels("4h", "4h", "240min"), look_at)
    assert first == second == third


def test_a_level_that_comes_sooner_than_the_one_before_is_drawn_where_it_is(look_at: Look) -> None:
    graph = levels("4w", "4h", "0h")
    first, second, third = lefts(graph, look_at)
    assert third < second < first
    boxes = [box for box, _ in look_at(draw(graph, "up").svg).cards()]
    assert not any(one.meets(other) for one, other in combinations(boxes, 2))


def test_an_arrow_says_what_calls_a_level_in(look_at: Look) -> None:
    drawing = look_at(draw(levels("0h", "2bd", None), "up").svg)
    said = [text for text in drawing.texts() if text in ("at once", "not solved within 2 business days")]
    assert said == ["at once", "not solved within 2 business days"]
    assert "cx-loop" in drawing.classes()


@pytest.mark.parametrize(
    ("kind", "class_", "told"),
    [
        ("functional", "flow", "knows more"),
        ("hierarchical", "handoff", "may decide more"),
        (None, "handoff", None),
    ],
)
def test_kinds_of_levels_differ_by_arrow_icon_and_word(
    kind: str | None, class_: str, told: str | None, look_at: Look
) -> None:
    drawing = look_at(draw(levels("1h", kind=kind), "up").svg)
    assert {f"cx-{class_}", f"cx-head-{class_}"} <= drawing.classes()
    assert [text for text in drawing.texts() if text in ("knows more", "may decide more")] == (
        [told] if told else []
    )


# What is not stated


def test_a_policy_that_states_nothing_says_so(look_at: Look) -> None:
    drawing = look_at(draw(policy(), "up").svg)
    assert drawing.labels() == [
        "What starts the clock is not stated. Who may raise the alarm is not stated.",
        "When the customer is told is not stated.",
    ]
    assert "No level is stated: nobody is called in" in drawing.texts()
    assert "cx-ghost" in drawing.classes()


def test_a_level_that_names_nobody_is_dashed(look_at: Look) -> None:
    drawing = look_at(draw(policy({"after": "1h"}, {"role": "nobody", "after": "2h"}), "up").svg)
    assert drawing.labels()[2:] == [
        "Level 1 of 2: Nobody is named. Called in: not solved within 1 hour.",
        "Level 2 of 2: nobody (not declared). Called in: not solved within 2 hours.",
    ]


def test_a_customer_who_is_told_at_once_is_told_straight_from_the_start(look_at: Look) -> None:
    drawing = look_at(draw(policy(customer_told_after="0h"), "up").svg)
    assert drawing.labels()[1] == "The customer is told at once."
    start, told = (box for box, _ in drawing.cards())
    [arrow] = [
        e.attrib["d"] for e in drawing.root.iter() if e.get("class") == "cx-flow" and e.tag.endswith("}path")
    ]
    x = (start.left + start.right) / 2
    assert arrow == f"M{x:g} {start.top:g}L{x:g} {told.bottom:g}"


# Standards


def standards(**facts: Any) -> cx.Graph:  # noqa: ANN401  # whatever a standard has
    return graph_of(standards=[ANSWERED | facts], escalation_policies=[POLICY])


def test_a_standard_ends_where_its_limit_is_over(look_at: Look) -> None:
    drawing = look_at(draw(standards(target="90% within 4h"), "up").svg)
    [line] = [e for e in drawing.root.iter() if e.get("class") == "cx-limit" and e.tag.endswith("}line")]
    ticks = {e.text: float(e.attrib["x"]) for e in drawing.root.iter() if e.get("font-size") == "12.5"}
    assert float(line.attrib["x1"]) == ticks["4 hours"]


@pytest.mark.parametrize(
    ("facts", "remark"),
    [
        (
            {"starts": "query.read"},
            "Protects too: Answered (90% ≤ 1d), counted from another event, query.read",
        ),
        ({"target": "at least 4.5"}, "Protects too: Answered (≥ 4.5), which has no end on this axis"),
        ({"target": "every 1bd"}, "Protects too: Answered (every 1bd), which has no end on this axis"),
        ({"target": None}, "Protects too: Answered (no target), which has no end on this axis"),
        ({"id": "other", "escalation": "up"}, "Protects too, but not declared: answered"),
    ],
)
def test_a_standard_without_an_end_on_the_axis_is_told_below(
    facts: dict[str, Any], remark: str, look_at: Look
) -> None:
    kept = {name: value for name, value in (ANSWERED | facts).items() if value is not None}
    graph = graph_of(standards=[kept], escalation_policies=[POLICY])
    picture = draw(graph, "up")
    assert remark in look_at(picture.svg).texts()
    assert remark in [row[1] for row in picture.table.rows]


def test_a_standard_that_names_the_policy_ends_on_its_axis_too(look_at: Look) -> None:
    graph = graph_of(
        standards=[
            ANSWERED,
            {"id": "solved", "target": "within 3d", "escalation": "up", "starts": "query.received"},
        ],
        escalation_policies=[POLICY],
    )
    assert axis(graph, look_at)[-1] == "3 days"


def test_where_it_is_not_sure_that_both_count_from_one_event_the_pill_is_dashed(look_at: Look) -> None:
    bare = {name: value for name, value in ANSWERED.items() if name != "starts"}
    picture = draw(graph_of(standards=[bare], escalation_policies=[POLICY]), "up")
    pills = [line for line in look_at(picture.svg).outline() if line.strip().startswith("rect.bad")]
    assert pills == ["    rect.bad.missing"]
    assert picture.table.rows[2][-1] == "Whether both count from the same event is not stated"


def test_the_pills_of_many_standards_do_not_meet(look_at: Look) -> None:
    many = [
        ANSWERED | {"id": f"s{n}", "name": f"Standard {n}", "target": f"within {n // 2 + 1}h"}
        for n in range(12)
    ]
    protects = [standard["id"] for standard in many]
    picture = draw(graph_of(standards=many, escalation_policies=[POLICY | {"protects": protects}]), "up")
    assert look_at(picture.svg).overlapping() == []
    assert look_at(picture.svg).outside() == []


# Findings and links


def test_findings_stand_at_the_card_that_they_are_about(look_at: Look) -> None:
    findings = [
        finding("escalation-policy", "up", "ESC002", at="levels[1]"),
        finding("escalation-policy", "up", "ESC003", at="levels[0].after"),
        finding("escalation-policy", "up", "ESC004", at="customer_told_after"),
        finding("escalation-policy", "up", "ESC005", at="clock_start"),
        finding("escalation-policy", "up", "ESC001"),
    ]
    picture = draw(graph_of(escalation_policies=[POLICY]), "up", findings=findings)
    assert [
        [one.code for one in findings if one.code in label] for label in look_at(picture.svg).labels()
    ] == [["ESC005"], ["ESC004"], ["ESC003"], ["ESC002"]]
    assert picture.notes == tuple(f"{one.code} warning: A query runs late: is wrong" for one in findings)
    assert [row[-1] for row in picture.table.rows] == [
        "ESC005 is wrong", "ESC004 is wrong", "", "ESC003 is wrong", "ESC002 is wrong",
    ]  # fmt: skip


def test_a_finding_about_when_nobody_is_told_stands_at_what_says_so(look_at: Look) -> None:
    about = finding("escalation-policy", "up", "ESC004", at="customer_told_after")
    [_, told] = look_at(draw(policy(), "up", findings=[about]).svg).labels()
    assert told == "When the customer is told is not stated. Finding ESC004, warning: is wrong."


def test_levels_lead_to_roles_or_teams_and_standards_to_theirs(look_at: Look) -> None:
    graph = graph_of(escalation_policies=[POLICY])

    def links(*kinds: str) -> list[str | None]:
        picture = draw(graph, "up", link=lambda one: f"{one.kind}/{one.id}" if one.kind in kinds else None)
        return [e.get("href") for e in look_at(picture.svg).root.iter() if e.tag.endswith("}a")]

    assert links("role", "team", "service-standard") == [
        "role/lead",
        "role/boss",
        "service-standard/answered",
    ]
    assert links("team") == ["team/desk", "team/board"]


def test_the_sticky_part_has_the_levels_where_the_picture_has_them(look_at: Look) -> None:
    picture = draw(graph_of(escalation_policies=[POLICY]), "up")
    names = ("Customer", "Start", "Level 1", "Level 2", "knows more", "may decide more")
    places = [
        {(e.text, e.get("y")) for e in look_at(svg).root.iter() if e.text in names and e.get("x") == "22"}
        for svg in (picture.inline, picture.sticky)
    ]
    assert places[0] == places[1]
    assert len(places[0]) == 6
