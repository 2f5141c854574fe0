"""The strategies reach everything that the vocabulary can say, throw nothing away, and shrink to little."""

from __future__ import annotations

import ast
import datetime as dt
import functools
import subprocess
import sys
import typing
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any, Literal, TypeVar

import pytest
from hypothesis import Phase, find, settings
from hypothesis.control import BuildContext
from hypothesis.internal.conjecture.data import ConjectureData
from hypothesis.internal.conjecture.engine import BUFFER_SIZE
from hypothesis.strategies import SearchStrategy

import cxblueprint as cx
from cxblueprint.checks import run
from cxblueprint.graph import Graph, references_in
from cxblueprint.model import (
    COLLECTIONS,
    Blueprint,
    Cadence,
    Duration,
    Element,
    Figure,
    Journey,
    OpeningHours,
    Part,
    Scale,
    Subject,
    Target,
    kind_of,
    stated,
)
from cxblueprint.testing import strategies

T = TypeVar("T")


def several(strategy: SearchStrategy[T], how_many: int) -> Iterator[T]:
    """Yield so many examples, the same ones every time, none of them derived from another.

    Under `@given`, Hypothesis makes most examples by changing a few that it has drawn, so that several
    hundred of them may never say what one in a hundred says.
    """
    for seed in range(how_many):
        data = ConjectureData(random=Random(seed))  # noqa: S311  # examples, not secrets
        with BuildContext(data, wrapped_test=several):
            yield data.draw(strategy)


def smallest_of(strategy: SearchStrategy[T], condition: Callable[[T], bool] = lambda _: True) -> T:
    # Explaining a failure, which `find` would do too, takes many times as long as shrinking it.
    phases = [Phase.generate, Phase.shrink]
    patient = settings(max_examples=1_000, phases=phases, database=None, derandomize=True)
    return find(strategy, condition, settings=patient)


@functools.cache
def several_blueprints() -> tuple[Blueprint, ...]:
    """Return blueprints until everything has been said in one of them; enough of them where it never is."""
    found: list[Blueprint] = []
    unsaid = set(SAYABLE)
    for blueprint in several(strategies.blueprints(max_of_each=3), 800):
        found.append(blueprint)
        unsaid.difference_update(*map(said_by, parts_of(blueprint)))
        if not unsaid:
            break
    return tuple(found)


