"""What every telling of a walk says in the same words; plain text, on pages and terminals alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cxblueprint.graph import Edge, Graph
    from cxblueprint.model import Persona, ProactiveUpdate, Promise, ServiceStandard, Touchpoint

    from .walk import Stop, Walk

FEELINGS: Mapping[int, str] = MappingProxyType(
    {2: "delighted", 1: "content", 0: "neutral", -1: "annoyed", -2: "angry"}
)
_SERVED_BY: Mapping[str, str] = MappingProxyType(
    {"human": "a person", "assisted": "a person, helped by a machine", "automated": "a machine"}
)


def first_name(persona: Persona) -> str:
    """Return what a persona is called where there is little room: `Amara` of `Amara, moving house`."""
    return persona.name.partition(",")[0].strip() or persona.name


def title(walk: Walk, journey: str) -> str:
    """Return what the walk of a journey of this name is called, such as `Get help, as Amara walks it`."""
    how = f"as {first_name(walk.persona)} walks it" if walk.persona is not None else "step by step"
    return f"{journey}, {how}"


def standing(walk: Walk) -> str:
    """Return what a reader has to know of a journey that is not travelled, or not as it is told."""
    journey = walk.journey
    told = {"to-be": "how it is to be", "as-is": "how it is today", None: ""}[journey.journey.state]
    if not journey.is_live:
        return "a draft" + (f" of {told}" if told else ": customers do not travel it yet")
    return told


def listed(words: Sequence[str]) -> str:
    """Return words as a list in a sentence."""
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1]))) if words else ""


def waiting(walk: Walk) -> str:
    """Return how long the walker waits in all; nothing where no wait is stated."""
    waits = listed(walk.waits.in_words)
    return f"{waits}, and more where the way leads back" if waits and walk.goes_back else waits


def handed_on(walk: Walk) -> str:
    """Return how often one team is followed by another; nothing for never, or where nobody knows."""
    fewest, most = walk.handed_on
    if not most:
        return ""
    times = "once" if most == 1 else f"{most} times"
    if fewest == most:
        return times
    return f"up to {times}" if not fewest else f"between {'once' if fewest == 1 else fewest} and {times}"


def felt(stop: Stop) -> str:
    """Return a feeling and where it is felt, such as `angry at 1 The line drops`."""
    return f"{FEELINGS[stop.feeling or 0]} at {stop.number} {stop.node.label}"


def served_by(touchpoint: Touchpoint) -> str:
    """Return who serves the customer, a person or a machine; nothing where it is not stated."""
    return _SERVED_BY.get(touchpoint.automation or "", "")


def condition(edge: Edge) -> str:
    """Return when a way is taken and by how many, as far as it is said: `a home needs help (30%)`."""
    share = f"{round(edge.share * 100, 1):g}%" if edge.share is not None else ""
    when = edge.when or ""
    return f"{when} ({share})" if when and share else when or share


def comes_to(thing: Promise | ServiceStandard) -> str:
    """Return what a promise or a standard comes to in numbers; nothing where that is not stated."""
    return thing.target.in_words if thing.target is not None else ""


def rhythm(update: ProactiveUpdate) -> str:
    """Return when an update comes, such as `every 2 business days`; nothing where it is not stated."""
    if update.cadence is not None:
        return "all the time" if update.cadence.is_continuous else update.cadence.in_words
    return f"when {update.trigger}" if update.trigger else ""


def holds_for(graph: Graph, walk: Walk, thing: Promise | ServiceStandard) -> str:
    """Return for whom something holds, where a reader could take it to hold for the walker or for all."""
    accounts = [graph.accounts[account].label for account in thing.accounts if account in graph.accounts]
    segments: list[str] = []
    if walk.segment is None:
        segments = [graph.segments[one].label for one in thing.segments if one in graph.segments]
    return listed([*segments, *accounts])


def putting_right(graph: Graph, recovery: str | None) -> tuple[str | None, str]:
    """Return how something is put right: the id of the journey that does so, if one does, and the words."""
    kind, _, journey_id = (recovery or "").partition(":")
    journey = graph.journeys.get(journey_id) if kind == "journey" else None
    return (journey.id, journey.label) if journey is not None else (None, recovery or "")
