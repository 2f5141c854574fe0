"""What both halves of the view need to know: teams, findings, links, and the words for them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from cxblueprint.pictures.facts import sentence
from cxblueprint.pictures.notes import note_of
from cxblueprint.pictures.scene import Owner
from cxblueprint.pictures.svg import slug
from cxblueprint.pictures.teams import owners
from cxblueprint.pictures.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from cxblueprint.graph import Graph
    from cxblueprint.model import Declared, Subject
    from cxblueprint.pictures.asked import Asked
    from cxblueprint.pictures.scene import Note


class Facts:
    """A blueprint as the view wants to tell it."""

    def __init__(self, graph: Graph, asked: Asked) -> None:
        self.graph = graph
        self.asked = asked
        self.words = asked.words

    @cached_property
    def _owners(self) -> Mapping[str, Owner]:
        return owners((team.id, team.name) for team in self.graph.teams.values())

    def team(self, team_id: str | None) -> Owner | None:
        """Return a team's badge, or None where none is named."""
        if team_id is None:
            return None
        return self._owners.get(team_id) or Owner("?", self.words("{id} (not declared)", id=team_id))

    @cached_property
    def notes(self) -> tuple[Note, ...]:
        """Every finding that was given, ready to be listed."""
        return tuple(note_of(self.graph, finding, self.words) for finding in self.asked.findings)

    def notes_on(self, subject: Subject, *fields: str) -> tuple[Note, ...]:
        """Return the findings about something, or about one of its fields and what is in them."""
        found = zip(self.asked.findings, self.notes, strict=True)
        return tuple(
            note
            for finding, note in found
            if finding.subject == subject and (not fields or _is_in(finding.at or "", fields))
        )

    def href(self, *subjects: Subject) -> str | None:
        """Return the address of the first of these that has a page."""
        return self.asked.href(*subjects)

    def spoken(self, parts: Iterable[str], notes: Iterable[Note] = ()) -> str:
        """Return what is to be said of a card: sentences, its findings last."""
        found = (
            self.words(
                "Finding {code}, {severity}: {message}", code=n.code, severity=n.graded, message=n.message
            )
            for n in notes
        )
        return " ".join(self.sentences((*parts, *found)))

    @staticmethod
    def sentences(parts: Iterable[str]) -> list[str]:
        """Return what there is of some texts, each ending as a sentence does."""
        return [text for part in parts if (text := sentence(part))]


def _is_in(at: str, fields: Iterable[str]) -> bool:
    return any(at == field or at.startswith((f"{field}.", f"{field}[")) for field in fields)


def name_of(element: Declared) -> str:
    """Return what something is called; its id where nothing of the name can be drawn."""
    return clean(element.label) or element.id


def uid_of(subject: str) -> str:
    """Return the prefix of every id in the picture of a plan."""
    return slug(f"cx-recovery-{subject}")
