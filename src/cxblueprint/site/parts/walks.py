"""In the customer's shoes: the page on which a reader walks a journey, stop by stop, as one persona."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.pictures.text import clean
from cxblueprint.site.writing.addresses import page_path, relative_path
from cxblueprint.site.writing.markdown import NOTHING, Markdown, joined, link, text
from cxblueprint.site.writing.sheet import Sheet, bullets
from cxblueprint.site.writing.words import counted
from cxblueprint.walking import personas_for, walk
from cxblueprint.walking.said import (
    FEELINGS,
    first_name,
    handed_on,
    standing,
    title,
    waiting,
)

from .lane import Lane, scale
from .stops import between, stop_of, stop_said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import JourneyNode
    from cxblueprint.model import Persona
    from cxblueprint.site.pages import Page
    from cxblueprint.site.writing.edition import Edition
    from cxblueprint.walking import Stop, Walk


def walk_pages(edition: Edition) -> Iterator[Page]:
    """Yield the walks of every journey that has steps.

    There is one for each persona who may walk it, or one for nobody in particular where nobody may.
    """
    graph = edition.graph
    for journey in graph.journeys.values():
        if journey.steps:
            for persona in personas_for(graph, journey) or (None,):
                yield _walk_page(edition, walk(graph, journey, persona))


def walk_path(edition: Edition, journey: JourneyNode, persona: Persona | None) -> str:
    """Return the path of the page of a walk; ids have no underscore, so that no two are the same."""
    name = journey.id if persona is None else f"{journey.id}_{persona.id}"
    return page_path(edition.base, "walks", name)


def ways_to_walk(sheet: Sheet, journey: JourneyNode) -> Markdown:
    """Return links to the walks of a journey, such as `Walk it as Anna, as Ben`; nothing for no steps."""
    edition = sheet.edition
    if not edition.has("walks") or not journey.steps:
        return NOTHING
    personas = personas_for(edition.graph, journey)
    if not personas:
        return _way(sheet, journey, None, "Walk it step by step")
    ways = (_way(sheet, journey, persona, f"as {first_name(persona)}") for persona in personas)
    return Markdown(f"Walk it {joined(ways, ' ')}")


def walks_of_persona(sheet: Sheet, persona: Persona) -> Iterator[Markdown]:
    """Yield a link to each walk of a persona, named after its journey."""
    edition = sheet.edition
    if edition.has("walks"):
        for journey in edition.graph.journeys.values():
            if journey.steps and persona in personas_for(edition.graph, journey):
                yield _way(sheet, journey, persona, edition.label(journey.subject))


def _way(sheet: Sheet, journey: JourneyNode, persona: Persona | None, words: str) -> Markdown:
    path = walk_path(sheet.edition, journey, persona)
    return text(words) if path == sheet.path else link(text(words), relative_path(sheet.path, path))


def _walk_page(edition: Edition, walk: Walk) -> Page:
    journey = walk.journey
    path = walk_path(edition, journey, walk.persona)
    sheet = Sheet(edition, path, clean(title(walk, edition.label(journey.subject))), is_listed=False)
    sheet.description = f"{edition.label(journey.subject)}, told from where the customer stands"
    above = edition.page_of(journey.subject)
    ways_up = [("Journeys", f"{edition.home}#journeys")]
    ways_up += [(edition.label(journey.subject), above)] if above else []
    sheet.crumbs((edition.title, edition.home), *ways_up)
    sheet.name()
    sheet.add(_others(sheet, walk), "walk-it")
    sheet.facts(*_facts(sheet, walk))
    sheet.add(bullets(_sums(walk)), "sums")
    _tell(sheet, walk)
    return sheet.page()


def _others(sheet: Sheet, walk: Walk) -> Markdown:
    """Return links to the walks of the others, where there are any."""
    personas = personas_for(sheet.edition.graph, walk.journey)
    ways = [
        _way(sheet, walk.journey, persona, f"as {first_name(persona)}")
        for persona in personas
        if walk.persona is not None and persona.id != walk.persona.id
    ]
    return Markdown(f"Walk it {joined(ways, ' ')}") if ways else NOTHING


def _facts(sheet: Sheet, walk: Walk) -> Iterator[tuple[str, Markdown]]:
    segment = walk.segment
    if walk.persona is not None:
        yield "Who walks", sheet.mention("persona", walk.persona.id)
        yield "Wants", joined((text(goal) for goal in walk.persona.goals), "<br>")
    if segment is not None:
        yield "Belongs to", sheet.mention("segment", segment.id)
        yield "Needs", joined((text(need) for need in segment.needs), "<br>")
        yield "Wants to feel", joined((text(driver) for driver in segment.emotional_drivers), "<br>")
    for gaining, value in walk.values:
        who = Markdown(f"{sheet.mention('segment', gaining)}: ") if gaining is not None else NOTHING
        yield "Gains by this journey", Markdown(f"{who}{text(value)}")
    yield "Shows", text(standing(walk).capitalize())


def _sums(walk: Walk) -> Iterator[Markdown]:
    """Yield what the walk comes to, each a number and what it counts."""
    stops = len(walk.own_stops)
    if stops:
        yield _sum(str(stops), "stop" if stops == 1 else "stops")
    wait = waiting(walk)
    if wait:
        yield _sum(wait, "of waiting, as far as it is stated")
    if walk.teams:
        teams = counted(len(walk.teams), "team").partition(" ")
        yield _sum(teams[0], f"{teams[2]} met")
    if walk.channels:
        yield _sum(str(len(walk.channels)), "channel" if len(walk.channels) == 1 else "channels")
    passed = handed_on(walk)
    if passed:
        yield _sum(passed, "handed on to another team")
    for stop, what in ((walk.lowest, "lowest point"), (walk.highest, "highest point")):
        if stop is not None and walk.lowest is not walk.highest:
            yield _sum(FEELINGS[stop.feeling or 0], f"{what}, at {stop_of(stop.node)}")


def _sum(figure: str, what: str) -> Markdown:
    return Markdown(f"**{text(figure)}** {what}")


def _tell(sheet: Sheet, walk: Walk) -> None:
    """Add the stops, and between them what the walker waits for and hears, under the names of the stages."""
    lane = Lane(walk.stops)
    if any(stop.feeling is not None for stop in walk.stops):
        sheet.add(f"{scale()}<span>from the worst feeling to the best</span>", "scale")
    before: Stop | None = None
    for stop in walk.stops:
        stage = stop.node.stage
        if before is None or stage is not before.node.stage:
            name = text(stage.label) or text(stage.id)
            sheet.add(f"{lane.after(before)}\n\n## {name} {{ #stage-{stage.number} }}", "stage")
        sheet.add(stop_said(sheet, walk, stop, lane.at_stop(stop)), _class_of(stop))
        after = between(sheet, stop, lane.after(stop, is_wait=stop.wait is not None))
        if after is not None:
            sheet.add(*after)
        before = stop


def _class_of(stop: Stop) -> str:
    if stop.is_passed_by:
        return "stop cx-past"
    feeling = stop.feeling or 0
    return "stop" if not feeling else f"stop cx-{'low' if feeling < 0 else 'high'}"
