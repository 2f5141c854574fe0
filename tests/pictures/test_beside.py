"""A journey as it is beside the one that is to replace it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

import cxblueprint as cx
from cxblueprint.checks import Finding
from cxblueprint.errors import UsageError
from cxblueprint.model import Subject
from cxblueprint.pictures import VIEWS

from .conftest import box_of, said_by, text_box

if TYPE_CHECKING:
    from .conftest import Build, Drawing

    Look = Callable[[str], Drawing]

BOTH = pytest.mark.parametrize("view", ["service-blueprint", "journey-map"])
TOUCHPOINTS = [
    {"id": "call", "name": "Call us", "channel": "phone", "owner": "care"},
    {"id": "write", "name": "Write to us", "channel": "web", "owner": "shop"},
    {"id": "form", "name": "Send the form", "channel": "web", "owner": "bill"},
    {"id": "portal", "name": "Call us", "channel": "web", "owner": "shop"},
]


@pytest.fixture
def pair(journey_of: Build) -> Callable[..., cx.Graph]:
    """Build a journey `old` and a journey `new` that replaces it, from their steps."""

    def build(old: list[dict[str, Any]], new: list[dict[str, Any]], **more: Any) -> cx.Graph:  # noqa: ANN401  # whatever a blueprint has
        journeys = [
            {"id": "new", "name": "By portal", "replaces": "old", "stages": [{"name": "Ask", "steps": new}]},
            {"id": "old", "name": "By telephone", "stages": [{"name": "Ask", "steps": old}]},
        ]
        return journey_of(**({"touchpoints": TOUCHPOINTS, "journeys": journeys} | more))

    return build


def changes(graph: cx.Graph) -> list[tuple[str, ...]]:
    """Return the journey, the step and how it has changed, of each row of the table."""
    table = VIEWS["service-blueprint"](graph, beside=True).table
    assert table.header[:3] == ("Journey", "Step", "Change")
    return [row[:3] for row in table.rows]


# What is drawn


@BOTH
def test_both_are_drawn_with_their_headings_and_one_key(view: str, pair: Build, look_at: Look) -> None:
    graph = pair(
        [{"touchpoint": "call"}, {"touchpoint": "write"}], [{"touchpoint": "call"}, {"touchpoint": "form"}]
    )
    picture = VIEWS[view](graph, "new", beside=True)
    texts = look_at(picture.svg).texts()
    name = view.replace("-", " ")
    wanted = ("By telephone", "By portal", "gone", "new", "Key", "New", "Gone", "Changed")
    assert [t for t in texts if t in wanted or t.startswith("Blueprint")] == [
        "By telephone", f"Blueprint · {name} · as it is", "gone",
        "By portal", f"Blueprint · {name} · as it is to be", "new",
        "Key", "New", "Gone",
    ]  # fmt: skip
    assert picture.title == "By telephone beside By portal"
    assert picture.description == (
        "Above, as it is: By telephone. " + VIEWS[view](graph, "old").description + " "
        "Below, as it is to be: By portal. " + VIEWS[view](graph, "new").description + " "
        "Steps that are new: 1. Steps that are gone: 1."
    )


@BOTH
def test_both_have_the_same_scale_and_begin_at_the_left(view: str, pair: Build, look_at: Look) -> None:
    graph = pair([{"name": "Calls"}], [{"name": name} for name in ("Looks", "Asks", "Waits", "Is glad")])
    boxes = [box for box, _ in look_at(VIEWS[view](graph, "old", beside=True).svg).cards()]
    assert len({round(box.right - box.left, 2) for box in boxes}) == 1
    (first, second, *_) = sorted(boxes, key=lambda box: (box.left, box.top))
    assert first.left == second.left
    assert first.bottom < second.top


@BOTH
def test_the_cards_of_both_are_read_one_after_the_other(view: str, pair: Build, look_at: Look) -> None:
    graph = pair([{"name": "Calls"}, {"name": "Waits"}], [{"name": "Waits"}, {"name": "Sees it"}])
    labels = look_at(VIEWS[view](graph, beside=True).svg).labels()
    assert labels == [
        (
            "Step 1 of 2, Calls, stage Ask. Customer: Calls. "
            "Gone: the journey as it is to be has no such step. Next: 2 Waits."
        ),
        "Step 2 of 2, Waits, stage Ask. Customer: Waits.",
        "Step 1 of 2, Waits, stage Ask. Customer: Waits. Next: 2 Sees it.",
        "Step 2 of 2, Sees it, stage Ask. Customer: Sees it. New: the journey as it is has no such step.",
    ]


@BOTH
def test_each_id_is_there_once(view: str, pair: Build, look_at: Look) -> None:
    picture = VIEWS[view](pair([{"name": "a"}] * 30, [{"name": "b"}] * 30), beside=True)
    svg = look_at(f"<svg>{picture.inline}{picture.sticky}</svg>")
    ids = [e.attrib["id"] for e in svg.root.iter() if "id" in e.attrib]
    prefix = f"cx-beside-{view}-old-new"
    assert ids == [f"{prefix}-title", f"{prefix}-desc", f"{prefix}-drawing", f"{prefix}-names"]


@BOTH
def test_the_sticky_part_has_the_names_where_the_picture_has_them(
    view: str, pair: Build, look_at: Look
) -> None:
    picture = VIEWS[view](pair([{"name": "a"}], [{"name": "b"}]), beside=True)
    names = ("Customer actions", "Doing")
    places = [
        [(e.text, e.get("y")) for e in look_at(svg).root.iter() if e.text in names]
        for svg in (picture.inline, picture.sticky)
    ]
    assert places[0] == places[1]
    assert len({y for _, y in places[0]}) == 2


@BOTH
def test_the_names_of_both_take_the_same_room(view: str, pair: Build) -> None:
    theme = cx.Theme(language="de")
    graph = pair([{"name": "a", "pains": ["x"]}] * 30, [{"name": "b"}] * 30)
    *cut, _ = VIEWS[view](graph, theme=theme, beside=True).pieces
    assert len({piece.names for piece in cut if piece.names}) == 1


def test_findings_about_either_are_listed_once(pair: Build, look_at: Look) -> None:
    graph = pair([{"touchpoint": "call"}], [{"touchpoint": "call"}])
    findings = [
        Finding(code, "a-rule", "error", Subject(kind, address), "is wrong", "hint")
        for code, kind, address in (
            ("OWN001", "touchpoint", "call"), ("KPI001", "journey", "old"), ("KPI002", "journey", "new"),
            ("REF001", "touchpoint", "elsewhere"),
        )
    ]  # fmt: skip
    picture = cx.render(graph, "service-blueprint", journey="new", beside=True, findings=findings)
    assert [note.partition(" ")[0] for note in picture.notes] == ["OWN001", "KPI001", "KPI002"]
    labels = look_at(picture.svg).labels()
    assert ["OWN001" in label for label in labels] == [False, True, False, True]


def test_remarks_say_which_journey_they_are_about(pair: Build, look_at: Look) -> None:
    graph = pair([{"name": "a", "emotion": -1}], [{"name": "b"}])
    texts = look_at(VIEWS["journey-map"](graph, beside=True).svg).texts()
    assert [text for text in texts if "No step says" in text] == [
        "By portal: No step says how the customer feels"
    ]


def test_a_stage_is_drawn_of_both_and_compared_with_the_whole(journey_of: Build) -> None:
    stages = [{"name": "Ask", "steps": [{"name": "Asks"}]}, {"name": "Use", "steps": [{"name": "Uses"}]}]
    turned = [{"name": "Ask", "steps": [{"name": "Uses"}]}, {"name": "Use", "steps": [{"name": "Asks"}]}]
    graph = journey_of(
        journeys=[
            {"id": "old", "name": "Old", "stages": stages},
            {"id": "new", "name": "New", "stages": turned, "replaces": "old"},
        ]
    )
    picture = VIEWS["journey-map"](graph, "new", stage="ask", beside=True)
    assert [row[:3] for row in picture.table.rows] == [
        ("Old", "1 Asks", ""),
        ("New", "1 Uses", ""),
    ]
    assert picture.uid == "cx-beside-journey-map-old-ask-new-ask"


def test_a_journey_keeps_what_it_says_of_its_state(journey_of: Build, look_at: Look) -> None:
    journeys = [
        {"id": "old", "name": "Old", "state": "to-be"},
        {"id": "new", "name": "New", "state": "to-be", "replaces": "old"},
    ]
    texts = look_at(VIEWS["journey-map"](journey_of(journeys=journeys), beside=True).svg).texts()
    assert texts.count("Blueprint · journey map · as it is to be") == 2


# What is marked


def test_steps_at_the_same_touchpoint_correspond_and_others_are_gone_or_new(pair: Build) -> None:
    graph = pair(
        [{"touchpoint": "call"}, {"touchpoint": "write"}], [{"touchpoint": "form"}, {"touchpoint": "call"}]
    )
    assert changes(graph) == [
        ("By telephone", "1 Call us", ""),
        ("By telephone", "2 Write to us", "Gone: the journey as it is to be has no such step"),
        ("By portal", "1 Send the form", "New: the journey as it is has no such step"),
        ("By portal", "2 Call us", ""),
    ]


def test_steps_of_one_name_correspond_and_say_what_is_different(pair: Build, look_at: Look) -> None:
    graph = pair(
        [{"touchpoint": "call", "emotion": -2, "wait": "3bd"}],
        [{"touchpoint": "portal", "emotion": 1, "wait": "1h"}],
    )
    assert changes(graph) == [
        ("By telephone", "1 Call us", ""),
        (
            "By portal",
            "1 Call us",
            (
                "Changed. Owner: Customer Care, now Shop Team. Channel: Hotline, now Website. "
                "Wait: 3 business days, now 1 hour. Feeling: angry, now content."
            ),
        ),
    ]
    drawing = look_at(VIEWS["journey-map"](graph, beside=True).svg)
    tag = next(group for group in drawing.root.iter() if said_by(group).startswith("Changed."))
    said = [e.text for e in tag if e.tag.endswith("}text")]
    assert said == ["≠", "who owns it, channel, wait, feeling better"]


@BOTH
def test_a_long_mark_goes_on_below_and_stays_over_its_step(view: str, pair: Build, look_at: Look) -> None:
    same = [{"name": f"Step {n}"} for n in range(5)]
    graph = pair(
        [{"touchpoint": "call", "emotion": -2, "wait": "3bd"}, *same],
        [{"touchpoint": "portal", "emotion": 1}, *same],
    )
    root = look_at(VIEWS[view](graph, beside=True).svg).root
    tag = next(group for group in root.iter() if said_by(group).startswith("Changed. Owner"))
    box = next(box_of(e) for e in tag if e.tag.endswith("}rect"))
    lines = [e for e in tag if e.tag.endswith("}text")]
    assert len(lines) == 3
    assert " ".join(e.text or "" for e in lines) == "≠ who owns it, channel, wait, feeling better"
    assert all(box.holds(text_box(line)) for line in lines)
    assert box.right - box.left <= 172


def test_steps_of_one_id_correspond_where_it_is_stated(pair: Build) -> None:
    graph = pair([{"id": "ask", "name": "Asks"}], [{"id": "ask", "name": "Wonders"}])
    assert [change for _, _, change in changes(graph)] == ["", ""]


def test_ids_that_nobody_stated_are_no_sign(pair: Build) -> None:
    graph = pair([{"name": "問"}], [{"name": "答"}])
    assert [change.partition(":")[0] for _, _, change in changes(graph)] == ["Gone", "New"]


def test_the_first_of_several_alike_corresponds_to_the_first(pair: Build) -> None:
    twice = [{"touchpoint": "call", "wait": "1h"}, {"id": "again", "touchpoint": "call", "wait": "2h"}]
    graph = pair(twice, [{"touchpoint": "call", "wait": "1h"}])
    assert [change.partition(":")[0] for _, _, change in changes(graph)] == ["", "Gone", ""]


@pytest.mark.parametrize(
    ("old", "new", "tag", "said"),
    [
        ({"emotion": 1}, {"emotion": -1}, "feeling worse", "Feeling: content, now annoyed."),
        ({"emotion": 1}, {}, "feeling", "Feeling: content, now not stated."),
        ({}, {"wait": "2d"}, "wait", "Wait: not stated, now 2 days."),
        ({"wait": "60s"}, {"wait": "1min"}, None, ""),
    ],
)
def test_what_is_different_is_told_as_far_as_it_is_known(
    old: dict[str, Any], new: dict[str, Any], tag: str | None, said: str, pair: Build, look_at: Look
) -> None:
    graph = pair([{"name": "Asks", **old}], [{"name": "Asks", **new}])
    texts = look_at(VIEWS["service-blueprint"](graph, beside=True).svg).texts()
    assert [text for text in texts if text in ("≠", "feeling worse", "feeling", "wait")] == (
        ["≠", tag, "≠"] if tag else []
    )
    assert changes(graph)[1][2] == (f"Changed. {said}" if said else "")


def test_a_touchpoint_that_loses_its_owner_says_so(pair: Build) -> None:
    orphan = {"id": "orphan", "name": "Call us", "channel": "phone"}
    graph = pair([{"touchpoint": "call"}], [{"touchpoint": "orphan"}], touchpoints=[*TOUCHPOINTS, orphan])
    assert changes(graph)[1][2] == "Changed. Owner: Customer Care, now no owner."


def test_columns_of_either_table_stand_in_their_usual_order(pair: Build) -> None:
    graph = pair(
        [{"name": "Asks", "thinking": "Hm"}], [{"touchpoint": "call", "emotion": 1, "pains": ["Long"]}]
    )
    assert VIEWS["journey-map"](graph, beside=True).table.header == (
        "Journey", "Step", "Change", "Stage", "Doing", "Channel", "Feeling", "Thinking", "Pain points",
    )  # fmt: skip


def test_journeys_without_steps_stand_beside_each_other_too(pair: Build, look_at: Look) -> None:
    picture = VIEWS["service-blueprint"](pair([], []), beside=True)
    assert look_at(picture.svg).texts().count("This journey has no steps yet") == 2
    assert (picture.sticky, picture.table.rows) == ("", ())


# Which pair


def journeys(**replaces: str | None) -> list[dict[str, Any]]:
    return [{"id": key, "name": key, **({"replaces": old} if old else {})} for key, old in replaces.items()]


@pytest.mark.parametrize(
    ("replaces", "named", "shown"),
    [
        ({"a": None, "b": "a"}, "a", ["a", "b"]),
        ({"a": None, "b": "a"}, "b", ["a", "b"]),
        ({"a": None, "b": "a", "x": None}, None, ["a", "b"]),
        ({"a": None, "b": "a", "c": "b"}, "b", ["a", "b"]),
        ({"a": None, "b": "a", "c": "b"}, "c", ["b", "c"]),
        ({"a": "b", "b": "a"}, "a", ["b", "a"]),
        ({"a": None, "b": "a", "c": "a"}, "c", ["a", "c"]),
    ],
)
def test_a_journey_is_shown_beside_the_one_it_replaces_or_that_replaces_it(
    replaces: dict[str, str | None], named: str | None, shown: list[str], journey_of: Build, look_at: Look
) -> None:
    graph = journey_of(journeys=journeys(**replaces))
    texts = look_at(VIEWS["journey-map"](graph, named, beside=True).svg).texts()
    assert [text for text in texts if text in replaces] == shown


WAY_OUT = "`replaces` in the journey as it is to be names the journey as it is"


@pytest.mark.parametrize(
    ("replaces", "named", "message"),
    [
        ({"a": None}, "a", f"journey 'a' replaces no other, and no other replaces it: {WAY_OUT}"),
        ({"a": None}, None, f"no journey replaces another: {WAY_OUT}"),
        ({"a": "a"}, "a", f"journey 'a' replaces itself: {WAY_OUT}"),
        (
            {"first": None, "b": "furst"},
            "b",
            "journey 'b' replaces 'furst', which is not declared, did you mean 'first'?",
        ),
        (
            {"a": None, "b": "a", "c": "a"},
            "a",
            "several journeys replace 'a': say which to draw beside it: 'b', 'c'",
        ),
        (
            {"a": None, "b": "a", "c": "a"},
            None,
            "say which journey to draw beside the one that it replaces: 'b', 'c'",
        ),
        ({"trip": None}, "trp", "there is no journey 'trp', did you mean 'trip'?"),
    ],
)
def test_where_there_is_no_pair_the_way_out_is_named(
    replaces: dict[str, str | None], named: str | None, message: str, journey_of: Build
) -> None:
    with pytest.raises(UsageError) as refused:
        cx.render(journey_of(journeys=journeys(**replaces)), "journey-map", journey=named, beside=True)
    assert str(refused.value) == message


@pytest.mark.parametrize("view", ["silos", "silos-network"])
def test_other_views_draw_nothing_beside_another(view: str, journey_of: Build) -> None:
    graph = journey_of(journeys=journeys(a=None, b="a"))
    with pytest.raises(UsageError) as refused:
        cx.render(graph, view, beside=True)
    assert str(refused.value) == (
        f"view '{view}' draws nothing beside another: "
        "leave out `beside`, or take one of service-blueprint, journey-map"
    )
