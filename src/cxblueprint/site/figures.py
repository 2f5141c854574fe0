"""The pictures in pages: drawn when asked for, and known by what they show."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from cxblueprint import _version
from cxblueprint.errors import CxBlueprintError
from cxblueprint.pictures import VIEWS
from cxblueprint.pictures.svg import escape

from .addresses import relative_url
from .edition import digest
from .packing import packed
from .pages import Drawing, Figure

if TYPE_CHECKING:
    from cxblueprint.checks import Finding
    from cxblueprint.graph import JourneyNode
    from cxblueprint.model import Subject
    from cxblueprint.pictures import Picture, View

    from .edition import Edition

OF_JOURNEY = tuple(view.name for view in VIEWS.values() if view.of == "journey")


def figures_of_journey(
    edition: Edition, path: str, journey: JourneyNode, findings: Sequence[Finding]
) -> Iterator[tuple[str, str, Figure]]:
    """Yield the pictures of a journey for its page at `path`, each after its heading and the name of that."""
    content = digest(edition.content_of(journey), repr(findings))
    for view in OF_JOURNEY:
        if view in edition.views:
            figure = _figure_of(edition, path, VIEWS[view], journey.id, findings, content=content)
            yield VIEWS[view].heading, view, figure


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
) -> Figure:
    # Next to the published page, so that its links hold for the file too.
    beside = f"{path.removesuffix('.md')}{'/' if edition.directory_urls else '.'}{view.name}.svg"
    file = beside if not edition.is_large else None
    is_so = (str(edition.directory_urls), str(edition.is_large))
    urls = (path, edition.rule_pages, *is_so, *sorted(edition.parts))
    key = digest(_version.__version__, view.name, str(subject), content, *urls)

    def draw() -> Drawing:
        return _drawing(edition, path, view, subject, findings, file=file)

    return Figure(f'<div class="cx-figure" data-cx="{view.name}"></div>', key, file, draw)


def _drawing(
    edition: Edition,
    path: str,
    view: View,
    subject: str | None,
    findings: Sequence[Finding],
    *,
    file: str | None,
) -> Drawing:
    def link(subject: Subject) -> str | None:
        return edition.url(path, subject)

    inside = edition.with_urls(path, findings)
    theme = edition.theme.in_mode("auto")
    try:
        picture = view(edition.graph, subject, theme=theme, findings=inside, link=link)
    except CxBlueprintError as error:
        return Drawing(f'<p class="cx-note">{escape(f"No picture: {error}")}</p>', "", "")
    here = relative_url(path, file, directory_urls=edition.directory_urls) if file else None
    shown, table = _figure(picture, here), _table(picture)
    if view.of == "journey":
        # The page says the same step by step: a search need not find each word once more in each picture.
        shown, table = f"{shown}{table}", ""
    if edition.is_large:
        shown = packed(shown, picture.height)
    return Drawing(shown, table, picture.svg if file else "")


def _figure(picture: Picture, file: str | None) -> str:
    """Return a picture in a region of its own, for pages narrower than it."""
    name = escape(f"{VIEWS[picture.view].heading}: {picture.title}")
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
