"""What the customer hears unasked while something is on its way up."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from cxblueprint.pictures import VIEWS

from .recoveries import CASE, POLICY, graph_of

if TYPE_CHECKING:
    from .conftest import Drawing

    Look = Callable[[str], Drawing]

draw = VIEWS["recovery"]


def heard(look_at: Look, **root: Any) -> list[str]:  # noqa: ANN401  # whatever a blueprint has
    """Return the updates that are shown with the policy `up`, by their names."""
    picture = draw(graph_of(escalation_policies=[POLICY], **root), "up")
    return [
        label.split(": ")[1] for label in look_at(picture.svg).labels() if label.startswith("Heard unasked")
    ]


@pytest.mark.parametrize(
    "place",
    [
        "any-recovery", "any-open-request", "touchpoint:ask", "journey:trip", "step:trip/stage-one/ask",
        "account:acme", "segment:firms", "journey:other", "relationship-plan:talks",
    ],
)  # fmt: skip
def test_an_update_is_shown_where_it_covers_what_the_policy_is_about(place: str, look_at: Look) -> None:
    root: dict[str, Any] = {
        "touchpoints": [{"id": "ask", "name": "Ask", "standards": ["answered"], "opens_request": True}],
        "journeys": [
            {
                "id": "trip",
                "name": "Trip",
                "stages": [{"name": "Stage one", "steps": [{"touchpoint": "ask"}]}],
            },
            {"id": "other", "name": "Other", "stages": []},
        ],
        "segments": [{"id": "firms", "name": "Firms"}],
        "accounts": [{"id": "acme", "name": "Acme", "segment": "firms"}],
        "relationship_plans": [{"id": "talks", "name": "Talks", "account": "acme"}],
        "escalations": [CASE | {"account": "acme", "journey": "other"}],
    }
    updates = [{"id": "word", "name": "A word", "covers": [place], "cadence": "2d", "owner": "desk"}]
    assert heard(look_at, proactive_updates=updates, **root) == ["A word · every 2 days. Team"]


@pytest.mark.parametrize("place", ["any-open-request", "touchpoint:ask", "journey:trip", "account:acme"])
def test_an_update_about_something_else_is_not_shown(place: str, look_at: Look) -> None:
    updates = [{"id": "word", "covers": [place]}, {"id": "anything"}]
    assert heard(look_at, proactive_updates=updates) == []


def test_an_update_says_how_often_and_where_or_that_nobody_has_said_so(look_at: Look) -> None:
    updates = [
        {"id": "a", "name": "A", "covers": ["any-recovery"], "cadence": "continuous", "channel": "mail"},
        {"id": "b", "name": "B", "covers": ["any-recovery"], "trigger": "a delay"},
        {"id": "c", "covers": ["any-recovery"]},
    ]
    channels = [{"id": "mail", "name": "E-mail", "kind": "email"}]
    assert heard(look_at, proactive_updates=updates, channels=channels) == [
        "A · continuously · E-mail.",
        "B · a delay.",
        "C · how often is not stated.",
    ]


def test_more_updates_than_there_is_room_for_are_counted_and_all_in_the_table(look_at: Look) -> None:
    updates = [{"id": f"u{n}", "covers": ["any-recovery"]} for n in range(8)]
    picture = draw(graph_of(escalation_policies=[POLICY], proactive_updates=updates), "up")
    assert "and 3 more" in look_at(picture.svg).texts()
    assert [row[0] for row in picture.table.rows].count("Heard unasked") == 8
