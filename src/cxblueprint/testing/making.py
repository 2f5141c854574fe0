"""Small blueprints for tests, in which everything that does not matter goes without saying."""

from __future__ import annotations

import re
from typing import Any

from cxblueprint.loading import loads
from cxblueprint.model import COLLECTIONS, Blueprint, Declared, Journey, Stage, Step, Touchpoint, slug

__all__ = ["blueprint_of", "fragment", "journey_through"]

_HEADER = {"format": "1", "id": "fragment", "title": "Fragment"}
_COLLECTION_OF = {model: name for name, model in COLLECTIONS.items()}


def blueprint_of(*elements: Declared, **facts: Any) -> Blueprint:  # noqa: ANN401  # whatever a blueprint says
    """Return a blueprint of some elements: each goes where its kind belongs, in the order given.

    Args:
        elements: teams, touchpoints, journeys and so on. What they refer to is not added by itself.
        facts: further fields of the blueprint; `id` and `title` have a value unless given.

    Raises:
        TypeError: something is no element that a blueprint lists.
        pydantic.ValidationError: two of a kind have one id, or a fact is malformed.

    Example:
        >>> from cxblueprint import Team
        >>> blueprint_of(Team(id="cx", name="Customer Experience")).teams[0].name
        'Customer Experience'
    """
    collections: dict[str, list[Declared]] = {}
    for element in elements:
        name = _COLLECTION_OF.get(type(element))
        if name is None:
            msg = f"{element!r} is nothing that a blueprint lists"
            raise TypeError(msg)
        collections.setdefault(name, []).append(element)
    return Blueprint(**{"id": "blueprint", "title": "Blueprint", **collections, **facts})


def journey_through(*steps: str | Touchpoint | Step, **facts: Any) -> Journey:  # noqa: ANN401  # whatever a journey says
    """Return a journey of one stage with some steps.

    Args:
        steps: touchpoints, or their ids, or steps with more to say, in order.
        facts: further fields of the journey; its `name` is `Journey` and its `id` comes of its name, unless
            given.

    Raises:
        pydantic.ValidationError: an id or a fact is malformed.

    Example:
        >>> journey_through("website", "hotline", owner="cx").stages[0].steps[1].touchpoint
        'hotline'
    """
    taken = [step if isinstance(step, Step) else Step(touchpoint=step) for step in steps]
    name = facts.pop("name", "Journey")
    made = facts.pop("id", None) or slug(str(name)) or "journey"
    return Journey(id=made, name=name, stages=[Stage(name="Stage", steps=taken)], **facts)


def fragment(text: str, *, name: str = "fragment") -> Blueprint:
    """Return the blueprint of a fragment of YAML, as the examples on the pages of rules are.

    A fragment need not say its `format`, `id` and `title`. Lines stay those of the fragment.

    Args:
        text: the YAML.
        name: what complaints and the places of findings call it.

    Raises:
        LoadError: the fragment is no blueprint.

    Example:
        >>> fragment("touchpoints: [{id: hotline, name: Call the hotline}]").touchpoints[0].name
        'Call the hotline'
    """
    unsaid = [key for key in _HEADER if not re.search(rf"^{key}:", text, re.MULTILINE)]
    # What goes without saying comes last, so that it moves no line.
    between = "" if not text or text.endswith("\n") else "\n"
    return loads(text + between + "".join(f"{key}: {_HEADER[key]}\n" for key in unsaid), name=name)
