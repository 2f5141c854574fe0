"""The key of the view: only what occurs."""

from __future__ import annotations

from collections.abc import Iterator

from cxblueprint.pictures import key
from cxblueprint.pictures.recovery.chart_drawing import BARS, LINES, draw_diamond, draw_hatch
from cxblueprint.pictures.recovery.ladder_drawing import arrow_class
from cxblueprint.pictures.recovery.scene import Ladder, MarkKind, Plan, RecoveryScene
from cxblueprint.pictures.scene import Owner
from cxblueprint.pictures.svg import Canvas, number
from cxblueprint.pictures.words import Words


def legend_rows(scene: RecoveryScene, words: Words) -> tuple[tuple[str, tuple[key.Entry, ...]], ...]:
    """Return the rows of the key."""
    entries = [entry for ladder in scene.ladders for entry in _of_ladder(ladder, words)]
    if scene.plan is not None:
        entries += _of_plan(scene.plan, words)
    if _has_ghosts(scene):
        entries.append(key.box_entry("cx-card cx-ghost", words("Not stated")))
    unique = {entry.text: entry for entry in entries}
    rows = (
        (words("Key"), tuple(unique.values())),
        (words("Teams"), tuple(key.owner_entries(_owners(scene)))),
    )
    return tuple(row for row in rows if row[1])


def _of_ladder(ladder: Ladder, words: Words) -> Iterator[key.Entry]:
    kinds = {rung.kind for rung in ladder.rungs}
    if "functional" in kinds:
        yield key.icon_entry("expert", words("Somebody who knows more"))
    if "hierarchical" in kinds:
        yield key.icon_entry("rise", words("Somebody who may decide more"))
    classes = {arrow_class(rung) for rung in ladder.rungs}
    if "handoff" in classes:
        yield key.arrow_entry("handoff", words("Goes up"))
    if "flow" in classes:
        yield key.arrow_entry("flow", words("Goes to who knows more"))
    if "loop" in classes:
        yield key.arrow_entry("loop", words("Goes on, when is not stated"))
    if ladder.ends:
        yield key.line_entry("limit", words("A service standard has run out"))


def _of_plan(plan: Plan, words: Words) -> Iterator[key.Entry]:
    kinds = {row.kind for row in plan.actions}
    if "containment" in kinds:
        yield _bar(BARS["containment"], words("Containment: stops the harm at once"), radius=6.5)
    if "corrective" in kinds:
        yield _bar(BARS["corrective"], words("Corrective: removes a cause"))
    if any(row.is_critical and row.span for row in plan.actions):
        yield key.Entry(26, _draw_critical, words("The end hangs on it (critical path)"))
    elif any(cause.is_main for cause in plan.causes):
        yield key.Entry(26, _draw_critical, words("Main cause"))
    if any(row.latest for row in plan.actions):
        yield key.Entry(26, _draw_slack, words("Slack: may begin so much later"))
    if any(row.is_done for row in plan.actions):
        yield key.icon_entry("tick", words("Done"), "cx-critical")
    if any(row.after for row in plan.actions):
        yield key.arrow_entry("flow", words("Has to be finished first"))
    yield from _of_marks({mark.kind for mark in plan.marks}, words)


def _of_marks(kinds: set[MarkKind], words: Words) -> Iterator[key.Entry]:
    if "committed-to" in kinds:
        yield key.line_entry(LINES["committed-to"], words("Date the customer was given"))
    if "bau" in kinds:
        yield key.line_entry(LINES["bau"], words("Business as usual"))
    if "end" in kinds:
        yield key.line_entry(LINES["end"], words("Earliest end, reckoned from lead times"))
    if "milestone" in kinds:
        yield key.Entry(12, lambda canvas, x, y: draw_diamond(canvas, x + 6, y), words("Milestone"))


def _bar(class_: str, text: str, radius: float = 2) -> key.Entry:
    return key.Entry(26, lambda canvas, x, y: canvas.rect(x, y - 6.5, 26, 13, class_, radius=radius), text)


def _draw_critical(canvas: Canvas, x: float, y: float) -> None:
    draw_hatch(canvas, x, x + 26, y - 6, 12)
    canvas.rect(x, y - 6, 26, 12, "cx-critical", radius=2)


def _draw_slack(canvas: Canvas, x: float, y: float) -> None:
    canvas.path(f"M{number(x)} {number(y)}h25m0 -4v8", "cx-loop")


def _has_ghosts(scene: RecoveryScene) -> bool:
    cards = [*scene.plan.cards, *scene.plan.happened] if scene.plan else []
    rows = scene.plan.actions if scene.plan else ()
    ladders = scene.ladders
    return (
        any(card.is_ghost for card in cards)
        or any(row.kind is None or not row.has_length for row in rows)
        or any(ladder.start.is_ghost or ladder.told.column is None for ladder in ladders)
        or any(rung.is_ghost for ladder in ladders for rung in ladder.rungs)
        or any(not end.is_sure for ladder in ladders for end in ladder.ends)
    )


def _owners(scene: RecoveryScene) -> Iterator[Owner]:
    for ladder in scene.ladders:
        yield from (rung.owner for rung in ladder.rungs if rung.owner)
        yield from (update.owner for update in ladder.updates if update.owner)
    if scene.plan is not None:
        yield from (row.owner for row in scene.plan.actions if row.owner)
        yield from (card.owner for card in scene.plan.cards if card.owner)
