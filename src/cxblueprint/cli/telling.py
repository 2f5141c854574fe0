"""What the command tells beside its results: words that a terminal and a build take for nothing else.

Names, paths and values in them may be a stranger's.
"""

from __future__ import annotations

import contextlib

import click

from cxblueprint.errors import printable, without_commands


def tell(words: str) -> None:
    """Print lines to standard error; what cannot be seen in them is spelled out.

    Nobody can be told anything where that fails.
    """
    with contextlib.suppress(OSError):
        click.echo("\n".join(map(without_commands, spelled_out(words).split("\n"))), err=True)


def spelled_out(text: str) -> str:
    """Return a text in which every character can be seen: an escape stands for what else would not."""
    return printable(text, keep="\t\n")
