"""A blueprint as tests: one for each family of rules, or a single one where it cannot be judged."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from cxblueprint.checks import one_line
from cxblueprint.errors import Complaint

from .judgement import Judgement, Verdict
from .telling import Shown, ToldError, complaints_told, defects_told, findings_told

LOADING = "loading"
"""What the only test of a blueprint is called that cannot be judged."""


class BlueprintFile(pytest.File):
    """The file by which a blueprint is known: its head, or a part of it that was named."""

    shown: str
    """What the blueprint is read from, as people would write it: a file, or a folder."""
    read: Callable[[], Judgement | Sequence[Complaint]]
    """Reads it, or tells what is wrong with it."""

    def collect(self) -> Iterator[pytest.Item]:
        """Yield a test for each family of the rules that run, or one that tells why nothing can be judged."""
        found = self.read()
        if isinstance(found, Judgement):
            for family in found.families:
                judging = FamilyTest.from_parent(self, name=family)
                judging.judgement = found
                yield judging
        else:
            loading = LoadingTest.from_parent(self, name=LOADING)
            loading.complaints = found
            yield loading


class BlueprintTest(pytest.Item):
    """A test of a blueprint: it tells what is wrong, without a traceback."""

    parent: BlueprintFile

    @property
    def subject(self) -> str:
        """What the blueprint is called where the test has failed."""
        return self.parent.shown

    def reportinfo(self) -> tuple[Path, int, str]:
        """Return where the test comes from, and what it is called where it has failed."""
        return self.path, 0, f"{self.subject}: {self.name}"

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: str | None = None) -> Any:  # noqa: ANN401  # pytest's own type has no public name
        """Return what is shown of why the test has failed."""
        del style
        if isinstance(excinfo.value, ToldError):
            is_brief = self.config.getoption("tbstyle", None) == "line"
            return Shown(excinfo, excinfo.value, is_brief=is_brief)
        return super().repr_failure(excinfo)


class FamilyTest(BlueprintTest):
    """Judges a blueprint by the rules of one family."""

    judgement: Judgement

    @property
    def subject(self) -> str:
        """The title of the blueprint."""
        return one_line(self.judgement.graph.blueprint.title)

    @property
    def verdict(self) -> Verdict:
        """What the rules of the family say; the first to ask has the blueprint judged."""
        return self.judgement.of(self.name)

    def setup(self) -> None:
        """Have the blueprint judged. A rule that failed is an error here, and no failure."""
        if self.verdict.defects:
            raise defects_told(self.verdict.defects)

    def runtest(self) -> None:
        """Fail where something was found that the settings do not accept."""
        if self.verdict.failing:
            raise findings_told(self.verdict.failing)


class LoadingTest(BlueprintTest):
    """Tells why a blueprint cannot be judged."""

    complaints: Sequence[Complaint]

    def runtest(self) -> None:
        """Fail."""
        raise complaints_told(self.complaints)
