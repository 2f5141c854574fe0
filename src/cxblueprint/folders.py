"""A folder that is written whole or not at all, and in which what others put stays."""

from __future__ import annotations

import contextlib
import json
import secrets
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from cxblueprint.errors import UsageError

MANIFEST = ".cxblueprint-site.json"
"""Lists the files of a site that we wrote, so that the next one removes those and no others."""


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
    target = output.resolve()
    if target.exists() and not target.is_dir():
        msg = f"{str(target)!r} is a file: the site needs a folder"
        raise UsageError(msg)
    for path in sources:
        source = Path(path).resolve()
        if source.is_relative_to(target) or (source.is_dir() and target.is_relative_to(source)):
            place = "lies in it" if source.is_relative_to(target) else "would then be read with it"
            msg = f"{str(target)!r} is no place for the site: the blueprint {path!r} {place}, choose another"
            raise UsageError(msg)
    if not force and target.exists() and any(target.iterdir()) and _ours(target) is None:
        msg = f"folder {str(target)!r} holds other things than a site of ours: choose another, or add --force"
        raise UsageError(msg)


@contextlib.contextmanager
def replaced(output: Path) -> Iterator[Path]:
    """Give a folder to fill, which then takes the place of `output`; that is as it was where anything fails.

    What is in `output` and not ours moves over, unless the new folder has a file of the same name.

    Raises:
        UsageError: it cannot be written.
    """
    target = output.resolve()
    part = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        yield part
        manifest = {"made by": "cxblueprint", "files": files_in(part)}
        (part / MANIFEST).write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
        _put_in_place(part, target)
    except OSError as error:
        msg = f"cannot write the site to {str(output)!r}: {(error.strerror or str(error)).lower()}"
        raise UsageError(msg) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)


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
    """Exchange the old folder for the new one; what is not ours moves over."""
    if not target.exists():
        part.replace(target)
        return
    ours = _ours(target) or set()
    for path in sorted(target.rglob("*")):
        name = path.relative_to(target).as_posix()
        if (path.is_file() or path.is_symlink()) and name not in ours and not (part / name).exists():
            (part / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(path, part / name, follow_symlinks=False)
    old = target.with_name(f".{target.name}.{secrets.token_hex(4)}.old")
    target.replace(old)
    try:
        part.replace(target)
    except OSError:
        old.replace(target)
        raise
    shutil.rmtree(old, ignore_errors=True)
