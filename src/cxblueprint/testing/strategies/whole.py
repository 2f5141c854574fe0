"""Whole blueprints."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from cxblueprint.model import COLLECTIONS, Blueprint

from .fields import sketches_of, values_of
from .settling import settled_blueprint
from .sketches import Naming, Sketch, sketches

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy


@st.composite
def blueprints(
    draw: st.DrawFn,
    *,
    min_journeys: int = 0,
    max_journeys: int = 3,
    max_teams: int = 5,
    max_touchpoints: int = 5,
    max_of_each: int = 2,
    dangling: bool = False,
) -> Blueprint:
    """Whole blueprints, in which every reference names something that is declared.

    Everything in the vocabulary may occur in them. `max_of_each` counts for every collection that has no
    limit of its own. With `dangling`, some references name what is not declared. Shrinks to a blueprint with
    an id, a title, and `min_journeys` journeys without stages.
    """
    naming: Naming = "declared or not" if dangling else "declared"
    sizes = (
        ("journeys", min_journeys, max_journeys),
        ("teams", 0, max_teams),
        ("touchpoints", 0, max_touchpoints),
    )
    return settled_blueprint(draw(_sketches(naming, max_of_each, sizes)))


@functools.cache
def _sketches(
    naming: Naming, max_of_each: int, sizes: tuple[tuple[str, int, int], ...]
) -> SearchStrategy[Sketch]:
    values = {name: values_of(Blueprint, name, naming) for name in Blueprint.model_fields}
    limits = {name: (at_least, at_most) for name, at_least, at_most in sizes}
    for name, model in COLLECTIONS.items():
        at_least, at_most = limits.get(name, (0, max_of_each))
        values[name] = st.lists(sketches_of(model, naming), min_size=at_least, max_size=at_most)
    return sketches(Blueprint, values, vital=("id", "title", *COLLECTIONS))