def parts_of(value: object) -> Iterator[Part]:
    if isinstance(value, Part):
        yield value
        for name in type(value).model_fields:
            yield from parts_of(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from parts_of(item)


def said_by(part: Part) -> Iterator[str]:
    """Yield the fields that a part states, and the words of closed lists that it uses."""
    for name, field in type(part).model_fields.items():
        value = getattr(part, name)
        if value != field.default:
            yield f"{type(part).__name__}.{name}"
        for word in value if isinstance(value, tuple) else [value]:
            if isinstance(word, str | int):
                yield f"{type(part).__name__}.{name}={word}"


def sayable_with(model: type[Part]) -> Iterator[str]:
    """Yield what can be said with a model and the parts that it holds."""
    for name, hint in typing.get_type_hints(model).items():
        if name in model.model_fields:
            yield f"{model.__name__}.{name}"
        for inner in innermost(hint):
            if typing.get_origin(inner) is Literal:
                yield from (f"{model.__name__}.{name}={word}" for word in typing.get_args(inner))
            elif isinstance(inner, type) and issubclass(inner, Part):
                yield from sayable_with(inner)


def innermost(hint: object) -> Iterator[object]:
    arguments = typing.get_args(hint)
    if typing.get_origin(hint) is Literal or not arguments:
        yield hint
    else:
        for inner in arguments:
            yield from innermost(inner)


# There is one format, and it goes without saying.
SAYABLE = frozenset(sayable_with(Blueprint)) - {"Blueprint.format"}


def test_all_that_can_be_said_is_known() -> None:
    some = {
        "Team.function=cx",
        "Step.next",
        "Next.share",
        "Closure.on",
        "Initiative.kinds=culture",
        "Link.url",
    }

    assert some < SAYABLE
    assert {f"{model.__name__}.id" for model in COLLECTIONS.values()} < SAYABLE


def test_whatever_can_be_said_is_said_by_some_blueprint() -> None:
    said = {
        one for blueprint in several_blueprints() for part in parts_of(blueprint) for one in said_by(part)
    }

    assert sorted(SAYABLE - said) == []


def test_every_reference_names_something_declared() -> None:
    dangling = []
    for blueprint in several_blueprints():
        graph = Graph(blueprint)
        for subject, element in graph.elements():
            inside = {"blueprint": [*COLLECTIONS], "journey": ["stages"], "stage": ["steps"]}
            leave_out = frozenset(inside.get(subject.kind, ()))
            dangling += [
                reference
                for reference in references_in(element, leave_out=leave_out)
                if Subject(reference.kind, reference.id) not in graph
            ]

    assert dangling == []


def test_every_way_on_and_every_outcome_names_a_step() -> None:
    journeys = [node for blueprint in several_blueprints() for node in Graph(blueprint).journeys.values()]
    named = [
        (node, to)
        for node in journeys
        for to in (node.journey.outcome, *(way.to for step in node.steps for way in step.step.next or ()))
        if to is not None
    ]

    assert len(named) > 20
    assert [(node.id, to) for node, to in named if node.find(to) is None] == []


def test_every_rule_finds_something_in_some_messy_blueprint() -> None:
    # Whatever none of them speaks about is proven by no property. Some 300 of them are enough.
    silent = {rule.code: rule for rule in cx.catalogue()}
    for blueprint in several(strategies.blueprints(messy=True), 1_500):
        report = run(
            Graph(blueprint),
            tuple(silent.values()),
            catalogue=cx.catalogue(),
            profile="exemplary",
            as_of=dt.date(2027, 1, 1),
        )
        for finding in report.found:
            silent.pop(finding.code, None)
        if not silent:
            break

    assert sorted(silent) == []


def test_most_messy_blueprints_are_so_on_purpose() -> None:
    planted = functools.partial(strategies.blueprints, max_journeys=0, max_teams=0, max_touchpoints=0)
    sizes = [
        sum(len(getattr(blueprint, name)) for name in COLLECTIONS)
        for blueprint in several(planted(max_of_each=0, messy=True), 100)
    ]

    assert 60 < sum(size > 0 for size in sizes) < 100
    assert all(blueprint == stripped(blueprint) for blueprint in several(planted(max_of_each=0), 20))


def stripped(blueprint: Blueprint) -> Blueprint:
    return blueprint.replace(**dict.fromkeys(COLLECTIONS, ()))


def test_references_that_name_nothing_come_when_asked_for() -> None:
    def hangs(blueprint: Blueprint) -> bool:
        return any(team.reports_to not in (None, *Graph(blueprint).teams) for team in blueprint.teams)

    found = smallest_of(strategies.blueprints(max_of_each=0, messy=True), hangs)

    assert [stated(team) for team in found.teams] == [{"id": "team", "name": "a", "reports_to": "a"}]


def test_limits_are_kept() -> None:
    limited = strategies.blueprints(
        min_journeys=1, max_journeys=2, max_teams=1, max_touchpoints=1, max_of_each=1
    )
    found = tuple(several(limited, 30))
    sizes = {name: {len(getattr(blueprint, name)) for blueprint in found} for name in COLLECTIONS}

    assert sizes.pop("journeys") == {1, 2}
    assert set.union(*sizes.values()) == {0, 1}


def test_nothing_is_filtered_or_thrown_away() -> None:
    folder = Path(strategies.__file__).parent
    names = {
        node.attr if isinstance(node, ast.Attribute) else node.id
        for path in folder.glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute | ast.Name)
    }

    assert names & {"assume", "reject", "filter", "dictionaries", "from_regex", "sets", "unique"} == set()


