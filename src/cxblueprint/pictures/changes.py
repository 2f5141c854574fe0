"""How a journey differs from the one that it replaces: what is new, what is gone, what is different.

It tells no more than a mark can: who owns a step, where it happens, how long the customer waits after it, and
how it feels.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from cxblueprint.graph import StepNode
from cxblueprint.model import Duration
from cxblueprint.pictures.amounts import duration_in_words
from cxblueprint.pictures.facts import JourneyFacts, feelings, sentence
from cxblueprint.pictures.notes import name_of
from cxblueprint.pictures.scene import Change, Channel, Owner
from cxblueprint.pictures.words import Words

_ALIKE: tuple[Callable[[StepNode], str | None], ...] = (
    lambda node: node.step.touchpoint,
    lambda node: name_of(node).casefold(),
    lambda node: node.step.id,
)
Pair = tuple[StepNode, StepNode]


def pairs_of(before: Sequence[StepNode], after: Sequence[StepNode]) -> tuple[Pair, ...]:
    """Return which step corresponds to which: by its touchpoint, else by its name, else by its id.

    Where a journey has several that are alike, the first corresponds to the first, and so on.
    """
    found: dict[str, Pair] = {}
    left = list(before)
    for sign in _ALIKE:
        right: dict[str | None, list[StepNode]] = {}
        for node in reversed(after):
            if node.address not in found:
                right.setdefault(sign(node), []).append(node)
        rest = []
        for node in left:
            alike = right.get(sign(node)) if sign(node) is not None else None
            if alike:
                other = alike.pop()
                found[other.address] = (node, other)
            else:
                rest.append(node)
        left = rest
    return tuple(found[node.address] for node in after if node.address in found)


def changes_between(
    before: JourneyFacts, after: JourneyFacts
) -> tuple[Mapping[str, Change], Mapping[str, Change]]:
    """Return by address what is gone of the steps before, and what is new or different after."""
    words = after.asked.words
    pairs = pairs_of(before.journey.steps, after.journey.steps)
    gone = Change("gone", words("gone"), words("Gone: the journey as it is to be has no such step"))
    new = Change("new", words("new"), words("New: the journey as it is has no such step"))
    left = {node.address: gone for node in before.journey.steps}
    right = {node.address: new for node in after.journey.steps}
    for one, other in pairs:
        del left[one.address], right[other.address]
        different = list(_differences(_told(before, one), _told(after, other), words))
        if different:
            text = words(", ").join(name for name, _ in different)
            said = " ".join(sentence(whole) for _, whole in different)
            right[other.address] = Change("changed", text, words("Changed. {what}", what=said))
    return left, right


class _Told(NamedTuple):
    """What is compared of a step."""

    owner: Owner | None
    channel: Channel | None
    wait: Duration | None
    feeling: int | None


def _told(facts: JourneyFacts, node: StepNode) -> _Told:
    return _Told(facts.owner(node), facts.channel(node), node.step.wait, node.step.emotion)


def _differences(was: _Told, now: _Told, words: Words) -> Iterator[tuple[str, str]]:
    """Yield what is different, each as a word or two and as a sentence."""
    nothing = words("not stated")
    if was.owner != now.owner:
        before, after = (told.owner.name if told.owner else nothing for told in (was, now))
        yield words("who owns it"), words("Owner: {before}, now {after}", before=before, after=after)
    if was.channel != now.channel:
        before, after = (told.channel.name if told.channel else nothing for told in (was, now))
        yield words("channel"), words("Channel: {before}, now {after}", before=before, after=after)
    if was.wait != now.wait:
        before, after = (
            duration_in_words(told.wait, words) if told.wait is not None else nothing for told in (was, now)
        )
        yield words("wait"), words("Wait: {before}, now {after}", before=before, after=after)
    if was.feeling != now.feeling:
        names = feelings(words)
        before, after = (names[told.feeling] if told.feeling is not None else nothing for told in (was, now))
        yield _way_of(was, now, words), words("Feeling: {before}, now {after}", before=before, after=after)


def _way_of(was: _Told, now: _Told, words: Words) -> str:
    """Return which way a feeling has changed, where both are stated."""
    if was.feeling is None or now.feeling is None:
        return words("feeling")
    return words("feeling better") if now.feeling > was.feeling else words("feeling worse")
