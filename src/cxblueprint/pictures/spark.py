"""The feeling curve in small: a line through what customers feel step by step, its lowest point marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from cxblueprint.pictures.svg import number

if TYPE_CHECKING:
    from cxblueprint.graph import StepNode

WIDTH, HEIGHT = 96.0, 26.0
_MARGIN = 4.0
_LOWEST, _HIGHEST = -2, 2


@dataclass(frozen=True, slots=True)
class Spark:
    """A curve whose upper left corner is at the origin."""

    path: str
    """Path data; where a feeling is not stated, the line is interrupted."""
    low: tuple[float, float] | None
    """Where the first of the lowest points is, if customers feel bad there."""


def lowest(steps: Sequence[StepNode]) -> StepNode | None:
    """Return the first of the steps at which the customer feels worst, or None where nothing is known."""
    known = [step for step in steps if step.step.emotion is not None]
    return min(known, key=lambda step: step.step.emotion or 0, default=None)


def spark_of(feelings: Sequence[int | None], x: float = 0, y: float = 0) -> Spark | None:
    """Return the curve of feelings from -2 to 2, moved to (`x`, `y`); None where less than two are known."""
    known = [feeling for feeling in feelings if feeling is not None]
    if len(known) < 2:  # a line has two ends
        return None
    stride = (WIDTH - 2 * _MARGIN) / (len(feelings) - 1)

    def place(at: int, feeling: int) -> tuple[float, float]:
        high = (_HIGHEST - feeling) / (_HIGHEST - _LOWEST)
        return x + _MARGIN + at * stride, y + _MARGIN + high * (HEIGHT - 2 * _MARGIN)

    path = ""
    for is_known, run in groupby(enumerate(feelings), key=lambda one: one[1] is not None):
        if is_known:
            points = [place(at, feeling or 0) for at, feeling in run]
            path += "M" + "L".join(f"{number(to_x)} {number(to_y)}" for to_x, to_y in points)
            # A line of no length is a dot where its ends are round.
            path += "h0" if len(points) == 1 else ""
    low = min(known)
    return Spark(path, place(list(feelings).index(low), low) if low < 0 else None)
