"""`cxblueprint schema`: print the JSON Schema of blueprint files."""

from __future__ import annotations

import json

import click

from cxblueprint import api


@click.command("schema")
@click.option("--whole", is_flag=True, help="The schema of a whole blueprint, not of one file of it.")
def command(*, whole: bool) -> None:
    """Print the JSON Schema of blueprint files, for editors that complete and check while you type."""
    click.echo(json.dumps(api.schema(whole=whole), ensure_ascii=False, indent=2))
