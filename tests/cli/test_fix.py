"""`check --fix`: what hints leave no choice about is carried out in the files, or shown."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
KIOSK = """\
id: kiosk  # by hand
title: A kiosk
purpose: People read the news on their way
teams:
  - {id: service, name: Service, function: cx}
touchpoints:
  - {id: window, name: The window, owner: servcie}  # who else
"""
TOLD = "kiosk.yaml:7:43: REF001 owner 'servcie' of touchpoint 'window' becomes 'service'\n"


@pytest.fixture
def kiosk(tmp_path: Path) -> Path:
    file = tmp_path / "kiosk.yaml"
    file.write_text(KIOSK, encoding="utf-8")
    return file


def test_a_repair_changes_its_span_and_the_report_is_that_of_what_is_then(run: Run, kiosk: Path) -> None:
    ended = run("check", "kiosk.yaml", "--fix", "--select", "REF001")
    assert (ended.code, ended.err) == (0, f"{TOLD}fixed 1 place in 1 file\n")
    assert ended.out == "A kiosk: no findings (1 rule, profile recommended)\n"
    assert kiosk.read_text(encoding="utf-8") == KIOSK.replace("servcie", "service")


def test_a_dry_run_shows_the_change_and_writes_nothing(run: Run, kiosk: Path) -> None:
    ended = run("check", "kiosk.yaml", "--fix", "--dry-run", "--select", "REF001")
    assert (ended.code, ended.err) == (0, f"{TOLD}would fix 1 place in 1 file\n")
    assert ended.out.splitlines()[-2:] == [
        "-  - {id: window, name: The window, owner: servcie}  # who else",
        "+  - {id: window, name: The window, owner: service}  # who else",
    ]
    assert kiosk.read_text(encoding="utf-8") == KIOSK


def test_where_nothing_is_to_be_repaired_nothing_is_written(run: Run, kiosk: Path) -> None:
    kiosk.write_text(KIOSK.replace("servcie", "somebody"), encoding="utf-8")
    before = kiosk.stat().st_mtime_ns
    ended = run("check", "kiosk.yaml", "--fix", "--select", "REF001")
    assert (ended.code, ended.err) == (1, "nothing to fix\n")
    assert kiosk.stat().st_mtime_ns == before


def test_what_is_known_before_is_left_alone(run: Run, kiosk: Path) -> None:
    known = ("--select", "REF001", "--baseline", "known.json")
    run("check", "kiosk.yaml", *known, "--update-baseline")
    ended = run("check", "kiosk.yaml", *known, "--fix")
    assert (ended.code, ended.err) == (0, "nothing to fix\n")
    assert kiosk.read_text(encoding="utf-8") == KIOSK


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--dry-run"], "--dry-run shows what --fix would change: add --fix"),
        (["--fix", "--update-baseline"], "--fix and --update-baseline do not go together"),
        (["--fix", "--dry-run", "--format", "json"], "leave out --format and --output"),
        (["--fix", "--dry-run", "--output", "x"], "leave out --format and --output"),
    ],
)
def test_what_does_not_go_together_is_refused(
    run: Run, kiosk: Path, arguments: list[str], message: str
) -> None:
    ended = run("check", "kiosk.yaml", *arguments)
    assert (ended.code, ended.out) == (2, "")
    assert message in ended.err
    assert kiosk.read_text(encoding="utf-8") == KIOSK


def test_standard_input_cannot_be_repaired(run: Run) -> None:
    ended = run("check", "-", "--fix")
    assert (ended.code, ended.out) == (2, "")
    assert "standard input cannot be fixed" in ended.err
