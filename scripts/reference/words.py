"""The glossary, as a page of the documentation has it."""

from __future__ import annotations

from cxblueprint.model import Blueprint
from cxblueprint.model.refs import kebab
from cxblueprint.site.parts.entries import Entry
from cxblueprint.site.parts.glossary import glossary
from cxblueprint.site.writing.markdown import NOTHING, Markdown, link


def words() -> str:
    """Return every word with what it means; a thing leads to how a file writes it."""
    return "\n\n".join(glossary(_in_files))


def _in_files(entry: Entry) -> Markdown:
    if entry.kind is None:
        return NOTHING
    place = "the-root" if entry.kind == kebab(Blueprint.__name__) else entry.kind
    return link(Markdown("In files"), f"file-format.md#{place}")
