"""`check --fix` on the command line: repairs carried out in the files, or shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.fixing import fix
from cxblueprint.graph import Graph

from .telling import tell

if TYPE_CHECKING:
    from cxblueprint.fixing import Fixed
    from cxblueprint.judging import Judging


def repaired(paths: tuple[str, ...], judging: Judging, *, write: bool) -> Fixed:
    """Return the blueprint after its repairs, and tell on standard error what was done and what was not.

    Raises:
        LoadError: the files are no blueprint.
        CxBlueprintError: they cannot be written; then none of them is changed.
    """
    fixed = fix(paths, lambda blueprint: judging.report(Graph(blueprint)), write=write)
    for told in (*fixed.changes, *fixed.left):
        tell(str(told).replace("\n", " "))
    changes, files = len(fixed.changes), len(fixed.files)
    if not changes:
        said = "nothing to fix"
    else:
        many = f"{changes} place{'s' if changes > 1 else ''} in {files} file{'s' if files > 1 else ''}"
        said = f"fixed {many}" if write else f"would fix {many}"
    tell(said)
    return fixed
