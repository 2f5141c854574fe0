"""`cxblueprint check`: judge a blueprint by the rules."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from cxblueprint import api
from cxblueprint.checks import SEVERITIES, Baseline
from cxblueprint.errors import UsageError, did_you_mean
from cxblueprint.files import write_whole
from cxblueprint.graph import Graph
from cxblueprint.reporters import as_github, as_json, as_junit, as_markdown, as_sarif, as_text

from . import options
from .app import CLEAN, DEFECT, FINDINGS
from .configuration import find_configuration

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from cxblueprint.checks import Report, Severity
    from cxblueprint.judging import Judging

FORMATS = ("text", "json", "sarif", "github", "junit", "markdown")
_BY_OWNER = ("text", "markdown")
_BY = "Group by rule (default), or by owner: a worklist for each team."


@click.command("check")
@options.paths
@options.selecting
@options.profile
@options.day
@click.option("--baseline", metavar="FILE", help="Findings that are known before: they do not count.")
@click.option("--update-baseline", is_flag=True, help="Write what is found today into the baseline.")
@click.option("--fail-on", metavar="SEVERITY", help="error, warning (default) or info: exit 1 from here on.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True)
@click.option("--by", "order", type=click.Choice(["rule", "owner"]), default="rule", help=_BY)
@click.option("--output", metavar="FILE", help="Write the report to a file.")
@options.force
def command(
    *,
    paths: tuple[str, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    profile: str | None,
    as_of: dt.date | None,
    baseline: str | None,
    update_baseline: bool,
    fail_on: str | None,
    form: str,
    order: str,
    output: str | None,
    force: bool,
) -> int:
    """Judge a blueprint by the rules.

    The files and folders given are one blueprint. Exit code 0: nothing at or above --fail-on was
    found. 1: something was. 2: the input cannot be read or the question cannot be answered.
    3: a rule failed.
    """
    settings = find_configuration()
    threshold = _severity(fail_on or settings.fail_on)
    judging = settings.judging(
        profile=profile,
        select=options.words(select),
        ignore=options.words(ignore),
        as_of=as_of or options.today(),
        baseline=baseline,
    )
    if update_baseline and judging.baseline is None:
        msg = "no baseline is named: add --baseline FILE, or set `baseline` in cxblueprint.toml"
        raise UsageError(msg)
    if order == "owner" and form not in _BY_OWNER:
        msg = f"--by owner is for the formats {' and '.join(_BY_OWNER)}, which people read, not for {form}"
        raise UsageError(msg)
    judging.require_rules()
    graph = Graph(api.load(*paths))
    report = _with_new_baseline(judging, graph) if update_baseline else _with_baseline(judging, graph)
    by_owner = order == "owner"
    text = _told(report, form, judging, by_owner=by_owner, team_name=lambda team: graph.teams[team].label)
    if output is None:
        click.echo(text, nl=False, color=options.wants_colour())
    else:
        write_whole(output, click.unstyle(text), overwrite=force)
    return _code(report, threshold)


def _told(
    report: Report,
    form: str,
    judging: Judging,
    *,
    by_owner: bool,
    team_name: Callable[[str], str],
) -> str:
    """Return the report in the form that was asked for."""
    match form:
        case "json":
            return as_json(report)
        case "sarif":
            return as_sarif(report, rules=judging.rules)
        case "github":
            return as_github(report)
        case "junit":
            return as_junit(report, rules=judging.rules)
        case "markdown":
            return as_markdown(
                report,
                rules_run=len(judging.rules),
                profile=judging.profile,
                by_owner=by_owner,
                team_name=team_name,
            )
        case _:
            return as_text(
                report,
                rules_run=len(judging.rules),
                profile=judging.profile,
                style=options.style,
                by_owner=by_owner,
                team_name=team_name,
            )


def _severity(word: str) -> Severity:
    for severity in SEVERITIES:
        if word == severity:
            return severity
    guess = did_you_mean(word, SEVERITIES)
    msg = f"there is no severity {word!r}{guess}: {', '.join(SEVERITIES)}"
    raise UsageError(msg)


def _with_baseline(judging: Judging, graph: Graph) -> Report:
    """Return what is found beyond the baseline, and tell when the baseline knows what is gone."""
    baseline = judging.known_before()
    found = judging.found(graph)
    if baseline is None:
        return found
    report = baseline.applied_to(found, mandatory=judging.mandatory)
    gone = baseline.gone(report, {rule.code for rule in judging.rules})
    if gone:
        what, them = ("finding that is", "it") if gone == 1 else ("findings that are", "them")
        click.echo(
            f"{judging.baseline}: has {gone} {what} gone: --update-baseline takes {them} out", err=True
        )
    return report


def _with_new_baseline(judging: Judging, graph: Graph) -> Report:
    """Write what is found into the baseline, and return what still counts: what nobody may suppress."""
    name = str(judging.baseline)
    found = judging.found(graph)
    if found.defects:
        return found
    known = judging.known_before() if Path(name).exists() else Baseline(name, found.blueprint)
    ran = {rule.code for rule in judging.rules}
    baseline = (known or Baseline(name, found.blueprint)).updated(found, ran=ran, mandatory=judging.mandatory)
    write_whole(name, baseline.text())
    count = sum(known.count for known in baseline.known)
    click.echo(f"{name}: knows {count or 'no'} finding{'s' if count > 1 else ''} now", err=True)
    return baseline.applied_to(found, mandatory=judging.mandatory)


def _code(report: Report, threshold: Severity) -> int:
    if report.defects:
        return DEFECT
    return FINDINGS if report.at_least(threshold) else CLEAN
