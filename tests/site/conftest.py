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
roles:
  - {id: baker, name: Baker, team: ovens, level: team-lead, title: Head of loaves, responsibilities: [heat]}
personas: [{id: pia, name: Pia before six, segment: early, goals: [a warm loaf]}]
accounts:
  - {id: cafe, name: The café, segment: early, notes: Opens at seven,
     exceptions: ["promise:warm", "relationship-plan:over-the-counter"]}
calendars:
  - {id: mornings, name: Mornings, hours: [mon-sat 06:00-12:00], time_zone: Europe/Berlin, cut_off: "11:30",
     holidays: [2026-12-25]}
systems: [{id: till, name: The till, kind: billing, owner: front, carries_case: true}]
listening_posts:
  - id: at-the-till
    name: Asked at the till
    kind: survey
    covers: [journey:buy-bread]
    segments: [early]
    cadence: 1w
    analysed_by: front
    report_back: {what: [issues, plan], within: 2w}
    inner_loop: {owner: front, within: 1d, trigger: every answer, success_measure: the guest says so}
    repeats: {count: 3, within: 1mo, taken_by: baker, in_person: true}
    silence: {after: 6w, reach_out_by: baker}
    meets: [baker]
  - {id: night-round, name: Round of the ovens, audience: employees, covers: [team:ovens], cadence: 1d}
relationship_plans:
  - id: over-the-counter
    name: Over the counter
    account: cafe
    levels:
      - {level: analyst, ours: baker, theirs: waiters, cadence: 1d, documented: false}
      - {level: manager, theirs: the owner}
proactive_updates:
  - {id: sold-out, covers: [any-open-request, "touchpoint:counter"], channel: shop, owner: front,
     trigger: the last loaf is gone}
  - {id: smell, name: The smell of bread, covers: [any-open-request], cadence: 1min, channel: shop,
     owner: ovens}
risks:
  - {id: oven-dies, name: The oven dies, kind: outage, threatens: ["account:cafe"], signal: it coughs,
     owner: ovens, response: Ask the neighbour}
causes: [{id: old-oven, name: The oven is old, attributed_to: us}]
escalation_policies:
  - {id: no-bread, name: No bread, clock_start: oven.cold, customer_told_after: 10min, who_may_flag: anybody,
     protects: [served], levels: [{role: baker, after: 5min, kind: functional}]}
escalations:
  - {id: cold-monday, name: A cold Monday, raised_by: customer, raised_at: "2026-03-02T06:30:00+01:00",
     account: cafe, journey: buy-bread, impact: No breakfast, causes: [old-oven],
     policy: no-bread, recovery: new-oven}
recovery_plans:
  - id: new-oven
    name: A new oven
    started: 2026-03-02
    causes: [{cause: old-oven, share: 1}]
    actions:
      - {id: borrow, text: Bake next door, kind: containment, lead_time: 1bd, owner: ovens, done: true}
      - {id: buy, text: Buy an oven, kind: corrective, lead_time: 5bd, addresses: [old-oven], owner: ovens}
      - {id: learn, text: Learn how hot it is, lead_time: 2bd, after: [buy], owner: ovens}
      - {id: sign, text: Paint a sign, lead_time: 1bd, owner: front}
    milestones: [{name: The first loaf, date: 2026-03-11}]
    reviewed_on: 2026-03-03
    committed_on: 2026-03-03
    committed_to: 2026-03-12
    headline: [smiles]
    review_cadence: 1d
    feedback_asked: [plan, progress]
    trust_regained: The café orders cake
initiatives:
  - {id: spare-oven, name: A spare oven, objective: Bread on every morning, kinds: [technology],
     components: [product], improves: [smiles],
     addresses: ["cause:old-oven", "team:ovens", "assessment:heat"],
     sponsor: baker, funding: new, starts: 2026-04-01, ends: 2026-05-15, sustained_by: ovens,
     remeasure_on: 2026-11-01,
     integration: {systems: [till], touchpoints: [counter], change_management: Taste it together}}
policies:
  - {id: no-change, name: No change for notes, kind: rule, incidents: 3, sides_heard: [customer], review: 1y}
assessments: [{id: heat, of: "journey:buy-bread", component: process, current: 2, desired: 4}]
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
