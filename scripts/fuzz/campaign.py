"""What is asked of an engine, and what it tells."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Campaign:
    """How a target is fuzzed."""

    seconds: float
    is_from_files: bool = False
    """Whether it begins with every real file, rather than with the saved inputs alone."""
    seed: int | None = None
    """What the changes are drawn from; other ones each time where it is None."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of fuzzing one target."""

    target: str
    executions: int
    inputs: int
    """How many inputs it goes out from now."""
    edges: int | None = None
    """How many places of the code were reached; None where the engine does not know."""
    failure: Path | None = None
    """The input that fails."""

    def __str__(self) -> str:
        edges = f", {self.edges:,} edges" if self.edges is not None else ""
        state = "FAILED" if self.failure is not None else "ok"
        return f"{self.target:12} {self.executions:>9,} executions, {self.inputs:>5,} inputs{edges}: {state}"
