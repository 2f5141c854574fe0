"""What Hypothesis asks for when it is imported: which strategy makes which of our models."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cxblueprint import model

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

_VALUES: dict[type[Any], str] = {
    model.Cadence: "cadences",
    model.Duration: "durations",
    model.Figure: "figures",
    model.OpeningHours: "opening_hours",
    model.Scale: "scales",
    model.Target: "targets",
}
_BASES: tuple[type[Any], ...] = (model.Part, model.Element, model.Declared)
"""What is registered as well, since nothing is one of these alone."""


def register() -> None:
    """Let `hypothesis.strategies.from_type` draw blueprints, their elements, their parts and their values.

    Hypothesis calls this by its entry point when it is imported, where both are installed. The vocabulary is
    imported for it; the strategies wait until one of them is wanted.
    """
    from hypothesis.strategies import register_type_strategy

    for one in (*models(), *_BASES):
        register_type_strategy(one, _strategy_of)


def models() -> tuple[type[Any], ...]:
    """Return every model that is drawn: blueprints, elements, parts and values, by their names."""
    named = (getattr(model, name) for name in model.__all__)
    classes = (one for one in named if isinstance(one, type) and one not in _BASES)
    return tuple(one for one in classes if issubclass(one, model.Part) or one in _VALUES)


def _strategy_of(wanted: type[Any]) -> SearchStrategy[Any]:
    from hypothesis import strategies as st

    from . import strategies

    if wanted in _BASES:
        return st.sampled_from([one for one in models() if issubclass(one, wanted)]).flatmap(st.from_type)
    if wanted is model.Blueprint:
        return strategies.blueprints()
    if wanted in _VALUES:
        made: SearchStrategy[Any] = getattr(strategies, _VALUES[wanted])()
        return made
    from .strategies.elements import anything

    return anything(wanted)
