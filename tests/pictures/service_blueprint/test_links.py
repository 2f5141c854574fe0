"""Where cards and findings lead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.pictures import VIEWS

from .conftest import finding

if TYPE_CHECKING:
    from tests.pictures.conftest import Build

    from .conftest import Look

draw = VIEWS["service-blueprint"]


def test_cards_lead_to_their_pages(graph_of: Build, look_at: Look) -> None:
    graph = graph_of({"touchpoint": "call"}, {"name": "Waits"})
    picture = draw(graph, "trip", link=lambda subject: f"{subject.kind}/{subject.id}/")
    links = [e.get("href") for e in look_at(picture.svg).root.iter() if e.tag.endswith("}a")]
    assert links == [
        "touchpoint/call/", "step/trip/ask/call/", "touchpoint/call/", "touchpoint/call/", "touchpoint/call/",
        "step/trip/ask/waits/",
    ]  # fmt: skip


def test_a_step_without_a_page_leads_to_its_touchpoint(graph_of: Build, look_at: Look) -> None:
    picture = draw(
        graph_of({"touchpoint": "bare"}, {"name": "Waits"}),
        "trip",
        link=lambda subject: f"{subject.id}/" if subject.kind == "touchpoint" else None,
    )
    links = [e.get("href") for e in look_at(picture.svg).root.iter() if e.tag.endswith("}a")]
    assert links == ["bare/", "bare/"]


def test_a_link_that_would_run_a_script_is_left_out(graph_of: Build) -> None:
    picture = draw(graph_of({"touchpoint": "call"}), "trip", link=lambda _: "javascript:alert(1)")
    assert "javascript" not in picture.svg


def test_a_listed_finding_leads_to_its_explanation(graph_of: Build, look_at: Look) -> None:
    picture = draw(
        graph_of({"name": "a"}), "trip", findings=[finding("team", "bill", url="https://a.example/OWN001")]
    )
    links = [e.get("href") for e in look_at(picture.svg).root.iter() if e.tag.endswith("}a")]
    assert links == ["https://a.example/OWN001"]
