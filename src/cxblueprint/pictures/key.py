"""What stands below a picture: the key, with only what occurs, and the findings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from cxblueprint.pictures import text as metrics
from cxblueprint.pictures.arrows import draw_arrow_head
from cxblueprint.pictures.frame import MARGIN, WIDEST_TEXT, draw_sign
from cxblueprint.pictures.icons import Marker, draw_icon, draw_marker, marker_names
from cxblueprint.pictures.scene import ChangeKind, Channel, Column, Note, Owner
from cxblueprint.pictures.strips import BADGE_WIDTH, draw_code
from cxblueprint.pictures.svg import Canvas, number
from cxblueprint.pictures.words import ENGLISH, Words

_TONES = {"error": "bad", "warning": "warn", "info": "info"}
CODE_BADGE = 52.0


def tone_of(note: Note) -> str:
    """Return the name of the tone in which a finding of this severity is drawn."""
    return _TONES[note.severity]


def draw_code_badge(canvas: Canvas, x: float, y: float, note: Note) -> None:
    """Draw a finding's code with the badge's upper left corner at (`x`, `y`)."""
    canvas.rect(x, y, CODE_BADGE, 15, f"cx-{tone_of(note)}-solid", radius=4)
    code = metrics.clip(note.code, CODE_BADGE - 6, 9.5, bold=True)
    middle, room = x + CODE_BADGE / 2, CODE_BADGE - 6
    canvas.text(middle, y + 11, code, "cx-on-badge", 9.5, bold=True, anchor="middle", room=room)


@dataclass(frozen=True, slots=True)
class Entry:
    """One explanation in the key: how wide its sign is, how it is drawn, and what it means."""

    sign_width: float
    draw_sign: Callable[[Canvas, float, float], None]
    text: str


def marker_entries(markers: Iterable[Marker], words: Words = ENGLISH) -> list[Entry]:
    """Return the key's entries for the markers that occur, in a fixed order."""
    found = set(markers)

    def entry(marker: Marker, name: str) -> Entry:
        return Entry(15, lambda canvas, x, y: draw_marker(canvas, x + 7.5, y, marker, 7), name)

    return [entry(marker, name) for marker, name in marker_names(words).items() if marker in found]


def change_entries(columns: Iterable[Column], words: Words) -> list[Entry]:
    """Return the entries for the ways in which steps differ, where that was asked."""
    names: dict[ChangeKind, str] = {"new": words("New"), "gone": words("Gone"), "changed": words("Changed")}
    found = {column.change.kind for column in columns if column.change}

    def entry(kind: ChangeKind) -> Entry:
        return Entry(12, lambda canvas, x, y: draw_sign(canvas, x + 6, y, kind), names[kind])

    return [entry(kind) for kind in names if kind in found]


def icon_entry(name: str, text: str, class_: str = "cx-icon") -> Entry:
    """Return an entry for an icon."""
    return Entry(14, lambda canvas, x, y: draw_icon(canvas, x, y - 7, name, class_=class_), text)


def box_entry(class_: str, text: str) -> Entry:
    """Return an entry for a kind of card."""
    return Entry(20, lambda canvas, x, y: canvas.rect(x, y - 6.5, 20, 13, class_, radius=3), text)


def channel_entries(channels: Iterable[Channel]) -> list[Entry]:
    """Return an entry for each channel, in the order in which they first occur."""
    return [icon_entry(channel.icon, channel.name) for channel in dict.fromkeys(channels)]


def owner_entries(owners: Iterable[Owner]) -> list[Entry]:
    """Return an entry for each team, in the order in which they first occur, the missing last."""

    def entry(owner: Owner) -> Entry:
        return Entry(BADGE_WIDTH, lambda canvas, x, y: draw_code(canvas, x, y - 7.5, owner), owner.name)

    unique = dict.fromkeys(owners)
    return [entry(owner) for owner in sorted(unique, key=lambda owner: owner.tone is None)]


