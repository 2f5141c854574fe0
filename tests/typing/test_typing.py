"""What a user's type checker says about blueprints declared in Python."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import cxblueprint as cx

HERE = Path(__file__).parent
DECLARING, REFUSED = HERE / "declaring.py", HERE / "refused.py"


@pytest.fixture(scope="module")
def basedpyright() -> str:
    beside = Path(sys.executable).with_name("basedpyright")
    found = str(beside) if beside.exists() else shutil.which("basedpyright")
    if found is None:
        pytest.skip("basedpyright is not installed")
    return found


def errors_of_pyright(program: str, *paths: Path) -> list[str]:
    command = [program, "--outputjson", "--pythonpath", sys.executable, *map(str, paths)]
    run = subprocess.run(command, cwd=HERE.parent.parent, check=False, capture_output=True, text=True)
    found = json.loads(run.stdout)["generalDiagnostics"]
    return [
        f"{Path(one['file']).name}:{one['range']['start']['line'] + 1}: {one['message']}" for one in found
    ]


def test_mypy_takes_what_is_declared_and_refuses_the_rest(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mypy_api = pytest.importorskip("mypy.api", reason="mypy is not installed")
    monkeypatch.chdir(repository)

    assert mypy_api.run(["--strict", "--no-error-summary", str(DECLARING), str(REFUSED)]) == ("", "", 0)


def test_pyright_takes_what_is_declared_and_refuses_the_rest(basedpyright: str) -> None:
    assert errors_of_pyright(basedpyright, DECLARING, REFUSED) == []


def test_what_is_declared_with_things_is_what_is_declared_with_ids() -> None:
    namespace: dict[str, cx.Blueprint] = {}
    exec(compile(DECLARING.read_text(encoding="utf-8"), DECLARING.name, "exec"), namespace)  # noqa: S102

    declared = namespace["blueprint"]

    assert [touchpoint.owner for touchpoint in declared.touchpoints] == ["contact-centre"]
    assert declared.touchpoints[0].consulted == ("cx", "board")
    assert declared.promises[0].path == ("first-answer", ("first-answer",))
    assert declared.listening_posts[0].covers == ("journey:get-help", "touchpoint:hotline")
    assert declared.assessments[0].of == "journey:get-help"
