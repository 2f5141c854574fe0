"""Where something stands and what is to be reached, on one line from the lowest to the highest."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from cxblueprint.model import Figure, Scale
from cxblueprint.pictures.svg import escape, number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cxblueprint.model import Target

_TOP, _THICK, _LINE = 18, 12, 17
"""Where the bar begins and how high it is, and how far the lines of words stand apart."""
_LEFT, _RIGHT = 34, 66
"""Beyond these, in per cent, words stand towards the middle, so that they do not run over the ends."""
_ROOM = Decimal("1.1")
"""How far a line reaches beyond the largest figure, where no scale says how far."""


def gauge(
    target: Target | None, today: Figure | None, *, others: Figure | None = None, scale: Scale | None = None
) -> str:
    """Return the line as HTML; nothing where there is no way to go, or its figures do not compare.

    Args:
        target: what is to be reached.
        today: where it stands.
        others: what others attain.
        scale: the lowest and the highest figure; a share runs from 0 to 100 %, and anything else from 0 on.
    """
    goal = target.level if target is not None else None
    if target is None or goal is None or today is None or today.is_percent != goal.is_percent:
        return ""
    others = others if others is not None and others.is_percent == goal.is_percent else None
    span = _span([one.number for one in (goal, today, others) if one is not None], scale, goal)
    if span is None:
        return ""
    return _drawn(target, goal, today, others, span, is_scaled=scale is not None or goal.is_percent)


def _span(figures: Sequence[Decimal], scale: Scale | None, goal: Figure) -> tuple[Decimal, Decimal] | None:
    """Return from where to where the line runs; None where figures lie beyond."""
    low, high = Decimal(0), Decimal(100) if goal.is_percent else max(figures) * _ROOM
    if scale is not None:
        if scale.is_percent != goal.is_percent:
            return None
        low, high = scale.low, scale.high
    return (low, high) if low < high and low <= min(figures) and max(figures) <= high else None


def _drawn(
    target: Target,
    goal: Figure,
    today: Figure,
    others: Figure | None,
    span: tuple[Decimal, Decimal],
    *,
    is_scaled: bool,
) -> str:
    low, high = span

    def at(figure: Figure) -> float:
        return float((figure.number - low) / (high - low) * 100)

    reached = bool(target.is_reached_by(today))
    wanted = str(goal) if target.figure is None else str(target)
    said = [f"today {today}", f"to reach: {wanted}", *([f"others attain {others}"] if others else [])]
    ends = [str(Figure(end, goal.is_percent)) for end in span]
    label = ", ".join([f"From {ends[0]} to {ends[1]}", *said] if is_scaled else said)
    parts = [
        _bar("track", 0, 100),
        _bar("done", 0, at(today) if reached else min(at(today), at(goal))),
        "" if reached else _bar("gap", min(at(today), at(goal)), max(at(today), at(goal))),
        _mark(at(others), '<path class="cx-tick" d="M0-9V9"/>') if others else "",
        _mark(at(goal), '<path class="cx-aim" d="M0-11V11M0-11L7-7.5L0-4Z"/>'),
        _mark(at(today), '<circle class="cx-dot" r="5"/>'),
        *_words(said, [at(one) for one in (today, goal, others) if one is not None]),
    ]
    height = _TOP + _THICK + 4 + _LINE * (len(said) - 1)
    line = (
        f'<svg width="100%" height="{height}" role="img" aria-label="{escape(label)}">{"".join(parts)}</svg>'
    )
    before, after = (f'<span aria-hidden="true">{end}</span>' if is_scaled else "" for end in ends)
    return f'<div class="cx-gauge">{before}<div>{line}</div>{after}</div>'


def _bar(name: str, since: float, until: float) -> str:
    if until <= since:
        return ""
    place = f'x="{number(since)}%" y="{_TOP}" width="{number(until - since)}%" height="{_THICK}"'
    return f'<rect class="cx-{name}" {place} rx="2"/>'


def _mark(where: float, shape: str) -> str:
    return f'<svg x="{number(where)}%" y="{_TOP + _THICK // 2}" overflow="visible">{shape}</svg>'


def _words(said: Sequence[str], places: Sequence[float]) -> Iterator[str]:
    """Yield today above the bar and the rest below it, each on a line of its own."""
    for order, (words, where) in enumerate(zip(said, places, strict=True)):
        y = _TOP - 6 if order == 0 else _TOP + _THICK + 15 + _LINE * (order - 1)
        yield _word(where, y, words, "word")


def _word(where: float, y: int, words: str, name: str) -> str:
    anchor = "start" if where < _LEFT else "end" if where > _RIGHT else "middle"
    return (
        f'<text class="cx-{name}" x="{number(where)}%" y="{y}" text-anchor="{anchor}">{escape(words)}</text>'
    )
