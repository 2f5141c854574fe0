"""`cxblueprint serve`: show the site of a blueprint while it is edited."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from cxblueprint.configuration import find_configuration
from cxblueprint.mkdocs_host import serve_site

from . import options

if TYPE_CHECKING:
    import datetime as dt


@click.command("serve")
@options.paths
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen at.")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)
@click.option("--open", "open_browser", is_flag=True, help="Open a browser.")
@options.day
@options.profile
def command(
    *,
    paths: tuple[str, ...],
    host: str,
    port: int,
    open_browser: bool,
    as_of: dt.date | None,
    profile: str | None,
) -> None:
    """Show the site of a blueprint, and again whenever its files change. Ctrl-C ends it."""
    settled = find_configuration()
    judging = settled.judging(profile=profile, as_of=as_of or options.today())
    serve_site(
        paths,
        host=host,
        port=port,
        judging=judging,
        theme=settled.theme(),
        choices=settled.site(),
        open_browser=open_browser,
    )
