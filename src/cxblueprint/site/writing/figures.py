"""The pictures in pages: drawn when asked for, and known by what they show."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from cxblueprint import _version
from cxblueprint.errors import CxBlueprintError
from cxblueprint.pictures import VIEWS
from cxblueprint.pictures.beside import pair_beside
from cxblueprint.pictures.passing import parts_of
from cxblueprint.pictures.svg import escape
from cxblueprint.site.pages import Drawing, Figure

from .addresses import beside as path_beside
from .addresses import relative_url
from .edition import digest
from .packing import packed
from .sheet import Tab

if TYPE_CHECKING:
    from cxblueprint.checks import Finding
    from cxblueprint.graph import JourneyNode
    from cxblueprint.model import Subject
    from cxblueprint.pictures import Picture, View

    from .edition import Edition

BESIDE = "today-and-to-be"
"""What links to the picture of two journeys say after `#`."""
_FOR_PAPER = frozenset({"service-blueprint", "journey-map"})
OF_JOURNEY = tuple(view.name for view in VIEWS.values() if view.of == "journey")


def tabs_of_journey(
    edition: Edition, path: str, journey: JourneyNode, findings: Sequence[Finding]
) -> tuple[Tab, ...]:
    """Return the pictures of a journey for its page at `path`: those that would show something."""
    content = digest(edition.content_of(journey), repr(findings))
    shown = [view for view in OF_JOURNEY if view in edition.views and _shows(view, journey)]
    # On paper, pictures that a reader has not asked for are a waste, but no page is without any.
    for_paper = _FOR_PAPER.intersection(shown) or shown[:1]
    tabs = [
        Tab(
            VIEWS[view].heading,
            view,
            _figure_of(edition, path, VIEWS[view], journey.id, findings, content=content),
            view in for_paper,
        )
        for view in shown
    ]
    return (*tabs, *_pair(edition, path, journey, shown))


def _shows(view: str, journey: JourneyNode) -> bool:
    """Tell whether a picture of a journey would show more than its frame."""
    match view:
        case "silos" | "ownership":
            return any(part.team is not None for part in parts_of(journey.steps))
        case "measures":
            at_touchpoints = (one.standards or one.kpis for one in journey.touchpoints)
            return bool(journey.journey.kpis) or any(at_touchpoints)
        case _:
            return bool(journey.steps)


def _pair(edition: Edition, path: str, journey: JourneyNode, shown: Sequence[str]) -> Iterator[Tab]:
    """Yield a journey beside the one that it is to replace, or that is to replace it, if that is one."""
    view = next((VIEWS[view] for view in shown if VIEWS[view].has_pairs), None)
    graph = edition.graph
    pair = pair_beside(graph, journey.id)
    if view is None or pair is None or not all(graph.journeys[one].steps for one in pair):
        return
    findings = view.concerning(graph, journey.id, edition.found, beside=True)
    contents = (edition.content_of(graph.journeys[one]) for one in pair)
    content = digest(*contents, repr(findings))
    figure = _figure_of(edition, path, view, journey.id, findings, content=content, beside=True)
    yield Tab("Today and as it is to be", BESIDE, figure, is_for_paper=False)


def figure_of(edition: Edition, path: str, view: str, subject: str | None = None) -> Figure | None:
    """Return a picture of the whole blueprint, or of a plan, for the page at `path`.

    None where settings leave it out, or where there is nothing that it could show.
    """
    chosen = VIEWS[view]
    if view not in edition.views or subject not in chosen.subjects(edition.graph):
        return None
    findings = chosen.concerning(edition.graph, subject, edition.found)
    content = digest(edition.whole_content, repr(findings))
    return _figure_of(edition, path, chosen, subject, findings, content=content)


def _figure_of(
    edition: Edition,
    path: str,
    view: View,
    subject: str | None,
    findings: Sequence[Finding],
    *,
    content: str,
    beside: bool = False,
) -> Figure:
    name = BESIDE if beside else view.name
    file = file_of(edition, path, f"{name}.svg")
    is_so = (str(edition.directory_urls), str(edition.packs))
    urls = (path, edition.rule_pages, *is_so, *sorted(edition.parts))
    key = digest(_version.__version__, view.name, name, str(subject), content, *urls)

    def draw() -> Drawing:
        return _drawing(edition, path, view, subject, findings, file=file, beside=beside)

    return Figure(f'<div class="cx-figure" data-cx="{name}"></div>', key, file, draw)


def file_of(edition: Edition, path: str, name: str) -> str | None:
    """Return where a picture that readers may take along lies; None where there are too many of them."""
    if edition.packs:
        return None
    return path_beside(path, name, directory_urls=bool(edition.directory_urls))


def _drawing(
    edition: Edition,
    path: str,
    view: View,
    subject: str | None,
    findings: Sequence[Finding],
    *,
    file: str | None,
    beside: bool,
) -> Drawing:
    def link(subject: Subject) -> str | None:
        return edition.url(path, subject)

    inside = edition.with_urls(path, findings)
    theme = edition.theme.in_mode("auto")
    try:
        picture = view(edition.graph, subject, theme=theme, findings=inside, link=link, beside=beside)
    except CxBlueprintError as error:
        return Drawing(f'<p class="cx-note">{escape(f"No picture: {error}")}</p>', "", "")
    drawing = drawing_of(picture, way_to(edition, path, file))
    if view.of == "journey" and edition.directory_urls is not None:
        # The page says the same step by step: a search need not find each word once more in each picture,
        # and on a large site it weighs too much.
        table = "" if edition.packs else drawing.table
        drawing = replace(drawing, picture=f"{drawing.picture}{table}", table="")
    if edition.packs:
        # Nobody is offered the file, and a thousand of them would fill the memory of a host that serves.
        drawing = replace(drawing, picture=packed(drawing.picture, picture.height), svg="")
    return drawing


def way_to(edition: Edition, path: str, file: str | None) -> str | None:
    """Return how the published page of `path` leads to a file that readers may take along."""
    return relative_url(path, file, directory_urls=bool(edition.directory_urls)) if file else None


def drawing_of(picture: Picture, file: str | None) -> Drawing:
    """Return a picture as pages show it; `file` is how the page leads to what readers may take along."""
    title = f"{VIEWS[picture.view].heading}: {picture.title}"
    return Drawing(_figure(picture, title, file), _table(picture), picture.svg, title)


def _figure(picture: Picture, title: str, file: str | None) -> str:
    """Return a picture in a region of its own, for pages narrower than it."""
    name = escape(title)
    take_along = (
        f'<figcaption><a href="{escape(file)}" download>Save this picture</a></figcaption>\n' if file else ""
    )
    return (
        # A search that reads pictures too need not show each word twice.
        f'<figure class="cx-figure" data-search-exclude>\n'
        f'<div class="cx-scroll" tabindex="0" role="region" aria-label="{name}"{_direction(picture)}>\n'
        f"{picture.inline}{picture.sticky}{picture.paper}</div>\n"
        f"{take_along}"
        f"</figure>\n"
    )


def _direction(picture: Picture) -> str:
    """Return the attribute for what begins at the right, so that it is seen from there on."""
    return ' dir="rtl"' if picture.theme.words.is_rtl else ""


def _table(picture: Picture) -> str:
    table = picture.table
    language = picture.theme.words.language
    spoken = "" if language == "en" else f' lang="{language}"{_direction(picture)}'
    head = "\n".join(f'<th scope="col">{escape(name)}</th>' for name in table.header)
    rows = ("<tr>" + "\n".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>\n" for row in table.rows)
    return (
        '<details class="cx-same"><summary>Same content as a table</summary>\n'
        f"<table{spoken}>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{''.join(rows)}</tbody>\n</table>\n"
        "</details>\n"
    )
