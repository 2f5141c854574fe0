"""Compare with Mermaid's command line, which draws a `journey` of the same steps: command against command.

It is optional: `npm install @mermaid-js/mermaid-cli` somewhere, and call `bench/run.py` with `MMDC` naming
its program `mmdc`. It draws with a browser; `PUPPETEER_EXECUTABLE_PATH` names one that is there already.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from generate import blueprint

import cxblueprint as cx

SIZES = (12, 120)


def program() -> str | None:
    """Return the path of `mmdc`, or None where it is not to be found."""
    return shutil.which(os.environ.get("MMDC", "mmdc"))


def journey_text(journey: cx.Journey) -> str:
    """Return a journey in Mermaid's language: what the customer does and how it feels, from 1 to 5."""

    def lines() -> Iterator[str]:
        yield "journey"
        yield f"  title {journey.name}"
        for stage in journey.stages:
            yield f"  section {stage.name}"
            for step in stage.steps:
                yield f"    {step.customer}: {(step.emotion or 0) + 3}: Customer"

    return "\n".join(lines()) + "\n"


def compare(mmdc: str, *, repeats: int) -> Iterator[tuple[int, float, float]]:
    """Yield for each number of steps how many seconds either command takes, the quickest of several runs."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "browser.json").write_text(json.dumps(_browser()), encoding="utf-8")
        for size in SIZES:
            text = blueprint(size, in_journey=size)
            (folder / "large.yaml").write_text(text, encoding="utf-8")
            journey = cx.loads(text).journeys[0]
            (folder / "journey.mmd").write_text(journey_text(journey), encoding="utf-8")
            theirs = [mmdc, "--quiet", "-p", "browser.json", "-i", "journey.mmd", "-o", "theirs.svg"]
            ours = [
                sys.executable, "-m", "cxblueprint", "render", "large.yaml", "--view", "service-blueprint",
                "--output", "ours.svg", "--force",
            ]  # fmt: skip
            taken = [(_seconds(ours, folder), _seconds(theirs, folder)) for _ in range(repeats)]
            yield size, min(mine for mine, _ in taken), min(other for _, other in taken)


def _seconds(command: list[str], folder: Path) -> float:
    begin = time.perf_counter()
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return time.perf_counter() - begin


def _browser() -> dict[str, list[str]]:
    """Return how the browser is started: as root, Chromium refuses to without this word."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return {"args": ["--no-sandbox"]} if is_root else {}
