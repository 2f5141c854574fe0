from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule

from .posts import hears_account, journeys_today

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph
    from cxblueprint.model import Account


def _is_noticed(graph: Graph, account: Account) -> bool:
    """Tell whether a post that listens to an account says who gets in touch once it falls silent."""
    return any(
        post.silence is not None and post.silence.reach_out_by is not None
        for post in graph.listening_posts.values()
        if hears_account(graph, post, account)
    )


@rule(
    "LIS008",
    "silence-not-heard",
    summary="a contract customer may fall silent, and nobody would notice",
    claims=("4.4",),
    judges_the_whole=True,
)
def silence_not_heard(graph: Graph) -> Iterator[Flaw]:
    """Find accounts whose silence no post hears, once for each segment of theirs."""
    if not graph.listening_posts and any(journeys_today(graph)):
        return  # unheard-journey says that nobody listens at all
    for _, account in sorted(graph.accounts.items()):
        if not _is_noticed(graph, account):
            yield flaw(
                account,
                f"account '{account.id}' may fall silent: no post hears its silence",
                "say in the `silence` of a listening post after how long without a word which role reaches"
                " out",
                lacks="anybody who hears its silence",
                once=f"silence of {account.segment}" if account.segment else (),
            )
