"""What a project has settled: `cxblueprint.toml`, or `[tool.cxblueprint]` in `pyproject.toml`."""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cxblueprint.checks import PROFILES, SEVERITIES, PathException, exceptions_in
from cxblueprint.errors import UsageError, did_you_mean
from cxblueprint.judging import Judging

if TYPE_CHECKING:
    import datetime as dt

    from cxblueprint.pictures import Theme
    from cxblueprint.site import Choices

_TEXTS = ("profile", "fail-on", "baseline")
_LISTS = ("select", "ignore", "own-rules")
_WORDS: dict[str, tuple[str, ...]] = {"profile": PROFILES, "fail-on": SEVERITIES}
_KEYS = (*_TEXTS, *_LISTS, "exceptions", "rules", "theme", "site")


@dataclass(frozen=True, slots=True)
class Configuration:
    """The settings of a project; a command's own options win over them."""

    profile: str = "recommended"
    fail_on: str = "warning"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    rules: dict[str, dict[str, Any]] = field(default_factory=dict)
    """By rule, its options."""
    own_rules: tuple[str, ...] = ()
    """Files and packages with rules of one's own."""
    exceptions: tuple[PathException, ...] = ()
    baseline: str | None = None
    theme_settings: dict[str, Any] = field(default_factory=dict)
    """What is to be different in pictures; read when there is one to draw."""
    theme_place: str = "theme"
    """How messages about the theme begin."""
    site_settings: dict[str, Any] = field(default_factory=dict)
    """What is chosen about the site; read when there is one to build."""
    site_place: str = "site"
    """How messages about the site begin."""
    folder: Path = field(default_factory=Path.cwd)
    """Where the settings stand."""

    def theme(self, language: str | None = None) -> Theme:
        """Return what pictures look like: as settled here, but for the language that a command names.

        Raises:
            UsageError: the theme has a key or a value that means nothing, or colours that do not stand out.
        """
        from cxblueprint.pictures import theme_from

        return theme_from(self.theme_settings, self.theme_place, language=language)

    def site(self) -> Choices:
        """Return what is chosen about the site.

        Raises:
            UsageError: a key or a value means nothing.
        """
        from cxblueprint.site import choices_from

        root, here = self.folder.as_posix(), Path.cwd().resolve().as_posix()
        return choices_from(self.site_settings, self.site_place, root=root, here=here)

    def judging(
        self,
        *,
        as_of: dt.date,
        profile: str | None = None,
        select: tuple[str, ...] = (),
        ignore: tuple[str, ...] = (),
        baseline: str | None = None,
    ) -> Judging:
        """Return how a blueprint is judged: as settled here, but for what the command itself says."""
        return Judging(
            profile=profile or self.profile,
            select=select or self.select,
            ignore=ignore or self.ignore,
            as_of=as_of,
            options=self.rules,
            own_rules=self.own_rules,
            exceptions=self.exceptions,
            baseline=baseline or self.baseline,
        )


def find_configuration(start: Path | None = None) -> Configuration:
    """Return the settings of the nearest folder that has some, from `start` upwards.

    Raises:
        UsageError: a settings file is broken, or has a key or a value that means nothing.
    """
    folder = (start or Path.cwd()).resolve()
    for place in (folder, *folder.parents):
        own = place / "cxblueprint.toml"
        if own.is_file():
            return _configuration(_read(own), own, "")
        shared = place / "pyproject.toml"
        if shared.is_file():
            tools = _read(shared).get("tool", {})
            if isinstance(tools, dict) and "cxblueprint" in tools:
                return _configuration(tools["cxblueprint"], shared, "tool.cxblueprint.")
    return Configuration()


def shown(path: Path) -> str:
    """Return a path as people expect it: from where they are, where it lies below."""
    here = Path.cwd().resolve()
    return path.relative_to(here).as_posix() if path.is_relative_to(here) else str(path)


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        reason = str(error)
    except ValueError:  # Python's own limit for the digits of a number
        reason = "a number in it is too long"
    except RecursionError:
        reason = "its nesting is too deep"
    msg = f"{shown(path)}: cannot be read: {reason}"
    raise UsageError(msg)


def _configuration(settings: object, file: Path, prefix: str) -> Configuration:
    path, folder = shown(file), file.parent
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
        own_rules=tuple(shown(folder / own) for own in settings.get("own-rules", ())),
        exceptions=exceptions_in(
            settings.get("exceptions", []), f"{path}: {prefix}exceptions", here=_here(folder)
        ),
        baseline=shown(folder / settings["baseline"]) if "baseline" in settings else None,
        theme_settings=settings.get("theme", {}),
        theme_place=f"{path}: {prefix}theme",
        site_settings=settings.get("site", {}),
        site_place=f"{path}: {prefix}site",
        folder=folder,
    )


def _here(folder: Path) -> str:
    """Return the working directory as it lies from a folder above it."""
    return Path(os.path.relpath(Path.cwd().resolve(), folder)).as_posix()


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
    if key in ("theme", "site") and not isinstance(value, dict):
        msg = f"{where} wants a table, not {value!r}"
        raise UsageError(msg)
    tables = isinstance(value, dict) and all(isinstance(item, dict) for item in value.values())
    if key == "rules" and not tables:
        msg = f"{where} wants a table of options for each rule, not {value!r}"
        raise UsageError(msg)
