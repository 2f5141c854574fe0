"""A blueprint about to be published: its graph, what was found, and which page is about what."""

from __future__ import annotations

import hashlib
import json
import posixpath
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import quote

from cxblueprint.checks import told
from cxblueprint.graph import references_in
from cxblueprint.model import Declared, Subject, kind_of
from cxblueprint.pictures import VIEWS, Theme, settings_of
from cxblueprint.pictures.text import clean
from cxblueprint.site.places import PARTS, PLACES

from .addresses import join, page_path, relative_path, relative_url
from .markdown import Markdown, link, text
from .uses import Use, uses_in

if TYPE_CHECKING:
    from cxblueprint.checks import Finding, Report, Rule
    from cxblueprint.errors import Location
    from cxblueprint.graph import Graph, JourneyNode, StepNode

MOST_COMPLETE = 60
"""Of journeys on whose pages all pictures stand, unpacked and with files of their own to take along. Beyond
that a site is large: time and room are better spent than on that."""
_OF_MANY = frozenset({"service-blueprint"})
_ELSEWHERE = {"journeys", "touchpoints"}
"""What a picture of a journey shows only its own of."""


@dataclass(frozen=True, slots=True)
class SourceLink:
    """How a line of a blueprint is found on the web: in a repository, say."""

    template: str
    """An address with `{path}` in it, and `{line}` where there is room for one."""
    root: str = ""
    """The folder from which `{path}` starts, absolute and with `/`; the working directory unless said."""
    here: str = ""
    """The working directory, from which places are told, likewise; of no use without `root`."""

    def to(self, location: Location) -> str | None:
        """Return the address of a line of a file; None for a file that lies outside."""
        path = posixpath.normpath(location.path)
        if self.root:
            path = posixpath.relpath(posixpath.join(self.here, path), self.root)
        if path.startswith(("../", "/")) or ":" in path:
            return None
        return self.template.replace("{path}", quote(path)).replace("{line}", str(location.line))


