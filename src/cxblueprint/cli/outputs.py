"""Where a command writes to: refused before anything is done where that would lose something."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from cxblueprint.errors import UsageError, printable
from cxblueprint.files import refuse_unfit
from cxblueprint.loading import SUFFIXES

STDOUT = "-"


def refuse_output(output: str, paths: Iterable[str], *, force: bool) -> None:
    """Refuse a file that cannot be written, or may not: because it is there, or for the blueprint's sake.

    Args:
        output: the file; `-` is standard output, to which nothing stands in the way.
        paths: the files and folders that hold the blueprint.
        force: whether a file that is there may be replaced.

    Raises:
        UsageError: it is no place to write to.
    """
    if output == STDOUT:
        return
    refuse_unfit(output, overwrite=force)
    target = Path(os.path.realpath(output))
    for path in paths:
        source = Path(os.path.realpath(path))
        if target == source:
            msg = f"{printable(output)}: is a file of the blueprint, which would be lost: name another"
            raise UsageError(msg)
        if target.is_relative_to(source) and _is_read(target.relative_to(source)):
            msg = (
                f"{printable(output)}: would be read as a file of the blueprint in {path!r}:"
                " put it elsewhere, or begin its name with a dot"
            )
            raise UsageError(msg)


def _is_read(path: Path) -> bool:
    """Tell whether a file is read with the folder in which it lies."""
    return path.suffix.lower() in SUFFIXES and not any(part.startswith(".") for part in path.parts)
