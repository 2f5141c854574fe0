"""A folder that is written whole or not at all, and in which what others put stays."""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from cxblueprint.errors import UsageError, printable, reason_of

MANIFEST = ".cxblueprint-site.json"
"""Lists the files of a site that we wrote, so that the next one removes those and no others."""

_MOST_TRIES = 5
"""How often somebody else may put a folder in the place of ours."""


@dataclass(frozen=True, slots=True)
class SiteResult:
    """A site that was written."""

    folder: Path
    pages: int
    """How many pages it has."""
    index: Path
    """The page to open first."""


def refuse_unfit(output: Path, sources: Sequence[str], *, force: bool) -> None:
    """Refuse a folder that is no place for a site.

    Args:
        output: the folder.
        sources: the files and folders of the blueprint, which may neither be lost in it nor find it among
            them the next time.
        force: also take a folder that holds other things than a site of ours.

    Raises:
        UsageError: it is no place for a site.
    """
    if str(output) == "-":
        msg = "the site needs a folder to be written to: not standard output '-'"
        raise UsageError(msg)
    target = _resolved(output)
    said = printable(output)
    try:
        held = _held(target)
    except NotADirectoryError:
        msg = f"'{said}' is no folder and cannot become one: the site needs a folder"
        raise UsageError(msg) from None
    except (OSError, ValueError) as error:
        raise _unwritten(output, error) from None
    for path in sources:
        source = _resolved(path)
        if source.is_relative_to(target) or (source.is_dir() and target.is_relative_to(source)):
            place = "lies in it" if source.is_relative_to(target) else "would then be read with it"
            msg = f"'{said}' is no place for the site: the blueprint {path!r} {place}, choose another"
            raise UsageError(msg)
    is_disk = os.path.ismount(target)
    if is_disk or _resolved(Path.cwd()).is_relative_to(target):
        why = "a disk of its own" if is_disk else "where you are"
        msg = f"'{said}' is {why}, and the site takes the place of a whole folder: name a folder in it"
        raise UsageError(msg)
    if not force and held and _ours(target) is None:
        msg = f"folder '{said}' holds other things than a site of ours: choose another, or add --force"
        raise UsageError(msg)


def _resolved(path: Path | str) -> Path:
    return Path(os.path.realpath(path))  # never fails, unlike that of a path


def _held(folder: Path) -> bool:
    """Tell whether a folder holds something; what is not there holds nothing."""
    try:
        with os.scandir(folder) as entries:
            return next(entries, None) is not None
    except FileNotFoundError:
        return False


def _unwritten(output: Path, error: Exception) -> UsageError:
    return UsageError(f"cannot write the site to '{printable(output)}': {reason_of(error)}")


@contextlib.contextmanager
def replaced(output: Path) -> Iterator[Path]:
    """Give a folder to fill, which then takes the place of `output`; that is as it was where anything fails.

    What is in `output` and not ours moves over, unless the new folder has a file of the same name.

    Raises:
        UsageError: it cannot be written.
    """
    target = _resolved(output)
    part = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
    missing = [folder for folder in target.parents if not folder.exists()]
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        yield part
        manifest = {"made by": "cxblueprint", "files": files_in(part)}
        (part / MANIFEST).write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
        _put_in_place(part, target)
    except OSError as error:
        raise _unwritten(output, error) from error
    finally:
        _remove(part)
        for folder in missing:
            with contextlib.suppress(OSError):  # where something is in it, it stays
                folder.rmdir()


def _remove(folder: Path) -> None:
    """Remove a folder and all in it; an interruption waits for that."""
    try:
        shutil.rmtree(folder, ignore_errors=True)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def files_in(folder: Path) -> list[str]:
    """Return the paths of all files in a folder and below it, from there, in order."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def _ours(folder: Path) -> set[str] | None:
    """Return the files that we wrote into a folder, or None where it holds no site of ours."""
    try:
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        return {str(name) for name in manifest["files"]} | {MANIFEST}
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _put_in_place(part: Path, target: Path) -> None:
    """Exchange the old folder for the new one; what is not ours moves over.

    Somebody else may do the same at the same time: whoever takes a folder away keeps what is in it, and the
    site of the last one stays.
    """
    taken: list[Path] = []
    try:
        for _ in range(_MOST_TRIES):
            old = target.with_name(f".{target.name}.{secrets.token_hex(4)}.old")
            taken.append(old)  # before it is there, so that no interruption can come between
            with contextlib.suppress(FileNotFoundError):
                target.replace(old)
            if old.exists():
                _move_over(old, part)
            with contextlib.suppress(OSError):
                part.replace(target)
                return
        part.replace(target)
    finally:
        is_in_place = not part.exists()
        for old in taken:
            if is_in_place:
                _remove(old)
            else:
                with contextlib.suppress(OSError):
                    old.replace(target)


def _move_over(old: Path, part: Path) -> None:
    """Copy what is in a folder and not ours, but for files whose name one of ours has now."""
    ours = _ours(old) or set()
    for place, folders, files in os.walk(old, onerror=_raise):
        links = [name for name in folders if Path(place, name).is_symlink()]
        for name in sorted(files + links):
            path = Path(place, name).relative_to(old)
            if path.as_posix() not in ours and not os.path.lexists(part / path):
                (part / path).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(old / path, part / path, follow_symlinks=False)


def _raise(error: OSError) -> None:
    raise error
