"""The levels of a way up, and their times."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.model import Duration, EscalationPolicy, Rung


def hierarchical(policy: EscalationPolicy) -> Iterator[tuple[int, Rung]]:
    """Yield the levels that call in somebody who may decide more, with their place from 0.

    A level counts as such unless it is stated to be functional: calling in somebody who knows more.
    """
    return ((place, rung) for place, rung in enumerate(policy.levels) if rung.kind != "functional")


def is_later(one: Duration | None, other: Duration | None) -> bool:
    """Tell whether one time lies after another; where they are not stated, or do not compare, it does not."""
    return one is not None and other is not None and one.clock == other.clock and one > other


def is_no_sooner(one: Duration | None, other: Duration | None) -> bool:
    """Tell whether one time lies at another or after it; where they do not compare, it does not."""
    return is_later(one, other) or (one is not None and one == other)
