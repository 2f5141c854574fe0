"""Tables of personas and accounts, as several pages show them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.site.writing.markdown import joined, table, text
from cxblueprint.site.writing.rows import addressed, found

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cxblueprint.model import Account, Persona
    from cxblueprint.site.writing.sheet import Sheet


def personas_table(sheet: Sheet, personas: Iterable[Persona]) -> str:
    """Return customers to walk as, each as a link to its page."""
    rows = [
        (
            sheet.mention("persona", persona.id),
            sheet.elsewhere("segment", persona.segment),
            joined((text(goal) for goal in persona.goals), "<br>"),
            found(sheet, persona),
        )
        for persona in personas
    ]
    return table(("Persona", "One of", "What they want", "Findings"), rows)


def accounts_table(sheet: Sheet, accounts: Iterable[Account]) -> str:
    """Return customers with a contract of their own, each as a link to its page."""
    rows = [
        (
            sheet.mention("account", account.id),
            sheet.elsewhere("segment", account.segment),
            addressed(sheet, account.exceptions, "<br>"),
            found(sheet, account),
        )
        for account in accounts
    ]
    return table(("Customer", "One of", "What differs for them", "Findings"), rows)
