"""Where the actions of a plan lie: a row for each, beside it its bar in the calendar, above it the dates."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from cxblueprint.pictures import strips
from cxblueprint.pictures import text as metrics
from cxblueprint.pictures.frame import MARGIN
from cxblueprint.pictures.recovery.calendar_axis import Axis
from cxblueprint.pictures.recovery.codes import codes_width
from cxblueprint.pictures.recovery.scene import ActionRow, Mark, Plan
from cxblueprint.pictures.recovery.stairs import beside, rows_of
from cxblueprint.pictures.router import Point
from cxblueprint.pictures.strips import Words as Lines
from cxblueprint.pictures.strips import small_words

NUMBER = 34.0
TEXT = 276.0
TAKES = 92.0
DATES = 116.0
SLACK = 96.0
TABLE = NUMBER + TEXT + TAKES + DATES + SLACK
BAR = 16.0
DIAMOND = 6.0
TICK = 14.0
MARK_SIZE = 11.0
_MARK_ROW = 18.0
_MOST_MARK = 520.0
_MARK_SHIFT = 5.0
_CELL = 19.0
_LEAST_ROW = 42.0
_STUB = 9.0
_CHART_GAP = 16.0


class ChartLayout:
    """The places of rows, bars, arrows and dates.

    Args:
        plan: what is drawn.
        top: the upper side.
        width: the width of the picture.
    """

    def __init__(self, plan: Plan, top: float, width: float) -> None:
        self.plan = plan
        self.width = width
        self.left = MARGIN
        self.chart_left = MARGIN + TABLE + _CHART_GAP
        self.axis = Axis(plan.days, self.chart_left, width - MARGIN) if plan.days else None
        lines = [(self.mark_x(mark), mark_width(mark)) for mark in plan.marks]
        self.flags = beside(lines, _MARK_SHIFT, width - MARGIN)
        self.mark_rows = rows_of(self.flags)
        rows = max(self.mark_rows, default=-1) + 1
        diamonds = 2 * DIAMOND + 2 if any(mark.kind == "milestone" for mark in plan.marks) else 0.0
        self.marks_bottom = top + rows * _MARK_ROW + 4
        self.calendar_top = self.marks_bottom + diamonds
        self.head_bottom = self.calendar_top + 2 * _CELL
        self._place_rows(self.head_bottom + 4)

    def mark_x(self, mark: Mark) -> float:
        """Return where the line of a date stands: what is to be reached by a day, at its end."""
        if self.axis is None:
            return self.chart_left
        if mark.kind in ("started", "reviewed", "committed-on"):
            return self.axis.x(mark.day)
        return self.axis.after(mark.day)

    def mark_y(self, index: int) -> float:
        """Return the middle of what is said of a date."""
        return self.marks_bottom - (self.mark_rows[index] + 0.5) * _MARK_ROW - 2

    @property
    def right(self) -> float:
        """The right side of everything: what is said of a last date may need more room than there was."""
        return max([self.width - MARGIN, *(flag.right for flag in self.flags)])

    # Rows

    def _place_rows(self, y: float) -> None:
        self.tops: list[float] = []
        self.heights: list[float] = []
        for lines, row in zip(self.texts, self.plan.actions, strict=True):
            height = max(
                _LEAST_ROW, lines.height + 18 + 12, *(text.height + 14 for _, text in self.columns(row))
            )
            self.tops.append(y)
            self.heights.append(height)
            y += height
        self.bottom = y

    @property
    def rows_right(self) -> float:
        """The right side of rows: where the calendar ends, unless words stand in place of a bar."""
        if any(row.waiting for row in self.plan.actions):
            return self.width - MARGIN
        return self.axis.end if self.axis else self.left + TABLE

    @cached_property
    def texts(self) -> list[Lines]:
        """What is done, row by row."""
        return [strips.words(row.text, TEXT - 12, lines=3) for row in self.plan.actions]

    @staticmethod
    def columns(row: ActionRow) -> list[tuple[float, Lines]]:
        """Return what stands in the columns behind the text, and how wide each column is."""
        strong = "cx-name" if row.is_critical or row.is_done else "cx-muted"
        return [
            (TAKES, small_words(row.takes, TAKES - 10, lines=2)),
            (DATES, small_words(row.dates, DATES - 10, lines=2)),
            (
                SLACK,
                small_words(row.slack, SLACK - 12, lines=2, indent=TICK if row.is_done else 0, class_=strong),
            ),
        ]

    def middle(self, index: int) -> float:
        """Return the height of a row's middle."""
        return self.tops[index] + self.heights[index] / 2

    def bar(self, index: int) -> tuple[float, float] | None:
        """Return the left and right side of an action's bar; a short one where nobody has said how long."""
        row = self.plan.actions[index]
        if self.axis is None or row.span is None:
            return None
        if not row.has_length:
            at = self.axis.after(row.span[0]) if row.after else self.axis.x(row.span[0])
            return at, at + _STUB
        left = self.axis.x(row.span[0])
        return left, max(self.axis.after(row.span[1]), left + 3)

    def slack_end(self, index: int) -> float | None:
        """Return how far the slack of an action reaches, if it has any."""
        row = self.plan.actions[index]
        return self.axis.after(row.latest) if self.axis and row.latest and not row.is_done else None

    def arrows(self) -> list[tuple[Sequence[Point], bool]]:
        """Return the corners of the arrows from action to action, and whether the end hangs on them."""
        found: list[tuple[Sequence[Point], bool]] = []
        for index, row in enumerate(self.plan.actions):
            for number in row.after:
                points = self._arrow(number - 1, index)
                if points:
                    found.append((points, number == row.hangs_on))
        return sorted(found, key=lambda arrow: arrow[1])

    def _arrow(self, source: int, target: int) -> list[Point]:
        begin, end = self.bar(source), self.bar(target)
        if begin is None or end is None:
            return []
        y1, y2 = self.middle(source), self.middle(target)
        x = max(end[0] + min(5, (end[1] - end[0]) / 2), min(begin[1], end[1] - 1))
        edge = y2 + (BAR / 2 if y1 > y2 else -BAR / 2)
        start = (min(begin[1], x), y1)
        return [start, (x, edge)] if start[0] == x else [start, (x, y1), (x, edge)]


def mark_width(mark: Mark) -> float:
    """Return how wide what is said of a date is, with the codes of its findings."""
    text = metrics.width(mark_text(mark), MARK_SIZE, bold=mark.kind != "milestone")
    return codes_width(mark.notes) + text


def mark_text(mark: Mark) -> str:
    """Return what is said of a date, cut where it is too long."""
    room = _MOST_MARK - codes_width(mark.notes)
    return metrics.clip(mark.text, room, MARK_SIZE, bold=mark.kind != "milestone")
