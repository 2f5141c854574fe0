"""The runner tells what it did, and keeps what fails."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from scripts.fuzz import __main__ as runner
from scripts.fuzz import places
from scripts.fuzz.campaign import Campaign
from scripts.fuzz.with_hypothesis import fuzz
from tests.fuzz.targets import Target


@pytest.fixture(autouse=True)
def build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep what is found apart from what other runs found."""
    monkeypatch.setattr(places, "ROOT", tmp_path)
    monkeypatch.setattr(places, "BUILD", tmp_path / "build")
    return tmp_path / "build"


def picky(data: bytes) -> None:
    assert b"x" not in data, data


def calm(_: bytes) -> None:
    pass


def test_what_fails_is_kept_as_short_as_it_can_be(build: Path) -> None:
    outcome = fuzz(Target("picky", picky, lambda: (b"a: xylophone",)), Campaign(seconds=30))

    assert outcome.failure is not None
    assert outcome.failure.parent == build / "failures" / "picky"
    assert outcome.failure.read_bytes() == b"x"
    assert re.fullmatch(r"picky +[\d,]+ executions, +1 inputs: FAILED", str(outcome))


def test_a_seed_draws_the_same_changes_each_time() -> None:
    def first_inputs(seed: int | None) -> list[bytes]:
        seen: list[bytes] = []
        fuzz(Target("seeing", seen.append, lambda: (b"a: xylophone",)), Campaign(seconds=0.5, seed=seed))
        return seen[:10]

    assert first_inputs(7) == first_inputs(7)
    assert first_inputs(7) != first_inputs(8)
    assert first_inputs(None) != first_inputs(None)


def test_the_runner_says_how_to_run_again_what_failed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("tests.fuzz.targets.TARGETS", {"picky": Target("picky", picky, lambda: (b"x",))})
    monkeypatch.setattr(sys, "argv", ["fuzz", "--engine", "hypothesis", "--seconds", "30", "picky"])

    assert runner.main() == 1
    said = capsys.readouterr().out.splitlines()
    assert re.fullmatch(r"fuzzing with hypothesis: [\d,]+ executions of 1 targets, 1 failed", said[-2])
    again = said[-1].strip().partition("--again ")
    assert again[0] == "picky: python -m scripts.fuzz picky "

    monkeypatch.setattr(
        sys, "argv", ["fuzz", "--engine", "hypothesis", "picky", "--again", str(places.ROOT / again[2])]
    )
    with pytest.raises(AssertionError):
        runner.main()


def test_a_run_in_which_nothing_fails_ends_with_0(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("tests.fuzz.targets.TARGETS", {"calm": Target("calm", calm, lambda: (b"x",))})
    monkeypatch.setattr(sys, "argv", ["fuzz", "--engine", "hypothesis", "--seconds", "0.2"])

    assert runner.main() == 0
    assert capsys.readouterr().out.splitlines()[-1].endswith("executions of 1 targets, 0 failed")


def test_an_unknown_target_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["fuzz", "--engine", "hypothesis", "lading"])

    assert runner.main() == 2
    assert capsys.readouterr().err.startswith("there is no target 'lading': there are loading, values,")
