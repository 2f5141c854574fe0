"""What a project has settled: `cxblueprint.toml`, or `[tool.cxblueprint]` in `pyproject.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cxblueprint.checks import PROFILES, SEVERITIES
from cxblueprint.errors import UsageError, did_you_mean

if TYPE_CHECKING:
    import datetime as dt

    from cxblueprint.mkdocs_host import Judging

_TEXTS = ("profile", "fail-on")
_LISTS = ("select", "ignore")
_WORDS: dict[str, tuple[str, ...]] = {"profile": PROFILES, "fail-on": SEVERITIES}
_KEYS = (*_TEXTS, *_LISTS, "rules")


@dataclass(frozen=True, slots=True)
class Configuration:
    """The settings of a project; a command's own options win over them."""

    profile: str = "recommended"
    fail_on: str = "warning"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    rules: dict[str, dict[str, Any]] = field(default_factory=dict)
    """By rule, its options."""

    def judging(self, *, profile: str | None, as_of: dt.date) -> Judging:
        """Return how a site is judged: as settled here, but for what the command itself says."""
        from cxblueprint.mkdocs_host import Judging

        return Judging(profile or self.profile, self.select, self.ignore, as_of, self.rules)


def find_configuration(start: Path | None = None) -> Configuration:
    """Return the settings of the nearest folder that has some, from `start` upwards.

    Raises:
        UsageError: a settings file is broken, or has a key or a value that means nothing.
    """
    folder = (start or Path.cwd()).resolve()
    for place in (folder, *folder.parents):
        own = place / "cxblueprint.toml"
        if own.is_file():
            return _configuration(_read(own), shown(own), "")
        shared = place / "pyproject.toml"
        if shared.is_file():
            tools = _read(shared).get("tool", {})
            if isinstance(tools, dict) and "cxblueprint" in tools:
                return _configuration(tools["cxblueprint"], shown(shared), "tool.cxblueprint.")
    return Configuration()


def shown(path: Path) -> str:
    """Return a path as people expect it: from where they are, where it lies below."""
    here = Path.cwd().resolve()
    return path.relative_to(here).as_posix() if path.is_relative_to(here) else str(path)


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        msg = f"{shown(path)}: cannot be read: {error}"
        raise UsageError(msg) from error


def _configuration(settings: object, path: str, prefix: str) -> Configuration:
    if not isinstance(settings, dict):
        msg = f"{path}: {prefix.rstrip('.')} wants a table, not {settings!r}"
        raise UsageError(msg)
    for key, value in settings.items():
        if key not in _KEYS:
            guess = did_you_mean(key, _KEYS) or f": there are {', '.join(_KEYS)}"
            msg = f"{path}: unknown key {prefix + key!r}{guess}"
            raise UsageError(msg)
        _check_value(f"{path}: {prefix}{key}", key, value)
    return Configuration(
        profile=settings.get("profile", "recommended"),
        fail_on=settings.get("fail-on", "warning"),
        select=tuple(settings.get("select", ())),
        ignore=tuple(settings.get("ignore", ())),
        rules=settings.get("rules", {}),
    )


def _check_value(where: str, key: str, value: object) -> None:
    if key in _TEXTS and not isinstance(value, str):
        msg = f"{where} wants a text, not {value!r}"
        raise UsageError(msg)
    allowed = _WORDS.get(key, ())
    if allowed and value not in allowed:
        msg = f"{where} is {value!r}{did_you_mean(str(value), allowed)}: {', '.join(allowed)}"
        raise UsageError(msg)
    if key in _LISTS and not (isinstance(value, list) and all(isinstance(item, str) for item in value)):
        msg = f"{where} wants a list of texts, not {value!r}"
        raise UsageError(msg)
    tables = isinstance(value, dict) and all(isinstance(item, dict) for item in value.values())
    if key == "rules" and not tables:
        msg = f"{where} wants a table of options for each rule, not {value!r}"
        raise UsageError(msg)
