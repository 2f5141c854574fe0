from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph
    from cxblueprint.model import Escalation


def _is_put_on_the_customer(graph: Graph, case: Escalation) -> bool:
    """Tell whether a case has causes, and all of them are stated to be the customer's doing."""
    causes = [graph.causes.get(cause) for cause in case.causes]
    blamed = [cause is not None and cause.attributed_to == "customer" for cause in causes]
    return bool(blamed) and all(blamed)


def _we_act(graph: Graph, case: Escalation) -> bool:
    """Tell whether we do something about a case: in its recovery, or by an initiative on a cause of it."""
    plan = graph.recovery_plans.get(case.recovery or "")
    addressed = {place for one in graph.initiatives.values() for place in one.addresses}
    if any(f"cause:{cause}" in addressed for cause in case.causes):
        return True
    return bool(plan.actions) if plan is not None else case.recovery is not None


@rule(
    "ESC009",
    "customer-blamed",
    summary="a case is closed with the customer as its only cause, and nothing done by us",
    claims=("0.3",),
)
def customer_blamed(graph: Graph) -> Iterator[Flaw]:
    """Find closed escalations all of whose causes are the customer's, and no action ours."""
    for case in graph.escalations.values():
        if case.closed_at is None or not _is_put_on_the_customer(graph, case) or _we_act(graph, case):
            continue
        causes = ", ".join(f"'{cause}'" for cause in case.causes)
        yield flaw(
            case,
            f"escalation '{case.id}' is closed with every cause put on the customer ({causes}) and no action"
            " of ours",
            "ask what made it easy for the customer to go wrong: name that cause too, or what we do in the"
            " `recovery`",
            at="causes",
        )
