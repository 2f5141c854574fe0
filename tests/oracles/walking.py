"""A journey read the slow way: where its steps are, what follows what, and what is still open.

Written from the description of the vocabulary alone, without a look at the graph it is held against:
every question is answered by going through everything again.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from cxblueprint.model import Blueprint, Journey, ServiceStandard, Stage, Step, Team, Touchpoint, slug


@dataclass(frozen=True)
class Way:
    """One way on from a step: positions count the journey's steps from 0."""

    source: int
    target: int
    implied: bool


def steps_of(journey: Journey) -> list[tuple[Stage, Step]]:
    return [(stage, step) for stage in journey.stages for step in stage.steps]


def statuses(blueprint: Blueprint, thing: Touchpoint) -> set[str]:
    """Of the journeys that use a touchpoint; one that no journey uses is as good as live."""
    return {
        journey.status
        for journey in blueprint.journeys
        for _, step in steps_of(journey)
        if step.touchpoint == thing.id
    }


def stage_ids(journey: Journey) -> list[str]:
    """An id stated, else the slug of the name, else `stage-N`; a second equal one gets `--2`."""
    wanted = [slug(stage.name) or f"stage-{n}" for n, stage in enumerate(journey.stages, 1)]
    return _given([stage.id for stage in journey.stages], wanted)


def step_ids(journey: Journey) -> list[str]:
    """An id stated, else the touchpoint's, else the slug of the name; a second use gets `--2`."""
    steps = [step for _, step in steps_of(journey)]
    wanted = [step.touchpoint or slug(step.name or "") or f"step-{n}" for n, step in enumerate(steps, 1)]
    return _given([step.id for step in steps], wanted)


def _given(stated: list[str | None], wanted: list[str]) -> list[str]:
    """What is stated is never given to another; what is not takes the first that is free."""
    found: list[str] = []
    for said, word in zip(stated, wanted, strict=True):
        endless = (word if n == 1 else f"{word}--{n}" for n in itertools.count(1))
        found.append(said or next(free for free in endless if free not in stated and free not in found))
    return found


def addresses(journey: Journey) -> list[str]:
    stages = [
        stage_id
        for stage, stage_id in zip(journey.stages, stage_ids(journey), strict=True)
        for _ in stage.steps
    ]
    return [f"{journey.id}/{stage}/{step}" for stage, step in zip(stages, step_ids(journey), strict=True)]


def ways(journey: Journey) -> list[Way]:
    """The implied way to the following step, or what `next` says in its place."""
    ids, places = step_ids(journey), addresses(journey)
    found = []
    for n, (_, step) in enumerate(steps_of(journey)):
        if step.next is None:
            if n + 1 < len(ids):
                found.append(Way(n, n + 1, implied=True))
            continue
        for way in step.next:
            meant = [m for m in range(len(ids)) if way.to == ids[m] or places[m] == f"{journey.id}/{way.to}"]
            if len(meant) == 1:
                found.append(Way(n, meant[0], implied=False))
    return found


def touchpoint(blueprint: Blueprint, step: Step) -> Touchpoint | None:
    return next((each for each in blueprint.touchpoints if each.id == step.touchpoint), None)


def team(blueprint: Blueprint, team_id: str | None) -> Team | None:
    return next((each for each in blueprint.teams if each.id == team_id), None)


def owner(blueprint: Blueprint, thing: Touchpoint | None) -> str | None:
    """The declared team that owns a touchpoint; a team that is only named is not known."""
    found = team(blueprint, thing.owner) if thing else None
    return found.id if found else None


def standards(blueprint: Blueprint, thing: Touchpoint | None) -> list[ServiceStandard]:
    return [each for each in blueprint.standards if thing and each.id in thing.standards]


def closes(blueprint: Blueprint, step: Step) -> bool:
    """A closing step, or a touchpoint with a loop-closure standard."""
    held_to = standards(blueprint, touchpoint(blueprint, step))
    return step.closes_request or any(each.kind == "loop-closure" for each in held_to)


def opens(blueprint: Blueprint, step: Step) -> bool:
    found = touchpoint(blueprint, step)
    return found is not None and found.opens_request is True


def settles_at_once(blueprint: Blueprint, step: Step) -> bool:
    """Instant self-service: an automated touchpoint without a wait closes its own request."""
    found = touchpoint(blueprint, step)
    waits = step.wait is not None and step.wait.amount > 0
    return found is not None and found.automation == "automated" and not waits


def reached(journey: Journey, start: int, stopping_at: set[int]) -> set[int]:
    """The steps a customer may come to from `start` (itself included), going no further from some."""
    seen = {start}
    while True:
        more = {
            way.target for way in ways(journey) if way.source in seen and way.source not in stopping_at
        } - seen
        if not more:
            return seen
        seen |= more


def open_after(blueprint: Blueprint, journey: Journey) -> set[int]:
    """The steps after which some request is still open."""
    steps = [step for _, step in steps_of(journey)]
    closing = {n for n, step in enumerate(steps) if closes(blueprint, step)}
    found = set[int]()
    for n, step in enumerate(steps):
        if opens(blueprint, step) and not settles_at_once(blueprint, step):
            found |= reached(journey, n, closing) - closing
    return found


def never_closed(blueprint: Blueprint, journey: Journey) -> Iterator[int]:
    """The opening steps from which no closing step can be reached."""
    steps = [step for _, step in steps_of(journey)]
    for n, step in enumerate(steps):
        if not opens(blueprint, step) or settles_at_once(blueprint, step):
            continue
        if not any(closes(blueprint, steps[m]) for m in reached(journey, n, set())):
            yield n


def chain(blueprint: Blueprint, start: Team) -> list[Team]:
    """The teams above `start`, nearest first, until a team comes again (which is listed) or none is above."""
    found: list[Team] = []
    above = team(blueprint, start.reports_to)
    while above is not None:
        found.append(above)
        if found.count(above) > 1:
            break
        above = team(blueprint, above.reports_to)
    return found
