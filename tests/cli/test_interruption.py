"""Somebody ends a command while it writes: it ends quietly, and each file is as before or as it was to be."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from cxblueprint import folders
from cxblueprint.folders import replaced

from .conftest import CLEAN, PUBLISH, ended_of, tree
from .test_full_disk import WAYS, fill

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no signals like these")
SCRIPT = Path(__file__).with_name("interrupted.py")


@pytest.fixture(autouse=True)
def heard() -> Iterator[None]:
    """Let Ctrl-C be heard, which a shell has ignored by all that it starts in the background."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.parametrize(
    ("way", "step", "name", "code"),
    [
        ("check", 1, "SIGINT", 130),
        ("new", 1, "SIGINT", 130),
        ("baseline", 1, "SIGINT", 130),
        ("fix", 1, "SIGINT", 130),
        ("fix", 1, "SIGTERM", 143),
        ("render", 1, "SIGINT", 130),
        ("markdown", 60, "SIGINT", 130),
        ("markdown", 60, "SIGTERM", 143),
    ],
)
def test_an_interruption_at_any_step_leaves_whole_files_and_nothing_else(
    way: str, step: int, name: str, code: int, tmp_path: Path
) -> None:
    fill(tmp_path / "start")
    before = _texts(tmp_path / "start")
    call, _ = WAYS[way]
    arguments = [*call[:-1], call[-1]]
    ended = ended_of(
        [sys.executable, str(SCRIPT), name, str(step), str(tmp_path / "start"), *arguments], tmp_path
    )
    assert ended.err == ""
    *interrupted, last = json.loads(ended.out)
    assert len(interrupted) >= 3
    assert [(one["code"], one["said"]) for one in interrupted] == [(code, "")] * len(interrupted)
    assert [one["left"] for one in interrupted if one["left"] not in (before, last["left"])] == []


def _texts(folder: Path) -> dict[str, str]:
    held = tree(folder)
    return {name: "" if isinstance(text, str) else text.decode("latin-1") for name, text in held.items()}


def test_an_interruption_of_a_site_that_is_being_built_leaves_the_old_one(tmp_path: Path) -> None:
    before = fill(tmp_path / "start")
    call, _ = WAYS["html"]
    building = subprocess.Popen(
        [sys.executable, "-m", "cxblueprint", *call],
        cwd=tmp_path / "start",
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    while building.poll() is None and not list((tmp_path / "start").glob(".site.*.part/*")):
        time.sleep(0.01)
    building.send_signal(signal.SIGINT)
    said = building.communicate(timeout=60)
    assert (building.returncode, *said) == (130, b"", b"")
    assert tree(tmp_path / "start") == before


def test_two_at_once_leave_one_whole_site_and_what_others_put_there(tmp_path: Path) -> None:
    fill(tmp_path)
    call = [sys.executable, "-m", "cxblueprint", *PUBLISH]
    assert ended_of([*call, "alone"], tmp_path).code == 0
    both = [
        subprocess.Popen([*call, "site", "--force"], cwd=tmp_path, stdout=subprocess.DEVNULL)
        for _ in range(3)
    ]
    assert [one.wait(timeout=120) for one in both] == [0, 0, 0]
    assert tree(tmp_path / "site") == tree(tmp_path / "alone") | {"letter.txt": b"dear"}
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_a_site_that_comes_between_is_replaced_and_what_it_held_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    really = folders._move_over
    others = ["theirs.html", "letter.txt"]

    def move_over(old: Path, part: Path) -> None:
        really(old, part)
        if others:  # somebody else puts theirs in place, now that there is none
            site.mkdir()
            (site / others.pop()).write_text("from elsewhere", encoding="utf-8")

    monkeypatch.setattr(folders, "_move_over", move_over)
    site.mkdir()
    (site / "keep.txt").write_text("keep", encoding="utf-8")
    with replaced(site) as part:
        part.mkdir()
        (part / "index.html").write_text("new", encoding="utf-8")
    assert sorted(tree(site)) == [folders.MANIFEST, "index.html", "keep.txt", "letter.txt", "theirs.html"]
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_two_at_once_leave_one_whole_report(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(CLEAN, encoding="utf-8")
    call = [sys.executable, "-m", "cxblueprint", "check", "a.yaml", "--output"]
    assert ended_of([*call, "alone.txt"], tmp_path).code == 0
    many = [subprocess.Popen([*call, "report.txt", "--force"], cwd=tmp_path) for _ in range(4)]
    assert [one.wait(timeout=120) for one in many] == [0, 0, 0, 0]
    assert (tmp_path / "report.txt").read_bytes() == (tmp_path / "alone.txt").read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.yaml", "alone.txt", "report.txt"]
