"""From a journey in the graph to what its service blueprint shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from cxblueprint.graph import Edge, StepNode, handoffs_on
from cxblueprint.model import Action, Subject, Touchpoint
from cxblueprint.pictures.facts import JourneyFacts, condition
from cxblueprint.pictures.notes import name_of
from cxblueprint.pictures.said import (
    doing_said,
    notes_said,
    said,
    standards_said,
    step_said,
    wait_said,
    ways_said,
)
from cxblueprint.pictures.scene import Note, Owner
from cxblueprint.pictures.service_blueprint.scene import (
    LANES,
    BlueprintScene,
    Card,
    Item,
    Lane,
    Passing,
    Remark,
    lane_names,
)
from cxblueprint.pictures.text import clean
from cxblueprint.pictures.words import Words

# The field of a touchpoint that a finding is about says which of its cards it belongs to.
_LANE_OF_FIELD: dict[str, Lane] = {
    "backstage": "backstage",
    "support": "support",
    "physical_evidence": "evidence",
}


def blueprint_scene(facts: JourneyFacts) -> BlueprintScene:
    """Return the scene of a journey's service blueprint."""
    cards = tuple(card for column, node in enumerate(facts.steps) for card in _cards(facts, column, node))
    passings = tuple(dict.fromkeys(_passings(facts)))
    return BlueprintScene(
        heading=facts.heading("service-blueprint", _description(facts, cards, len(passings))),
        columns=facts.columns,
        stages=facts.stage_spans,
        cards=cards,
        ways=facts.ways(),
        passings=passings,
        notes=facts.notes,
        channels=tuple(dict.fromkeys(c for node in facts.steps if (c := facts.channel(node)))),
    )


def _description(facts: JourneyFacts, cards: Sequence[Card], passings: int) -> str:
    words = facts.words
    stages, steps = words.count(len(facts.stage_spans), "stage"), words.count(len(facts.steps), "step")
    lanes = [_lane_inside(facts, lane) for lane in LANES if any(card.lane == lane for card in cards)]
    handoffs = words.count(passings, "declared hand-off")
    parts = [
        words("Service blueprint: {stages} and {steps}", stages=stages, steps=steps),
        words("From top to bottom: {lanes}", lanes=words(", ").join(lanes)) if lanes else "",
        words("{handoffs} between teams", handoffs=handoffs) if passings else "",
        words.count(len(facts.notes), "finding") if facts.notes else "",
    ]
    return said(parts)


def _lane_inside(facts: JourneyFacts, lane: Lane) -> str:
    """Return what a lane is called inside a sentence."""
    return facts.words.inside(lane_names(facts.words)[lane])


# Cards


def _cards(facts: JourneyFacts, column: int, node: StepNode) -> Iterator[Card]:
    """Yield the cards of one step, from the top lane to the bottom one."""
    touchpoint = node.touchpoint
    if touchpoint is not None and touchpoint.physical_evidence:
        items = tuple(Item(text) for text in touchpoint.physical_evidence)
        yield _touchpoint_card(facts, (column, node), touchpoint, "evidence", items)
    yield _customer_card(facts, column, node)
    if touchpoint is None:
        if node.step.touchpoint is not None:
            yield _ghost_card(facts, column, node, node.step.touchpoint)
        return
    named = (Item(clean(touchpoint.label) or touchpoint.id, stands_back=True),)
    actions: dict[Lane, tuple[Item, ...]] = {
        "frontstage": _items(facts, touchpoint, touchpoint.frontstage) or named,
        "backstage": _items(facts, touchpoint, touchpoint.backstage, with_owner=True),
        "support": _items(facts, touchpoint, touchpoint.support),
    }
    for lane, items in actions.items():
        if items:
            yield _touchpoint_card(facts, (column, node), touchpoint, lane, items)


