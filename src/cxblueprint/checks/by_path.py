"""Exceptions for whole files: rules that are left out where a blueprint is written, each with a reason."""

from __future__ import annotations

import datetime as dt
import os
import posixpath
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from cxblueprint.errors import UsageError, did_you_mean, quoted


@dataclass(frozen=True)
class PathException:
    """Rules that need not be kept in some files."""

    path: str
    """A pattern: `*` and `?` stand for letters of a name, `**` for any folders; a folder for all below it."""
    rules: tuple[str, ...]
    """Codes, beginnings of codes, names or families of rules."""
    reason: str
    until: dt.date | None = None
    """The last day on which it holds."""
    here: str = ""
    """The working directory, as it lies from the folder that the pattern starts in."""

    def covers(self, path: str) -> bool:
        """Tell whether a file is meant, by its path from the working directory or a whole one, with `/`."""
        way = _from_here(path) if Path(path).is_absolute() else path
        return _is_meant(posixpath.normpath(self.path), posixpath.normpath(posixpath.join(self.here, way)))

    def holds(self, as_of: dt.date | None) -> bool:
        """Tell whether it has not ended; without a date nothing ever ends."""
        return self.until is None or as_of is None or as_of <= self.until


@lru_cache(maxsize=8192)  # there are many findings, and few files
def _is_meant(pattern: str, path: str) -> bool:
    """Tell whether a pattern means a path, or a folder above it.

    All ways of matching are followed side by side, letter by letter. A regular expression would try one
    after the other, and of a pattern with many `**/` there are more than anybody can wait for.
    """
    if pattern == ".":
        return True
    parts = [part for part in re.split(r"(\*\*/|\*\*|\*|.)", pattern, flags=re.DOTALL) if part]
    states = _onwards({(0, False)}, parts)
    for char in path:
        if char == "/" and (len(parts), False) in states:
            return True
        states = _onwards(
            {new for at, inside in states for new in _after(parts, at, char, inside=inside)}, parts
        )
    return (len(parts), False) in states


def _onwards(states: set[tuple[int, bool]], parts: Sequence[str]) -> set[tuple[int, bool]]:
    """Return the states together with those that are reached without a letter, past a star."""
    for at, inside in [*states]:
        further = at
        while not inside and further < len(parts) and parts[further].startswith("*"):
            further += 1
            states.add((further, False))
    return states


def _after(parts: Sequence[str], at: int, char: str, *, inside: bool) -> Iterator[tuple[int, bool]]:
    """Yield where a letter leads to; `inside` is a folder that `**/` stands for, which ends with its `/`."""
    part = parts[at] if at < len(parts) else ""
    if part == "**/":
        yield at, True
        if char == "/":
            yield at + 1, False
    elif part == "**" or (part == "*" and char != "/"):
        yield at, inside
    elif part == char or (part == "?" and char != "/"):
        yield at + 1, False


def _from_here(path: str) -> str:
    """Return a whole path as it lies from the working directory; as it is where it lies on another drive."""
    try:
        return Path(os.path.relpath(path)).as_posix()
    except ValueError:
        return path


def exception_for(
    path: str | None, exceptions: Sequence[PathException], as_of: dt.date | None
) -> PathException | None:
    """Return the first exception that means a file, or None; what has no place is in no file."""
    if path is None:
        return None
    return next((one for one in exceptions if one.holds(as_of) and one.covers(path)), None)


def exceptions_in(items: object, where: str, *, here: str) -> tuple[PathException, ...]:
    """Return exceptions as settings write them: tables with `path`, `rules`, `reason` and perhaps `until`.

    Args:
        items: what the settings hold.
        where: how messages begin, such as `cxblueprint.toml: exceptions`.
        here: the working directory, as it lies from the folder of the settings.

    Raises:
        UsageError: a key is missing or unknown, or a value is of the wrong kind; the message names it.
    """
    if not isinstance(items, list):
        msg = f"{where} wants a list of tables with {_listed(_WANTED)}, not {quoted(items)}"
        raise UsageError(msg)
    return tuple(_exception(item, f"{where}[{place}]", here) for place, item in enumerate(items))


_WANTED = ("path", "rules", "reason")
_KEYS = (*_WANTED, "until")


def _exception(item: object, where: str, here: str) -> PathException:
    if not isinstance(item, dict):
        msg = f"{where} wants a table with {_listed(_WANTED)}, not {quoted(item)}"
        raise UsageError(msg)
    for key in item:
        if key not in _KEYS:
            guess = did_you_mean(str(key), _KEYS) or f": there are {_listed(_KEYS)}"
            msg = f"{where}: unknown key {key!r}{guess}"
            raise UsageError(msg)
    for key in ("path", "reason"):
        if not isinstance(item.get(key), str) or not item[key].strip():
            msg = f"{where}: `{key}` wants {_MEANS[key]}, not {quoted(item.get(key))}"
            raise UsageError(msg)
    rules = item.get("rules")
    if not isinstance(rules, list) or not rules or not all(isinstance(word, str) for word in rules):
        msg = f"{where}: `rules` wants a list of codes, names or families, not {quoted(rules)}"
        raise UsageError(msg)
    until = item.get("until")
    if until is not None and (not isinstance(until, dt.date) or isinstance(until, dt.datetime)):
        msg = f"{where}: `until` wants a date such as 2027-03-31, not {quoted(until)}"
        raise UsageError(msg)
    return PathException(item["path"].strip(), tuple(rules), item["reason"].strip(), until, here)


_MEANS = {
    "path": "a file, a folder or a pattern such as 'legacy/**'",
    "reason": "why these rules need not hold",
}


def _listed(keys: Sequence[str]) -> str:
    return ", ".join(f"`{key}`" for key in keys)