class Edition:
    """What every page needs to know of the whole."""

    def __init__(
        self,
        graph: Graph,
        report: Report,
        *,
        base: str,
        rules: Sequence[Rule],
        rule_pages: str,
        directory_urls: bool | None,
        theme: Theme,
        parts: Collection[str] | None = None,
        views: Collection[str] | None = None,
        source_link: SourceLink | None = None,
    ) -> None:
        self.graph = graph
        self.report = report
        self.base = base
        self.rules: Mapping[str, Rule] = {rule.code: rule for rule in rules}
        self.rule_pages = rule_pages
        self.directory_urls = directory_urls
        self.theme = theme
        self.is_large = len(graph.journeys) > MOST_COMPLETE
        self.parts = frozenset(parts if parts is not None else self._usual_parts())
        self.packs = self.is_large and directory_urls is not None
        self.views = frozenset(views if views is not None else self._usual_views())
        self.source_link = source_link
        self._pages: dict[Subject, str | None] = {}
        self._with_urls: dict[tuple[int, str | None], tuple[Finding, Finding]] = {}
        self._told: dict[Subject, tuple[Finding, ...]] = {}

    @property
    def title(self) -> str:
        """What the blueprint is called."""
        return clean(self.graph.blueprint.title) or self.graph.blueprint.id

    def _usual_parts(self) -> Iterator[str]:
        """Yield all parts; of a large site without a walk for each of many journeys and personas."""
        for part in PARTS:
            if part != "walks" or not self.is_large:
                yield part

    def _usual_views(self) -> Iterator[str]:
        """Yield all views; for the many journeys of a large site only those that no other can stand for."""
        for view in VIEWS.values():
            if view.of != "journey" or not self.is_large or view.name in _OF_MANY:
                yield view.name

    # Where the pages are

    @property
    def home(self) -> str:
        """The path of the page about the whole blueprint."""
        return join(self.base, "index.md")

    @property
    def findings_page(self) -> str:
        """The path of the page with everything that was found."""
        return join(self.base, "findings.md")

    @property
    def glossary(self) -> str:
        """The path of the page that says what the words mean."""
        return join(self.base, "glossary.md")

    def has(self, part: str) -> bool:
        """Tell whether a part of the site is published."""
        return part in self.parts

    def index_of(self, kind: str) -> str:
        """Return the path of the page that lists all things of a kind, if there is one."""
        return join(self.base, PLACES[kind].part, "index.md")

    def list_of(self, kind: str) -> str | None:
        """Return the path of the page that lists all things of a kind; None where it is not published."""
        place = PLACES.get(kind)
        return self.index_of(kind) if place and self.has(place.part) and self.graph.ids_of(kind) else None

    def page_of(self, subject: Subject) -> str | None:
        """Return the path of the page that tells about something, or None where there is none."""
        if subject not in self._pages:
            self._pages[subject] = self._page_of(subject)
        return self._pages[subject]

    def _page_of(self, subject: Subject) -> str | None:
        if subject.kind == "blueprint":
            return self.home
        if subject.kind in ("stage", "step"):
            subject = Subject("journey", subject.id.partition("/")[0])
        place = PLACES.get(subject.kind)
        if place is None or not self.has(place.part) or subject not in self.graph:
            return None
        if subject.kind == "role":
            return self._page_of_role(subject.id)
        if not place.has_pages:
            return self.index_of(subject.kind)
        return page_path(self.base, place.folder, subject.id)

    def _page_of_role(self, role_id: str) -> str:
        team = self.graph.team(self.graph.roles[role_id].team)
        return self.path_of(team) if team is not None else self.index_of("role")

    def path_of(self, thing: Declared) -> str:
        """Return the path of the page of something that has one."""
        return page_path(self.base, PLACES[kind_of(type(thing))].folder, thing.id)

    def page_of_rule(self, code: str) -> str | None:
        """Return the path of the page about a rule, or None where it is not one of ours."""
        rule = self.rules.get(code)
        return page_path(self.rule_pages, "", rule.name) if rule else None

    def url(self, source: str, subject: Subject) -> str | None:
        """Return how the published page at `source` leads to the page about something, or None."""
        target = self.page_of(subject)
        if target is None or self.directory_urls is None:
            return None
        fragment = _fragment(subject)
        if target == source and fragment:
            return fragment
        return relative_url(source, target, directory_urls=self.directory_urls) + fragment

    # What pages say of other things

    def label(self, subject: Subject) -> str:
        """Return what people call something; its id where nothing else is known."""
        if subject.kind == "step":
            step = self._steps.get(subject.id)
            return label_of(step) if step else subject.id
        element = self.graph.element(subject)
        if isinstance(element, Declared):
            return clean(element.label) or subject.id
        name = getattr(element, "title" if subject.kind == "blueprint" else "name", None)
        return (clean(name) if isinstance(name, str) else "") or subject.id

    def mention(self, source: str, subject: Subject, label: str | None = None) -> Markdown:
        """Return the name of something, as a link where it has a page of its own."""
        shown = text(label or self.label(subject))
        target = self.page_of(subject)
        fragment = _fragment(subject)
        if target is None or (target == source and not fragment):
            known = subject in self.graph
            return shown if known else Markdown(f"{shown} (not declared)")
        path = "" if target == source else relative_path(source, target)
        return link(shown, path + fragment)

    @cached_property
    def _steps(self) -> Mapping[str, StepNode]:
        return {step.address: step for step in self.graph.steps}

    @cached_property
    def shared_content(self) -> str:
        """What stands for all that the picture of any journey may show beside it and its touchpoints."""
        theme = json.dumps(settings_of(self.theme), sort_keys=True)
        shared = self.graph.blueprint.model_dump_json(exclude=_ELSEWHERE)
        return digest(theme, shared)

    def content_of(self, journey: JourneyNode) -> str:
        """Return what stands for all that a picture of a journey may show."""
        touchpoints = (self._touchpoints_content[touchpoint.id] for touchpoint in journey.touchpoints)
        named = [found.id for found in references_in(journey.journey) if found.kind == "journey"]
        others = (self.label(Subject("journey", other)) for other in (*named, *self.replacing(journey)))
        return digest(self.shared_content, journey.journey.model_dump_json(), *touchpoints, *others)

    @cached_property
    def _touchpoints_content(self) -> Mapping[str, str]:
        return {id_: found.model_dump_json() for id_, found in self.graph.touchpoints.items()}

    def replacing(self, journey: JourneyNode) -> Sequence[str]:
        """Return the journeys that are to replace one, by their ids, in the order of the blueprint."""
        return self._replacing.get(journey.id, ())

    @cached_property
    def _replacing(self) -> Mapping[str, Sequence[str]]:
        """The journeys that are to replace another, by its id."""
        found: dict[str, list[str]] = {}
        for journey in self.graph.journeys.values():
            if journey.journey.replaces is not None:
                found.setdefault(journey.journey.replaces, []).append(journey.id)
        return found

    @cached_property
    def whole_content(self) -> str:
        """What stands for all that a picture of the whole may show."""
        return digest(self.shared_content, self.graph.blueprint.model_dump_json(include=_ELSEWHERE))

    # Who names what

    @cached_property
    def _uses(self) -> Mapping[Subject, Sequence[Use]]:
        return uses_in(self.graph)

    def uses_of(self, subject: Subject) -> Sequence[Use]:
        """Return by what something is named, in the order of the vocabulary and of declaration."""
        return self._uses.get(subject, ())

    def named_by(self, subject: Subject, kind: str, field: str) -> tuple[str, ...]:
        """Return the ids of the things of a kind that name something in a field, each once."""
        uses = self.uses_of(subject)
        return tuple(dict.fromkeys(use.by.id for use in uses if use.by.kind == kind and use.path[0] == field))

    # What was found

    @property
    def found(self) -> tuple[Finding, ...]:
        """All that was found, place by place."""
        return self.report.found

    @cached_property
    def _findings(self) -> Mapping[Subject, Sequence[tuple[int, Finding]]]:
        by_subject: dict[Subject, list[tuple[int, Finding]]] = {}
        for place, finding in enumerate(self.found):
            by_subject.setdefault(finding.subject, []).append((place, finding))
        return by_subject

    @cached_property
    def _naming(self) -> Mapping[str, Sequence[tuple[int, Finding]]]:
        by_other: dict[str, list[tuple[int, Finding]]] = {}
        for place, finding in enumerate(self.found):
            if finding.about is not None:
                by_other.setdefault(finding.about, []).append((place, finding))
        return by_other

    def found_with(self, subject: Subject) -> tuple[Finding, ...]:
        """Return what was found about something, or about another thing that does not fit with it."""
        found = dict((*self._findings.get(subject, ()), *self._naming.get(str(subject), ())))
        return tuple(found[place] for place in sorted(found))

    def found_about(self, subjects: Iterable[Subject]) -> tuple[Finding, ...]:
        """Return what was found about some things, place by place."""
        found = {place: f for subject in subjects for place, f in self._findings.get(subject, ())}
        return tuple(found[place] for place in sorted(found))

    def found_for(self, team: str) -> Sequence[Finding]:
        """Return what was found about a team, and what it answers for, place by place."""
        return self._by_team.get(team, ())

    @cached_property
    def _by_team(self) -> Mapping[str, Sequence[Finding]]:
        by_team: dict[str, list[Finding]] = {}
        for finding in self.found:
            itself = finding.subject.id if finding.subject.kind == "team" else None
            for team in {finding.owner, itself} - {None}:
                by_team.setdefault(str(team), []).append(finding)
        return by_team

    def told_of(self, subject: Subject, found: Callable[[], Sequence[Finding]]) -> tuple[Finding, ...]:
        """Return what is told of what was found about something: worked out once, for all pages."""
        if subject not in self._told:
            self._told[subject] = told(found())
        return self._told[subject]

    def with_urls(self, source: str, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Return findings that lead from the published page at `source` to the pages of their rules."""
        return tuple(self._with_url(source, finding) for finding in findings)

    def _with_url(self, source: str, finding: Finding) -> Finding:
        # Pages of a folder lead to a rule by the same way, and many of them show the same finding.
        url = self._rule_url(source, finding)
        key = (id(finding), url)
        if key not in self._with_urls or self._with_urls[key][0] is not finding:
            self._with_urls[key] = (finding, replace(finding, url=url))
        return self._with_urls[key][1]

    def _rule_url(self, source: str, finding: Finding) -> str | None:
        target = self.page_of_rule(finding.code)
        if target is None or self.directory_urls is None:
            return finding.url
        return relative_url(source, target, directory_urls=self.directory_urls)


def digest(*parts: str) -> str:
    """Return what changes whenever one of some texts does."""
    return hashlib.sha256("\0".join(parts).encode("utf-8", "backslashreplace")).hexdigest()


def anchor(subject: Subject) -> str:
    """Return the name of the place of a step, or of a thing without a page; no heading has a dot in its."""
    if subject.kind == "step":
        return subject.id.partition("/")[2].replace("/", ".")
    return f"{subject.kind}.{subject.id}"


def _fragment(subject: Subject) -> str:
    """Return what an address says after its path to lead to the place of something on a page."""
    place = PLACES.get(subject.kind)
    has_place = subject.kind == "step" or (place is not None and not place.has_pages)
    return f"#{anchor(subject)}" if has_place else ""


def label_of(step: StepNode) -> str:
    """Return what a step is called; its id where nothing of the name can be shown."""
    return clean(step.label) or step.id
