"""The emotion curve in small: a line in a cell of a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from cxblueprint.pictures.spark import HEIGHT, WIDTH, spark_of
from cxblueprint.pictures.svg import number

from .markdown import NOTHING, Markdown
from .words import FEELINGS

if TYPE_CHECKING:
    from cxblueprint.graph import StepNode


def spark(steps: Sequence[StepNode]) -> Markdown:
    """Return the curve of what the customer feels, its lowest point marked; nothing where little is known."""
    curve = spark_of([step.step.emotion for step in steps])
    if curve is None:
        return NOTHING
    mark = f'<circle cx="{number(curve.low[0])}" cy="{number(curve.low[1])}" r="3"/>' if curve.low else ""
    feelings = ", ".join(FEELINGS[step.step.emotion] for step in steps if step.step.emotion is not None)
    width, height = number(WIDTH), number(HEIGHT)
    size = f'viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
    middle = number(HEIGHT / 2)
    return Markdown(
        f'<svg class="cx-spark" {size} role="img" aria-label="Feelings, step by step: {feelings}">'
        f'<path class="cx-zero" d="M0 {middle}H{width}"/><path d="{curve.path}"/>{mark}</svg>'
    )
