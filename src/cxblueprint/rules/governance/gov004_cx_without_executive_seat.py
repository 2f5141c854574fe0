from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, Profile, Severity, flaw, rule

from .reporting import topmost_cx_teams

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph
    from cxblueprint.model import Team


def _lack(team: Team, superior: Team | None) -> tuple[Severity, str] | None:
    """Return how loud it is that a team and its superior have no seat, and what is to be said."""
    if team.executive_seat is not False or superior is None or superior.executive_seat is None:
        return None
    if superior.executive_seat:
        return "info", f", and only its superior '{superior.id}' has an executive seat"
    return "warning", f" without an executive seat, and its superior '{superior.id}' has none either"


def _unknown(team: Team, superior: Team | None) -> Team | None:
    """Return the team whose seat would have to be stated before anybody could judge.

    Executives need not state it: they are those who run the organisation.
    """
    if team.executive_seat is None:
        return team
    if team.executive_seat or superior is None or superior.function == "executive":
        return None
    return superior if superior.executive_seat is None else None


@rule(
    "GOV004",
    "cx-without-executive-seat",
    summary="customer experience does not sit where the organisation is run",
    claims=("1.3",),
)
def cx_without_executive_seat(graph: Graph, *, profile: Profile) -> Iterator[Flaw]:
    """Find CX teams with no seat at the executive table, nor their superior."""
    for team in topmost_cx_teams(graph):
        above = graph.team(team.reports_to)
        superior = above if above is not team else None
        here = f"team '{team.id}' runs customer experience"
        lack, unknown = _lack(team, superior), _unknown(team, superior)
        if lack is not None:
            severity, said = lack
            hint = "set `executive_seat: true` once its head sits where the organisation is run"
            about = f"team:{superior.id}" if superior else None
            yield flaw(team, f"{here}{said}", hint, at="executive_seat", about=about, severity=severity)
        elif unknown is not None and profile == "exemplary":
            whose = "it" if unknown is team else f"its superior '{unknown.id}'"
            message = f"{here}, and whether {whose} has an executive seat is not stated"
            yield flaw(team, message, f"state `executive_seat` of '{unknown.id}'", severity="info")
