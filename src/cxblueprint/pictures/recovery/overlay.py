"""Findings where they are: a dashed frame around what they are about, with their codes."""

from __future__ import annotations

from collections.abc import Sequence

from cxblueprint.pictures import key
from cxblueprint.pictures.scene import Note
from cxblueprint.pictures.svg import Canvas

BADGE_PITCH = key.CODE_BADGE + 3
_MORE = 24.0


def draw_finding_frame(
    canvas: Canvas,
    box: tuple[float, float, float, float],
    notes: Sequence[Note],
    *,
    gap: float = 3.5,
    above: float = 12,
) -> None:
    """Draw a dashed frame around a box (left, top, width, height), and the codes at its upper right.

    The codes begin so much `above` the box.
    """
    x, y, width, height = box
    worst = _worst(notes)
    canvas.rect(
        x - gap,
        y - gap,
        width + 2 * gap,
        height + 2 * gap,
        f"cx-{key.tone_of(worst)}-line cx-frame-{worst.severity}",
        radius=8,
    )
    draw_codes(canvas, x + width + 2, y - above, notes, room=width)


def draw_codes(canvas: Canvas, right: float, y: float, notes: Sequence[Note], *, room: float) -> float:
    """Draw the codes of findings side by side up to `right`, and return where they begin.

    Those that are too many for the room are counted.
    """
    unique = list({(note.code, note.severity): note for note in notes}.values())
    fitting = max(1, int(room // BADGE_PITCH))
    shown = unique if len(unique) <= fitting else unique[: max(0, fitting - 1)]
    for note in shown:
        right -= key.CODE_BADGE
        key.draw_code_badge(canvas, right, y, note)
        right -= 3
    if len(shown) < len(unique):
        right -= _MORE
        canvas.rect(right, y, _MORE, 15, f"cx-{key.tone_of(_worst(notes))}-solid", radius=4)
        more = f"+{len(unique) - len(shown)}"
        canvas.text(
            right + _MORE / 2, y + 11, more, "cx-on-badge", 9.5, bold=True, anchor="middle", room=_MORE
        )
    return right


def codes_width(notes: Sequence[Note], most: int) -> float:
    """Return how wide the codes of findings are side by side, at most so many of them."""
    return min(most, len({(note.code, note.severity) for note in notes})) * BADGE_PITCH


def _worst(notes: Sequence[Note]) -> Note:
    return min(notes, key=lambda note: ("error", "warning", "info").index(note.severity))
