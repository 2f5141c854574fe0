"""What the command tells beside its results: words that a terminal and a build take for nothing else.

Names, paths and values in them may be a stranger's.
"""

from __future__ import annotations

import click

from cxblueprint.errors import without_commands


def tell(words: str) -> None:
    """Print lines to standard error; what cannot be seen in them is spelled out."""
    click.echo("\n".join(map(without_commands, spelled_out(words).split("\n"))), err=True)


def spelled_out(text: str) -> str:
    """Return a text in which every character can be seen: an escape stands for what else would not."""
    return "".join(char if char.isprintable() or char in "\t\n" else _escape(char) for char in text)


def _escape(char: str) -> str:
    return char.encode("unicode_escape").decode()
