"""What a customer meets, holds, hears and is promised, stop by stop."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

import pytest

import cxblueprint as cx
from cxblueprint.pictures.facts import feelings
from cxblueprint.pictures.words import ENGLISH
from cxblueprint.walking import Walk, personas_for, walk
from cxblueprint.walking.said import FEELINGS, first_name, handed_on, standing, waiting

if TYPE_CHECKING:
    from cxblueprint.model import Declared

WalkOf = Callable[..., Walk]
FORK = (
    "{name: A, next: [{to: b, when: it rains, share: 0.3}, {to: c}]}, {id: b, name: B, next: [{to: d}]},"
    " {id: c, name: C}, {id: d, name: D}"
)
PEOPLE = """
segments: [{id: homes, name: Homes}, {id: shops, name: Shops}, {id: staff, name: Staff}]
accounts: [{id: bakeries, name: Bakeries, segment: shops}]
personas:
  - {id: hanna, name: "Hanna, at home", segment: homes}
  - {id: sam, name: Sam, segment: shops}
  - {id: ida, name: Ida, segment: staff}
"""


def ids(things: Iterable[Declared]) -> list[str]:
    return [thing.id for thing in things]


# The way


def test_every_step_is_a_stop_in_the_order_of_the_journey(walk_of: WalkOf) -> None:
    walked = walk_of("{name: A}, {name: B}, {name: C}")

    assert [(stop.number, stop.node.label) for stop in walked.stops] == [(1, "A"), (2, "B"), (3, "C")]
    assert [stop.ways for stop in walked.stops] == [(), (), ()]
    assert [stop.is_end for stop in walked.stops] == [False, False, True]


def test_a_fork_says_where_each_choice_leads_and_a_stop_from_where_it_is_reached(walk_of: WalkOf) -> None:
    stops = walk_of(FORK).stops

    assert [(edge.target.number, edge.when, edge.share) for edge in stops[0].ways] == [
        (2, "it rains", 0.3),
        (3, None, None),
    ]
    assert [[edge.source.number for edge in stop.arrivals] for stop in stops] == [[], [1], [1], [2]]
    assert [stop.leads_to_the_next for stop in stops] == [True, False, True, False]


def test_a_way_that_only_says_what_follows_anyway_is_no_fork(walk_of: WalkOf) -> None:
    stops = walk_of("{name: A, next: [{to: b}]}, {id: b, name: B}").stops

    assert (stops[0].ways, stops[1].arrivals) == ((), ())


def test_ways_of_which_all_are_taken_are_told_to_be_together(walk_of: WalkOf) -> None:
    stops = walk_of("{name: A, parallel: true, next: [{to: b}, {to: c}]}, {id: b, name: B}, {id: c, name: C}")

    assert [stop.are_together for stop in stops.stops] == [True, False, False]


@pytest.mark.parametrize(
    ("ways", "may_end"),
    [
        ("[{to: b, when: it broke}]", True),
        ("[{to: b, when: it broke, share: 0.1}]", True),
        ("[{to: b, share: 0.1}]", False),
        ("[{to: b}]", False),
        ("[{to: b, when: it broke, share: 0.4}, {to: a, when: again, share: 0.6}]", False),
    ],
)
def test_at_the_goal_the_journey_ends_for_those_who_take_none_of_the_ways(
    walk_of: WalkOf, ways: str, *, may_end: bool
) -> None:
    stops = walk_of(f"{{id: a, name: A, next: {ways}}}, {{id: b, name: B}}", journey="outcome: a,").stops

    assert [stop.may_end for stop in stops] == [may_end, False]
    assert [stop.is_goal for stop in stops] == [True, False]


def test_a_journey_without_steps_is_a_walk_without_stops(walk_of: WalkOf) -> None:
    walked = walk_of("")

    assert (walked.stops, walked.waits.in_words, walked.handed_on) == ((), (), (0, 0))
    assert (walked.lowest, walked.highest, walked.teams) == (None, None, ())


# Who walks


def test_who_may_walk_is_of_the_segments_of_the_journey_or_takes_a_step() -> None:
    graph = cx.Graph(
        cx.loads(
            f"id: b\ntitle: B\n{PEOPLE}\njourneys:\n"
            "  - {id: any, name: Any, stages: [{name: S, steps: [{name: A}]}]}\n"
            "  - {id: own, name: Own, segments: [homes],"
            " stages: [{name: S, steps: [{name: A}, {name: B, actor: ida}]}]}\n"
        )
    )

    assert ids(personas_for(graph, graph.journey("any"))) == ["hanna", "sam", "ida"]
    assert ids(personas_for(graph, graph.journey("own"))) == ["hanna", "ida"]


@pytest.mark.parametrize(
    ("persona", "message"),
    [
        ("hana", "there is no persona 'hana', did you mean 'hanna'?"),
        ("xyz", "there is no persona 'xyz': 'hanna'"),
        ("sam", "persona 'sam' has no part in journey 'j': those who have are 'hanna'"),
    ],
)
def test_who_has_no_part_in_a_journey_does_not_walk_it(walk_of: WalkOf, persona: str, message: str) -> None:
    with pytest.raises(cx.UsageError) as caught:
        walk_of("{name: A}", persona=persona, journey="segments: [homes],", rest=PEOPLE)

    assert str(caught.value) == message


def test_a_step_that_somebody_else_takes_says_so(walk_of: WalkOf) -> None:
    steps = "{name: A, actor: hanna, emotion: -1}, {name: B, actor: ida, emotion: -2}, {name: C, emotion: 1}"
    walked = walk_of(steps, persona="hanna", journey="segments: [homes],", rest=PEOPLE)

    assert [stop.actor.id if stop.actor else None for stop in walked.stops] == [None, "ida", None]
    assert walked.lowest is walked.stops[0], "what another feels is not what the walker feels"
    assert walked.highest is walked.stops[2]


def test_a_first_name_is_what_stands_before_the_comma(walk_of: WalkOf) -> None:
    walked = walk_of("{name: A}", persona="hanna", rest=PEOPLE)

    assert walked.persona is not None
    assert first_name(walked.persona) == "Hanna"


# What holds for whom

FOR_SOME = f"""
{PEOPLE}
touchpoints:
  - {{id: desk, name: Desk, standards: [all, home, shop, bakery]}}
  - {{id: counter, name: Counter, segments: [shops], physical_evidence: [a receipt]}}
