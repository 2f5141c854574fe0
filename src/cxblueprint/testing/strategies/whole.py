"""Whole blueprints."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from cxblueprint.model import COLLECTIONS, Blueprint

from .fields import sketches_of, values_of
from .planting import defects, planted
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
    messy: bool = False,
) -> Blueprint:
    """Whole blueprints, in which every reference names something that is declared.

    Everything in the vocabulary may occur in them. `max_of_each` counts for every collection that has no
    limit of its own. They may be unwise, but are so by chance.

    With `messy`, they are so on purpose: some references name what is not declared, and up to six of the
    defects that the pages of the rules show are in them, beyond all limits; in two of three amid everything
    else. There is no rule that finds nothing in any of them.

    Shrinks to a blueprint with an id, a title, and `min_journeys` journeys without stages.
    """
    sizes = {
        "journeys": (min_journeys, max_journeys),
        "teams": (0, max_teams),
        "touchpoints": (0, max_touchpoints),
    }
    limits = tuple(sizes.get(name, (0, max_of_each)) for name in COLLECTIONS)
    if not messy:
        return settled_blueprint(draw(_sketches("declared", limits)))
    # Much else is wrong or right by chance, and hides what rules about the whole find.
    if draw(st.integers(0, 2)) == 0:
        limits = tuple((at_least, at_least) for at_least, _ in limits)
    blueprint = settled_blueprint(draw(_sketches("declared or not", limits)))
    return functools.reduce(planted, draw(defects()), blueprint)


@functools.cache
def _sketches(naming: Naming, limits: tuple[tuple[int, int], ...]) -> SearchStrategy[Sketch]:
    values = {name: values_of(Blueprint, name, naming) for name in Blueprint.model_fields}
    for (name, model), (at_least, at_most) in zip(COLLECTIONS.items(), limits, strict=True):
        values[name] = st.lists(sketches_of(model, naming), min_size=at_least, max_size=at_most)
    return sketches(Blueprint, values, vital=("id", "title", *COLLECTIONS))
