from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from typing import TYPE_CHECKING, Any

import pytest

import cxblueprint as cx
from cxblueprint.checks import Finding
from cxblueprint.errors import UsageError
from cxblueprint.model import Subject
from cxblueprint.pictures import VIEWS

draw = VIEWS["service-blueprint"]

if TYPE_CHECKING:
    from .conftest import Build, Drawing

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


# Lanes


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


# Ways


def arrows(picture_svg: str, look_at: Look) -> list[str]:
    """Return the classes of the arrows drawn between customer cards or teams."""
    found = [e.get("class", "").removeprefix("cx-") for e in look_at(picture_svg).root.iter()]
    return [name for name in found if name in ("flow", "loop", "handoff")]


def test_a_branch_says_when_and_how_often_it_is_taken(graph_of: Build, look_at: Look) -> None:
    graph = graph_of(
        {
            "name": "Asks",
            "next": [{"to": "b", "when": "urgent", "share": 0.2}, {"to": "c", "when": "not urgent"}],
        },
        {"id": "b", "name": "Calls", "next": []},
        {"id": "c", "name": "Writes"},
    )
    texts = look_at(draw(graph, "trip").svg).texts()
    assert [
        t for t in texts if t in ("urgent (20%)", "not urgent", "one of 2 ways on", "the journey ends here")
    ] == [
        "urgent (20%)",
        "not urgent",
        "one of 2 ways on",
        "the journey ends here",
    ]


def test_ways_taken_together_say_so(graph_of: Build, look_at: Look) -> None:
    graph = graph_of(
        {"name": "Asks", "next": [{"to": "b"}, {"to": "c"}], "parallel": True},
        {"id": "b", "name": "Calls"},
        {"id": "c", "name": "Writes"},
    )
    drawing = look_at(draw(graph, "trip").svg)
    assert "2 ways at the same time" in drawing.texts()
    assert "Next: at the same time: 2 Calls. Next: at the same time: 3 Writes." in drawing.labels()[0]


def test_a_way_back_is_dashed_and_explained(graph_of: Build, look_at: Look) -> None:
    graph = graph_of(
        {"id": "a", "name": "Asks"}, {"name": "Waits", "next": [{"to": "a", "when": "no answer"}]}
    )
    picture = draw(graph, "trip")
    assert arrows(picture.svg, look_at)[:2] == ["flow", "loop"]
    assert [t for t in look_at(picture.svg).texts() if t in ("no answer", "Back to an earlier step")] == [
        "no answer",
        "Back to an earlier step",
    ]


def test_a_step_that_repeats_says_under_which_condition(graph_of: Build, look_at: Look) -> None:
    graph = graph_of({"id": "a", "name": "Tries", "next": [{"to": "a", "when": "line busy"}]})
    assert "again: line busy" in look_at(draw(graph, "trip").svg).texts()


def test_the_goal_of_the_journey_is_marked(graph_of: Build, look_at: Look) -> None:
    graph = graph_of({"id": "a", "name": "Has it"}, journey={"outcome": "a"})
    drawing = look_at(draw(graph, "trip").svg)
    assert "the customer's goal" in drawing.texts()
    assert drawing.labels() == ["Step 1 of 1, Has it, stage Ask. Customer: Has it. The customer's goal."]


# Hand-offs


def test_a_declared_hand_off_is_drawn_and_an_undeclared_one_is_not(graph_of: Build, look_at: Look) -> None:
    steps = [{"touchpoint": "call"}, {"touchpoint": "pay"}]
    declared = [{"id": "h", "giver": "care", "receiver": "bill"}]
    with_it, without = (draw(graph_of(*steps, handoffs=handoffs), "trip") for handoffs in (declared, []))
    assert ["handoff" in arrows(picture.svg, look_at) for picture in (with_it, without)] == [True, False]
    assert with_it.table.rows[0][with_it.table.header.index("Hands off to")] == "2 Pay"
    assert "1 declared hand-off between teams." in with_it.description


