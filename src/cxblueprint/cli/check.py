"""`cxblueprint check`: judge a blueprint by the rules."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from cxblueprint import api
from cxblueprint.checks import SEVERITIES
from cxblueprint.configuration import find_configuration
from cxblueprint.errors import UsageError, did_you_mean
from cxblueprint.files import write_whole
from cxblueprint.graph import Graph
from cxblueprint.reporters import as_github, as_json, as_junit, as_markdown, as_sarif, as_text

from . import options
from .app import CLEAN, DEFECT, FINDINGS
from .known_before import report_beyond_baseline, report_with_new_baseline
from .outputs import STDOUT, refuse_output
from .repairing import repaired
from .telling import spelled_out

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
@click.option("--fix", is_flag=True, help="Carry out in the files what hints leave no choice about.")
@click.option("--dry-run", is_flag=True, help="With --fix: show the change, and write nothing.")
@click.option("--fail-on", metavar="SEVERITY", help="error, warning (default) or info: exit 1 from here on.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True)
@click.option("--by", "order", type=click.Choice(["rule", "owner"]), default="rule", help=_BY)
@click.option("--output", metavar="FILE", help="Write the report to a file; - is standard output.")
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
    fix: bool,
    dry_run: bool,
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
    threshold = _severity(settings.fail_on if fail_on is None else fail_on)
    judging = settings.judging(
        profile=profile,
        select=options.words(select),
        ignore=options.words(ignore),
        as_of=as_of or options.today(),
        baseline=baseline,
    )
    _refuse_contradiction(
        update_baseline=update_baseline,
        has_baseline=judging.baseline is not None,
        fix=fix,
        dry_run=dry_run,
        form=form,
        by_owner=order == "owner",
        output=output,
    )
    judging.require_rules()
    if output is not None:
        refuse_output(output, paths, force=force)
    if update_baseline:
        refuse_output(str(judging.baseline), paths, force=True)
    if fix:
        fixed = repaired(paths, judging, write=not dry_run)
        graph, report = Graph(fixed.blueprint), fixed.report
    else:
        graph = Graph(api.load(*paths))
        report_on = report_with_new_baseline if update_baseline else report_beyond_baseline
        report = report_on(judging, graph)
    if dry_run:
        # A person sees what is there; a program gets a patch that is one, to the letter.
        click.echo(spelled_out(fixed.diff) if sys.stdout.isatty() else fixed.diff, nl=False)
        return _code(report, threshold)
    by_owner = order == "owner"
    text = _told(report, form, judging, by_owner=by_owner, team_name=lambda team: graph.teams[team].label)
    if output is None or output == STDOUT:
        click.echo(text, nl=False, color=options.wants_colour())
    else:
        write_whole(output, click.unstyle(text), overwrite=force)
    return _code(report, threshold)


def _refuse_contradiction(
    *,
    update_baseline: bool,
    has_baseline: bool,
    fix: bool,
    dry_run: bool,
    form: str,
    by_owner: bool,
    output: str | None,
) -> None:
    """Refuse options that do not go together.

    Raises:
        UsageError: some do not; the message names one way out.
    """
    if dry_run and not fix:
        msg = "--dry-run shows what --fix would change: add --fix"
        raise UsageError(msg)
    if fix and update_baseline:
        msg = "--fix and --update-baseline do not go together: repair first, then write what is left"
        raise UsageError(msg)
    if dry_run and (form != "text" or output is not None):
        msg = "--dry-run shows the change as text, and no report: leave out --format and --output"
        raise UsageError(msg)
    if update_baseline and not has_baseline:
        msg = "no baseline is named: add --baseline FILE, or set `baseline` in cxblueprint.toml"
        raise UsageError(msg)
    if by_owner and form not in _BY_OWNER:
        msg = f"--by owner is for the formats {' and '.join(_BY_OWNER)}, which people read, not for {form}"
        raise UsageError(msg)


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


def _code(report: Report, threshold: Severity) -> int:
    if report.defects:
        return DEFECT
    return FINDINGS if report.at_least(threshold) else CLEAN
