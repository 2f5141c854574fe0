"""`cxblueprint rules`: list the rules."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from cxblueprint import api

from . import options

if TYPE_CHECKING:
    from cxblueprint.checks import Rule


@click.command("rules")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def command(*, form: str) -> None:
    """List the rules: code, name, severity, first profile and what is wrong when they speak."""
    catalogue = api.catalogue()
    if form == "json":
        click.echo(json.dumps([_data(rule) for rule in catalogue], ensure_ascii=False, indent=2))
        return
    family = ""
    for rule in catalogue:
        if rule.family != family:
            click.echo(
                ("\n" if family else "") + options.style(rule.family, "strong"), color=options.wants_colour()
            )
            family = rule.family
        severity = options.style(f"{rule.severity:8}", rule.severity)
        line = f"  {rule.code}  {rule.name:28}  {severity} {rule.profile:12} {rule.summary}"
        click.echo(line, color=options.wants_colour())


def _data(rule: Rule) -> dict[str, Any]:
    return {
        "code": rule.code,
        "name": rule.name,
        "family": rule.family,
        "severity": rule.severity,
        "profile": rule.profile,
        "claims": list(rule.claims),
        "summary": rule.summary,
        "url": None,
    }
