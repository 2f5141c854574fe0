"""`cxblueprint walk`: tell a journey as one customer walks it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from cxblueprint import api
from cxblueprint.errors import UsageError
from cxblueprint.graph import Graph
from cxblueprint.walking import personas_for, walk

from . import options

if TYPE_CHECKING:
    from cxblueprint.graph import JourneyNode


@click.command("walk")
@options.paths
@click.option("--journey", metavar="ID", help="The journey; may be left out where there is only one.")
@click.option("--persona", metavar="ID", help="Who walks; nobody in particular unless given.")
def command(*, paths: tuple[str, ...], journey: str | None, persona: str | None) -> None:
    """Walk a journey in the customer's shoes, from the first stop to the last.

    At each stop: what the customer does, thinks and feels, whom they meet, what they hold, what they were
    promised, how long they wait, and where the way forks.
    """
    from .walk_text import print_walk

    graph = Graph(api.load(*paths))
    chosen = _journey(graph, journey)
    others = [one.id for one in personas_for(graph, chosen)] if persona is None else []
    print_walk(graph, walk(graph, chosen, persona), others)


def _journey(graph: Graph, journey: str | None) -> JourneyNode:
    """Return the journey that was asked for, or the only one.

    Raises:
        UsageError: it is unknown, or not clear.
    """
    if journey is not None:
        return graph.journey(journey)
    if len(graph.journeys) == 1:
        return next(iter(graph.journeys.values()))
    msg = f"say which journey to walk: {', '.join(map(repr, graph.journeys)) or 'none is declared'}"
    raise UsageError(msg)
