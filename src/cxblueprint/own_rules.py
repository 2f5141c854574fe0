"""Rules of one's own: from installed packages, and from files that a configuration names.

A source of rules is a module with a tuple `RULES`. An installed package offers one as an entry point of the
group `cxblueprint.rules`; a path names a Python file, or a folder that is a package.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib import metadata
from pathlib import Path
from types import ModuleType
from typing import TypeAlias

from cxblueprint.checks import OWN, Rule
from cxblueprint.errors import UsageError
from cxblueprint.rules import CATALOGUE

StrPath: TypeAlias = "str | os.PathLike[str]"
GROUP = "cxblueprint.rules"
"""The group of entry points that offer rules."""
_CODE = re.compile(r"(?P<prefix>[A-Z]{2,5})\d{3}")
_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


def whole_catalogue(own: Iterable[StrPath | Rule] = ()) -> tuple[Rule, ...]:
    """Return every rule: ours, then those of installed packages by the names of entry points, then `own`.

    Args:
        own: rules, and files and packages that hold rules.

    Raises:
        UsageError: a source cannot be imported or holds no rules, a rule has no page, or a code or a name
            is in use already. The first letters of codes belong to one source alone.
    """
    rules = list(CATALOGUE)
    taken = {_prefix(rule): "cxblueprint" for rule in CATALOGUE}
    for source, found in (*_installed(), *map(_source, own)):
        for rule in found:
            _refuse_unfit(rule, source)
            owner = taken.setdefault(_prefix(rule), source)
            if owner != source:
                msg = (
                    f"{source}: rule {rule.code} begins with {_prefix(rule)!r}, as the rules of {owner} do:"
                    " choose other letters"
                )
                raise UsageError(msg)
            _refuse_second(rule, rules, source)
            rules.append(rule)
    return tuple(rules)


def _source(own: StrPath | Rule) -> tuple[str, tuple[Rule, ...]]:
    """Return what a rule or a path stands for: how messages call its source, and its rules."""
    if isinstance(own, Rule):
        return own.function.__module__, (own,)
    return os.fspath(own), rules_in(own)


def rules_in(path: StrPath) -> tuple[Rule, ...]:
    """Return the rules in a Python file, or in a folder that is a package: its `RULES`.

    The module is run, once in a process.

    Raises:
        UsageError: there is no such file or package, it cannot be imported, or it holds no `RULES`.
    """
    file = Path(path)
    if file.is_dir():
        file /= "__init__.py"
    if not file.is_file() or file.suffix != ".py":
        msg = f"{os.fspath(path)}: is neither a Python file nor a folder with an __init__.py: no rules"
        raise UsageError(msg)
    return _rules_of(_imported(file.resolve(), os.fspath(path)), os.fspath(path))


@cache
def _installed() -> tuple[tuple[str, tuple[Rule, ...]], ...]:
    """Return the rules of installed packages, by the names of their entry points; what is found stays so."""
    return tuple(_offered())


def _offered() -> Iterator[tuple[str, tuple[Rule, ...]]]:
    for point in sorted(metadata.entry_points(group=GROUP), key=lambda point: (point.name, point.value)):
        source = f"entry point {point.name!r}"
        try:
            offered = point.load()
        except (Exception, SystemExit) as error:  # whatever a foreign module raises, users see one line
            raise _not_imported(source, error) from error
        yield source, _rules_of(offered, source)


def _imported(file: Path, source: str) -> ModuleType:
    """Return the module in a file, under a name that cannot meet another one's."""
    is_package = file.name == "__init__.py"
    home = f"{OWN}{hashlib.sha256(os.fsencode(file)).hexdigest()[:12]}"
    name = f"{home}.{file.parent.name if is_package else file.stem}"
    if name in sys.modules:
        return sys.modules[name]
    if home not in sys.modules:
        parent = ModuleType(home)
        parent.__path__ = []
        sys.modules[home] = parent
    search = [str(file.parent)] if is_package else None
    spec = importlib.util.spec_from_file_location(name, file, submodule_search_locations=search)
    if spec is None or spec.loader is None:
        msg = f"{source}: is no Python that can be imported"
        raise UsageError(msg)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
    except (Exception, SystemExit) as error:
        for begun in [known for known in sys.modules if known == name or known.startswith(f"{name}.")]:
            del sys.modules[begun]
        raise _not_imported(source, error) from error
    return module


def _not_imported(source: str, error: BaseException) -> UsageError:
    return UsageError(
        f"{source}: its rules cannot be imported: {type(error).__name__}: {' '.join(str(error).split())}"
    )


def _rules_of(offered: object, source: str) -> tuple[Rule, ...]:
    """Return the rules that a module, or what an entry point names, holds."""
    found = getattr(offered, "RULES", offered)
    rules = tuple(found) if isinstance(found, Sequence) and not isinstance(found, str) else ()
    if not rules or not all(isinstance(rule, Rule) for rule in rules):
        msg = f"{source}: holds no rules: give it a tuple `RULES` of what `cxblueprint.checks.rule` makes"
        raise UsageError(msg)
    for rule in rules:
        if not rule.page_path.is_file():
            msg = f"{source}: rule {rule.code} has no page: write {rule.page_path.name} beside its function"
            raise UsageError(msg)
    return rules


def _refuse_unfit(rule: Rule, source: str) -> None:
    if _CODE.fullmatch(rule.code) is None:
        msg = f"{source}: code {rule.code!r} is not two to five capitals and three digits, like ACME001"
        raise UsageError(msg)
    if _NAME.fullmatch(rule.name) is None:
        msg = f"{source}: rule {rule.code} has the name {rule.name!r}, which is not small words with hyphens"
        raise UsageError(msg)


def _refuse_second(rule: Rule, rules: Iterable[Rule], source: str) -> None:
    for other in rules:
        if rule.code == other.code or rule.name == other.name:
            word, what = (rule.code, "code") if rule.code == other.code else (rule.name, "name")
            msg = f"{source}: there is a rule {word!r} already: give this one another {what}"
            raise UsageError(msg)


def _prefix(rule: Rule) -> str:
    return rule.code.rstrip("0123456789")
