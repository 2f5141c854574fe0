"""What the view recovery is of, and which findings concern its pictures."""

from __future__ import annotations

import pytest

import cxblueprint as cx
from cxblueprint.errors import UsageError
from cxblueprint.model import EscalationPolicy, RecoveryPlan
from cxblueprint.pictures import VIEWS
from cxblueprint.pictures.plans import plan_named

from .recoveries import ANSWERED, CASE, PLAN, POLICY, finding, graph_of, whole

view = VIEWS["recovery"]


def test_there_is_a_picture_of_each_plan_and_of_each_policy() -> None:
    assert view.subjects(whole()) == ("back", "up")


def test_a_policy_whose_id_a_plan_has_too_is_told_by_its_kind() -> None:
    graph = graph_of(recovery_plans=[PLAN | {"id": "same"}], escalation_policies=[POLICY | {"id": "same"}])
    assert view.subjects(graph) == ("same", "escalation-policy:same")
    assert isinstance(plan_named(graph, "same"), RecoveryPlan)
    assert isinstance(plan_named(graph, "escalation-policy:same"), EscalationPolicy)
    one, other = (view(graph, subject) for subject in view.subjects(graph))
    assert (one.title, other.title) == ("Back to normal", "A query runs late")
    assert one.uid != other.uid


def test_an_unknown_plan_is_refused() -> None:
    with pytest.raises(UsageError, match=r"^there is no plan 'bakc', did you mean 'back'\?$"):
        view(whole(), "bakc")


def test_a_plan_may_be_left_out_where_there_is_one() -> None:
    graph = graph_of(recovery_plans=[PLAN])
    assert cx.render(graph, "recovery").title == "Back to normal"
    assert cx.render(whole(), "recovery", plan="up").title == "A query runs late"


FINDINGS = [
    finding("recovery-plan", "back"), finding("recovery-plan", "other"),
    finding("cause", "form"), finding("cause", "elsewhere"),
    finding("kpi", "csat"), finding("kpi", "nps"),
    finding("escalation", "case"), finding("escalation", "another"),
    finding("escalation-policy", "up"), finding("escalation-policy", "down"),
    finding("service-standard", "answered"), finding("service-standard", "solved"),
    finding("service-standard", "paid"),
    finding("blueprint", "b"), finding("team", "desk"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("plan", "concerned"),
    [
        (
            "back",
            [
                "recovery-plan:back", "cause:form", "kpi:csat", "escalation:case", "escalation-policy:up",
                "service-standard:answered", "service-standard:solved",
            ],
        ),
        (
            "up",
            [
                "escalation:case", "escalation-policy:up", "service-standard:answered",
                "service-standard:solved",
            ],
        ),
        ("down", ["escalation:another", "escalation-policy:down"]),
    ],
)  # fmt: skip
def test_findings_concern_a_plan_through_its_causes_measures_cases_and_ways_up(
    plan: str, concerned: list[str]
) -> None:
    graph = graph_of(
        recovery_plans=[PLAN, {"id": "other", "name": "Other"}],
        escalation_policies=[POLICY, {"id": "down", "name": "Down"}],
        escalations=[CASE, {"id": "another", "policy": "down", "recovery": "other"}],
        standards=[ANSWERED, {"id": "solved", "escalation": "up"}, {"id": "paid"}],
    )
    assert [str(one.subject) for one in view.concerning(graph, plan, FINDINGS)] == concerned
