"""What the texts claim, and what comes of each claim: what is said of it by hand, and the rules on it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter

from .sources import DOCS

if TYPE_CHECKING:
    from cxblueprint import Rule

BY_HAND = Path(__file__).with_suffix(".yaml")
"""What is said by hand; what its keys mean stands at its head."""
_TEXT = re.compile(r"^## (?P<text>\d) · (?P<about>.+)$", re.MULTILINE)
_CLAIM = re.compile(r'^### <a id="(?P<claim>\d\.\d+)"></a>(?P=claim) ', re.MULTILINE)
# An id without quotes would be a number, in which 1.10 is 1.1.
_CLOSED = ConfigDict(extra="forbid", frozen=True, strict=True)


class Proof(BaseModel):
    """Something beside the rules by which a claim holds, and what a test looks for."""

    model_config = _CLOSED

    shows: str
    python: str | None = None
    test: str | None = None
    page: str | None = None
    command: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """What it is known by outside the documentation."""
        return tuple(filter(None, (self.python, self.test, self.command)))


class Claim(BaseModel):
    """A claim, and what is said of it by hand."""

    model_config = _CLOSED

    id: str
    claim: str
    says: dict[str, str]
    proofs: list[Proof] = []
    missing: list[str] = []

    @property
    def text(self) -> str:
        """The number of the text that makes it."""
        return self.id.partition(".")[0]

    def rules(self, catalogue: Sequence[Rule]) -> list[Rule]:
        """Return the rules that rest on it."""
        return [rule for rule in catalogue if self.id in rule.claims]


def claims() -> tuple[str, ...]:
    """Return the ids of the claims, in the order of the page about them."""
    return tuple(_CLAIM.findall(_why()))


def texts() -> dict[str, str]:
    """Return what each of the texts is about, by its number."""
    return dict(_TEXT.findall(_why()))


@cache
def by_hand() -> tuple[Claim, ...]:
    """Return what is said of each claim by hand.

    Raises:
        pydantic.ValidationError: the file says something that nobody reads, or leaves something out.
    """
    said = yaml.safe_load(BY_HAND.read_text(encoding="utf-8"))
    return tuple(TypeAdapter(list[Claim]).validate_python(said))


def gaps(told: Sequence[Claim], catalogue: Sequence[Rule]) -> Iterator[str]:
    """Yield what keeps the table of claims from being whole: a claim of which nothing comes, or is said."""
    known = {claim.id for claim in told}
    for id_ in claims():
        if id_ not in known:
            yield f"nothing is said of claim {id_}"
    for claim in told:
        if not (claim.rules(catalogue) or claim.proofs or claim.missing):
            yield f"claim {claim.id} has neither a rule nor another proof, and nothing is said to be missing"
        for proof in claim.proofs:
            if not (proof.names or proof.page):
                yield f"claim {claim.id}: nothing is named that shows that {proof.shows}"
    for rule in catalogue:
        for named in rule.claims:
            if named not in known:
                yield f"rule {rule.name} rests on claim {named}, of which nothing is said"


def _why() -> str:
    return (DOCS / "why.md").read_text(encoding="utf-8")
