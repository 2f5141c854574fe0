"""Promises as blueprints declare them, reckoned against what is to be and against today."""

from __future__ import annotations

from fractions import Fraction

import pytest

import cxblueprint as cx
from cxblueprint.reckon import in_durations, reckoned

PROMISED = """
id: b
title: B
standards:
  - {id: tested, target: 97% within 2h, baseline: 90%}
  - {id: mended, target: 96% within 36h, baseline: 89%}
promises:
  - {id: back, target: 90% within 48h, path: [tested, mended]}
"""


def test_a_promise_is_reckoned_against_what_is_to_be_and_against_what_is_attained_today() -> None:
    graph = cx.Graph(cx.loads(PROMISED))
    planned = reckoned(graph, graph.promises["back"])
    today = reckoned(graph, graph.promises["back"], today=True)

    assert planned is not None
    assert today is not None
    assert (planned.verdict, planned.failures) == ("kept", Fraction(7, 100))
    assert (today.verdict, today.failures) == ("too few", Fraction(21, 100))


@pytest.mark.parametrize("baseline", ["", ", baseline: 4.5", ", baseline: 130%"])
def test_what_no_share_of_cases_attains_today_cannot_be_reckoned(baseline: str) -> None:
    graph = cx.Graph(cx.loads(PROMISED.replace(", baseline: 89%", baseline)))
    today = reckoned(graph, graph.promises["back"], today=True)

    assert today is not None
    assert today.unknown == ("mended",)


@pytest.mark.parametrize("path", ["[]", "[[]]"])
def test_a_promise_without_a_standard_on_its_path_is_not_reckoned(path: str) -> None:
    graph = cx.Graph(cx.loads(PROMISED.replace("[tested, mended]", path)))

    assert reckoned(graph, graph.promises["back"]) is None


def test_a_length_of_time_is_rounded_up_to_a_minute_and_told_largest_unit_first() -> None:
    assert list(map(str, in_durations(2 * 86_400 + 3600 + 1))) == ["2d", "1h", "1min"]
    assert in_durations(0) == ()
