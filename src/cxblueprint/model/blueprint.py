"""The whole design of one organisation's experience."""

from typing import Any, Literal, Self

from pydantic import model_validator

from cxblueprint.errors import Origin

from .base import Declared, Element, Slug, Text, kind_of
from .change import Assessment, Initiative, Policy
from .customers import Account, Persona, Segment
from .escalation import Cause, Escalation, EscalationPolicy, Risk
from .journeys import Journey
from .kpis import KPI
from .listening import ListeningPost, ProactiveUpdate, RelationshipPlan
from .organisation import Role, Team
from .recovery import RecoveryPlan
from .refs import NONE_OF_THEM, UNSTATED, Many, OptionalRef
from .setting import Calendar, Channel, System
from .standards import Handoff, Promise, ServiceStandard
from .touchpoints import Touchpoint


class Blueprint(Element):
    """The whole design of one organisation's experience."""

    __slots__ = ("_origin",)

    format: Literal[1] = 1
    """The version of this vocabulary."""
    id: Slug
    """What reports call it."""
    title: Text
    """What it is called."""
    purpose: Text | None = None
    """What the customer gains by all of it."""
    clock: OptionalRef[Calendar] = UNSTATED
    """When standards count time, unless they say otherwise; all day unless stated."""
    teams: Many[Team] = NONE_OF_THEM
    """The units that own something."""
    roles: Many[Role] = NONE_OF_THEM
    """The jobs that matter for the experience."""
    segments: Many[Segment] = NONE_OF_THEM
    """The customers, by what they have in common."""
    personas: Many[Persona] = NONE_OF_THEM
    """Customers to walk a journey as."""
    accounts: Many[Account] = NONE_OF_THEM
    """Customers with a contract of their own."""
    channels: Many[Channel] = NONE_OF_THEM
    """Where customers and the organisation meet."""
    calendars: Many[Calendar] = NONE_OF_THEM
    """When the clocks of standards and promises run."""
    systems: Many[System] = NONE_OF_THEM
    """The software behind the experience."""
    touchpoints: Many[Touchpoint] = NONE_OF_THEM
    """The things operated for customers to meet."""
    journeys: Many[Journey] = NONE_OF_THEM
    """The customers' ways to their goals."""
    handoffs: Many[Handoff] = NONE_OF_THEM
    """Open requests passing from team to team."""
    standards: Many[ServiceStandard] = NONE_OF_THEM
    """What good service means, measurably."""
    promises: Many[Promise] = NONE_OF_THEM
    """What customers are told to expect."""
    kpis: Many[KPI] = NONE_OF_THEM
    """The measures that serve a decision."""
    listening_posts: Many[ListeningPost] = NONE_OF_THEM
    """How we listen to customers and employees."""
    relationship_plans: Many[RelationshipPlan] = NONE_OF_THEM
    """Who talks with customers at each level."""
    proactive_updates: Many[ProactiveUpdate] = NONE_OF_THEM
    """What customers hear from us without having to ask."""
    risks: Many[Risk] = NONE_OF_THEM
    """What may become bad news."""
    causes: Many[Cause] = NONE_OF_THEM
    """Why things go wrong."""
    escalation_policies: Many[EscalationPolicy] = NONE_OF_THEM
    """The ways up when something is about to go wrong."""
    escalations: Many[Escalation] = NONE_OF_THEM
    """The cases that took such a way up."""
    recovery_plans: Many[RecoveryPlan] = NONE_OF_THEM
    """The ways back to normal after something went wrong."""
    initiatives: Many[Initiative] = NONE_OF_THEM
    """What is undertaken to make it better."""
    policies: Many[Policy] = NONE_OF_THEM
    """The rules customers and employees are held to."""
    assessments: Many[Assessment] = NONE_OF_THEM
    """Where we stand and where we want to stand."""

    @model_validator(mode="after")
    def _ids_are_unique(self) -> Self:
        for name in COLLECTIONS:
            elements: tuple[Declared, ...] = getattr(self, name)
            if len({element.id for element in elements}) == len(elements):
                continue
            seen = set[str]()
            for element in elements:
                if element.id in seen:
                    msg = f"two {name.replace('_', ' ')} have the id {element.id!r}"
                    raise ValueError(msg)
                seen.add(element.id)
        return self


COLLECTIONS: dict[str, type[Declared]] = {
    "teams": Team, "roles": Role, "segments": Segment, "personas": Persona, "accounts": Account,
    "channels": Channel, "calendars": Calendar, "systems": System, "touchpoints": Touchpoint,
    "journeys": Journey, "handoffs": Handoff, "standards": ServiceStandard, "promises": Promise,
    "kpis": KPI, "listening_posts": ListeningPost, "relationship_plans": RelationshipPlan,
    "proactive_updates": ProactiveUpdate, "risks": Risk, "causes": Cause,
    "escalation_policies": EscalationPolicy, "escalations": Escalation, "recovery_plans": RecoveryPlan,
    "initiatives": Initiative, "policies": Policy, "assessments": Assessment,
}  # fmt: skip
"""The root keys of a blueprint and what each of them lists, in order."""

COLLECTION_OF_KIND: dict[str, str] = {kind_of(model): name for name, model in COLLECTIONS.items()}
"""The root key under which a kind is declared: `service-standard` is found in `standards`."""


def attach_origin(blueprint: Blueprint, origin: Origin) -> None:
    """Remember where a loaded blueprint was written; equality, dump and schema leave it out."""
    object.__setattr__(blueprint, "_origin", origin)


def origin_of(blueprint: Blueprint) -> Origin | None:
    """Return where a blueprint was written, or None when it was not loaded from text."""
    found: Any = None
    try:
        found = object.__getattribute__(blueprint, "_origin")
    except AttributeError:
        return None
    return found  # type: ignore[no-any-return]  # the slot holds what attach_origin put there
