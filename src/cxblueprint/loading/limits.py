"""How much a file may ask of the machine that reads it."""

from __future__ import annotations

from dataclasses import dataclass

from cxblueprint.errors import UsageError

_DEEPEST = 200
"""The interpreter's own limit for functions that call themselves comes not much later."""

_SMALL = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bounds for what is read; generous for what people write, small for what is meant to hurt.

    An alias repeats a value for a few bytes, and aliases of aliases multiply: what they stand for is
    therefore counted as if it were written out.
    """

    file_bytes: int = 16_000_000
    """Size of one file."""
    files: int = 10_000
    """Number of files found below the given folders."""
    depth: int = 64
    """Mappings and lists within each other."""
    values: int = 1_000_000
    """Values in one file, and as many again that its aliases stand for."""
    alias_text: int = 16_000_000
    """Characters that the aliases of one file add to it."""

    def __post_init__(self) -> None:
        if not 1 <= self.depth <= _DEEPEST:
            msg = f"depth {self.depth} is not between 1 and {_DEEPEST}"
            raise UsageError(msg)


def in_bytes(size: int) -> str:
    """Return a size for people, such as `16 MB`, `0.5 MB` or `800 bytes`."""
    if size < _SMALL:
        return f"{size:,} bytes"
    return f"{size / 1_000_000:.1f}".removesuffix(".0") + " MB"
