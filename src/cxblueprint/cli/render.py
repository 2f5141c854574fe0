"""`cxblueprint render`: draw a view of a blueprint."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from cxblueprint import api
from cxblueprint.configuration import find_configuration
from cxblueprint.graph import Graph
from cxblueprint.pictures import VIEWS, is_automatic
from cxblueprint.pictures.words import LANGUAGES

from . import options
from .outputs import STDOUT, refuse_output

if TYPE_CHECKING:
    from cxblueprint.checks import Finding
    from cxblueprint.pictures import Mode


@click.command("render")
@options.paths
@click.option("--view", required=True, metavar="VIEW", help=f"{', '.join(VIEWS)}.")
@click.option("--journey", metavar="ID", help="The journey; may be left out where there is only one.")
@click.option("--stage", metavar="ID", help="Only this stage, or several separated by commas.")
@click.option(
    "--beside",
    is_flag=True,
    help="Draw the journey and the one it replaces (or that replaces it) above each other.",
)
@click.option("--plan", metavar="ID", help="The recovery plan or escalation policy, of the view recovery.")
@click.option(
    "--theme", type=click.Choice(["auto", "light", "dark"]), default="auto", show_default=True,
    help="auto follows the reader's own setting.",
)  # fmt: skip
@click.option(
    "--language", metavar="CODE", help=f"The language of lanes, keys and labels: {', '.join(LANGUAGES)}."
)
@click.option("--engine", metavar="NAME", help="Who lays out graphs: auto (default), bundled or system.")
@click.option("--findings", is_flag=True, help="Show what check finds, where it is.")
@click.option(
    "--output",
    required=True,
    metavar="FILE",
    help=".svg, .png or .gv (Graphviz) by its suffix; - is SVG on stdout.",
)
@options.force
def command(
    *,
    paths: tuple[str, ...],
    view: str,
    journey: str | None,
    stage: str | None,
    beside: bool,
    plan: str | None,
    theme: Mode,
    language: str | None,
    engine: str | None,
    findings: bool,
    output: str,
    force: bool,
) -> None:
    """Draw a view of a blueprint to a file."""
    settled = find_configuration()
    look = settled.theme(language).in_mode(theme)
    refuse_output(output, paths, force=force)
    graph = Graph(api.load(*paths))
    found: tuple[Finding, ...] = ()
    if findings:
        found = settled.judging(as_of=options.today()).report(graph).found
    picture = api.render(
        graph,
        view,
        journey=journey,
        stage=stage,
        beside=beside,
        plan=plan,
        theme=look,
        engine=engine,
        findings=found,
    )
    if picture.engine is not None and is_automatic(engine):
        click.echo(f"laid out by the engine {picture.engine}", err=True)
    if output == STDOUT:
        click.echo(picture.svg, nl=False)
        return
    picture.save(output)
