"""The table of journeys, worst first: what was found, where standards hold, how customers feel."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from cxblueprint.checks import badness
from cxblueprint.pictures.spark import lowest
from cxblueprint.site.writing.findings import about_journey
from cxblueprint.site.writing.markdown import (
    NOTHING,
    Markdown,
    badge,
    block,
    choice,
    joined,
    sorted_as,
    table,
)
from cxblueprint.site.writing.spark import spark
from cxblueprint.site.writing.strip import key_to, share_with_standard, squares_of, strip
from cxblueprint.site.writing.words import FEELINGS, in_words, tally

if TYPE_CHECKING:
    from cxblueprint.checks import Finding
    from cxblueprint.graph import JourneyNode
    from cxblueprint.site.writing.sheet import Sheet

_HEADER = (
    "Journey",
    "Findings",
    "Standards, step by step",
    "Feelings",
    "Lowest point",
    "Owner",
    "For",
    "Steps",
    "KPIs",
)


def portfolio(sheet: Sheet) -> Iterator[str]:
    """Yield the blocks that show all journeys; none where there are none."""
    graph = sheet.edition.graph
    found = {journey.id: about_journey(sheet.edition, journey) for journey in graph.journeys.values()}
    worst_first = sorted(graph.journeys.values(), key=lambda journey: badness(found[journey.id]))
    rows = [_row(sheet, journey, found[journey.id]) for journey in worst_first]
    yield table(_HEADER, rows, numbers=("Steps", "KPIs"), sortable=True, choices=("Owner",))
    squares = {square for journey in graph.journeys.values() for square in squares_of(graph, journey)}
    yield block(key_to(squares), "key") if squares else ""


def _row(sheet: Sheet, journey: JourneyNode, findings: Sequence[Finding]) -> tuple[Markdown, ...]:
    graph, declared = sheet.edition.graph, journey.journey
    squares = squares_of(graph, journey)
    return (
        joined([_name(sheet, journey), _phases(journey)], "<br>"),
        tally(findings),
        sorted_as(share_with_standard(squares), strip(squares)),
        _curve(journey),
        _lowest_point(sheet, journey),
        sheet.team(declared.owner),
        joined(choice("For", sheet.mention("segment", segment)) for segment in declared.segments),
        Markdown(str(len(journey.steps))),
        Markdown(str(len(graph.kpis_of(journey)))),
    )


def _name(sheet: Sheet, journey: JourneyNode) -> Markdown:
    """Return a journey's name, and what it shows unless that is what happens today."""
    declared = journey.journey
    is_told_apart = any(other.journey.state == "to-be" for other in sheet.edition.graph.journeys.values())
    state = badge("state", in_words(declared.state)) if declared.state and is_told_apart else NOTHING
    draft = badge("draft", "draft") if not journey.is_live else NOTHING
    return joined([sheet.journey(journey), choice("Shows", state), choice("Status", draft)], " ")


def _phases(journey: JourneyNode) -> Markdown:
    """Return through which phases a journey leads, in its order."""
    phases = dict.fromkeys(stage.stage.phase for stage in journey.stages if stage.stage.phase is not None)
    said = joined((choice("Phase", in_words(phase)) for phase in phases), " · ")
    return Markdown(f'<span class="cx-where">{said}</span>') if said else NOTHING


def _curve(journey: JourneyNode) -> Markdown:
    """Return the curve of feelings, by which a table sorts from good to bad on the whole."""
    known = [step.step.emotion for step in journey.steps if step.step.emotion is not None]
    return sorted_as(sum(known) / len(known), spark(journey.steps)) if known else NOTHING


def _lowest_point(sheet: Sheet, journey: JourneyNode) -> Markdown:
    low = lowest(journey.steps)
    feeling = (low.step.emotion or 0) if low else 0
    if low is None or feeling >= 0:
        return NOTHING
    return sorted_as(-feeling, Markdown(f"{FEELINGS[feeling]} at {sheet.step(low)}"))
