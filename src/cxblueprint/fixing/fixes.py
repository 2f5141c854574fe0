"""Fixing a blueprint: findings are repaired and spelling made even, in rounds, until nothing changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from cxblueprint.graph import Graph
from cxblueprint.loading import Content, load_contents

from .diff import diff_of
from .edits import Edit, place_before, settled
from .plan import Place, Reading, planned
from .proof import edits_by_file, proven
from .wishes import wishes_of_findings, wishes_of_spelling

if TYPE_CHECKING:
    from cxblueprint.checks import Report
    from cxblueprint.errors import Location
    from cxblueprint.model import Blueprint

Judge: TypeAlias = "Callable[[Blueprint], Report]"
"""Checks a blueprint: its active findings are what is repaired."""

_ROUNDS = 10
"""More than any chain of causes that a person writes; an own rule that never has enough ends here."""
_ENDLESS = "that would never come to an end"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that has become otherwise."""

    location: Location
    """Where it stood before anything was changed."""
    said: str
    """In words, such as `owner 'onwer' of touchpoint 'kiosk' becomes 'owner'`."""
    code: str | None = None
    """The rule whose finding it repairs; None where it is spelling alone."""

    def __str__(self) -> str:
        return f"{self.location}: {self.code} {self.said}" if self.code else f"{self.location}: {self.said}"


@dataclass(frozen=True, slots=True)
class Left:
    """One thing that would have been changed and was not."""

    location: Location
    """Where it stood before anything was changed."""
    said: str
    """In words, such as `owner of touchpoint 'kiosk' does not become 'owner'`."""
    why: str
    """A clause that goes on from there."""
    code: str | None = None

    def __str__(self) -> str:
        code = f"{self.code} " if self.code else ""
        return f"{self.location}: {code}{self.said}: {self.why}"


@dataclass(frozen=True, slots=True)
class Fixed:
    """A blueprint after its repairs, and what was done to its files."""

    blueprint: Blueprint
    """As it is now; its origin is that of the changed files."""
    report: Report
    """What is found in it now."""
    changes: tuple[Change, ...]
    """What was done, by place."""
    left: tuple[Left, ...]
    """What was not, by place: a repair or a spelling that cannot be carried out."""
    diff: str
    """All changes as a unified diff without dates; empty where nothing changes."""
    files: tuple[str, ...]
    """The files that change, as they are called in findings."""


def fixed_contents(
    contents: Sequence[Content], judge: Judge, *, spelling: bool = True
) -> tuple[Fixed, tuple[Content, ...]]:
    """Return what becomes of a blueprint when its repairs are carried out, and its files as they are then.

    Nothing is written. The same input gives the same result.

    Raises:
        LoadError: the contents are no blueprint.
    """
    blueprint, sources = load_contents(contents)
    first = reading = Reading(blueprint, tuple(contents), sources)
    history = _History(first)
    changes: list[Change] = []
    while True:
        report = judge(reading.blueprint)
        graph = Graph(reading.blueprint)
        wishes = [*wishes_of_findings(graph, report), *(wishes_of_spelling(graph) if spelling else ())]
        deeds, refusals = planned(reading, wishes)
        after, kept, failed = proven(reading, deeds)
        if history.goes_on_for_ever(after):
            failed += [(deed, _ENDLESS) for deed in kept]
            kept = ()
        if not kept:
            break
        changes += (
            Change(history.location(granted.place), granted.said, granted.wish.code)
            for deed in kept
            for granted in deed.granted
        )
        history.add({file: settled(edits) for file, edits in edits_by_file(kept).items()}, after)
        reading = after
    unmade = [(refusal.place, refusal.wish, refusal.why) for refusal in refusals]
    unmade += ((granted.place, granted.wish, why) for deed, why in failed for granted in deed.granted)
    left = {Left(history.location(place), wish.told_undone(), why, wish.code) for place, wish, why in unmade}
    texts = [(old.name, old.text, new.text) for old, new in zip(first.sources, reading.sources, strict=True)]
    fixed = Fixed(
        reading.blueprint,
        report,
        tuple(sorted(set(changes), key=lambda change: (change.location, str(change)))),
        tuple(sorted(left, key=lambda one: (one.location, str(one)))),
        "".join(diff_of(*text) for text in texts),
        tuple(name for name, old, new in texts if old != new),
    )
    return fixed, reading.contents


class _History:
    """The edits of each round, so that every place can be told as it was before all of them."""

    def __init__(self, first: Reading) -> None:
        self._first = first
        self._seen = {first.contents}
        self._edits: list[dict[int, tuple[Edit, ...]]] = []

    def goes_on_for_ever(self, after: Reading) -> bool:
        """Tell whether a round leads back to what there has been before, or is one too many."""
        return after.contents in self._seen or len(self._edits) >= _ROUNDS

    def add(self, edits: dict[int, tuple[Edit, ...]], after: Reading) -> None:
        """Note the edits of a round, by the number of the file, and what they led to."""
        self._edits.append(edits)
        self._seen.add(after.contents)

    def location(self, place: Place) -> Location:
        """Return where something stood in the beginning that stands at a place now."""
        offset = place.offset
        for edits in reversed(self._edits):
            offset = place_before(offset, edits.get(place.file, ()))
        return self._first.sources[place.file].location(offset)
