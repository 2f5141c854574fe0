"""Change: what is undertaken, the policies people are held to, and where we stand and want to stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.model import subject_of
from cxblueprint.site.shelves import Shelf, shelf
from cxblueprint.site.writing.findings import add_findings
from cxblueprint.site.writing.markdown import NOTHING, Markdown, joined, table, text
from cxblueprint.site.writing.rows import about_things, addressed, found, head, names, naming
from cxblueprint.site.writing.sheet import Sheet
from cxblueprint.site.writing.words import days_between, in_words

from .initiatives import initiative_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.model import Assessment
    from cxblueprint.site.pages import Page
    from cxblueprint.site.writing.edition import Edition


def change_shelves(edition: Edition) -> Iterator[Shelf]:
    """Yield the pages about change, if anything is said of it."""
    told = edition.graph.blueprint
    if told.initiatives or told.policies or told.assessments:
        pages = [initiative_page(edition, initiative) for initiative in told.initiatives]
        yield shelf("Change", pages, index=_index(edition))


def _index(edition: Edition) -> Page:
    told = edition.graph.blueprint
    sheet = Sheet(edition, edition.index_of("initiative"), "Change", is_wide=True)
    sheet.description = f"What changes in {edition.title}"
    sheet.name()
    sheet.add(
        "What is undertaken to make it better, what people are held to, and how far there is to go.", "intro"
    )
    sheet.section("What is undertaken", "initiatives", _initiatives(sheet))
    sheet.section("Where we stand, and where we want to stand", "assessments", _assessments(sheet))
    sheet.section("What people are held to", "policies", _policies(sheet))
    add_findings(sheet, about_things(edition, (*told.assessments, *told.policies)))
    return sheet.page()


def _initiatives(sheet: Sheet) -> str:
    rows = [
        (
            sheet.mention("initiative", one.id),
            text(one.objective or ""),
            joined(in_words(kind) for kind in one.kinds),
            addressed(sheet, one.addresses, "<br>"),
            sheet.mentions("kpi", one.improves),
            sheet.mention("role", one.sponsor),
            days_between(one.starts, one.ends),
            found(sheet, one),
        )
        for one in sheet.edition.graph.initiatives.values()
    ]
    header = (
        "Initiative",
        "Objective",
        "Changes with",
        "Answers",
        "Is to move",
        "Stands behind it",
        "When",
        "Findings",
    )
    return table(header, rows)


def _assessments(sheet: Sheet) -> str:
    undertaken = sheet.edition.graph.initiatives.values()
    rows = [
        (
            head(sheet, one),
            addressed(sheet, [one.of] if one.of else []),
            in_words(one.component),
            _of_five(one.current),
            _of_five(one.desired),
            _gap(one),
            names(sheet, (i for i in undertaken if naming(subject_of(one), i.addresses))),
            found(sheet, one),
        )
        for one in sheet.edition.graph.assessments.values()
    ]
    header = ("Assessed", "Of", "What of it", "Today", "Wanted", "Gap", "What is undertaken", "Findings")
    return table(header, rows, numbers=("Gap",))


def _of_five(grade: int | None) -> Markdown:
    return Markdown(f"{grade} of 5") if grade is not None else NOTHING


def _gap(one: Assessment) -> Markdown:
    """Return by how much we want to stand higher; nothing where nobody can tell, or where there is none."""
    if one.current is None or one.desired is None or one.desired <= one.current:
        return NOTHING
    return Markdown(str(one.desired - one.current))


def _policies(sheet: Sheet) -> str:
    rows = [
        (
            head(sheet, policy),
            in_words(policy.kind),
            Markdown(str(policy.incidents)) if policy.incidents is not None else NOTHING,
            joined(in_words(side) for side in policy.sides_heard),
            in_words(policy.mandate),
            text(f"every {policy.review.in_words.removeprefix('1 ')}")
            if policy.review is not None
            else NOTHING,
            found(sheet, policy),
        )
        for policy in sheet.edition.graph.policies.values()
    ]
    header = (
        "Policy",
        "Kind",
        "Incidents it rests on",
        "Whose side was heard",
        "Demanded by",
        "Questioned",
        "Findings",
    )
    return table(header, rows, numbers=("Incidents it rests on",))
