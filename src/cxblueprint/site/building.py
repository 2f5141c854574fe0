"""A blueprint to the pages of its site."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from cxblueprint.graph import Graph
from cxblueprint.pictures import Theme
from cxblueprint.rules import CATALOGUE
from cxblueprint.site.parts.change import change_shelves
from cxblueprint.site.parts.customers import customer_shelves
from cxblueprint.site.parts.glossary import glossary_page
from cxblueprint.site.parts.handoffs import handoff_shelves
from cxblueprint.site.parts.home import home_page
from cxblueprint.site.parts.journeys import journey_page
from cxblueprint.site.parts.listening import listening_shelves
from cxblueprint.site.parts.measures import measure_index, measure_page
from cxblueprint.site.parts.promises import promise_index, promise_page
from cxblueprint.site.parts.recovery import recovery_shelves
from cxblueprint.site.parts.rule_pages import rule_site
from cxblueprint.site.parts.standards import standard_index, standard_page
from cxblueprint.site.parts.systems import system_shelves
from cxblueprint.site.parts.teams import team_index, team_page
from cxblueprint.site.parts.touchpoints import touchpoint_index, touchpoint_page
from cxblueprint.site.parts.walks import walk_pages
from cxblueprint.site.writing.edition import Edition, SourceLink
from cxblueprint.site.writing.findings import findings_page

from .pages import Page, Section, Site
from .places import PARTS
from .shelves import Shelf, gathered, shelf

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
    directory_urls: bool | None = True,
    theme: Theme | None = None,
    parts: Collection[str] | None = None,
    views: Collection[str] | None = None,
    source_link: SourceLink | str | None = None,
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
        directory_urls: whether `a/b.md` is published as `a/b/` rather than as `a/b.html`; None where nobody
            knows yet, so that pictures lead nowhere.
        theme: colours, fonts and words of the pictures; ours unless given.
        parts: the parts of the site to make, of `PARTS`; links to what is left out are mere names. All
            unless given, but walks where there are more than 60 journeys.
        views: the views of which pages show pictures, of `cxblueprint.pictures.VIEWS`; all unless given, and
            of each journey only the service blueprint where there are more than 60 journeys.
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
        source_link=SourceLink(source_link) if isinstance(source_link, str) else source_link,
    )
    shelves = [shelf for part in PARTS if edition.has(part) for shelf in _SHELVES[part](edition)]
    pages = (home_page(edition), *(page for shelf in shelves for page in shelf.pages))
    navigation = gathered((edition.home, *(item for shelf in shelves for item in shelf.navigation)))
    return Site(edition.title, {page.path: page for page in pages}, navigation, edition)


def _journeys(edition: Edition) -> Iterator[Shelf]:
    journeys = edition.graph.journeys.values()
    yield shelf("Journeys", [journey_page(edition, journey) for journey in journeys])


def _walks(edition: Edition) -> Iterator[Shelf]:
    yield Shelf(tuple(walk_pages(edition)), ())


def _touchpoints(edition: Edition) -> Iterator[Shelf]:
    if touchpoints := edition.graph.touchpoints.values():
        index = touchpoint_index(edition)
        pages = [touchpoint_page(edition, one, edition.path_of(one)) for one in touchpoints]
        systems = edition.list_of("system") or edition.list_of("channel") or edition.list_of("calendar")
        listed = (index.path, systems) if systems else (index.path,)
        yield Shelf((index, *pages), (Section("Touchpoints", listed),) if systems else listed)


def _teams(edition: Edition) -> Iterator[Shelf]:
    graph = edition.graph
    if graph.teams or graph.roles:
        pages = [team_page(edition, team, edition.path_of(team)) for team in graph.teams.values()]
        handoffs = edition.list_of("handoff")
        yield shelf("Teams", pages, index=team_index(edition), beside=[handoffs] if handoffs else [])


def _promises(edition: Edition) -> Iterator[Shelf]:
    if promises := edition.graph.promises.values():
        yield _promised(edition, promise_index(edition), (promise_page(edition, one) for one in promises))


def _standards(edition: Edition) -> Iterator[Shelf]:
    if standards := edition.graph.standards.values():
        yield _promised(edition, standard_index(edition), (standard_page(edition, one) for one in standards))


def _measures(edition: Edition) -> Iterator[Shelf]:
    if kpis := edition.graph.kpis.values():
        yield _promised(edition, measure_index(edition), (measure_page(edition, one) for one in kpis))


_WHAT_WE_PROMISE = (
    ("promise", "What we promise"),
    ("service-standard", "What good means"),
    ("kpi", "What we measure"),
)


def _promised(edition: Edition, index: Page, pages: Iterable[Page]) -> Shelf:
    """Return pages of which only the one that lists them is in the navigation, in a section with its like.

    Material shows the first page of the section under the section's name, which has to fit it.
    """
    title = next(name for kind, name in _WHAT_WE_PROMISE if edition.list_of(kind))
    return Shelf((index, *pages), (Section(title, (index.path,)),))


def _findings(edition: Edition) -> Iterator[Shelf]:
    page = findings_page(edition)
    yield Shelf((page,), (page.path,))


def _glossary(edition: Edition) -> Iterator[Shelf]:
    page = glossary_page(edition)
    yield Shelf((page,), (page.path,))


_SHELVES: Mapping[str, Callable[[Edition], Iterator[Shelf]]] = MappingProxyType(
    {
        "journeys": _journeys,
        "walks": _walks,
        "touchpoints": _touchpoints,
        "teams": _teams,
        "handoffs": handoff_shelves,
        "promises": _promises,
        "standards": _standards,
        "measures": _measures,
        "customers": customer_shelves,
        "listening": listening_shelves,
        "recovery": recovery_shelves,
        "systems": system_shelves,
        "change": change_shelves,
        "findings": _findings,
        "glossary": _glossary,
    }
)
"""How each part of a site is made."""


def build_rules(rules: Sequence[Rule] = CATALOGUE, *, base: str = "rules", claims: str | None = None) -> Site:
    """Return the page of each rule and the page that lists them, once for a whole documentation.

    Args:
        rules: the rules that have a page.
        base: the folder of the pages, from the root of the documentation.
        claims: the page on which each claim that a rule rests on has an anchor, such as `why.md#1.3`;
            None where there is no such page, so that claims are words and no links.
    """
    return rule_site(rules, base, claims)
