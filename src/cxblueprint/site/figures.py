"""The pictures in a journey's page: drawn when asked for, and known by what they show."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from cxblueprint import _version
from cxblueprint.errors import CxBlueprintError
from cxblueprint.pictures import VIEWS
from cxblueprint.pictures.svg import escape

from .addresses import relative_url
from .pages import Drawing, Figure

if TYPE_CHECKING:
    from cxblueprint.checks import Finding
    from cxblueprint.graph import JourneyNode
    from cxblueprint.model import Subject
    from cxblueprint.pictures import Picture

    from .edition import Edition

_HEADINGS: Mapping[str, str] = MappingProxyType(
    {"service-blueprint": "Service blueprint", "journey-map": "Journey map"}
)

MOST_FILES = 60
"""Of journeys whose pictures can be saved: beyond that, a site is large enough without a copy of each."""


def figures_of(
    edition: Edition, path: str, journey: JourneyNode, findings: Sequence[Finding]
) -> Iterator[tuple[str, str, Figure]]:
    """Yield the pictures of a journey for its page at `path`, each after its heading and the name of that."""
    content = _content(edition, journey, findings)
    for view, heading in _HEADINGS.items():
        # Next to the published page, so that its links hold for the file too.
        beside = f"{path.removesuffix('.md')}{'/' if edition.directory_urls else '.'}{view}.svg"
        file = beside if len(edition.graph.journeys) <= MOST_FILES else None
        parts = (_version.__version__, view, path, edition.rule_pages, str(edition.directory_urls), *content)
        key = hashlib.sha256("\0".join(parts).encode("utf-8", "backslashreplace")).hexdigest()

        def draw(view: str = view, file: str | None = file) -> Drawing:
            return _drawing(edition, path, journey, findings, view=view, file=file)

        yield heading, view, Figure(f'<div class="cx-figure" data-cx="{view}"></div>', key, file, draw)


def _content(edition: Edition, journey: JourneyNode, findings: Sequence[Finding]) -> tuple[str, ...]:
    """Return all that the pictures of a journey depend on, as text."""
    touchpoints = (touchpoint.model_dump_json() for touchpoint in journey.touchpoints)
    return (
        edition.shared_content,
        journey.journey.model_dump_json(),
        *touchpoints,
        repr(findings),
    )


def _drawing(
    edition: Edition,
    path: str,
    journey: JourneyNode,
    findings: Sequence[Finding],
    *,
    view: str,
    file: str | None,
) -> Drawing:
    def link(subject: Subject) -> str | None:
        return edition.url(path, subject)

    inside = edition.with_urls(path, findings)
    try:
        picture = VIEWS[view](
            edition.graph, journey.id, theme=edition.theme.in_mode("auto"), findings=inside, link=link
        )
    except CxBlueprintError as error:
        return Drawing(f'<p class="cx-note">{escape(f"No picture: {error}")}</p>', "", "")
    here = relative_url(path, file, directory_urls=edition.directory_urls) if file else None
    return Drawing(_figure(picture, here), _table(picture), picture.svg)


def _figure(picture: Picture, file: str | None) -> str:
    """Return a picture in a region of its own, for pages narrower than it."""
    name = escape(f"{_HEADINGS[picture.view]}: {picture.title}")
    take_along = (
        f'<figcaption><a href="{escape(file)}" download>Save this picture</a></figcaption>\n' if file else ""
    )
    return (
        # The table is what a search finds: a search that reads pictures too need not show each word twice.
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
