"""The codes of findings where no card has room for a frame: at a date, and in a row."""

from __future__ import annotations

from collections.abc import Sequence

from cxblueprint.pictures import key
from cxblueprint.pictures.scene import Note
from cxblueprint.pictures.svg import Canvas

MOST_CODES = 3
"""Codes that are shown at one date; more are counted."""
_PITCH = key.CODE_BADGE + 3
_MORE = 24.0
_ABOVE = 6.0


def draw_row_frame(canvas: Canvas, box: tuple[float, float, float, float], notes: Sequence[Note]) -> None:
    """Draw a dashed frame inside a row (left, top, width, height), its codes at the upper right.

    Other than those of a card they stay in the row: the one above begins where this one does.
    """
    if not notes:
        return
    x, y, width, height = box
    worst = _worst(notes)
    canvas.rect(x, y, width, height, f"cx-{key.tone_of(worst)}-line cx-frame-{worst.severity}", radius=8)
    draw_codes(canvas, x + width, y - _ABOVE, notes, room=width)


def draw_codes(canvas: Canvas, right: float, y: float, notes: Sequence[Note], *, room: float) -> None:
    """Draw the codes of findings side by side up to `right`; what is too much for the room is counted."""
    unique = _unique(notes)
    fitting = max(1, int((room + 3) // _PITCH))
    shown = unique if len(unique) <= fitting else unique[: fitting - 1]
    for note in shown:
        right -= key.CODE_BADGE
        key.draw_code_badge(canvas, right, y, note)
        right -= 3
    if len(shown) < len(unique):
        canvas.rect(right - _MORE, y, _MORE, 15, f"cx-{key.tone_of(_worst(notes))}-solid", radius=4)
        more, middle = f"+{len(unique) - len(shown)}", right - _MORE / 2
        canvas.text(middle, y + 11, more, "cx-on-badge", 9.5, bold=True, anchor="middle", room=_MORE)


def codes_width(notes: Sequence[Note]) -> float:
    """Return how wide the codes of findings are side by side at a date, with the space behind them."""
    return min(MOST_CODES, len(_unique(notes))) * _PITCH


def _unique(notes: Sequence[Note]) -> list[Note]:
    return list({(note.code, note.severity): note for note in notes}.values())


def _worst(notes: Sequence[Note]) -> Note:
    return min(notes, key=lambda note: ("error", "warning", "info").index(note.severity))
