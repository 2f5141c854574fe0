"""What roles have in common that are about customers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cxblueprint.graph import Graph
    from cxblueprint.model import Role

_CUSTOMERS = r"(customer|client|guest|patient|member|passenger|visitor|citizen)"
_OF_CX = re.compile(
    rf"\b(cx|{_CUSTOMERS}[- ](experience|happiness|delight)|chief (customer|experience|happiness) officer)\b",
    re.IGNORECASE,
)


def facing_roles(graph: Graph) -> list[Role]:
    """Return the roles whose holders meet customers."""
    return [role for role in graph.roles.values() if role.customer_facing]


def has_a_cx_title(role: Role) -> bool:
    """Tell whether a role is called something of customer experience, by the words of its name or title."""
    return bool(_OF_CX.search(f"{role.name}\n{role.title or ''}"))


def is_only_renamed(role: Role) -> bool:
    """Tell whether a role has another title than before and the same responsibilities."""
    before, now = _said(role.previous_responsibilities), _said(role.responsibilities)
    title = role.title or role.name
    if role.previous_title is None or role.previous_title.casefold() == title.casefold():
        return False
    return bool(now) and before == now


def _said(responsibilities: tuple[str, ...]) -> set[str]:
    return {" ".join(text.split()).casefold() for text in responsibilities}
