"""What the library can do, in a few functions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from cxblueprint.graph import Graph
from cxblueprint.loading import dump, dumps, load, loads
from cxblueprint.model import Blueprint

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Mapping

    from cxblueprint.checks import Finding, Report, Rule
    from cxblueprint.model import Subject
    from cxblueprint.pictures import Picture

__all__ = ["catalogue", "check", "dump", "dumps", "find_rule", "load", "loads", "render", "schema"]


def check(
    blueprint: Blueprint | Graph,
    *,
    profile: str = "recommended",
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    as_of: dt.date | None = None,
    options: Mapping[str, Mapping[str, Any]] | None = None,
) -> Report:
    """Judge a blueprint by the rules.

    Args:
        blueprint: what to judge; a graph that was built of it saves building it again.
        profile: `essential`, `recommended` or `exemplary`; each has the rules of those before it.
        select: codes, beginnings of codes, names or families of the rules to run instead of the profile's.
        ignore: codes, beginnings of codes, names or families of rules to leave out.
        as_of: the date to judge by; without it nothing is late and no allowance expires.
        options: by rule, the options to set instead of their defaults.

    Returns:
        The findings in order of place, code and subject. The same input gives the same report.

    Raises:
        UsageError: a word means no rule, the profile is unknown, or no rule is left to run.
    """
    from cxblueprint.checks import checked_options, known_profile, run, selected
    from cxblueprint.rules import CATALOGUE

    graph = blueprint if isinstance(blueprint, Graph) else Graph(blueprint)
    return run(
        graph,
        selected(CATALOGUE, profile=profile, select=select, ignore=ignore),
        catalogue=CATALOGUE,
        profile=known_profile(profile),
        as_of=as_of,
        options=checked_options(options or {}, CATALOGUE),
    )


def catalogue() -> tuple[Rule, ...]:
    """Return every rule, in the order of the catalogue."""
    from cxblueprint.rules import CATALOGUE

    return CATALOGUE


def find_rule(word: str) -> Rule:
    """Return the rule with a code or name.

    Raises:
        UsageError: there is none; the message names the one most likely meant.
    """
    from cxblueprint.checks import one_rule

    return one_rule(word, catalogue())


def render(
    blueprint: Blueprint | Graph,
    view: str,
    *,
    journey: str | None = None,
    stage: str | None = None,
    theme: Literal["auto", "light", "dark"] = "auto",
    findings: Iterable[Finding] = (),
    link: Callable[[Subject], str | None] | None = None,
) -> Picture:
    """Draw a view of a blueprint.

    Args:
        blueprint: what to draw; a graph that was built of it saves building it again.
        view: `service-blueprint` or `journey-map`.
        journey: the journey to draw; may be left out where there is only one.
        stage: the stage to draw, or several separated by commas; all of them unless given.
        theme: `light`, `dark`, or `auto` to follow the reader's own setting.
        findings: what `check` found; what concerns the journey is shown where it is.
        link: gives the address of the page about something, or None where there is none.

    Raises:
        UsageError: the view, the journey or the stage is unknown, or it is not clear which journey is meant.
    """
    from cxblueprint.errors import UsageError, did_you_mean
    from cxblueprint.pictures import VIEWS

    if view not in VIEWS:
        msg = f"there is no view {view!r}{did_you_mean(view, VIEWS)}: {', '.join(VIEWS)}"
        raise UsageError(msg)
    graph = blueprint if isinstance(blueprint, Graph) else Graph(blueprint)
    if journey is None:
        if len(graph.journeys) != 1:
            known = ", ".join(map(repr, graph.journeys)) or "none is declared"
            msg = f"say which journey to draw: {known}"
            raise UsageError(msg)
        journey = next(iter(graph.journeys))
    things = graph.concerned_with(graph.journey(journey))
    concerning = tuple(finding for finding in findings if finding.subject in things)
    return VIEWS[view](graph, journey, stage=stage, theme=theme, findings=concerning, link=link)


def schema(*, whole: bool = False) -> dict[str, Any]:
    """Return the JSON Schema of a blueprint file.

    Args:
        whole: the schema of a whole blueprint; otherwise that of one file of it, in which nothing is
            required at the root.
    """
    from cxblueprint.model.schema import json_schema

    return json_schema(whole=whole)
