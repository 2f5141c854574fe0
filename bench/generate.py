"""Write a blueprint of a given number of steps, such as a large organisation would have.

Everything grows with the number of steps: journeys of twelve steps in three stages, four steps to a
touchpoint, standards, hand-offs and measures, and the small oversights that rules find.
"""

from __future__ import annotations

import argparse
import itertools
from collections.abc import Iterator

STEPS_PER_JOURNEY = 12
STAGES = (("Ask", "buy"), ("Wait", "start"), ("Get it solved", "get-help"))
CHANNELS = ("web", "app", "phone", "email", "shop", "letter", "chat")
AT_ONCE = 3
JOURNEYS_PER_MEASURE = 10
FUNCTIONS = ("customer-service", "operations", "sales", "product", "it", "finance")


def blueprint(steps: int, *, in_journey: int = STEPS_PER_JOURNEY, touchpoints: int | None = None) -> str:
    """Return the YAML text of a blueprint with as many steps, so many of them in each journey.

    The last journey is as long as what remains. A plan to get back to normal has as many tasks as a journey
    has steps. There is a touchpoint for every four steps and a measure for every journey, unless it is said
    how many touchpoints all journeys share: then ten journeys share a measure, too.
    """
    share = 1 if touchpoints is None else JOURNEYS_PER_MEASURE
    journeys = -(-steps // in_journey)
    touchpoints = touchpoints or max(steps // 4, STEPS_PER_JOURNEY)
    teams = max(steps // 100, 6)
    parts = (
        head(),
        declared_teams(teams),
        declared_touchpoints(touchpoints, teams),
        declared_standards(touchpoints, teams),
        declared_promises(touchpoints, teams),
        declared_handoffs(teams),
        declared_kpis(-(-journeys // share), teams),
        declared_journeys((steps, in_journey), touchpoints, teams, share),
        declared_plans(in_journey, teams),
    )
    return "\n".join(itertools.chain.from_iterable(parts)) + "\n"


def head() -> Iterator[str]:
    """Say what it is, and list what does not grow."""
    yield "format: 1"
    yield "id: large"
    yield "title: A large organisation"
    yield "purpose: Customers get what they came for, on the day we named"
    yield "segments:"
    yield "  - {id: families, name: Families, worth: high, needs: [a line that works]}"
    yield "  - {id: firms, name: Small firms, worth: medium, needs: [one contact]}"
    yield "channels:"
    for kind in CHANNELS:
        yield f"  - {{id: {kind}, name: By {kind}, kind: {kind}}}"
    yield "systems:"
    yield "  - {id: desk, name: Service desk, kind: case-management, owner: team-2, carries_case: true}"


def declared_teams(count: int) -> Iterator[str]:
    """List the teams: a board, customer experience, and the others below one of six departments."""
    yield "teams:"
    yield "  - {id: board, name: Board, function: executive, executive_seat: true}"
    yield "  - {id: team-0, name: Customer Experience, function: cx, reports_to: board, executive_seat: true}"
    for n in range(1, count):
        above = "board" if n <= len(FUNCTIONS) else f"team-{1 + n % len(FUNCTIONS)}"
        function = FUNCTIONS[n % len(FUNCTIONS)]
        yield f"  - {{id: team-{n}, name: Team {n}, function: {function}, reports_to: {above}}}"


def declared_touchpoints(count: int, teams: int) -> Iterator[str]:
    """List the touchpoints; one in forty has no owner."""
    yield "touchpoints:"
    for n in range(count):
        yield f"  - id: touchpoint-{n}"
        yield f"    name: Meet us at place {n}"
        yield f"    channel: {CHANNELS[n % len(CHANNELS)]}"
        if (n + 1) % 40:
            yield f"    owner: team-{n % teams}"
        if n % 3 == 0:
            yield "    opens_request: true"
        yield f"    automation: {('human', 'assisted', 'automated')[n % 3]}"
        yield f"    frontstage: [{{text: Listens and answers, team: team-{(n + 1) % teams}}}]"
        yield "    backstage: [{text: Looks the case up, system: desk}]"
        yield f"    physical_evidence: [a note with the number {n}]"
        if n % 2 == 0:
            yield f"    standards: [standard-{n // 2}]"
        yield f"    volume: {100 + n}"


def declared_standards(touchpoints: int, teams: int) -> Iterator[str]:
    """List the standards, one for every other touchpoint; one in fifty is absolute."""
    yield "standards:"
    for n in range((touchpoints + 1) // 2):
        target = "100% within 4h" if (n + 1) % 50 == 0 else f"{85 + n % 14}% within {1 + n % 8}h"
        kind = "loop-closure" if n % 4 == 0 else "timeliness"
        yield f"  - {{id: standard-{n}, kind: {kind}, target: {target}, starts: asked, ends: answered,"
        yield f"     window: month, owner: team-{n * 2 % teams}}}"


def declared_promises(touchpoints: int, teams: int) -> Iterator[str]:
    """List the promises, one for every ten touchpoints, each resting on a standard."""
    yield "promises:"
    for n in range(-(-touchpoints // 10)):
        yield f"  - {{id: answered-{n}, statement: You hear from us within {n + 1} days,"
        yield f"     target: 95% within {n + 1}d, starts: asked, ends: answered, owner: team-{n % teams},"
        yield f"     made_by: team-{n % teams}, made_at: touchpoint-{n * 10 + 1}, path: [standard-{n * 5}]}}"


def declared_handoffs(teams: int) -> Iterator[str]:
    """List the hand-offs: each team passes work on to the next."""
    yield "handoffs:"
    for n in range(teams):
        yield f"  - {{id: handoff-{n}, giver: team-{n}, receiver: team-{(n + 1) % teams}, warmth: warm,"
        yield "     passes: [the story so far], agreement: standard-0}"


def declared_kpis(count: int, teams: int) -> Iterator[str]:
    """List the measures; one in ten has no baseline."""
    yield "kpis:"
    for n in range(count):
        baseline = "baseline: 4.9, " if (n + 1) % 10 else ""
        yield f"  - {{id: effort-{n}, name: Effort {n}, metric: ces, scale: 1-7, polarity: up, {baseline}"
        yield f"     target: at least 5.8, due: 2027-06-30, owner: team-{n % teams}, cadence: 1mo,"
        yield "     source: survey after the call, action: the monthly review picks what to remove}"


def declared_journeys(sizes: tuple[int, int], touchpoints: int, teams: int, share: int) -> Iterator[str]:
    """List the journeys, from the number of all steps and of those in each; one in ten has no measure."""
    steps, in_journey = sizes
    in_stage = -(-in_journey // len(STAGES))
    yield "journeys:"
    for n in range(-(-steps // in_journey)):
        first = n * in_journey
        last = min(first + in_journey, steps)
        yield f"  - id: journey-{n}"
        yield f"    name: Get thing {n} done"
        yield f"    segments: [{'families' if n % 2 else 'firms'}]"
        yield f"    owner: team-{n % teams}"
        yield "    value_to_customer: It is done at the first attempt"
        if (n + 1) % 10:
            yield f"    kpis: [effort-{n // share}]"
        yield "    stages:"
        for (name, phase), begin in zip(STAGES, range(first, last, in_stage), strict=False):
            yield f"      - name: {name}"
            yield f"        phase: {phase}"
            yield "        steps:"
            for step in range(begin, min(begin + in_stage, last)):
                yield from one_step(step, touchpoints, closes=(step + 1) % in_journey == 0)


def one_step(n: int, touchpoints: int, *, closes: bool) -> Iterator[str]:
    """Write a step: the steps of a journey meet touchpoints that lie far apart."""
    yield f"          - id: step-{n}"
    yield f"            touchpoint: touchpoint-{n * 7 % touchpoints}"
    yield f"            customer: Asks about thing {n} and hopes for an answer"
    yield f"            emotion: {n % 5 - 2}"
    if n % 5 == 0:
        yield "            pains: [has to say it twice]"
        yield "            moment_of_truth: true"
        yield "            fail_points: [{text: nobody answers, service_recovery: we call back the same day}]"
    if n % 6 == 0:
        yield "            wait: 2d"
    if closes:
        yield "            closes_request: true"


def declared_plans(tasks: int, teams: int) -> Iterator[str]:
    """Declare a way up of four levels, and a plan whose tasks go on in a few rows at once."""
    yield "roles:"
    for n, level in enumerate(("team-lead", "manager", "director", "ceo")):
        yield f"  - {{id: role-{n}, name: Role {n}, team: team-{n % teams}, level: {level}}}"
    yield "causes: [{id: too-few, name: Too few people, attributed_to: us}]"
    yield "escalation_policies:"
    levels = ", ".join(f"{{role: role-{n}, after: {n + 1}h, kind: hierarchical}}" for n in range(4))
    yield "  - {id: way-up, name: The way up, clock_start: asked, customer_told_after: 2h,"
    yield f"     protects: [standard-0], levels: [{levels}]}}"
    yield "recovery_plans:"
    yield "  - id: back-to-normal"
    yield "    name: Back to normal"
    yield "    causes: [{cause: too-few, share: 0.8}]"
    yield "    started: 2027-01-04"
    yield "    committed_to: 2027-12-31"
    yield "    actions:"
    for n in range(tasks):
        after = f"[task-{n - AT_ONCE}]" if n >= AT_ONCE else "[]"
        yield f"      - {{id: task-{n}, text: Do thing {n}, kind: corrective, lead_time: {1 + n % 5}bd,"
        yield f"         after: {after}, addresses: [too-few], owner: team-{n % teams}}}"


def main() -> None:
    """Print a blueprint with as many steps as the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("steps", type=int)
    parser.add_argument("--touchpoints", type=int, help="how many the journeys share; a quarter of the steps")
    options = parser.parse_args()
    print(blueprint(options.steps, touchpoints=options.touchpoints), end="")


if __name__ == "__main__":
    main()
