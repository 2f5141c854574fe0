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
    Escalation,
    EscalationPolicy,
    Handoff,
    Initiative,
    Journey,
    ListeningPost,
    Part,
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
from .settling import Known, settled
from .sketches import OWN_ACTION, OWN_STEP

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

P = TypeVar("P", bound=Part)
_SOME_IDS: Known = {OWN_STEP: ("a", "b"), OWN_ACTION: ("a", "b")}
"""What parts of a journey or a plan name when they stand alone."""


def teams() -> SearchStrategy[Team]:
    """Teams, which may report to each other in circles.

    Shrinks to one that states only its id and a name.
    """
    return anything(Team)


def roles() -> SearchStrategy[Role]:
    """Roles. Shrinks to one that states only its id and a name."""
    return anything(Role)


def segments() -> SearchStrategy[Segment]:
    """Segments of customers. Shrinks to one that states only its id and a name."""
    return anything(Segment)


def personas() -> SearchStrategy[Persona]:
    """Personas. Shrinks to one that states only its id and a name."""
    return anything(Persona)


def accounts() -> SearchStrategy[Account]:
    """Accounts, with what differs for each. Shrinks to one that states only its id and a name."""
    return anything(Account)


def channels() -> SearchStrategy[Channel]:
    """Channels. Shrinks to one that states only its id and a name."""
    return anything(Channel)


def calendars() -> SearchStrategy[Calendar]:
    """Calendars, whose opening hours may overlap. Shrinks to one that states only its id and a name."""
    return anything(Calendar)


def systems() -> SearchStrategy[System]:
    """Systems. Shrinks to one that states only its id and a name."""
    return anything(System)


def touchpoints() -> SearchStrategy[Touchpoint]:
    """Touchpoints, with what is done at them and behind them.

    Shrinks to one that states only its id and a name.
    """
    return anything(Touchpoint)


def journeys() -> SearchStrategy[Journey]:
    """Journeys with stages, steps, and ways on that lead forth, back and in circles.

    Shrinks to one that states only its id and a name.
    """
    return anything(Journey)


def handoffs() -> SearchStrategy[Handoff]:
    """Hand-offs between two teams, or from a team to itself.

    Shrinks to one that states only its id, its giver and its receiver.
    """
    return anything(Handoff)


def standards() -> SearchStrategy[ServiceStandard]:
    """Service standards. Shrinks to one that states only its id."""
    return anything(ServiceStandard)


def promises() -> SearchStrategy[Promise]:
    """Promises, with paths in which standards follow each other or run side by side.

    Shrinks to one that states only its id.
    """
    return anything(Promise)


def kpis() -> SearchStrategy[KPI]:
    """KPIs, of known metrics and of others. Shrinks to one that states only its id and a name."""
    return anything(KPI)


def listening_posts() -> SearchStrategy[ListeningPost]:
    """Listening posts. Shrinks to one that states only its id and a name."""
    return anything(ListeningPost)


def relationship_plans() -> SearchStrategy[RelationshipPlan]:
    """Relationship plans. Shrinks to one that states only its id and a name."""
    return anything(RelationshipPlan)


def proactive_updates() -> SearchStrategy[ProactiveUpdate]:
    """Proactive updates. Shrinks to one that states only its id."""
    return anything(ProactiveUpdate)


def risks() -> SearchStrategy[Risk]:
    """Risks. Shrinks to one that states only its id and a name."""
    return anything(Risk)


def causes() -> SearchStrategy[Cause]:
    """Causes. Shrinks to one that states only its id and a name."""
    return anything(Cause)


def escalation_policies() -> SearchStrategy[EscalationPolicy]:
    """Escalation policies, whose levels need not rise.

    Shrinks to one that states only its id and a name.
    """
    return anything(EscalationPolicy)


def escalations() -> SearchStrategy[Escalation]:
    """Escalations, whose times may stand in any order. Shrinks to one that states only its id."""
    return anything(Escalation)


def recovery_plans() -> SearchStrategy[RecoveryPlan]:
    """Recovery plans, whose actions may wait for each other in circles.

    Shrinks to one that states only its id and a name.
    """
    return anything(RecoveryPlan)


def initiatives() -> SearchStrategy[Initiative]:
    """Initiatives, whose dates may stand in any order.

    Shrinks to one that states only its id and a name.
    """
    return anything(Initiative)


def policies() -> SearchStrategy[Policy]:
    """Policies. Shrinks to one that states only its id and a name."""
    return anything(Policy)


def assessments() -> SearchStrategy[Assessment]:
    """Assessments. Shrinks to one that states only its id."""
    return anything(Assessment)


@st.composite
def anything(draw: st.DrawFn, model: type[P]) -> P:
    """Elements and parts of one model. Shrinks to what it has to state."""
    # With any id at hand, there is nothing that could not be said.
    return cast("P", settled(draw(sketches_of(model, "anything")), _SOME_IDS))
