"""What the library can do, in a few functions."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, TypeAlias

from cxblueprint.graph import Graph
from cxblueprint.loading import dump, dumps, load, loads
from cxblueprint.model import Blueprint

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Mapping

    from cxblueprint.checks import Finding, Report, Rule
    from cxblueprint.model import Subject
    from cxblueprint.pictures import Mode, Picture, Theme

StrPath: TypeAlias = "str | os.PathLike[str]"

__all__ = ["catalogue", "check", "dump", "dumps", "find_rule", "load", "loads", "render", "schema"]


def check(
    blueprint: Blueprint | Graph,
    *,
    profile: str = "recommended",
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    as_of: dt.date | None = None,
    options: Mapping[str, Mapping[str, Any]] | None = None,
    own_rules: Iterable[StrPath | Rule] = (),
    baseline: StrPath | None = None,
) -> Report:
    """Judge a blueprint by the rules.

    Args:
        blueprint: what to judge; a graph that was built of it saves building it again.
        profile: `essential`, `recommended` or `exemplary`; each has the rules of those before it.
        select: codes, beginnings of codes, names or families of the rules to run instead of the profile's.
        ignore: codes, beginnings of codes, names or families of rules to leave out.
        as_of: the date to judge by; without it nothing is late and no allowance expires.
        options: by rule, the options to set instead of their defaults.
        own_rules: rules of your own, or the files and packages that hold them, beside those that installed
            packages bring.
        baseline: the file with the findings that are known before; `cxblueprint check --update-baseline`
            writes it.

    Returns:
        The findings in order of place, code and subject. The same input gives the same report.

    Raises:
        UsageError: a word means no rule, the profile is unknown, no rule is left to run, own rules cannot be
            had, or the baseline cannot be read.
    """
    from cxblueprint.judging import Judging

    graph = blueprint if isinstance(blueprint, Graph) else Graph(blueprint)
    judging = Judging(
        profile=profile,
        select=_words(select),
        ignore=_words(ignore),
        as_of=as_of,
        options=options or {},
        own_rules=tuple(own_rules),
        baseline=baseline,
    )
    return judging.report(graph)


def _words(words: Iterable[str]) -> tuple[str, ...]:
    """Return words; a text is one word, not its letters."""
    return (words,) if isinstance(words, str) else tuple(words)


def catalogue(own_rules: Iterable[StrPath | Rule] = ()) -> tuple[Rule, ...]:
    """Return every rule: ours in the order of their families, those of installed packages, then your own.

    Args:
        own_rules: rules of your own, or the files and packages that hold them.

    Raises:
        UsageError: rules cannot be imported, or have a code or a name that is in use already.
    """
    from cxblueprint.own_rules import whole_catalogue

    return whole_catalogue(own_rules)


def find_rule(word: str, own_rules: Iterable[StrPath | Rule] = ()) -> Rule:
    """Return the rule with a code or name.

    Args:
        word: the code or the name.
        own_rules: as for `catalogue`.

    Raises:
        UsageError: there is none; the message names the one most likely meant.
    """
    from cxblueprint.checks import one_rule

    return one_rule(word, catalogue(own_rules))


def render(
    blueprint: Blueprint | Graph,
    view: str,
    *,
    journey: str | None = None,
    stage: str | None = None,
    plan: str | None = None,
    beside: bool = False,
    theme: Theme | Mode = "auto",
    engine: str | None = None,
    findings: Iterable[Finding] = (),
    link: Callable[[Subject], str | None] | None = None,
) -> Picture:
    """Draw a view of a blueprint.

    Args:
        blueprint: what to draw; a graph that was built of it saves building it again.
        view: `service-blueprint`, `journey-map`, or another of `cxblueprint.pictures.VIEWS`.
        journey: the journey to draw, of views that show one; may be left out where there is only one.
        stage: the stage to draw, or several separated by commas; all of them unless given.
        plan: the recovery plan or escalation policy to draw, of views that show one.
        beside: whether to draw the journey and the one that it replaces, or that replaces it, in one picture:
            as it is above, as it is to be below; of the views `service-blueprint` and `journey-map`.
        theme: `light`, `dark`, `auto` to follow the reader's own setting, or a `Theme` of your own.
        engine: who lays out views that are shaped like a graph: `bundled`, `system`, or `auto` for the first
            that is there; what the environment variable `CXBLUEPRINT_ENGINE` says unless given, else `auto`.
        findings: what `check` found, such as `report.found`; what concerns the picture is shown where it is.
        link: gives the address of the page about something, or None where there is none.

    Raises:
        UsageError: the view, journey, plan or stage is unknown, it is not clear which is meant, or there is
            no journey to draw beside.
        CxBlueprintError: the view has to be laid out, and no engine can.
    """
    from cxblueprint.pictures import view_named

    chosen = view_named(view)
    graph = blueprint if isinstance(blueprint, Graph) else Graph(blueprint)
    subject = chosen.subject(journey, plan)
    return chosen(
        graph,
        subject,
        stage=stage,
        beside=beside,
        theme=theme,
        engine=engine,
        findings=chosen.concerning(graph, subject, findings, beside=beside),
        link=link,
    )


def schema(*, whole: bool = False) -> dict[str, Any]:
    """Return the JSON Schema of a blueprint file.

    Args:
        whole: the schema of a whole blueprint; otherwise that of one file of it, in which nothing is
            required at the root.
    """
    from cxblueprint.model.schema import json_schema

    return json_schema(whole=whole)
