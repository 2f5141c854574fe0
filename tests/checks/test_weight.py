"""How much customers feel a finding, and who answers for it."""

from __future__ import annotations

import pytest

import cxblueprint as cx
from cxblueprint.checks import Finding, badness
from cxblueprint.checks.weight import accountable, weight
from cxblueprint.model import Subject

WEIGHED = """
teams: [{id: a, name: A}]
touchpoints:
  - {id: quiet, name: Quiet}
  - {id: busy, name: Busy, volume: 9000}
  - {id: some, name: Some, volume: 2500}
  - {id: unused, name: Unused, volume: 1}
  - {id: crowded, name: Crowded, volume: 50000}
journeys:
  - id: j
    name: J
    stages:
      - {name: Calm, steps: [{touchpoint: quiet, emotion: 2}, {touchpoint: quiet, emotion: 0}]}
      - {name: Low, steps: [{touchpoint: some, emotion: -1}, {name: Alone, emotion: -2}]}
      - {name: Peak, steps: [{touchpoint: busy, emotion: -2, moment_of_truth: true}]}
  - {id: j2, name: J2, stages: [{name: Calm, steps: [{name: Rest}]}]}
id: b
title: B
"""


@pytest.mark.parametrize(
    ("kind", "address", "expected"),
    [
        ("team", "a", 0),
        ("blueprint", "b", 0),
        ("touchpoint", "quiet", 0),
        ("touchpoint", "unused", 1),
        ("touchpoint", "crowded", 4),
        ("stage", "j/nowhere", 0),
        ("step", "j/calm/nowhere", 0),
        ("journey", "nowhere", 0),
        ("touchpoint", "some", 1 + 2),
        ("touchpoint", "busy", 3 + 4 + 4),
        ("step", "j/calm/quiet", 0),
        ("step", "j/low/some", 1 + 2),
        ("step", "j/low/alone", 4),
        ("step", "j/peak/busy", 3 + 4 + 4),
        ("stage", "j/low", 1 + 4),
        ("stage", "j/calm", 0),
        ("journey", "j", 3 + 4 + 4),
        ("journey", "j2", 0),
    ],
)
def test_moments_of_truth_emotional_lows_and_volume_weigh(kind: str, address: str, expected: int) -> None:
    assert weight(cx.Graph(cx.loads(WEIGHED)), cx.Subject(kind, address)) == expected


OWNED = """
teams: [{id: a, name: A}, {id: b, name: B}, {id: c, name: C}]
roles: [{id: lead, name: Lead, team: b}, {id: loose, name: Loose}]
kpis: [{id: k, name: K, owner: c}, {id: lost, name: Lost, owner: ghosts}]
handoffs: [{id: h, giver: a, receiver: b}]
segments: [{id: s, name: S}]
touchpoints:
  - {id: x, name: X, owner: a}
  - {id: y, name: Y, owner: b}
  - {id: orphan, name: Orphan}
  - {id: shared, name: Shared}
  - {id: unused, name: Unused}
journeys:
  - id: j
    name: J
    owner: c
    stages:
      - {name: One, steps: [{touchpoint: x}, {name: Think}]}
      - {name: Both, steps: [{touchpoint: y}, {touchpoint: x}, {touchpoint: orphan}, {touchpoint: shared}]}
  - {id: free, name: Free, stages: [{name: One, steps: [{name: Think}, {touchpoint: shared}]}]}
  - {id: k, name: K, owner: a, stages: [{name: One, steps: [{touchpoint: shared}]}]}
id: b
title: B
"""


@pytest.mark.parametrize(
    ("kind", "address", "expected"),
    [
        ("team", "a", "a"),
        ("role", "lead", "b"),
        ("role", "loose", None),
        ("kpi", "k", "c"),
        ("kpi", "lost", None),
        ("handoff", "h", "a"),
        ("segment", "s", None),
        ("blueprint", "b", None),
        ("touchpoint", "x", "a"),
        ("touchpoint", "orphan", "c"),
        ("touchpoint", "shared", None),
        ("touchpoint", "unused", None),
        ("journey", "j", "c"),
        ("journey", "free", None),
        ("stage", "j/one", "a"),
        ("stage", "j/both", "c"),
        ("step", "j/one/x", "a"),
        ("step", "j/one/think", "c"),
        ("step", "free/one/think", None),
    ],
)
def test_the_owner_answers_else_whoever_is_known_to(kind: str, address: str, expected: str | None) -> None:
    assert accountable(cx.Graph(cx.loads(OWNED)), cx.Subject(kind, address)) == expected


def test_what_is_worse_sorts_first_by_severity_then_by_what_customers_feel() -> None:
    def found(*findings: tuple[str, int]) -> tuple[int, ...]:
        team = Subject("team", "t")
        return badness([Finding("X001", "x", level, team, "m", "h", weight=w) for level, w in findings])  # type: ignore[arg-type]  # a severity

    assert found(("error", 2), ("warning", 3), ("warning", 4)) == (-1, -2, 0, -9)
    lists = [found(), *(found(one) for one in (("info", 9), ("info", 1), ("error", 0), ("warning", 9)))]
    assert sorted(lists) == [
        (-1, 0, 0, 0), (0, -1, 0, -9), (0, 0, -1, -9), (0, 0, -1, -1), (0, 0, 0, 0),
    ]  # fmt: skip
