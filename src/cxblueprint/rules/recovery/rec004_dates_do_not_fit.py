from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule
from cxblueprint.graph import plans_on_their_way
from cxblueprint.reckon import schedule_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph

_LONGEST_CHAIN = 4


def _chain(names: tuple[str, ...]) -> str:
    """Return the actions one after another; of a long chain its beginning and its end."""
    quoted = [f"'{name}'" for name in names]
    return ", ".join(quoted if len(quoted) <= _LONGEST_CHAIN else [*quoted[:2], "...", quoted[-1]])


@rule(
    "REC004",
    "dates-do-not-fit",
    summary="the actions of a recovery plan take longer than the date given allows",
    claims=("0.5",),
)
def dates_do_not_fit(graph: Graph) -> Iterator[Flaw]:
    """Find recovery plans whose date comes before the lead times of their actions are over."""
    for plan in plans_on_their_way(graph):
        found = schedule_of(graph, plan)
        if found is None:
            continue
        for field, date in (("committed_to", plan.committed_to), ("bau_date", plan.bau_date)):
            if date is not None and date < found.finish:
                yield flaw(
                    plan,
                    f"recovery-plan '{plan.id}' sets `{field}` to {date}, and its actions take"
                    f" until {found.finish}: {_chain(found.critical_path)}",
                    f"say {found.finish} or later, or shorten what that date hangs on",
                    at=field,
                )
                break
