"""The corpus of command lines that cannot be carried out: each with its exact message beside it.

A file of `tests/bad_input/command_lines` has a table `case` for each of them:

- `name`: what is wrong, for people;
- `command`: the words after `cxblueprint`, as a shell splits them, with escapes such as `\\x1b`;
- `error`: what is told, exactly; or `usage`: what follows the two lines on how the command is called;
- `files`: what is in the folder beside `kiosk.yaml`, as text by name; `latin-1` is the same in that encoding,
  and `made` is Python that makes what nobody would write;
- `input`: what comes in on standard input, a byte for each character.

Every one of them ends with 2, says nothing on standard output, and leaves all files as they were.
"""

from __future__ import annotations

import ast
import io
import shlex
import sys
import tomllib
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from .conftest import Command, Ended, tree

CORPUS = Path(__file__).parent.parent / "bad_input" / "command_lines"
CASES = [
    pytest.param(case, id=f"{file.stem}: {case['name']}")
    for file in sorted(CORPUS.glob("*.toml"))
    for case in tomllib.loads(file.read_text(encoding="utf-8"))["case"]
]
KIOSK = """\
id: kiosk
title: A kiosk
purpose: People read the news on their way
teams: [{id: cx, name: Service, function: cx}]
touchpoints: [{id: window, name: The window, owner: cx}]
journeys:
  - id: buy
    name: Buy a paper
    stages: [{name: Come, steps: [{touchpoint: window}]}]
"""


@pytest.mark.parametrize("case", CASES)
def test_what_cannot_be_carried_out_is_told_exactly_and_changes_nothing(
    case: dict[str, Any], run: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay_out(case, tmp_path)
    monkeypatch.setattr(
        sys, "stdin", SimpleNamespace(buffer=io.BytesIO(case.get("input", "").encode("latin-1")))
    )
    before = tree(tmp_path)
    assert run(*words_of(case)) == Ended(2, "", expected(case))
    assert tree(tmp_path) == before


def lay_out(case: dict[str, Any], folder: Path) -> None:
    """Write the files of a case into a folder."""
    files = {"kiosk.yaml": KIOSK.encode()}
    files |= {name: text.encode() for name, text in case.get("files", {}).items()}
    files |= {name: text.encode("latin-1") for name, text in case.get("latin-1", {}).items()}
    files |= {name: _made(program).encode() for name, program in case.get("made", {}).items()}
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)


def words_of(case: dict[str, Any]) -> list[str]:
    """Return the words of a command line, as a shell splits them."""
    return [ast.literal_eval(f'"{word}"') if "\\" in word else word for word in shlex.split(case["command"])]


def expected(case: dict[str, Any]) -> str:
    """Return what a case has to tell."""
    if "error" in case:
        return f"{case['error']}\n"
    word = words_of(case)[0]
    command = f"cxblueprint {word}" if word in _TAKES else "cxblueprint"
    takes = _TAKES.get(word, "[OPTIONS] COMMAND [ARGS]...")
    return f"Usage: {command} {takes}\nTry '{command} --help' for help.\n\nError: {case['usage']}\n"


_TAKES = {
    **dict.fromkeys(["check", "render", "site", "serve", "walk"], "[OPTIONS] PATH..."),
    **dict.fromkeys(["rules", "schema"], "[OPTIONS]"),
    "explain": "[OPTIONS] CODE...",
}


def _made(program: str) -> str:
    """Return the text that a sum of repeated texts makes, such as `'a = ' + '[' * 5000`."""
    parts = [part.rpartition("' * ") for part in program.split(" + ")]
    return "".join(
        ast.literal_eval(f"{text}'") * int(times) if text else ast.literal_eval(times)
        for text, _, times in parts
    )