standards:
  - {{id: all}}
  - {{id: home, segments: [homes]}}
  - {{id: shop, segments: [shops]}}
  - {{id: bakery, accounts: [bakeries]}}
promises:
  - {{id: to-all, made_at: desk}}
  - {{id: to-shops, made_at: desk, segments: [shops]}}
"""
BOTH = "segments: [homes, shops], value_to_customer: {homes: Light, shops: Custom},"
VISIT = "{touchpoint: desk}, {touchpoint: counter, wait: 2h, emotion: -2}"


@pytest.mark.parametrize(
    ("persona", "standards", "promises", "values"),
    [
        ("hanna", ["all", "home"], ["to-all"], [(None, "Light")]),
        ("sam", ["all", "shop", "bakery"], ["to-all", "to-shops"], [(None, "Custom")]),
        (
            None,
            ["all", "home", "shop", "bakery"],
            ["to-all", "to-shops"],
            [("homes", "Light"), ("shops", "Custom")],
        ),
    ],
)
def test_what_holds_for_other_segments_alone_is_left_out(
    walk_of: WalkOf,
    persona: str | None,
    standards: list[str],
    promises: list[str],
    values: list[tuple[str | None, str]],
) -> None:
    walked = walk_of(VISIT, persona=persona, journey=BOTH, rest=FOR_SOME)

    assert ids(walked.stops[0].standards) == standards
    assert ids(walked.stops[0].made) == promises
    assert list(walked.values) == values


def test_a_touchpoint_for_another_segment_is_passed_by(walk_of: WalkOf) -> None:
    walked = walk_of(VISIT, persona="hanna", journey=BOTH, rest=FOR_SOME)
    stop = walked.stops[1]

    assert stop.only_for == ("shops",)
    assert (stop.wait, stop.feeling, stop.gained) == (None, None, ())
    assert (waiting(walked), len(walked.own_stops), walked.lowest) == ("", 1, None)
    assert waiting(walk_of(VISIT, persona="sam", journey=BOTH, rest=FOR_SOME)) == "2 hours"


def test_a_touchpoint_of_those_who_help_is_not_passed_by(walk_of: WalkOf) -> None:
    steps = "{touchpoint: desk}, {touchpoint: counter, actor: sam}"
    walked = walk_of(steps, persona="hanna", journey="segments: [homes],", rest=FOR_SOME)
    helper = walk_of(steps, persona="sam", journey="segments: [homes],", rest=FOR_SOME)

    assert [stop.is_passed_by for stop in walked.stops] == [False, False]
    assert [stop.is_passed_by for stop in helper.stops] == [False, False]


def test_a_way_around_what_is_passed_by_gathers_nothing_there(walk_of: WalkOf) -> None:
    steps = (
        "{touchpoint: desk, next: [{to: counter, share: 0.1}, {to: end, share: 0.9}]}, {touchpoint: counter},"
        " {id: end, name: End}"
    )
    walked = walk_of(steps, persona="hanna", journey=BOTH, rest=FOR_SOME)

    assert (walked.stops[2].held, walked.stops[2].perhaps_held) == ((), ())


# What they hold

PAPERS = """
touchpoints:
  - {id: a, name: A, physical_evidence: [ticket]}
  - {id: b, name: B, physical_evidence: [Map, Ticket]}
  - {id: c, name: C, physical_evidence: [key]}
  - {id: d, name: D}
