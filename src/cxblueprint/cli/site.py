"""`cxblueprint site`: build the site of a blueprint."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from cxblueprint.configuration import find_configuration
from cxblueprint.errors import printable
from cxblueprint.markdown_host import build_markdown
from cxblueprint.mkdocs_host import build_site

from . import options

if TYPE_CHECKING:
    import datetime as dt


@click.command("site")
@options.paths
@click.option("--output", required=True, metavar="DIR", help="The folder to write the site to.")
@click.option(
    "--format", "format_", type=click.Choice(["html", "markdown"]), default="html", show_default=True,
    help="markdown is for another tool to publish.",
)  # fmt: skip
@options.day
@options.profile
@options.force
def command(
    *,
    paths: tuple[str, ...],
    output: str,
    format_: str,
    as_of: dt.date | None,
    profile: str | None,
    force: bool,
) -> None:
    """Build the site of a blueprint: HTML that opens from the folder, without a server.

    It has a page for each thing, such as a journey, a walk of it, a touchpoint, a team or a promise, for
    the findings, for the rules and for what the words mean.
    """
    settled = find_configuration()
    judging = settled.judging(profile=profile, as_of=as_of or options.today())
    is_markdown = format_ == "markdown"
    make = build_markdown if is_markdown else build_site
    result = make(
        paths, Path(output), judging=judging, theme=settled.theme(), choices=settled.site(), force=force
    )
    way_in = "pages as Markdown: begin with" if is_markdown else "pages: open"
    click.echo(f"{result.pages} {way_in} {printable((Path(output) / result.index.name).as_posix())}")
