"""Blueprints fixed in memory, file by file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple, TypeAlias

import pytest

import cxblueprint as cx
from cxblueprint.fixing import Fixed, Judge, fixed_contents
from cxblueprint.loading import Content
from cxblueprint.loading.sources import BlueprintFile, Format


class Outcome(NamedTuple):
    """What became of some files."""

    files: dict[str, str]
    fixed: Fixed

    @property
    def changes(self) -> list[str]:
        """What was done, a line each."""
        return [str(change) for change in self.fixed.changes]

    @property
    def left(self) -> list[str]:
        """What was not done, a line each."""
        return [str(one) for one in self.fixed.left]


FixFiles: TypeAlias = Callable[..., Outcome]
"""Takes texts or bytes by name, and the rules to go by."""
FixText: TypeAlias = Callable[..., str]
"""Takes the text of one file, and gives what it becomes once nothing is left to be done."""


def content(name: str, text: str | bytes) -> Content:
    """Return a file that is on no disk."""
    form: Format = "json" if name.endswith(".json") else "yaml"
    return Content(BlueprintFile(name, Path(name), form), text.encode() if isinstance(text, str) else text)


def judging(*rules: str) -> Judge:
    """Return what checks a blueprint by some rules."""
    return lambda blueprint: cx.check(blueprint, select=rules)


@pytest.fixture
def fix_files() -> FixFiles:
    def fix_them(
        files: Mapping[str, str | bytes], *rules: str, judge: Judge | None = None, spelling: bool = True
    ) -> Outcome:
        contents = [content(name, text) for name, text in files.items()]
        fixed, after = fixed_contents(
            contents, judge or judging(*(rules or ["REF", "SUP"])), spelling=spelling
        )
        return Outcome({one.file.name: one.data.decode() for one in after}, fixed)

    return fix_them


@pytest.fixture
def fix_text(fix_files: FixFiles) -> FixText:
    def fix_it(text: str, *rules: str, name: str = "b.yaml", judge: Judge | None = None) -> str:
        outcome = fix_files({name: text}, *rules, judge=judge)
        assert outcome.left == []
        again = fix_files(outcome.files, *rules, judge=judge)
        assert (again.files, again.changes) == (outcome.files, [])
        return outcome.files[name]

    return fix_it