"""
DIAMOND = (
    "{{touchpoint: a, {how} next: [{{to: b}}, {{to: c}}]}}, {{touchpoint: b, next: [{{to: d}}]}},"
    " {{touchpoint: c}}, {{touchpoint: d}}"
)


def test_what_they_have_already_is_not_got_again(walk_of: WalkOf) -> None:
    stops = walk_of("{touchpoint: a}, {touchpoint: b}, {touchpoint: d}", rest=PAPERS).stops

    assert [stop.gained for stop in stops] == [("ticket",), ("Map",), ()]
    assert [stop.held for stop in stops] == [(), ("ticket",), ("ticket", "Map")]


def test_what_lies_on_one_of_two_ways_is_held_perhaps(walk_of: WalkOf) -> None:
    stops = walk_of(DIAMOND.format(how=""), rest=PAPERS).stops

    assert [stop.held for stop in stops] == [(), ("ticket",), ("ticket",), ("ticket",)]
    assert stops[2].perhaps_held == (), "nobody comes to C by way of B"
    assert stops[3].perhaps_held == ("Map", "key")


def test_what_lies_on_ways_that_are_taken_together_is_held_for_sure(walk_of: WalkOf) -> None:
    stops = walk_of(DIAMOND.format(how="parallel: true,"), rest=PAPERS).stops

    assert (stops[3].held, stops[3].perhaps_held) == (("ticket", "Map", "key"), ())


def test_a_fork_inside_one_of_two_ways_taken_together_leaves_the_other_for_sure(walk_of: WalkOf) -> None:
    steps = (
        "{id: s, name: S, parallel: true, next: [{to: a}, {to: c}]},"
        " {touchpoint: a, next: [{to: b, when: x}, {to: d, when: y}]}, {touchpoint: b, next: [{to: d}]},"
        " {touchpoint: c}, {touchpoint: d}"
    )
    stop = walk_of(steps, rest=PAPERS).stops[4]

    assert (stop.held, stop.perhaps_held) == (("ticket", "key"), ("Map",))


def test_a_way_back_brings_nothing_from_later_on(walk_of: WalkOf) -> None:
    stops = walk_of("{touchpoint: a}, {touchpoint: c, next: [{to: a}]}", rest=PAPERS).stops

    assert (stops[0].held, stops[0].perhaps_held) == ((), ())


# What they were promised

WORDS = """
standards: [{id: quick}, {id: right}]
promises:
  - {id: soon, made_at: order, path: [[quick, right]]}
  - {id: known, path: [quick]}
  - {id: elsewhere, made_at: fair, path: [quick]}
