"""What pages show and no test runs, and why: the list is exact, and stands on a page itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from .blocks import blocks_of, commands_in, why_not_run
from .sources import named, pages

TEXTS: Mapping[str, str] = MappingProxyType(
    {
        "docs/contributing/architecture.md": "a drawing made of letters",
        "docs/how-to/install.md": "commands for the terminal of Windows",
        "docs/how-to/mkdocs.md": "a line to be written into a page of yours",
        "docs/how-to/pictures.md": "a command of a browser",
    }
)
"""By page, what its blocks of the language `text` are."""


def not_run() -> str:
    """Return the table of what is shown and not run."""
    rows = ["| what | why | where |", "|---|---|---|"]
    rows += (f"| `{command}` | it {why} | `{page}` |" for page, command, why in commands())
    rows += (f"| {what} | nobody could run it here | `{page}` |" for page, what in TEXTS.items())
    return "\n".join(rows)


def commands() -> Iterator[tuple[str, str, str]]:
    """Yield every command that is shown and not run, once for each page: the page, itself, and why."""
    for page in pages():
        blocks = blocks_of(page.read_text(encoding="utf-8"))
        shown = (command for block in blocks for command in commands_in(block))
        for command in dict.fromkeys(command.partition("  ")[0] for command in shown):
            why = why_not_run(command)
            if why is not None:
                yield named(page), command, why


def pages_with_texts() -> list[str]:
    """Return the pages with blocks of the language `text`, in order."""
    return [
        named(page)
        for page in pages()
        if any(block.language == "text" for block in blocks_of(page.read_text(encoding="utf-8")))
    ]
