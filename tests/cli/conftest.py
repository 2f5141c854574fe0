from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from cxblueprint.cli import main

CLEAN = """\
format: 1
id: kiosk
title: A kiosk
purpose: People read the news on their way
teams:
  - {id: cx, name: Service, function: cx}
touchpoints:
  - {id: window, name: The window, owner: cx}
  - {id: shelf, name: The shelf, owner: cx}
"""
MESSY = CLEAN.replace("The window, owner: cx}", "The window}")


@dataclass(frozen=True)
class Ended:
    code: int
    out: str
    err: str


@pytest.fixture
def run(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Callable[..., Ended]:
    """Run the command in an empty folder, as a user would, and return how it ended."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")

    def call(*arguments: str) -> Ended:
        monkeypatch.setattr("sys.argv", ["cxblueprint", *arguments])
        with pytest.raises(SystemExit) as ended:
            main()
        captured = capsys.readouterr()
        code = ended.value.code
        assert isinstance(code, int)
        return Ended(code, captured.out, captured.err)

    return call


@pytest.fixture
def clean(tmp_path: Path) -> str:
    """Write a blueprint without findings and return its name."""
    (tmp_path / "clean.yaml").write_text(CLEAN, encoding="utf-8")
    return "clean.yaml"


@pytest.fixture
def messy(tmp_path: Path) -> str:
    """Write a blueprint with one finding and return its name."""
    (tmp_path / "messy.yaml").write_text(MESSY, encoding="utf-8")
    return "messy.yaml"
