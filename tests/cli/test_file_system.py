"""What a file system holds instead of files, and what it refuses: told in one line, and nothing is lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from cxblueprint.loading import Content, read_contents

from .conftest import CLEAN, Command, Ended, ended_of, tree

POSIX = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows has no pipes, devices and modes like these"
)
LOST = "is a file of the blueprint, which would be lost: name another"
READ = "would be read as a file of the blueprint in '{}': put it elsewhere, or begin its name with a dot"
REPORT = "A kiosk: no findings (136 rules, profile recommended)\n"
DRAW = ("render", "clean.yaml", "--view", "governance", "--output")
PUBLISH = ("site", "clean.yaml", "--format", "markdown", "--output")
MISSPELT = CLEAN.replace("The shelf, owner: cx", "The shelf, owner: cxx").replace("id: cx,", "id: cx-team,")
MISSPELT = MISSPELT.replace("owner: cx}", "owner: cx-taem}").replace("owner: cxx", "owner: cx-team")


@pytest.fixture(autouse=True)
def _in_time() -> Iterator[None]:
    """Let a test fail that waits for what never comes, such as the other end of a pipe."""
    if sys.platform == "win32":
        yield
        return
    signal.alarm(100)
    yield
    signal.alarm(0)


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
    _hazards(tmp_path)
    assert run("check", clean, path) == Ended(2, "", f"{message}\n")


@POSIX
def test_what_cannot_be_read_in_a_folder_is_told_all_at_once(run: Command, tmp_path: Path) -> None:
    _hazards(tmp_path)
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
    _hazards(tmp_path)
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
    _hazards(tmp_path)
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


# Written


@POSIX
@pytest.mark.parametrize(
    ("output", "message"),
    [
        ("circle.svg", "circle.svg: cannot be written: too many levels of symbolic links"),
        ("folder.svg", "folder.svg: is a folder, not a file: name a file"),
        ("new.svg/", "new.svg/: is a folder, not a file: name a file"),
        ("pipe.svg", "pipe.svg: is a pipe, not a file: name a file"),
        ("null.svg", "null.svg: is a device, not a file: name a file"),
        ("no/new.svg", "no/new.svg: cannot be written: there is no folder 'no', make it first"),
        ("clean.yaml/new.svg", "clean.yaml/new.svg: cannot be written: not a directory"),
        (
            "a\n\x1b[31m/b.svg",
            r"a\n\x1b[31m/b.svg: cannot be written: there is no folder 'a\n\x1b[31m', make it first",
        ),
        (f"{'n' * 300}.svg", f"{'n' * 300}.svg: cannot be written: file name too long"),
        ("", "an empty text names no file to write: name one"),
        ("old.svg", "old.svg: there is such a file already: name another, or allow it with --force"),
    ],
)
@pytest.mark.parametrize("way", ["check", "check --fix", "render"])
def test_what_no_file_can_be_written_to_is_refused_before_anything_is_done(
    way: str, output: str, message: str, run: Command, clean: str, tmp_path: Path
) -> None:
    _hazards(tmp_path, ".svg")
    (tmp_path / "null.svg").symlink_to("/dev/null")
    (tmp_path / "old.svg").write_text("old", encoding="utf-8")
    (tmp_path / "misspelt.yaml").write_text(MISSPELT, encoding="utf-8")
    before = tree(tmp_path)
    force = [] if output == "old.svg" else ["--force"]
    calls = {
        "check": ["check", clean, "--output", output, *force],
        "check --fix": ["check", "misspelt.yaml", "--fix", "--output", output, *force],
        "render": [*DRAW, output, *force],
    }
    assert run(*calls[way]) == Ended(2, "", f"error: {message}\n")
    assert tree(tmp_path) == before


@POSIX
@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("circle.json", "circle.json: cannot be written: too many levels of symbolic links"),
        ("pipe.json", "pipe.json: is a pipe, not a file: name a file"),
        ("no/new.json", "no/new.json: cannot be written: there is no folder 'no', make it first"),
    ],
)
def test_a_baseline_that_cannot_be_written_is_refused(
    name: str, message: str, run: Command, clean: str, tmp_path: Path
) -> None:
    _hazards(tmp_path, ".json")
    before = tree(tmp_path)
    ended = run("check", clean, "--baseline", name, "--update-baseline")
    assert ended == Ended(2, "", f"error: {message}\n")
    assert tree(tmp_path) == before


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (["check", "bp/a.yaml", "--output", "bp/a.yaml", "--force"], "bp/a.yaml: " + LOST),
        (["check", "bp", "--output", "bp/a.yaml", "--force"], "bp/a.yaml: " + READ.format("bp")),
        (["check", ".", "--format", "json", "--output", "report.json"], "report.json: " + READ.format(".")),
        (
            ["check", "bp", "--baseline", "bp/../bp/known.JSON", "--update-baseline"],
            "bp/../bp/known.JSON: " + READ.format("bp"),
        ),
        (["check", "link.svg", "--output", "bp/a.yaml", "--force"], "bp/a.yaml: " + LOST),
        (
            ["render", "link.svg", "--view", "governance", "--output", "link.svg", "--force"],
            "link.svg: " + LOST,
        ),
    ],
)
def test_nothing_is_written_over_the_blueprint_or_among_its_files(
    call: list[str], message: str, run: Command, tmp_path: Path
) -> None:
    (tmp_path / "bp").mkdir()
    (tmp_path / "bp" / "a.yaml").write_text(CLEAN, encoding="utf-8")
    (tmp_path / "link.svg").symlink_to("bp/a.yaml")
    before = tree(tmp_path)
    assert run(*call) == Ended(2, "", f"error: {message}\n")
    assert tree(tmp_path) == before


@pytest.mark.parametrize("name", ["bp/report.txt", "bp/.report.json", "bp/.ci/report.json", "report.json"])
def test_a_report_may_lie_beside_the_blueprint_where_it_is_not_read_with_it(
    name: str, run: Command, tmp_path: Path
) -> None:
    (tmp_path / "bp" / ".ci").mkdir(parents=True)
    (tmp_path / "bp" / "a.yaml").write_text(CLEAN, encoding="utf-8")
    assert run("check", "bp", "--output", name) == Ended(0, "", "")
    assert run("check", "bp", "--output", name, "--force") == Ended(0, "", "")


def test_a_dash_is_standard_output_for_a_report_too(run: Command, clean: str, tmp_path: Path) -> None:
    assert run("check", clean, "--output", "-") == Ended(0, REPORT, "")
    assert list(tree(tmp_path)) == ["clean.yaml"]


@pytest.mark.parametrize(
    ("way", "closed", "message"),
    [
        ("check", 0o500, "closed/new.txt: cannot be written: permission denied"),
        ("baseline", 0o500, "closed/known.json: cannot be written: permission denied"),
        ("fix", 0o500, "closed/misspelt.yaml: cannot be written: permission denied"),
        ("fix and tell", 0o500, "closed/new.txt: cannot be written: permission denied"),
        ("render", 0o000, "closed/new.svg: cannot be written: permission denied"),
        ("site", 0o000, "cannot write the site to 'closed/site': permission denied"),
        ("html", 0o500, "cannot write the site to 'closed/site': permission denied"),
    ],
)
def test_a_folder_that_may_not_be_written_stays_as_it_is(
    way: str, closed: int, message: str, unprivileged: Command, clean: str, tmp_path: Path
) -> None:
    folder = tmp_path / "closed"
    (folder / "site").mkdir(parents=True)
    (folder / "site" / "keep.txt").write_text("keep", encoding="utf-8")
    for place in (folder, tmp_path):
        (place / "misspelt.yaml").write_text(MISSPELT, encoding="utf-8")
    before = tree(tmp_path)
    calls = {
        "check": ["check", clean, "--output", "closed/new.txt"],
        "baseline": ["check", clean, "--baseline", "closed/known.json", "--update-baseline"],
        "fix": ["check", "closed/misspelt.yaml", "--fix"],
        "fix and tell": ["check", "misspelt.yaml", "--fix", "--output", "closed/new.txt"],
        "render": [*DRAW, "closed/new.svg"],
        "site": [*PUBLISH, "closed/site", "--force"],
        "html": ["site", clean, "--output", "closed/site", "--force"],
    }
    folder.chmod(closed)
    try:
        ended = unprivileged(*calls[way])
    finally:
        folder.chmod(0o700)
    assert ended == Ended(2, "", f"error: {message}\n")
    assert tree(tmp_path) == before


@pytest.mark.usefixtures("clean")
def test_a_site_never_takes_the_place_of_a_folder_that_it_cannot_look_into(
    unprivileged: Command, tmp_path: Path
) -> None:
    kept = tmp_path / "site" / "kept"
    kept.mkdir(parents=True)
    (kept / "letter.txt").write_text("dear", encoding="utf-8")
    before = tree(tmp_path)
    for closed in (tmp_path / "site", kept):
        closed.chmod(0o000)
        try:
            ended = unprivileged(*PUBLISH, "site", "--force")
        finally:
            closed.chmod(0o700)
        assert ended == Ended(2, "", "error: cannot write the site to 'site': permission denied\n")
        assert tree(tmp_path) == before


@pytest.mark.parametrize(
    ("output", "message"),
    [
        ("clean.yaml", "'clean.yaml' is no folder and cannot become one: the site needs a folder"),
        ("clean.yaml/site", "'clean.yaml/site' is no folder and cannot become one: the site needs a folder"),
        (".", "'.' is no place for the site: the blueprint 'clean.yaml' lies in it, choose another"),
        ("", "'.' is no place for the site: the blueprint 'clean.yaml' lies in it, choose another"),
        ("-", "the site needs a folder to be written to: not standard output '-'"),
        ("full", "folder 'full' holds other things than a site of ours: choose another, or add --force"),
    ],
)
@pytest.mark.parametrize("form", ["html", "markdown"])
def test_what_is_no_place_for_a_site_is_refused(
    form: str, output: str, message: str, run: Command, clean: str, tmp_path: Path
) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "letter.txt").write_text("dear", encoding="utf-8")
    before = tree(tmp_path)
    ended = run("site", clean, "--format", form, "--output", output)
    assert ended == Ended(2, "", f"error: {message}\n")
    assert tree(tmp_path) == before


@POSIX
@pytest.mark.usefixtures("clean")
def test_a_site_at_the_end_of_a_circle_of_links_is_refused(run: Command, tmp_path: Path) -> None:
    (tmp_path / "circle").symlink_to("circle")
    assert run(*PUBLISH, "circle") == Ended(
        2, "", "error: cannot write the site to 'circle': too many levels of symbolic links\n"
    )


def test_a_site_is_not_put_under_the_feet_of_who_stands_there(
    run: Command, clean: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "public").mkdir()
    monkeypatch.chdir(tmp_path / "public")
    assert run("site", f"../{clean}", "--format", "markdown", "--output", ".") == Ended(
        2,
        "",
        "error: '.' is where you are, and the site takes the place of a whole folder: name a folder in it\n",
    )


@pytest.mark.usefixtures("clean")
def test_folders_made_for_a_site_that_fails_are_taken_away(
    run: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_path: Path, _content: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", fail)
    ended = run(*PUBLISH, "one/two/site")
    assert ended == Ended(2, "", "error: cannot write the site to 'one/two/site': no space left on device\n")
    assert list(tree(tmp_path)) == ["clean.yaml"]


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


def _hazards(folder: Path, suffix: str = ".yaml") -> None:
    """Make what is no file: links in a circle and to nowhere, a pipe, an empty folder."""
    (folder / f"circle{suffix}").symlink_to(f"circle{suffix}")
    (folder / f"nowhere{suffix}").symlink_to("nowhere-at-all")
    (folder / f"folder{suffix}").mkdir()
    os.mkfifo(folder / f"pipe{suffix}")
