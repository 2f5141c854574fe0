"""Whatever people do to a blueprint, step by step, it stays whole, and what is undone leaves no trace."""

from __future__ import annotations

import functools
import pickle
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

import cxblueprint as cx
from cxblueprint.checks import path_of_field
from cxblueprint.model import COLLECTION_OF_KIND, COLLECTIONS, Declared, Subject, stated, subject_of
from cxblueprint.testing import strategies

from .editing import at, data_of, made_of, moved, removed, renamed, with_allowance, with_one_more
from .naming import names_in, things_in, way_to
from .splitting import write_split

PLACES = st.integers(0, 10_000)
ELEMENTS: st.SearchStrategy[Declared] = st.one_of([getattr(strategies, name)() for name in COLLECTIONS])
BEGINNINGS = strategies.blueprints(
    min_journeys=1, max_journeys=2, max_teams=2, max_touchpoints=2, max_of_each=1, messy=True
)


def _inside(whole: Any, part: str | int) -> Any:  # noqa: ANN401  # whatever stands there
    return whole[part] if isinstance(part, int) else getattr(whole, part)


class Editing(RuleBasedStateMachine):
    """A blueprint that grows and changes."""

    @initialize(blueprint=BEGINNINGS)
    def begin(self, blueprint: cx.Blueprint) -> None:
        self.edits = 0
        self.become(blueprint)

    def become(self, blueprint: cx.Blueprint) -> None:
        self.edits += 1
        self.blueprint = blueprint
        self.graph = cx.Graph(blueprint)
        self.report = cx.check(self.graph, profile="exemplary")

    def one_of(self, place: int, *kinds: str) -> Subject | None:
        """Return something of some kinds, or of any; None where there is nothing."""
        every = [one for one in things_in(self.blueprint) if one.kind in kinds or not kinds]
        return every[place % len(every)] if every else None

    def has_left_no_trace(self, blueprint: cx.Blueprint) -> None:
        """See that a blueprint is the one before, and that it is judged the same."""
        assert blueprint == self.blueprint
        self.is_judged_the_same(blueprint)

    def is_judged_the_same(self, blueprint: cx.Blueprint) -> None:
        found = cx.check(blueprint, profile="exemplary").found
        assert Counter(one.fingerprint for one in found) == Counter(
            one.fingerprint for one in self.report.found
        )

    @rule(element=ELEMENTS)
    def add(self, element: Declared) -> None:
        if subject_of(element) in self.graph:
            element = element.replace(id=f"more-{self.edits}")
        grown = with_one_more(self.blueprint, element)

        self.has_left_no_trace(removed(grown, subject_of(element)))
        self.become(grown)

    @rule(place=PLACES)
    def rename(self, place: int) -> None:
        thing = self.one_of(place)
        assert thing is not None
        there = renamed(self.blueprint, {thing: f"zq-{self.edits}"})
        (new,) = (now for now, before in there.before.items() if before == thing)

        self.is_judged_the_same(renamed(there.blueprint, {new: thing.id.rpartition("/")[2]}).blueprint)
        self.become(there.blueprint)

    @rule(step=PLACES, stage=PLACES, place=PLACES)
    def move_a_step(self, step: int, stage: int, place: int) -> None:
        what, where = self.one_of(step, "step"), self.one_of(stage, "stage")
        if what is not None and where is not None:
            self.become(moved(self.blueprint, what, where, place))

    @rule(place=PLACES)
    def repeat_a_step(self, place: int) -> None:
        step = self.one_of(place, "step")
        if step is not None:
            data = data_of(self.blueprint)
            *stage, last = way_to(self.graph, step)
            steps = at(data, stage)
            steps.append({**steps[last], "id": None})
            self.become(made_of(data))

    @rule(name=st.sampled_from([*COLLECTIONS]))
    def turn_around(self, name: str) -> None:
        self.become(self.blueprint.replace(**{name: getattr(self.blueprint, name)[::-1]}))

    @rule(place=PLACES, cleaned=st.booleans())
    def remove(self, place: int, *, cleaned: bool) -> None:
        thing = self.one_of(place, *COLLECTION_OF_KIND, "stage", "step")
        if thing is None:
            return
        left = removed(self.blueprint, thing, cleaned=cleaned)
        self.become(left)

        if thing.kind in COLLECTION_OF_KIND:  # another step may have its address from now on
            assert thing not in self.graph
            assert [one for one in self.report.found if one.subject == thing] == []
        if cleaned:
            assert [one for one in self.report.found if one.about == str(thing)] == []

    @rule(place=PLACES, other=ELEMENTS)
    def say_otherwise(self, place: int, other: Declared) -> None:
        """Take over a fact from another thing of the kind."""
        kind = subject_of(other).kind
        thing = self.one_of(place, kind)
        facts = [name for name in stated(other) if name != "id"]
        if thing is None or not facts:
            return
        data = data_of(self.blueprint)
        name = facts[place % len(facts)]
        at(data, way_to(self.graph, thing))[name] = getattr(other, name)
        self.become(made_of(data))

    @rule(place=PLACES, reason=st.none() | strategies.texts())
    def accept(self, place: int, reason: str | None) -> None:
        found = self.report.found
        if not found:
            return
        one = found[place % len(found)]
        changed = with_allowance(self.blueprint, one.subject, cx.Allowance(rule=one.code, reason=reason))

        data = data_of(changed)
        at(data, (*way_to(self.graph, one.subject), "allow")).pop()
        self.has_left_no_trace(made_of(data))
        self.become(changed)

    @rule(splits=st.lists(st.integers(0, 3), min_size=30, max_size=30))
    def save_and_load(self, splits: list[int]) -> None:
        with tempfile.TemporaryDirectory() as folder:
            write_split(self.blueprint, splits, Path(folder))
            loaded = cx.load(folder)
        self.has_left_no_trace(loaded)
        self.become(loaded)
        assert [one for one in self.report.found if one.location is None] == []

    @invariant()
    def every_rule_runs_and_speaks_of_what_is_there(self) -> None:
        assert self.report.defects == ()
        for finding in self.report.found:
            element = self.graph.element(finding.subject)
            assert element is not None
            field = path_of_field(finding.at)[:1]
            assert set(field) <= type(element).model_fields.keys()
            assert finding.owner is None or finding.owner in self.graph.teams

    @invariant()
    def every_address_is_of_one_thing(self) -> None:
        elements = list(self.graph.elements())
        assert len({subject for subject, _ in elements}) == len(elements)
        for subject, element in elements:
            assert self.graph.element(subject) is element
            found = functools.reduce(_inside, way_to(self.graph, subject), self.blueprint)
            assert found is element

    @invariant()
    def every_name_leads_to_something(self) -> None:
        things = set(things_in(self.blueprint))
        assert [name for name in names_in(self.graph) if name.meant not in things] == []

    @invariant()
    def it_is_written_and_read_as_it_is(self) -> None:
        assert cx.loads(cx.dumps(self.blueprint)) == self.blueprint
        copy = pickle.loads(pickle.dumps(self.blueprint))  # noqa: S301  # our own
        assert copy == self.blueprint
        assert Subject("blueprint", copy.id) in cx.Graph(copy)


TestEditing = Editing.TestCase
TestEditing.settings = settings(max_examples=max(settings().max_examples // 3, 10), stateful_step_count=12)
