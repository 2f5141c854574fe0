"""Where inputs are kept: those worth keeping in the repository, and those that a run finds in `build`."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SAVED = ROOT / "tests" / "fuzz" / "corpus"
"""By target, the inputs that every run begins with, and that the tests replay."""
BUILD = ROOT / "build" / "fuzz"


def found(target: str) -> Path:
    """Return the folder with the inputs that led runs so far to new places."""
    return _made(BUILD / "found" / target)


def failures(target: str) -> Path:
    """Return the folder with the inputs for which cxblueprint broke its word."""
    return _made(BUILD / "failures" / target)


def log(target: str) -> Path:
    """Return the file with all that the engine says in the last run."""
    return _made(BUILD / "logs") / f"{target}.txt"


def real_files(target: str, seeds: tuple[bytes, ...]) -> Path:
    """Write real files to a folder, for engines that read folders."""
    folder = _made(BUILD / "real" / target)
    for number, seed in enumerate(seeds):
        (folder / f"{number:04}").write_bytes(seed)
    return folder


def shown(path: Path | None) -> str:
    """Return a path as it is called from the root of the repository."""
    return path.relative_to(ROOT).as_posix() if path is not None else ""


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder
