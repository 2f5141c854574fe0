"""Files are written whole and all together, or not at all."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

import cxblueprint as cx
from cxblueprint import files
from cxblueprint.errors import CxBlueprintError, LoadError, UsageError
from cxblueprint.fixing import disk, fix

from .conftest import judging

Write = Callable[[Mapping[str, str | bytes]], None]
HEAD = "id: zoo\ntitle: Zoo\nteams: [{id: keepers, name: K}]\n"
FILES = {
    "a.yaml": HEAD + "touchpoints: [{id: a, name: A, owner: kepers}]\n",
    "b.yaml": "touchpoints: [{id: b, name: B, owner: keeprs}]\n",
    "c.yaml": "touchpoints: [{id: c, name: C, owner: keeper}]\n",
}
FIXED = {
    name: text.replace("kepers", "keepers")
    .replace("keeprs", "keepers")
    .replace("keeper]", "keepers]")
    .replace("keeper}", "keepers}")
    for name, text in FILES.items()
}
JUDGE = judging("REF")


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    monkeypatch.chdir(tmp_path)

    def write_them(texts: Mapping[str, str | bytes]) -> None:
        for name, text in texts.items():
            path = Path(name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode())

    return write_them


def texts() -> dict[str, str]:
    return {
        path.as_posix(): path.read_bytes().decode() for path in sorted(Path().rglob("*")) if path.is_file()
    }


def test_a_folder_is_fixed_as_one_blueprint(write: Write) -> None:
    write({**{f"zoo/{name}": text for name, text in FILES.items()}, "zoo/.hidden.yaml": "nonsense: ["})

    fixed = fix(["zoo"], JUDGE, write=True)

    assert texts() == {
        **{f"zoo/{name}": text for name, text in FIXED.items()},
        "zoo/.hidden.yaml": "nonsense: [",
    }
    assert fixed.files == ("zoo/a.yaml", "zoo/b.yaml", "zoo/c.yaml")
    assert fixed.blueprint == cx.load("zoo")
    assert fixed.report.findings == ()


def test_a_second_time_changes_nothing(write: Write) -> None:
    write(FILES)
    fix(["."], JUDGE, write=True)
    before = {name: Path(name).stat().st_mtime_ns for name in FILES}

    again = fix(["."], JUDGE, write=True)

    assert (again.changes, again.diff, again.files) == ((), "", ())
    assert {name: Path(name).stat().st_mtime_ns for name in FILES} == before


def test_without_writing_it_is_only_told(write: Write) -> None:
    write(FILES)

    fixed = fix(["b.yaml", Path("a.yaml")], judging("REF"), write=False)

    assert texts() == FILES
    assert (
        fixed.diff
        == """\
--- b.yaml
+++ b.yaml
@@ -1 +1 @@
-touchpoints: [{id: b, name: B, owner: keeprs}]
+touchpoints: [{id: b, name: B, owner: keepers}]
--- a.yaml
+++ a.yaml
@@ -1,4 +1,4 @@
 id: zoo
 title: Zoo
 teams: [{id: keepers, name: K}]
