"""A finished picture: SVG for a file, SVG for a page, and the same content as a table."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from cxblueprint.errors import UsageError
from cxblueprint.files import write_whole
from cxblueprint.pictures.outline import Outline, dot_text
from cxblueprint.pictures.paper import PAPER_WIDTH, Piece
from cxblueprint.pictures.svg import escape, number
from cxblueprint.pictures.theme import Mode, Theme, style

SUFFIXES = (".svg", ".png", ".gv")


@dataclass(frozen=True, slots=True)
class Table:
    """What a picture shows, as text: one row for each step, in the order of the journey."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def without_empty(self, first: int) -> Table:
        """Return the table without columns in which no row says anything; the `first` ones always stay."""
        kept = [at for at in range(len(self.header)) if at < first or any(row[at] for row in self.rows)]
        rows = tuple(tuple(row[at] for at in kept) for row in self.rows)
        return Table(tuple(self.header[at] for at in kept), rows)


@dataclass(frozen=True, slots=True, repr=False)
class Picture:
    """A drawn view of a blueprint.

    It shows itself in a notebook. `save` writes it to a file; `svg` is a whole document with its own
    colours, `inline` and `sticky` are meant for pages which bring `theme.page_css()`.
    """

    view: str
    """The name of the view, such as `service-blueprint`."""
    title: str
    """What the picture is called."""
    description: str
    """What it shows, in a few sentences, for those who do not see it."""
    width: float
    """Width in SVG units."""
    height: float
    """Height in SVG units."""
    table: Table
    """The same content as text."""
    notes: tuple[str, ...]
    """What stands below the drawing: the findings, one line each."""
    theme: Theme
    """The colours, fonts and words of `svg`; in the mode `auto` it follows the reader's preference."""
    uid: str
    """The prefix of every id in the drawing."""
    body: str
    """The drawing without its root element."""
    sticky: str
    """The lane names alone, as an SVG to be laid over the side where a scrolled `inline` begins."""
    outline: Outline = field(default_factory=Outline)
    """The same content as a plain graph."""
    engine: str | None = None
    """Who laid it out, where it is shaped like a graph."""
    pieces: tuple[Piece, ...] = ()
    """How it is cut for paper; empty where it fits on one sheet, or nothing in it may be cut."""

    def __repr__(self) -> str:
        return f"<Picture {self.view} {self.title!r} {number(self.width)}x{number(self.height)}>"

    @property
    def svg(self) -> str:
        """A complete SVG document."""
        return self._document(self.theme)

    @property
    def inline(self) -> str:
        """The SVG without a style sheet, coloured by the page's."""
        if not self.pieces:
            return self._root("page", self.body)
        return self._root("page", f'<g id="{self.uid}-drawing" class="cx-page">\n{self.body}</g>\n')

    @property
    def paper(self) -> str:
        """The pieces in which `inline` is printed, each of which shows a part of it; empty where it is whole.

        A page hides them until it is printed, and shows them instead of `inline` then.
        """
        if not self.pieces:
            return ""
        widest = max(PAPER_WIDTH, *(piece.whole_width for piece in self.pieces))
        shown = "".join(self._piece(piece, piece.whole_width / widest) for piece in self.pieces)
        return f'<div class="cx-paper" aria-hidden="true">\n{shown}</div>\n'

    def _piece(self, piece: Piece, share: float) -> str:
        top, height, width = number(piece.top), number(piece.height), number(piece.width)
        left, x, align = piece.left, piece.names, "xMin"
        names = f'<use href="#{self.uid}-names"/>' if piece.names else ""
        if self.theme.words.is_rtl:  # pieces are told as they lie before the mirror
            left, x, align = self.width - piece.left - piece.width, 0.0, "xMax"
            names = names.replace("/>", f' x="{width}"/>')
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 {top} {number(piece.whole_width)} {height}" '
            f'width="{number(share * 100)}%" class="cx-page" '
            f'preserveAspectRatio="{align}YMin" focusable="false">'
            f'<svg x="{number(x)}" y="{top}" width="{width}" height="{height}" '
            f'viewBox="{number(left)} {top} {width} {height}"><use href="#{self.uid}-drawing"/></svg>'
            f"{names}</svg>\n"
        )

    def _document(self, theme: Theme) -> str:
        return self._root(theme.mode, f"<style>{style(theme)}</style>\n{self.body}")

    def _root(self, scope: str, content: str) -> str:
        width, height = number(self.width), number(self.height)
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" '
            f'height="{height}" class="cx-{scope}" role="group" aria-labelledby="{self.uid}-title" '
            f'aria-describedby="{self.uid}-desc" lang="{self.theme.words.language}">\n'
            f'<title id="{self.uid}-title">{escape(self.title)}</title>\n'
            f'<desc id="{self.uid}-desc">{escape(self.description)}</desc>\n'
            f"{content}</svg>\n"
        )

    @property
    def gv(self) -> str:
        """The same content as a graph in Graphviz' language, to be laid out by its tools."""
        return dot_text(self.outline, self.title)

    def _repr_svg_(self) -> str:
        return self.svg

    def png(self) -> bytes:
        """Return the picture as PNG; where the theme is `auto`, in light colours.

        Raises:
            MissingExtraError: if the extra `png` is not installed.
            CxBlueprintError: if it is too large for one, or the machine has no font to write with.
        """
        from cxblueprint.pictures.png import to_png

        mode: Mode = "dark" if self.theme.mode == "dark" else "light"
        return to_png(self._document(self.theme.in_mode(mode)), self.width, self.height)

    def save(self, path: str | os.PathLike[str]) -> Path:
        """Write the picture to `path`, as SVG, PNG or Graphviz text by its suffix, and return the path.

        The file is written whole or not at all; an existing one is replaced.

        Raises:
            UsageError: if the suffix is another one.
            MissingExtraError: if it is to be a PNG and the extra `png` is not installed.
            CxBlueprintError: if the file cannot be written, the picture is too large for a PNG, or the
                machine has no font for one.
        """
        target = Path(path)
        suffix = target.suffix.lower()
        if suffix not in SUFFIXES:
            way_out = "; a PDF comes from printing a page of the site" if suffix == ".pdf" else ""
            raise UsageError(
                f"{str(target)!r} names no format of a picture: its suffix is {target.suffix!r}, "
                f"allowed are {', '.join(SUFFIXES)}{way_out}"
            )
        contents: dict[str, Callable[[], str | bytes]] = {
            ".svg": lambda: self.svg,
            ".png": self.png,
            ".gv": lambda: self.gv,
        }
        write_whole(target, contents[suffix]())
        return target
