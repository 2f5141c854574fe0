"""A blueprint about to be published: its graph, what was found, and which page is about what."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from cxblueprint.model import Declared, Subject
from cxblueprint.pictures import Theme, settings_of
from cxblueprint.pictures.text import clean

from .addresses import join, page_path, relative_path, relative_url
from .markdown import Markdown, link, text

if TYPE_CHECKING:
    from cxblueprint.checks import Finding, Report, Rule
    from cxblueprint.graph import Graph, StepNode

_FOLDERS: Mapping[str, str] = {"journey": "journeys", "touchpoint": "touchpoints", "team": "teams"}
"""The kinds that have a page for each thing of theirs, and its folder."""
_SHARED = {"id", "title", "teams", "channels", "systems", "personas", "standards", "handoffs", "kpis"}


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
        directory_urls: bool,
        theme: Theme,
    ) -> None:
        self.graph = graph
        self.report = report
        self.base = base
        self.rules: Mapping[str, Rule] = {rule.code: rule for rule in rules}
        self.rule_pages = rule_pages
        self.directory_urls = directory_urls
        self.theme = theme

    @property
    def title(self) -> str:
        """What the blueprint is called."""
        return clean(self.graph.blueprint.title) or self.graph.blueprint.id

    # Where the pages are

    @property
    def home(self) -> str:
        """The path of the page about the whole blueprint."""
        return join(self.base, "index.md")

    @property
    def findings_page(self) -> str:
        """The path of the page with everything that was found."""
        return join(self.base, "findings.md")

    def index_of(self, kind: str) -> str:
        """Return the path of the page that lists all things of a kind."""
        return join(self.base, _FOLDERS[kind], "index.md")

    def page_of(self, subject: Subject) -> str | None:
        """Return the path of the page about something, or None where it has none."""
        if subject.kind == "blueprint":
            return self.home
        if subject.kind in ("stage", "step"):
            subject = Subject("journey", subject.id.partition("/")[0])
        folder = _FOLDERS.get(subject.kind)
        if folder is None or subject not in self.graph:
            return None
        return page_path(self.base, folder, subject.id)

    def page_of_rule(self, code: str) -> str | None:
        """Return the path of the page about a rule, or None where it is not one of ours."""
        rule = self.rules.get(code)
        return page_path(self.rule_pages, "", rule.name) if rule else None

    def url(self, source: str, subject: Subject) -> str | None:
        """Return how the published page at `source` leads to the page about something, or None."""
        target = self.page_of(subject)
        if target is None:
            return None
        fragment = f"#{anchor(subject)}" if subject.kind == "step" else ""
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
        if target is None or (target == source and subject.kind != "step"):
            known = subject in self.graph
            return shown if known else Markdown(f"{shown} (not declared)")
        fragment = f"#{anchor(subject)}" if subject.kind == "step" else ""
        path = "" if target == source else relative_path(source, target)
        return link(shown, path + fragment)

    @cached_property
    def _steps(self) -> Mapping[str, StepNode]:
        return {step.address: step for step in self.graph.steps}

    @cached_property
    def shared_content(self) -> str:
        """What the picture of any journey may show beside it and its touchpoints, and how, as text."""
        theme = json.dumps(settings_of(self.theme), sort_keys=True)
        return f"{theme}\0{self.graph.blueprint.model_dump_json(include=_SHARED)}"

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

    def found_about(self, subjects: Iterable[Subject]) -> tuple[Finding, ...]:
        """Return what was found about some things, place by place."""
        found = {place: f for subject in subjects for place, f in self._findings.get(subject, ())}
        return tuple(found[place] for place in sorted(found))

    def with_urls(self, source: str, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Return findings that lead from the published page at `source` to the pages of their rules."""
        return tuple(replace(finding, url=self._rule_url(source, finding)) for finding in findings)

    def _rule_url(self, source: str, finding: Finding) -> str | None:
        target = self.page_of_rule(finding.code)
        return relative_url(source, target, directory_urls=self.directory_urls) if target else finding.url


def anchor(subject: Subject) -> str:
    """Return the name of the place of a step on its journey's page; no heading makes one with a dot."""
    return subject.id.partition("/")[2].replace("/", ".")


def label_of(step: StepNode) -> str:
    """Return what a step is called; its id where nothing of the name can be shown."""
    return clean(step.label) or step.id