touchpoints:
  - {id: order, name: Order}
  - {id: letter, name: Letter}
  - {id: visit, name: Visit, standards: [quick]}
  - {id: call, name: Call, standards: [right]}
  - {id: bill, name: Bill}
  - {id: fair, name: Fair}
"""


def test_a_promise_is_made_then_waited_for_then_due(walk_of: WalkOf) -> None:
    steps = ", ".join(f"{{touchpoint: {place}}}" for place in ("order", "letter", "visit", "call", "bill"))
    stops = walk_of(steps, rest=WORDS).stops

    assert [ids(stop.made) for stop in stops] == [["soon"], [], [], [], []]
    assert [ids(stop.pending) for stop in stops] == [[], ["soon"], [], [], []]
    assert [ids(stop.due) for stop in stops] == [[], [], ["soon", "known"], ["soon"], []]


def test_a_promise_that_was_not_given_on_the_way_is_none(walk_of: WalkOf) -> None:
    stops = walk_of("{touchpoint: visit}, {touchpoint: order}", rest=WORDS).stops

    assert [ids(stop.due) for stop in stops] == [["known"], []]
    assert [ids(stop.pending) for stop in stops] == [[], []]


# What they wait for and hear

STEPS_WITH_WAITS = (
    "{{name: A, wait: 1h, {how} next: [{{to: b}}, {{to: c}}]}},"
    " {{id: b, name: B, wait: 2bd, next: [{{to: d}}]}}, {{id: c, name: C, wait: 30min}}, {{id: d, name: D}}"
)


@pytest.mark.parametrize(
    ("how", "said"),
    [
        ("", "between 1 hour and 1 hour 30 minutes and up to 2 business days"),
        ("parallel: true,", "1 hour 30 minutes and 2 business days"),
    ],
)
def test_waits_are_added_along_the_ways_clock_by_clock(walk_of: WalkOf, how: str, said: str) -> None:
    assert waiting(walk_of(STEPS_WITH_WAITS.format(how=how))) == said


@pytest.mark.parametrize(
    ("waits", "said"),
    [
        (["90min", "45min"], "2 hours 15 minutes"),
        (["0h"], ""),
        (["2w", "1w"], "3 weeks"),
        (["1w", "1d"], "8 days"),
        (["0.5s"], "0.5 seconds"),
        (["7mo", "1y"], "1 year 7 months"),
        (["1.5bd", "1bd"], "2.5 business days"),
        (["1d", "1bd", "1mo"], "1 day, 1 business day and 1 month"),
    ],
)
def test_a_sum_of_waits_is_told_in_few_units(walk_of: WalkOf, waits: list[str], said: str) -> None:
    assert waiting(walk_of(", ".join(f"{{name: A{wait}, wait: {wait}}}" for wait in waits))) == said


def test_a_goal_where_some_stop_makes_further_waits_uncertain(walk_of: WalkOf) -> None:
    steps = "{id: a, name: A, next: [{to: b, when: it broke}]}, {id: b, name: B, wait: 1d}"

    assert waiting(walk_of(steps, journey="outcome: a,")) == "up to 1 day"


def test_a_way_back_may_mean_more_waiting(walk_of: WalkOf) -> None:
    steps = "{id: a, name: A, wait: 1h}, {name: B, next: [{to: a, when: again}]}"

    assert waiting(walk_of(steps)) == "1 hour, and more where the way leads back"


UPDATES = """
channels: [{id: post, name: Post, kind: letter}]
touchpoints: [{id: ask, name: Ask, opens_request: true}]
proactive_updates:
  - {id: of-journey, covers: ['journey:j']}
  - {id: of-requests, covers: [any-open-request]}
  - {id: of-step, covers: ['step:j/s/b']}
  - {id: of-nothing}
