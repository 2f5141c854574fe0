"""Where customers are owed a standard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.graph import is_one_way

if TYPE_CHECKING:
    from cxblueprint.checks import Profile
    from cxblueprint.graph import Graph
    from cxblueprint.model import Touchpoint


def owes_a_standard(graph: Graph, touchpoint: Touchpoint, profile: Profile) -> bool:
    """Tell whether customers ask or are served at a live, owned touchpoint, and it names no standard."""
    served = touchpoint.opens_request or touchpoint.frontstage
    if touchpoint.standards or not served or graph.owner_of(touchpoint) is None:
        return False
    return graph.is_live(touchpoint) and (profile == "exemplary" or not is_one_way(graph, touchpoint))
