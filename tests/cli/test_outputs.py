"""Where nothing can be written, or would be lost: refused before anything is done, and all stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import CLEAN, DRAW, MISSPELT, POSIX, PUBLISH, REPORT, Command, Ended, hazards, tree

pytestmark = pytest.mark.usefixtures("in_time")
LOST = "is a file of the blueprint, which would be lost: name another"
READ = "would be read as a file of the blueprint in '{}': put it elsewhere, or begin its name with a dot"


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
    hazards(tmp_path, ".svg")
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
    hazards(tmp_path, ".json")
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
def test_a_disk_of_its_own_is_no_folder_to_be_replaced(
    run: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "volume").mkdir()
    monkeypatch.setattr("cxblueprint.folders.os.path.ismount", lambda path: path == tmp_path / "volume")
    assert run(*PUBLISH, "volume") == Ended(
        2,
        "",
        "error: 'volume' is a disk of its own, and the site takes the place of a whole folder: "
        "name a folder in it\n",
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
