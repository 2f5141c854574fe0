"""What the customer hears unasked while something is on its way up, as far as that can be known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.model import subject_of
from cxblueprint.pictures.icons import PATHS
from cxblueprint.pictures.plans import cases_of, standards_of
from cxblueprint.pictures.recovery.facts import Facts, name_of
from cxblueprint.pictures.recovery.scene import Update
from cxblueprint.pictures.text import clean
from cxblueprint.pictures.times import cadence_in

if TYPE_CHECKING:
    from cxblueprint.graph import Graph
    from cxblueprint.model import EscalationPolicy, ProactiveUpdate


def updates_of(facts: Facts, policy: EscalationPolicy) -> tuple[Update, ...]:
    """Return the updates that cover what a policy is about.

    That is any recovery; the touchpoints whose standards it protects, the journeys through them and what
    customers ask for there; and the journeys, accounts and segments of the cases that took it.
    """
    places = _places(facts.graph, policy)
    found = sorted(facts.graph.proactive_updates.values(), key=lambda update: update.id)
    return tuple(_update(facts, update) for update in found if not places.isdisjoint(update.covers))


def _places(graph: Graph, policy: EscalationPolicy) -> set[str]:
    standards = {standard.id for standard in standards_of(graph, policy)}
    touchpoints = [
        touchpoint
        for touchpoint in graph.touchpoints.values()
        if not standards.isdisjoint(touchpoint.standards)
    ]
    places = {"any-recovery"}
    for touchpoint in touchpoints:
        places.add(str(subject_of(touchpoint)))
        if touchpoint.opens_request:
            places.add("any-open-request")
        for step in graph.steps_at(touchpoint):
            places |= {str(step.subject), str(step.journey.subject)}
    for case in cases_of(graph, policy):
        places.add(f"journey:{case.journey}")
        account = graph.accounts.get(case.account or "")
        if account is not None:
            places |= {str(subject_of(account)), f"segment:{account.segment}"}
            plans = (plan for plan in graph.relationship_plans.values() if plan.account == account.id)
            places |= {str(subject_of(plan)) for plan in plans}
    return places


def _update(facts: Facts, update: ProactiveUpdate) -> Update:
    words = facts.words
    when = cadence_in(words, update.cadence) if update.cadence else clean(update.trigger or "")
    channel = facts.graph.channels.get(update.channel or "")
    owner = facts.team(update.owner)
    parts = [name_of(update), when or words("how often is not stated"), name_of(channel) if channel else ""]
    text = " \u00b7 ".join(part for part in parts if part)
    spoken = [
        words("Heard unasked: {update}", update=text),
        words("Team: {team}", team=owner.name) if owner else "",
    ]
    kind = (channel.kind if channel else None) or "other"
    icon = kind if kind in PATHS else "other"
    return Update(text, facts.spoken(spoken), icon, owner, facts.href(subject_of(update)))