def test_a_hand_off_between_two_other_touchpoints_is_not_drawn_here(graph_of: Build, look_at: Look) -> None:
    handoffs = [{"id": "h", "giver": "care", "receiver": "bill", "between": ["call", "bare"]}]
    picture = draw(graph_of({"touchpoint": "call"}, {"touchpoint": "pay"}, handoffs=handoffs), "trip")
    assert "handoff" not in arrows(picture.svg, look_at)


def test_a_hand_off_reaches_over_what_the_customer_does_alone(graph_of: Build, look_at: Look) -> None:
    handoffs = [{"id": "h", "giver": "care", "receiver": "bill"}]
    graph = graph_of({"touchpoint": "call"}, {"name": "Waits"}, {"touchpoint": "pay"}, handoffs=handoffs)
    assert "handoff" in arrows(draw(graph, "trip").svg, look_at)


def test_a_hand_off_that_names_its_place_is_drawn_from_giver_to_receiver(graph_of: Build) -> None:
    handoffs = [{"id": "h", "giver": "bill", "receiver": "care", "between": ["call", "pay"]}]
    table = draw(graph_of({"touchpoint": "call"}, {"touchpoint": "pay"}, handoffs=handoffs), "trip").table
    assert [row[table.header.index("Hands off to")] for row in table.rows] == ["", "1 Call us"]


def test_a_hand_off_between_teams_is_not_drawn_where_they_meet_the_other_way_round(
    graph_of: Build,
) -> None:
    handoffs = [{"id": "h", "giver": "bill", "receiver": "care"}]
    table = draw(graph_of({"touchpoint": "call"}, {"touchpoint": "pay"}, handoffs=handoffs), "trip").table
    assert "Hands off to" not in table.header


# Slices


STAGES = [
    {"name": "Ask", "steps": [{"touchpoint": "call"}]},
    {"name": "Settle", "steps": [{"touchpoint": "pay"}]},
    {"name": "Be glad", "steps": [{"name": "Smiles"}]},
]


def test_a_stage_is_drawn_alone_and_says_what_comes_before_and_after(graph_of: Build, look_at: Look) -> None:
    picture = draw(graph_of(stages=STAGES), "trip", stage="settle")
    texts = look_at(picture.svg).texts()
    assert [
        t
        for t in texts
        if t in ("from 1 Call us", "on to 3 Smiles", "2", "Blueprint · service blueprint · stage Settle")
    ] == [
        "Blueprint · service blueprint · stage Settle",
        "2",
        "from 1 Call us",
        "on to 3 Smiles",
    ]


def test_several_stages_are_drawn_in_the_order_of_the_journey(graph_of: Build) -> None:
    picture = draw(graph_of(stages=STAGES), "trip", stage="be-glad, ask")
    assert [row[0] for row in picture.table.rows] == ["1 Call us", "3 Smiles"]


def test_slices_of_one_journey_have_different_ids(graph_of: Build) -> None:
    graph = graph_of(stages=STAGES)
    assert [draw(graph, "trip", stage=stage).uid for stage in (None, "ask", "ask,settle")] == [
        "cx-service-blueprint-trip",
        "cx-service-blueprint-trip-ask",
        "cx-service-blueprint-trip-ask-settle",
    ]


@pytest.mark.parametrize(
    ("stage", "message"),
    [
        ("setle", "journey 'trip' has no stage 'setle', did you mean 'settle'?"),
        ("ask,xyz", "journey 'trip' has no stage 'xyz': 'ask', 'settle', 'be-glad'"),
        ("", "journey 'trip' has no stage '': 'ask', 'settle', 'be-glad'"),
    ],
)
def test_an_unknown_stage_is_refused(graph_of: Build, stage: str, message: str) -> None:
    with pytest.raises(UsageError) as refused:
        draw(graph_of(stages=STAGES), "trip", stage=stage)
    assert str(refused.value) == message


