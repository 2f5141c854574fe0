"""What stands around a journey or a touchpoint: who listens, what customers hear, what may harm it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .rows import names, naming

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.model import Subject

    from .markdown import Markdown
    from .sheet import Sheet


def facts_around(sheet: Sheet, subject: Subject) -> Iterator[tuple[str, Markdown]]:
    """Yield what names a journey or a touchpoint as what it is about, a fact for each kind."""
    told = sheet.edition.graph.blueprint
    posts = (post for post in told.listening_posts if naming(subject, post.covers))
    yield "We listen by", names(sheet, posts)
    updates = (update for update in told.proactive_updates if naming(subject, update.covers))
    yield "Customers hear without asking", names(sheet, updates)
    risks = (risk for risk in told.risks if naming(subject, risk.threatens))
    yield "What may harm it", names(sheet, risks)
    undertaken = (initiative for initiative in told.initiatives if naming(subject, initiative.addresses))
    yield "What is undertaken", names(sheet, undertaken)
