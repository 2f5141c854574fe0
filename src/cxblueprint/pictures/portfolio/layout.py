"""Where the rows and columns of a portfolio lie."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from cxblueprint.pictures import text as metrics
from cxblueprint.pictures.frame import MARGIN, title_block
from cxblueprint.pictures.key import Entry, Footer
from cxblueprint.pictures.portfolio.scene import PortfolioScene, Row
from cxblueprint.pictures.spark import HEIGHT, WIDTH
from cxblueprint.pictures.strips import SMALL, SMALL_LEADING
from cxblueprint.pictures.words import Words

Column = Literal["name", "standards", "feeling", "owners", "handoffs", "kpis", "found"]
COLUMNS: tuple[Column, ...] = ("name", "standards", "feeling", "owners", "handoffs", "kpis", "found")
NAME = 12.5
NAME_LEADING = 15.0
HEAD = 11.5
HEAD_LEADING = 14.0
PITCH = 13.0
SQUARE = 10.0
LINE = 15.0
"""The height of a line of squares."""
MOST_SQUARES = 80
"""What is more is counted."""
_ON_A_LINE = 20
_NAME_WIDTH = 286.0
_INDENT = 20.0
_DEEPEST = 4
_PAD = 18.0
_ROW_PAD = 8.0
_LEAST_ROW = 36.0
# The key of a long portfolio stands where its beginning is seen.
_SIGNS_BELOW_AT_MOST = 25
KeyRows = tuple[tuple[str, tuple[Entry, ...]], ...]


@dataclass(frozen=True, slots=True)
class RowBox:
    """A row with its place, and its texts as they fit."""

    row: Row
    top: float
    height: float
    name: metrics.Paragraph
    under: str
    indent: float

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return self.top + self.height / 2

    @property
    def first_line(self) -> float:
        """The baseline of the first line of its name."""
        lines = self.name.count * NAME_LEADING + (SMALL_LEADING if self.under else 0)
        return self.middle - lines / 2 + 11.4


class Layout:
    """The places of everything; there is at least one row."""

    def __init__(self, scene: PortfolioScene, signs: KeyRows, words: Words) -> None:
        self.scene = scene
        self.heads = {
            column: metrics.wrap(text, self.widths[column], HEAD, bold=True, lines=3)
            for column, text in self._heads(words).items()
            if column in self.widths
        }
        self.width = self.lefts[self.columns[-1]] + self.widths[self.columns[-1]] + MARGIN + 4
        self.title = title_block(scene.heading, self.width)
        self.signs = Footer(signs, (), (), self.width, words)
        self.signs_are_above = len(scene.rows) > _SIGNS_BELOW_AT_MOST
        self.top = self.title.bottom + 12 + (self.signs.height - 10 if self.signs_are_above else 0)
        self.head_height = max(head.count for head in self.heads.values()) * HEAD_LEADING + 12
        self.rows = tuple(self._rows())
        self.foot = self.rows[-1].top + self.rows[-1].height + 14

    @staticmethod
    def _heads(words: Words) -> dict[Column, str]:
        return {
            "name": words("Journey"),
            "standards": words("Standards, step by step"),
            "feeling": words("Feeling"),
            "owners": words("Owners of touchpoints"),
            "handoffs": words("Hand-offs: agreed of declared"),
            "kpis": words("KPIs + those at touchpoints"),
            "found": words("Findings"),
        }

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns in which something can stand."""
        return tuple(self.widths)

    @cached_property
    def widths(self) -> dict[Column, float]:
        """The width of each column; findings have none where nobody looked for them."""
        longest = max((len(row.squares) for row in self.scene.rows), default=0)
        widths: dict[Column, float] = {
            "name": _NAME_WIDTH,
            "standards": max(110.0, min(longest, _ON_A_LINE) * PITCH),
            "feeling": WIDTH,
            "owners": 82.0,
            "handoffs": 104.0,
            "kpis": 92.0,
        }
        if self.scene.is_checked:
            widths["found"] = 3 * self.count_width
        return widths

    @cached_property
    def count_width(self) -> float:
        """The width of a sign with the largest number of findings."""
        largest = max((max(row.found) for row in self.scene.rows), default=0)
        return 16 + metrics.width(str(largest), NAME) + 10

    @cached_property
    def lefts(self) -> dict[Column, float]:
        """The left side of each column."""
        lefts: dict[Column, float] = {}
        x = MARGIN + 8
        for column, width in self.widths.items():
            lefts[column] = x
            x += width + _PAD
        return lefts

    def _rows(self) -> list[RowBox]:
        boxes: list[RowBox] = []
        y = self.top + self.head_height
        for row in self.scene.rows:
            indent = min(row.depth, _DEEPEST) * _INDENT
            room = _NAME_WIDTH - indent
            # A name of which nothing can be drawn still takes a line.
            name = metrics.wrap(metrics.clean(row.name) or "\u2013", room, NAME, bold=True, lines=2)
            under = metrics.clip(row.under, room, SMALL) if row.under else ""
            text = name.count * NAME_LEADING + (SMALL_LEADING if under else 0)
            squares = lines_of(len(row.squares)) * LINE
            height = max(_LEAST_ROW, HEIGHT + 6, text + 2 * _ROW_PAD, squares + 2 * _ROW_PAD)
            boxes.append(RowBox(row, y, height, name, under, indent))
            y += height
        return boxes


def lines_of(squares: int) -> int:
    """Return how many lines so many squares take; those beyond the most that are drawn take none."""
    return -(-min(squares, MOST_SQUARES) // _ON_A_LINE)


def place_of(order: int) -> tuple[int, int]:
    """Return the line of a square and its place there."""
    return divmod(order, _ON_A_LINE)
