"""The glossary: every word that the pages use, what it says, and how much of it this blueprint has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from cxblueprint.model import METRICS, Part, metric_of
from cxblueprint.model.refs import kebab
from cxblueprint.site.writing.addresses import relative_path
from cxblueprint.site.writing.markdown import NOTHING, Markdown, block, joined, link, table
from cxblueprint.site.writing.sheet import Sheet, bullets
from cxblueprint.site.writing.words import counted, in_words

from .entries import Entry, Saying, aliases, entries, metric_in_words, metric_name

if TYPE_CHECKING:
    from cxblueprint.site.pages import Page
    from cxblueprint.site.writing.edition import Edition

METRICS_NAME = "metrics"
_BETTER = {"up": "higher is better", "down": "lower is better", None: "usage differs"}
_FEW = 4
"""Of things that are named one by one, where no page lists them."""
_AT_HOME = ("journey", "stage", "step")
"""Kinds that the home page leads to."""
_INTRO = (
    "What the words on these pages mean, in plain language. Below each word that stands for something of a"
    " blueprint is what can be said of it."
)


def glossary_page(edition: Edition) -> Page:
    """Return the page with all words, each with how much of it the blueprint has."""
    sheet = Sheet(edition, edition.glossary, "Glossary", is_wide=True)
    sheet.description = f"What the words on the pages of {edition.title} mean"
    sheet.name()
    sheet.add(_INTRO, "intro")
    amounts = Counter(_kinds_in(edition.graph.blueprint))
    used = _measured_by(sheet)
    for words in glossary(lambda entry: _here(sheet, entry, amounts), used.get):
        sheet.add(words)
    return sheet.page()


def glossary(
    about: Callable[[Entry], Markdown], used: Callable[[str], Markdown | None] = lambda _: None
) -> Iterator[str]:
    """Yield the blocks of a glossary below its name.

    Args:
        about: what is said of a word beside its meaning; may be nothing.
        used: where a known measure, by its short name, is used.
    """
    letters = [(letter, [*found]) for letter, found in groupby(entries(), lambda entry: _letter(entry.word))]
    yield block(_jumps(), "jumps")
    for letter, found in letters:
        yield f"## {letter} {{ #{_letter_name(letter)} }}"
        for entry in found:
            yield block("\n\n".join(_written(entry, about(entry))), "word")
    yield f"## Measures that the field knows {{ #{METRICS_NAME} }}"
    yield "The field knows these by name. Where usage differs, each measure says its own."
    yield block(_metrics(used), "stacked")


def _jumps() -> str:
    """Return a list of all words by their first letters, each as a link."""
    words = [(entry.word, entry.name) for entry in entries()]
    words += aliases()
    ordered = sorted(words, key=lambda word: word[0].casefold())
    lines = (
        joined([Markdown(f"**{letter}**"), joined((_jump(*word) for word in found), "&nbsp;· ")], " ")
        for letter, found in groupby(ordered, lambda word: _letter(word[0]))
    )
    return bullets(lines)


def _jump(word: str, name: str) -> Markdown:
    return link(Markdown(word), f"#{name}")


def _letter(word: str) -> str:
    return word[0].upper()


def _letter_name(letter: str) -> str:
    return f"words-with-{letter.lower()}"


def _written(entry: Entry, about: Markdown) -> Iterator[str]:
    yield f"### {entry.word} {{ #{entry.name} }}"
    yield entry.meaning
    see = [_lead(name) for name in entry.see]
    whole = joined((_lead(name) for name in entry.part_of), " or ")
    remarks = [
        about,
        Markdown(f"Part of: {whole}") if whole else NOTHING,
        Markdown(f"See also: {joined(see)}") if see else NOTHING,
    ]
    if any(remarks):
        yield block(joined(remarks, " · "), "hint")
    if entry.sayings:
        body = bullets(_said(saying) for saying in entry.sayings)
        yield (
            '<details class="cx-said" markdown="1">'
            f"<summary>What can be said of it ({len(entry.sayings)})</summary>\n\n{body}\n\n</details>"
        )


def _said(saying: Saying) -> Markdown:
    """Return what may be said of a thing: its name, what it means, and where it leads."""
    leads = joined(_lead(kind) for kind in saying.kinds)
    explained = [f"*{word}*: {said}" if said else f"*{word}*" for word, said in saying.choices]
    is_explained = any(said for _, said in saying.choices)
    words = joined(
        (
            Markdown(f"**{saying.name}**"),
            Markdown(saying.meaning),
            Markdown(f"→&nbsp;{leads}") if leads else NOTHING,
        ),
        " ",
    )
    # Words that speak for themselves stand in one line, others below each other.
    chosen = ("<br>" if is_explained else ", ").join(explained)
    return Markdown(f"{words}<br>{chosen}" if chosen else words)


def _lead(name: str) -> Markdown:
    """Return a word as a link to its place."""
    return link(Markdown(_word_of(name)), f"#{name}")


def _word_of(name: str) -> str:
    if name.startswith("metric-"):
        return metric_in_words(name.removeprefix("metric-"))
    return next(entry.word for entry in entries() if entry.name == name)


def _metrics(used: Callable[[str], Markdown | None]) -> str:
    rows = [
        (
            Markdown(f'<span class="cx-here" id="{metric_name(word)}"></span>**{metric_in_words(word)}**'),
            Markdown(f'<span class="cx-line">{metric.formula[0].upper()}{metric.formula[1:]}</span>'),
            in_words(metric.kind),
            Markdown(_BETTER[metric.polarity]),
            Markdown(metric.scale or (f"usually {' or '.join(metric.usual)}" if metric.usual else "")),
            used(word) or NOTHING,
        )
        for word, metric in METRICS.items()
    ]
    header = ("Measure", "How it is worked out", "Tells about", "Which way", "Scale", "In this blueprint")
    return table(header, rows)


def _here(sheet: Sheet, entry: Entry, amounts: Counter[str]) -> Markdown:
    """Return how much of a kind the blueprint has, and where to see it; nothing where it has none."""
    number = amounts[entry.kind or ""]
    if not number or entry.kind is None or entry.kind == "blueprint":
        return NOTHING
    count = Markdown(counted(number, entry.one, entry.many))
    edition = sheet.edition
    if entry.kind in _AT_HOME:
        count = link(count, f"{relative_path(sheet.path, edition.home)}#journeys")
    elif path := edition.list_of(entry.kind):
        count = link(count, relative_path(sheet.path, path))
    elif number <= _FEW and (named := edition.graph.ids_of(entry.kind)):
        count = Markdown(f"{count} ({sheet.mentions(entry.kind, named)})")
    return Markdown(f"In this blueprint: {count}")


def _measured_by(sheet: Sheet) -> dict[str, Markdown]:
    """Return the measures of the blueprint behind each known one."""
    found: dict[str, list[str]] = {}
    for kpi in sheet.edition.graph.kpis.values():
        if metric_of(kpi) is not None and kpi.metric is not None:
            found.setdefault(kpi.metric, []).append(kpi.id)
    return {word: sheet.mentions("kpi", kpis) for word, kpis in found.items()}


def _kinds_in(part: Part) -> Iterator[str]:
    """Yield the kind of everything that is inside of something."""
    for value in vars(part).values():
        for inner in value if isinstance(value, tuple) else (value,):
            if isinstance(inner, Part):
                yield kebab(type(inner).__name__)
                yield from _kinds_in(inner)
