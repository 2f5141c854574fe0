from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph
    from cxblueprint.model import Initiative


def _unasked(initiative: Initiative) -> list[str]:
    """Return what nobody has asked about an initiative of technology."""
    integration = initiative.integration
    unasked = []
    if integration is None or not (integration.systems or integration.touchpoints):
        unasked.append("which systems and touchpoints it touches")
    if integration is None or integration.change_management is None:
        unasked.append("how people are brought along")
    return unasked


@rule(
    "TEC005",
    "unassessed-integration",
    summary="technology is brought in, and nobody has asked what else it touches",
    claims=("2.3",),
)
def unassessed_integration(graph: Graph) -> Iterator[Flaw]:
    """Find initiatives with technology that do not say what they touch or how people come along."""
    for initiative in graph.initiatives.values():
        unasked = _unasked(initiative) if "technology" in initiative.kinds else []
        if unasked:
            yield flaw(
                initiative,
                f"initiative '{initiative.id}' brings technology and does not say {' nor '.join(unasked)}",
                "state `integration` with `systems`, `touchpoints` and `change_management`",
                lacks="a word on what it touches",
            )
