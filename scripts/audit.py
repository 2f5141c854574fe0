"""Hold the pinned versions against the published weaknesses that pip-audit knows of. Needs a network."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import venv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PINS = ROOT / "constraints.txt"


def main() -> None:
    """Audit every pin; end with an error where one has a published weakness, or could not be looked up."""
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        python = Path(folder, "Scripts" if sys.platform == "win32" else "bin", "python")
        run(python, "pip", "install", "-qq", "--disable-pip-version-check", "pip-audit")
        answer = run(
            python, "pip_audit", "--requirement", str(PINS), "--no-deps", "--disable-pip", "--format", "json"
        )
    try:
        pins = json.loads(answer.stdout)["dependencies"]
    except (ValueError, KeyError):
        last = (answer.stderr.strip() or "pip-audit gave no answer").splitlines()[-1]
        sys.exit(f"nothing was audited, which needs a network: {last}")
    told = list(report(pins))
    print("\n".join(told))
    sys.exit(len(told) > 1)


def report(pins: list[dict[str, Any]]) -> Iterator[str]:
    """Yield what was found, and last how many pins were looked up.

    pip-audit calls it a success where it could look up none of them.
    """
    skipped = [pin for pin in pins if "skip_reason" in pin]
    for pin in pins:
        for found in pin.get("vulns", ()):
            fixed = ", ".join(found.get("fix_versions", ())) or "no version yet"
            yield f"{pin['name']} {pin['version']}: {found['id']}, mended in {fixed}"
    if skipped:
        yield f"not looked up: {', '.join(pin['name'] for pin in skipped)}"
    yield f"{len(pins) - len(skipped)} of {len(pins)} pins audited"


def run(python: Path, module: str, *words: str) -> subprocess.CompletedProcess[str]:
    """Run a module of the other environment."""
    return subprocess.run([python, "-m", module, *words], check=False, capture_output=True, text=True)


if __name__ == "__main__":
    main()
