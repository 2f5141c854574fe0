"""The pages of the rules: what each checks, why, and what to do; once for a whole documentation."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from cxblueprint.checks import PROFILES, page_of
from cxblueprint.errors import CxBlueprintError
from cxblueprint.site.pages import Page, Site
from cxblueprint.site.writing.addresses import join, page_path, relative_path
from cxblueprint.site.writing.markdown import (
    NOTHING,
    Markdown,
    attribute,
    block,
    code,
    front_matter,
    joined,
    labelled,
    link,
    table,
    text,
)
from cxblueprint.site.writing.sheet import bullets
from cxblueprint.site.writing.words import counted, rule_in_words, severity_badge, tally

if TYPE_CHECKING:
    from cxblueprint.checks import Rule

_TITLE = "Rules"
_EXAMPLE = re.compile(r"^```yaml\n(?P<text>.*?)^```[ \t]*$", re.DOTALL | re.MULTILINE)
_EXPECTED = re.compile(r"# expect: (?P<code>[A-Z]{2,5}\d{3})")
_CLAIM = re.compile(r"^```.*?^```|\bClaim\s+(?P<claim>\d+\.\d+)(?!\d)", re.DOTALL | re.MULTILINE)


def rule_site(rules: Sequence[Rule], base: str, claims: str | None) -> Site:
    """Return the page of each rule and the page that lists them all."""
    index = _index(rules, base)
    pages = (index, *(_page(rule, base, index, claims) for rule in rules))
    return Site(_TITLE, {page.path: page for page in pages}, (index.path,))


def _index(rules: Sequence[Rule], base: str) -> Page:
    path = join(base, "index.md")
    families: dict[str, list[Rule]] = {}
    for rule in rules:
        families.setdefault(rule.family, []).append(rule)
    blocks = [
        f"# {_TITLE}",
        block(
            "What is checked. A rule speaks where something is unwise or is missing; each one has a page with"
            " its reasons, an example, and the way out.",
            "intro",
        ),
        _overview(families),
        *(part for name, members in families.items() for part in _family(name, members, path, base)),
    ]
    facts = {"title": _TITLE, "description": "Every rule, with its reasons and examples", "hide": ["toc"]}
    return Page(path, _TITLE, f"{front_matter(facts)}\n" + "\n\n".join(blocks) + "\n")


def _overview(families: dict[str, list[Rule]]) -> str:
    """Return a table of the families: what each asks, and how many rules it has, how loud and since when."""
    every = [rule for members in families.values() for rule in members]
    rows = [
        (
            link(text(_in_words(name)), f"#{name}"),
            _sentence(members[0].family_meaning),
            text(counted(len(members), "rule")),
            tally(members),
            _profiles(members),
        )
        for name, members in families.items()
    ]
    rows.append(
        (text("All"), NOTHING, text(counted(len(every), "rule")), tally(every), _profiles(every)),
    )
    header = ("Family", "What it asks", "How many", "They speak as", "First profile")
    return block(table(header, rows), "stacked")


def _profiles(rules: Sequence[Rule]) -> Markdown:
    """Return how many rules begin at each profile."""
    begins = Counter(rule.profile for rule in rules)
    return joined(text(f"{begins[profile]} from {profile}") for profile in PROFILES if begins[profile])


def _sentence(words: str) -> Markdown:
    """Return words that take a line of their own where rows are read from top to bottom."""
    return Markdown(f'<span class="cx-line">{text(words)}</span>') if words else NOTHING


def _in_words(family: str) -> str:
    return family.replace("_", " ").capitalize()


def _family(name: str, members: Sequence[Rule], path: str, base: str) -> Iterator[str]:
    yield f"## {text(_in_words(name))} {{ #{name} }}"
    if meaning := members[0].family_meaning:
        yield text(f"{meaning[0].upper()}{meaning[1:]}.")
    rows = [
        (
            link(text(rule.code), relative_path(path, _path(rule, base))),
            link(text(rule.name), relative_path(path, _path(rule, base))),
            _sentence(rule.summary),
            severity_badge(rule.severity),
            text(rule.profile),
        )
        for rule in members
    ]
    yield block(table(("Code", "Name", "It speaks when", "As", "From profile"), rows), "stacked")


def _path(rule: Rule, base: str) -> str:
    return page_path(base, "", rule.name)


def _page(rule: Rule, base: str, index: Page, claims: str | None) -> Page:
    path = _path(rule, base)
    title = f"{rule.code} {rule_in_words(rule.name)}"
    facts = {"title": attribute(title), "description": attribute(rule.summary)}
    crumbs = f"{link(Markdown(_TITLE), relative_path(path, index.path))} › {text(title)}"
    why = relative_path(path, claims) if claims else None
    head, body = _written(rule)
    blocks = [
        block(crumbs, "crumbs"),
        head,
        block(bullets(_facts(rule, why)), "facts"),
        _linked(body, rule, why) if why else body,
    ]
    return Page(path, title, f"{front_matter(facts)}\n" + "\n\n".join(blocks) + "\n", is_listed=False)


def _facts(rule: Rule, why: str | None) -> Iterator[Markdown]:
    """Yield what the catalogue says of a rule; `why` is the way to the page with an anchor for each claim."""
    yield labelled("Code", text(rule.code))
    yield labelled("It speaks as", severity_badge(rule.severity))
    yield labelled("From profile", text(rule.profile))
    if rule.mandatory:
        yield labelled("Can it be suppressed", text("no"))
    if rule.options:
        options = (f"{name.replace('_', '-')} = {default}" for name, default in rule.options.items())
        yield labelled("Options", joined(code(option) for option in options))
    if why and rule.claims:
        label = "Rests on claim" if len(rule.claims) == 1 else "Rests on claims"
        yield labelled(label, joined(link(text(claim), f"{why}#{claim}") for claim in rule.claims))


def _linked(body: str, rule: Rule, why: str) -> str:
    """Return a page on which the rule's claims are links wherever they are named outside of examples."""

    def again(match: re.Match[str]) -> str:
        claim = match["claim"]
        return f"[{match[0]}]({why}#{claim})" if claim in rule.claims else match[0]

    return _CLAIM.sub(again, body)


def _written(rule: Rule) -> tuple[str, str]:
    """Return the heading and the rest of a rule's own page; its summary where it has none."""
    try:
        page = page_of(rule)
    except CxBlueprintError:
        return f"# {text(rule.name)}", f"It speaks when {text(rule.summary)}."
    head, _, body = page.text.partition("\n")
    return head.strip(), _EXAMPLE.sub(_example, body.strip())


def _example(match: re.Match[str]) -> str:
    """Return an example with the lines on which the rule speaks set off."""
    lines = match["text"].splitlines()
    spoken = [str(number) for number, line in enumerate(lines, 1) if _EXPECTED.search(line)]
    marks = f' hl_lines="{" ".join(spoken)}"' if spoken else ""
    shown = "\n".join(_EXPECTED.sub(r"# ← \g<code>", line) for line in lines)
    return f"```yaml{marks}\n{shown}\n```"
