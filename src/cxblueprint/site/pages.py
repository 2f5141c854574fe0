"""What a site is made of: pages, the figures in them, and the order in which they are listed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeAlias

from cxblueprint.site.writing.markdown import Markdown, block

if TYPE_CHECKING:
    from cxblueprint.site.writing.edition import Edition


@dataclass(frozen=True, slots=True)
class Drawing:
    """A figure, drawn: the picture, the same as a table, and the file that a reader may take along."""

    picture: str
    """The picture as HTML."""
    table: str
    """The same content as HTML, to stand after the picture, where a search is to find it; empty where the
    page says it anyway."""
    svg: str
    """A complete SVG document with its own colours; empty where nothing could be drawn."""
    title: str = ""
    """What the picture is called, as plain text."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture in a page. It is drawn when asked for, so that a host may keep what it has drawn."""

    mark: str
    """What stands for it until Markdown has become HTML: there the host puts the drawing."""
    key: str
    """What changes whenever the drawing may look different."""
    file: str | None
    """The path of the file that a reader may take along, to which the drawing links; None for none."""
    draw: Callable[[], Drawing] = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Page:
    """A page about one thing."""

    path: str
    """Where it is, from the root of the documentation: `journeys/get-help.md`."""
    title: str
    """What it is called, as plain text."""
    markdown: str
    """The whole page, front matter included."""
    figures: tuple[Figure, ...] = ()
    is_listed: bool = True
    """Whether the navigation shows it; it is repeated on every page, so that it has room for few."""

    def noted(self, note: Markdown) -> Page:
        """Return the page with a note above everything else."""
        head, rule, body = self.markdown.partition("\n---\n")
        return replace(self, markdown=f"{head}{rule}\n{block(note, 'note')}\n{body}")


@dataclass(frozen=True, slots=True)
class Section:
    """Pages that the navigation shows under one heading."""

    title: str
    items: tuple[NavigationItem, ...]


NavigationItem: TypeAlias = "str | Section"
"""The path of a page, or a section."""


@dataclass(frozen=True, slots=True)
class Site:
    """The pages about one thing or many, and how the navigation lists them."""

    title: str
    pages: Mapping[str, Page]
    """By path."""
    navigation: tuple[NavigationItem, ...]
    edition: Edition | None = field(default=None, repr=False, compare=False)
    """What the pages were made of, for pictures of it elsewhere; None where that is no blueprint."""

    @property
    def is_large(self) -> bool:
        """Whether it has so many pages that a host should make them small; see `packing`."""
        return self.edition is not None and self.edition.is_large
