"""Whoever follows a hint hears no more of it."""

from __future__ import annotations

import itertools
from collections import Counter
from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

import cxblueprint as cx
from cxblueprint.fixing import fixed_contents
from cxblueprint.loading import Content
from cxblueprint.loading.sources import BlueprintFile
from cxblueprint.model import Subject
from cxblueprint.testing.strategies import blueprints

from .editing import at, data_of, made_of, put, renamed, with_allowance
from .naming import names_in, things_in

PLACES = st.lists(st.integers(0, 10_000), min_size=1, max_size=2)
RULES = st.sampled_from(cx.catalogue())


def misspelt(name: str) -> str:
    """Return a name with the first two neighbours that differ swapped, after the kind if it has one."""
    before, colon, word = name.rpartition(":")
    for place in range(len(word) - 1):
        one, other = word[place], word[place + 1]
        if one != other and "/" not in (one, other) and "-" not in (one, other):
            return before + colon + word[:place] + other + one + word[place + 2 :]
    return name


WORDS = (
    "amber", "birch", "cedar", "dusk", "ember", "fjord", "grove", "heath", "island", "juniper", "kelp",
    "lagoon", "meadow", "nectar", "orchid", "prairie", "quartz", "river", "summit", "thistle",
)  # fmt: skip


def with_slips(blueprint: cx.Blueprint, places: list[int]) -> cx.Blueprint:
    """Return a blueprint in which nothing sounds like anything else, and some names are misspelt."""
    pairs = map("-".join, itertools.product(WORDS, reversed(WORDS)))
    blueprint = renamed(blueprint, dict(zip(things_in(blueprint), pairs, strict=False))).blueprint
    data = data_of(blueprint)
    names = [name for name in names_in(cx.Graph(blueprint)) if name.form != "key"]
    for place in places if names else ():
        way = names[place % len(names)].way
        put(data, way, misspelt(at(data, way)))
    return made_of(data)


def found_in(blueprint: cx.Blueprint) -> tuple[cx.Finding, ...]:
    return cx.check(blueprint, profile="exemplary").found


def without(blueprint: cx.Blueprint, finding: cx.Finding) -> cx.Blueprint | None:
    """Return a blueprint after one repair has been carried out in its file; None where that is refused.

    What a list has already does not come into it a second time: that, and nothing else, is refused.
    """

    asked = itertools.count()

    def judge(judged: cx.Blueprint) -> cx.Report:
        report = cx.check(judged, profile="exemplary")
        is_first = next(asked) == 0  # afterwards another may stand at the same place of a list
        ours = tuple(one for one in report.found if is_first and one.fingerprint == finding.fingerprint)
        return replace(report, findings=ours, found=ours)

    file = BlueprintFile("b.yaml", Path("b.yaml"), "yaml")
    content = Content(file, cx.dumps(blueprint).encode())
    fixed, (after,) = fixed_contents([content], judge, spelling=False)
    assert cx.loads(after.data.decode()) == fixed.blueprint
    assert [one for one in fixed.left if not one.why.startswith("the list has ")] == []
    return None if fixed.left else fixed.blueprint


def told(found: tuple[cx.Finding, ...], *names: str) -> Counter[tuple[str, Subject, str]]:
    return Counter((one.code, one.subject, one.message) for one in found if not names or one.name in names)


@given(blueprint=blueprints(min_journeys=1, max_journeys=2), places=PLACES)
def test_a_name_that_is_put_right_dangles_no_more_and_no_other_begins_to(
    blueprint: cx.Blueprint, places: list[int]
) -> None:
    wrong = with_slips(blueprint, places)
    found = found_in(wrong)
    dangling = told(found, "unknown-reference")
    for finding in [one for one in found if one.repair and one.name == "unknown-reference"][:2]:
        mended = without(wrong, finding)

        assert mended is None or told(found_in(mended), "unknown-reference") < dangling


@given(
    blueprint=blueprints(min_journeys=1, max_journeys=2, max_of_each=1),
    rules=st.lists(RULES, max_size=3),
)
def test_an_allowance_that_is_not_needed_goes_and_nothing_else_does(
    blueprint: cx.Blueprint, rules: list[cx.Rule]
) -> None:
    *_, subject = (finding.subject for finding in found_in(blueprint))
    for rule in rules:
        allowance = cx.Allowance(rule=rule.code, reason="as agreed")
        blueprint = with_allowance(blueprint, subject, allowance)
    found = found_in(blueprint)
    # The last: where another goes, a needless one behind it takes its place, and goes as well.
    for finding in [one for one in found if one.repair and one.code.startswith("SUP")][-1:]:
        mended = without(blueprint, finding)

        assert mended is not None
        assert told(found_in(mended)) == told(found) - told((finding,))
