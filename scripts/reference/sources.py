"""Where the documentation is, and what it is made from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
DOCS = ROOT / "docs"
EXAMPLES = ROOT / "examples"
RULE_PAGES = "rules"
"""Where the site has the pages of the rules, below the documentation."""


def pages() -> Iterator[Path]:
    """Yield the Markdown files that people read, those of the root first; rules have their own."""
    yield from sorted(ROOT.glob("*.md"))
    yield from sorted(DOCS.rglob("*.md"))


def named(path: Path) -> str:
    """Return a path as it is called in the repository."""
    return path.relative_to(ROOT).as_posix()
