"""The strategies that make blueprints for tests, as a table for readers."""

from __future__ import annotations

import inspect

from cxblueprint.testing import strategies


def told() -> str:
    """Return a row for each strategy of one thing or value: what it makes, and what it shrinks to."""
    rows = ["| strategy | makes |", "|---|---|"]
    for name in strategies.__all__:
        if name != "blueprints":
            text = inspect.cleandoc(getattr(strategies, name).__doc__ or "").partition("\n\nArgs:")[0]
            rows.append(f"| `{name}()` | {' '.join(text.split())} |")
    return "\n".join(rows)
