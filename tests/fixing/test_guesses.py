"""What counts as nothing but a slip of the pen."""

from __future__ import annotations

import pytest

from cxblueprint.errors import clear_guess


@pytest.mark.parametrize(
    ("written", "declared"),
    [
        ("onwer", ["owner", "other"]),  # two neighbours swapped
        ("get-hlep", ["get-help", "get-here"]),
        ("recption", ["reception"]),  # a letter missing
        ("ownner", ["owner"]),  # one too many
        ("xowner", ["owner"]),
        ("ownerx", ["owner"]),
        ("wner", ["owner"]),
        ("servicedask", ["servicedesk"]),  # one wrong letter in a long word
        ("gethelp", ["get-help"]),  # other hyphens
        ("touchpoint_without_owner", ["touchpoint-without-owner"]),
        ("Réception", ["reception"]),  # accents and capitals
        ("OWN-1", ["OWN001", "OWN010"]),  # zeros in front
        ("step-01", ["step-1", "step-10"]),
    ],
)
def test_a_slip_has_a_clear_guess(written: str, declared: list[str]) -> None:
    assert clear_guess(written, declared) == declared[0]


@pytest.mark.parametrize(
    ("written", "declared"),
    [
        ("retail", ["retain"]),  # one wrong letter in a short word
        ("ex", ["cx"]),
        ("car", ["care"]),  # one letter missing in a short word
        ("xc", ["cx"]),
        ("line-2", ["line-3"]),  # numbers are never slips
        ("line-2", ["line-21"]),
        ("line-12", ["line-21"]),
        ("step-1-2", ["step-12"]),
        ("team-a", ["team-b"]),  # nor are letters that stand alone
        ("owner", ["crown"]),  # near to nothing
        ("ownre-desk", ["onwer-desk"]),  # two slips
        ("salse", ["sales", "sale"]),  # two things as near
        ("gethelp", ["get-help", "ge-thelp"]),
        ("owner", []),
        ("規則", ["規模"]),  # scripts of which we know no slips
        ("規則-own", ["own"]),
        ("", ["owner"]),
    ],
)
def test_what_may_be_meant_as_it_is_has_none(written: str, declared: list[str]) -> None:
    assert clear_guess(written, declared) is None


def test_the_order_of_what_is_declared_does_not_matter() -> None:
    declared = ["owners", "owner", "other", "loner"]
    assert {clear_guess("onwer", order) for order in (declared, declared[::-1])} == {"owner"}
