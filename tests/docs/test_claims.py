"""Something comes of every claim: the table of them names what is there, and says what is not."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pydantic import ValidationError

import cxblueprint as cx
from cxblueprint.checks import flaw, rule
from scripts.reference.claims import Claim, Proof, by_hand, claims, gaps, texts
from scripts.reference.coverage import coverage
from scripts.reference.proofs import absent
from scripts.reference.sources import DOCS

if TYPE_CHECKING:
    from cxblueprint.checks import Flaw

PROOFS = [pytest.param(proof, id=claim.id) for claim in by_hand() for proof in claim.proofs]


def a_claim(*, proofs: tuple[Proof, ...] = (), missing: tuple[str, ...] = ()) -> Claim:
    return Claim(id="9.1", claim="All is well.", says={}, proofs=list(proofs), missing=list(missing))


def a_rule(*, claim: str) -> cx.Rule:
    @rule("OUR001", "our-own", summary="s", claims=(claim,))
    def ours(graph: cx.Graph) -> Iterator[Flaw]:
        for team in graph.teams.values():
            yield flaw(team, "m", "h")

    return ours


# The table


def test_the_claims_of_every_text_are_told_and_listed() -> None:
    last = {"0": 7, "1": 10, "2": 6, "3": 8, "4": 10}
    every = tuple(f"{text}.{number}" for text, most in last.items() for number in range(1, most + 1))
    assert claims() == every
    assert tuple(claim.id for claim in by_hand()) == every
    assert [*texts()] == [*last]


def test_of_every_claim_something_comes_or_is_said_to_be_missing() -> None:
    assert list(gaps(by_hand(), cx.catalogue())) == []


def test_every_claim_has_a_row_with_its_rules() -> None:
    page = (DOCS / "claims.md").read_text(encoding="utf-8")
    named = {
        row.partition("](why.md#")[2].partition(")")[0]: re.findall(r"\]\(rules/([\w-]+)\.md\)", row)
        for row in page.splitlines()
        if "](why.md#" in row
    }
    assert named == {id_: [r.name for r in cx.catalogue() if id_ in r.claims] for id_ in claims()}


@pytest.mark.parametrize(
    ("told", "gap"),
    [
        (lambda: by_hand()[1:], "nothing is said of claim 0.1"),
        (
            lambda: (*by_hand(), a_claim()),
            "claim 9.1 has neither a rule nor another proof, and nothing is said to be missing",
        ),
        (
            lambda: (*by_hand(), a_claim(proofs=(Proof(shows="it is"),))),
            "claim 9.1: nothing is named that shows that it is",
        ),
    ],
)
def test_a_gap_is_found(told: Callable[[], tuple[Claim, ...]], gap: str) -> None:
    assert gap in list(gaps(told(), cx.catalogue()))


@pytest.mark.parametrize(
    "more", [a_claim(missing=("all of it",)), a_claim(proofs=(Proof(shows="it is", python="a.b"),))]
)
def test_a_claim_may_have_no_rule_as_long_as_it_says_so(more: Claim) -> None:
    assert list(gaps((*by_hand(), more), cx.catalogue())) == []


def test_a_rule_that_rests_on_an_unknown_claim_is_found() -> None:
    rules = (*cx.catalogue(), a_rule(claim="1.11"))
    assert list(gaps(by_hand(), rules)) == ["rule our-own rests on claim 1.11, of which nothing is said"]


@pytest.mark.parametrize("said", [{"id": 1.1}, {"rules": ["no-purpose"]}, {"missing": "all of it"}])
def test_what_nobody_would_read_is_refused(said: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Claim.model_validate({"id": "1.1", "claim": "All is well.", "says": {}, **said})


@pytest.mark.parametrize("says", [{"Teem": "function"}, {"Team": "funktion"}])
def test_what_a_blueprint_cannot_say_is_refused(
    says: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    told = Claim(id="0.1", claim="All is well.", says=says)
    monkeypatch.setattr("scripts.reference.coverage.by_hand", lambda: (told,))
    with pytest.raises(KeyError):
        coverage()


# The proofs


@pytest.mark.parametrize("proof", PROOFS)
def test_a_proof_is_there(proof: Proof, tmp_path: Path) -> None:
    assert list(absent(proof, tmp_path)) == []


@pytest.mark.parametrize(
    ("proof", "complaint"),
    [
        (Proof(shows="s", python="cxblueprint.reckon.wreck"), "no public name cxblueprint.reckon.wreck"),
        (Proof(shows="s", python="cxblueprint.wreck.on"), "no public name cxblueprint.wreck.on"),
        (Proof(shows="s", python="reckon"), "no public name reckon"),
        (Proof(shows="s", test="tests/docs/test_claims.py::test_gone"), "no test tests/docs/test_claims"),
        (Proof(shows="s", test="tests/docs/test_gone.py"), "no test tests/docs/test_gone.py"),
        (Proof(shows="s", test="tests/docs/conftest.py"), "no test tests/docs/conftest.py"),
        (Proof(shows="s", test="scripts/reference/claims.py"), "no test scripts/reference/claims.py"),
        (Proof(shows="s", command="cxblueprint walk examples/fibre-at-home"), "ends with 2"),
        (Proof(shows="s", command="cxblueprint rules --view walk"), "ends with 2"),
    ],
)
def test_a_proof_that_is_gone_is_found(proof: Proof, complaint: str, tmp_path: Path) -> None:
    (found,) = absent(proof, tmp_path)
    assert complaint in found
