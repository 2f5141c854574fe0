from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from cxblueprint.cli import main

CLEAN = """\
format: 1
id: kiosk
title: A kiosk
purpose: People read the news on their way
teams:
  - {id: cx, name: Service, function: cx}
touchpoints:
  - {id: window, name: The window, owner: cx}
  - {id: shelf, name: The shelf, owner: cx}
"""
MESSY = CLEAN.replace("The window, owner: cx}", "The window}")

MISSPELT = CLEAN.replace("The shelf, owner: cx", "The shelf, owner: cxx").replace("id: cx,", "id: cx-team,")
MISSPELT = MISSPELT.replace("owner: cx}", "owner: cx-taem}").replace("owner: cxx", "owner: cx-team")
POSIX = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows has no pipes, devices and modes like these"
)
REPORT = "A kiosk: no findings (136 rules, profile recommended)\n"
DRAW = ("render", "clean.yaml", "--view", "governance", "--output")
PUBLISH = ("site", "clean.yaml", "--format", "markdown", "--output")


@dataclass(frozen=True)
class Ended:
    code: int
    out: str
    err: str


@pytest.fixture
def run(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Callable[..., Ended]:
    """Run the command in an empty folder, as a user would, and return how it ended."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")

    def call(*arguments: str) -> Ended:
        monkeypatch.setattr("sys.argv", ["cxblueprint", *arguments])
        with pytest.raises(SystemExit) as ended:
            main()
        captured = capsys.readouterr()
        code = ended.value.code
        assert isinstance(code, int)
        return Ended(code, captured.out, captured.err)

    return call


@pytest.fixture
def in_time() -> Iterator[None]:
    """Let a test fail that waits for what never comes, such as the other end of a pipe."""
    if sys.platform == "win32":
        yield
        return
    signal.alarm(100)
    yield
    signal.alarm(0)


@pytest.fixture
def clean(tmp_path: Path) -> str:
    """Write a blueprint without findings and return its name."""
    (tmp_path / "clean.yaml").write_text(CLEAN, encoding="utf-8")
    return "clean.yaml"


@pytest.fixture
def messy(tmp_path: Path) -> str:
    """Write a blueprint with one finding and return its name."""
    (tmp_path / "messy.yaml").write_text(MESSY, encoding="utf-8")
    return "messy.yaml"


Command = Callable[..., Ended]
_DROP = """\
import ctypes, os, sys
libc = ctypes.CDLL(None)
for capability in (1, 2):  # CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH: what lets root read and write all
    libc.prctl(24, capability, 0, 0, 0)  # PR_CAPBSET_DROP: gone from the next program on
os.execv(sys.executable, [sys.executable, "-m", "cxblueprint", *sys.argv[1:]])
"""


@pytest.fixture
def command(tmp_path: Path) -> Command:
    """Run the command in a process of its own, in an empty folder, and return how it ended."""
    return lambda *arguments: ended_of([sys.executable, "-m", "cxblueprint", *arguments], tmp_path)


@pytest.fixture
def unprivileged(tmp_path: Path) -> Command:
    """The same, as somebody whom permissions stop; the test is skipped where they stop nobody."""
    if sys.platform == "win32":
        pytest.skip("Windows keeps permissions in another way")
    if os.geteuid() != 0:
        return lambda *arguments: ended_of([sys.executable, "-m", "cxblueprint", *arguments], tmp_path)
    if sys.platform != "linux":
        pytest.skip("permissions do not stop root, and only Linux can take that away")
    return lambda *arguments: ended_of([sys.executable, "-c", _DROP, *arguments], tmp_path)


def ended_of(program: list[str], folder: Path, **more: Any) -> Ended:  # noqa: ANN401  # what subprocess takes
    """Run a program in a folder and return how it ended; one that waits for ever fails the test."""
    given = {"stdin": subprocess.DEVNULL, "capture_output": True, **more}
    done = subprocess.run(program, cwd=folder, timeout=120, check=False, **given)
    return Ended(done.returncode, _text(done.stdout), _text(done.stderr))


def _text(output: bytes | None) -> str:
    return (output or b"").decode().replace("\r\n", "\n")


def tree(folder: Path) -> dict[str, bytes | str]:
    """Return all that is in a folder and below it: the bytes of files, where links lead, and folders."""
    found: dict[str, bytes | str] = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            found[name] = str(path.readlink())
        elif path.is_file():
            found[name] = path.read_bytes()
        else:
            found[name] = "folder" if path.is_dir() else "neither file nor folder"
    return found


def hazards(folder: Path, suffix: str = ".yaml") -> None:
    """Make what is no file: links in a circle and to nowhere, a pipe, an empty folder."""
    (folder / f"circle{suffix}").symlink_to(f"circle{suffix}")
    (folder / f"nowhere{suffix}").symlink_to("nowhere-at-all")
    (folder / f"folder{suffix}").mkdir()
    os.mkfifo(folder / f"pipe{suffix}")
