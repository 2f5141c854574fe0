"""The resolved, indexed, read-only view of a blueprint."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar, cast

from cxblueprint.collecting import no_collection
from cxblueprint.errors import UsageError, did_you_mean
from cxblueprint.model import COLLECTION_OF_KIND, COLLECTIONS, Subject, kind_of, origin_of, subject_of

from .flow import journey_node, mark_open_requests
from .nodes import JourneyNode, StageNode, StepNode, standards_on

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from cxblueprint.errors import Location
    from cxblueprint.model import (
        KPI,
        Account,
        Assessment,
        Blueprint,
        Calendar,
        Cause,
        Channel,
        Declared,
        Element,
        Escalation,
        EscalationPolicy,
        Handoff,
        Initiative,
        ListeningPost,
        Persona,
        Policy,
        ProactiveUpdate,
        Promise,
        RecoveryPlan,
        RelationshipPlan,
        Risk,
        Role,
        Segment,
        ServiceStandard,
        System,
        Team,
        Touchpoint,
    )

    Pointed = Element | JourneyNode | StageNode | StepNode

_T = TypeVar("_T")


class Graph:
    """A blueprint resolved: who owns what, which step follows which, who reports to whom.

    It is built once, in time linear in the blueprint, and never changes. References that name
    nothing resolve to None; rules about other things then stay silent, and unknown-reference speaks.
    """

    @no_collection()
    def __init__(self, blueprint: Blueprint) -> None:
        self.blueprint = blueprint
        self._paths: dict[Subject, tuple[str | int, ...]] = {Subject("blueprint", blueprint.id): ()}
        self.teams: Mapping[str, Team] = self._index("teams")
        self.roles: Mapping[str, Role] = self._index("roles")
        self.segments: Mapping[str, Segment] = self._index("segments")
        self.personas: Mapping[str, Persona] = self._index("personas")
        self.accounts: Mapping[str, Account] = self._index("accounts")
        self.channels: Mapping[str, Channel] = self._index("channels")
        self.calendars: Mapping[str, Calendar] = self._index("calendars")
        self.systems: Mapping[str, System] = self._index("systems")
        self.touchpoints: Mapping[str, Touchpoint] = self._index("touchpoints")
        self.handoffs: Mapping[str, Handoff] = self._index("handoffs")
        self.standards: Mapping[str, ServiceStandard] = self._index("standards")
        self.promises: Mapping[str, Promise] = self._index("promises")
        self.kpis: Mapping[str, KPI] = self._index("kpis")
        self.listening_posts: Mapping[str, ListeningPost] = self._index("listening_posts")
        self.relationship_plans: Mapping[str, RelationshipPlan] = self._index("relationship_plans")
        self.proactive_updates: Mapping[str, ProactiveUpdate] = self._index("proactive_updates")
        self.risks: Mapping[str, Risk] = self._index("risks")
        self.causes: Mapping[str, Cause] = self._index("causes")
        self.escalation_policies: Mapping[str, EscalationPolicy] = self._index("escalation_policies")
        self.escalations: Mapping[str, Escalation] = self._index("escalations")
        self.recovery_plans: Mapping[str, RecoveryPlan] = self._index("recovery_plans")
        self.initiatives: Mapping[str, Initiative] = self._index("initiatives")
        self.policies: Mapping[str, Policy] = self._index("policies")
        self.assessments: Mapping[str, Assessment] = self._index("assessments")
        self.journeys: Mapping[str, JourneyNode] = self._resolve_journeys()
        self.steps: tuple[StepNode, ...] = tuple(
            step for journey in self.journeys.values() for step in journey.steps
        )
        self._handoffs: dict[frozenset[str], tuple[Handoff, ...]] = {}
        for handoff in self.handoffs.values():
            pair = frozenset((handoff.giver, handoff.receiver))
            self._handoffs[pair] = (*self._handoffs.get(pair, ()), handoff)
        self._promises: dict[str, frozenset[str]] = {}
        self._promised_at: dict[str, frozenset[str]] = {}
        for promise in self.promises.values():
            for standard in standards_on(promise):
                self._promises[standard] = self._promises.get(standard, frozenset()) | {promise.id}
            place = promise.made_at
            if place is not None:
                self._promised_at[place] = self._promised_at.get(place, frozenset()) | {promise.id}
        self._steps_at: dict[str, list[StepNode]] = {}
        for step in self.steps:
            if step.touchpoint is not None:
                self._steps_at.setdefault(step.touchpoint.id, []).append(step)

    def _index(self, collection: str) -> Mapping[str, _T]:
        elements: tuple[Declared, ...] = getattr(self.blueprint, collection)
        kind = kind_of(COLLECTIONS[collection])
        for position, element in enumerate(elements):
            self._paths[Subject(kind, element.id)] = (collection, position)
        return cast("Mapping[str, _T]", MappingProxyType({element.id: element for element in elements}))

    def _resolve_journeys(self) -> Mapping[str, JourneyNode]:
        found: dict[str, JourneyNode] = {}
        for place, journey in enumerate(self.blueprint.journeys):
            node = found[journey.id] = journey_node(journey, self.touchpoints)
            mark_open_requests(node, self.closes_request)
            self._paths[node.subject] = ("journeys", place)
            for stage_at, stage in enumerate(node.stages):
                self._paths[stage.subject] = ("journeys", place, "stages", stage_at)
                for step_at, step in enumerate(stage.steps):
                    path = ("journeys", place, "stages", stage_at, "steps", step_at)
                    self._paths[step.subject] = path
        return MappingProxyType(found)

    # Finding things

    def journey(self, journey_id: str) -> JourneyNode:
        """Return a journey by its id.

        Raises:
            UsageError: there is no such journey; the message names the one that was most likely meant.
        """
        try:
            return self.journeys[journey_id]
        except KeyError:
            known = ", ".join(map(repr, self.journeys)) or "none is declared"
            guess = did_you_mean(journey_id, self.journeys)
            msg = f"there is no journey {journey_id!r}{guess or f': {known}'}"
            raise UsageError(msg) from None

    def __contains__(self, subject: object) -> bool:
        return subject in self._paths

    def elements(self) -> Iterator[tuple[Subject, Element]]:
        """Yield everything that can be pointed at, in the order of the vocabulary and of declaration."""
        yield Subject("blueprint", self.blueprint.id), self.blueprint
        for collection, model in COLLECTIONS.items():
            kind = kind_of(model)
            for element in getattr(self.blueprint, collection):
                yield Subject(kind, element.id), element
                if collection == "journeys":
                    yield from self._inside(self.journeys[element.id])

    @staticmethod
    def _inside(journey: JourneyNode) -> Iterator[tuple[Subject, Element]]:
        for stage in journey.stages:
            yield stage.subject, stage.stage
            for step in stage.steps:
                yield step.subject, step.step

    def element(self, subject: Subject) -> Element | None:
        """Return what a subject names, or None."""
        if subject.kind == "blueprint":
            return self.blueprint if subject.id == self.blueprint.id else None
        if subject.kind in ("stage", "step"):
            return self._part(subject)
        collection = COLLECTION_OF_KIND.get(subject.kind)
        if collection is None:
            return None
        if collection == "journeys":
            node = self.journeys.get(subject.id)
            return node.journey if node else None
        return cast("Element | None", getattr(self, collection).get(subject.id))

    def _part(self, subject: Subject) -> Element | None:
        path = self._paths.get(subject)
        if path is None:
            return None
        stage = self.blueprint.journeys[int(path[1])].stages[int(path[3])]
        return stage.steps[int(path[5])] if subject.kind == "step" else stage

    def ids_of(self, kind: str) -> tuple[str, ...]:
        """Return the addresses of everything of a kind, in order of declaration."""
        if kind in ("stage", "step", "blueprint"):
            return tuple(subject.id for subject in self._paths if subject.kind == kind)
        collection = COLLECTION_OF_KIND.get(kind)
        return tuple(getattr(self, collection)) if collection else ()

    def concerned_with(self, journey: JourneyNode) -> frozenset[Subject]:
        """Return what a finding may be about to concern a journey: itself, its parts, and what it uses."""
        found: set[Subject] = {journey.subject}
        found.update(stage.subject for stage in journey.stages)
        found.update(step.subject for step in journey.steps)
        for touchpoint in journey.touchpoints:
            found.add(subject_of(touchpoint))
            found.update(Subject("service-standard", standard) for standard in touchpoint.standards)
            found.update(Subject("kpi", kpi) for kpi in touchpoint.kpis)
            found.update(Subject("promise", promise) for promise in self.promises_of(touchpoint))
        found.update(Subject("kpi", kpi) for kpi in journey.journey.kpis)
        for edge in journey.edges:
            giver, receiver = self.owner_of(edge.source), self.owner_of(edge.target)
            if giver is not None and receiver is not None:
                between = self.handoffs_between(giver.id, receiver.id)
                found.update(subject_of(handoff) for handoff in between)
        return frozenset(found)

    def locate(self, subject: Subject, at: Sequence[str | int] = ()) -> Location | None:
        """Return where something is written, or None when the blueprint was not loaded from text."""
        origin = origin_of(self.blueprint)
        path = self._paths.get(subject)
        return origin.locate((*path, *at)) if origin is not None and path is not None else None

    def path_of(self, subject: Subject) -> tuple[str | int, ...] | None:
        """Return the way through the model to something, such as `("teams", 0)`, or None."""
        return self._paths.get(subject)

    # Who answers for what

    def team(self, team_id: str | None) -> Team | None:
        """Return a team by its id, or None."""
        return self.teams.get(team_id) if team_id is not None else None

    def owner_of(self, thing: StepNode | Touchpoint) -> Team | None:
        """Return the team that answers for a touchpoint, or for a step's touchpoint; None if unknown."""
        touchpoint = thing.touchpoint if isinstance(thing, StepNode) else thing
        return self.team(touchpoint.owner) if touchpoint is not None else None

    def superiors(self, team: Team) -> tuple[Team, ...]:
        """Return the teams above a team, nearest first; a reporting loop ends where it closes."""
        chain: list[Team] = []
        seen = {team.id}
        above = self.team(team.reports_to)
        while above is not None and above.id not in seen:
            seen.add(above.id)
            chain.append(above)
            above = self.team(above.reports_to)
        return tuple(chain)

    def superiors_below_executive(self, team: Team) -> tuple[Team, ...]:
        """Return the teams above a team, nearest first, up to but without the nearest executive."""
        chain: list[Team] = []
        for above in self.superiors(team):
            if above.function == "executive":
                break
            chain.append(above)
        return tuple(chain)

    # What belongs to a touchpoint

    def steps_at(self, touchpoint: Touchpoint) -> tuple[StepNode, ...]:
        """Return the steps that happen at a touchpoint, journey by journey."""
        return tuple(self._steps_at.get(touchpoint.id, ()))

    def is_live(self, touchpoint: Touchpoint) -> bool:
        """Tell whether customers meet a touchpoint today: it is not in drafts alone."""
        steps = self._steps_at.get(touchpoint.id, ())
        return not steps or any(step.journey.is_live for step in steps)

    def standards_of(self, touchpoint: Touchpoint) -> tuple[ServiceStandard, ...]:
        """Return the declared standards of a touchpoint, in order."""
        found = (self.standards.get(standard) for standard in touchpoint.standards)
        return tuple(standard for standard in found if standard is not None)

    def kpis_of(self, thing: Touchpoint | JourneyNode) -> tuple[KPI, ...]:
        """Return the declared KPIs of a touchpoint or a journey itself, in order."""
        ids = thing.journey.kpis if isinstance(thing, JourneyNode) else thing.kpis
        found = (self.kpis.get(kpi) for kpi in ids)
        return tuple(kpi for kpi in found if kpi is not None)

    def handoffs_between(self, one: str, other: str) -> tuple[Handoff, ...]:
        """Return the hand-offs declared between two teams, in either direction, in order."""
        return self._handoffs.get(frozenset((one, other)), ())

    def promises_resting_on(self, touchpoint: Touchpoint) -> frozenset[str]:
        """Return the ids of the promises whose path has a standard of a touchpoint."""
        resting = (self._promises.get(standard, frozenset()) for standard in touchpoint.standards)
        return frozenset[str]().union(*resting)

    def promises_of(self, touchpoint: Touchpoint) -> frozenset[str]:
        """Return the ids of the promises that are made at a touchpoint or rest on its standards."""
        return self._promised_at.get(touchpoint.id, frozenset()) | self.promises_resting_on(touchpoint)

    def closes_request(self, step: StepNode) -> bool:
        """Tell whether what the customer asked for is settled at a step."""
        if step.step.closes_request:
            return True
        if step.touchpoint is None:
            return False
        return any(standard.kind == "loop-closure" for standard in self.standards_of(step.touchpoint))
