"""Fixes: what a hint says is carried out in the file, where that leaves nothing to invent.

Just the span of the file that is concerned is replaced, so that comments, quotes, layout, line ends and
encoding stay. What comes out is loaded before anything is written: it has to be the same blueprint but for
what was meant to change.
"""

from __future__ import annotations

import os
from collections.abc import Iterable

from .disk import contents_behind, write_all
from .fixes import Change, Fixed, Judge, Left, fixed_contents

__all__ = ["Change", "Fixed", "Judge", "Left", "fix", "fixed_contents"]


def fix(
    paths: Iterable[str | os.PathLike[str]], judge: Judge, *, write: bool, spelling: bool = True
) -> Fixed:
    """Carry out the repairs that the findings of a blueprint leave no choice about.

    Args:
        paths: the files and folders that are one blueprint.
        judge: checks it. Only active findings are repaired: nothing that is suppressed or in a baseline.
        write: whether the files are changed; without it only what would be is told.
        spelling: whether durations, targets and the like get their one spelling too, such as `4h` in place of
            `4 hours`. No rule asks for that.

    Returns:
        The blueprint as it is then, what was done, and what could not be. A second call changes nothing.

    Raises:
        LoadError: the files are no blueprint.
        UsageError: no path is given, or standard input.
        CxBlueprintError: a file has changed meanwhile or cannot be written. Nothing is changed then.
    """
    before = contents_behind(paths)
    fixed, after = fixed_contents(before, judge, spelling=spelling)
    if write:
        write_all(before, after)
    return fixed