@dataclass(frozen=True, slots=True)
class Footer:
    """The key, row by row, and the findings below it."""

    rows: tuple[tuple[str, tuple[Entry, ...]], ...]
    notes: tuple[Note, ...]
    remarks: tuple[str, ...]
    width: float
    words: Words = ENGLISH

    _LABELS = (66.0, 160.0)
    _ROW = 24.0
    _NOTE = 19.0
    _MOST_NOTES = 40

    def _lines(self, entries: Sequence[Entry]) -> list[list[tuple[float, Entry, str]]]:
        """Set entries one after the other on as many lines as they need."""
        end = self._text_width - MARGIN
        lines: list[list[tuple[float, Entry, str]]] = [[]]
        x = MARGIN + self._label_width
        for entry in entries:
            text = metrics.clip(
                entry.text, min(300, end - MARGIN - self._label_width - entry.sign_width - 6), 11.5
            )
            room = entry.sign_width + 6 + metrics.width(text, 11.5)
            if lines[-1] and x + room > end:
                lines.append([])
                x = MARGIN + self._label_width
            lines[-1].append((x, entry, text))
            x += room + 22
        return lines

    @property
    def _label_width(self) -> float:
        """The width of the column of the rows' names, which their language makes wider."""
        least, most = self._LABELS
        widths = (metrics.width(metrics.clean(name), 11.5, bold=True) + 14 for name, _ in self.rows)
        return min(most, max([least, *widths]))

    @property
    def _text_width(self) -> float:
        return min(self.width, WIDEST_TEXT)

    @property
    def _note_room(self) -> float:
        return self._text_width - 2 * MARGIN - 62

    def _note_lines(self) -> list[tuple[Note, metrics.Paragraph]]:
        shown = self.notes[: self._MOST_NOTES]
        texts = (f"{note.graded} \u00b7 {note.subject}: {note.message}" for note in shown)
        wrapped = (metrics.wrap(text, self._note_room, 11.5, lines=3) for text in texts)
        return list(zip(shown, wrapped, strict=True))

    @property
    def height(self) -> float:
        """The height of everything below the lanes, with the margin below it."""
        rows = sum(len(self._lines(entries)) for _, entries in self.rows) * self._ROW
        remarks = sum(paragraph.count for paragraph in self._remarks()) * 17 + (6 if self.remarks else 0)
        total = 12 + rows + remarks + MARGIN
        if self.notes:
            total += 32 + sum(self._NOTE + 15 * (p.count - 1) for _, p in self._note_lines())
            total += self._NOTE if len(self.notes) > self._MOST_NOTES else 0
        return total

    def _remarks(self) -> list[metrics.Paragraph]:
        return [metrics.wrap(remark, self._text_width - 2 * MARGIN, 11.5, lines=2) for remark in self.remarks]

    def draw(self, canvas: Canvas, y: float) -> None:
        """Draw everything with its upper side at `y`."""
        canvas.line(MARGIN - 4, y, self.width - MARGIN + 4, y, "cx-rule")
        y += 12
        for label, entries in self.rows:
            name = metrics.clip(label, self._label_width - 14, 11.5, bold=True)
            canvas.text(MARGIN, y + 12 + 4, name, "cx-ink", 11.5, bold=True, rtl=False)
            for placed in self._lines(entries):
                for x, entry, text in placed:
                    entry.draw_sign(canvas, x, y + 12)
                    canvas.text(x + entry.sign_width + 6, y + 16, text, "cx-muted", 11.5, rtl=False)
                y += self._ROW
        if self.remarks:
            y += 6
        for paragraph in self._remarks():
            for line in paragraph.lines:
                canvas.text(
                    MARGIN, y + 11, line, "cx-muted", 11.5, room=self._text_width - 2 * MARGIN, rtl=False
                )
                y += 17
        if self.notes:
            self._draw_notes(canvas, y + 10)

    def _draw_notes(self, canvas: Canvas, y: float) -> None:
        canvas.text(
            MARGIN, y + 12, self.words("Findings ({n})", n=len(self.notes)), "cx-ink", 12.5, bold=True
        )
        y += 22
        for note, paragraph in self._note_lines():
            with canvas.linked(note.href, str(note)):
                draw_code_badge(canvas, MARGIN, y + 1, note)
                for order, line in enumerate(paragraph.lines):
                    at = y + 12.5 + order * 15
                    canvas.text(MARGIN + 62, at, line, "cx-name", 11.5, room=self._note_room, rtl=False)
            y += self._NOTE + 15 * (paragraph.count - 1)
        more = len(self.notes) - self._MOST_NOTES
        if more > 0:
            canvas.text(MARGIN + 62, y + 12.5, self.words.count(more, "and {n} more"), "cx-muted", 11.5)


def arrow_entry(class_: str, text: str) -> Entry:
    """Return an entry for an arrow of this class."""

    def draw(canvas: Canvas, x: float, y: float) -> None:
        canvas.path(f"M{number(x)} {number(y)}h24", f"cx-{class_}")
        draw_arrow_head(canvas, (x, y), (x + 29, y), f"cx-head-{class_}")

    return Entry(29, draw, text)


def line_entry(class_: str, text: str) -> Entry:
    """Return an entry for a line without a head."""

    def draw(canvas: Canvas, x: float, y: float) -> None:
        canvas.path(f"M{number(x)} {number(y)}h29", f"cx-{class_}")

    return Entry(29, draw, text)
