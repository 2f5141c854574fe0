"""An id is a name and nothing more: whatever bears another one everywhere has the same faults."""

from __future__ import annotations

import dataclasses
import functools
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

import cxblueprint as cx
from cxblueprint.model import Subject
from cxblueprint.testing.strategies import blueprints

from .editing import renamed
from .naming import things_in

ANY = blueprints(min_journeys=1, max_journeys=2, messy=True)
NEW = re.compile(r"zq(\d{3})z", re.IGNORECASE)
"""Ids that nothing drawn ever bears, that sound like nothing, and that make one word."""
READ_AS_WORDS = {"no-measure-of-trust"}
"""What knows a measure by the words of its id, as of its name."""
JUDGED_BY_IDS = {
    *READ_AS_WORDS,
    "reporting-loop",  # of the teams of a loop, the first by its id stands for it
    "unused-declaration",  # what a misspelt name most likely means is in use
}


def found_in(blueprint: cx.Blueprint, *, but: Iterable[str] = ()) -> tuple[cx.Finding, ...]:
    report = cx.check(blueprint, profile="exemplary", ignore=but)
    assert report.defects == ()
    return report.found


def new_names(blueprint: cx.Blueprint) -> Mapping[Subject, str]:
    """Return another id for each thing: none has that of a thing of another kind, and their order stays."""
    alone = {thing: (thing.id.rpartition("/")[2], thing.kind) for thing in things_in(blueprint)}
    places = {word: place for place, word in enumerate(sorted(set(alone.values())))}
    return {thing: f"zq{places[word]:03}z" for thing, word in alone.items()}


def told_as_before(finding: cx.Finding, names: Mapping[str, str]) -> cx.Finding:
    """Return a finding in which everything is called as it was before."""

    def old(name: re.Match[str]) -> str:
        before = names[name[0].lower()]
        return before.replace("-", " ").capitalize() if name[0][0] == "Z" else before

    def back(value: Any) -> Any:  # noqa: ANN401  # whatever a finding holds
        match value:
            case str():
                return NEW.sub(old, value)
            case Subject():
                return Subject(value.kind, NEW.sub(old, value.id))
            case tuple():
                return tuple(map(back, value))
            case _:
                return value

    texts = {field.name: back(getattr(finding, field.name)) for field in dataclasses.fields(finding)}
    return dataclasses.replace(finding, **{**texts, "fingerprint": ""})


@given(blueprint=blueprints(min_journeys=1, max_journeys=2))
def test_where_everything_is_called_otherwise_everything_is_told_the_same(blueprint: cx.Blueprint) -> None:
    names = new_names(blueprint)
    before = {new: thing.id.rpartition("/")[2] for thing, new in names.items()}

    now = found_in(renamed(blueprint, names).blueprint, but=READ_AS_WORDS)

    back = functools.partial(told_as_before, names=before)
    nameless = functools.partial(dataclasses.replace, fingerprint="")
    assert Counter(map(back, now)) == Counter(map(nameless, found_in(blueprint, but=READ_AS_WORDS)))


@given(blueprint=ANY, place=st.integers(0, 10_000))
def test_one_thing_called_otherwise_has_the_same_findings_whatever_else_dangles(
    blueprint: cx.Blueprint, place: int
) -> None:
    things = things_in(blueprint)
    new = renamed(blueprint, {things[place % len(things)]: "zq000z"})

    now = found_in(new.blueprint, but=JUDGED_BY_IDS)

    found = Counter((one.code, one.severity, new.before[one.subject]) for one in now)
    assert found == Counter(
        (one.code, one.severity, one.subject) for one in found_in(blueprint, but=JUDGED_BY_IDS)
    )
