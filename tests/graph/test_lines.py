"""Reporting lines seen from above say the same as each team's own line upwards."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

import cxblueprint as cx
from cxblueprint.graph import teams_below, teams_reporting_to

LOOP = "a > b > c > a"
CASES = [
    "",
    "a",
    "a > b > c",
    "a > b, c > b",
    "a > a",
    LOOP,
    f"{LOOP}, d > a",
    "a > nobody",
    "a > b > a, c > a > b",
]


def graph_of(lines: str, functions: dict[str, Any] | None = None) -> cx.Graph:
    """Return a graph of teams that report to each other as in `a > b > c, d > c`."""
    reports: dict[str, str] = {}
    for line in filter(None, lines.split(", ")):
        reports |= dict(pairwise(line.split(" > ")))
    names = {*reports, *reports.values()} - {"nobody"} | {name for name in lines if name in "abcd"}
    stated = functions or {}
    teams = [
        cx.Team(id=name, name=name, reports_to=reports.get(name), function=stated.get(name))
        for name in sorted(names)
    ]
    return cx.Graph(cx.Blueprint(id="b", title="B", teams=teams))


@pytest.mark.parametrize("lines", CASES)
@pytest.mark.parametrize("wanted", ["", "a", "b", "c", "ab", "bc", "abcd"])
def test_who_is_below_some_teams_has_one_of_them_above(lines: str, wanted: str) -> None:
    graph = graph_of(lines)
    expected = {
        team.id for team in graph.teams.values() if any(above.id in wanted for above in graph.superiors(team))
    }
    assert teams_below(graph, set(wanted)) == expected


@pytest.mark.parametrize("lines", CASES)
@pytest.mark.parametrize(
    "functions",
    [{"b": "marketing"}, {"c": "marketing"}, {"b": "executive", "c": "marketing"}, {"a": "marketing"}],
)
def test_who_reports_to_a_function_meets_it_before_an_executive(
    lines: str, functions: dict[str, str]
) -> None:
    graph = graph_of(lines, functions)
    found = teams_reporting_to(graph, "marketing")
    for team in graph.teams.values():
        if team.function != "marketing":
            chain = graph.superiors_below_executive(team)
            assert (team.id in found) == any(above.function == "marketing" for above in chain)
