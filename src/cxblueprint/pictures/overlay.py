"""What the rules found, drawn over the cards that it is about."""

from __future__ import annotations

from collections.abc import Sequence

from cxblueprint.pictures import key
from cxblueprint.pictures.scene import Note
from cxblueprint.pictures.svg import Canvas

_GRAVITY = ("error", "warning", "info")


def draw_finding_frame(canvas: Canvas, box: tuple[float, float, float, float], notes: Sequence[Note]) -> None:
    """Draw a dashed frame around a card, and the codes of its findings at the upper right.

    `box` is the card's left and upper side, its width and its height; without findings nothing is drawn.
    """
    if not notes:
        return
    worst = min(notes, key=lambda note: _GRAVITY.index(note.severity))
    tone = key.tone_of(worst)
    x, y, width, height = box
    canvas.rect(
        x - 3.5, y - 3.5, width + 7, height + 7, f"cx-{tone}-line cx-frame-{worst.severity}", radius=8
    )
    grave_first = sorted(notes, key=lambda note: _GRAVITY.index(note.severity))
    unique = {(note.code, note.severity): note for note in grave_first}
    room = int(width // (key.CODE_BADGE + 4))
    shown = list(unique.values())[: room if len(unique) <= room else room - 1]
    right = x + width + 2
    for note in shown:
        right -= key.CODE_BADGE
        key.draw_code_badge(canvas, right, y - 12, note)
        right -= 3
    if len(shown) < len(unique):
        canvas.rect(right - 24, y - 12, 24, 15, f"cx-{tone}-solid", radius=4)
        more = f"+{len(unique) - len(shown)}"
        canvas.text(right - 12, y - 1, more, "cx-on-badge", 9.5, bold=True, anchor="middle")
