from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule
from cxblueprint.graph import field_path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph
    from cxblueprint.model import Action, Touchpoint


def _is_named(graph: Graph, action: Action) -> bool:
    """Tell whether an action says who does it: a team, a system, or who stands for what was agreed."""
    agreed = graph.standards.get(action.agreement or "")
    return bool(action.team or action.system or (agreed is not None and (agreed.provider or agreed.owner)))


def _nobody_does(graph: Graph, touchpoint: Touchpoint) -> Iterator[tuple[str, str]]:
    """Yield the actions out of sight of which nobody can tell who does them: their field and their text.

    Backstage it is the owner, unless others are named as those who do the work; support comes from others.
    """
    doing = touchpoint.responsible
    is_owners = not doing or touchpoint.owner in doing
    is_known = {"backstage": is_owners or len(doing) == 1, "support": len(doing) == 1}
    for where, known in is_known.items():
        for place, action in enumerate(getattr(touchpoint, where)):
            if not known and not _is_named(graph, action):
                yield field_path((where, place)), action.text or ""


@rule(
    "OWN003",
    "backstage-action-without-team",
    summary="something is done out of the customer's sight, and nobody knows by whom",
    claims=("2.1", "4.10"),
    requires=("touchpoint-without-owner",),
)
def backstage_action_without_team(graph: Graph) -> Iterator[Flaw]:
    """Find touchpoints with work out of sight that no team is named for, once for each."""
    for touchpoint in graph.touchpoints.values():
        found = list(_nobody_does(graph, touchpoint))
        if found and graph.is_live(touchpoint):
            at, text = found[0]
            more = f", and {len(found) - 1} more" if len(found) > 1 else ""
            yield flaw(
                touchpoint,
                f"touchpoint '{touchpoint.id}' has work that nobody is named for: '{text}'{more}",
                "name the `team` that does it, or the `system`",
                at=at,
            )
