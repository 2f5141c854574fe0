"""A journey to draw as a service blueprint, its touchpoints, and findings about them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from cxblueprint.checks import Finding
from cxblueprint.model import Subject

if TYPE_CHECKING:
    from collections.abc import Callable

    import cxblueprint as cx
    from tests.pictures.conftest import Build, Drawing

    Look = Callable[[str], Drawing]

CALL: dict[str, Any] = {
    "id": "call",
    "name": "Call us",
    "channel": "phone",
    "owner": "care",
    "frontstage": [{"text": "Listens"}],
    "backstage": [{"text": "Opens a case", "system": "crm"}],
    "support": [{"system": "crm"}],
    "physical_evidence": ["Menu"],
    "standards": ["answer"],
}
PAY: dict[str, Any] = {"id": "pay", "name": "Pay", "owner": "bill", "backstage": [{"text": "Books it"}]}
BARE: dict[str, Any] = {"id": "bare", "name": "Bare"}
STANDARDS = [{"id": "answer", "name": "Answered", "target": "80% within 60s"}]
SYSTEMS = [{"id": "crm", "name": "CRM"}]


STAGES = [
    {"name": "Ask", "steps": [{"touchpoint": "call"}]},
    {"name": "Settle", "steps": [{"touchpoint": "pay"}]},
    {"name": "Be glad", "steps": [{"name": "Smiles"}]},
]


@pytest.fixture
def graph_of(journey_of: Build) -> Build:
    """Build a graph of steps at the touchpoints call, pay and bare."""

    def build(*steps: dict[str, Any], **root: Any) -> cx.Graph:  # noqa: ANN401  # whatever a blueprint has
        defaults = {"touchpoints": [CALL, PAY, BARE], "standards": STANDARDS, "systems": SYSTEMS}
        return journey_of(*steps, **(defaults | root))

    return build


def finding(kind: str, address: str, *, code: str = "OWN001", at: str | None = None, **more: Any) -> Finding:  # noqa: ANN401
    """Return a finding about something."""
    return Finding(
        code,
        "a-rule",
        more.pop("severity", "error"),
        Subject(kind, address),
        "is wrong",
        "hint",
        at=at,
        **more,
    )


def arrows(picture_svg: str, look_at: Look) -> list[str]:
    """Return the classes of the arrows drawn between customer cards or teams."""
    found = [e.get("class", "").removeprefix("cx-") for e in look_at(picture_svg).root.iter()]
    return [name for name in found if name in ("flow", "loop", "handoff")]
