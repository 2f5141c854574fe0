"""What the rules found: at its card, and in the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.pictures import VIEWS

from .conftest import finding

if TYPE_CHECKING:
    from tests.pictures.conftest import Build

    from .conftest import Look

draw = VIEWS["service-blueprint"]


def test_a_finding_stands_at_its_card_and_in_the_list(graph_of: Build, look_at: Look) -> None:
    graph = graph_of({"touchpoint": "call"}, {"touchpoint": "pay"})
    findings = [
        finding("step", "trip/ask/call", code="STD002", severity="info"),
        finding("touchpoint", "call"),
        finding("touchpoint", "call", code="OWN003", at="backstage[0].team", severity="warning"),
        finding("touchpoint", "call", code="TXT001", at="physical_evidence[0]"),
        finding("service-standard", "answer", code="STD008"),
        finding("journey", "trip", code="KPI001"),
        finding("team", "bill", code="GOV001"),
    ]
    picture = draw(graph, "trip", findings=findings)
    labels = look_at(picture.svg).labels()
    assert [
        [code for code in ("STD002", "OWN001", "OWN003", "TXT001", "STD008") if code in label]
        for label in labels
    ] == [["TXT001"], ["STD002"], ["OWN001", "STD008"], ["OWN003"], [], [], [], []]
    assert picture.notes == (
        "STD002 info: Call us: is wrong",
        "OWN001 error: Call us: is wrong",
        "OWN003 warning: Call us: is wrong",
        "TXT001 error: Call us: is wrong",
        "STD008 error: Answered: is wrong",
        "KPI001 error: The trip: is wrong",
        "GOV001 error: Billing: is wrong",
    )
    assert "Findings (7)" in look_at(picture.svg).texts()


def test_a_finding_about_a_lane_without_a_card_stands_in_front(graph_of: Build, look_at: Look) -> None:
    picture = draw(
        graph_of({"touchpoint": "bare"}), "trip", findings=[finding("touchpoint", "bare", at="backstage")]
    )
    assert ["OWN001" in label for label in look_at(picture.svg).labels()] == [False, True]


def test_the_frame_of_a_finding_shows_how_grave_the_worst_is(graph_of: Build, look_at: Look) -> None:
    both = [finding("touchpoint", "call", severity="info"), finding("touchpoint", "call", severity="warning")]
    classes = look_at(draw(graph_of({"touchpoint": "call"}), "trip", findings=both).svg).classes()
    assert sorted(name for name in classes if name.startswith("cx-frame")) == ["cx-frame-warning"]


def test_more_codes_than_a_card_is_wide_are_counted(graph_of: Build, look_at: Look) -> None:
    many = [finding("touchpoint", "call", code=f"ABC{number:03}") for number in range(30)]
    steps = [{"touchpoint": "call"}, {"name": "b"}, {"name": "c"}, {"name": "d"}]
    assert "+28" in look_at(draw(graph_of(*steps), "trip", findings=many).svg).texts()


def test_a_very_long_list_of_findings_is_cut_and_counted(graph_of: Build, look_at: Look) -> None:
    many = [finding("team", "bill", code=f"ABC{number:03}") for number in range(50)]
    picture = draw(graph_of({"touchpoint": "call"}), "trip", findings=many)
    assert "and 10 more" in look_at(picture.svg).texts()
    assert len(picture.notes) == 50


def test_a_finding_about_something_unknown_is_listed_by_its_address(graph_of: Build) -> None:
    picture = draw(
        graph_of({"name": "a"}), "trip", findings=[finding("step", "other/x/y"), finding("blueprint", "b")]
    )
    assert picture.notes == ("OWN001 error: step:other/x/y: is wrong", "OWN001 error: Blueprint: is wrong")
