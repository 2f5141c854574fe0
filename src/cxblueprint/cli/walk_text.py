"""A walk as text for a terminal: a column of feelings at the left, the stops beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from cxblueprint.errors import without_commands
from cxblueprint.pictures.text import clean
from cxblueprint.walking import Telling
from cxblueprint.walking.said import FEELINGS, standing, title

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from cxblueprint.graph import Graph
    from cxblueprint.walking import Stop, Walk

WIDEST = 96
"""Columns beyond which nobody likes to read prose."""
_NARROW = 64
"""Columns below which a label stands above what it says."""
_LABELS = 18
_SCALE = 5
_FEELING_STYLES = {2: "green", 1: "green", 0: "", -1: "red", -2: "bold red"}


def print_walk(graph: Graph, walk: Walk, personas: Sequence[str] = ()) -> None:
    """Print a walk to the terminal, or to whatever standard output is; `personas` may walk it too."""
    console = Console(highlight=False)
    paper = _Paper(console, min(console.width, WIDEST))
    telling = Telling(graph, walk)
    paper.paragraph(title(walk, walk.journey.label), style="bold")
    paper.paragraph(" · ".join(filter(None, (graph.blueprint.title, standing(walk)))), style="dim")
    paper.blank()
    if personas:
        paper.fact("Who walks", [f"nobody in particular; --persona names one of {', '.join(personas)}"], 0)
    for label, said in telling.summary():
        paper.fact(label, said, 0)
    stage = None
    for stop in walk.stops:
        if stop.node.stage is not stage:
            stage = stop.node.stage
            paper.blank()
            paper.paragraph(stage.label, style="bold underline")
        paper.blank()
        _print_stop(paper, telling, stop)


class _Paper:
    """A page of so many columns; every text is cleaned of what would do something to a terminal."""

    def __init__(self, console: Console, columns: int) -> None:
        self._console = console
        self._columns = columns
        self.is_narrow = columns < _NARROW

    def blank(self) -> None:
        self._console.print()

    def paragraph(self, words: str, *, first: Text | str = "", indent: int = 0, style: str = "") -> None:
        """Print words after `first`, further lines `indent` columns to the right."""
        text = Text(clean(words), style=style)
        room = max(self._columns - indent, 16)
        begin = Text(first) if isinstance(first, str) else first
        for line in text.wrap(self._console, room, overflow="fold") or [Text()]:
            begin = begin if begin.cell_len >= indent else begin + Text(" " * (indent - begin.cell_len))
            # The rest of a line that is wider than the paper is not to be wrapped once more.
            whole = begin + line
            whole.rstrip()
            if (harmless := without_commands(whole.plain)) != whole.plain:
                whole = Text(harmless)
            self._console.print(whole, no_wrap=True, overflow="ignore", crop=False)
            begin = Text()

    def fact(self, label: str, said: Iterable[str], indent: int) -> None:
        """Print what a label says: beside it, or below it where there is little room."""
        space = " " * indent
        further = indent + (2 if self.is_narrow else _LABELS)
        first = Text(f"{space}{label}", style="dim")
        if self.is_narrow:
            self.paragraph("", first=first)
            first = Text()
        for words in said:
            self.paragraph(words, first=first, indent=further)
            first = Text()


def _print_stop(paper: _Paper, telling: Telling, stop: Stop) -> None:
    feeling = stop.feeling
    places = "".join("●" if feeling == at else "·" for at in range(-2, 3))
    scale = Text(places if feeling is not None else " " * _SCALE)
    scale.stylize(_FEELING_STYLES[feeling or 0])
    indent = 2 if paper.is_narrow else _SCALE + 6
    head = scale + Text(f"  {stop.number:>2}  ")
    paper.paragraph(" · ".join(_head(stop)), first=head, indent=head.cell_len, style="bold")
    if stop.is_passed_by:
        paper.fact("Only for", [telling.only_for(stop)], indent)
        return
    step = stop.node.step
    if step.customer:
        paper.paragraph(step.customer, indent=indent)
    if step.thinking:
        paper.paragraph(f"“{step.thinking}”", indent=indent, style="italic")
    for label, said in telling.stop(stop):
        paper.fact(label, said, indent)


def _head(stop: Stop) -> Iterator[str]:
    yield clean(stop.node.label) or stop.node.id
    if stop.feeling is not None:
        yield FEELINGS[stop.feeling]
    if not stop.is_passed_by:
        if stop.node.step.moment_of_truth:
            yield "★ moment of truth"
        if stop.is_goal:
            yield "goal reached"
