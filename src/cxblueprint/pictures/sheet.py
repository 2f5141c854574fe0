"""A sheet: one drawing, or several above each other at the same scale, and one key for all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from itertools import accumulate

from cxblueprint.pictures.key import Footer
from cxblueprint.pictures.outline import Outline
from cxblueprint.pictures.paper import Grid, pieces
from cxblueprint.pictures.picture import Picture, Table
from cxblueprint.pictures.scene import Heading, Note
from cxblueprint.pictures.svg import Canvas, number
from cxblueprint.pictures.theme import Theme


@dataclass(frozen=True, slots=True)
class Part:
    """A drawing with a title of its own, from its upper left corner on."""

    width: float
    height: float
    draw: Callable[[Canvas], None]
    draw_names: Callable[[Canvas], None] | None
    """Draws the names at the left alone; None where it has none."""
    grid: Grid


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a picture is made of."""

    view: str
    heading: Heading
    parts: Sequence[Part]
    footer: Footer
    table: Table
    outline: Outline = field(default_factory=Outline)

    def picture(self, theme: Theme) -> Picture:
        """Return the picture: the parts from the top, then the key and the findings."""
        tops = list(accumulate((part.height for part in self.parts), initial=0.0))
        width, foot = max(part.width for part in self.parts), tops.pop()
        height = foot + self.footer.height
        canvas = Canvas(mirror=width if theme.words.is_rtl else None)
        canvas.rect(0, 0, width, height, "cx-ground")
        for part, top in zip(self.parts, tops, strict=True):
            with _moved(canvas, top):
                part.draw(canvas)
        self.footer.draw(canvas, foot)
        grids = [(top, part.grid.moved(top)) for part, top in zip(self.parts, tops, strict=True)]
        cut = pieces(width, height, grids)
        return Picture(
            view=self.view,
            title=self.heading.title,
            description=self.heading.description,
            width=round(width, 2),
            height=round(height, 2),
            table=self.table,
            notes=tuple(str(note) for note in self.footer.notes),
            theme=theme,
            uid=self.heading.uid,
            body=canvas.markup(),
            sticky=self._sticky(tops, foot, theme, f"{self.heading.uid}-names" if cut else None),
            outline=self.outline,
            pieces=cut,
        )

    def _sticky(self, tops: Sequence[float], foot: float, theme: Theme, uid: str | None) -> str:
        """Return the names alone: a page lays them over the side where it begins, and there they stay.

        With `uid` they are a group of this id, which the pieces for paper repeat.
        """
        named = [(part, top) for part, top in zip(self.parts, tops, strict=True) if part.draw_names]
        if not named:
            return ""
        width, height = max(part.grid.names for part, _ in named), round(foot, 2)
        canvas = Canvas(mirror=width if theme.words.is_rtl else None)
        with (
            canvas.within(
                "svg",
                xmlns="http://www.w3.org/2000/svg",
                viewBox=f"0 0 {number(width)} {number(height)}",
                width=width,
                height=height,
                class_="cx-page cx-sticky",
                aria_hidden="true",
                focusable="false",
            ),
            canvas.within("g", id=uid, class_="cx-page") if uid else nullcontext(),
        ):
            for part, top in named:
                with _moved(canvas, top):
                    if part.draw_names is not None:
                        part.draw_names(canvas)
        return canvas.markup()


@contextmanager
def _moved(canvas: Canvas, down: float) -> Iterator[None]:
    """Draw further down what is drawn inside the `with` block."""
    if not down:
        yield
        return
    with canvas.within("g", transform=f"translate(0 {number(down)})"):
        yield


def picture_of(
    view: str,
    heading: Heading,
    canvas: Canvas,
    size: tuple[float, float],
    *,
    table: Table,
    notes: Iterable[Note],
    theme: Theme,
    outline: Outline,
    sticky: str = "",
    engine: str | None = None,
) -> Picture:
    """Return the picture of one drawing that is never cut for paper."""
    width, height = size
    return Picture(
        view=view,
        title=heading.title,
        description=heading.description,
        width=round(width, 2),
        height=round(height, 2),
        table=table,
        notes=tuple(map(str, notes)),
        theme=theme,
        uid=heading.uid,
        body=canvas.markup(),
        sticky=sticky,
        outline=outline,
        engine=engine,
    )
