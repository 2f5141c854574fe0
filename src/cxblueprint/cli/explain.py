"""`cxblueprint explain`: show the page of a rule."""

from __future__ import annotations

import sys

import click

from cxblueprint import api
from cxblueprint.checks import page_of

from . import options


@click.command("explain")
@click.argument("rule", metavar="CODE")
def command(*, rule: str) -> None:
    """Show the page of a rule: what it checks, why, and how to repair what it finds.

    CODE is a rule's code or name, such as OWN001 or touchpoint-without-owner.
    """
    text = page_of(api.find_rule(rule)).text
    if not sys.stdout.isatty() or options.wants_colour() is False:
        click.echo(text, nl=False)
        return
    from rich.console import Console
    from rich.markdown import Markdown

    console = Console()
    console.print(Markdown(text), width=min(console.width, 96))
