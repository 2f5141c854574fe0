"""A stop of a walk on its page: what happens there, what is promised, and what comes after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.site.writing.edition import anchor, label_of
from cxblueprint.site.writing.markdown import NOTHING, Markdown, badge, block, joined, labelled, link, text
from cxblueprint.site.writing.sheet import bullets
from cxblueprint.walking.said import (
    FEELINGS,
    comes_to,
    condition,
    holds_for,
    putting_right,
    rhythm,
    served_by,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Edge, StepNode
    from cxblueprint.model import ProactiveUpdate, Promise, ServiceStandard
    from cxblueprint.site.writing.sheet import Sheet
    from cxblueprint.walking import Stop, Walk

_HOUR, _DAY, _WEEK, _MONTH = 3600, 86_400, 604_800, 2_592_000
_LENGTHS = (_HOUR, _DAY, _WEEK, _MONTH)
_ROUGHLY = {"bd": _DAY, "mo": _MONTH, "y": 12 * _MONTH}
"""In seconds, to draw a wait longer or shorter, never to say how long it is."""


def stop_of(step: StepNode) -> Markdown:
    """Return the number and name of a stop as a link to its place on the same page."""
    return link(Markdown(f"{step.number}&nbsp;{text(label_of(step))}"), f"#{anchor(step.subject)}")


def stop_said(sheet: Sheet, walk: Walk, stop: Stop, lane: Markdown) -> str:
    """Return a stop as blocks of Markdown, the lane at the left of it."""
    head = Markdown(f"{lane}{sheet.here(stop.node.subject)}{_head(sheet, stop)}")
    if stop.is_passed_by:
        return f"{head}\n\nOnly for {sheet.mentions('segment', stop.only_for)}."
    step = stop.node.step
    does = f'<span class="cx-does">{text(step.customer)}</span>' if step.customer else ""
    thought = f'<span class="cx-thought">“{text(step.thinking)}”</span>' if step.thinking else ""
    told = (labelled(label, value) for label, value in _told(sheet, walk, stop) if value)
    blocks = (head, does, thought, bullets(told), _fork(sheet, walk, stop))
    return "\n\n".join(found for found in blocks if found)


def _head(sheet: Sheet, stop: Stop) -> Markdown:
    node = stop.node
    name = text(label_of(node))
    if node.step.touchpoint is not None:
        name = sheet.mention("touchpoint", node.step.touchpoint, label_of(node))
    is_met = not stop.is_passed_by
    feeling = f'<span class="cx-feels">{FEELINGS[stop.feeling]}</span>' if stop.feeling is not None else ""
    signs = [
        badge("truth", "★ moment of truth") if node.step.moment_of_truth and is_met else NOTHING,
        badge("goal", "goal reached") if stop.is_goal and is_met else NOTHING,
        Markdown(feeling),
    ]
    number = f'<span class="cx-number">{stop.number}</span>'
    return joined([Markdown(f"{number} <strong>{name}</strong>"), *signs], " ")


def _told(sheet: Sheet, walk: Walk, stop: Stop) -> Iterator[tuple[str, Markdown]]:
    step, touchpoint, graph = stop.node.step, stop.node.touchpoint, sheet.edition.graph
    arrivals = (_way(edge, stop_of(edge.source)) for edge in stop.arrivals)
    yield "Comes here from", joined(arrivals, "<br>")
    yield "Taken by", sheet.mention("persona", stop.actor.id) if stop.actor is not None else NOTHING
    if touchpoint is not None:
        met = [sheet.mentions("team", stop.teams), sheet.channel(touchpoint), text(served_by(touchpoint))]
        yield "Meets", joined(met, " · ")
        yield "To reach a person", sheet.mention("touchpoint", touchpoint.way_to_human)
    yield "In hand and sight", _held(stop)
    yield "Is promised", joined((_promise(sheet, walk, one) for one in stop.made), "<br>")
    yield "Our word counts here", joined((_promise(sheet, walk, one) for one in stop.due), "<br>")
    yield "Still promised", joined((_words(one) for one in stop.pending), "<br>")
    yield "What good means", joined((_standard(sheet, walk, one) for one in stop.standards), "<br>")
    yield "What makes it hard", joined((text(pain) for pain in step.pains), "<br>")
    yield "What would help", joined((text(one) for one in step.opportunities), "<br>")
    wrong = []
    for point in step.fail_points:
        journey, words = putting_right(graph, point.service_recovery)
        cure = sheet.mention("journey", journey) if journey is not None else text(words)
        way_out = f'<br><span class="cx-cure">We put it right: {cure}</span>' if cure else ""
        wrong.append(Markdown(f"{text(point.text)}{way_out}"))
    yield "What may go wrong", joined(wrong, "<br>")


def _held(stop: Stop) -> Markdown:
    """Return what the walker gets to see or hold here, and after it what they have from before."""
    gained = (badge("new", f"+ {text(item)}") for item in stop.gained)
    kept = (badge("kept", text(item)) for item in stop.held)
    perhaps = [badge("kept", text(item)) for item in stop.perhaps_held]
    return joined([*gained, *kept, Markdown("perhaps") if perhaps else NOTHING, *perhaps], " ")


def _words(promise: Promise) -> Markdown:
    return Markdown(f"“{text(promise.statement)}”") if promise.statement else text(promise.label)


def _promise(sheet: Sheet, walk: Walk, promise: Promise) -> Markdown:
    remark = _remark(sheet, walk, promise)
    kept_by = sheet.team(promise.owner)
    about = joined([text(comes_to(promise)), Markdown(f"kept by {kept_by}") if kept_by else NOTHING, remark])
    return joined(
        [_words(promise), Markdown(f'<span class="cx-hint">{about}</span>') if about else NOTHING], " "
    )


def _standard(sheet: Sheet, walk: Walk, standard: ServiceStandard) -> Markdown:
    name = sheet.mention("service-standard", standard.id)
    target = text(comes_to(standard))
    said = Markdown(f"{name}: {target}") if target else name
    return joined([said, _remark(sheet, walk, standard)])


def _remark(sheet: Sheet, walk: Walk, thing: Promise | ServiceStandard) -> Markdown:
    whom = holds_for(sheet.edition.graph, walk, thing)
    return Markdown(f"for {text(whom)} only") if whom else NOTHING


# Where the way leads


def _fork(sheet: Sheet, walk: Walk, stop: Stop) -> str:
    """Return where the way leads from a stop, if that is not simply on to the next."""
    ways = [_way(edge, _ahead(sheet, walk, edge)) for edge in stop.ways]
    if stop.may_end:
        ways.append(Markdown("the journey ends here for everybody else"))
    if not ways:
        return block("The journey ends here.", "fork") if stop.is_end else ""
    if len(ways) == 1:
        return block(f"The way leads to {ways[0]}", "fork")
    head = "All at the same time:" if stop.are_together else "The way forks:"
    return block(f"{head}\n\n{bullets(ways)}", "fork")


def _ahead(sheet: Sheet, walk: Walk, edge: Edge) -> Markdown:
    """Return the stop that a way leads to, and whether it leads back, or not for the walker."""
    back = "back to " if edge.goes_back else ""
    others = sheet.mentions("segment", walk.stops[edge.target.number - 1].only_for)
    return Markdown(f"{back}{stop_of(edge.target)}{f' (only for {others})' if others else ''}")


def _way(edge: Edge, place: Markdown) -> Markdown:
    said = text(condition(edge))
    return Markdown(f"{place}: {said}") if said else place


# What comes after a stop


def between(sheet: Sheet, stop: Stop, lane: Markdown) -> tuple[str, str] | None:
    """Return how long a walker waits after a stop and what they hear, and how the style sheet calls it.

    None where there is nothing to say.
    """
    news = joined((_news(sheet, update) for update in stop.updates), "; ")
    if stop.wait is None and not news:
        return None
    blocks: list[Markdown] = []
    class_ = "gap"
    if stop.wait is not None:
        seconds = stop.wait.seconds or stop.wait.amount * _ROUGHLY.get(stop.wait.unit, 0)
        class_ = f"gap cx-gap-{1 + sum(seconds >= length for length in _LENGTHS)}"
        blocks.append(Markdown(f'<span class="cx-wait">{_CLOCK} Waits {text(stop.wait.in_words)}</span>'))
    if news:
        label = "Hears meanwhile" if stop.wait is not None else "Hears from now on"
        blocks.append(Markdown(f'<span class="cx-news">{label}: {news}</span>'))
    return f"{lane}{joined(blocks, '<br>')}", class_


_CLOCK = (
    '<svg class="cx-clock" viewBox="0 0 16 16" aria-hidden="true">'
    '<circle cx="8" cy="8" r="6.4"/><path d="M8 4.4V8l2.6 1.8"/></svg>'
)


def _news(sheet: Sheet, update: ProactiveUpdate) -> Markdown:
    channel, team = sheet.mention("channel", update.channel), sheet.team(update.owner)
    return joined(
        [
            sheet.mention("proactive-update", update.id),
            text(rhythm(update)),
            Markdown(f"by {channel}") if channel else NOTHING,
            Markdown(f"from {team}") if team else NOTHING,
        ]
    )
