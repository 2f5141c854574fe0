"""The table of claims: what a blueprint can say of each, the rules on it, and what shows it besides."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import cxblueprint as cx
from cxblueprint import model

from . import vocabulary
from .claims import Claim, Proof, by_hand, texts
from .sources import RULE_PAGES

_FORMAT = "reference/file-format.md"


def counts() -> str:
    """Return how many claims of each text have rules, other proofs, or something that is missing."""
    rows = [
        "| | claims | with rules | with another proof | with something missing |",
        "|---|--:|--:|--:|--:|",
    ]
    rows += [_count(f"{text} · {about}", _of(text)) for text, about in texts().items()]
    return "\n".join([*rows, _count("all", by_hand())])


def coverage() -> str:
    """Return a table for each text, with a row for each of its claims."""
    return "\n\n".join(section for text, about in texts().items() for section in _table(text, about))


def _of(text: str) -> tuple[Claim, ...]:
    return tuple(claim for claim in by_hand() if claim.text == text)


def _count(label: str, claims: tuple[Claim, ...]) -> str:
    catalogue = cx.catalogue()
    are: tuple[Callable[[Claim], object], ...] = (
        lambda claim: claim.rules(catalogue),
        lambda claim: claim.proofs,
        lambda claim: claim.missing,
    )
    numbers = [len(claims), *(sum(bool(is_so(claim)) for claim in claims) for is_so in are)]
    return f"| {label} | {' | '.join(map(str, numbers))} |"


def _table(text: str, about: str) -> Iterator[str]:
    yield f"## {text} · {about}"
    # For the style sheets: on a narrow screen a row is read from top to bottom.
    yield '<div class="cx-table cx-stacked claims" markdown="1">'
    rows = ["| Claim | A blueprint can say | Rules | Beside the rules |", "|---|---|---|---|"]
    yield "\n".join([*rows, *map(_row, _of(text))])
    yield "</div>"


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
