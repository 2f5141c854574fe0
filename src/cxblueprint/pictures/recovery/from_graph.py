"""From a recovery plan or an escalation policy in the graph to what its picture shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cxblueprint.graph import Graph
from cxblueprint.model import Declared, EscalationPolicy, RecoveryPlan, Subject
from cxblueprint.pictures.asked import Asked
from cxblueprint.pictures.plans import cases_of, plan_named, policies_of
from cxblueprint.pictures.recovery.cards import MOST_CASES
from cxblueprint.pictures.recovery.facts import Facts, name_of, uid_of
from cxblueprint.pictures.recovery.ladder import ladder_of
from cxblueprint.pictures.recovery.plan import plan_of
from cxblueprint.pictures.recovery.scene import Ladder, Plan, RecoveryScene
from cxblueprint.pictures.scene import Heading
from cxblueprint.pictures.text import clean

_MOST_LADDERS = 3
_MOST_NAMES = 3
_MOST_LEVELS = 12
_MOST_REMARKS = 5


def recovery_scene(graph: Graph, plan: str, asked: Asked) -> RecoveryScene:
    """Return the scene of a plan or a policy, by one of the ids of `plans`."""
    facts = Facts(graph, asked)
    thing = plan_named(graph, plan)
    drawn = plan_of(facts, thing) if isinstance(thing, RecoveryPlan) else None
    policies = policies_of(graph, thing) if isinstance(thing, RecoveryPlan) else (thing,)
    ladders = tuple(ladder_of(facts, policy) for policy in policies[:_MOST_LADDERS])
    remarks = [remark for ladder in ladders for remark in _some(facts, ladder.remarks)]
    more = len(policies) - len(ladders)
    if more > 0:
        remarks.append(facts.words("Ways up that are not shown here: {count}", count=more))
    cases = len(drawn.happened) - MOST_CASES if drawn else 0
    if cases > 0:
        remarks.append(facts.words("Cases that are not shown here: {count}", count=cases))
    heading = Heading(
        uid_of(plan),
        name_of(thing),
        " \u00b7 ".join(_subtitle(facts, thing)),
        " ".join(facts.sentences(_description(facts, ladders, drawn))),
    )
    return RecoveryScene(heading, ladders, drawn, facts.notes, tuple(dict.fromkeys(remarks)))


def _some(facts: Facts, remarks: Sequence[str]) -> list[str]:
    """Return the first of some remarks, and how many there are more; the table has all."""
    more = len(remarks) - _MOST_REMARKS
    rest = [facts.words("Protected too, and told in the table: {count} more", count=more)] if more > 0 else []
    return [*remarks[:_MOST_REMARKS], *rest]


def _subtitle(facts: Facts, thing: RecoveryPlan | EscalationPolicy) -> Iterator[str]:
    """Yield the blueprint, what is drawn, and the customers and journeys of the cases behind it."""
    words, graph = facts.words, facts.graph
    if clean(graph.blueprint.title):
        yield clean(graph.blueprint.title)
    yield words("recovery plan") if isinstance(thing, RecoveryPlan) else words("escalation policy")
    cases = cases_of(graph, thing)
    accounts = [graph.accounts.get(case.account or "") for case in cases]
    journeys = [graph.element(Subject("journey", case.journey or "")) for case in cases]
    for elements in (accounts, journeys):
        names = sorted({name_of(element) for element in elements if isinstance(element, Declared)})
        if names:
            rest = [words("and {count} more", count=len(names) - _MOST_NAMES)] if names[_MOST_NAMES:] else []
            yield words(", ").join([*names[:_MOST_NAMES], *rest])


def _description(facts: Facts, ladders: Sequence[Ladder], plan: Plan | None) -> Iterator[str]:
    """Yield what the picture shows, for those who do not see it."""
    words = facts.words
    for ladder in ladders:
        yield words(
            "Way up, {name}: {levels}", name=ladder.name, levels=words.count(len(ladder.rungs), "level")
        )
        yield f"{ladder.told.text} {ladder.told.detail}"
        for rung in ladder.rungs[:_MOST_LEVELS]:
            when = rung.within or words("time not stated")
            yield words("{level}: {who}, {when}", level=rung.name, who=rung.role, when=when)
    if plan is not None:
        done = sum(row.is_done for row in plan.actions)
        counted = words.count(len(plan.actions), "action")
        yield words("Recovery plan: {actions}, {done} done", actions=counted, done=done)
        yield from (words("Main cause: {name}", name=cause.name) for cause in plan.causes if cause.is_main)
        path = [str(row.number) for row in plan.actions if row.is_critical]
        if path:
            yield words("On the critical path: actions {numbers}", numbers=words(", ").join(path))
        yield from (mark.text for mark in plan.marks if mark.kind in ("end", "committed-to", "bau"))
        yield from plan.circles[:3]
    if facts.notes:
        yield words.count(len(facts.notes), "finding")