-touchpoints: [{id: a, name: A, owner: kepers}]
+touchpoints: [{id: a, name: A, owner: keepers}]
"""
    )
    assert [str(change) for change in fixed.changes] == [
        "a.yaml:4:39: REF001 owner 'kepers' of touchpoint 'a' becomes 'keepers'",
        "b.yaml:1:39: REF001 owner 'keeprs' of touchpoint 'b' becomes 'keepers'",
    ]


def test_the_diff_tells_of_a_missing_last_line_end(write: Write) -> None:
    write({"a.yaml": (HEAD + "touchpoints: [{id: a, name: A, owner: kepers}]").replace("\n", "\r\n")})
    assert fix(["a.yaml"], JUDGE, write=False).diff.splitlines(keepends=True)[-4:] == [
        "-touchpoints: [{id: a, name: A, owner: kepers}]\n",
        "\\ No newline at end of file\n",
        "+touchpoints: [{id: a, name: A, owner: keepers}]\n",
        "\\ No newline at end of file\n",
    ]


def test_a_link_stays_a_link_and_permissions_stay(write: Write) -> None:
    write({"far/zoo.yaml": FILES["a.yaml"]})
    Path("zoo.yaml").symlink_to("far/zoo.yaml")
    Path("far/zoo.yaml").chmod(0o640)

    fix(["zoo.yaml"], JUDGE, write=True)

    assert Path("zoo.yaml").readlink() == Path("far/zoo.yaml")
    assert Path("far/zoo.yaml").read_text() == FIXED["a.yaml"]
    assert Path("far/zoo.yaml").stat().st_mode & 0o777 == 0o640


def test_a_file_that_two_paths_lead_to_is_fixed_once(write: Write) -> None:
    write({"zoo.yaml": FILES["a.yaml"]})
    Path("b.yaml").symlink_to("zoo.yaml")

    assert fix(["zoo.yaml", "b.yaml", "."], JUDGE, write=True).files == ("zoo.yaml",)
    assert Path("zoo.yaml").read_text() == FIXED["a.yaml"]


@pytest.mark.parametrize("fails_at", ["a.yaml", "b.yaml", "c.yaml"])
def test_where_one_file_cannot_be_written_none_is(
    fails_at: str, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(FILES)

    def failing(path: Path, content: bytes) -> None:
        if Path(path).name == fails_at:
            raise CxBlueprintError(f"{path}: cannot be written: no space left on device")
        files.write_whole(path, content)

    monkeypatch.setattr(disk, "write_whole", failing)

    with pytest.raises(CxBlueprintError, match=f"^{fails_at}: cannot be written: no space left on device$"):
        fix(["."], JUDGE, write=True)
    assert texts() == FILES


def test_an_interruption_leaves_no_file_changed(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    write(FILES)

    def interrupted(path: Path, content: bytes) -> None:
        is_second = Path(path).name == "b.yaml" and content == FIXED["b.yaml"].encode()
        files.write_whole(path, content)
        if is_second:
            raise KeyboardInterrupt

    monkeypatch.setattr(disk, "write_whole", interrupted)

    with pytest.raises(KeyboardInterrupt):
        fix(["."], JUDGE, write=True)
    assert texts() == FILES


def test_what_cannot_be_put_back_is_said(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    write(FILES)
    written: list[str] = []

    def failing(path: Path, content: bytes) -> None:
        if written:
            raise CxBlueprintError(f"{path}: cannot be written: no such device")
        written.append(str(path))
        files.write_whole(path, content)

    monkeypatch.setattr(disk, "write_whole", failing)

    with pytest.raises(CxBlueprintError) as caught:
        fix(["."], JUDGE, write=True)
    assert str(caught.value) == (
        "b.yaml: cannot be written: no such device; and what was written before could not be put back: "
        "a.yaml: cannot be written: no such device"
    )


def test_a_file_that_has_changed_meanwhile_is_not_overwritten(write: Write) -> None:
    write(FILES)

    def judge(blueprint: cx.Blueprint) -> cx.Report:
        with Path("b.yaml").open("a") as file:
            file.write("# somebody else is at work\n")
        return JUDGE(blueprint)

    with pytest.raises(
        CxBlueprintError, match=r"^b\.yaml: has changed while it was checked; nothing is written"
    ):
        fix(["."], judge, write=True)
    assert texts()["a.yaml"] == FILES["a.yaml"]


def test_a_file_that_is_gone_meanwhile_is_not_made_anew(write: Write) -> None:
    write(FILES)

    def judge(blueprint: cx.Blueprint) -> cx.Report:
        Path("b.yaml").unlink(missing_ok=True)
        return JUDGE(blueprint)

    with pytest.raises(CxBlueprintError, match=r"^b\.yaml: cannot be read again: no such file or directory"):
        fix(["."], judge, write=True)
    assert texts() == {"a.yaml": FILES["a.yaml"], "c.yaml": FILES["c.yaml"]}


def test_a_read_only_file_is_respected(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    write(FILES)
    # The superuser may write to every file, whatever its mode.
    monkeypatch.setattr(
        os, "access", lambda path, mode: not (mode == os.W_OK and Path(path).name == "c.yaml")
    )

    with pytest.raises(CxBlueprintError, match=r"^c\.yaml: is read-only; nothing is written$"):
        fix(["."], JUDGE, write=True)
    assert texts() == FILES


def test_a_file_that_needs_nothing_may_be_read_only(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    write({**FILES, "d.yaml": "segments: []\n"})
    monkeypatch.setattr(
        os, "access", lambda path, mode: not (mode == os.W_OK and Path(path).name == "d.yaml")
    )

    fix(["."], JUDGE, write=True)

    assert texts() == {**FIXED, "d.yaml": "segments: []\n"}


def test_standard_input_cannot_be_fixed() -> None:
    with pytest.raises(UsageError) as caught:
        fix(["a.yaml", "-"], JUDGE, write=False)
    assert (
        str(caught.value)
        == "standard input cannot be fixed, since nothing can be written back to it; name the file"
    )


def test_a_path_is_needed() -> None:
    with pytest.raises(UsageError, match=r"^no path is given; name a file or a folder$"):
        fix([], JUDGE, write=False)


def test_whatever_keeps_the_files_from_being_read_is_told_at_once(write: Write) -> None:
    write({"a.yaml": "title: [\n", "b.yaml": "teams: 3\n"})

    with pytest.raises(LoadError) as caught:
        fix(["a.yaml", "b.yaml", "c.yaml"], JUDGE, write=True)

    assert {str(complaint).partition(":")[0] for complaint in caught.value.complaints} == {
        "a.yaml",
        "b.yaml",
        "c.yaml",
    }
