"""What whoever wants a picture may ask for, beside the view and what it is of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from cxblueprint.checks import Finding
from cxblueprint.model import Subject
from cxblueprint.pictures.engines import Layouter
from cxblueprint.pictures.theme import DEFAULT, Theme
from cxblueprint.pictures.words import Words

Link = Callable[[Subject], str | None]


@dataclass(frozen=True, slots=True)
class Asked:
    """How a picture is to be drawn."""

    stage: str | None = None
    """The id of the stage to draw, or several separated by commas; all of them unless given."""
    theme: Theme = DEFAULT
    findings: Sequence[Finding] = ()
    """What the rules found; what concerns the picture is listed, with its code where it stands."""
    link: Link | None = None
    """Gives the address of the page about something, or None where there is none."""
    layouter: Layouter = field(default_factory=Layouter)
    """Lays out the views that are shaped like a graph."""

    @property
    def words(self) -> Words:
        """The words of lanes, keys and labels."""
        return self.theme.words

    def href(self, *subjects: Subject) -> str | None:
        """Return the address of the first of these that has a page."""
        if self.link is None:
            return None
        return next((url for subject in subjects if (url := self.link(subject))), None)
