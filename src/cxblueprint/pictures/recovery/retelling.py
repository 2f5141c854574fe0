"""The same content as a table, and as a plain graph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from cxblueprint.pictures.outline import Node, Outline, Tie
from cxblueprint.pictures.picture import Table
from cxblueprint.pictures.recovery.actions import more_of
from cxblueprint.pictures.recovery.scene import Ladder, Plan, RecoveryScene
from cxblueprint.pictures.scene import Note, Owner
from cxblueprint.pictures.text import clean
from cxblueprint.pictures.words import Words

Row = tuple[str, str, str, str, str, str]


def table_of(scene: RecoveryScene, words: Words) -> Table:
    """Return everything the picture shows: a row for each level, each action, and whatever else is stated.

    Columns without content are left out.
    """
    header = (
        words("Part"), words("What"), words("Who"), words("When"), words("More"), words("Findings"),
    )  # fmt: skip
    rows = [row for ladder in scene.ladders for row in _of_ladder(ladder, words)]
    if scene.plan is not None:
        rows += _of_plan(scene.plan, words)
    kept = [place for place in range(len(header)) if place < 2 or any(row[place] for row in rows)]
    return Table(
        tuple(header[place] for place in kept),
        tuple(tuple(clean(row[place]) for place in kept) for row in rows),
    )


def _of_ladder(ladder: Ladder, words: Words) -> Iterator[Row]:
    start, told = ladder.start, ladder.told
    event = start.event or words("not stated")
    yield words("Start"), event, start.flag, "", "", _codes(start.notes)
    yield words("Customer"), told.text, "", told.detail, "", _codes(told.notes)
    for update in ladder.updates:
        yield words("Heard unasked"), update.text, _name(update.owner), "", "", ""
    for end in ladder.ends:
        more = "" if end.is_sure else words("Whether both count from the same event is not stated")
        yield words("Service standard"), end.name, "", end.target, more, ""
    for remark in ladder.remarks:
        yield words("Service standard"), remark, "", "", "", ""
    for rung in ladder.rungs:
        when = rung.within or words("time not stated")
        more = _joined([rung.kind_text, rung.rank])
        yield rung.name, rung.role, _name(rung.owner), when, more, _codes(rung.notes)


def _of_plan(plan: Plan, words: Words) -> Iterator[Row]:
    for card in plan.happened:
        yield card.title, _joined(card.lines), "", "", "", _codes(card.notes)
    for cause in plan.causes:
        yield (
            words("Cause"),
            cause.name,
            "",
            "",
            _joined([cause.share_text, cause.details]),
            _codes(cause.notes),
        )
    for row in plan.actions:
        more = [row.kind_text, *more_of(words, row), words("Done") if row.is_done else "", row.waiting]
        part = words("Action {n}", n=row.number)
        yield part, row.text, _name(row.owner), row.dates, _joined(more), _codes(row.notes)
    for text in plan.circles:
        yield words("Circle"), text, "", "", "", ""
    for mark in plan.marks:
        yield words("Date"), mark.text, "", "", "", _codes(mark.notes)
    for card in plan.cards:
        yield card.title, _joined([*card.lines, card.large]), _name(card.owner), "", "", _codes(card.notes)


def _name(owner: Owner | None) -> str:
    return owner.name if owner else ""


def _joined(texts: Iterable[str]) -> str:
    return "; ".join(filter(None, texts))


def _codes(notes: Sequence[Note]) -> str:
    return _joined(f"{note.code} {note.message}" for note in notes)


def outline_of(scene: RecoveryScene, words: Words) -> Outline:
    """Return levels in a chain, and actions with what they wait for."""
    nodes: list[Node] = []
    ties: list[Tie] = []
    groups: list[tuple[str, str]] = []
    for place, ladder in enumerate(scene.ladders):
        group = f"ladder {place}"
        groups.append((group, ladder.name))
        before = f"{group} start"
        nodes.append(Node(before, ladder.start.event or words("Start"), group))
        for step, rung in enumerate(ladder.rungs):
            key = f"{group} {step}"
            nodes.append(Node(key, f"{rung.name}: {rung.role}", group, rung.href))
            ties.append(Tie(before, key, rung.within, "flow" if rung.within else "missing"))
            before = key
    if scene.plan is not None:
        groups.append(("plan", scene.heading.title))
        for row in scene.plan.actions:
            nodes.append(Node(f"action {row.number}", f"{row.number} {row.text}", "plan", row.href))
            for before_number in row.waits_for:
                is_critical = before_number == row.hangs_on
                kind = "handoff" if is_critical else "loop" if row.waiting else "flow"
                ties.append(Tie(f"action {before_number}", f"action {row.number}", "", kind))
    return Outline(tuple(nodes), tuple(ties), tuple(groups))
