"""The views: what each is called, what it is of, and how it is drawn."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from cxblueprint.errors import UsageError, did_you_mean
from cxblueprint.pictures.asked import Asked, Link
from cxblueprint.pictures.engines import Layouter
from cxblueprint.pictures.picture import Picture
from cxblueprint.pictures.plans import concerned_with, plans
from cxblueprint.pictures.theme import Mode, Theme, as_theme

if TYPE_CHECKING:
    from cxblueprint.checks import Finding
    from cxblueprint.graph import Graph
    from cxblueprint.model import Subject

Scope = Literal["journey", "plan", "blueprint"]


@dataclass(frozen=True, slots=True)
class View:
    """A way of looking at a blueprint."""

    name: str
    heading: str
    """What pages call it."""
    of: Scope
    """What one picture shows: a journey, a plan (of recovery, or of escalation), or the whole blueprint."""
    module: str
    has_pairs: bool = False
    """Whether it can show a journey and the one that is to replace it in one picture."""

    def __call__(
        self,
        graph: Graph,
        subject: str | None = None,
        *,
        stage: str | None = None,
        theme: Theme | Mode = "auto",
        findings: Sequence[Finding] = (),
        link: Link | None = None,
        engine: str | None = None,
        beside: bool = False,
    ) -> Picture:
        """Draw it.

        Args:
            graph: the resolved blueprint.
            subject: the id of the journey or plan; may be left out where there is only one.
            stage: the id of the stage to draw, or several separated by commas; all unless given.
            theme: colours, fonts and words.
            findings: what the rules found; what concerns the picture is shown in it.
            link: gives the address of the page about something, or None where there is none.
            engine: who lays out a graph, `auto`, `bundled` or `system`; the environment says, or `auto`.
            beside: whether to draw the journey and the one that it replaces, or that replaces it, above each
                other; the subject may then be left out where there is only one such pair.

        Raises:
            UsageError: the subject or a stage is unknown, or it is not clear which one is meant.
            CxBlueprintError: nothing is there that could lay it out.
        """
        asked = Asked(stage, as_theme(theme), tuple(findings), link, Layouter(engine))
        if stage is not None and self.of != "journey":
            msg = f"view {self.name!r} shows {self.shows}, which has no stages: leave out {stage!r}"
            raise UsageError(msg)
        drawing = import_module(f"{__package__}.{self.module}")
        picture: Picture
        if beside:
            picture = drawing.draw_beside(graph, *self._pair(graph, subject), asked)
        else:
            picture = drawing.draw(graph, self._meant(graph, subject), asked)
        return picture

    @property
    def shows(self) -> str:
        """What one picture shows, in words."""
        return {"journey": "a journey", "plan": "a plan", "blueprint": "the whole blueprint"}[self.of]

    def subject(self, journey: str | None, plan: str | None) -> str | None:
        """Return which of a journey and a plan that are named is to be drawn, if any.

        Raises:
            UsageError: one is named that this view does not show.
        """
        for word, value in (("journey", journey), ("plan", plan)):
            if value is not None and self.of != word:
                msg = f"view {self.name!r} shows {self.shows}: leave out `{word}`"
                raise UsageError(msg)
        return journey if self.of == "journey" else plan

    def concerning(
        self, graph: Graph, subject: str | None, findings: Iterable[Finding], *, beside: bool = False
    ) -> tuple[Finding, ...]:
        """Return the findings that concern what a picture shows.

        Raises:
            UsageError: as for drawing it.
        """
        shown = self._pair(graph, subject) if beside else (self._meant(graph, subject),)
        if self.of == "blueprint":
            return tuple(findings)
        concerned = concerned_with if self.of == "plan" else _concerned_with_journey
        things = {thing for one in shown if one is not None for thing in concerned(graph, one)}
        return tuple(finding for finding in findings if finding.subject in things)

    def subjects(self, graph: Graph) -> tuple[str | None, ...]:
        """Return what there is a picture of: ids of journeys or plans, or None for the blueprint."""
        if self.of == "blueprint":
            return (None,)
        return tuple(graph.journeys) if self.of == "journey" else plans(graph)

    def _pair(self, graph: Graph, subject: str | None) -> tuple[str, str]:
        from cxblueprint.pictures.beside import pair_of

        if not self.has_pairs:
            able = ", ".join(view.name for view in VIEWS.values() if view.has_pairs)
            msg = (
                f"view {self.name!r} draws nothing beside another: leave out `beside`, or take one of {able}"
            )
            raise UsageError(msg)
        return pair_of(graph, subject)

    def _meant(self, graph: Graph, subject: str | None) -> str | None:
        known = self.subjects(graph)
        if self.of == "blueprint":
            return None
        if subject is None and len(known) == 1:
            return known[0]
        if subject in known:
            return subject
        ids = [str(one) for one in known]
        listed = ", ".join(map(repr, ids)) or "none is declared"
        if subject is None:
            msg = f"say which {self.of} to draw: {listed}"
            raise UsageError(msg)
        guess = did_you_mean(subject, ids) or f": {listed}"
        msg = f"there is no {self.of} {subject!r}{guess}"
        raise UsageError(msg)


def _concerned_with_journey(graph: Graph, journey_id: str) -> Iterable[Subject]:
    return graph.concerned_with(graph.journey(journey_id))


_ALL = (
    View("service-blueprint", "Service blueprint", "journey", "service_blueprint", has_pairs=True),
    View("journey-map", "Journey map", "journey", "journey_map", has_pairs=True),
    View("silos", "Silos", "journey", "silos"),
    View("silos-network", "Network of silos", "blueprint", "silos_network"),
    View("ownership", "Ownership", "journey", "ownership"),
    View("measures", "Measures", "journey", "measures"),
    View("governance", "Governance", "blueprint", "governance"),
    View("recovery", "Escalation and recovery", "plan", "recovery"),
    View("portfolio", "Portfolio", "blueprint", "portfolio"),
)
VIEWS: Mapping[str, View] = MappingProxyType({view.name: view for view in _ALL})
"""The views by name; the code of one is loaded when it draws."""


def view_named(name: str) -> View:
    """Return a view by its name.

    Raises:
        UsageError: there is none; the message names the one most likely meant.
    """
    if name not in VIEWS:
        msg = f"there is no view {name!r}{did_you_mean(name, VIEWS)}: {', '.join(VIEWS)}"
        raise UsageError(msg)
    return VIEWS[name]
