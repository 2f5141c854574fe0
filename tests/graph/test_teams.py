from __future__ import annotations

from typing import Any

import pytest

import cxblueprint as cx
from cxblueprint.graph import across_departments


def graph_of(*teams: dict[str, Any]) -> cx.Graph:
    """Return the graph of a blueprint with these teams; a team is called by its id unless told."""
    named = [{"name": team["id"].title(), **team} for team in teams]
    return cx.Graph(cx.Blueprint.model_validate({"id": "b", "title": "B", "teams": named}))


def line(graph: cx.Graph, team: str) -> list[str]:
    return [above.id for above in graph.superiors(graph.teams[team])]


def test_superiors_are_listed_nearest_first() -> None:
    graph = graph_of({"id": "a", "reports_to": "b"}, {"id": "b", "reports_to": "c"}, {"id": "c"})
    assert line(graph, "a") == ["b", "c"]


def test_a_reporting_loop_ends_where_it_closes() -> None:
    graph = graph_of(
        {"id": "a", "reports_to": "b"}, {"id": "b", "reports_to": "a"}, {"id": "c", "reports_to": "c"}
    )
    assert line(graph, "a") == ["b"]
    assert line(graph, "c") == []


def test_a_superior_who_is_not_declared_ends_the_line() -> None:
    assert line(graph_of({"id": "a", "reports_to": "ghost"}), "a") == []


def test_the_line_below_the_executive_stops_at_the_nearest_one() -> None:
    graph = graph_of(
        {"id": "a", "reports_to": "b"},
        {"id": "b", "reports_to": "coo"},
        {"id": "coo", "function": "executive", "reports_to": "board"},
        {"id": "board", "function": "executive"},
    )
    assert [team.id for team in graph.superiors_below_executive(graph.teams["a"])] == ["b"]


ORGANISATION = (
    {"id": "board", "function": "executive"},
    {"id": "service", "reports_to": "board"},
    {"id": "hotline", "reports_to": "service"},
    {"id": "chat", "reports_to": "service"},
    {"id": "finance", "reports_to": "board"},
    {"id": "billing", "reports_to": "finance"},
    {"id": "installer", "function": "partner"},
    {"id": "somebody"},
)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("hotline", "chat", False),
        ("hotline", "service", False),
        ("service", "hotline", False),
        ("hotline", "billing", True),
        ("service", "finance", True),
        ("hotline", "installer", True),
        ("somebody", "installer", True),
        ("hotline", "somebody", None),
        ("hotline", "hotline", False),
    ],
)
def test_departments_are_told_apart_where_the_lines_are_stated(
    one: str,
    other: str,
    expected: bool | None,  # noqa: FBT001
) -> None:
    graph = graph_of(*ORGANISATION)
    assert across_departments(graph, graph.teams[one], graph.teams[other]) is expected
