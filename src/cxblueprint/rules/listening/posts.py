"""Whom a listening post hears, and about what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.model import Subject

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cxblueprint.graph import Graph, JourneyNode
    from cxblueprint.model import Account, ListeningPost, Loop, Segment

MEETINGS = frozenset({"visit", "peer-exchange"})
"""Kinds of listening where people meet, and nothing needs to be collected."""


def journeys_today(graph: Graph) -> Iterator[JourneyNode]:
    """Yield the journeys that customers travel today: neither drafts nor journeys to be."""
    return (
        journey for journey in graph.journeys.values() if journey.is_live and journey.journey.state != "to-be"
    )


def posts_today(graph: Graph) -> Iterator[ListeningPost]:
    """Yield the posts that are there today: they are not about drafts or journeys to be alone."""
    declared = {str(journey.subject) for journey in graph.journeys.values()}
    later = declared - {str(journey.subject) for journey in journeys_today(graph)}
    for post in graph.listening_posts.values():
        if not post.covers or not later.issuperset(post.covers):
            yield post


def is_on(post: ListeningPost, journey: JourneyNode) -> bool:
    """Tell whether a post covers a journey, or any of its touchpoints."""
    if str(journey.subject) in post.covers:
        return True
    named = {place.removeprefix("touchpoint:") for place in post.covers if place.startswith("touchpoint:")}
    return bool(named) and any(touchpoint.id in named for touchpoint in journey.touchpoints)


def journeys_of(graph: Graph, post: ListeningPost) -> tuple[JourneyNode, ...]:
    """Return the journeys that a post is on, each once, without asking all of them."""
    found: dict[str, JourneyNode] = {}
    for place in post.covers:
        kind, _, name = place.partition(":")
        if kind == "journey" and name in graph.journeys:
            found[name] = graph.journeys[name]
        elif kind == "touchpoint" and name in graph.touchpoints:
            found |= {step.journey.id: step.journey for step in graph.steps_at(graph.touchpoints[name])}
    return tuple(found.values())


def posts_on(graph: Graph, journey: JourneyNode) -> list[ListeningPost]:
    """Return the posts that cover a journey or any of its touchpoints, in order."""
    return [post for post in graph.listening_posts.values() if is_on(post, journey)]


def may_be_about(graph: Graph, post: ListeningPost, journey: JourneyNode) -> bool:
    """Tell whether a post that names no place listens to a journey's customers, and so may hear of it."""
    if not (post.covers or post.segments or post.accounts):
        return True
    if not all(place.startswith("segment:") for place in post.covers):
        return False
    declared = graph.segments.keys() & set(journey.journey.segments)
    return not declared or not declared.isdisjoint(segments_heard(graph, post))


def may_be_heard(graph: Graph, journey: JourneyNode) -> bool:
    """Tell whether a post that names no place listens to a journey's customers, or to who serves them."""
    segments = (graph.segments.get(segment) for segment in journey.journey.segments)
    by_colleagues = any(segment is not None and segment.internal for segment in segments)
    return any(
        may_be_about(graph, post, journey) and (listens_to_customers(post) or by_colleagues)
        for post in graph.listening_posts.values()
    )


def hears_segment(graph: Graph, post: ListeningPost, segment: Segment) -> bool:
    """Tell whether a post listens to a segment; colleagues are also heard as employees."""
    return segment.id in segments_heard(graph, post) and (segment.internal or listens_to_customers(post))


def where_unanswered(
    graph: Graph, asking: Sequence[ListeningPost], answering: Sequence[ListeningPost]
) -> Iterator[Subject]:
    """Yield the journeys where a post asks for something and none answers; the blueprint where none does.

    What one post on a journey asks for, another may answer; so may one that names no place.
    """
    if asking and not answering:
        yield Subject("blueprint", graph.blueprint.id)
        return
    for journey in journeys_today(graph):
        asks = any(is_on(post, journey) for post in asking)
        if asks and not any(is_on(post, journey) or may_be_about(graph, post, journey) for post in answering):
            yield journey.subject


def segments_heard(graph: Graph, post: ListeningPost) -> frozenset[str]:
    """Return the ids of the declared segments whose customers a post listens to.

    Where it names neither segments nor accounts, these are the segments of the journeys that it is on, and
    all segments where it is on none, or on one that is for everybody.
    """
    accounts = (graph.accounts.get(account) for account in post.accounts)
    named = {
        *post.segments,
        *(place.removeprefix("segment:") for place in post.covers),
        *(account.segment for account in accounts if account is not None),
    }
    found = {segment for segment in graph.segments if segment in named}
    if not found:
        journeys = [journey.journey for journey in journeys_of(graph, post)]
        if all(journey.segments for journey in journeys):
            found = {segment for journey in journeys for segment in journey.segments}
    return frozenset(found or graph.segments)


def hears_account(graph: Graph, post: ListeningPost, account: Account) -> bool:
    """Tell whether a post listens to an account: to it by name, or to its segment."""
    if post.accounts:
        return account.id in post.accounts
    return account.segment not in graph.segments or account.segment in segments_heard(graph, post)


def listens_to_customers(post: ListeningPost) -> bool:
    """Tell whether a post hears customers, themselves or through the colleagues who meet them."""
    return post.audience == "customers" or post.kind == "frontline"


def loops_of(post: ListeningPost) -> dict[str, Loop]:
    """Return the loops of a post by their field."""
    loops = {"inner_loop": post.inner_loop, "outer_loop": post.outer_loop}
    return {field: loop for field, loop in loops.items() if loop is not None}


def only_collects(post: ListeningPost) -> bool:
    """Tell whether what a post hears is neither analysed, nor acted upon, nor answered.

    Customers who visit, or who meet each other, are met and not collected from.
    """
    answered = post.analysed_by or post.report_back or post.repeats or loops_of(post)
    return not answered and post.kind not in MEETINGS