def _items(
    facts: JourneyFacts, touchpoint: Touchpoint, actions: Iterable[Action], *, with_owner: bool = False
) -> tuple[Item, ...]:
    """Return actions as items; the owner's own badge is repeated only where the card has no other."""
    items: list[Item] = []
    for action in actions:
        system = facts.graph.systems.get(action.system) if action.system else None
        software = system.label if system else action.system or ""
        team_id = action.team or (touchpoint.owner if with_owner else None)
        stated = None if not with_owner and action.team == touchpoint.owner else team_id
        text = action.text or ""
        items.append(Item(text or software, facts.team(stated), software if text else ""))
    return tuple(items)


def _touchpoint_card(
    facts: JourneyFacts,
    place: tuple[int, StepNode],
    touchpoint: Touchpoint,
    lane: Lane,
    items: tuple[Item, ...],
) -> Card:
    """Return a card of the organisation's side."""
    column, node = place
    is_front = lane == "frontstage"
    channel = facts.channel(node)
    owner = facts.owner(node) if is_front else None
    standards = facts.standards(node) if is_front else ()
    notes = _touchpoint_notes(facts, touchpoint, lane)
    icon = channel.icon if channel and lane in ("evidence", "frontstage") else None
    if lane == "support" and any(action.system for action in touchpoint.support):
        icon = "system"
    is_ghost = all(item.stands_back for item in items)
    words = facts.words
    what = words("nothing is stated") if is_ghost else "; ".join(item_in_words(item, words) for item in items)
    spoken = [_lane_said(facts, node, lane, what)]
    if is_front:
        spoken.append(words("Channel: {name}", name=channel.name) if channel else "")
        spoken.append(words("Owner: {name}", name=owner.name) if owner else "")
        spoken += standards_said(standards, words)
    spoken += notes_said(notes, words)
    return Card(
        column,
        lane,
        items,
        said(spoken),
        icon=icon,
        owner=owner,
        standards=standards,
        notes=notes,
        is_ghost=is_ghost,
        href=facts.href(Subject("touchpoint", touchpoint.id), node.subject),
    )


def _lane_said(facts: JourneyFacts, node: StepNode, lane: Lane, what: str) -> str:
    step, name = name_of(node), _lane_inside(facts, lane)
    return facts.words("{step}, {lane}: {what}", step=step, lane=name, what=what)


def item_in_words(item: Item, words: Words) -> str:
    """Return an item with its team and its system."""
    details = [text for text in (item.team.name if item.team else "", item.system) if text]
    return f"{item.text} ({words(', ').join(details)})" if details else item.text


def _ghost_card(facts: JourneyFacts, column: int, node: StepNode, touchpoint_id: str) -> Card:
    """Return the card of a touchpoint that a step names and nobody declares."""
    words = facts.words
    owner = Owner("?", words("not declared"))
    what = words("touchpoint {id}, which is not declared", id=touchpoint_id)
    label = said([_lane_said(facts, node, "frontstage", what)])
    href = facts.href(node.subject)
    return Card(column, "frontstage", (Item(touchpoint_id),), label, owner=owner, is_ghost=True, href=href)


def _customer_card(facts: JourneyFacts, column: int, node: StepNode) -> Card:
    is_ghost = node.step.customer is None and node.touchpoint is not None
    words = facts.words
    text = clean(node.step.customer or "") or name_of(node)
    notes = tuple(facts.note(finding) for finding in facts.findings if finding.subject == node.subject)
    spoken = [
        step_said(facts, node),
        doing_said(facts, node, words("nothing is stated") if is_ghost else text),
        facts.change_said(node),
        *(mark.text for mark in facts.marks(node)),
        words("The customer's goal") if node is facts.journey.outcome else "",
        *ways_said(facts, node),
        *notes_said(notes, words),
    ]
    subjects = [node.subject]
    if node.touchpoint is not None:
        subjects.append(Subject("touchpoint", node.touchpoint.id))
    return Card(
        column,
        "customer",
        (Item(text, stands_back=is_ghost),),
        said(spoken),
        remarks=tuple(_remarks(facts, node)),
        notes=notes,
        is_ghost=is_ghost,
        href=facts.href(*subjects),
    )


