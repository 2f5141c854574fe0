from __future__ import annotations

import runpy
import sys
from pathlib import Path

import pytest

import cxblueprint as cx


@pytest.fixture
def script(repository: Path) -> str:
    return str(repository / "examples" / "coffee_shop.py")


def test_the_coffee_shop_in_python_equals_the_one_in_yaml(script: str, repository: Path) -> None:
    in_python = runpy.run_path(script)["blueprint"]
    in_yaml = cx.load(repository / "examples" / "coffee-shop")
    assert cx.dumps(in_python) == cx.dumps(in_yaml)
    assert in_python == in_yaml


def test_running_the_coffee_shop_says_what_was_found_and_draws_the_journey(
    script: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    picture = tmp_path / "coffee-shop.svg"
    monkeypatch.setattr(sys, "argv", ["coffee_shop.py", str(picture)])
    runpy.run_path(script, run_name="__main__")
    assert capsys.readouterr().out == "The Corner Coffee Shop: 0 findings\n"
    assert "Calls the name and" in picture.read_text(encoding="utf-8")
