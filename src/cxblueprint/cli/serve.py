"""`cxblueprint serve`: show the site of a blueprint while it is edited."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click

from cxblueprint.configuration import find_configuration
from cxblueprint.mkdocs_host import serve_site

from . import options

_NUMBER = re.compile("[0-9]{1,5}")
_LAST_PORT = 65_535

if TYPE_CHECKING:
    import datetime as dt


class Port(click.ParamType[int]):
    """A port that something can listen at."""

    name = "port"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the port, or fail with the value and what there is."""
        text = str(value)
        if not _NUMBER.fullmatch(text) or not 1 <= int(text) <= _LAST_PORT:
            self.fail(f"{text!r} is no port: write a number from 1 to {_LAST_PORT}", param, ctx)
        return int(text)


@click.command("serve")
@options.paths
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen at.")
@click.option("--port", type=Port(), metavar="NUMBER", default=8000, show_default=True)
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
