"""Where work passes between owners and what is owed to the customer there: read naively."""

from __future__ import annotations

from collections.abc import Iterator

from cxblueprint.model import Action, Blueprint, Handoff, Journey, Touchpoint

from .walking import (
    Way,
    addresses,
    never_closed,
    open_after,
    owner,
    settles_at_once,
    statuses,
    steps_of,
    team,
    touchpoint,
    ways,
)


def actions(thing: Touchpoint) -> list[Action]:
    return [*thing.frontstage, *thing.backstage, *thing.support]


def is_one_way(blueprint: Blueprint, thing: Touchpoint) -> bool:
    """A poster, a letter: no request, no reply. Only what is stated counts."""
    channel = next((each for each in blueprint.channels if each.id == thing.channel), None)
    if thing.opens_request is True:
        return False
    if channel is not None and channel.kind == "letter":
        return True
    return thing.opens_request is False and not thing.frontstage


def rolled_up(blueprint: Blueprint, kpi_ids: tuple[str, ...]) -> set[str]:
    """KPIs and whatever they roll up to, at any remove, declared or not."""
    found = set(kpi_ids)
    while True:
        above = {each.rolls_up_to for each in blueprint.kpis if each.id in found}
        more = {each for each in above if each is not None} - found
        if not more:
            return found
        found |= more


def crossings(blueprint: Blueprint, journey: Journey) -> Iterator[tuple[Way, Touchpoint, Touchpoint]]:
    """The ways from one team's touchpoint to another team's."""
    steps = [step for _, step in steps_of(journey)]
    for way in ways(journey):
        one, other = (touchpoint(blueprint, steps[n]) for n in (way.source, way.target))
        if one is None or other is None:
            continue
        owners = {owner(blueprint, one), owner(blueprint, other)}
        if len(owners) == 2 and None not in owners:
            yield way, one, other


def on_the_way(blueprint: Blueprint, journey: Journey, way: Way, handoff: Handoff) -> bool:
    """Whether a hand-off stands on a crossing, whichever side gives."""
    steps, places = [step for _, step in steps_of(journey)], addresses(journey)
    ends = [steps[way.source], steps[way.target]]
    if {owner(blueprint, touchpoint(blueprint, end)) for end in ends} != {handoff.giver, handoff.receiver}:
        return False
    if handoff.between is None:
        return True
    return set(handoff.between) in (
        {end.touchpoint for end in ends},
        {places[way.source], places[way.target]},
    )


def share_a_standard(one: Touchpoint, other: Touchpoint) -> bool:
    return bool(set(one.standards) & set(other.standards))


def tied(blueprint: Blueprint, one: Touchpoint, other: Touchpoint) -> bool:
    """A shared case system, a standard or a promise spanning both, or KPIs that meet further up.

    What both name and nobody has declared ties them too: that it is missing is said elsewhere.
    """
    shared = {action.system for action in actions(one)} & {action.system for action in actions(other)}
    empty = {each.id for each in blueprint.systems if not each.carries_case}
    if shared - empty - {None}:
        return True
    if share_a_standard(one, other):
        return True
    for promise in blueprint.promises:
        path = {leg for part in promise.path for leg in ([part] if isinstance(part, str) else part)}
        if all(path & set(end.standards) or promise.made_at == end.id for end in (one, other)):
            return True
    return bool(rolled_up(blueprint, one.kpis) & rolled_up(blueprint, other.kpis))


def siloed(blueprint: Blueprint, journey: Journey) -> set[str]:
    """The touchpoints of one journey that nothing ties to any neighbour of another owner."""
    tie, loose = set[str](), set[str]()
    for way, one, other in crossings(blueprint, journey):
        handed_over = any(on_the_way(blueprint, journey, way, each) for each in blueprint.handoffs)
        if handed_over or tied(blueprint, one, other):
            tie |= {one.id, other.id}
        elif not is_one_way(blueprint, one) and not is_one_way(blueprint, other):
            loose |= {one.id, other.id}
    return loose - tie


def untied(blueprint: Blueprint) -> dict[str, set[frozenset[str]]]:
    """The crossings without a tie at each touchpoint that any journey leaves alone, drafts apart."""
    found: dict[str, set[frozenset[str]]] = {}
    for journey in blueprint.journeys:
        alone = siloed(blueprint, journey) if journey.status == "live" else ()
        for _, one, other in crossings(blueprint, journey):
            if not is_one_way(blueprint, one) and not is_one_way(blueprint, other):
                for name in {one.id, other.id}.intersection(alone):
                    found.setdefault(name, set()).add(frozenset({one.id, other.id}))
    return found


def siloed_touchpoint(blueprint: Blueprint) -> set[str]:
    return set(untied(blueprint))


def named_for_silos(blueprint: Blueprint) -> list[str]:
    """Of those, who stands at a crossing that nobody before has: with the most crossings first."""
    left, seen, named = untied(blueprint), set[frozenset[str]](), list[str]()
    while left:
        name = min(left, key=lambda name: (-len(left[name]), name))
        ours = left.pop(name)
        if not ours <= seen:
            named.append(name)
            seen |= ours
    return named


