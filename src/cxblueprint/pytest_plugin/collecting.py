"""Blueprints among the files that pytest goes through; registered where `--cxblueprint` is given."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Generator, Sequence
from functools import partial
from pathlib import Path

import pytest

from cxblueprint.checks import Severity
from cxblueprint.configuration import find_configuration
from cxblueprint.errors import Complaint, CxBlueprintError, Location
from cxblueprint.judging import Judging
from cxblueprint.loading import SUFFIXES

from .belonging import Belonging
from .items import BlueprintFile, BlueprintTest, FamilyTest
from .judgement import read
from .telling import ToldError, asides


class Collecting:
    """The hooks by which blueprints become tests."""

    _judging: Judging
    _fail_on: Severity
    _belonging: Belonging

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionstart(self, session: pytest.Session) -> None:
        """Read what the project has settled, as `cxblueprint check` does."""
        try:
            settings = find_configuration()
            today = dt.date.today()  # noqa: DTZ011  # a person's today is the one on the wall
            self._judging = settings.judging(as_of=today)
            self._judging.require_rules()
        except CxBlueprintError as error:
            raise pytest.UsageError(str(error)) from None
        self._fail_on = settings.fail_on
        self._belonging = Belonging(partial(_is_ignored, session))

    def pytest_collect_file(self, file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
        """Make tests of the head of a blueprint; of a part only where it is named, or belongs to no head."""
        is_named = parent.session.isinitpath(file_path)
        if file_path.suffix.lower() not in SUFFIXES or (file_path.name.startswith(".") and not is_named):
            return None
        glance = self._belonging.glance(file_path)
        if glance.role == "head":
            return self._blueprint(parent, file_path, [file_path])
        if glance.role == "part" or (glance.role == "scrap" and is_named):
            heads = self._belonging.heads_of(file_path, _top(parent))
            is_lost = len(heads) != 1 and (glance.is_sure or _lies_beside(file_path, heads))
            if is_named or is_lost:
                return self._blueprint(parent, file_path, heads)
        return None

    def _blueprint(self, parent: pytest.Collector, path: Path, heads: Sequence[Path]) -> BlueprintFile:
        """Return the blueprint of a file with one head; without any, it is read alone, and complained of."""
        files = self._belonging.files_of(heads[0]) if len(heads) == 1 else [path]
        node: BlueprintFile = BlueprintFile.from_parent(parent, path=path)
        node.add_marker("cxblueprint")
        node.shown = _relative(path.parent if len(files) > 1 and path in heads else path)
        if len(heads) > 1:
            torn = _torn(node.shown, heads)
            node.read = lambda: (torn,)
        else:
            node.read = partial(read, [*map(_relative, files)], self._judging, self._fail_on)
        return node

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        """Add what was found that fails nothing."""
        report = yield
        if call.excinfo and isinstance(call.excinfo.value, ToldError) and isinstance(item, BlueprintTest):
            report.longrepr = item.repr_failure(call.excinfo)  # of its setup, pytest would not ask it itself
        if isinstance(item, FamilyTest) and call.when == "call":
            report.sections.extend(asides(item.verdict))
        return report

    def pytest_report_collectionfinish(
        self, config: pytest.Config, items: Sequence[pytest.Item]
    ) -> str | list[str]:
        """Tell how many blueprints are judged, and by what."""
        if config.get_verbosity() < 0:
            return []
        blueprints = {item.parent for item in items if isinstance(item, BlueprintTest)}
        if not blueprints:
            return "cxblueprint: no blueprint found; one file of it says its `id` and its `title`"
        rules = len(self._judging.rules)
        judged = f"{len(blueprints)} blueprint{'s' if len(blueprints) > 1 else ''}"
        by = f"{rules} rule{'s' if rules > 1 else ''}, profile {self._judging.profile}"
        return f"cxblueprint: {judged}, {by}"


def _is_ignored(session: pytest.Session, path: Path) -> bool:
    """Tell whether pytest leaves a file or a folder alone."""
    if session.isinitpath(path, with_parents=True):
        return False
    hooks = session.gethookproxy(path.parent)
    return bool(hooks.pytest_ignore_collect(collection_path=path, config=session.config))


def _top(node: pytest.Collector) -> Path:
    """Return the first folder that pytest looks at on its way to a file: nothing above it belongs to it."""
    return next((one.path for one in node.listchain() if isinstance(one, pytest.Directory)), node.path)


def _lies_beside(part: Path, heads: Sequence[Path]) -> bool:
    return any(head.parent == part.parent for head in heads)


def _torn(part: str, heads: Sequence[Path]) -> Complaint:
    """Return why nobody can tell to which blueprint a part belongs."""
    names = " or ".join(repr(_relative(head)) for head in heads[:2])
    more = " or others" if len(heads[2:]) else ""
    said = f"is a part of {names}{more}, and does not say of which: give each blueprint a folder of its own"
    return Complaint(said, Location(part, 1, 1))


def _relative(path: Path) -> str:
    """Return a path from the working directory, as a person would write it; whole where there is no way."""
    try:
        return Path(os.path.relpath(path)).as_posix()
    except ValueError:  # on another drive
        return str(path)
