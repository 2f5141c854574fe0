"""What rules say, with the names that people know in place of the ids by which files refer to things."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cxblueprint.model import COLLECTION_OF_KIND, Subject

from .markdown import Markdown, prose, text

if TYPE_CHECKING:
    from cxblueprint.checks import Finding

    from .edition import Edition
    from .sheet import Sheet

_KINDS = {kind: kind for kind in (*COLLECTION_OF_KIND, "stage", "step", "blueprint")}
_KINDS |= {"KPI": "kpi", "standard": "service-standard", "superior": "team", "outcome": "step"}
"""By the word with which a message begins to speak of something, its kind."""
_NAMED = re.compile(r"(?P<word>(?<![\w-])[A-Za-z-]+ )?'(?P<id>[a-z0-9][a-z0-9/-]*)'")


def spoken(sheet: Sheet, finding: Finding) -> Markdown:
    """Return what a rule says, with the name of what it speaks of set off.

    Every id of a declared thing is its name, as a link to its page. An id that is nobody's, or that several
    kinds of things have and no word tells which, stays as it is.
    """
    said: list[str] = []
    end = 0
    is_named = False
    for found in _NAMED.finditer(finding.message):
        subject = _meant(sheet.edition, finding.subject, found["word"] or "", found["id"])
        if subject is None:
            continue
        name = _name(sheet, subject)
        if subject == finding.subject and not is_named:
            is_named, name = True, Markdown(f"**{name}**")
        word = text((found["word"] or "").replace("-", " "))
        said += [_prose(finding.message[end : found.start()]), word, " " if word else "", name]
        end = found.end()
    message = Markdown("".join([*said, _prose(finding.message[end:])]).strip())
    if is_named:
        return Markdown(f"{message[:1].upper()}{message[1:]}")
    return Markdown(f"**{sheet.edition.mention(sheet.path, finding.subject)}**: {message}")


def _prose(words: str) -> str:
    """Return words with the spaces around them."""
    before = " " if words[:1].isspace() else ""
    after = " " if words.strip() and words[-1:].isspace() else ""
    return f"{before}{prose(words)}{after}"


def _meant(edition: Edition, about: Subject, word: str, name: str) -> Subject | None:
    """Return what an id stands for, told by the word before it; None where that cannot be said."""
    kind = _KINDS.get(word.strip())
    kinds = _KINDS.values() if kind is None else (kind,)
    possible = {subject for kind in kinds if (subject := Subject(kind, name)) in edition.graph}
    if not possible and kind in (None, "step"):
        return _step_beside(edition, about, name)
    return possible.pop() if len(possible) == 1 else None


def _step_beside(edition: Edition, about: Subject, name: str) -> Subject | None:
    """Return the step that has an id in the journey of which a finding speaks."""
    journey = edition.graph.journeys.get(about.id.partition("/")[0])
    if journey is None or about.kind not in ("journey", "stage", "step"):
        return None
    step = journey.find(name)
    return step.subject if step is not None else None


def _name(sheet: Sheet, subject: Subject) -> Markdown:
    """Return a name as a link; between quotation marks where there is no page to set it off by."""
    name = sheet.edition.mention(sheet.path, subject)
    return name if name.startswith("[") else Markdown(f"“{name}”")
