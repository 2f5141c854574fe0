"""Which files make up which blueprint, where nobody has said so."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from cxblueprint.loading import SUFFIXES, Glance, glance_at


class Belonging:
    """The files of blueprints, as they lie in folders; what was looked at once is known from then on.

    A blueprint is a file that says its id and its title, its head. A folder with one head is one blueprint,
    with everything below it, except folders with heads of their own. Where nothing else of ours is there, or
    several heads lie side by side, each head is a blueprint by itself.

    Args:
        is_ignored: tells whether a file or a folder is left alone.
    """

    def __init__(self, is_ignored: Callable[[Path], bool]) -> None:
        self._is_ignored = is_ignored
        self.glance: Callable[[Path], Glance] = cache(glance_at)
        """Tells what a file looks like."""
        self.heads_in: Callable[[Path], tuple[Path, ...]] = cache(self._heads_in)
        """Tells which heads of blueprints lie in a folder, in order."""

    def heads_of(self, part: Path, top: Path) -> tuple[Path, ...]:
        """Return the heads that lie nearest above a part of a blueprint, up to `top`: one, several, none."""
        for folder in part.parents:
            heads = self.heads_in(folder)
            if heads or folder == top:
                return heads
        return ()

    def files_of(self, head: Path) -> list[Path]:
        """Return the files of a blueprint, in the order in which they are read."""
        folder = head.parent
        if self.heads_in(folder) != (head,):
            return [head]
        files = sorted(self._below(folder), key=lambda file: file.relative_to(folder).parts)
        return files if any(self._belongs(file, folder) for file in files) else [head]

    def _belongs(self, file: Path, folder: Path) -> bool:
        """Tell whether a file makes all of a folder above it a blueprint; a scrap does beside the head."""
        role = self.glance(file).role
        return role == "part" or (role == "scrap" and file.parent == folder)

    def _heads_in(self, folder: Path) -> tuple[Path, ...]:
        return tuple(file for file in sorted(self._files_in(folder)) if self.glance(file).role == "head")

    def _below(self, folder: Path) -> Iterator[Path]:
        """Yield the files that belong to a folder, following links but never in a circle."""
        seen: set[str] = set()
        waiting = [folder]
        while waiting:
            here = waiting.pop()
            real = os.path.realpath(here)
            if real not in seen:
                seen.add(real)
                yield from self._files_in(here)
                inner = (path for path in _entries(here) if path.is_dir() and not self._is_ignored(path))
                waiting += (path for path in inner if not self.heads_in(path))

    def _files_in(self, folder: Path) -> Iterator[Path]:
        for path in _entries(folder):
            if path.suffix.lower() in SUFFIXES and path.is_file() and not self._is_ignored(path):
                yield path


def _entries(folder: Path) -> Iterator[Path]:
    """Yield what lies in a folder and is not hidden; nothing where nobody may look."""
    try:
        with os.scandir(folder) as entries:
            yield from (Path(entry.path) for entry in entries if not entry.name.startswith("."))
    except OSError:
        return
