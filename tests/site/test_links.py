"""Every link leads somewhere, in Markdown and in pictures, however pages are published."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

import cxblueprint as cx
from cxblueprint.site import Site, build, build_rules
from cxblueprint.site.places import PARTS, PLACES
from cxblueprint.testing.strategies import blueprints

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
FOLDERS = sorted(path.name for path in EXAMPLES.iterdir() if path.is_dir() and any(path.glob("*.y*ml")))
BrokenLinks = Callable[[Site], list[str]]
BrokenLinksOfPictures = Callable[[Site, bool], list[str]]


def published(blueprint: cx.Blueprint, *, base: str = "", directory_urls: bool = True) -> Site:
    """Return the site of a blueprint, judged most strictly, and the pages of the rules."""
    graph = cx.Graph(blueprint)
    report = cx.check(graph, profile="exemplary")
    site = build(graph, report=report, base=base, rule_pages="about/rules", directory_urls=directory_urls)
    rules = build_rules(base="about/rules")
    return Site(site.title, {**site.pages, **rules.pages}, site.navigation)


@pytest.mark.parametrize("folder", FOLDERS)
def test_links_in_the_pages_of_an_example_lead_somewhere(folder: str, broken_links: BrokenLinks) -> None:
    assert broken_links(published(cx.load(EXAMPLES / folder), base=f"gallery/{folder}")) == []


@pytest.mark.parametrize("directory_urls", [True, False])
@pytest.mark.parametrize("folder", ["coffee-shop", "messy-bank"])
def test_links_in_the_pictures_of_an_example_lead_somewhere(
    folder: str,
    *,
    directory_urls: bool,
    broken_links_of_pictures: BrokenLinksOfPictures,
) -> None:
    site = published(cx.load(EXAMPLES / folder), base=f"gallery/{folder}", directory_urls=directory_urls)

    assert broken_links_of_pictures(site, directory_urls) == []


@pytest.mark.parametrize("folder", FOLDERS)
def test_everything_in_the_navigation_of_an_example_is_there(folder: str) -> None:
    site = published(cx.load(EXAMPLES / folder))
    waiting, listed = list(site.navigation), []
    while waiting:
        item = waiting.pop()
        if isinstance(item, str):
            listed.append(item)
        else:
            waiting.extend(item.items)

    assert [path for path in listed if path not in site.pages] == []


@pytest.mark.parametrize("part", PARTS)
def test_a_part_that_is_left_out_leaves_no_page_and_no_link(
    part: str, site_of: Callable[..., Site], broken_links: BrokenLinks
) -> None:
    """Everything the small blueprint says is told about somewhere, so that each part has pages to lose."""
    whole = site_of()
    site = site_of(parts=[other for other in PARTS if other != part])

    assert broken_links(site) == []
    folders = {place.folder for place in PLACES.values() if place.part == part} | {part}
    lost = {path for path in whole.pages if path.partition("/")[0].removesuffix(".md") in folders}
    assert lost
    assert site.pages.keys() == whole.pages.keys() - lost


# A fixture without a state of its own: it may serve many examples.
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(blueprint=blueprints(messy=True))
def test_any_blueprint_has_a_site_whose_links_lead_somewhere(
    blueprint: cx.Blueprint, broken_links: BrokenLinks
) -> None:
    site = published(blueprint, base="any")

    assert broken_links(site) == []
    about = {
        "journeys": blueprint.journeys,
        "touchpoints": blueprint.touchpoints,
        "teams": blueprint.teams,
        "promises": blueprint.promises,
        "standards": blueprint.standards,
        "measures": blueprint.kpis,
        "segments": blueprint.segments,
        "personas": blueprint.personas,
        "accounts": blueprint.accounts,
        "listening": blueprint.listening_posts,
        "recovery": blueprint.recovery_plans,
        "escalation": blueprint.escalation_policies,
        "change": blueprint.initiatives,
    }
    for folder, things in about.items():
        pages = [
            path
            for path in site.pages
            if path.startswith(f"any/{folder}/") and not path.endswith("/index.md")
        ]
        assert len(pages) == len(things)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(blueprint=blueprints(min_journeys=1, max_journeys=1, messy=True))
def test_any_picture_leads_to_pages_that_are_there(
    blueprint: cx.Blueprint, broken_links_of_pictures: BrokenLinksOfPictures
) -> None:
    site = published(blueprint, base="any", directory_urls=False)

    assert broken_links_of_pictures(site, False) == []  # noqa: FBT003  # no directory URLs
