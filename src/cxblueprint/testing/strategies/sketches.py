"""What is drawn: elements whose references are yet to be settled.

Everything comes from strategies that are made once, element by element and fact by fact, so that Hypothesis
is quick to draw and free to leave out any of them when it shrinks. What a reference names is drawn as a
position among all that it may name, and settled once the ids are known (see `settling`).
"""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from hypothesis import strategies as st

from cxblueprint.model import Element, Part

from .strings import slugs

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

Naming: TypeAlias = Literal["declared", "declared or not", "anything"]
"""What references name: only what is declared, also what is not, or any id at all."""

OWN_STEP = "step of the same journey"
OWN_ACTION = "action of the same plan"
FEW = 2
"""How many items a field lists at most."""


@dataclass(frozen=True, slots=True)
class Sketch:
    """An element, or a part of one; its facts may hold sketches and references."""

    model: type[Part]
    facts: Mapping[str, Any]
    vital: tuple[str, ...]
    """The facts without which there is no such element."""


@dataclass(frozen=True, slots=True)
class Reference:
    """The name of something of one of some kinds."""

    kinds: tuple[str, ...]
    words: tuple[str, ...]
    """What may stand there instead."""
    form: str
    """How it is written, such as `{kind}:{id}` where the field does not tell the kind."""
    position: int


@dataclass(frozen=True, slots=True)
class TwoPlaces:
    """Two touchpoints, or two steps of one journey."""

    first: int
    second: int


@dataclass(frozen=True, slots=True)
class Pairs:
    """A mapping from references to texts."""

    items: Sequence[tuple[Reference | str, str]]


def references(
    naming: Naming, *kinds: str, words: tuple[str, ...] = (), form: str = "{id}"
) -> SearchStrategy[Reference | str]:
    """References to one of some kinds. Shrinks to the first of `words`, else to what was declared first."""
    declared = _POSITIONS.map(functools.partial(Reference, kinds, words, form))
    if naming == "declared":
        return declared
    written = st.builds(lambda kind, one: form.format(kind=kind, id=one), st.sampled_from(kinds), slugs())
    if naming == "anything" and kinds[0] not in (OWN_STEP, OWN_ACTION):
        return written
    return declared | written


def two_places(naming: Naming) -> SearchStrategy[TwoPlaces | tuple[str, str]]:
    """Two places between which a request passes. Shrinks to the first touchpoint, twice."""
    declared, written = st.builds(TwoPlaces, _POSITIONS, _POSITIONS), st.tuples(slugs(), slugs())
    match naming:
        case "declared":
            return declared
        case "declared or not":
            return declared | written
        case _:
            return written


def sketches(
    model: type[Part],
    values: Mapping[str, SearchStrategy[Any]],
    *,
    vital: Sequence[str],
    usual: Sequence[str] = (),
) -> SearchStrategy[Sketch]:
    """Sketches of a model. Shrinks to its `vital` facts alone.

    All of them are told, each of the `usual` facts in two of three sketches, and some of the others.
    """
    others = [name for name in values if name not in vital and name not in usual]
    # What the model is there for is told more often than what every element may carry.
    weighted = [name for name in others for _ in range(1 if name in Element.model_fields else 3)]
    return _sketches(model, values, vital=tuple(vital), usual=usual, others=weighted)


@st.composite
def _sketches(
    draw: st.DrawFn,
    model: type[Part],
    values: Mapping[str, SearchStrategy[Any]],
    *,
    vital: tuple[str, ...],
    usual: Sequence[str],
    others: Sequence[str],
) -> Sketch:
    facts = {name: draw(values[name]) for name in vital}
    # One number tells which of them: an element that takes few choices is one that Hypothesis can leave out.
    told = draw(st.integers(0, 3 ** len(usual) - 1)) if usual else 0
    facts |= {name: draw(values[name]) for place, name in enumerate(usual) if told // 3**place % 3}
    # One number for each fact, of which a quarter means that it is enough: lists and unions would draw twice.
    chosen = st.integers(0, max(4 * len(others) - 1, 0))
    while others and len(facts) < len(values):
        number = draw(chosen)
        if number < len(others):
            break
        name = others[number % len(others)]
        facts[name] = draw(values[name])
    return Sketch(model, facts, vital)


_POSITIONS = st.integers(0, 9_999)
