"""Which rules rest on which claim."""

from __future__ import annotations

import re

import cxblueprint as cx

from .sources import DOCS, RULE_PAGES

_CLAIM = re.compile(r'^### <a id="(?P<claim>\d\.\d+)"></a>(?P=claim) ', re.MULTILINE)


def claims() -> tuple[str, ...]:
    """Return the ids of the claims, in the order of the page about them."""
    return tuple(_CLAIM.findall((DOCS / "why.md").read_text(encoding="utf-8")))


def rules_by_claim() -> str:
    """Return the table of claims that rules rest on today, each with its rules."""
    rows = ["| claim | rules that rest on it |", "|---|---|"]
    for claim in claims():
        rules = [rule for rule in cx.catalogue() if claim in rule.claims]
        if rules:
            told = ", ".join(f"[{rule.name}]({RULE_PAGES}/{rule.name}.md)" for rule in rules)
            rows.append(f"| [{claim}](#{claim}) | {told} |")
    return "\n".join(rows)
