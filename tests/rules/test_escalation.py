"""What the pages on escalation have no room for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import cxblueprint as cx

Found = Callable[..., list[str]]

ROLES = """
roles:
  - {id: low, name: Low, level: analyst}
  - {id: middle, name: Middle, level: manager}
  - {id: beside, name: Beside, level: manager}
  - {id: high, name: High, level: ceo}
  - {id: unranked, name: Unranked}
"""


def policy(levels: str, more: str = "") -> str:
    return f"{ROLES}\nescalation_policies: [{{id: p, name: P, levels: [{levels}]{more}}}]"


@pytest.mark.parametrize(
    ("levels", "rises"),
    [
        ("{role: low, after: 1h}, {role: middle, after: 2h}, {role: high, after: 1d}", True),
        ("{role: middle, after: 1h}, {role: beside, after: 2h}", True),
        ("{role: high, after: 1h}, {role: unranked, after: 2h}", True),
        ("{role: high, after: 1h}, {role: undeclared, after: 2h}", True),
        ("{role: high, after: 1h}, {role: low, after: 2h}", False),
        ("{role: low, after: 1h}, {role: low, after: 2h}", False),
        ("{role: low, after: 2h}, {role: middle, after: 120min}", False),
        ("{role: low, after: 2h}, {role: middle, after: 1h}", False),
        ("{role: low, after: 2bd}, {role: middle, after: 4h}", True),
        ("{role: low, after: 2bd}, {after: 4h}, {role: high, after: 1bd}", False),
        ("{role: high, after: 1h}, {role: low, after: 1h, kind: functional}", True),
        ("{role: high, after: 1h}, {role: low, after: 2h, kind: hierarchical}", False),
        ("{}, {}, {}", True),
        ("{role: high}", True),
        ("", True),
    ],
)
def test_levels_rise_in_rank_and_time(found: Found, levels: str, *, rises: bool) -> None:
    assert found("ESC002", policy(levels)) == ([] if rises else ["warning escalation-policy:p"])


@pytest.mark.parametrize(
    ("first", "told", "limit", "is_late"),
    [
        ("1h", "", "90% within 2h", False),
        ("2h", "", "90% within 2h", True),
        ("3h", "", "within 2h", True),
        ("120min", "", "within 2h", True),
        ("1h", "2h", "within 2h", False),
        ("1h", "3h", "within 2h", True),
        ("3h", "", "within 1bd", False),
        ("3h", "", "90% by due", False),
        ("3h", "", "at least 2", False),
        ("", "", "within 2h", False),
    ],
)
def test_a_way_up_begins_while_the_standard_can_be_kept(
    found: Found, first: str, told: str, limit: str, *, is_late: bool
) -> None:
    level = f"{{after: {first}}}" if first else "{role: low}"
    told = f", customer_told_after: {told}" if told else ""
    fragment = policy(level, f", clock_start: asked, protects: [s]{told}")
    standard = f"standards: [{{id: s, starts: asked, target: {limit}}}]"
    assert found("ESC003", f"{fragment}\n{standard}") == (["warning escalation-policy:p"] if is_late else [])


@pytest.mark.parametrize("starts", ["", ", starts: answered"])
def test_what_starts_with_something_else_does_not_compare(found: Found, starts: str) -> None:
    fragment = policy("{after: 3h}", ", clock_start: asked, protects: [s]")
    assert found("ESC003", f"{fragment}\nstandards: [{{id: s, target: within 2h{starts}}}]") == []


@pytest.mark.parametrize(
    ("levels", "told", "is_last"),
    [
        ("{after: 1h}, {after: 4h}", "4h", False),
        ("{after: 1h}, {after: 4h}", "5h", True),
        ("{after: 1h}", "5h", False),
        ("{after: 1h}, {after: 4h, kind: functional}", "5h", False),
        ("{after: 1h, kind: functional}, {after: 4h}, {after: 1d}", "5h", True),
        ("{after: 1h}, {after: 1bd}", "5h", False),
        ("{after: 1h}, {role: high}", "5h", False),
    ],
)
def test_the_customer_hears_before_the_second_level(
    found: Found, levels: str, told: str, *, is_last: bool
) -> None:
    expected = ["warning escalation-policy:p"] if is_last else []
    assert found("ESC004", policy(levels, f", customer_told_after: {told}")) == expected


def test_what_a_risk_lacks_is_one_finding() -> None:
    text = "risks: [{id: r, name: R, threatens: ['team:t']}]\nteams: [{id: t, name: T}]\nid: b\ntitle: B\n"
    (finding,) = (one for one in cx.check(cx.loads(text)).findings if one.subject.kind == "risk")
    assert finding.message == "risk 'r' has no early signal, nor has it an owner or a response"
    assert finding.hint.endswith("; for the rest see ESC006 and ESC007")
