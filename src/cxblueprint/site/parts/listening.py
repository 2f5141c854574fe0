"""Listening: who is heard how and how often, whom nobody hears, and what customers hear from us."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.rules.listening.posts import hears_segment, journeys_today, may_be_heard, posts_on
from cxblueprint.site.shelves import Shelf, shelf
from cxblueprint.site.writing.findings import add_findings
from cxblueprint.site.writing.markdown import NOTHING, Markdown, joined, table, text
from cxblueprint.site.writing.rows import about_things, addressed, found, head
from cxblueprint.site.writing.sheet import Sheet, bullets
from cxblueprint.site.writing.words import how_often, in_words, yes_or_no

from .listening_posts import post_page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cxblueprint.graph import Graph, JourneyNode
    from cxblueprint.model import ListeningPost, ProactiveUpdate, RelationshipPlan, Segment
    from cxblueprint.site.pages import Page
    from cxblueprint.site.writing.edition import Edition


def listening_shelves(edition: Edition) -> Iterator[Shelf]:
    """Yield the pages about listening, if anything is said of it."""
    blueprint = edition.graph.blueprint
    if blueprint.listening_posts or blueprint.relationship_plans or blueprint.proactive_updates:
        pages = [post_page(edition, post) for post in blueprint.listening_posts]
        yield shelf("Listening", pages, index=_index(edition))


def _index(edition: Edition) -> Page:
    graph = edition.graph
    sheet = Sheet(edition, edition.index_of("listening-post"), "Listening", is_wide=True)
    sheet.description = f"How {edition.title} hears its customers and employees, and what they hear from it"
    sheet.name()
    sheet.add("Who is heard how and how often, and what our customers hear from us.", "intro")
    posts = graph.listening_posts.values()
    customers = [post for post in posts if post.audience == "customers"]
    employees = [post for post in posts if post.audience == "employees"]
    sheet.section("How we hear customers", "customers", posts_table(sheet, customers))
    sheet.section("How we hear employees", "employees", posts_table(sheet, employees))
    sheet.section("Nobody listens to", "unheard", bullets(_unheard(sheet)))
    plans, updates = graph.relationship_plans.values(), graph.proactive_updates.values()
    sheet.section("Who talks with whom", "relationships", plans_table(sheet, plans))
    sheet.section("What customers hear without asking", "updates", updates_table(sheet, updates))
    add_findings(sheet, about_things(edition, (*plans, *updates)))
    return sheet.page()


def posts_table(sheet: Sheet, posts: Iterable[ListeningPost]) -> str:
    """Return ways of listening, each as a link to its page."""
    rows = [
        (
            sheet.mention("listening-post", post.id),
            in_words(post.kind),
            joined([sheet.mentions("segment", post.segments), sheet.mentions("account", post.accounts)]),
            addressed(sheet, post.covers),
            how_often(post.cadence, post.trigger),
            sheet.team(post.analysed_by),
            _told_back(post),
            found(sheet, post),
        )
        for post in posts
    ]
    header = (
        "Way of listening",
        "How",
        "Whom we hear",
        "About",
        "How often",
        "Made sense of by",
        "Told back within",
        "Findings",
    )
    return table(header, rows)


def _told_back(post: ListeningPost) -> Markdown:
    within = post.report_back.within if post.report_back else None
    return text(within.in_words) if within is not None else NOTHING


def _unheard(sheet: Sheet) -> Iterator[Markdown]:
    """Yield the journeys and segments that are heard by nobody, where others are."""
    graph = sheet.edition.graph
    if not graph.listening_posts:
        return
    journeys = joined(sheet.journey(journey) for journey in _unheard_journeys(graph))
    if journeys:
        yield Markdown(f"Journeys that customers travel: {journeys}")
    segments = sheet.mentions("segment", (segment.id for segment in _unheard_segments(graph)))
    if segments:
        yield Markdown(f"Customers: {segments}")


def _unheard_journeys(graph: Graph) -> Iterator[JourneyNode]:
    for journey in journeys_today(graph):
        if not posts_on(graph, journey) and not may_be_heard(graph, journey):
            yield journey


def _unheard_segments(graph: Graph) -> Iterator[Segment]:
    """Yield the segments whose customers we serve today, and hear nowhere."""
    served = {segment for journey in journeys_today(graph) for segment in journey.journey.segments}
    served |= {account.segment for account in graph.accounts.values() if account.segment is not None}
    for segment in graph.segments.values():
        if segment.id in served and not posts_hearing(graph, segment):
            yield segment


def posts_hearing(graph: Graph, segment: Segment) -> list[ListeningPost]:
    """Return the posts that listen to a segment, in order."""
    return [post for post in graph.listening_posts.values() if hears_segment(graph, post, segment)]


def plans_table(sheet: Sheet, plans: Iterable[RelationshipPlan], *, is_here: bool = True) -> str:
    """Return who talks with customers at each level, a row for each level.

    Args:
        sheet: the page being written.
        plans: the plans, one after the other.
        is_here: whether links to the plans lead to these rows.
    """
    rows: list[tuple[Markdown, ...]] = []
    for plan in plans:
        name = head(sheet, plan) if is_here else sheet.mention("relationship-plan", plan.id)
        whom = joined([sheet.elsewhere("account", plan.account), sheet.elsewhere("segment", plan.segment)])
        findings = found(sheet, plan)
        if not plan.levels:
            rows.append((name, whom, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, findings))
        for order, contact in enumerate(plan.levels):
            first = (name, whom) if order == 0 else (NOTHING, NOTHING)
            rows.append(
                (
                    *first,
                    in_words(contact.level),
                    sheet.mention("role", contact.ours),
                    text(contact.theirs or ""),
                    how_often(contact.cadence),
                    yes_or_no(contact.documented),
                    findings if order == 0 else NOTHING,
                )
            )
    header = (
        "Plan",
        "With",
        "Level",
        "On our side",
        "On their side",
        "How often",
        "Written down",
        "Findings",
    )
    return table(header, rows)


def updates_table(sheet: Sheet, updates: Iterable[ProactiveUpdate], *, is_here: bool = True) -> str:
    """Return what customers hear unasked; `is_here` tells whether links to it lead to these rows."""
    rows = [
        (
            head(sheet, update) if is_here else sheet.mention("proactive-update", update.id),
            addressed(sheet, update.covers),
            how_often(update.cadence, update.trigger),
            sheet.mention("channel", update.channel),
            sheet.team(update.owner),
            found(sheet, update),
        )
        for update in updates
    ]
    return table(("News", "About", "How often", "Where", "Sent by", "Findings"), rows)
