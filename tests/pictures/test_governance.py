"""The picture of governance: who reports to whom, who is at the executive table, and what a team owns."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

import cxblueprint as cx
from cxblueprint.pictures import VIEWS
from cxblueprint.pictures.asked import Asked
from cxblueprint.pictures.governance.areas import placed
from cxblueprint.pictures.governance.from_graph import governance_scene
from cxblueprint.pictures.governance.layout import Layout
from cxblueprint.pictures.layout_graph import Point, Rectangle
from cxblueprint.testing import strategies
from tests.torture import TEXTS

from .conftest import SVG, text_box

if TYPE_CHECKING:
    from .conftest import Drawing

    Look = Callable[[str], Drawing]

draw = VIEWS["governance"]


ON_EVERY_COUNT = ("teamwork", "people_management", "communication")


def team(id_: str, above: str | None = None, **more: Any) -> dict[str, Any]:  # noqa: ANN401  # any field
    line = {"reports_to": above} if above is not None else {}
    return {"id": id_, "name": id_.title(), **line, **more}


def organisation(*teams: dict[str, Any], **root: Any) -> cx.Graph:  # noqa: ANN401  # whatever a blueprint has
    return cx.Graph(cx.Blueprint.model_validate({"id": "b", "title": "The shop", "teams": teams, **root}))


BOARD = team("board", function="executive")
SALES = team("sales", "board", function="sales", executive_seat=True)
BRAND = team("brand", "sales", function="marketing", executive_seat=False)
CX = team("cx", "brand", function="cx", also_functions=["employee-experience"])


def placed_in(graph: cx.Graph) -> Layout:
    asked = Asked()
    return Layout(governance_scene(graph, asked), asked.layouter, asked.words)


def names(layout: Layout, cards: Iterator[int] | list[int]) -> list[str]:
    return [layout.scene.cards[card].owner.name for card in cards]


def frame(layout: Layout, kind: str) -> Rectangle:
    (found,) = [one.place for one in layout.frames if one.kind == kind]
    return found


def framed(layout: Layout, kind: str) -> list[str]:
    """Return the teams inside the frame of a kind."""
    place = frame(layout, kind)
    return names(layout, [card for card, its in layout.cards.items() if holds(place, its)])


def holds(outer: Rectangle, inner: Rectangle) -> bool:
    return (
        outer.left <= inner.left
        and outer.top <= inner.top
        and inner.right <= outer.right
        and inner.bottom <= outer.bottom
    )


def meet(one: Rectangle, other: Rectangle) -> bool:
    return (
        one.left < other.right
        and other.left < one.right
        and one.top < other.bottom
        and other.top < one.bottom
    )


# What is drawn


def test_a_small_one_is_made_of_frames_lines_and_cards(look_at: Look) -> None:
    graph = organisation(BOARD, team("cx", "board", function="cx", executive_seat=False))
    described = (
        "Who reports to whom, from the top down, and what each team owns. 2 teams."
        " 1 at the executive table. Customer experience: Cx."
    )
    subtitle = (
        "governance: who reports to whom · 2 teams · 1 at the executive table · customer experience: Cx"
    )
    runs = (
        "Cx: Customer experience. Runs customer experience. Reports to Board. No seat at the executive table."
    )
    assert look_at(draw(graph, theme="light").svg).outline() == [
        "svg.light",
        "  title 'The shop'",
        f"  desc '{described}'",
        "  rect.ground",
        "  text.ink 'The shop'",
        f"  text.muted '{subtitle}'",
        "  rect.lane-customer",
        "  g",
        "    path.flow",
        "  rect.lane-customer",
        "  path.icon",
        "  text.ink 'At the executive table'",
        "  g",
        "    title 'Board: Executive. At the executive table.'",
        "    rect.card",
        "    rect.team0",
        "    text.on-badge 'BO'",
        "    text.name 'Board'",
        "    text.muted 'Executive'",
        "  g",
        f"    title '{runs}'",
        "    rect.card",
        "    rect.info-solid",
        "    rect.team1",
        "    text.on-badge 'CX'",
        "    text.name 'Cx'",
        "    text.muted 'Customer experience'",
        "    rect.info",
        "    path.info-line",
        "    text.info-text 'Runs customer experience'",
        "    text.name 'No seat at the executive table'",
        "  line.rule",
        "  text.ink 'Key'",
        "  path.flow",
        "  text.muted 'Reports to the team above'",
        "  path.info-line",
        "  text.muted 'Runs customer experience'",
        "  path.icon",
        "  text.muted 'At the executive table'",
    ]


def test_a_team_says_what_it_owns_and_how_it_is_to_work_there(look_at: Look) -> None:
    journeys = [{"id": f"j{n}", "name": f"Way {n}", "owner": "cx", "stages": []} for n in range(4)]
    touchpoints = [{"id": f"t{n}", "name": "T", "owner": "cx"} for n in range(2)]
    climate = {"teamwork": "poor", "people_management": "good", "communication": "good"}
    graph = organisation(
        BOARD, team("cx", "board", climate=climate), journeys=journeys, touchpoints=touchpoints
    )
    (label,) = [label for label in look_at(draw(graph).svg).labels() if label.startswith("Cx")]
    assert label == (
        "Cx. Reports to Board. Owns 4 journeys · Way 0, Way 1, and 2 more. Owns 2 touchpoints."
        " Poor climate: teamwork. Good climate: people management, communication."
        " Journeys: Way 0, Way 1, Way 2, Way 3."
    )


@pytest.mark.parametrize(
    ("climate", "said"),
    [
        ({"teamwork": "good"}, ["Good climate: teamwork"]),
        (dict.fromkeys(ON_EVERY_COUNT, "poor"), ["Poor climate throughout"]),
        (
            {"teamwork": "fair", "communication": "poor"},
            ["Poor climate: communication", "Fair climate: teamwork"],
        ),
        ({}, []),
    ],
)
def test_a_climate_is_told_as_far_as_it_is_known_the_worst_first(
    climate: dict[str, str], said: list[str]
) -> None:
    scene = governance_scene(organisation(team("a", climate=climate)), Asked())
    assert [line.text for line in scene.cards[0].lines] == said


def test_the_table_has_a_row_for_each_team() -> None:
    table = draw(organisation(BOARD, SALES, BRAND, CX, team("else"), team("ghost", "nobody"))).table
    assert table.header == ("Team", "Function", "Reports to", "Executive table")
    assert table.rows == (
        ("Board", "Executive", "nobody", "yes"),
        ("Sales", "Sales", "Board", "yes"),
        ("Brand", "Marketing", "Sales", "no"),
        ("Cx", "Customer experience + Employee experience", "Brand", ""),
        ("Else", "", "not stated", ""),
        ("Ghost", "", "nobody (not declared)", ""),
    )


def test_each_team_leads_to_its_page(look_at: Look) -> None:
    drawing = look_at(draw(organisation(BOARD, SALES), link=lambda subject: f"{subject.id}/").svg)
    assert [link.get("href") for link in drawing.root.iter(f"{SVG}a")] == ["board/", "sales/"]


def test_it_goes_to_graphviz_from_the_top_down() -> None:
    text = draw(organisation(BOARD, SALES, team("a", "b"), team("b", "a"))).gv
    assert "rankdir=TB" in text
    assert 'label="At the executive table"' in text
    assert [text.count(f"style={style}") for style in ("solid", "dashed")] == [1, 2]


def test_nothing_declared_is_said_to_be_so() -> None:
    picture = draw(organisation())
    assert "No team is declared yet" in picture.svg
    assert (picture.table.rows, picture.engine) == ((), None)


def test_hundreds_of_teams_are_left_to_the_table() -> None:
    picture = draw(organisation(BOARD, *(team(f"t{n}", "board") for n in range(300))))
    assert "This is more than a picture can show: the table lists 301 teams" in picture.svg
    assert (len(picture.table.rows), picture.engine) == (301, None)


# Findings


def test_the_line_that_a_finding_is_about_is_drawn_thick(look_at: Look) -> None:
    graph = organisation(BOARD, SALES, BRAND, team("love", "brand"), team("cx", "love", function="cx"))
    scene = governance_scene(graph, Asked(findings=cx.check(graph, select=["GOV001"]).findings))
    assert {scene.cards[card].owner.name for card in scene.emphasised} == {"Cx", "Love"}
    drawing = look_at(draw(graph, findings=cx.check(graph, select=["GOV001"]).findings).svg)
    assert sum(e.get("class") == "cx-chain" for e in drawing.root.iter()) == 3  # and one in the key
    assert "Reporting line that a finding is about" in drawing.texts()


def test_findings_about_teams_and_how_they_are_run_alone_are_listed() -> None:
    journey = {"id": "j", "name": "Way", "owner": "brand", "stages": [{"name": "Use", "phase": "use"}]}
    graph = organisation(BOARD, SALES, BRAND, journeys=[journey])
    findings = cx.check(graph).found
    assert {finding.code[:3] for finding in findings} > {"GOV", "FLO", "KPI"}
    picture = draw(graph, findings=findings)
    assert {note.split()[0] for note in picture.notes} == {"GOV002", "GOV003"}
    rows = {row[0]: row[-1] for row in picture.table.rows}
    assert rows["Brand"].startswith("GOV002 journey 'j' goes on after buying")


# Who is where


def test_who_sits_at_the_executive_table_is_in_its_frame() -> None:
    layout = placed_in(organisation(BOARD, SALES, BRAND, CX, team("it", "board")))
    assert framed(layout, "table") == ["Board", "Sales"]


def test_an_executive_without_a_seat_is_not() -> None:
    layout = placed_in(organisation(team("board", function="executive", executive_seat=False), SALES))
    assert framed(layout, "table") == ["Sales"]


def test_who_sits_there_below_one_who_does_not_says_so_on_the_card() -> None:
    lower = team("cx", "brand", executive_seat=True)
    layout = placed_in(organisation(BOARD, SALES, BRAND, lower))
    assert framed(layout, "table") == ["Board", "Sales"]
    assert "At the executive table" in [getattr(strip, "text", "") for strip in layout.strips[3]]


def test_who_is_above_the_table_stands_above_it() -> None:
    layout = placed_in(organisation(team("owner"), team("board", "owner", executive_seat=True)))
    assert framed(layout, "table") == ["Board"]
    assert layout.cards[0].bottom < frame(layout, "table").top


def test_where_nobody_has_a_seat_there_is_no_table() -> None:
    layout = placed_in(organisation(team("a"), team("b", "a")))
    assert layout.frames == []


def test_teams_whose_line_is_not_stated_stand_apart() -> None:
    layout = placed_in(organisation(BOARD, SALES, team("alone"), team("lost", "nobody")))
    assert framed(layout, "unstated") == ["Alone", "Lost"]


def test_partners_stand_apart_unless_they_lead_others() -> None:
    partners = [
        team("fitter", "sales", function="partner"),
        team("helper", "fitter", function="partner"),
        team("agency", "sales", function="partner"),
        team("editors", "agency"),
    ]
    layout = placed_in(organisation(BOARD, SALES, *partners))
    assert framed(layout, "partners") == ["Fitter", "Helper"]
    assert names(layout, list(layout.scene.areas.tree)) == ["Board", "Sales", "Agency", "Editors"]


def test_a_circle_has_a_frame_with_lines_that_point_to_those_above(look_at: Look) -> None:
    graph = organisation(team("a", "b"), team("b", "c"), team("c", "a"), team("under-b", "b"))
    layout = placed_in(graph)
    assert framed(layout, "circle") == ["A", "C", "B", "Under-B"]
    (closing,) = [line for line in layout.lines if line.closes_circle]
    a, b = layout.cards[0], layout.cards[2]
    assert (closing.points[0], closing.points[-1]) == ((a.left, a.middle[1]), (b.left + 20, b.bottom))
    drawn = [e.get("class") for e in look_at(draw(graph).svg).root.iter() if e.get("class")]
    assert (drawn.count("cx-circle"), drawn.count("cx-head-circle")) == (4, 4)  # and one in the key


def test_a_team_that_reports_to_itself_has_a_line_round_to_its_own_lower_side() -> None:
    layout = placed_in(organisation(team("a", "a")))
    (line,), card = layout.lines, layout.cards[0]
    assert (line.points[0][0], line.points[-1][1]) == (card.left, card.bottom)


def test_many_under_one_are_stacked_in_columns() -> None:
    layout = placed_in(organisation(BOARD, *(team(f"t{n:02}", "board") for n in range(30))))
    below = [layout.cards[card] for card in range(1, 31)]
    lefts = sorted({place.left for place in below})
    assert len(lefts) * len({place.top for place in below}) == 30
    assert layout.width <= 1400 + 60
    assert [place.left for place in below[: len(lefts)]] == lefts  # in rows, from left to right


def test_a_deep_line_goes_straight_down() -> None:
    layout = placed_in(organisation(team("l0"), *(team(f"l{n}", f"l{n - 1}") for n in range(1, 11))))
    assert len({place.left for place in layout.cards.values()}) == 1
    assert all(len(line.points) == 2 for line in layout.lines)


def test_who_leads_stands_over_the_middle_of_those_below() -> None:
    layout = placed_in(organisation(BOARD, *(team(f"t{n}", "board") for n in range(4))))
    first, last = layout.cards[1], layout.cards[4]
    assert layout.cards[0].middle[0] == pytest.approx((first.left + last.right) / 2)


@st.composite
def organisations(draw_: st.DrawFn) -> cx.Graph:
    """Teams that report to whomever: each other, themselves, nobody, or somebody not declared."""
    ids = [f"t{n}" for n in range(draw_(st.integers(1, 24)))]
    above = st.one_of(st.none(), st.sampled_from(ids), st.just("t0"), st.just("nowhere"))
    function = st.sampled_from(["cx", "marketing", "partner", "executive", "other"])
    seat = st.sampled_from([None, True, False])
    return organisation(
        *(
            {
                key: value
                for key, value in {
                    **team(id_, draw_(above)),
                    "function": draw_(function),
                    "executive_seat": draw_(seat),
                }.items()
                if value is not None
            }
            for id_ in ids
        )
    )


@given(organisations())
def test_cards_stand_clear_of_each_other_and_of_lines(graph: cx.Graph) -> None:
    layout = placed_in(graph)
    assert set(layout.cards) == set(range(len(graph.teams)))
    assert not any(meet(one, other) for one, other in combinations(layout.cards.values(), 2))
    for line in layout.lines:
        for start, end in pairwise(line.points):
            assert start[0] == pytest.approx(end[0]) or start[1] == pytest.approx(end[1])
            crossed = [card for card, place in layout.cards.items() if runs_through(place, start, end)]
            assert crossed == []


def runs_through(place: Rectangle, start: Point, end: Point) -> bool:
    """Tell whether a level or upright line has something inside a card."""
    return (
        min(start[0], end[0]) < place.right - 0.5
        and place.left + 0.5 < max(start[0], end[0])
        and min(start[1], end[1]) < place.bottom - 0.5
        and place.top + 0.5 < max(start[1], end[1])
    )


@given(organisations())
def test_every_team_is_in_one_place_and_has_its_line(graph: cx.Graph) -> None:
    found = placed(graph)
    assert sorted(found.every) == sorted(graph.teams)
    layout = placed_in(graph)
    apart = {*layout.scene.areas.unstated, *layout.scene.areas.partners}
    expected = [
        card for card, above in enumerate(layout.scene.superiors) if above is not None and card not in apart
    ]
    assert sorted(line.card for line in layout.lines) == expected


@given(organisations(), st.randoms())
def test_the_order_of_declaration_changes_nothing(graph: cx.Graph, random: Any) -> None:  # noqa: ANN401
    teams = list(graph.blueprint.teams)
    random.shuffle(teams)
    shuffled = cx.Graph(graph.blueprint.replace(teams=tuple(teams)))
    assert draw(graph).svg == draw(shuffled).svg


# Whatever is in it


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_no_text_leaves_its_card(text: str, look_at: Look) -> None:
    graph = organisation(
        {**BOARD, "name": text},
        {**CX, "name": f"B {text}", "reports_to": "board", "executive_seat": True},
        {**BRAND, "name": text, "reports_to": text[:0] or "board"},
        team("lost"),
        journeys=[{"id": f"j{n}", "name": text, "owner": "cx", "stages": []} for n in range(5)],
        title=text,
    )
    picture = draw(graph)
    drawing = look_at(picture.svg)
    cards = list(drawing.cards())
    assert len(cards) == 4
    assert drawing.outside() == []
    assert [words for card, texts in cards for words, box in texts if not card.holds(box)] == []
    for _, texts in cards:
        ordered = sorted((box for _, box in texts), key=lambda box: (box.top, box.left))
        assert not any(
            above.meets(below) for above, below in pairwise(ordered) if below.top - above.bottom < -1.5
        )


def test_a_long_text_stands_whole_in_label_and_table(look_at: Look) -> None:
    whole = TEXTS["thousand"].strip()
    journeys = [{"id": "j", "name": whole, "owner": "a", "stages": []}]
    picture = draw(organisation({"id": "a", "name": whole}, journeys=journeys))
    assert all(label.count(whole) >= 2 for label in look_at(picture.svg).labels())
    assert (picture.table.rows[0][0], picture.table.rows[0][3]) == (whole, whole)
    assert any(line.endswith("…") for line in look_at(picture.svg).texts())


def test_a_team_without_a_name_to_be_seen_is_called_by_its_id() -> None:
    assert draw(organisation({"id": "depot", "name": "\x07"})).table.rows[0][0] == "depot"


@given(strategies.blueprints())
def test_any_blueprint_is_drawn(blueprint: cx.Blueprint) -> None:
    graph = cx.Graph(blueprint)
    picture = draw(graph, findings=cx.check(graph).findings)
    root = ET.fromstring(picture.svg)  # noqa: S314  # what we have drawn ourselves
    assert all(text_box(text).left >= 0 for text in root.iter(f"{SVG}text"))
    assert len(picture.table.rows) == len(graph.teams)
    assert all(len(row) == len(picture.table.header) for row in picture.table.rows)
