"""Inputs as Hypothesis makes them: any bytes, and real files that are changed."""

from __future__ import annotations

from hypothesis import strategies as st

from .mutation import mutated
from .targets import Target


def inputs(target: Target) -> st.SearchStrategy[bytes]:
    """Return bytes for a target; they shrink to few bytes, or to a real file with little changed."""
    real = st.sampled_from(target.seeds())
    changed = st.builds(mutated, real, real, st.integers(0, 2**32 - 1))
    return (st.binary(max_size=64) | changed | changed | changed).map(lambda data: data[: target.longest])
