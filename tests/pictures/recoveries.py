"""Small ways up and plans to draw."""

from __future__ import annotations

from typing import Any

import cxblueprint as cx
from cxblueprint.checks import Finding, Severity
from cxblueprint.model import Subject
from cxblueprint.pictures import Picture

TEAMS = [{"id": "desk", "name": "Service Desk"}, {"id": "board", "name": "Board"}]
ROLES = [
    {"id": "lead", "name": "Desk lead", "team": "desk", "level": "team-lead"},
    {"id": "boss", "name": "Director", "team": "board", "level": "director"},
]
POLICY: dict[str, Any] = {
    "id": "up",
    "name": "A query runs late",
    "clock_start": "query.received",
    "who_may_flag": "Anyone",
    "customer_told_after": "4h",
    "protects": ["answered"],
    "levels": [
        {"role": "lead", "after": "2h", "kind": "functional"},
        {"role": "boss", "after": "4h", "kind": "hierarchical"},
    ],
}
ANSWERED = {"id": "answered", "name": "Answered", "target": "90% within 1d", "starts": "query.received"}
PLAN: dict[str, Any] = {
    "id": "back",
    "name": "Back to normal",
    "started": "2026-11-09",
    "causes": [{"cause": "form", "share": 0.8}, {"cause": "post", "share": 0.2}],
    "actions": [
        {
            "id": "stop", "text": "Stop it", "kind": "containment", "lead_time": "1bd", "owner": "desk",
            "done": True,
        },
        {
            "id": "mend", "text": "Mend it", "kind": "corrective", "lead_time": "4bd", "owner": "board",
            "after": ["stop"], "addresses": ["form"],
        },
        {"id": "tell", "text": "Tell all", "kind": "corrective", "lead_time": "2bd", "after": ["stop"]},
    ],
    "reviewed_on": "2026-11-10",
    "committed_on": "2026-11-11",
    "committed_to": "2026-11-20",
    "bau_date": "2026-11-18",
    "milestones": [{"name": "Halfway", "date": "2026-11-12"}],
    "headline": ["csat"],
    "review_cadence": "1w",
    "feedback_asked": ["plan", "progress"],
    "trust_regained": "They call no more",
    "closure_confirmed": {"by": "Their boss", "on": "2026-11-21"},
}  # fmt: skip
CAUSES = [
    {"id": "form", "name": "The form", "attributed_to": "us"},
    {"id": "post", "name": "The post", "attributed_to": "outside"},
]
KPIS = [{"id": "csat", "name": "Satisfaction", "baseline": "62%", "target": "at least 80%", "owner": "desk"}]
CASE: dict[str, Any] = {
    "id": "case", "name": "Late answers", "policy": "up", "recovery": "back", "impact": "They waited",
    "raised_by": "us",
}  # fmt: skip


def graph_of(**root: Any) -> cx.Graph:  # noqa: ANN401  # whatever a blueprint has
    """Build a graph with the teams, roles, causes and KPIs above."""
    defaults = {
        "id": "b", "title": "Blueprint", "teams": TEAMS, "roles": ROLES, "causes": CAUSES, "kpis": KPIS,
        "standards": [ANSWERED],
    }  # fmt: skip
    return cx.Graph(cx.Blueprint.model_validate(defaults | root))


def policy(*levels: dict[str, Any], **facts: Any) -> cx.Graph:  # noqa: ANN401  # whatever a policy has
    """Build a graph with the policy `up`, with other levels and facts."""
    return graph_of(escalation_policies=[{"id": "up", "name": "Up", "levels": list(levels)} | facts])


def plan(*actions: dict[str, Any], **facts: Any) -> cx.Graph:  # noqa: ANN401  # whatever a plan has
    """Build a graph with the plan `back`, with other actions and facts."""
    return graph_of(recovery_plans=[{"id": "back", "name": "Back", "actions": list(actions)} | facts])


def finding(
    kind: str, id_: str, code: str = "REC001", severity: Severity = "warning", at: str | None = None
) -> Finding:
    """Return a finding about something."""
    return Finding(code, "x", severity, Subject(kind, id_), "is wrong", "hint", at=at)


def rows_of(picture: Picture, part: str) -> list[tuple[str, ...]]:
    """Return the rows of the table whose part begins so, without it."""
    return [row[1:] for row in picture.table.rows if row[0].startswith(part)]


def column(picture: Picture, part: str, name: str) -> list[str]:
    """Return a column of these rows, by its name."""
    place = picture.table.header.index(name) - 1
    return [row[place] for row in rows_of(picture, part)]


def whole() -> cx.Graph:
    """Build a graph with the plan, the case behind it and the way up that it took."""
    return graph_of(recovery_plans=[PLAN], escalation_policies=[POLICY], escalations=[CASE])
