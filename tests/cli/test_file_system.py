"""What a file system holds instead of files, and where one may not be: told in one line, never waited for."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cxblueprint.loading import Content, read_contents

from .conftest import CLEAN, DRAW, POSIX, REPORT, Command, Ended, ended_of, hazards

pytestmark = pytest.mark.usefixtures("in_time")


# Read


@POSIX
@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("circle.yaml", "circle.yaml:1:1: cannot be read: too many levels of symbolic links"),
        ("nowhere.yaml", "nowhere.yaml:1:1: is a link to a file that does not exist"),
        ("pipe.yaml", "pipe.yaml:1:1: is a pipe, not a file; pipe into '-' to read standard input"),
        ("/dev/zero", "/dev/zero:1:1: is a device, not a file; pipe into '-' to read standard input"),
        ("folder.yaml", "folder.yaml:1:1: is a folder without blueprint files (*.yaml, *.yml, *.json)"),
        ("clean.yaml/a.yaml", "clean.yaml/a.yaml:1:1: cannot be read: not a directory"),
        ("n" * 300, f"{'n' * 300}:1:1: cannot be read: file name too long"),
        ("", "'':1:1: is an empty path; name a file or a folder"),
    ],
)
def test_what_is_no_file_is_told_and_never_waited_for(
    path: str, message: str, run: Command, clean: str, tmp_path: Path
) -> None:
    hazards(tmp_path)
    assert run("check", clean, path) == Ended(2, "", f"{message}\n")


@POSIX
def test_what_cannot_be_read_in_a_folder_is_told_all_at_once(run: Command, tmp_path: Path) -> None:
    hazards(tmp_path)
    (tmp_path / "circle.txt").symlink_to("circle.txt")
    (tmp_path / "pipe.txt").symlink_to("pipe.yaml")
    (tmp_path / "folder.yaml" / "deep.yaml").write_text(CLEAN, encoding="utf-8")
    assert run("check", ".") == Ended(
        2,
        "",
        "circle.yaml:1:1: cannot be read: too many levels of symbolic links\n"
        "nowhere.yaml:1:1: is a link to a file that does not exist\n"
        "pipe.yaml:1:1: is a pipe, not a file; pipe into '-' to read standard input\n",
    )


def test_a_link_out_of_the_folder_is_followed_and_a_circle_walked_once(
    run: Command, clean: str, tmp_path: Path
) -> None:
    inside = tmp_path / "in" / "deeper"
    inside.mkdir(parents=True)
    (inside / "linked.yaml").symlink_to(tmp_path / clean)
    (inside / "up").symlink_to(tmp_path / "in", target_is_directory=True)
    assert run("check", "in") == Ended(0, REPORT, "")


def test_a_file_that_vanishes_between_listing_and_reading_is_told(tmp_path: Path, clean: str) -> None:
    (tmp_path / "gone.yaml").write_text("id: gone", encoding="utf-8")
    contents = read_contents([tmp_path / clean, tmp_path / "gone.yaml"])
    first = next(contents)
    (tmp_path / "gone.yaml").unlink()
    second = next(contents)
    assert isinstance(first, Content)
    assert str(second).endswith("gone.yaml:1:1: cannot be read: no such file or directory")


def test_a_folder_that_vanishes_below_another_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "bp" / "gone").mkdir(parents=True)
    really = os.scandir

    def scandir(path: Path) -> object:
        if path == tmp_path / "bp" / "gone":
            path.rmdir()
        return really(path)

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("cxblueprint.loading.sources.os.scandir", scandir)
    assert list(map(str, read_contents([tmp_path / "bp"]))) == [
        "bp/gone:1:1: cannot be read: no such file or directory"
    ]


def test_what_may_not_be_read_is_told_all_at_once(unprivileged: Command, tmp_path: Path) -> None:
    (tmp_path / "bp" / "closed").mkdir(parents=True)
    for name in ("open.yaml", "secret.yaml"):
        (tmp_path / "bp" / name).write_text(CLEAN, encoding="utf-8")
    (tmp_path / "bp" / "secret.yaml").chmod(0o000)
    (tmp_path / "bp" / "closed").chmod(0o000)
    try:
        ended = unprivileged("check", "bp", "bp/closed/a.yaml")
    finally:
        (tmp_path / "bp" / "closed").chmod(0o700)
    assert ended == Ended(
        2,
        "",
        "bp/closed:1:1: cannot be read: permission denied\n"
        "bp/closed/a.yaml:1:1: cannot be read: permission denied\n"
        "bp/secret.yaml:1:1: cannot be read: permission denied\n",
    )


@POSIX
@pytest.mark.parametrize(
    ("baseline", "message"),
    [
        ("pipe.yaml", "pipe.yaml: is a pipe, not a file: name a file"),
        ("/dev/zero", "/dev/zero: is a device, not a file: name a file"),
        ("folder.yaml", "folder.yaml: is a folder, not a file: name a file"),
        ("circle.yaml", "circle.yaml: cannot be read: too many levels of symbolic links"),
        ("nowhere.yaml", "nowhere.yaml: there is no such file: write it with --update-baseline"),
        ("endless.json", "endless.json: has more than 64 MB: name another file"),
        ("", "an empty text names no file to read: name one"),
    ],
)
def test_a_baseline_that_is_no_file_is_told_and_never_waited_for(
    baseline: str, message: str, run: Command, clean: str, tmp_path: Path
) -> None:
    hazards(tmp_path)
    with (tmp_path / "endless.json").open("wb") as file:
        file.truncate(64_000_001)
    assert run("check", clean, "--baseline", baseline) == Ended(2, "", f"error: {message}\n")


@POSIX
@pytest.mark.parametrize(
    ("kind", "message"),
    [
        ("folder", "is a folder, not a file: name a file"),
        ("pipe", "is a pipe, not a file: name a file"),
        ("circle", "cannot be read: too many levels of symbolic links"),
        ("nowhere", "there is no such file: it is a link to nowhere"),
    ],
)
def test_settings_that_are_no_file_are_told_and_not_passed_over(
    kind: str, message: str, run: Command, clean: str, tmp_path: Path
) -> None:
    hazards(tmp_path)
    (tmp_path / f"{kind}.yaml").rename(tmp_path / "cxblueprint.toml")
    if kind == "circle":
        (tmp_path / "circle.yaml").symlink_to("cxblueprint.toml")
    assert run("check", clean) == Ended(2, "", f"error: cxblueprint.toml: {message}\n")


def test_settings_that_may_not_be_read_are_told(unprivileged: Command, clean: str, tmp_path: Path) -> None:
    (tmp_path / "cxblueprint.toml").write_text("", encoding="utf-8")
    (tmp_path / "cxblueprint.toml").chmod(0o000)
    assert unprivileged("check", clean) == Ended(
        2, "", "error: cxblueprint.toml: cannot be read: permission denied\n"
    )


# Where one stands, and where words go


@POSIX
@pytest.mark.parametrize("arguments", [["check", "/dev/null"], ["rules"], [*DRAW, "new.svg"]])
def test_a_folder_that_is_gone_is_told(arguments: list[str], tmp_path: Path) -> None:
    program = (
        "import os, sys; os.mkdir('gone'); os.chdir('gone'); os.rmdir('../gone');"
        "from cxblueprint.cli import main; main()"
    )
    assert ended_of([sys.executable, "-c", program, *arguments], tmp_path) == Ended(
        2, "", "error: the folder you are in cannot be used: no such file or directory; go to another\n"
    )


def test_a_folder_that_is_closed_is_told(unprivileged: Command, tmp_path: Path) -> None:
    # Closed once somebody is in it: an unprivileged process could not begin there.
    (tmp_path / "sitecustomize.py").write_text("import os; os.chmod('.', 0)", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", os.pathsep.join([str(tmp_path), *sys.path]))
        try:
            ended = unprivileged("rules")
        finally:
            tmp_path.chmod(0o700)
    assert ended == Ended(2, "", "error: cxblueprint.toml: cannot be read: permission denied\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full, on which nothing has room")
@pytest.mark.parametrize("arguments", [["check", "clean.yaml"], ["rules"], ["--help"], [*DRAW, "-"]], ids=str)
def test_no_room_for_the_output_is_told(arguments: list[str], clean: str, tmp_path: Path) -> None:
    assert clean == "clean.yaml"
    with Path("/dev/full").open("wb") as full:
        ended = ended_of(
            [sys.executable, "-m", "cxblueprint", *arguments],
            tmp_path,
            stdout=full,
            stderr=subprocess.PIPE,
            capture_output=False,
        )
    assert ended == Ended(2, "", "error: standard output cannot be written: no space left on device\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full, on which nothing has room")
@pytest.mark.parametrize("arguments", [["chekc"], ["check", "nowhere.yaml"], ["check", "--as-of", "x", "y"]])
def test_no_room_for_a_complaint_changes_no_exit_code(arguments: list[str], tmp_path: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        ended = ended_of(
            [sys.executable, "-m", "cxblueprint", *arguments],
            tmp_path,
            stderr=full,
            stdout=subprocess.PIPE,
            capture_output=False,
        )
    assert ended == Ended(2, "", "")


@POSIX
@pytest.mark.parametrize(
    ("redirection", "code"), [(">&-", 1), ("2>&-", 1), ("<&-", 2), (">&- 2>&- <&-", 2)], ids=str
)
def test_closed_streams_are_no_defect(redirection: str, code: int, messy: str, tmp_path: Path) -> None:
    path = "-" if "<" in redirection else messy
    line = f'"{sys.executable}" -m cxblueprint check {path} {redirection}'
    ended = ended_of(["/bin/sh", "-c", line], tmp_path)
    assert (ended.code, "defect" in ended.err) == (code, False)
