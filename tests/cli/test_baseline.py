"""`check --baseline`: a legacy blueprint starts today, and what is new stands out."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
ONE = ("--select", "OWN001", "--baseline", "known.json")


def test_it_is_written_once_and_then_only_what_is_new_counts(run: Run, tmp_path: Path, messy: str) -> None:
    written = run("check", messy, *ONE, "--update-baseline")
    assert (written.code, written.err) == (0, "known.json: knows 1 finding now\n")
    assert written.out == "A kiosk: no findings (1 rule, profile recommended), 1 baselined\n"
    blueprint = tmp_path / messy
    grown = blueprint.read_text(encoding="utf-8") + "  - {id: door, name: The door}\n"
    blueprint.write_text(grown, encoding="utf-8")
    ended = run("check", messy, *ONE, "--format", "json")
    report = json.loads(ended.out)
    assert (ended.code, ended.err) == (1, "")
    assert [finding["subject"]["id"] for finding in report["findings"]] == ["door"]
    assert [(item["subject"]["id"], item["reason"], item["until"]) for item in report["baselined"]] == [
        ("window", "in the baseline known.json", None)
    ]


def test_it_tells_when_something_is_gone_and_an_update_takes_it_out(
    run: Run, tmp_path: Path, messy: str, clean: str
) -> None:
    run("check", messy, *ONE, "--update-baseline")
    ended = run("check", clean, *ONE)
    assert (ended.code, ended.err) == (
        0,
        "known.json: has 1 finding that is gone: --update-baseline takes it out\n",
    )
    assert run("check", clean, *ONE, "--update-baseline").err == "known.json: knows no finding now\n"
    assert json.loads((tmp_path / "known.json").read_text(encoding="utf-8"))["findings"] == []


def test_the_project_may_settle_which_it_is_from_its_own_folder(
    run: Run, tmp_path: Path, messy: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "cxblueprint.toml").write_text('baseline = "known.json"\n', encoding="utf-8")
    run("check", messy, "--update-baseline")
    below = tmp_path / "below"
    below.mkdir()
    monkeypatch.chdir(below)
    assert (tmp_path / "known.json").exists()
    assert run("check", f"../{messy}").code == 0


def test_a_baseline_that_is_not_there_is_missed(run: Run, messy: str) -> None:
    ended = run("check", messy, *ONE)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == ("error: known.json: there is no such file: write it with --update-baseline\n")


def test_an_update_needs_a_baseline(run: Run, messy: str) -> None:
    ended = run("check", messy, "--update-baseline")
    assert (ended.code, ended.out) == (2, "")
    assert "no baseline is named: add --baseline FILE, or set `baseline` in cxblueprint.toml" in ended.err


def test_an_update_does_not_replace_what_is_no_baseline(run: Run, tmp_path: Path, messy: str) -> None:
    (tmp_path / "known.json").write_text("my notes", encoding="utf-8")
    ended = run("check", messy, *ONE, "--update-baseline")
    assert ended.code == 2
    assert "known.json:1:1: is no baseline" in ended.err
    assert (tmp_path / "known.json").read_text(encoding="utf-8") == "my notes"
