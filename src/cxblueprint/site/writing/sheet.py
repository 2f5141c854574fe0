"""A page being written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxblueprint.model import Subject
from cxblueprint.site.pages import Figure, Page

from .addresses import relative_path
from .edition import anchor
from .markdown import (
    NOTHING,
    Markdown,
    attribute,
    block,
    front_matter,
    headline,
    joined,
    labelled,
    link,
    outward,
    text,
)

if TYPE_CHECKING:
    from cxblueprint.graph import JourneyNode, StepNode
    from cxblueprint.model import Element, Team, Touchpoint

    from .edition import Edition

_WAYS_ON = "<!-- ways on -->"


@dataclass(frozen=True, slots=True)
class Tab:
    """One of several figures of the same thing."""

    heading: str
    """Our own words for it."""
    name: str
    """What links to it say after `#`."""
    figure: Figure
    is_for_paper: bool
    """Whether it is printed although readers do not see it."""


class Sheet:
    """A page that is filled from top to bottom; what has nothing to say leaves no trace."""

    def __init__(
        self, edition: Edition, path: str, title: str, *, is_wide: bool = False, is_listed: bool = True
    ) -> None:
        self.edition = edition
        self.path = path
        self.title = title
        self.description = ""
        self._is_wide = is_wide
        self._is_listed = is_listed
        self._blocks: list[str] = []
        self._headings: list[tuple[str, str]] = []
        self._figures: list[Figure] = []

    # Blocks

    def add(self, words: str, class_: str | None = None) -> None:
        """Add a block of Markdown, unless it is empty; `class_` is for the style sheet."""
        if not words:
            return
        self._blocks.append(block(words, class_) if class_ else words)

    def heading(self, words: str, name: str) -> None:
        """Add one of our own headings; `name` is what links to it say after `#`."""
        self._headings.append((words, name))
        self._blocks.append(_heading(words, name))

    def section(self, heading: str, name: str, *blocks: str, class_: str | None = None) -> None:
        """Add blocks under one of our own headings, unless all of them are empty."""
        said = "\n\n".join(found for found in blocks if found)
        if said:
            self.heading(heading, name)
            self.add(said, class_)

    def ways_on(self) -> None:
        """Leave room for links to the headings of this page, where no table of contents shows them."""
        self._blocks.append(_WAYS_ON)

    def crumbs(self, *places: tuple[str, str]) -> None:
        """Add the way to this page: the names of the pages above, each with its path, and a place on it."""
        ways = [link(text(name), self._way_to(path)) for name, path in places]
        self.add(joined([*ways, text(self.title)], " › "), "crumbs")

    def _way_to(self, place: str) -> str:
        path, hash_, name = place.partition("#")
        return f"{relative_path(self.path, path)}{hash_}{name}"

    def name(self) -> None:
        """Add the page's name."""
        self.add(headline(self.title))

    def lead(self, words: str | None) -> None:
        """Add the sentence that says what the thing is for."""
        if words:
            self.description = self.description or words
            self.add(text(words), "lead")

    def facts(self, *facts: tuple[str, Markdown]) -> None:
        """Add short facts, each under our own label."""
        self.add(bullets(labelled(label, value) for label, value in facts if value), "facts")

    def answers(self, *answers: tuple[str, Markdown]) -> None:
        """Add what readers come to a page for, each answer beside our own words for its question."""
        said = (
            labelled(question, Markdown(f"<span>{answer}</span>")) for question, answer in answers if answer
        )
        self.add(bullets(said), "answers")

    def remarks(self, element: Element) -> None:
        """Add what any element may carry: notes, and links to pages elsewhere."""
        self.add(text(element.notes) if element.notes else "", "note")
        links = joined((outward(found.title, found.url) for found in element.links), " · ")
        self.add(f"Read more: {links}" if links else "")

    def figure(self, figure: Figure) -> None:
        """Add the place of a figure."""
        self._figures.append(figure)
        self._blocks.append(figure.mark)

    def tabs(self, tabs: Sequence[Tab]) -> None:
        """Add figures of which readers see one at a time; without scripts they stand below each other.

        Those for paper are printed, and the one that is seen.
        """
        if not tabs:
            return
        if len(tabs) == 1:
            self.heading(tabs[0].heading, tabs[0].name)
            self.figure(tabs[0].figure)
            return
        self._figures += (tab.figure for tab in tabs)
        ways = bullets(link(Markdown(tab.heading), f"#{tab.name}") for tab in tabs)
        panels = (
            block(
                f"{_heading(tab.heading, tab.name)}\n\n{tab.figure.mark}",
                "tab cx-on-paper" if tab.is_for_paper else "tab",
            )
            for tab in tabs
        )
        self.add("\n\n".join([block(ways, "tablist"), *panels]), "tabs")

    def page(self) -> Page:
        """Return the page as it was filled."""
        # The first page of all is called as the site is: with a title of its own it would be called so twice.
        facts: dict[str, object] = {} if self.path == "index.md" else {"title": attribute(self.title)}
        if self.description:
            facts["description"] = attribute(self.description)
        if self._is_wide:
            facts["hide"] = ["toc"]
        ways = joined((link(Markdown(words), f"#{name}") for words, name in self._headings), " · ")
        blocks = (block(ways, "ways") if found == _WAYS_ON else found for found in self._blocks)
        body = "\n\n".join(blocks)
        return Page(
            self.path, self.title, f"{front_matter(facts)}\n{body}\n", tuple(self._figures), self._is_listed
        )

    # Mentions

    def mention(self, kind: str, thing: str | None, label: str | None = None) -> Markdown:
        """Return the name of a declared thing as a link to its page, where it has one; nothing for None."""
        return self.edition.mention(self.path, Subject(kind, thing), label) if thing is not None else NOTHING

    def mention_or(self, kind: str, thing: str, place: str, label: str | None = None) -> Markdown:
        """Return the name of a declared thing as a link to its page, or to a place on this one."""
        subject = Subject(kind, thing)
        if self.edition.page_of(subject) is not None:
            return self.edition.mention(self.path, subject, label)
        return link(text(label or self.edition.label(subject)), place)

    def mentions(self, kind: str, things: Iterable[str]) -> Markdown:
        """Return the names of several things of a kind."""
        return joined(self.mention(kind, thing) for thing in things)

    def elsewhere(self, kind: str, thing: str | None) -> Markdown:
        """Return the name of a declared thing, as `mention` does; nothing where this page is about it."""
        is_here = thing is not None and self.edition.page_of(Subject(kind, thing)) == self.path
        return NOTHING if is_here else self.mention(kind, thing)

    def team(self, team: Team | str | None) -> Markdown:
        """Return the name of a team as a link to its page; nothing for None."""
        return self.mention("team", team if isinstance(team, str) or team is None else team.id)

    def touchpoint(self, touchpoint: Touchpoint) -> Markdown:
        """Return the name of a touchpoint as a link to its page."""
        return self.mention("touchpoint", touchpoint.id)

    def journey(self, journey: JourneyNode) -> Markdown:
        """Return the name of a journey as a link to its page."""
        return self.mention("journey", journey.id)

    def step(self, step: StepNode) -> Markdown:
        """Return the number and name of a step as a link to its place on its journey's page."""
        return Markdown(f"{step.number}&nbsp;{self.edition.mention(self.path, step.subject)}")

    def here(self, subject: Subject) -> Markdown:
        """Return the place to which links to a thing without a page of its own lead."""
        return Markdown(f'<span class="cx-here" id="{anchor(subject)}"></span>')

    def channel(self, touchpoint: Touchpoint) -> Markdown:
        """Return the name of a touchpoint's channel; nothing where it has none."""
        return self.mention("channel", touchpoint.channel)

    def rule(self, code: str, label: Markdown) -> Markdown:
        """Return a label as a link to the page about a rule, where there is one."""
        target = self.edition.page_of_rule(code)
        return link(label, relative_path(self.path, target)) if target else label


def _heading(words: str, name: str) -> str:
    return f"## {words} {{ #{name} }}"


def bullets(items: Iterable[Markdown]) -> str:
    """Return a list of the items that say something."""
    return "\n".join(f"- {item}" for item in items if item)
