"""Assertions about what the rules find."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from cxblueprint.api import StrPath, catalogue, check
from cxblueprint.checks import Rule, checked_options, known_profile, one_rule, run
from cxblueprint.graph import Graph
from cxblueprint.reporters.digest import place_of, worst_first

if TYPE_CHECKING:
    import datetime as dt

    from cxblueprint.checks import Finding, Report, Severity
    from cxblueprint.model import Blueprint

__all__ = ["assert_clean", "findings"]


def assert_clean(
    blueprint: Blueprint | Graph,
    *,
    profile: str = "recommended",
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    as_of: dt.date | None = None,
    options: Mapping[str, Mapping[str, Any]] | None = None,
    own_rules: Iterable[StrPath | Rule] = (),
    baseline: StrPath | None = None,
    fail_on: Severity = "warning",
) -> None:
    """Assert that the rules find nothing in a blueprint, as `cxblueprint check` would that ends with 0.

    Args:
        blueprint: what is judged.
        profile: as all that follow, what it is judged by: see `cxblueprint.check`.
        select: rules to run instead of the profile's.
        ignore: rules to leave out.
        as_of: the date to judge by; without it nothing is late and no allowance expires.
        options: by rule, the options to set instead of their defaults.
        own_rules: rules of your own, or the files and packages that hold them.
        baseline: the file with the findings that are known before.
        fail_on: how bad a finding has to be: `info`, `warning` or `error`.

    Raises:
        AssertionError: something that bad was found, or a rule failed; the message has a line for each, with
            its place, and the hint below.
        UsageError: as `cxblueprint.check`.
    """
    __tracebackhide__ = True  # pytest shows the test that fails, not the inside of the assertion
    report = check(
        blueprint,
        profile=profile,
        select=select,
        ignore=ignore,
        as_of=as_of,
        options=options,
        own_rules=own_rules,
        baseline=baseline,
    )
    _refuse_defects(report)
    found = worst_first(report.at_least(fail_on))
    if found:
        told = f"'{report.title}' has {len(found)} finding{'s' * (len(found) > 1)} at profile {profile}:"
        raise AssertionError("\n".join((told, *map(_told, found))))


def findings(
    rule: str | Rule,
    blueprint: Blueprint | Graph,
    *,
    profile: str | None = None,
    as_of: dt.date | None = None,
    options: Mapping[str, Any] | None = None,
) -> tuple[Finding, ...]:
    """Return what one rule finds in a blueprint, run alone.

    What is suppressed by an `allow`, and what follows from a finding of a rule that this one requires, is not
    among it.

    Args:
        rule: its code or name, or a rule of your own.
        blueprint: what is judged.
        profile: what the rule goes by, if it reads the profile; its own unless given.
        as_of: the date to judge by; without it nothing is late and no allowance expires.
        options: the rule's options, instead of their defaults.

    Returns:
        The findings in order of place and subject; none at all where all is well.

    Raises:
        AssertionError: a rule failed.
        UsageError: there is no such rule, profile or option.
    """
    known = catalogue()
    one = one_rule(rule, known) if isinstance(rule, str) else rule
    graph = blueprint if isinstance(blueprint, Graph) else Graph(blueprint)
    report = run(
        graph,
        (one,),
        catalogue=known,
        profile=known_profile(profile or one.profile),
        as_of=as_of,
        options=checked_options({one.code: options or {}}, (one,)),
        together=False,
    )
    _refuse_defects(report)
    return report.findings


def _refuse_defects(report: Report) -> None:
    __tracebackhide__ = True
    if report.defects:
        failed = (f"rule {defect.code} failed: {defect.message}" for defect in report.defects)
        raise AssertionError("\n".join(failed))


def _told(finding: Finding) -> str:
    said = f"{finding.severity} {finding.code} {finding.message}"
    return f"  {place_of(finding)}: {said}\n    hint: {finding.hint}"
