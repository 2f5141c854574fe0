"""Whom the experience is for: segments, personas and accounts."""

from typing import Annotated, Literal

from .base import Declared, Text
from .refs import NONE_OF_THEM, UNSTATED, Addresses, OptionalRef, address_of


class Segment(Declared):
    """Customers who are alike. Internal customers are customers."""

    worth: Literal["low", "medium", "high"] | None = None
    """What these customers are worth to the organisation."""
    needs: tuple[Text, ...] = ()
    """What they want to get done."""
    emotional_drivers: tuple[Text, ...] = ()
    """What they want to feel, and what earns their trust."""
    internal: bool = False
    """Whether they are colleagues."""
    their_customers: Text | None = None
    """Whom they serve in turn."""


class Persona(Declared):
    """One customer of a segment, to walk a journey as."""

    segment: OptionalRef[Segment] = UNSTATED
    """The segment the persona stands for."""
    goals: tuple[Text, ...] = ()
    """What the persona wants."""


class Account(Declared):
    """One customer with a contract of its own."""

    segment: OptionalRef[Segment] = UNSTATED
    """The segment it belongs to."""
    exceptions: Annotated[
        Addresses,
        address_of(
            "service-standard", "promise", "journey", "touchpoint", "listening-post", "relationship-plan",
            "escalation-policy",
        ),
    ] = NONE_OF_THEM  # fmt: skip
    """What differs for this customer.

    Named as `service-standard:first-answer-gold`, for example.
    """
