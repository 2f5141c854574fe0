"""Which part of the picture a team belongs to: the tree, a circle, partners, or nobody knows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cxblueprint.graph import Graph
from cxblueprint.model import Team


@dataclass(frozen=True, slots=True)
class Placed:
    """The ids of teams by where they are shown, in reading order."""

    tree: tuple[str, ...]
    loops: tuple[tuple[str, ...], ...]
    unstated: tuple[str, ...]
    partners: tuple[str, ...]
    in_circle: frozenset[str]

    @property
    def every(self) -> tuple[str, ...]:
        """All of them, in reading order."""
        return (*self.tree, *(team for loop in self.loops for team in loop), *self.unstated, *self.partners)


def is_at_table(team: Team) -> bool:
    """Tell whether the head of a team sits where the organisation is run.

    Where nothing is said of it, an executive's does.
    """
    return team.function == "executive" if team.executive_seat is None else team.executive_seat


class _Lines:
    """Who reports to whom; the order of declaration has no effect."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.below: dict[str, list[str]] = {}
        for team_id, team in sorted(graph.teams.items()):
            if graph.team(team.reports_to) is not None:
                self.below.setdefault(str(team.reports_to), []).append(team_id)
        self.circles = tuple(self._circles())
        self.in_circle = frozenset(team for circle in self.circles for team in circle)

    def _circles(self) -> Iterator[tuple[str, ...]]:
        """Yield each circle, from its first team by id upwards."""
        done: set[str] = set()
        for start in sorted(self.graph.teams):
            line: list[str] = []
            team: str | None = start
            while team is not None and team not in done and team not in line:
                line.append(team)
                above = self.graph.team(self.graph.teams[team].reports_to)
                team = above.id if above is not None else None
            if team is not None and team in line:
                circle = line[line.index(team) :]
                first = circle.index(min(circle))
                yield (*circle[first:], *circle[:first])
            done.update(line)

    def walk(self, team: str, left_out: frozenset[str]) -> Iterator[str]:
        """Yield a team and all below it, each followed by those below it; a circle ends where it closes."""
        waiting, seen = [team], {team}
        while waiting:
            here = waiting.pop()
            yield here
            below = [
                other for other in self.below.get(here, ()) if other not in seen and other not in left_out
            ]
            seen.update(below)
            waiting += reversed(below)

    def is_only_partners(self, team: str) -> bool:
        """Tell whether a team and all below it are partners."""
        return all(
            self.graph.teams[other].function == "partner" and other not in self.in_circle
            for other in self.walk(team, frozenset())
        )


def placed(graph: Graph) -> Placed:
    """Return where each team is shown."""
    lines = _Lines(graph)
    partners = frozenset(team for team in graph.teams if lines.is_only_partners(team))
    heads: list[str] = []
    unstated: list[str] = []
    for team_id, team in sorted(graph.teams.items()):
        if team_id in partners or graph.team(team.reports_to) is not None:
            continue
        leads = any(other not in partners for other in lines.below.get(team_id, ()))
        (heads if leads or is_at_table(team) else unstated).append(team_id)
    heads.sort(key=lambda head: not is_at_table(graph.teams[head]))
    return Placed(
        tuple(team for head in heads for team in lines.walk(head, partners)),
        tuple(tuple(lines.walk(circle[0], partners)) for circle in lines.circles),
        tuple(unstated),
        tuple(sorted(partners)),
        lines.in_circle,
    )
