"""The feelings of a walk, drawn down the page: a curve beside the stops, with a face at each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from cxblueprint.pictures.journey_map.curve import FACE, MOUTHS
from cxblueprint.pictures.svg import number
from cxblueprint.site.writing.markdown import Markdown

if TYPE_CHECKING:
    from cxblueprint.walking import Stop

_MIDDLE, _STRIDE = 50.0, 17.0
"""Of a lane that is 100 wide: where nobody feels anything, and how far a feeling moves to the side."""
_ROOM = FACE + 2


@dataclass(frozen=True, slots=True)
class _Line:
    """From one stop to the next."""

    start: float
    end: float
    is_known: bool
    """Whether both feelings are stated; otherwise the line is dotted."""

    @property
    def between(self) -> float:
        """Where it is between the two stops: nearly there, since little room is left above the next face."""
        return self.start + (self.end - self.start) * 0.85


class Lane:
    """The lane beside all stops of a walk."""

    def __init__(self, stops: Sequence[Stop]) -> None:
        self._at: dict[int, float] = {}
        at = _MIDDLE
        for stop in stops:
            at = _MIDDLE + stop.feeling * _STRIDE if stop.feeling is not None else at
            self._at[stop.number] = at
        self._onward = {
            stop.number: _Line(
                self._at[stop.number],
                self._at[after.number],
                stop.feeling is not None and after.feeling is not None,
            )
            for stop, after in pairwise(stops)
            if stop.leads_to_the_next
        }

    def at_stop(self, stop: Stop) -> Markdown:
        """Return the lane beside a stop: the line that comes, the one that goes on, and the face between."""
        at = self._at[stop.number]
        before, after = self._onward.get(stop.number - 1), self._onward.get(stop.number)
        drawn = _curve("up", before.between, at, before) if before else ""
        drawn += _curve("down", at, after.between, after) if after else ""
        return _lane(drawn + (_face(stop.feeling, at) if stop.feeling is not None else _dot(at)))

    def after(self, stop: Stop | None, *, is_wait: bool = False) -> Markdown:
        """Return the lane beside what stands between a stop and the next; dotted where time passes.

        None is what stands before the first stop.
        """
        line = self._onward.get(stop.number) if stop is not None else None
        if line is None:
            return _lane("")
        return _lane(_curve("through", line.between, line.between, line, is_dotted=is_wait))


def scale() -> Markdown:
    """Return the head of the lane: the worst feeling at the left, the best at the right."""
    ends = "".join(_face(feeling, _MIDDLE + feeling * _STRIDE) for feeling in (-2, 2))
    return _lane(ends)


def _lane(drawn: str) -> Markdown:
    # What it shows stands in words beside it.
    return Markdown(f'<span class="cx-lane" aria-hidden="true">{drawn}</span>')


def _curve(where: str, start: float, end: float, line: _Line, *, is_dotted: bool = False) -> str:
    class_ = f"cx-lane-{where}" + ("" if line.is_known and not is_dotted else " cx-dotted")
    first, last = number(start), number(end)
    path = f"M{first} 0V100" if start == end else f"M{first} 0C{first} 50 {last} 50 {last} 100"
    return (
        f'<svg class="{class_}" viewBox="0 0 100 100" preserveAspectRatio="none">'
        f'<path vector-effect="non-scaling-stroke" d="{path}"/></svg>'
    )


def _face(feeling: int, at: float) -> str:
    eyes = '<path d="M-3.8 -2.2h.01M3.8 -2.2h.01" stroke-width="2.6"/>'
    open_ = ' class="cx-open"' if feeling == max(MOUTHS) else ""
    mouth = f'<path{open_} d="{MOUTHS[feeling]}"/>'
    box = f"{number(-_ROOM)} {number(-_ROOM)} {number(2 * _ROOM)} {number(2 * _ROOM)}"
    return (
        f'<svg class="cx-lane-face" viewBox="{box}" style="left:{number(at)}%">'
        f'<circle r="{number(FACE)}"/>{eyes}{mouth}</svg>'
    )


def _dot(at: float) -> str:
    return (
        f'<svg class="cx-lane-face" viewBox="-13 -13 26 26" style="left:{number(at)}%"><circle r="4"/></svg>'
    )
