"""A blueprint to the pages of its site."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from cxblueprint.graph import Graph
from cxblueprint.pictures import Theme
from cxblueprint.rules import CATALOGUE

from .edition import Edition, SourceLink
from .findings import findings_page
from .home import home_page, team_index, touchpoint_index
from .journeys import journey_page
from .pages import Site
from .places import PARTS
from .rule_pages import rule_site
from .shelves import Shelf, shelf
from .teams import team_page
from .touchpoints import touchpoint_page

if TYPE_CHECKING:
    from cxblueprint.checks import Report, Rule
    from cxblueprint.model import Blueprint


def build(
    blueprint: Blueprint | Graph,
    *,
    report: Report,
    base: str = "",
    rules: Sequence[Rule] = CATALOGUE,
    rule_pages: str = "rules",
    directory_urls: bool = True,
    theme: Theme | None = None,
    parts: Collection[str] = PARTS,
    views: Collection[str] | None = None,
    source_link: str | None = None,
) -> Site:
    """Return the pages about a blueprint: its home, and one about each thing.

    Nothing is read or written, and no picture is drawn before its figure is asked for it. The same
    input makes the same pages.

    Args:
        blueprint: what to tell about; a graph that was built of it saves building it again.
        report: what was found about it.
        base: the folder of its pages in the documentation; empty for its root.
        rules: the rules that have a page.
        rule_pages: the folder of those pages, from the root of the documentation; see `build_rules`.
        directory_urls: whether `a/b.md` is published as `a/b/` rather than as `a/b.html`.
        theme: colours, fonts and words of the pictures; ours unless given.
        parts: the parts of the site to make, of `PARTS`; links to what is left out are mere names.
        views: the views of which pages show pictures, of `cxblueprint.pictures.VIEWS`; all unless given, and
            of each journey only service blueprint and journey map where there are more than 60 journeys.
        source_link: an address with `{path}` and `{line}` in it, by which readers see in a repository where
            something is written; without it the place is told and leads nowhere.
    """
    graph = blueprint if isinstance(blueprint, Graph) else Graph(blueprint)
    edition = Edition(
        graph,
        report,
        base=base,
        rules=rules,
        rule_pages=rule_pages,
        directory_urls=directory_urls,
        theme=theme or Theme(),
        parts=parts,
        views=views,
        source_link=SourceLink(source_link) if source_link else None,
    )
    shelves = [shelf for part in PARTS if edition.has(part) for shelf in _SHELVES[part](edition)]
    pages = (home_page(edition), *(page for shelf in shelves for page in shelf.pages))
    navigation = (edition.home, *(item for shelf in shelves for item in shelf.navigation))
    return Site(edition.title, {page.path: page for page in pages}, navigation, edition.is_large)


def _journeys(edition: Edition) -> Iterator[Shelf]:
    journeys = edition.graph.journeys.values()
    yield shelf("Journeys", [journey_page(edition, journey) for journey in journeys])


def _touchpoints(edition: Edition) -> Iterator[Shelf]:
    if touchpoints := edition.graph.touchpoints.values():
        index = touchpoint_index(edition)
        pages = [touchpoint_page(edition, one, edition.path_of(one)) for one in touchpoints]
        yield Shelf((index, *pages), (index.path,))


def _teams(edition: Edition) -> Iterator[Shelf]:
    if teams := edition.graph.teams.values():
        pages = [team_page(edition, team, edition.path_of(team)) for team in teams]
        yield shelf("Teams", pages, index=team_index(edition))


def _findings(edition: Edition) -> Iterator[Shelf]:
    page = findings_page(edition)
    yield Shelf((page,), (page.path,))


_SHELVES: Mapping[str, Callable[[Edition], Iterator[Shelf]]] = MappingProxyType(
    {"journeys": _journeys, "touchpoints": _touchpoints, "teams": _teams, "findings": _findings}
)
"""How each part of a site is made, in the order of the navigation."""


def build_rules(rules: Sequence[Rule] = CATALOGUE, *, base: str = "rules", claims: str | None = None) -> Site:
    """Return the page of each rule and the page that lists them, once for a whole documentation.

    Args:
        rules: the rules that have a page.
        base: the folder of the pages, from the root of the documentation.
        claims: the page on which each claim that a rule rests on has an anchor, such as `why.md#1.3`;
            None where there is no such page, so that claims are words and no links.
    """
    return rule_site(rules, base, claims)
