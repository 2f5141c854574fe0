"""What is promised and agreed: hand-offs, service standards and promises."""

from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeAlias

from pydantic import Discriminator, StringConstraints, Tag

from .base import Named, Part, Text
from .refs import (
    NONE_OF_THEM,
    PLACE,
    UNSTATED,
    Many,
    OptionalRef,
    OptionalWritten,
    Ref,
    Refs,
)
from .targets import Figure, Target

if TYPE_CHECKING:
    from .customers import Account, Segment
    from .escalation import EscalationPolicy
    from .organisation import Team
    from .setting import Calendar
    from .touchpoints import Touchpoint

Place: TypeAlias = Annotated[str, StringConstraints(pattern=PLACE)]
"""A touchpoint's id, or a step's address such as `get-help/ask/hotline`."""


class Handoff(Named):
    """An open request passing from one team to another."""

    giver: Ref["Team"]
    """The team that passes it on."""
    receiver: Ref["Team"]
    """The team that takes it over."""
    between: tuple[Place, Place] | None = None
    """The two touchpoints, or the two steps of one journey, between which it happens.

    Everywhere between the teams unless stated.
    """
    warmth: Literal["warm", "cold"] | None = None
    """How the customer is passed on."""
    passes: tuple[Text, ...] = ()
    """What travels with it, so that the customer need not repeat it."""
    agreement: OptionalRef["ServiceStandard"] = UNSTATED
    """What the receiving team has agreed to deliver."""


class Obligation(Part):
    """Why a standard cannot be chosen freely."""

    kind: Literal["legal", "contract", "safety"]
    """What demands it."""
    source: Text | None = None
    """The law, the contract or the regulation."""


class ServiceStandard(Named):
    """What good service means, put so that it can be measured."""

    kind: (
        Literal["timeliness", "follow-up", "loop-closure", "accuracy", "availability", "courtesy"] | None
    ) = None
    """What it is about."""
    provider: OptionalRef["Team"] = UNSTATED
    """The team that delivers it to another (an operational-level agreement)."""
    consumer: OptionalRef["Team"] = UNSTATED
    """The team that it is delivered to."""
    target: OptionalWritten[Target] = UNSTATED
    """What is to be reached, such as `90% within 4h`."""
    starts: Text | None = None
    """The event that starts the clock."""
    ends: Text | None = None
    """The event that stops the clock."""
    counts: Text | None = None
    """What is counted, such as tickets or calls."""
    paused_while: tuple[Text, ...] = ()
    """The events while which the clock stands still, such as waiting for the customer."""
    window: Text | None = None
    """The period over which the share is taken: week, month, quarter, or a rolling one such as 28d."""
    clock: OptionalRef["Calendar"] = UNSTATED
    """When the clock runs; the blueprint's clock unless stated."""
    segments: Refs["Segment"] = NONE_OF_THEM
    """The customers it holds for, where it is not for all."""
    accounts: Refs["Account"] = NONE_OF_THEM
    """The accounts it holds for, where it is not for all."""
    baseline: OptionalWritten[Figure] = UNSTATED
    """What is attained today: the share at the target's limit, or the figure itself."""
    benchmark: OptionalWritten[Figure] = UNSTATED
    """What others attain."""
    owner: OptionalRef["Team"] = UNSTATED
    """The team that answers for it."""
    obligation: Obligation | None = None
    """Why it cannot be chosen freely."""
    escalation: OptionalRef["EscalationPolicy"] = UNSTATED
    """The way up when it is about to be missed."""


def _leg(value: Any) -> str:
    return "side by side" if isinstance(value, list | tuple) else "one standard"


if TYPE_CHECKING:
    from collections.abc import Iterable

    _Named = str | ServiceStandard

    class Path:
        """Standards in order; several of them side by side where they stand in a list of their own."""

        def __get__(
            self, instance: object, owner: type | None = None
        ) -> tuple[str | tuple[str, ...], ...]: ...
        def __set__(self, instance: object, value: Iterable[_Named | Iterable[_Named]]) -> None: ...

else:
    Path = Many[
        Annotated[
            Annotated[Ref["ServiceStandard"], Tag("one standard")]
            | Annotated[Refs["ServiceStandard"], Tag("side by side")],
            Discriminator(_leg),
        ]
    ]


class Promise(Named):
    """What the customer is told to expect."""

    statement: Text | None = None
    """The words the customer hears."""
    target: OptionalWritten[Target] = UNSTATED
    """What it comes to in numbers, such as `95% within 10d`."""
    starts: Text | None = None
    """The event from which the customer counts."""
    ends: Text | None = None
    """The event to which the customer counts."""
    clock: OptionalRef["Calendar"] = UNSTATED
    """When the clock runs; all day unless stated, as a customer would read it."""
    paused_while: tuple[Text, ...] = ()
    """The events while which the clock stands still."""
    segments: Refs["Segment"] = NONE_OF_THEM
    """The customers it is made to, where it is not to all."""
    accounts: Refs["Account"] = NONE_OF_THEM
    """The accounts it is made to, where it is not to all."""
    owner: OptionalRef["Team"] = UNSTATED
    """The team that answers for keeping it."""
    made_by: OptionalRef["Team"] = UNSTATED
    """The team that gives it."""
    made_at: OptionalRef["Touchpoint"] = UNSTATED
    """The touchpoint where it is given."""
    path: Path = NONE_OF_THEM
    """The standards that keep it, one after the other or side by side.

    A list inside the list runs side by side.
    """
    exclusions: tuple[Text, ...] = ()
    """When it does not hold, such as force majeure."""
    remedy: Text | None = None
    """What the customer gets when it is broken."""

    @property
    def label(self) -> str:
        """What a page or a picture calls it: its name, else its words."""
        return self.name or self.statement or super().label
