"""`cxblueprint render`: draw a view of a blueprint."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from cxblueprint import api
from cxblueprint.errors import UsageError
from cxblueprint.graph import Graph

from . import options
from .configuration import find_configuration

if TYPE_CHECKING:
    from cxblueprint.checks import Finding


@click.command("render")
@options.paths
@click.option("--view", required=True, metavar="VIEW", help="service-blueprint or journey-map.")
@click.option("--journey", metavar="ID", help="The journey; may be left out where there is only one.")
@click.option("--stage", metavar="ID", help="Only this stage, or several separated by commas.")
@click.option(
    "--theme", type=click.Choice(["auto", "light", "dark"]), default="auto", show_default=True,
    help="auto follows the reader's own setting.",
)  # fmt: skip
@click.option("--findings", is_flag=True, help="Show what check finds, where it is.")
@click.option(
    "--output", required=True, metavar="FILE", help=".svg or .png by its suffix; - is SVG on stdout."
)
@options.force
def command(
    *,
    paths: tuple[str, ...],
    view: str,
    journey: str | None,
    stage: str | None,
    theme: Literal["auto", "light", "dark"],
    findings: bool,
    output: str,
    force: bool,
) -> None:
    """Draw a view of a blueprint to an SVG or PNG file."""
    graph = Graph(api.load(*paths))
    found: tuple[Finding, ...] = ()
    if findings:
        found = find_configuration().judging(as_of=options.today()).report(graph).found
    picture = api.render(graph, view, journey=journey, stage=stage, theme=theme, findings=found)
    if output == "-":
        click.echo(picture.svg, nl=False)
        return
    if Path(output).exists() and not force:
        msg = f"{output}: there is such a file already: name another, or allow it with --force"
        raise UsageError(msg)
    picture.save(output)
