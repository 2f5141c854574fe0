"""The page of an account: what differs for one customer, and who talks with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.model import subject_of
from cxblueprint.site.writing.agreed import promises_table, standards_table
from cxblueprint.site.writing.findings import add_findings, findings_fact
from cxblueprint.site.writing.markdown import Markdown
from cxblueprint.site.writing.rows import about_things, addressed, naming
from cxblueprint.site.writing.sheet import Sheet, bullets
from cxblueprint.site.writing.words import in_words

from .listening import plans_table, posts_table, updates_table
from .recovery import cases_table, risks_to

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.model import Account
    from cxblueprint.site.pages import Page
    from cxblueprint.site.writing.edition import Edition


def account_page(edition: Edition, account: Account) -> Page:
    """Return the page of an account."""
    graph, subject = edition.graph, subject_of(account)
    sheet = Sheet(edition, edition.path_of(account), edition.label(subject), is_wide=True)
    sheet.description = f"A customer of {edition.title} with a contract of its own"
    sheet.crumbs((edition.title, edition.home), ("Customers", edition.index_of("account")))
    sheet.name()
    findings = about_things(edition, [account])
    sheet.facts(("One of", sheet.mention("segment", account.segment)), findings_fact(findings))
    sheet.remarks(account)
    sheet.section("What differs for this customer", "exceptions", bullets(_exceptions(sheet, account)))
    promises = (p for p in graph.promises.values() if account.id in p.accounts)
    sheet.section("What we promise this customer", "promises", promises_table(sheet, promises))
    standards = (s for s in graph.standards.values() if account.id in s.accounts)
    sheet.section("What good means for this customer", "standards", standards_table(sheet, standards))
    plans = (plan for plan in graph.relationship_plans.values() if plan.account == account.id)
    sheet.section("Who talks with whom", "relationships", plans_table(sheet, plans, is_here=False))
    posts = (post for post in graph.listening_posts.values() if account.id in post.accounts)
    sheet.section("How we listen to this customer", "listening", posts_table(sheet, posts))
    updates = (u for u in graph.proactive_updates.values() if naming(subject, u.covers))
    sheet.section("What it hears without asking", "updates", updates_table(sheet, updates, is_here=False))
    cases = (case for case in graph.escalations.values() if case.account == account.id)
    sheet.section("What happened", "cases", cases_table(sheet, cases, is_here=False))
    sheet.section("What may harm this customer", "risks", risks_to(sheet, subject))
    add_findings(sheet, findings)
    return sheet.page()


_KINDS = {
    "relationship-plan": "Who talks with whom",
    "listening-post": "Way of listening",
    "escalation-policy": "The way up",
}
"""What people call a kind whose name is not how they say it."""


def _exceptions(sheet: Sheet, account: Account) -> Iterator[Markdown]:
    for address in account.exceptions:
        kind = address.partition(":")[0]
        yield Markdown(f"{in_words(_KINDS.get(kind, kind))}: {addressed(sheet, [address])}")
