"""What the gallery says of each example: how much there is, what is found, and where to begin reading."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Mapping
from functools import cache, partial
from types import MappingProxyType
from typing import Any

import yaml

import cxblueprint as cx
from cxblueprint.checks import badness
from cxblueprint.site import Site, build
from cxblueprint.site.writing.words import SEVERITY_NAMES, counted

from .blocks import TODAY
from .sources import EXAMPLES, ROOT


def _examples() -> Mapping[str, Mapping[str, str]]:
    """Return the settings of the examples that the documentation publishes, by their names."""
    settings: dict[str, Any] = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    (plugin,) = (plugin["cxblueprint"] for plugin in settings["plugins"] if "cxblueprint" in plugin)
    return {posixpath.basename(one["source"]): one for one in plugin["blueprints"]}


def about(example: str) -> str:
    """Return the facts of an example, and links to where reading it begins."""
    graph, report, site = _published(example)
    journeys = graph.journeys.values()
    blueprint = graph.blueprint
    amounts = (
        counted(len(journeys), "journey"),
        counted(len(graph.steps), "step"),
        counted(len(blueprint.touchpoints), "touchpoint"),
        counted(len(blueprint.teams), "team"),
    )
    facts = f"{', '.join(amounts)} · {_found(report)} at profile *{_profile(example)}*"
    worst = min(journeys, key=lambda journey: badness(_concerning(graph, report, journey.id)))
    ways = [f"[All of it]({_home(example)}index.md)"]
    name = "The journey" if len(journeys) == 1 else "The worst journey" if report.findings else "A journey"
    ways.append(f"[{name}: {worst.journey.label}]({_home(example)}journeys/{worst.id}.md)")
    # Ids have no underscore: what stands after one is the persona who walks.
    starts = tuple(f"{_home(example)}walks/{worst.id}{end}" for end in ("_", "."))
    walks = [path for path in site.pages if path.startswith(starts)]
    ways += [f"[A walk through it]({walks[0]})"] if walks else []
    ways += [f"[What is found]({_home(example)}findings.md)"] if report.findings else []
    return f"{facts}\n\n{' · '.join(ways)}"


def _profile(example: str) -> str:
    return _examples()[example].get("profile", "recommended")


def _home(example: str) -> str:
    return f"{_examples()[example]['path']}/"


def _concerning(graph: cx.Graph, report: cx.Report, journey: str) -> tuple[cx.Finding, ...]:
    concerned = graph.concerned_with(graph.journey(journey))
    return tuple(finding for finding in report.findings if finding.subject in concerned)


def _found(report: cx.Report) -> str:
    counts = [
        counted(report.counts[severity], *names)
        for severity, names in SEVERITY_NAMES.items()
        if report.counts[severity]
    ]
    return f"{', '.join(counts) or 'nothing is found'}"


@cache
def _published(example: str) -> tuple[cx.Graph, cx.Report, Site]:
    settings = _examples()[example]
    graph = cx.Graph(cx.load(EXAMPLES / example))
    report = cx.check(graph, profile=_profile(example), as_of=TODAY)
    return graph, report, build(graph, report=report, base=settings["path"], directory_urls=False)


ABOUT: Mapping[str, Callable[[], str]] = MappingProxyType(
    {f"about {example}": partial(about, example) for example in _examples()}
)
"""What the gallery has of each example, by the name of the part."""
