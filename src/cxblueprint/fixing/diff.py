"""What changes in a text, as a unified diff."""

from __future__ import annotations

import difflib
import re

_LINE = re.compile(r"[^\n]*\n|[^\n]+")


def diff_of(name: str, before: str, after: str) -> str:
    """Return the unified diff between two texts of a file, without dates; empty where they are equal.

    Line ends stay as they are in the file, so that `patch -p0` can make the change.
    """
    lines = difflib.unified_diff(_LINE.findall(before), _LINE.findall(after), name, name)
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
    )
