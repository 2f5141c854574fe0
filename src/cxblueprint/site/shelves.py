"""Pages that belong together, and how the navigation lists them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from .pages import NavigationItem, Page, Section

MOST_LISTED = 60
"""Of the pages of a shelf: beyond that the navigation, repeated on every page, outweighs the pages."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """Pages of one kind."""

    pages: tuple[Page, ...]
    navigation: tuple[NavigationItem, ...]
    """How they are listed; not all of them need be."""


def shelf(
    title: str, pages: Sequence[Page], *, index: Page | None = None, beside: Sequence[str] = ()
) -> Shelf:
    """Return pages under one heading; each is listed where they are few.

    Args:
        title: the heading.
        pages: the pages.
        index: the page that lists them, which comes first.
        beside: the paths of pages of other shelves, which are listed after that.
    """
    few = len(pages) <= MOST_LISTED
    made = tuple(replace(page, is_listed=few and page.is_listed) for page in pages)
    first = (index,) if index is not None else ()
    listed = (*(page.path for page in first), *beside, *(page.path for page in made if page.is_listed))
    return Shelf((*first, *made), (Section(title, listed),) if listed else ())


def gathered(items: Iterable[NavigationItem]) -> tuple[NavigationItem, ...]:
    """Return what the navigation lists, sections of the same name that follow each other made one."""
    found: list[NavigationItem] = []
    for item in items:
        last = found[-1] if found else None
        if isinstance(item, Section) and isinstance(last, Section) and item.title == last.title:
            found[-1] = Section(item.title, (*last.items, *item.items))
        else:
            found.append(item)
    return tuple(found)
