"""From a journey in the graph to what its service blueprint shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from cxblueprint.graph import Edge, StepNode, handoffs_on
from cxblueprint.model import Action, Subject, Touchpoint
from cxblueprint.pictures.facts import JourneyFacts, condition, counted, sentence
from cxblueprint.pictures.notes import name_of
from cxblueprint.pictures.picture import Table
from cxblueprint.pictures.scene import Note, Owner
from cxblueprint.pictures.service_blueprint.scene import (
    LANE_NAMES,
    LANES,
    BlueprintScene,
    Card,
    Item,
    Lane,
    Passing,
    Remark,
)
from cxblueprint.pictures.text import clean

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
    stages = counted(len(facts.stage_spans), "stage")
    lanes = [LANE_NAMES[lane].lower() for lane in LANES if any(card.lane == lane for card in cards)]
    parts = [
        f"Service blueprint: {stages} and {counted(len(facts.steps), 'step')}",
        f"from top to bottom: {', '.join(lanes)}" if lanes else "",
        counted(passings, "declared hand-off") + " between teams" if passings else "",
        counted(len(facts.notes), "finding") if facts.notes else "",
    ]
    return " ".join(sentence(part[:1].upper() + part[1:]) for part in parts if part)


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
    said = "nothing is stated" if is_ghost else "; ".join(map(_item_in_words, items))
    spoken = [f"{name_of(node)}, {LANE_NAMES[lane].lower()}: {said}"]
    if is_front:
        spoken.append(f"Channel: {channel.name}" if channel else "")
        spoken.append(f"Owner: {owner.name}" if owner else "")
        spoken += [f"Standard: {s.name}, {s.target or 'no target'}" for s in standards]
    spoken += [f"Finding {note.code}, {note.severity}: {note.message}" for note in notes]
    return Card(
        column,
        lane,
        items,
        " ".join(sentence(text) for text in spoken if text),
        icon=icon,
        owner=owner,
        standards=standards,
        notes=notes,
        is_ghost=is_ghost,
        href=facts.href(Subject("touchpoint", touchpoint.id), node.subject),
    )


def _item_in_words(item: Item) -> str:
    details = [text for text in (item.team.name if item.team else "", item.system) if text]
    return f"{item.text} ({', '.join(details)})" if details else item.text


def _ghost_card(facts: JourneyFacts, column: int, node: StepNode, touchpoint_id: str) -> Card:
    """Return the card of a touchpoint that a step names and nobody declares."""
    owner = Owner("?", "not declared")
    label = sentence(f"{name_of(node)}, frontstage: touchpoint {touchpoint_id}, which is not declared")
    href = facts.href(node.subject)
    return Card(column, "frontstage", (Item(touchpoint_id),), label, owner=owner, is_ghost=True, href=href)


def _customer_card(facts: JourneyFacts, column: int, node: StepNode) -> Card:
    is_ghost = node.step.customer is None and node.touchpoint is not None
    text = clean(node.step.customer or "") or name_of(node)
    notes = tuple(facts.note(finding) for finding in facts.findings if finding.subject == node.subject)
    persona = facts.graph.personas.get(node.step.actor) if node.step.actor else None
    spoken = [
        f"Step {node.number} of {len(facts.journey.steps)}, {name_of(node)}, stage {node.stage.label}",
        f"{persona.label if persona else 'Customer'}: {'nothing is stated' if is_ghost else text}",
        *(mark.text for mark in facts.marks(node)),
        "The customer's goal" if node is facts.journey.outcome else "",
        *(f"Next: {way}" for way in facts.onward(node)),
        *(f"Finding {note.code}, {note.severity}: {note.message}" for note in notes),
    ]
    subjects = [node.subject]
    if node.touchpoint is not None:
        subjects.append(Subject("touchpoint", node.touchpoint.id))
    return Card(
        column,
        "customer",
        (Item(text, stands_back=is_ghost),),
        " ".join(sentence(part) for part in spoken if part),
        remarks=tuple(_remarks(facts, node)),
        notes=notes,
        is_ghost=is_ghost,
        href=facts.href(*subjects),
    )


def _remarks(facts: JourneyFacts, node: StepNode) -> Iterator[Remark]:
    """Yield what the arrows alone would not say."""
    hidden_before = [e.source for e in node.incoming if facts.column_of(e.source) is None]
    hidden_after = [e.target for e in node.outgoing if facts.column_of(e.target) is None]
    for source in hidden_before:
        yield Remark(f"from {source.number} {name_of(source)}", icon="onward")
    if node is facts.journey.outcome:
        yield Remark("the customer's goal", icon="goal")
    if node.step.wait is not None:
        yield Remark(f"then waits {node.step.wait.in_words}", marker="wait")
    if len(node.outgoing) > 1:
        together = node.step.parallel
        count = len(node.outgoing)
        text = f"{count} ways at the same time" if together else f"one of {count} ways on"
        yield Remark(text, icon="together" if together else "ways")
    for edge in node.outgoing:
        if edge.target is node and condition(edge):
            yield Remark(f"again: {condition(edge)}", icon="again")
    for target in hidden_after:
        yield Remark(f"on to {target.number} {name_of(target)}", icon="onward")
    is_last = node is facts.journey.steps[-1]
    if not node.outgoing and node.step.next is not None and not is_last:
        yield Remark("the journey ends here", icon="end")


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


# The same as text


def blueprint_table(facts: JourneyFacts, scene: BlueprintScene) -> Table:
    """Return everything the picture shows, one row for each step; columns without content are left out."""
    header = [
        "Step",
        "Stage",
        "Customer",
        "Channel",
        "Owner",
        "Frontstage",
        "Standards",
        "Backstage",
        "Support",
    ]
    header += ["Physical evidence", "Marks", "Next", "Hands off to", "Findings"]
    by_cell = {(card.column, card.lane): card for card in scene.cards}
    rows: list[list[str]] = []
    for column, node in enumerate(facts.steps):

        def words(lane: Lane, column: int = column) -> str:
            card = by_cell.get((column, lane))
            stated = [item for item in card.items if not item.stands_back] if card else []
            return "; ".join(map(_item_in_words, stated))

        channel, owner = facts.channel(node), facts.owner(node)
        passed = [p.target for p in scene.passings if p.source == column]
        notes = [note for lane in LANES if (card := by_cell.get((column, lane))) for note in card.notes]
        rows.append(
            [
                f"{node.number} {name_of(node)}",
                clean(node.stage.label),
                words("customer"),
                channel.name if channel else "",
                owner.name if owner else "",
                words("frontstage"),
                "; ".join(" ".join(filter(None, (s.name, s.target))) for s in facts.standards(node)),
                words("backstage"),
                words("support"),
                words("evidence"),
                "; ".join(mark.text for mark in facts.marks(node)),
                "; ".join(facts.onward(node)),
                "; ".join(f"{facts.steps[t].number} {name_of(facts.steps[t])}" for t in passed),
                "; ".join(f"{note.code} {note.message}" for note in notes),
            ]
        )
    kept = [i for i in range(len(header)) if i < 2 or any(row[i] for row in rows)]
    cells = tuple(tuple(clean(row[i]) for i in kept) for row in rows)
    return Table(tuple(header[i] for i in kept), cells)
