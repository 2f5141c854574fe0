"""Code is never taken from where the command is called, nor from where a blueprint lies."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

TRAP = "from pathlib import Path\nPath(__file__).with_name('sprung').touch()\nraise SystemExit(9)\n"


@pytest.mark.parametrize("module", ["yaml", "click", "cxblueprint_extra", "json"])
def test_a_module_that_lies_where_the_command_is_called_is_not_imported(
    module: str, tmp_path: Path, clean: str
) -> None:
    (tmp_path / f"{module}.py").write_text(TRAP, encoding="utf-8")
    ended = subprocess.run(
        [sys.executable, "-m", "cxblueprint", "check", clean], cwd=tmp_path, capture_output=True, check=False
    )

    assert (ended.returncode, ended.stderr, (tmp_path / "sprung").exists()) == (0, b"", False)
