"""A small blueprint to publish, and readers of what comes out."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from typing import Any

import pytest

import cxblueprint as cx
from cxblueprint.site import Page, Site, build, build_rules

SMALL = """
format: 1
id: bakery
title: The bakery
purpose: Bread while it is warm
teams:
  - {id: ovens, name: Ovens, function: operations}
  - {id: front, name: Front of house, function: cx, reports_to: ovens}
segments: [{id: early, name: Early birds}]
channels: [{id: shop, name: The shop, kind: shop}]
standards:
  - {id: served, name: Served, kind: timeliness, target: 90% within 3min, starts: guest.in-line,
     ends: bread.handed-over, owner: front, baseline: 81%}
promises:
  - {id: warm, statement: "Warm, or free", target: 90% within 3min, path: [served], made_at: counter,
     owner: front}
kpis: [{id: smiles, name: Smiles, metric: csat, target: at least 80%, owner: front}]
touchpoints:
  - {id: counter, name: The counter, channel: shop, owner: front, opens_request: true, standards: [served],
     volume: 1200, frontstage: [{text: Asks which loaf}], backstage: [{text: Bakes, team: ovens}],
     physical_evidence: [a paper bag]}
handoffs: [{id: shelf, giver: ovens, receiver: front, passes: [when it was baked]}]
journeys:
  - id: buy-bread
    name: Buy bread
    segments: [early]
    owner: front
    kpis: [smiles]
    outcome: home
    value_to_customer: Breakfast
    stages:
      - name: Buy
        phase: buy
        steps:
          - {touchpoint: counter, customer: Points at a loaf, emotion: -1, wait: 3min, moment_of_truth: true,
             fail_points: [{text: Sold out, service_recovery: A roll for the way}]}
      - name: Eat
        phase: use
        steps:
          - {id: home, name: At home, emotion: 2}
"""

SiteOf = Callable[..., Site]


@pytest.fixture
def site_of() -> SiteOf:
    """Returns the site of a blueprint in YAML, the rules' pages with it."""

    def make(text: str = SMALL, **how: Any) -> Site:  # noqa: ANN401  # whatever `build` takes
        graph = cx.Graph(cx.loads(text, name="bakery.yaml"))
        site = build(graph, report=cx.check(graph), **how)
        rules = build_rules(base=how.get("rule_pages", "rules"))
        return Site(site.title, {**site.pages, **rules.pages}, site.navigation, site.edition)

    return make


_LINK = re.compile(r"(?<!\\)\]\((?P<target>[^)\s]+)\)")
_NAME = re.compile(r'\{ #(?P<heading>\S+) \}|id="(?P<place>[^"]+)"')


def _names_on(page: Page) -> set[str]:
    """Return what links to a page may say after `#`."""
    return {found["heading"] or found["place"] for found in _NAME.finditer(page.markdown)}


@pytest.fixture
def broken_links() -> Callable[[Site], list[str]]:
    """Returns the links in Markdown that lead nowhere."""
    return lambda site: list(_broken_links(site))


def _broken_links(site: Site) -> Iterator[str]:
    for page in site.pages.values():
        for found in _LINK.finditer(_body(page)):
            path, _, name = found["target"].partition("#")
            target = (
                posixpath.normpath(posixpath.join(posixpath.dirname(page.path), path)) if path else page.path
            )
            if target not in site.pages or (name and name not in _names_on(site.pages[target])):
                yield f"{page.path}: {found['target']}"


def _body(page: Page) -> str:
    """Return a page without its front matter, which is no Markdown."""
    return page.markdown.split("\n---\n", 1)[1]


class _Links(HTMLParser):
    """The addresses that links in HTML lead to."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value for name, value in attrs if tag == "a" and name == "href" and value]


@pytest.fixture
def broken_links_of_pictures() -> Callable[[Site, bool], list[str]]:
    """Returns the links in pictures that lead nowhere once published, with directory URLs or without."""
    return lambda site, directory_urls: list(_broken_links_of_pictures(site, directory_urls=directory_urls))


def _broken_links_of_pictures(site: Site, *, directory_urls: bool) -> Iterator[str]:
    def published(path: str) -> str:
        stem = path.removesuffix(".md")
        is_index = posixpath.basename(stem) == "index"
        return f"{stem}/index.html" if directory_urls and not is_index else f"{stem}.html"

    pages = {published(path): page for path, page in site.pages.items()}
    files = {figure.file for page in site.pages.values() for figure in page.figures}
    for path, page in pages.items():
        for figure in page.figures:
            for link in _Links(figure.draw().picture).found:
                address, _, name = link.partition("#")
                target = (
                    posixpath.normpath(posixpath.join(posixpath.dirname(path), address)) if address else path
                )
                target = posixpath.join(target, "index.html") if address.endswith("/") else target
                if target in files:
                    continue
                if target not in pages or (name and name not in _names_on(pages[target])):
                    yield f"{path}: {link}"
