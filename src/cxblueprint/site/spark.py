"""The emotion curve in small: a line in a cell of a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from cxblueprint.pictures.svg import number

from .markdown import NOTHING, Markdown
from .words import FEELINGS

if TYPE_CHECKING:
    from cxblueprint.graph import StepNode

_WIDTH, _HEIGHT, _MARGIN = 96.0, 26.0, 4.0


def lowest(steps: Sequence[StepNode]) -> StepNode | None:
    """Return the first of the steps at which the customer feels worst, or None where nothing is known."""
    known = [step for step in steps if step.step.emotion is not None]
    return min(known, key=lambda step: step.step.emotion or 0, default=None)


def spark(steps: Sequence[StepNode]) -> Markdown:
    """Return the curve of what the customer feels, its lowest point marked; nothing where little is known."""
    low = lowest(steps)
    if low is None or sum(step.step.emotion is not None for step in steps) < 2:  # noqa: PLR2004  # no line
        return NOTHING
    stride = (_WIDTH - 2 * _MARGIN) / max(len(steps) - 1, 1)

    def place(step: StepNode, at: int) -> str:
        high = (2 - (step.step.emotion or 0)) / 4
        return f"{number(_MARGIN + at * stride)} {number(_MARGIN + high * (_HEIGHT - 2 * _MARGIN))}"

    path, pen_is_up = "", True
    for at, step in enumerate(steps):
        if step.step.emotion is None:
            pen_is_up = True
            continue
        path += f"{'M' if pen_is_up else 'L'}{place(step, at)}"
        pen_is_up = False
    x, y = place(low, steps.index(low)).split()
    is_low = (low.step.emotion or 0) < 0
    mark = f'<circle cx="{x}" cy="{y}" r="3"/>' if is_low else ""
    feelings = ", ".join(FEELINGS[step.step.emotion] for step in steps if step.step.emotion is not None)
    width, height = number(_WIDTH), number(_HEIGHT)
    size = f'viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
    middle = number(_HEIGHT / 2)
    return Markdown(
        f'<svg class="cx-spark" {size} role="img" aria-label="Feelings, step by step: {feelings}">'
        f'<path class="cx-zero" d="M0 {middle}H{width}"/><path d="{path}"/>{mark}</svg>'
    )