def test_an_unknown_journey_is_refused(graph_of: Build) -> None:
    with pytest.raises(UsageError, match=r"^there is no journey 'trp', did you mean 'trip'\?$"):
        draw(graph_of(), "trp")


# Findings


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


# Links


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


# Sizes


def test_a_journey_without_steps_says_so(graph_of: Build, look_at: Look) -> None:
    picture = draw(graph_of(stages=[{"name": "Ask"}]), "trip")
    assert "This journey has no steps yet" in look_at(picture.svg).texts()
    assert (picture.sticky, picture.table.rows) == ("", ())


def test_forty_steps_stand_side_by_side(graph_of: Build, look_at: Look) -> None:
    touchpoints = [CALL | {"id": f"t{number}"} for number in range(40)]
    picture = draw(graph_of(*({"touchpoint": f"t{n}"} for n in range(40)), touchpoints=touchpoints), "trip")
    boxes = [box for box, _ in look_at(picture.svg).cards()]
    assert len(boxes) == 200
    assert not any(one.meets(other) for one, other in combinations(boxes, 2))


def test_a_short_journey_has_wide_cards(graph_of: Build, look_at: Look) -> None:
    widths = []
    for count in (1, 2, 3, 4):
        ((box, _), *_) = look_at(
            draw(graph_of(*({"name": f"s{n}"} for n in range(count))), "trip").svg
        ).cards()
        widths.append(box.right - box.left)
    assert widths == [420, 280, 220, 172]


def test_the_sticky_part_has_the_lanes_where_the_picture_has_them(graph_of: Build, look_at: Look) -> None:
    picture = draw(graph_of({"touchpoint": "call"}), "trip")
    names = ("Customer actions", "Frontstage", "Backstage", "Line of visibility")
    places = [
        {e.text: e.get("y") for e in look_at(svg).root.iter() if e.text in names}
        for svg in (picture.inline, picture.sticky)
    ]
    assert places[0] == places[1]
    assert set(places[0]) == set(names)


def test_where_a_hand_off_crosses_a_link_it_passes_over_it(graph_of: Build, look_at: Look) -> None:
    handoffs = [{"id": "h", "giver": "care", "receiver": "bill", "between": ["call", "pay"]}]
    middle = CALL | {"id": "mid", "owner": "shop"}
    graph = graph_of(
        {"touchpoint": "call", "next": [{"to": "mid"}, {"to": "pay"}]},
        {"touchpoint": "mid"},
        {"touchpoint": "pay"},
        touchpoints=[CALL, middle, PAY],
        handoffs=handoffs,
    )
    outline = look_at(draw(graph, "trip").svg).outline()
    assert "    path.halo-ground" in outline[: outline.index("    path.handoff")]


def test_a_hand_off_out_of_the_slice_is_not_drawn(graph_of: Build, look_at: Look) -> None:
    handoffs = [{"id": "h", "giver": "care", "receiver": "bill"}]
    picture = draw(graph_of(stages=STAGES, handoffs=handoffs), "trip", stage="ask")
    assert "handoff" not in arrows(picture.svg, look_at)


def test_a_key_that_is_too_long_goes_on_below(graph_of: Build, look_at: Look) -> None:
    channels = [{"id": f"c{n}", "name": f"Channel {'x' * 40} {n}", "kind": "web"} for n in range(6)]
    touchpoints = [{"id": f"t{n}", "name": "T", "channel": f"c{n}"} for n in range(6)]
    steps = [{"touchpoint": f"t{n}", "id": f"s{n}"} for n in range(6)]
    drawing = look_at(draw(graph_of(*steps, touchpoints=touchpoints, channels=channels), "trip").svg)
    entries = [e for e in drawing.root.iter() if (e.text or "").startswith("Channel x")]
    assert (len(entries), len({e.get("y") for e in entries})) == (6, 2)
    assert drawing.outside() == []
