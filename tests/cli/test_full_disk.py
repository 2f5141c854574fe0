"""A disk without room: what was there stays whole, nothing half written is left, and one line tells."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import CLEAN, MISSPELT, Command, Ended, ended_of, tree

NEVER_FULL = "error: {}: cannot be written: no space left on device\n"
WAYS = {
    "check": (["check", "clean.yaml", "--output", "old.txt", "--force"], NEVER_FULL.format("old.txt")),
    "new": (["check", "clean.yaml", "--output", "new.txt"], NEVER_FULL.format("new.txt")),
    "baseline": (
        ["check", "messy.yaml", "--baseline", "known.json", "--update-baseline"],
        NEVER_FULL.format("known.json"),
    ),
    "fix": (["check", "misspelt.yaml", "--fix"], NEVER_FULL.format("misspelt.yaml")),
    "render": (
        ["render", "clean.yaml", "--view", "governance", "--output", "old.svg", "--force"],
        NEVER_FULL.format("old.svg"),
    ),
    "markdown": (
        ["site", "clean.yaml", "--format", "markdown", "--output", "site", "--force"],
        "error: cannot write the site to 'site': no space left on device\n",
    ),
    "html": (
        ["site", "clean.yaml", "--output", "site", "--force"],
        "error: cannot write the site to 'site': no space left on device\n",
    ),
}
# A disk of 64 kB of its own, which nobody else sees; filled by a file that is there before.
_ON_A_SMALL_DISK = """\
set -e
mount -t tmpfs -o size=64k tmpfs "$1"
cp -R "$2/." "$1"
cd "$1"
head -c 100000 /dev/zero > filler 2> /dev/null || true
shift 2
"$@"
"""


def _small_disks() -> str:
    """Return why this machine gives no small disk to a test; nothing where it does."""
    if sys.platform != "linux" or os.geteuid() != 0:
        return "only root on Linux can have a disk for a test"
    trial = ["unshare", "--mount", "sh", "-c", "mount -t tmpfs -o size=64k tmpfs /mnt"]
    try:
        done = subprocess.run(trial, check=False, capture_output=True)
    except FileNotFoundError:
        return "there is no `unshare`"
    return "" if done.returncode == 0 else f"no disk can be mounted here: {done.stderr.decode().strip()}"


NO_SMALL_DISKS = _small_disks()


@pytest.fixture
def before(tmp_path: Path) -> dict[str, bytes | str]:
    return fill(tmp_path / "start")


def fill(start: Path) -> dict[str, bytes | str]:
    """Fill a folder with what each way writes over, and return what is in it."""
    (start / "site").mkdir(parents=True)
    files = {
        "clean.yaml": CLEAN,
        "messy.yaml": CLEAN.replace("The shelf, owner: cx", "The shelf"),
        "misspelt.yaml": MISSPELT,
        "old.txt": "old",
        "old.svg": "old",
        "known.json": json.dumps({"version": 1, "blueprint": "kiosk", "findings": []}),
        "site/letter.txt": "dear",
    }
    for name, text in files.items():
        (start / name).write_text(text, encoding="utf-8")
    return tree(start)


@pytest.mark.skipif(bool(NO_SMALL_DISKS), reason=NO_SMALL_DISKS)
def test_a_full_disk_loses_nothing(before: dict[str, bytes | str], tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    script = tmp_path / "try.py"
    script.write_text(_EACH_WAY, encoding="utf-8")
    calls = json.dumps([call for call, _ in WAYS.values()])
    line = [
        "unshare",
        "--mount",
        "sh",
        "-c",
        _ON_A_SMALL_DISK,
        "sh",
        str(tmp_path / "disk"),
        str(tmp_path / "start"),
    ]
    ended = ended_of([*line, sys.executable, str(script), calls], tmp_path)
    assert (ended.code, ended.err) == (0, "")
    told = json.loads(ended.out)
    assert told["ended"] == [[2, "", message] for _, message in WAYS.values()]
    assert told["redirected"] == [2, "error: standard output cannot be written: no space left on device\n"]
    assert told["left"] == {
        name: held if isinstance(held, str) else held.decode() for name, held in before.items()
    }


_EACH_WAY = """\
import contextlib, io, json, pathlib, subprocess, sys
from cxblueprint.cli import main

ended = []
for call in json.loads(sys.argv[1]):
    sys.argv = ["cxblueprint", *call]
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            main()
        except SystemExit as end:
            ended.append([end.code, out.getvalue(), err.getvalue()])
with open("redirected", "wb") as stream:
    program = [sys.executable, "-m", "cxblueprint", "rules"]
    redirected = subprocess.run(program, stdout=stream, stderr=subprocess.PIPE)
pathlib.Path("redirected").unlink()
left = {
    path.as_posix(): path.read_text(encoding="utf-8") if path.is_file() else "folder"
    for path in pathlib.Path(".").rglob("*")
    if path.name != "filler"
}
told = [redirected.returncode, redirected.stderr.decode()]
print(json.dumps({"ended": ended, "redirected": told, "left": left}))
"""


@pytest.mark.parametrize("way", [way for way in WAYS if way != "html"])
def test_where_no_byte_can_be_written_nothing_is_lost(
    way: str, before: dict[str, bytes | str], run: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same on any machine, with a disk that only says that it is full."""
    call, message = WAYS[way]
    run("--version")
    monkeypatch.chdir(tmp_path / "start")
    opened = open

    def full(path: str | Path, mode: str = "r", *rest: object, **more: object) -> object:
        if mode == "xb" or (mode == "wb" and "site" in str(path)):
            opened(path, mode, *rest, **more).close()  # type: ignore[call-overload]
            raise OSError(errno.ENOSPC, "No space left on device", str(path))
        return opened(path, mode, *rest, **more)  # type: ignore[call-overload]

    monkeypatch.setattr("builtins.open", full)
    monkeypatch.setattr("io.open", full)
    assert run(*call) == Ended(2, "", message)
    assert tree(tmp_path / "start") == before
