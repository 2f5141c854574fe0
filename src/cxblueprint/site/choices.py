"""What a project may choose about its site: its parts, its pictures, and where readers see its files."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from cxblueprint.errors import UsageError, did_you_mean, quoted, table_of
from cxblueprint.pictures import VIEWS
from cxblueprint.site.writing.edition import SourceLink

from .places import PARTS

KEYS = ("parts", "views", "source-link")
_ROOM = re.compile(r"\{[^{}]*\}")
_ROOMS = ("{path}", "{line}")


@dataclass(frozen=True, slots=True)
class Choices:
    """What is chosen; everything, and no links to files, unless said."""

    parts: tuple[str, ...] | None = None
    """The parts of the site to make, of `PARTS`; None for the usual ones."""
    views: tuple[str, ...] | None = None
    """The views of which pages show pictures, of `cxblueprint.pictures.VIEWS`; None for the usual ones."""
    source_link: SourceLink | None = None
    """How readers see in a repository where something is written."""


def choices_from(settings: object, where: str, *, root: str, here: str) -> Choices:
    """Return the choices that settings describe.

    Args:
        settings: a table with some of `parts`, `views` and `source-link`.
        where: how messages begin, such as `cxblueprint.toml: site`.
        root: the folder from which the paths in `source-link` start, absolute and with `/`.
        here: the working directory, likewise.

    Raises:
        UsageError: a key or a value means nothing.
    """
    stated = table_of(settings, KEYS, where)
    link = stated.get("source-link")
    return Choices(
        parts=_words(stated.get("parts"), f"{where}.parts", "part", PARTS),
        views=_words(stated.get("views"), f"{where}.views", "view", tuple(VIEWS)),
        source_link=None if link is None else SourceLink(_template(link, f"{where}.source-link"), root, here),
    )


def _words(stated: object, where: str, what: str, known: Sequence[str]) -> tuple[str, ...] | None:
    """Return the words that are stated, in our order; None for None."""
    if stated is None:
        return None
    if not isinstance(stated, list | tuple):
        msg = f"{where} wants a list of {what}s, not {quoted(stated)}: {', '.join(known)}"
        raise UsageError(msg)
    for word in stated:
        if word not in known:
            msg = f"{where}: there is no {what} {word!r}{did_you_mean(str(word), known)}: {', '.join(known)}"
            raise UsageError(msg)
    return tuple(word for word in known if word in stated)


def _template(stated: object, where: str) -> str:
    example = "such as 'https://git.example/acme/blueprints/blob/main/{path}#L{line}'"
    if not isinstance(stated, str):
        msg = f"{where} wants an address, {example}, not {quoted(stated)}"
        raise UsageError(msg)
    if urlsplit(stated).scheme not in ("http", "https") or not urlsplit(stated).netloc:
        msg = f"{where}: {stated!r} is no address of the web, {example}"
        raise UsageError(msg)
    for room in _ROOM.findall(stated):
        if room not in _ROOMS:
            msg = f"{where}: nothing is known for {room!r} in {stated!r}: there are {', '.join(_ROOMS)}"
            raise UsageError(msg)
    if "{path}" not in stated:
        msg = f"{where}: {stated!r} has no '{{path}}' in it, where the path of a file goes"
        raise UsageError(msg)
    return stated
