"""The table of claims: what a blueprint can say of each, the rules on it, and what shows it besides."""

from __future__ import annotations

from collections.abc import Iterator

import cxblueprint as cx
from cxblueprint import model

from . import vocabulary
from .claims import Claim, Proof, by_hand, texts
from .sources import RULE_PAGES

_FORMAT = "reference/file-format.md"


def counts() -> str:
    """Return how many claims of each text have rules, other proofs, or something that is missing."""
    rows = ["| Text | Claims | With rules | With another proof | With a *not yet* |", "|---|--:|--:|--:|--:|"]
    rows += [_count(f"{text} · {about}", _of(text)) for text, about in texts().items()]
    return _set([*rows, _count("All", by_hand())], "cx-table")


def coverage() -> str:
    """Return a table for each text, with a row for each of its claims."""
    return "\n\n".join(section for text, about in texts().items() for section in _table(text, about))


def _of(text: str) -> tuple[Claim, ...]:
    return tuple(claim for claim in by_hand() if claim.text == text)


def _count(label: str, claims: tuple[Claim, ...]) -> str:
    ruled = [claim for claim in claims if claim.rules(cx.catalogue())]
    proven = [claim for claim in claims if claim.proofs]
    unfinished = [claim for claim in claims if claim.missing]
    return f"| {label} | {len(claims)} | {len(ruled)} | {len(proven)} | {len(unfinished)} |"


def _table(text: str, about: str) -> Iterator[str]:
    yield f"## {text} · {about}"
    rows = ["| Claim | A blueprint can say | Rules | Beside the rules |", "|---|---|---|---|"]
    yield _set([*rows, *map(_row, _of(text))], "cx-table cx-stacked claims")


def _set(rows: list[str], classes: str) -> str:
    """Return a table that the style sheets know by its classes, so that it fits a narrow screen."""
    return "\n\n".join([f'<div class="{classes}" markdown="1">', "\n".join(rows), "</div>"])


def _row(claim: Claim) -> str:
    name = f'<a id="{claim.id}"></a>**[{claim.id}](why.md#{claim.id})** {claim.claim}'
    rules = (f"[{rule.name}]({RULE_PAGES}/{rule.name}.md)" for rule in claim.rules(cx.catalogue()))
    says = (_says(name, fields.split()) for name, fields in claim.says.items())
    beside = [*map(_proof, claim.proofs), *(f"**Not yet:** {missing}" for missing in claim.missing)]
    return f"| {name} | {'<br>'.join(says)} | {'<br>'.join(rules)} | {'<br>'.join(beside)} |"


def _says(name: str, fields: list[str]) -> str:
    """Return a model with some of its fields.

    Raises:
        KeyError: there is no such model, or it has no such field.
    """
    thing = vars(model)[name]
    told = ", ".join(f"`{field}`" for field in fields if thing.model_fields[field])
    return f"[{vocabulary.words(thing)}]({_FORMAT}#{vocabulary.place(thing)}): {told}"


def _proof(proof: Proof) -> str:
    shown = f"[{proof.shows}]({proof.page})" if proof.page else proof.shows
    names = (f"`{name.partition('::')[0]}`" for name in proof.names)  # the test itself would fill the cell
    return f"{shown}: {', '.join(names)}" if proof.names else shown
