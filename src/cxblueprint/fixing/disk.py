"""The files of a blueprint read, and written back: all of them or none.

Nothing else in this package touches the disk.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import cast

from cxblueprint.errors import CxBlueprintError, UsageError, reason_of
from cxblueprint.files import write_whole
from cxblueprint.loading import Content, load_contents, read_contents


def contents_behind(paths: Iterable[str | os.PathLike[str]]) -> tuple[Content, ...]:
    """Return what is in the files behind some paths.

    Raises:
        UsageError: no path is given, or standard input, which nothing can be written back to.
        LoadError: a file cannot be read.
    """
    paths = tuple(paths)
    if not paths:
        msg = "no path is given; name a file or a folder"
        raise UsageError(msg)
    if any(os.fspath(path) == "-" for path in paths):
        msg = "standard input cannot be fixed, since nothing can be written back to it; name the file"
        raise UsageError(msg)
    found = list(read_contents(paths))
    contents = tuple(content for content in found if isinstance(content, Content))
    if len(contents) < len(found):
        load_contents(found)  # complains of them, and of all else
    return contents


def write_all(before: Sequence[Content], after: Sequence[Content]) -> None:
    """Write the files that have become others: either all of them or none.

    Raises:
        CxBlueprintError: a file has changed since it was read, is read-only or cannot be written. All files
            are as they were then, unless the message says that one could not be put back.
    """
    changed = [(old, new) for old, new in zip(before, after, strict=True) if old.data != new.data]
    for old, _ in changed:
        _check(old)
    begun: list[Content] = []
    try:
        for old, new in changed:
            begun.append(old)
            write_whole(_path(new), new.data)
    except BaseException as error:
        _put_back(begun, error)
        raise


def _path(content: Content) -> Path:
    return cast("Path", content.file.path)  # only standard input has none


def _check(old: Content) -> None:
    path = _path(old)
    try:
        is_as_before = _is_as_before(old)
    except OSError as error:
        msg = f"{old.file.name}: cannot be read again: {reason_of(error)}; nothing is written"
        raise CxBlueprintError(msg) from error
    if not is_as_before:
        msg = f"{old.file.name}: has changed while it was checked; nothing is written, run it again"
        raise CxBlueprintError(msg)
    if not os.access(path, os.W_OK):
        msg = f"{old.file.name}: is read-only; nothing is written"
        raise CxBlueprintError(msg)


def _is_as_before(old: Content) -> bool:
    return _path(old).read_bytes() == old.data


def _put_back(begun: Sequence[Content], cause: BaseException) -> None:
    failed = []
    for old in begun:
        try:
            if not _is_as_before(old):
                write_whole(_path(old), old.data)
        except (CxBlueprintError, OSError) as error:
            failed.append(str(error))
    if failed:
        msg = f"{cause}; and what was written before could not be put back: {'; '.join(failed)}"
        raise CxBlueprintError(msg) from cause
