"""Things that stand on a page with others: a row each, with the place to which links to it lead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.model import Subject, subject_of

from .findings import told_about
from .markdown import NOTHING, Markdown, joined, outward, text
from .words import tally

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cxblueprint.checks import Finding
    from cxblueprint.model import Declared

    from .edition import Edition
    from .sheet import Sheet


def head(sheet: Sheet, thing: Declared) -> Markdown:
    """Return the first cell of a thing's row: its place, its name, and what any element may carry."""
    subject = subject_of(thing)
    name = Markdown(f"{sheet.here(subject)}**{text(sheet.edition.label(subject))}**")
    return joined([name, remarks(thing)], "<br>")


def remarks(thing: Declared) -> Markdown:
    """Return a thing's notes and its links to pages elsewhere, in small print."""
    notes = text(thing.notes) if thing.notes else NOTHING
    links = joined((outward(found.title, found.url) for found in thing.links), " · ")
    said = joined([notes, links], "<br>")
    return Markdown(f'<span class="cx-where">{said}</span>') if said else NOTHING


def about_things(edition: Edition, things: Iterable[Declared]) -> tuple[Finding, ...]:
    """Return what is told of some things themselves."""
    return told_about(edition, (subject_of(thing) for thing in things))


def found(sheet: Sheet, *things: Declared) -> Markdown:
    """Return how much was found about some things; nothing for none."""
    return tally(about_things(sheet.edition, things))


def addressed(sheet: Sheet, addresses: Iterable[str], between: str = ", ") -> Markdown:
    """Return the names of what is named with its kind, such as `journey:get-help`, or of `any-recovery`."""
    return joined((_named(sheet, address) for address in addresses), between)


def _named(sheet: Sheet, address: str) -> Markdown:
    kind, is_thing, place = address.partition(":")
    return sheet.mention(kind, place) if is_thing else text(address.replace("-", " "))


def names(sheet: Sheet, things: Iterable[Declared], between: str = ", ") -> Markdown:
    """Return the names of several things, each as a link to where it is told about."""
    return joined((sheet.mention(subject.kind, subject.id) for subject in map(subject_of, things)), between)


def naming(subject: Subject, addresses: Iterable[str]) -> bool:
    """Tell whether something is one of what is named with its kind."""
    return str(subject) in addresses
