"""`cxblueprint check`: judge a blueprint by the rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from cxblueprint import api
from cxblueprint.checks import SEVERITIES, selected
from cxblueprint.errors import UsageError, did_you_mean
from cxblueprint.files import write_whole
from cxblueprint.reporters import as_json, as_text

from . import options
from .app import CLEAN, DEFECT, FINDINGS
from .configuration import find_configuration

if TYPE_CHECKING:
    import datetime as dt

    from cxblueprint.checks import Report


@click.command("check")
@options.paths
@options.selecting
@options.profile
@options.day
@click.option("--fail-on", metavar="SEVERITY", help="error, warning (default) or info: exit 1 from here on.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--output", metavar="FILE", help="Write the report to a file.")
@options.force
def command(
    *,
    paths: tuple[str, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    profile: str | None,
    as_of: dt.date | None,
    fail_on: str | None,
    form: str,
    output: str | None,
    force: bool,
) -> int:
    """Judge a blueprint by the rules.

    The files and folders given are one blueprint. Exit code 0: nothing at or above --fail-on was
    found. 1: something was. 2: the input cannot be read or the question cannot be answered.
    3: a rule failed.
    """
    settings = find_configuration()
    profile = profile or settings.profile
    threshold = fail_on or settings.fail_on
    if threshold not in SEVERITIES:
        guess = did_you_mean(threshold, SEVERITIES)
        msg = f"there is no severity {threshold!r}{guess}: {', '.join(SEVERITIES)}"
        raise UsageError(msg)
    chosen = options.words(select) or settings.select
    ignored = options.words(ignore) or settings.ignore
    running = selected(api.catalogue(), profile=profile, select=chosen, ignore=ignored)
    report = api.check(
        api.load(*paths),
        profile=profile,
        select=chosen,
        ignore=ignored,
        as_of=as_of or options.today(),
        options=settings.rules,
    )
    if form == "json":
        text = as_json(report)
    else:
        text = as_text(report, rules_run=len(running), profile=profile, style=options.style)
    if output is None:
        click.echo(text, nl=False, color=options.wants_colour())
    else:
        write_whole(output, click.unstyle(text), overwrite=force)
    return _code(report, threshold)


def _code(report: Report, threshold: str) -> int:
    if report.defects:
        return DEFECT
    return FINDINGS if any(report.at_least(s) for s in SEVERITIES if s == threshold) else CLEAN
