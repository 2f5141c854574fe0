"""The page of a way of listening: whom it hears about what, and what comes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.model import subject_of
from cxblueprint.site.writing.findings import add_findings, findings_fact
from cxblueprint.site.writing.markdown import NOTHING, Markdown, joined, table, text
from cxblueprint.site.writing.rows import about_things, addressed
from cxblueprint.site.writing.sheet import Sheet, bullets
from cxblueprint.site.writing.words import how_often, in_words, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.model import ListeningPost, Loop
    from cxblueprint.site.pages import Page
    from cxblueprint.site.writing.edition import Edition


def post_page(edition: Edition, post: ListeningPost) -> Page:
    """Return the page of a way of listening."""
    sheet = Sheet(edition, edition.path_of(post), edition.label(subject_of(post)))
    sheet.description = f"A way in which {edition.title} listens"
    sheet.crumbs((edition.title, edition.home), ("Listening", edition.index_of("listening-post")))
    sheet.name()
    findings = about_things(edition, [post])
    sheet.facts(*_facts(sheet, post), findings_fact(findings))
    sheet.remarks(post)
    sheet.section("What those who spoke are told", "told", _told(post))
    sheet.section("What comes of it", "loops", _loops(sheet, post))
    sheet.section("When the same is heard again and again", "repeats", _repeats(sheet, post))
    sheet.section("When nothing is heard", "silence", _silence(sheet, post))
    sheet.section("Whom visitors meet", "meets", bullets(_meets(sheet, post)))
    add_findings(sheet, findings)
    return sheet.page()


def _facts(sheet: Sheet, post: ListeningPost) -> Iterator[tuple[str, Markdown]]:
    yield "How", in_words(post.kind)
    yield "We hear", Markdown("colleagues" if post.audience == "employees" else "customers")
    whom = [sheet.mentions("segment", post.segments), sheet.mentions("account", post.accounts)]
    yield "Who they are", joined(whom)
    yield "About", addressed(sheet, post.covers)
    yield "How often", how_often(post.cadence)
    yield "Set off by", text(post.trigger or "")
    yield "Made sense of by", sheet.team(post.analysed_by)


def _told(post: ListeningPost) -> Markdown:
    back = post.report_back
    if back is None:
        return NOTHING
    what = text(listed([_TOLD[one] for one in back.what]))
    within = text(f"within {back.within.in_words}") if back.within is not None else NOTHING
    said = joined([what, within], ", ")
    return Markdown(f"{said[:1].upper()}{said[1:]}.") if said else NOTHING


_TOLD = {
    "issues": "what was heard",
    "plan": "what is planned",
    "dates": "by when",
    "outcome": "what came of it",
}


def _loops(sheet: Sheet, post: ListeningPost) -> str:
    loops = (
        ("With the one who spoke", "the inner loop", post.inner_loop),
        ("With the cause behind it", "the outer loop", post.outer_loop),
    )
    rows = [_loop(sheet, f"{name} ({term})", loop) for name, term, loop in loops if loop is not None]
    return table(("What we do", "Who", "Within", "Set off by", "It worked when"), rows)


def _loop(sheet: Sheet, name: str, loop: Loop) -> tuple[Markdown, ...]:
    return (
        text(name),
        sheet.team(loop.owner),
        text(loop.within.in_words) if loop.within is not None else NOTHING,
        text(loop.trigger or ""),
        text(loop.success_measure or ""),
    )


def _repeats(sheet: Sheet, post: ListeningPost) -> Markdown:
    repeats = post.repeats
    if repeats is None:
        return NOTHING
    within = f" within {repeats.within.in_words}" if repeats.within is not None else ""
    often = text(f"{repeats.count} times{within}")
    taken_by = sheet.mention("role", repeats.taken_by)
    goes = f"What is heard {often} goes to {taken_by}" if taken_by else f"It goes up once heard {often}"
    in_person = {True: ", and is talked over with the customer in person", False: "", None: ""}
    return Markdown(f"{goes}{in_person[repeats.in_person]}.")


def _silence(sheet: Sheet, post: ListeningPost) -> Markdown:
    silence = post.silence
    if silence is None:
        return NOTHING
    after = text(f"After {silence.after.in_words} without a word") if silence.after is not None else NOTHING
    who = sheet.mention("role", silence.reach_out_by)
    if not who:
        return Markdown(f"{after} somebody gets in touch.") if after else NOTHING
    return Markdown(f"{after}, {who} gets in touch.") if after else Markdown(f"{who} gets in touch.")


def _meets(sheet: Sheet, post: ListeningPost) -> Iterator[Markdown]:
    for name in post.meets:
        role = sheet.edition.graph.roles.get(name)
        team = sheet.team(role.team) if role is not None else NOTHING
        yield joined([sheet.mention("role", name), team])
