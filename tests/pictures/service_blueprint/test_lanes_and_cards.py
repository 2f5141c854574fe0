"""What stands in the lanes: cards, their labels, and the same as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.pictures import VIEWS

from .conftest import BARE, CALL, PAY

if TYPE_CHECKING:
    from tests.pictures.conftest import Build

    from .conftest import Look

draw = VIEWS["service-blueprint"]


def test_each_lane_of_a_step_has_one_card_and_its_label_says_everything(
    graph_of: Build, look_at: Look
) -> None:
    graph = graph_of(
        {
            "touchpoint": "call", "customer": "Calls about a bill", "wait": "2bd", "moment_of_truth": True,
            "fail_points": [{"text": "line is busy"}],
        },
        {"touchpoint": "pay"},
    )  # fmt: skip
    assert look_at(draw(graph, "trip").svg).labels() == [
        "Call us, physical evidence: Menu.",
        (
            "Step 1 of 2, Call us, stage Ask. Customer: Calls about a bill. Moment of truth. "
            "Fail point: line is busy. Wait: 2 business days. Next: 2 Pay."
        ),
        (
            "Call us, frontstage: Listens. Channel: Hotline. Owner: Customer Care. "
            "Standard: Answered, 80% ≤ 60s."
        ),
        "Call us, backstage: Opens a case (Customer Care, CRM).",
        "Call us, support processes and systems: CRM.",
        "Step 2 of 2, Pay, stage Ask. Customer: nothing is stated.",
        "Pay, frontstage: nothing is stated. Owner: Billing.",
        "Pay, backstage: Books it (Billing).",
    ]


def test_what_a_small_blueprint_is_made_of(graph_of: Build, look_at: Look) -> None:
    graph = graph_of({"touchpoint": "call", "customer": "Calls"}, {"name": "Waits"})
    assert look_at(draw(graph, "trip", theme="light").svg).outline() == [
        "svg.light",
        "  title 'The trip'",
        (
            "  desc 'Service blueprint: 1 stage and 2 steps. From top to bottom: physical evidence, "
            "customer actions, frontstage, backstage, support processes and systems.'"
        ),
        "  rect.ground",
        "  text.ink 'The trip'",
        "  text.muted 'Blueprint · service blueprint'",
        "  path.chip",
        "  text.ink 'Ask'",
        "  rect.lane-evidence",
        "  text.ink 'Physical evidence'",
        "  rect.lane-customer",
        "  text.ink 'Customer actions'",
        "  rect.lane-frontstage",
        "  text.ink 'Frontstage'",
        "  rect.lane-backstage",
        "  text.ink 'Backstage'",
        "  rect.lane-support",
        "  text.ink 'Support processes'",
        "  text.ink 'and systems'",
        "  text.ink 'Line of interaction'",
        "  line.boundary",
        "  text.ink 'Line of visibility'",
        "  line.boundary",
        "  text.ink 'Line of internal interaction'",
        "  line.boundary",
        "  g",
        "    path.flow",
        "    path.head-flow",
        "    path.head-flow",
        "    path.flow",
        "    path.head-flow",
        "    path.flow",
        "    path.head-flow",
        "    path.head-flow",
        "    path.flow",
        "    path.head-flow",
        "  circle.chip",
        "  text.ink '1'",
        "  text.ink 'Call us'",
        "  g",
        "    title 'Call us, physical evidence: Menu.'",
        "    rect.card",
        "    path.icon",
        "    text.name 'Menu'",
        "  g",
        "    title 'Step 1 of 2, Call us, stage Ask. Customer: Calls. Next: 2 Waits.'",
        "    rect.card",
        "    text.name 'Calls'",
        "  g",
        (
            "    title 'Call us, frontstage: Listens. Channel: Hotline. Owner: Customer Care. "
            "Standard: Answered, 80% ≤ 60s.'"
        ),
        "    rect.card",
        "    path.icon",
        "    text.name 'Listens'",
        "    rect.info",
        "    path.info-line",
        "    text.info-text 'Answered'",
        "    text.info-text '80% ≤ 60s'",
        "    rect.team1",
        "    text.on-badge 'CC'",
        "    text.muted 'Customer Care'",
        "  g",
        "    title 'Call us, backstage: Opens a case (Customer Care, CRM).'",
        "    rect.card",
        "    text.name 'Opens a case'",
        "    path.icon",
        "    text.muted 'CRM'",
        "    rect.team1",
        "    text.on-badge 'CC'",
        "    text.muted 'Customer Care'",
        "  g",
        "    title 'Call us, support processes and systems: CRM.'",
        "    rect.card",
        "    path.icon",
        "    text.name 'CRM'",
        "  circle.chip",
        "  text.ink '2'",
        "  text.ink 'Waits'",
        "  g",
        "    title 'Step 2 of 2, Waits, stage Ask. Customer: Waits.'",
        "    rect.card",
        "    text.name 'Waits'",
        "  line.rule",
        "  text.ink 'Key'",
        "  path.info-line",
        "  text.muted 'Service standard: its target'",
        "  path.flow",
        "  path.head-flow",
        "  text.muted 'Flow'",
        "  path.icon",
        "  text.muted 'System'",
        "  text.ink 'Channels'",
        "  path.icon",
        "  text.muted 'Hotline'",
        "  text.ink 'Teams'",
        "  rect.team1",
        "  text.on-badge 'CC'",
        "  text.muted 'Customer Care'",
    ]


def test_the_table_says_the_same(graph_of: Build) -> None:
    graph = graph_of(
        {"touchpoint": "call", "customer": "Calls", "moment_of_truth": True},
        {"touchpoint": "pay"},
        {"name": "Waits"},
    )
    table = draw(graph, "trip").table
    assert table.header == (
        "Step", "Stage", "Customer", "Channel", "Owner", "Frontstage", "Standards", "Backstage", "Support",
        "Physical evidence", "Marks", "Next",
    )  # fmt: skip
    assert table.rows == (
        (
            "1 Call us", "Ask", "Calls", "Hotline", "Customer Care", "Listens", "Answered 80% ≤ 60s",
            "Opens a case (Customer Care, CRM)", "CRM", "Menu", "Moment of truth", "2 Pay",
        ),
        ("2 Pay", "Ask", "", "", "Billing", "", "", "Books it (Billing)", "", "", "", "3 Waits"),
        ("3 Waits", "Ask", "Waits", "", "", "", "", "", "", "", "", ""),
    )  # fmt: skip


def test_lanes_without_a_card_are_left_out_with_their_line(graph_of: Build, look_at: Look) -> None:
    texts = look_at(draw(graph_of({"name": "Thinks it over"}), "trip").svg).texts()
    assert [text for text in texts if text in ("Frontstage", "Backstage") or text.startswith("Line of")] == []


def test_without_backstage_the_line_of_visibility_lies_above_support(graph_of: Build, look_at: Look) -> None:
    touchpoint = CALL | {"backstage": []}
    texts = look_at(draw(graph_of({"touchpoint": "call"}, touchpoints=[touchpoint]), "trip").svg).texts()
    assert [text for text in texts if text.startswith("Line of")] == [
        "Line of interaction",
        "Line of visibility",
    ]


def test_a_touchpoint_that_says_nothing_is_shown_by_its_name_and_without_owner(
    graph_of: Build, look_at: Look
) -> None:
    drawing = look_at(draw(graph_of({"touchpoint": "bare"}), "trip").svg)
    assert drawing.labels() == [
        "Step 1 of 1, Bare, stage Ask. Customer: nothing is stated.",
        "Bare, frontstage: nothing is stated. Owner: no owner.",
    ]
    assert "cx-missing" in drawing.classes()


def test_a_touchpoint_that_is_not_declared_is_drawn_dashed(graph_of: Build, look_at: Look) -> None:
    drawing = look_at(draw(graph_of({"touchpoint": "gone"}), "trip").svg)
    assert drawing.labels()[1] == "gone, frontstage: touchpoint gone, which is not declared."
    assert "cx-ghost" in drawing.classes()


def test_an_owner_that_is_not_declared_is_named(graph_of: Build, look_at: Look) -> None:
    graph = graph_of({"touchpoint": "bare"}, touchpoints=[BARE | {"owner": "ghosts"}])
    assert "ghosts (not declared)" in look_at(draw(graph, "trip").svg).texts()


def test_a_system_and_a_channel_that_are_not_declared_do_no_harm(graph_of: Build, look_at: Look) -> None:
    touchpoint = BARE | {"channel": "gone", "support": [{"system": "lost"}]}
    graph = graph_of({"touchpoint": "bare"}, touchpoints=[touchpoint])
    assert look_at(draw(graph, "trip").svg).labels()[-1] == "Bare, support processes and systems: lost."


def test_several_actions_are_a_list_with_a_badge_where_the_team_changes(
    graph_of: Build, look_at: Look
) -> None:
    actions = [{"text": "Checks"}, {"text": "Prints"}, {"text": "Sends", "team": "shop"}]
    graph = graph_of({"touchpoint": "pay"}, touchpoints=[PAY | {"backstage": actions}])
    outline = look_at(draw(graph, "trip").svg).outline()
    start = outline.index(
        "    title 'Pay, backstage: Checks (Billing); Prints (Billing); Sends (Shop Team).'"
    )
    assert [line.strip() for line in outline[start + 1 : start + 15]] == [
        "rect.card",
        "circle.dot", "text.name 'Checks'", "circle.dot", "text.name 'Prints'",
        "rect.team0", "text.on-badge 'BI'", "text.muted 'Billing'",
        "circle.dot", "text.name 'Sends'", "rect.team2", "text.on-badge 'ST'", "text.muted 'Shop Team'",
        "line.rule",
    ]  # fmt: skip


def test_too_many_actions_are_counted_and_stand_whole_in_the_label(graph_of: Build, look_at: Look) -> None:
    actions = [{"text": f"Action {number}"} for number in range(20)]
    drawing = look_at(
        draw(graph_of({"touchpoint": "pay"}, touchpoints=[PAY | {"backstage": actions}]), "trip").svg
    )
    assert "and 15 more" in drawing.texts()
    assert all(f"Action {number} (Billing)" in drawing.labels()[-1] for number in range(20))


def test_a_standard_shows_its_target_alone(graph_of: Build, look_at: Look) -> None:
    texts = look_at(draw(graph_of({"touchpoint": "call"}), "trip").svg).texts()
    assert ("Answered" in texts, "80% ≤ 60s" in texts) == (True, True)


def test_the_persona_who_acts_is_named(graph_of: Build, look_at: Look) -> None:
    graph = graph_of(
        {"name": "Calls", "actor": "ann"},
        personas=[{"id": "ann", "name": "Ann", "segment": "s"}],
        segments=[{"id": "s", "name": "S"}],
    )
    assert look_at(draw(graph, "trip").svg).labels() == ["Step 1 of 1, Calls, stage Ask. Ann: Calls."]