def test_no_draw_is_near_the_size_at_which_hypothesis_gives_up() -> None:
    sizes = []
    for seed in range(100):
        data = ConjectureData(random=Random(seed))  # noqa: S311  # examples, not secrets
        with BuildContext(data, wrapped_test=several):
            data.draw(strategies.blueprints(messy=True))
        sizes.append(data.length)

    assert max(sizes) < BUFFER_SIZE / 2


SMALLEST: list[tuple[SearchStrategy[Any], object]] = [
    (strategies.texts(), "a"),
    (strategies.slugs(), "a"),
    (strategies.times_of_day(), "00:00"),
    (strategies.time_zones(), "UTC"),
    (strategies.durations(), Duration.parse("0s")),
    (strategies.durations(units=("bd", "d"), zero=False), Duration.parse("1bd")),
    (strategies.cadences(), Cadence.parse("continuous")),
    (strategies.figures(), Figure.parse("0")),
    (strategies.scales(), Scale.parse("0-1")),
    (strategies.targets(), Target.parse("by due")),
    (strategies.opening_hours(), OpeningHours.parse("mon 00:00-00:01")),
    (strategies.instants(), dt.datetime(2000, 1, 1, tzinfo=dt.UTC)),
    (strategies.blueprints(), Blueprint(id="a", title="a")),
    (
        strategies.blueprints(min_journeys=1),
        Blueprint(id="a", title="a", journeys=[Journey(id="journey", name="a")]),
    ),
]


@pytest.mark.parametrize(("strategy", "smallest"), SMALLEST)
def test_a_strategy_shrinks_to_what_it_says(strategy: SearchStrategy[Any], smallest: object) -> None:
    assert smallest_of(strategy) == smallest


@pytest.mark.parametrize("name", [*COLLECTIONS])
def test_an_element_shrinks_to_what_it_has_to_state(name: str) -> None:
    strategy: SearchStrategy[Element] = getattr(strategies, name)()
    model = COLLECTIONS[name]
    has_to = [field for field, info in model.model_fields.items() if info.is_required()]

    element = smallest_of(strategy)

    expected = dict.fromkeys(has_to, "a") | {"id": kind_of(model)}
    assert type(element) is model
    assert stated(element) == expected


def test_a_blueprint_shrinks_to_what_matters() -> None:
    def has_a_condition(blueprint: Blueprint) -> bool:
        return any(way.when for journey in Graph(blueprint).journeys.values() for way in journey.edges)

    (journey,) = smallest_of(
        strategies.blueprints(max_journeys=2, max_teams=0, max_touchpoints=0, max_of_each=0), has_a_condition
    ).journeys

    assert journey.model_dump(exclude_defaults=True) == {
        "id": "journey",
        "name": "a",
        "stages": ({"name": "a", "steps": ({"name": "a", "next": ({"to": "a", "when": "a"},)},)},),
    }


def output_of(statements: str) -> str:
    command = [sys.executable, "-I", "-c", statements]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def test_importing_the_package_needs_no_hypothesis() -> None:
    statements = "import sys, cxblueprint.testing.strategies; print('hypothesis' in sys.modules)"

    assert output_of(statements) == "False\n"


def test_a_strategy_without_hypothesis_names_the_extra() -> None:
    statements = """
import sys
from cxblueprint.errors import MissingExtraError
from cxblueprint.testing import strategies
sys.modules["hypothesis"] = None
try:
    strategies.blueprints
except MissingExtraError as error:
    print(error)
"""

    assert output_of(statements) == (
        "strategies needs the extra `testing`: pip install 'experience-blueprint[testing]'\n"
    )


def test_every_public_strategy_is_listed_and_has_a_page_of_its_own() -> None:
    listed = [name for name in dir(strategies) if name in strategies.__all__]

    assert listed == strategies.__all__
    assert [name for name in listed if "hrinks to" not in (getattr(strategies, name).__doc__ or "")] == []


def test_an_unknown_strategy_is_no_attribute() -> None:
    with pytest.raises(
        AttributeError, match=r"module 'cxblueprint.testing.strategies' has no attribute 'moods'"
    ):
        _ = strategies.moods  # type: ignore[attr-defined]
