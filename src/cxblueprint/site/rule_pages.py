"""The pages of the rules: what each checks, why, and what to do; once for a whole documentation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from cxblueprint.checks import page_of
from cxblueprint.errors import CxBlueprintError

from .addresses import join, page_path, relative_path
from .markdown import Markdown, attribute, block, front_matter, labelled, link, table, text
from .pages import Page, Site
from .sheet import bullets
from .words import rule_in_words, severity_badge

if TYPE_CHECKING:
    from cxblueprint.checks import Rule

_TITLE = "Rules"
_EXAMPLE = re.compile(r"^```yaml\n(?P<text>.*?)^```\s*$", re.DOTALL | re.MULTILINE)
_EXPECTED = re.compile(r"# expect: (?P<code>[A-Z]{2,5}\d{3})")
_FAMILIES = {"cx": "CX", "references": "References"}


def rule_site(rules: Sequence[Rule], base: str) -> Site:
    """Return the page of each rule and the page that lists them all."""
    index = _index(rules, base)
    pages = (index, *(_page(rule, base, index) for rule in rules))
    return Site(_TITLE, {page.path: page for page in pages}, (index.path,))


def _index(rules: Sequence[Rule], base: str) -> Page:
    path = join(base, "index.md")
    blocks = [
        f"# {_TITLE}",
        block(
            "What is checked. A rule speaks where something is unwise or is missing; each one has a page with"
            " its reasons, an example, and the way out.",
            "intro",
        ),
        *_families(rules, path, base),
    ]
    facts = {"title": _TITLE, "description": "Every rule, with its reasons and examples", "hide": ["toc"]}
    return Page(path, _TITLE, f"{front_matter(facts)}\n" + "\n\n".join(blocks) + "\n")


def _families(rules: Sequence[Rule], path: str, base: str) -> Iterator[str]:
    for family, members in groupby(rules, lambda rule: rule.family):
        yield f"## {family.replace('_', ' ').capitalize()}"
        rows = [
            (
                link(text(rule.code), relative_path(path, _path(rule, base))),
                link(text(rule.name), relative_path(path, _path(rule, base))),
                text(rule.summary),
                severity_badge(rule.severity),
                text(rule.profile),
            )
            for rule in members
        ]
        yield table(("Code", "Name", "It speaks when", "As", "From profile"), rows)


def _path(rule: Rule, base: str) -> str:
    return page_path(base, "", rule.name)


def _page(rule: Rule, base: str, index: Page) -> Page:
    path = _path(rule, base)
    title = f"{rule.code} {rule_in_words(rule.name)}"
    facts = {"title": attribute(title), "description": attribute(rule.summary)}
    crumbs = f"{link(Markdown(_TITLE), relative_path(path, index.path))} › {text(title)}"
    said = bullets(
        (
            labelled("Code", text(rule.code)),
            labelled("It speaks as", severity_badge(rule.severity)),
            labelled("From profile", text(rule.profile)),
        )
    )
    head, body = _written(rule)
    blocks = [
        block(crumbs, "crumbs"),
        head,
        block(said, "facts"),
        body,
    ]
    return Page(path, title, f"{front_matter(facts)}\n" + "\n\n".join(blocks) + "\n", is_listed=False)


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
