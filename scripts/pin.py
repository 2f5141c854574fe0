"""Pin the newest versions that work together in `constraints.txt`.

Run this with the oldest Python that is supported: what it can install, a newer one can too.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

HEADER = """\
# What `make` installs: the newest versions that worked together when `make constraints` was last run.
# Made on Python {version}. Some packages publish versions that an early 3.11 cannot install.
"""


def main() -> None:
    """Resolve the package with all extras and all groups of tools, and write the pins."""
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        python = Path(folder, "bin", "python")
        run(python, "install", "-qq", "-U", "pip", "hatchling", "editables")
        run(
            python,
            "install",
            "-qq",
            "--no-build-isolation",
            "-e",
            ".[all]",
            "--group",
            "dev",
            "--group",
            "hosts",
            "--group",
            "fuzz",
        )
        pins = run(python, "freeze", "--all", "--exclude-editable", "--exclude", "setuptools").split()
    text = HEADER.format(version=".".join(map(str, sys.version_info[:3])))
    text += "".join(f"{pin}\n" for pin in sorted(pins, key=str.casefold))
    ROOT.joinpath("constraints.txt").write_text(text, encoding="utf-8")
    print(f"constraints.txt: {len(pins)} versions")


def run(python: Path, *arguments: str) -> str:
    """Run pip in the other environment and return what it printed."""
    environment = {key: value for key, value in os.environ.items() if key != "PIP_CONSTRAINT"}
    command = [str(python), "-m", "pip", *arguments]
    return subprocess.run(
        command, cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE, text=True
    ).stdout


if __name__ == "__main__":
    main()
