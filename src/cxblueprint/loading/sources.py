"""Paths to the files behind them, and files to bytes: the one place here that touches the file system."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

from cxblueprint.errors import Complaint, Location

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
            for file in _files_behind(Path(path), limits):
                one = BlueprintFile(shown_path(file), file, _format_of(file))
                found.setdefault(os.path.realpath(file), one)
        except UnreadableError as error:
            complaints.append(error.complaint)
        except (OSError, ValueError) as error:  # a ValueError is a path with a NUL in it
            place = Location(shown_path(Path(getattr(error, "filename", None) or path)), 1, 1)
            complaints.append(Complaint(f"cannot be read: {_reason(error)}", place))
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
        raise UnreadableError(file.name, f"cannot be read: {_reason(error)}") from None
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


def _files_behind(path: Path, limits: Limits) -> list[Path]:
    name = shown_path(path)
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        said = "there is no such file or folder"
        if path.is_symlink():
            said = "is a link to a file that does not exist"
        raise UnreadableError(name, said) from None
    if stat.S_ISREG(mode):
        return [path]
    if not stat.S_ISDIR(mode):
        raise UnreadableError(name, f"is {_kind(mode)}, not a file; pipe into '-' to read standard input")
    files: list[Path] = []
    for file in _below(path):
        files.append(file)
        if len(files) > limits.files:
            raise UnreadableError(
                name, f"holds more than {limits.files:,} blueprint files; name a smaller folder"
            )
    if not files:
        wanted = ", ".join("*" + suffix for suffix in SUFFIXES)
        raise UnreadableError(name, f"is a folder without blueprint files ({wanted})")
    return sorted(files, key=lambda file: file.relative_to(path).parts)


def _below(folder: Path) -> Iterator[Path]:
    """Yield the blueprint files in a folder and below it, following links but never in a circle."""
    seen: set[str] = set()
    waiting = [str(folder)]
    while waiting:
        here = waiting.pop()
        real = os.path.realpath(here)
        if real in seen:
            continue
        seen.add(real)
        with os.scandir(here) as entries:
            for entry in entries:
                if entry.name.startswith("."):
                    continue
                if entry.is_dir():
                    waiting.append(entry.path)
                elif entry.is_file() and Path(entry.name).suffix.lower() in SUFFIXES:
                    yield Path(entry.path)


def _format_of(path: Path) -> Format:
    return SUFFIXES.get(path.suffix.lower(), "yaml")


def _kind(mode: int) -> str:
    if stat.S_ISFIFO(mode):
        return "a pipe"
    if stat.S_ISSOCK(mode):
        return "a socket"
    return "a device"


def _too_large(most: int) -> str:
    return f"more than the {in_bytes(most)} that one file may have; split it"


def _reason(error: Exception) -> str:
    if isinstance(error, PermissionError):
        return "permission denied"
    return (getattr(error, "strerror", None) or str(error)).lower()