def undeclared_handoff(blueprint: Blueprint) -> set[tuple[str | None, str | None]]:
    """The givers and receivers between whom open work passes unsaid, in journeys that are no drafts."""
    found = set[tuple[str | None, str | None]]()
    for journey in blueprint.journeys:
        steps, alone = steps_of(journey), siloed(blueprint, journey)
        for way, one, other in crossings(blueprint, journey):
            (stage, step), (next_stage, after) = steps[way.source], steps[way.target]
            waits = step.wait is not None and step.wait.amount > 0
            at_once = settles_at_once(blueprint, step), settles_at_once(blueprint, after)
            looks_up = at_once[0] or (at_once[1] and not waits)
            passes = not looks_up and (waits or way.source in open_after(blueprint, journey))
            early = {stage.phase, next_stage.phase} & {"aware", "choose"}
            said = any(on_the_way(blueprint, journey, way, each) for each in blueprint.handoffs)
            is_draft = journey.status == "draft"
            if passes and not early and not said and not is_draft and not alone & {one.id, other.id}:
                found.add((owner(blueprint, one), owner(blueprint, other)))
    return found


def department(blueprint: Blueprint, team_id: str) -> str | None:
    """The nearest team above that is no executive, else the team itself; None where the line is not stated.

    Whoever has others below and none above is the head of a line.
    """
    start = team(blueprint, team_id)
    assert start is not None
    superior = team(blueprint, start.reports_to)
    if start.reports_to is None:
        return start.id if any(each.reports_to == start.id for each in blueprint.teams) else None
    if superior is None:
        return None
    return start.id if superior.function == "executive" or superior == start else superior.id


def handoff_without_agreement(blueprint: Blueprint) -> set[frozenset[str]]:
    """The pairs of teams that hand over and have agreed on nothing."""
    return {
        frozenset({each.giver, each.receiver})
        for each in blueprint.handoffs
        if not _is_agreed(blueprint, each)
        and _is_across(blueprint, each)
        and any(
            _matters(blueprint, journey, each) for journey in blueprint.journeys if journey.status == "live"
        )
    }


def _is_agreed(blueprint: Blueprint, handoff: Handoff) -> bool:
    return handoff.agreement is not None or any(
        (each.provider, each.consumer) == (handoff.receiver, handoff.giver) for each in blueprint.standards
    )


def _is_across(blueprint: Blueprint, handoff: Handoff) -> bool:
    """Between departments, or with a partner."""
    giver, receiver = team(blueprint, handoff.giver), team(blueprint, handoff.receiver)
    if giver is None or receiver is None or giver == receiver:
        return False
    if "partner" in (giver.function, receiver.function):
        return True
    departments = [department(blueprint, each.id) for each in (giver, receiver)]
    one_is_the_others = departments[0] == receiver.id or departments[1] == giver.id
    return None not in departments and departments[0] != departments[1] and not one_is_the_others


def _matters(blueprint: Blueprint, journey: Journey, handoff: Handoff) -> bool:
    """Whether a customer waits on its way, or is promised something on the journey, and nothing spans it."""
    steps = [step for _, step in steps_of(journey)]
    promised = any(
        _is_promised(blueprint, found)
        for found in (touchpoint(blueprint, step) for step in steps)
        if found is not None
    )
    for way, one, other in crossings(blueprint, journey):
        wait = steps[way.source].wait
        waits = wait is not None and wait.amount > 0
        on_it = on_the_way(blueprint, journey, way, handoff) and not share_a_standard(one, other)
        if on_it and (waits or promised):
            return True
    return False


def _is_promised(blueprint: Blueprint, thing: Touchpoint) -> bool:
    for promise in blueprint.promises:
        path = {leg for part in promise.path for leg in ([part] if isinstance(part, str) else part)}
        if promise.made_at == thing.id or path & set(thing.standards):
            return True
    return False


def touchpoint_without_standard(blueprint: Blueprint, profile: str) -> set[str]:
    """Live, owned, with a request or a frontstage; a touchpoint on no journey counts as live."""
    found = set[str]()
    for thing in blueprint.touchpoints:
        served = thing.opens_request is True or bool(thing.frontstage)
        owned = owner(blueprint, thing) is not None
        spared = statuses(blueprint, thing) == {"draft"} or (
            is_one_way(blueprint, thing) and profile != "exemplary"
        )
        if served and owned and not spared and not thing.standards:
            found.add(thing.id)
    return found


def request_never_closed(blueprint: Blueprint) -> set[tuple[str, str]]:
    """The journeys, no drafts, and touchpoints where a request is opened that nothing can close."""
    return {
        (journey.id, str(steps_of(journey)[n][1].touchpoint))
        for journey in blueprint.journeys
        if journey.status == "live"
        for n in never_closed(blueprint, journey)
    }
