"""What the pages on ownership have no room for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Found = Callable[..., list[str]]

UNDECLARED = """
touchpoints: [{id: desk, name: Desk, owner: nobody}]
journeys: [{id: visit, name: Visit, owner: nobody}]
"""


@pytest.mark.parametrize("code", ["OWN001", "OWN002"])
def test_an_owner_who_is_not_declared_is_a_matter_of_references(found: Found, code: str) -> None:
    assert found(code, UNDECLARED) == []
    assert found("REF001", UNDECLARED) == ["error touchpoint:desk"]
