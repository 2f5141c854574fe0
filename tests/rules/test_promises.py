"""What the page on promises has no room for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Found = Callable[..., list[str]]


@pytest.mark.parametrize("path", ["[]", "[[]]"])
def test_a_path_with_nothing_on_it_backs_nothing(found: Found, path: str) -> None:
    assert found("PRM001", f"promises: [{{id: p, path: {path}}}]") == ["warning promise:p"]


def test_a_standard_that_is_not_declared_is_a_matter_of_references(found: Found) -> None:
    fragment = "promises: [{id: p, path: [fast], target: within 1h}]"
    assert found("PRM001", fragment) == []
    assert found("REF001", fragment) == ["error promise:p"]
