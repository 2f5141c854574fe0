"""Paths to files: what is found, in which order, and what cannot be read."""

from __future__ import annotations

import io
import os
import socket
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from cxblueprint.loading.limits import Limits
from cxblueprint.loading.sources import BlueprintFile, UnreadableError, find_files, read_bytes, shown_path

from .conftest import WriteFiles


def names(*paths: str, limits: Limits | None = None) -> list[str]:
    files, complaints = find_files(paths, limits or Limits())
    assert complaints == []
    return [file.name for file in files]


def refusals(*paths: str, limits: Limits | None = None) -> list[str]:
    files, complaints = find_files(paths, limits or Limits())
    assert files == []
    return [str(complaint) for complaint in complaints]


def test_a_folder_stands_for_its_blueprint_files_sorted_by_name(write: WriteFiles) -> None:
    blueprints = ("bp/b.yaml", "bp/a/z.json", "bp/a.yml", "bp/a/B.YAML", "bp/b/c/d.yaml")
    others = ("bp/readme.md", "bp/.hidden.yaml", "bp/.git/config.yaml", "bp/yaml", "bp/notes.yaml.bak")
    write(dict.fromkeys(blueprints + others, ""))
    assert names("bp") == ["bp/a/B.YAML", "bp/a/z.json", "bp/a.yml", "bp/b/c/d.yaml", "bp/b.yaml"]


def test_paths_keep_their_order_and_no_file_is_read_twice(write: WriteFiles) -> None:
    root = write({"bp/a.yaml": "", "bp/b.yaml": "", "c.txt": ""})
    (root / "bp" / "link.yaml").symlink_to(root / "bp" / "a.yaml")
    assert names("c.txt", "bp/b.yaml", "bp", str(root / "bp"), "./c.txt") == [
        "c.txt",
        "bp/b.yaml",
        "bp/a.yaml",
    ]


def test_the_name_of_a_file_says_its_format(write: WriteFiles) -> None:
    write({"a.JSON": "", "b.yml": "", "c.txt": ""})
    files, _ = find_files(["a.JSON", "b.yml", "c.txt", "-"], Limits())
    assert [file.format for file in files] == ["json", "yaml", "yaml", None]


def test_a_circle_of_links_is_walked_once(write: WriteFiles) -> None:
    root = write({"bp/a.yaml": "", "other/b.yaml": ""})
    (root / "bp" / "up").symlink_to(root / "bp", target_is_directory=True)
    (root / "bp" / "other").symlink_to(root / "other", target_is_directory=True)
    (root / "other" / "back").symlink_to(root / "bp", target_is_directory=True)
    assert names("bp") == ["bp/a.yaml", "bp/other/b.yaml"]


def test_a_path_that_is_not_there_is_told(write: WriteFiles) -> None:
    write({"a.txt": ""})
    assert refusals("nowhere", "a.txt/b", "") == [
        "nowhere:1:1: there is no such file or folder",
        "a.txt/b:1:1: cannot be read: not a directory",
        "'':1:1: is an empty path; name a file or a folder",
    ]


def test_a_link_to_nowhere_is_told(write: WriteFiles) -> None:
    (write({}) / "a.yaml").symlink_to("nowhere.yaml")
    assert refusals("a.yaml") == ["a.yaml:1:1: is a link to a file that does not exist"]


def test_a_path_with_a_nul_is_told(write: WriteFiles) -> None:
    write({})
    assert refusals("a\0b") == ["a\\x00b:1:1: cannot be read: embedded null byte"]


def test_a_folder_without_blueprints_is_told(write: WriteFiles) -> None:
    write({"bp/readme.md": "", "bp/sub/picture.svg": ""})
    assert refusals("bp") == ["bp:1:1: is a folder without blueprint files (*.yaml, *.yml, *.json)"]


def test_too_many_files_are_told(write: WriteFiles) -> None:
    write({f"bp/{number}.yaml": "" for number in range(4)})
    assert names("bp", limits=Limits(files=4)) == ["bp/0.yaml", "bp/1.yaml", "bp/2.yaml", "bp/3.yaml"]
    assert refusals("bp", limits=Limits(files=3)) == [
        "bp:1:1: holds more than 3 blueprint files; name a smaller folder"
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="needs pipes and sockets with names")
def test_what_is_no_file_is_told(write: WriteFiles) -> None:
    root = write({})
    os.mkfifo(root / "pipe.yaml")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("socket.yaml")
        assert refusals("pipe.yaml", "socket.yaml", "/dev/null") == [
            "pipe.yaml:1:1: is a pipe, not a file; pipe into '-' to read standard input",
            "socket.yaml:1:1: is a socket, not a file; pipe into '-' to read standard input",
            "/dev/null:1:1: is a device, not a file; pipe into '-' to read standard input",
        ]


def test_a_file_without_permission_is_told(write: WriteFiles, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path, mode: str) -> None:
        raise PermissionError(13, "Permission denied", f"{self} {mode}")

    write({"a.yaml": ""})
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(UnreadableError) as caught:
        read_bytes(BlueprintFile("a.yaml", Path("a.yaml"), "yaml"), Limits())
    assert str(caught.value.complaint) == "a.yaml:1:1: cannot be read: permission denied"


class NeverRead(io.FileIO):
    """A file that may be opened and asked for its size, but not read."""

    def read(self, _size: int | None = -1) -> bytes:
        raise AssertionError


def test_a_huge_file_is_refused_by_its_size_unread(
    write: WriteFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write({"huge.yaml": ""})
    with (root / "huge.yaml").open("wb") as stream:
        stream.truncate(100_000_000)
    monkeypatch.setattr(Path, "open", lambda path, _mode: NeverRead(path))
    with pytest.raises(UnreadableError) as caught:
        read_bytes(BlueprintFile("huge.yaml", root / "huge.yaml", "yaml"), Limits())
    assert str(caught.value.complaint) == (
        "huge.yaml:1:1: has 100 MB, more than the 16 MB that one file may have; split it"
    )


def test_standard_input_is_read_up_to_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"id: a\n" * 3)))
    file = BlueprintFile("<stdin>", None, None)
    assert read_bytes(file, Limits(file_bytes=18)) == b"id: a\n" * 3
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"id: a\n" * 3)))
    with pytest.raises(UnreadableError) as caught:
        read_bytes(file, Limits(file_bytes=17))
    assert str(caught.value.complaint) == (
        "<stdin>:1:1: goes on and on, more than the 17 bytes that one file may have; split it"
    )


def test_a_path_is_shown_from_the_working_directory(write: WriteFiles) -> None:
    root = write({"bp/a.yaml": ""})
    shown = [
        shown_path(Path(path)) for path in (root / "bp" / "a.yaml", "bp/../bp/a.yaml", "./bp", "../x", "/x")
    ]
    assert shown == ["bp/a.yaml", "bp/a.yaml", "bp", "../x", "/x"]


def test_a_path_is_shown_on_one_line_whatever_it_holds() -> None:
    assert shown_path(Path("a\nb\x1b[31m\udcff é.yaml")) == "a\\x0ab\\x1b[31m\\xff é.yaml"
