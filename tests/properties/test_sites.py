"""A site tells of everything that is declared, once."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Iterable, Iterator

from hypothesis import given
from hypothesis import strategies as st

import cxblueprint as cx
from cxblueprint.model import COLLECTION_OF_KIND
from cxblueprint.site import build
from cxblueprint.site.pages import NavigationItem, Section
from cxblueprint.site.places import PLACES
from cxblueprint.site.writing.edition import anchor
from cxblueprint.testing.strategies import blueprints

drawn = functools.partial(blueprints, messy=True)


def test_there_is_a_place_for_every_kind() -> None:
    assert PLACES.keys() == COLLECTION_OF_KIND.keys()


@given(blueprint=drawn(min_journeys=1, max_journeys=2))
def test_everything_without_a_page_of_its_own_has_one_place_on_a_page(blueprint: cx.Blueprint) -> None:
    site = build(blueprint, report=cx.check(blueprint, profile="exemplary"))
    written = "\n".join(page.markdown for page in site.pages.values())
    things = [
        subject
        for subject, _ in cx.Graph(blueprint).elements()
        if subject.kind in PLACES and not PLACES[subject.kind].has_pages
    ]

    places = Counter({str(thing): written.count(f'id="{anchor(thing)}"') for thing in things})

    assert places == Counter(map(str, things))


FEW_TEAMS = st.one_of(
    [drawn(max_journeys=1, max_touchpoints=1, max_teams=teams, max_of_each=2) for teams in (0, 1)]
)


def listed_in(items: Iterable[NavigationItem]) -> Iterator[str]:
    for item in items:
        if isinstance(item, Section):
            yield from listed_in(item.items)
        else:
            yield item


@given(blueprint=FEW_TEAMS)
def test_the_navigation_lists_pages_that_are_there_and_none_twice(blueprint: cx.Blueprint) -> None:
    site = build(blueprint, report=cx.check(blueprint, profile="exemplary"))

    listed = Counter(listed_in(site.navigation))

    assert listed <= Counter([*site.pages])


@given(blueprint=drawn(min_journeys=1, max_journeys=2, max_of_each=1))
def test_every_page_is_about_something_that_is_declared(blueprint: cx.Blueprint) -> None:
    site = build(blueprint, report=cx.check(blueprint, profile="exemplary"))
    folders = {place.folder: kind for kind, place in PLACES.items() if place.has_pages}
    declared = {
        (PLACES[subject.kind].folder, subject.id)
        for subject, _ in cx.Graph(blueprint).elements()
        if subject.kind in PLACES and PLACES[subject.kind].has_pages
    }

    told = {
        (folder, name.removesuffix(".md").rstrip("_"))
        for folder, _, name in (path.partition("/") for path in site.pages)
        if folder in folders and name != "index.md"
    }

    assert told == declared
