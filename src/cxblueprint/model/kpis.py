"""Measures that serve a decision."""

import datetime as dt
from typing import TYPE_CHECKING, Literal

from .base import Declared, Slug, Text
from .durations import Cadence
from .refs import NONE_OF_THEM, UNSTATED, OptionalRef, OptionalWritten, Refs
from .targets import Figure, Scale, Target

if TYPE_CHECKING:
    from .organisation import Team


class KPI(Declared):
    """A measure that serves a decision."""

    metric: Slug | None = None
    """What is measured: one of the metrics that the field knows, or one of your own.

    Known are `nps`, `csat`, `ces`, `fcr` and others.
    """
    scale: OptionalWritten[Scale] = UNSTATED
    """The lowest and highest value; the known metric's unless stated."""
    polarity: Literal["up", "down"] | None = None
    """Which way is better; the known metric's unless stated."""
    formula: Text | None = None
    """How it is worked out; the known metric's unless stated."""
    kind: Literal["perception", "outcome", "operational", "employee", "financial"] | None = None
    """What it tells about; the known metric's unless stated."""
    level: Literal["relationship", "journey", "touchpoint"] | None = None
    """How much of the experience it tells of."""
    unit: Text | None = None
    """The unit of its figures, such as points or contacts."""
    baseline: OptionalWritten[Figure] = UNSTATED
    """Where it stands today."""
    target: OptionalWritten[Target] = UNSTATED
    """Where it is to stand, such as `at least 4.5`."""
    due: dt.date | None = None
    """The day by which it is to stand there."""
    owner: OptionalRef["Team"] = UNSTATED
    """The team that answers for it."""
    source: Text | None = None
    """Where its figures come from."""
    cadence: OptionalWritten[Cadence] = UNSTATED
    """How often there is a new figure."""
    action: Text | None = None
    """What is decided or done on seeing it."""
    rolls_up_to: OptionalRef["KPI"] = UNSTATED
    """The larger measure that it is a part of."""
    aggregation: Literal["sum", "average", "weighted-average", "minimum", "maximum"] | None = None
    """How the parts make up that measure."""
    drives: Refs["KPI"] = NONE_OF_THEM
    """The measures that move when this one moves, from employee to customer to money."""
