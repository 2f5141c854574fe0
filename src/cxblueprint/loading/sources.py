"""Paths to the files behind them, and files to bytes: the one place here that touches the file system."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

from cxblueprint.errors import Complaint, Location, reason_of
from cxblueprint.files import kind_of

from .limits import Limits, in_bytes

Format: TypeAlias = Literal["yaml", "json"]
StrPath: TypeAlias = "str | os.PathLike[str]"

SUFFIXES: dict[str, Format] = {".yaml": "yaml", ".yml": "yaml", ".json": "json"}
"""How the names of blueprint files end, and what they hold."""

STDIN = "-"
_STDIN_NAME = "<stdin>"


@dataclass(frozen=True, slots=True)
class BlueprintFile:
    """A file to read: the name by which complaints show it, and its path (None: standard input)."""

    name: str
    path: Path | None
    format: Format | None
    """What the name says that it holds; None where only the content can tell."""


class UnreadableError(Exception):
    """A path leads to nothing that can be read. Never leaves the package."""

    def __init__(self, name: str, message: str) -> None:
        super().__init__(message)
        self.complaint = Complaint(message, Location(name, 1, 1))


def find_files(paths: Iterable[StrPath], limits: Limits) -> tuple[list[BlueprintFile], list[Complaint]]:
    """Return the files behind some paths, each once, in the order of the paths and then by name.

    A folder stands for all blueprint files in it and below it; hidden ones are left alone.
    """
    found: dict[object, BlueprintFile] = {}
    complaints: list[Complaint] = []
    for path in paths:
        if os.fspath(path) == STDIN:
            found.setdefault(STDIN, BlueprintFile(_STDIN_NAME, None, None))
            continue
        try:
            files, unreadable = _files_behind(path, limits)
        except UnreadableError as error:
            complaints.append(error.complaint)
            continue
        complaints += unreadable
        for file in files:
            one = BlueprintFile(shown_path(file), file, _format_of(file))
            found.setdefault(os.path.realpath(file), one)
    return list(found.values()), complaints


def read_bytes(file: BlueprintFile, limits: Limits) -> bytes:
    """Return what a file holds, without reading more than the limit allows.

    Raises:
        UnreadableError: the file cannot be read, or is larger.
    """
    most = limits.file_bytes
    try:
        if file.path is None:
            data = sys.stdin.buffer.read(most + 1)
        else:
            with file.path.open("rb") as stream:
                size = os.fstat(stream.fileno()).st_size
                if size > most:
                    raise UnreadableError(file.name, f"has {in_bytes(size)}, {_too_large(most)}")
                data = stream.read(most + 1)
    except OSError as error:
        raise UnreadableError(file.name, f"cannot be read: {reason_of(error)}") from None
    if len(data) > most:
        raise UnreadableError(file.name, f"goes on and on, {_too_large(most)}")
    return data


def shown_path(path: Path) -> str:
    """Return a path as complaints show it, with `/`; relative where it lies below the working directory."""
    try:
        inside = Path(os.path.normpath(Path.cwd() / path)).relative_to(Path.cwd())  # links are left alone
    except (OSError, ValueError):
        inside = path
    name = inside.as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return "".join(char if char.isprintable() else f"\\x{ord(char):02x}" for char in name)


def _files_behind(path: StrPath, limits: Limits) -> tuple[list[Path], list[Complaint]]:
    """Return the files that a path stands for, and what in a folder cannot be read.

    Raises:
        UnreadableError: the path itself leads to nothing that can be read.
    """
    if not os.fspath(path):
        raise UnreadableError("''", "is an empty path; name a file or a folder")
    root = Path(path)
    mode = _mode_of(root)
    if stat.S_ISREG(mode):
        return [root], []
    files: list[Path] = []
    complaints: list[Complaint] = []
    for file in _below(root, complaints):
        files.append(file)
        if len(files) > limits.files:
            raise UnreadableError(
                shown_path(root), f"holds more than {limits.files:,} blueprint files; name a smaller folder"
            )
    if not files and not complaints:
        wanted = ", ".join("*" + suffix for suffix in SUFFIXES)
        raise UnreadableError(shown_path(root), f"is a folder without blueprint files ({wanted})")
    return sorted(files, key=lambda file: file.relative_to(root).parts), complaints


def _mode_of(path: Path) -> int:
    """Return the mode of a file or a folder.

    Raises:
        UnreadableError: it is something else, or is not there.
    """
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        is_link = path.is_symlink()
        said = "is a link to a file that does not exist" if is_link else "there is no such file or folder"
        raise UnreadableError(shown_path(path), said) from None
    except (OSError, ValueError) as error:  # a ValueError is a path with a NUL in it
        raise UnreadableError(shown_path(path), f"cannot be read: {reason_of(error)}") from None
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        said = f"is {kind_of(mode)}, not a file; pipe into '-' to read standard input"
        raise UnreadableError(shown_path(path), said)
    return mode


def _below(folder: Path, complaints: list[Complaint]) -> Iterator[Path]:
    """Yield the blueprint files in a folder and below it, following links but never in a circle.

    Complain of what bears the name of one and cannot be read: what it says would be missing, and nobody told.
    """
    seen: set[str] = set()
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        real = os.path.realpath(here)
        if real in seen:
            continue
        seen.add(real)
        try:
            with os.scandir(here) as entries:
                found = [entry for entry in entries if not entry.name.startswith(".")]
        except OSError as error:
            closed = UnreadableError(shown_path(here), f"cannot be read: {reason_of(error)}")
            complaints.append(closed.complaint)
            continue
        for entry in found:
            kind = _kind_of_entry(entry)
            if kind == "folder":
                waiting.append(Path(entry.path))
            elif Path(entry.name).suffix.lower() in SUFFIXES:
                try:
                    if kind != "file":
                        _mode_of(Path(entry.path))
                    yield Path(entry.path)
                except UnreadableError as error:
                    complaints.append(error.complaint)


def _kind_of_entry(entry: os.DirEntry[str]) -> Literal["folder", "file", "other"]:
    try:
        return "folder" if entry.is_dir() else "file" if entry.is_file() else "other"
    except OSError:  # a link in a circle
        return "other"


def _format_of(path: Path) -> Format:
    return SUFFIXES.get(path.suffix.lower(), "yaml")


def _too_large(most: int) -> str:
    return f"more than the {in_bytes(most)} that one file may have; split it"