"""


def test_news_is_told_where_it_begins_and_at_every_wait(walk_of: WalkOf) -> None:
    steps = "{name: A}, {id: b, name: B}, {touchpoint: ask}, {name: C}, {name: D, wait: 1d}"
    stops = walk_of(steps, rest=UPDATES).stops

    assert [ids(stop.updates) for stop in stops] == [
        [],
        ["of-step"],
        ["of-journey", "of-requests"],
        [],
        ["of-journey", "of-requests"],
    ]


# Whom they meet

TEAMS = """
teams: [{id: x, name: X}, {id: y, name: Y}, {id: z, name: Z}]
channels: [{id: post, name: Post, kind: letter}, {id: hall, name: Hall, kind: shop}]
touchpoints:
  - {id: a, name: A, owner: x, channel: hall, frontstage: [{text: Asks, team: z}, {text: Thanks}]}
  - {id: b, name: B, owner: y, channel: hall}
  - {id: note, name: Note, owner: z, channel: post}
  - {id: bot, name: Bot, owner: z, automation: automated}
"""


def test_they_meet_the_owner_and_whoever_acts_in_their_sight(walk_of: WalkOf) -> None:
    walked = walk_of("{touchpoint: a}, {name: Home}, {touchpoint: b}", rest=TEAMS)

    assert [stop.teams for stop in walked.stops] == [("x", "z"), (), ("y",)]
    assert (walked.teams, walked.channels) == (("x", "z", "y"), ("hall",))


ONE_OR_THREE = (
    "{touchpoint: a, next: [{to: b}, {to: b2}]}, {touchpoint: b}, {touchpoint: a, id: a2},"
    " {touchpoint: b, id: b2}"
)


@pytest.mark.parametrize(
    ("steps", "said"),
    [
        ("{touchpoint: a}, {touchpoint: a, id: a2}", ""),
        ("{touchpoint: a}, {touchpoint: b}", "once"),
        ("{touchpoint: a}, {touchpoint: b}, {name: Home}, {touchpoint: a, id: a2}", "2 times"),
        ("{touchpoint: a}, {touchpoint: note}, {touchpoint: bot}, {touchpoint: a, id: a2}", ""),
        ("{touchpoint: a, next: [{to: b}, {to: e}]}, {touchpoint: b}, {id: e, name: E}", "up to once"),
        (ONE_OR_THREE, "between once and 3 times"),
    ],
)  # fmt: skip
def test_handed_on_is_from_one_team_that_has_them_in_hand_to_another(
    walk_of: WalkOf, steps: str, said: str
) -> None:
    assert handed_on(walk_of(steps, rest=TEAMS)) == said


# Words


@pytest.mark.parametrize(
    ("journey", "said"),
    [
        ("", ""),
        ("state: as-is,", "how it is today"),
        ("status: draft,", "a draft: customers do not travel it yet"),
        ("status: draft, state: to-be,", "a draft of how it is to be"),
    ],
)
def test_a_draft_is_said_to_be_one(walk_of: WalkOf, journey: str, said: str) -> None:
    assert standing(walk_of("{name: A}", journey=journey)) == said


def test_feelings_are_called_as_in_pictures() -> None:
    assert dict(FEELINGS) == dict(feelings(ENGLISH))


def test_a_journey_may_be_given_itself(walk_of: WalkOf) -> None:
    journey = walk_of("{name: A}").journey
    graph = cx.Graph(cx.loads("id: b\ntitle: B\njourneys: [{id: j, name: J}]"))

    assert walk(graph, journey).journey is journey
