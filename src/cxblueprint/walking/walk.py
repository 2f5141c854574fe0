"""What a walk is: its stops in the order of the journey, and what they come to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .sums import Range

if TYPE_CHECKING:
    from cxblueprint.graph import Edge, JourneyNode, StepNode
    from cxblueprint.model import (
        Duration,
        Persona,
        ProactiveUpdate,
        Promise,
        Segment,
        ServiceStandard,
    )


@dataclass(frozen=True, slots=True, eq=False)
class Stop:
    """A step of the journey as the walker meets it."""

    node: StepNode
    only_for: tuple[str, ...] = ()
    """The segments that come here, where the walker is of another and passes it by."""
    actor: Persona | None = None
    """Who takes the step on the customer's side, where that is not the walker."""
    teams: tuple[str, ...] = ()
    """The ids of the teams met here: the owner first, then whoever else acts in sight."""
    gained: tuple[str, ...] = ()
    """The physical evidence that the walker gets to see or hold here."""
    held: tuple[str, ...] = ()
    """The evidence from before: what is gathered on every way that leads here, in the order of the walk."""
    perhaps_held: tuple[str, ...] = ()
    """What is gathered on some of the ways that lead here."""
    made: tuple[Promise, ...] = ()
    """The promises given here."""
    due: tuple[Promise, ...] = ()
    """The promises given before, or nobody says where, that rest on a standard of this touchpoint."""
    pending: tuple[Promise, ...] = ()
    """The promises given before that rest on standards further on."""
    standards: tuple[ServiceStandard, ...] = ()
    """What we hold ourselves to here."""
    updates: tuple[ProactiveUpdate, ...] = ()
    """What the walker hears afterwards unasked; unless they wait, only what they did not hear before."""
    ways: tuple[Edge, ...] = ()
    """Where the way leads, unless it is simply on to the next stop."""
    arrivals: tuple[Edge, ...] = ()
    """From where the way leads here, but for a way that simply comes from the stop before."""
    may_end: bool = False
    """Whether the journey ends here for those who take none of `ways`."""

    @property
    def number(self) -> int:
        """The number of the step in its journey, from 1."""
        return self.node.number

    @property
    def is_passed_by(self) -> bool:
        """Whether the walker does not come here."""
        return bool(self.only_for)

    @property
    def feeling(self) -> int | None:
        """What whoever takes the step feels, from -2 to 2; None where it is not stated or passed by."""
        return None if self.is_passed_by else self.node.step.emotion

    @property
    def wait(self) -> Duration | None:
        """How long the walker waits afterwards; None for not at all, not stated or passed by."""
        return self.node.step.wait if self.node.has_wait and not self.is_passed_by else None

    @property
    def is_goal(self) -> bool:
        """Whether the customer has reached the goal."""
        return self.node is self.node.journey.outcome

    @property
    def is_end(self) -> bool:
        """Whether the journey goes no further."""
        return not self.node.outgoing

    @property
    def are_together(self) -> bool:
        """Whether all of `ways` are taken at the same time."""
        return self.node.step.parallel and len(self.ways) > 1

    @property
    def leads_to_the_next(self) -> bool:
        """Whether one of the ways leads to the stop that is told next."""
        return any(edge.target.number == self.number + 1 for edge in self.node.outgoing)


@dataclass(frozen=True, slots=True, eq=False)
class Walk:
    """A journey as one persona walks it, or nobody in particular."""

    journey: JourneyNode
    persona: Persona | None
    segment: Segment | None
    """The persona's segment; None where that is not stated."""
    values: tuple[tuple[str | None, str], ...]
    """What the walker gains, after the id of the segment that gains it; None for whoever walks."""
    stops: tuple[Stop, ...]
    """Every step of the journey, in its order."""
    waits: Range
    """How long the walker waits in all, on ways that do not go back."""
    handed_on: tuple[int, int]
    """How often one team is followed by another, on the way with the fewest and with the most changes."""

    @property
    def own_stops(self) -> tuple[Stop, ...]:
        """The stops to which the walker comes."""
        return tuple(stop for stop in self.stops if not stop.is_passed_by)

    @property
    def teams(self) -> tuple[str, ...]:
        """The ids of the teams that the walker meets, in the order in which they are first met."""
        return tuple(dict.fromkeys(team for stop in self.own_stops for team in stop.teams))

    @property
    def channels(self) -> tuple[str, ...]:
        """The ids of the channels on which they are met, in the order of the walk."""
        touchpoints = (stop.node.touchpoint for stop in self.own_stops)
        channels = (touchpoint.channel for touchpoint in touchpoints if touchpoint is not None)
        return tuple(dict.fromkeys(channel for channel in channels if channel is not None))

    @property
    def lowest(self) -> Stop | None:
        """The first of the stops at which the walker feels worst; None where nothing is known."""
        return min(self._felt, key=lambda stop: stop.feeling or 0, default=None)

    @property
    def highest(self) -> Stop | None:
        """The first of the stops at which the walker feels best; None where nothing is known."""
        return max(self._felt, key=lambda stop: stop.feeling or 0, default=None)

    @property
    def goes_back(self) -> bool:
        """Whether some way leads back, so that there may be more waiting than `waits`."""
        return any(edge.goes_back for stop in self.own_stops for edge in stop.node.outgoing)

    @property
    def _felt(self) -> tuple[Stop, ...]:
        """The stops at which it is the walker who feels something."""
        own = (stop for stop in self.own_stops if self.persona is None or stop.actor is None)
        return tuple(stop for stop in own if stop.feeling is not None)
