"""Exceptions for whole files: rules that are left out where a blueprint is written, each with a reason."""

from __future__ import annotations

import datetime as dt
import posixpath
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

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
        """Tell whether a file is meant, by its path from the working directory, with `/`."""
        return self._pattern.fullmatch(posixpath.normpath(posixpath.join(self.here, path))) is not None

    def holds(self, as_of: dt.date | None) -> bool:
        """Tell whether it has not ended; without a date nothing ever ends."""
        return self.until is None or as_of is None or as_of <= self.until

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        parts = re.split(r"(\*\*/|\*\*|\*|\?)", posixpath.normpath(self.path))
        means = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
        named = "".join(means.get(part, re.escape(part)) for part in parts)
        return re.compile(".*" if named == r"\." else f"{named}(?:/.*)?", re.DOTALL)


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
