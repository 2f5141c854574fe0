"""A blueprint to the pages of its site."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from cxblueprint.graph import Graph
from cxblueprint.model import subject_of
from cxblueprint.pictures import Theme
from cxblueprint.rules import CATALOGUE

from .edition import Edition
from .findings import findings_page
from .home import home_page, team_index, touchpoint_index
from .journeys import journey_page
from .pages import NavigationItem, Page, Section, Site
from .rule_pages import rule_site
from .teams import team_page
from .touchpoints import touchpoint_page

if TYPE_CHECKING:
    from cxblueprint.checks import Report, Rule
    from cxblueprint.model import Blueprint

MOST_LISTED = 60
"""Of journeys or teams: beyond that the navigation, repeated on every page, outweighs the pages."""


def build(
    blueprint: Blueprint | Graph,
    *,
    report: Report,
    base: str = "",
    rules: Sequence[Rule] = CATALOGUE,
    rule_pages: str = "rules",
    directory_urls: bool = True,
    theme: Theme | None = None,
) -> Site:
    """Return the pages about a blueprint: home, journeys, touchpoints, teams and findings.

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
    )
    journeys = [journey_page(edition, journey) for journey in graph.journeys.values()]
    touchpoints = [
        touchpoint_page(edition, touchpoint, edition.page_of(subject_of(touchpoint)) or "")
        for touchpoint in graph.touchpoints.values()
    ]
    teams = [
        team_page(edition, team, edition.page_of(subject_of(team)) or "") for team in graph.teams.values()
    ]
    journeys, teams = _listed_if_few(journeys), _listed_if_few(teams)
    lists = [touchpoint_index(edition)] if touchpoints else []
    lists += [team_index(edition)] if teams else []
    home, findings = home_page(edition), findings_page(edition)
    every = (home, *journeys, *lists, *touchpoints, *teams, findings)
    return Site(
        edition.title, {page.path: page for page in every}, tuple(_navigation(edition, journeys, teams))
    )


def build_rules(rules: Sequence[Rule] = CATALOGUE, *, base: str = "rules", claims: str | None = None) -> Site:
    """Return the page of each rule and the page that lists them, once for a whole documentation.

    Args:
        rules: the rules that have a page.
        base: the folder of the pages, from the root of the documentation.
        claims: the page on which each claim that a rule rests on has an anchor, such as `why.md#1.3`;
            None where there is no such page, so that claims are words and no links.
    """
    return rule_site(rules, base, claims)


def _navigation(
    edition: Edition, journeys: Sequence[Page], teams: Sequence[Page]
) -> Iterable[NavigationItem]:
    yield edition.home
    if listed := _listed(journeys):
        yield Section("Journeys", listed)
    if edition.graph.touchpoints:
        yield edition.index_of("touchpoint")
    if teams:
        yield Section("Teams", (edition.index_of("team"), *_listed(teams)))
    yield edition.findings_page


def _listed_if_few(pages: Sequence[Page]) -> list[Page]:
    return [replace(page, is_listed=len(pages) <= MOST_LISTED) for page in pages]


def _listed(pages: Iterable[Page]) -> tuple[str, ...]:
    return tuple(page.path for page in pages if page.is_listed)
