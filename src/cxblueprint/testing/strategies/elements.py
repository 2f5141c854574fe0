"""Single elements, one strategy for each root key of a blueprint; their references name any id at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, cast

from hypothesis import strategies as st

from cxblueprint.model import (
    KPI,
    Account,
    Assessment,
    Calendar,
    Cause,
    Channel,
    Declared,
    Escalation,
    EscalationPolicy,
    Handoff,
    Initiative,
    Journey,
    ListeningPost,
    Persona,
    Policy,
    ProactiveUpdate,
    Promise,
    RecoveryPlan,
    RelationshipPlan,
    Risk,
    Role,
    Segment,
    ServiceStandard,
    System,
    Team,
    Touchpoint,
)

from .fields import sketches_of
from .settling import settled

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

D = TypeVar("D", bound=Declared)


def teams() -> SearchStrategy[Team]:
    """Teams, which may report to each other in circles.

    Shrinks to one that states only its id and a name.
    """
    return _any(Team)


def roles() -> SearchStrategy[Role]:
    """Roles. Shrinks to one that states only its id and a name."""
    return _any(Role)


def segments() -> SearchStrategy[Segment]:
    """Segments of customers. Shrinks to one that states only its id and a name."""
    return _any(Segment)


def personas() -> SearchStrategy[Persona]:
    """Personas. Shrinks to one that states only its id and a name."""
    return _any(Persona)


def accounts() -> SearchStrategy[Account]:
    """Accounts, with what differs for each. Shrinks to one that states only its id and a name."""
    return _any(Account)


def channels() -> SearchStrategy[Channel]:
    """Channels. Shrinks to one that states only its id and a name."""
    return _any(Channel)


def calendars() -> SearchStrategy[Calendar]:
    """Calendars, whose opening hours may overlap. Shrinks to one that states only its id and a name."""
    return _any(Calendar)


def systems() -> SearchStrategy[System]:
    """Systems. Shrinks to one that states only its id and a name."""
    return _any(System)


def touchpoints() -> SearchStrategy[Touchpoint]:
    """Touchpoints, with what is done at them and behind them.

    Shrinks to one that states only its id and a name.
    """
    return _any(Touchpoint)


def journeys() -> SearchStrategy[Journey]:
    """Journeys with stages, steps, and ways on that lead forth, back and in circles.

    Shrinks to one that states only its id and a name.
    """
    return _any(Journey)


def handoffs() -> SearchStrategy[Handoff]:
    """Hand-offs between two teams, or from a team to itself.

    Shrinks to one that states only its id, its giver and its receiver.
    """
    return _any(Handoff)


def standards() -> SearchStrategy[ServiceStandard]:
    """Service standards. Shrinks to one that states only its id."""
    return _any(ServiceStandard)


def promises() -> SearchStrategy[Promise]:
    """Promises, with paths in which standards follow each other or run side by side.

    Shrinks to one that states only its id.
    """
    return _any(Promise)


def kpis() -> SearchStrategy[KPI]:
    """KPIs, of known metrics and of others. Shrinks to one that states only its id and a name."""
    return _any(KPI)


def listening_posts() -> SearchStrategy[ListeningPost]:
    """Listening posts. Shrinks to one that states only its id and a name."""
    return _any(ListeningPost)


def relationship_plans() -> SearchStrategy[RelationshipPlan]:
    """Relationship plans. Shrinks to one that states only its id and a name."""
    return _any(RelationshipPlan)


def proactive_updates() -> SearchStrategy[ProactiveUpdate]:
    """Proactive updates. Shrinks to one that states only its id."""
    return _any(ProactiveUpdate)


def risks() -> SearchStrategy[Risk]:
    """Risks. Shrinks to one that states only its id and a name."""
    return _any(Risk)


def causes() -> SearchStrategy[Cause]:
    """Causes. Shrinks to one that states only its id and a name."""
    return _any(Cause)


def escalation_policies() -> SearchStrategy[EscalationPolicy]:
    """Escalation policies, whose levels need not rise.

    Shrinks to one that states only its id and a name.
    """
    return _any(EscalationPolicy)


def escalations() -> SearchStrategy[Escalation]:
    """Escalations, whose times may stand in any order. Shrinks to one that states only its id."""
    return _any(Escalation)


def recovery_plans() -> SearchStrategy[RecoveryPlan]:
    """Recovery plans, whose actions may wait for each other in circles.

    Shrinks to one that states only its id and a name.
    """
    return _any(RecoveryPlan)


def initiatives() -> SearchStrategy[Initiative]:
    """Initiatives, whose dates may stand in any order.

    Shrinks to one that states only its id and a name.
    """
    return _any(Initiative)


def policies() -> SearchStrategy[Policy]:
    """Policies. Shrinks to one that states only its id and a name."""
    return _any(Policy)


def assessments() -> SearchStrategy[Assessment]:
    """Assessments. Shrinks to one that states only its id."""
    return _any(Assessment)


@st.composite
def _any(draw: st.DrawFn, model: type[D]) -> D:
    # With any id at hand, there is nothing that could not be said.
    return cast("D", settled(draw(sketches_of(model, "anything")), {}))