def _remarks(facts: JourneyFacts, node: StepNode) -> Iterator[Remark]:
    """Yield what the arrows alone would not say."""
    words = facts.words
    hidden_before = [e.source for e in node.incoming if facts.column_of(e.source) is None]
    hidden_after = [e.target for e in node.outgoing if facts.column_of(e.target) is None]
    for source in hidden_before:
        yield Remark(words("from {step}", step=f"{source.number} {name_of(source)}"), icon="onward")
    if node is facts.journey.outcome:
        yield Remark(words.inside(words("The customer's goal")), icon="goal")
    if node.step.wait is not None:
        yield Remark(wait_said(node, words), marker="wait")
    if len(node.outgoing) > 1:
        together = node.step.parallel
        count = len(node.outgoing)
        if together:
            yield Remark(words.count(count, "{n} ways at the same time"), icon="together")
        else:
            yield Remark(words.count(count, "one of {n} ways on"), icon="ways")
    for edge in node.outgoing:
        when = condition(edge, words)
        if edge.target is node and when:
            yield Remark(words("again: {when}", when=when), icon="again")
    for target in hidden_after:
        yield Remark(words("on to {step}", step=f"{target.number} {name_of(target)}"), icon="onward")
    is_last = node is facts.journey.steps[-1]
    if not node.outgoing and node.step.next is not None and not is_last:
        yield Remark(words("the journey ends here"), icon="end")


def _touchpoint_notes(facts: JourneyFacts, touchpoint: Touchpoint, lane: Lane) -> tuple[Note, ...]:
    """Return the findings that belong to one of a touchpoint's cards."""
    subject = Subject("touchpoint", touchpoint.id)
    standards = {Subject("service-standard", standard) for standard in touchpoint.standards}
    notes = []
    for finding in facts.findings:
        if finding.subject == subject:
            field = (finding.at or "").split("[")[0].split(".")[0]
            if lane == _lane_of(field, touchpoint):
                notes.append(facts.note(finding))
        elif finding.subject in standards and lane == "frontstage":
            notes.append(facts.note(finding))
    return tuple(notes)


def _lane_of(field: str, touchpoint: Touchpoint) -> Lane:
    """Return where a finding about a touchpoint's field is shown: in front, where that lane has no card."""
    lane = _LANE_OF_FIELD.get(field)
    return lane if lane is not None and getattr(touchpoint, field) else "frontstage"


# Hand-offs


def _passings(facts: JourneyFacts) -> Iterator[Passing]:
    """Yield the declared hand-offs between teams whose touchpoints follow each other.

    Steps which the customer takes alone lie between them without breaking the chain.
    """
    for source in facts.steps:
        if facts.graph.owner_of(source) is None:
            continue
        for target in _next_owned(facts, source):
            for handoff in handoffs_on(facts.graph, Edge(source, target)):
                giver, receiver = source, target
                owner = facts.graph.owner_of(source)
                if owner is not None and handoff.giver != owner.id:
                    if handoff.between is None:
                        continue  # it is declared for the other way, where the two meet that way round
                    giver, receiver = target, source
                first, second = facts.column_of(giver), facts.column_of(receiver)
                if first is not None and second is not None:
                    yield Passing(first, second)


def _next_owned(facts: JourneyFacts, source: StepNode) -> Iterator[StepNode]:
    waiting = [edge.target for edge in source.outgoing]
    seen: set[str] = set()
    while waiting:
        node = waiting.pop(0)
        if node.address in seen or node is source:
            continue
        seen.add(node.address)
        if node.touchpoint is None and node.step.touchpoint is None:
            waiting += [edge.target for edge in node.outgoing]
        elif facts.graph.owner_of(node) is not None:
            yield node
