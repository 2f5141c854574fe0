"""Defects for messy blueprints: what the pages of the rules show as bad."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from cxblueprint.checks import page_of
from cxblueprint.model import COLLECTIONS, Blueprint, Declared
from cxblueprint.rules import CATALOGUE
from cxblueprint.testing.making import fragment

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

MOST = 6
"""How many defects are planted at most."""


def defects() -> SearchStrategy[Sequence[Blueprint]]:
    """Fragments of blueprints in which something is wrong, or was and is allowed. Shrinks to none of them."""
    return st.lists(_defect(), max_size=MOST)


@st.composite
def _defect(draw: st.DrawFn) -> Blueprint:
    # First the rule, then one of its examples: a rule with many of them is not found more often.
    shown = _shown(draw(st.sampled_from(range(len(CATALOGUE)))))
    return _read(draw(st.sampled_from(shown)))


@functools.cache
def _shown(rule: int) -> tuple[str, ...]:
    return tuple(one.text for one in page_of(CATALOGUE[rule]).examples if one.section != "Good")


_read = functools.cache(fragment)


def planted(blueprint: Blueprint, defect: Blueprint) -> Blueprint:
    """Return a blueprint with the elements of a defect, and what the defect says of the whole.

    Where both declare one thing, the defect's stands in the place of the other, so that what refers to the
    one refers to the other.
    """
    stated = {name: getattr(defect, name) for name in defect.model_fields_set - {"format", "id", "title"}}
    return blueprint.replace(
        **{
            name: _together(getattr(blueprint, name), value) if name in COLLECTIONS else value
            for name, value in stated.items()
        }
    )


def _together(some: Sequence[Declared], others: Sequence[Declared]) -> list[Declared]:
    return list({one.id: one for one in (*some, *others)}.values())
