"""Hand-offs: where an open request passes from team to team."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.pictures import VIEWS
from cxblueprint.site.shelves import Shelf
from cxblueprint.site.writing.agreed import HANDOFF_HEADER, handoff_cells
from cxblueprint.site.writing.figures import figure_of
from cxblueprint.site.writing.findings import add_findings
from cxblueprint.site.writing.markdown import table
from cxblueprint.site.writing.rows import about_things, found, head
from cxblueprint.site.writing.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.site.pages import Page
    from cxblueprint.site.writing.edition import Edition


def handoff_shelves(edition: Edition) -> Iterator[Shelf]:
    """Yield the page about hand-offs, if any are declared; it is listed with the teams where these are."""
    if edition.graph.handoffs:
        page = _index(edition)
        beside_teams = edition.list_of("team") or edition.list_of("role")
        yield Shelf((page,), () if beside_teams else (page.path,))


def _index(edition: Edition) -> Page:
    handoffs = edition.graph.handoffs.values()
    sheet = Sheet(edition, edition.index_of("handoff"), "Hand-offs", is_wide=True)
    sheet.description = f"Where requests pass from team to team in {edition.title}"
    sheet.name()
    sheet.add("Where a customer's open request passes from team to team, and what travels with it.", "intro")
    figure = figure_of(edition, sheet.path, "silos-network")
    if figure is not None:
        sheet.heading(VIEWS["silos-network"].heading, "silos-network")
        sheet.figure(figure)
    rows = [(head(sheet, one), *handoff_cells(sheet, one), found(sheet, one)) for one in handoffs]
    sheet.section("From team to team", "handoffs", table(("Hand-off", *HANDOFF_HEADER, "Findings"), rows))
    add_findings(sheet, about_things(edition, handoffs))
    return sheet.page()
