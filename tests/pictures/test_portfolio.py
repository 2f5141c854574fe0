"""The portfolio: a row for each journey, worst first, and what is to be below what it replaces."""

from __future__ import annotations

from collections.abc import Callable
from itertools import permutations
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given

import cxblueprint as cx
from cxblueprint.checks import Finding
from cxblueprint.model import Subject
from cxblueprint.pictures import VIEWS
from cxblueprint.testing import strategies

if TYPE_CHECKING:
    from .conftest import Build, Drawing

    Look = Callable[[str], Drawing]

draw = VIEWS["portfolio"]
TEAMS = [{"id": "shop", "name": "Shop Team"}, {"id": "care", "name": "Customer Care"}]
TOUCHPOINTS = [
    {"id": "aimed", "name": "Aimed", "owner": "shop", "standards": ["aim"], "kpis": ["here", "both"],
     "opens_request": True},
    {"id": "aimless", "name": "Aimless", "owner": "care", "standards": ["none"]},
    {"id": "bare", "name": "Bare"},
    {"id": "lost", "name": "Lost", "owner": "shop", "standards": ["gone"]},
]  # fmt: skip
STANDARDS = [{"id": "aim", "target": "90% within 1h"}, {"id": "none"}]
KPIS = [{"id": "own", "name": "Own"}, {"id": "here", "name": "Here"}, {"id": "both", "name": "Both"}]
STEPS: list[dict[str, Any]] = [
    {"touchpoint": "aimed", "emotion": 1},
    {"touchpoint": "aimless", "emotion": -1},
    {"touchpoint": "bare"},
    {"touchpoint": "lost", "emotion": -2},
    {"touchpoint": "ghost"},
    {"name": "Thinks", "emotion": 0},
]


@pytest.fixture
def graph(journey_of: Build) -> cx.Graph:
    return journey_of(
        *STEPS, journey={"kpis": ["own", "both"], "owner": "care", "state": "as-is"}, teams=TEAMS,
        touchpoints=TOUCHPOINTS, standards=STANDARDS, kpis=KPIS,
    )  # fmt: skip


def portfolio(*journeys: dict[str, Any], **root: Any) -> cx.Graph:  # noqa: ANN401  # whatever a blueprint has
    named = [{"name": str(one["id"]).title(), **one} for one in journeys]
    data = {"id": "b", "title": "Blueprint", "journeys": named, "teams": TEAMS, **root}
    return cx.Graph(cx.Blueprint.model_validate(data))


def finding(journey: str, severity: Any = "warning", weight: int = 0) -> Finding:  # noqa: ANN401  # a severity
    return Finding("X001", "x", severity, Subject("journey", journey), "m", "h", weight=weight)


def names(graph: cx.Graph, *findings: Finding) -> list[str]:
    return [row[0] for row in draw(graph, findings=findings).table.rows]


def test_a_label_says_all_of_its_row(graph: cx.Graph, look_at: Look) -> None:
    findings = [finding("trip", "error"), finding("trip"), finding("trip"), finding("trip", "info")]
    assert look_at(draw(graph, findings=findings).svg).labels() == [
        (
            "Journey The trip. Customer Care. As it is. 6 steps. A standard at 2 of 5 steps at touchpoints, "
            "1 of them without a target, 2 not declared. Lowest feeling: angry at Lost. 2 owners, "
            "1 touchpoint without an owner. 1 hand-off not declared. 2 KPIs, 1 KPI at touchpoints alone. "
            "1 error, 2 warnings, 1 remark."
        )
    ]


def test_the_table_says_the_same(graph: cx.Graph) -> None:
    table = draw(graph, findings=[finding("trip")]).table
    assert table.header == (
        "Journey", "State", "Steps", "Standards", "Feeling", "Owners", "Hand-offs", "KPIs", "Findings",
    )  # fmt: skip
    assert table.rows == (
        (
            "The trip", "Customer Care, as it is", "6",
            "a standard at 2 of 5 steps at touchpoints, 1 of them without a target, 2 not declared",
            "lowest feeling: angry at Lost", "2 owners, 1 touchpoint without an owner",
            "1 hand-off not declared", "2 KPIs, 1 KPI at touchpoints alone", "1 warning",
        ),
    )  # fmt: skip


def test_what_a_row_is_made_of(graph: cx.Graph, look_at: Look) -> None:
    outline = look_at(draw(graph, theme="dark", findings=[finding("trip")]).svg).outline()
    row = outline.index("    rect.hit")
    assert outline[:row] == [
        "svg.dark",
        "  title 'Blueprint'",
        (
            "  desc 'A row for each journey: 1 journey, 6 steps, a standard at 2 of 5 steps at touchpoints. "
            "1 finding.'"
        ),
        "  rect.ground",
        "  text.ink 'Blueprint'",
        "  text.muted 'portfolio · 1 journey · 6 steps · a standard at 2 of 5 steps at touchpoints'",
        "  rect.chip",
        "  text.ink 'Journey'",
        "  text.ink 'Standards, step by'",
        "  text.ink 'step'",
        "  text.ink 'Feeling'",
        "  text.ink 'Owners of'",
        "  text.ink 'touchpoints'",
        "  text.ink 'Hand-offs: agreed'",
        "  text.ink 'of declared'",
        "  text.ink 'KPIs + those at'",
        "  text.ink 'touchpoints'",
        "  text.ink 'Findings'",
        "  g",
        outline[row - 1],
    ]
    assert outline[row:] == [
        "    rect.hit",
        "    text.name 'The trip'",
        "    text.muted 'Customer Care · as it is'",
        "    path.info-solid",
        "    path.info-thin",
        "    path.info-solid",
        "    path.unstated",
        "    path.unstated",
        "    text.muted '?'",
        "    text.muted '?'",
        "    path.dot",
        "    line.rule",
        "    path.feeling",
        "    circle.bad",
        "    text.ink '2'",
        "    text.muted '1 without'",
        "    text.muted '–'",
        "    text.muted '1 not declared'",
        "    text.ink '2 + 1'",
        "    path.warn-solid",
        "    text.ink '1'",
        "  line.rule",
        "  text.ink 'Key'",
        "  path.info-solid",
        "  text.muted 'Standard with a target'",
        "  path.info-thin",
        "  path.info-solid",
        "  text.muted 'Standard without a target'",
        "  path.unstated",
        "  text.muted 'No standard'",
        "  path.unstated",
        "  text.muted '?'",
        "  text.muted 'Not declared'",
        "  path.dot",
        "  text.muted 'The customer alone'",
        "  circle.bad",
        "  text.muted 'Lowest feeling'",
        "  path.warn-solid",
        "  text.muted 'Warning'",
        "  text.ink 'Findings (1)'",
        "  g",
        "    title 'X001 warning: The trip: m'",
        "    rect.warn-solid",
        "    text.on-badge 'X001'",
        "    text.name 'warning · The trip: m'",
    ]


def test_hand_offs_are_counted_as_agreed_of_declared(journey_of: Build, look_at: Look) -> None:
    teams = [
        {"id": "board", "name": "Board", "function": "executive"},
        {"id": "a", "name": "A", "reports_to": "board"},
        {"id": "b", "name": "B", "reports_to": "board"},
        {"id": "c", "name": "C", "reports_to": "board"},
    ]
    heads = [{"id": f"{one}1", "name": one, "reports_to": one} for one in ("a", "b", "c")]
    graph = journey_of(
        *({"touchpoint": one, "wait": "1d"} for one in "abc"),
        teams=[*teams, *heads],
        touchpoints=[{"id": one, "name": one, "owner": f"{one}1"} for one in "abc"],
        standards=[{"id": "ola", "target": "90% within 1h"}],
        handoffs=[
            {"id": "x", "giver": "a1", "receiver": "b1", "agreement": "ola"},
            {"id": "y", "giver": "b1", "receiver": "c1"},
        ],
    )
    picture = draw(graph)
    assert "1 / 2" in look_at(picture.svg).texts()
    assert dict(zip(picture.table.header, picture.table.rows[0], strict=True))["Hand-offs"] == (
        "1 of 2 hand-offs agreed"
    )


# The order


def test_the_worst_comes_first_then_what_customers_feel_most_then_the_name() -> None:
    graph = portfolio({"id": "a"}, {"id": "b"}, {"id": "c"}, {"id": "d"}, {"id": "e"})
    found = [finding("d", "error"), *[finding("c")] * 2, finding("b", weight=4), finding("e", weight=7)]
    assert names(graph, *found) == ["D", "C", "E", "B", "A"]


def test_without_findings_journeys_stand_by_name_and_nothing_is_said_of_findings(look_at: Look) -> None:
    graph = portfolio({"id": "b"}, {"id": "a"})
    texts = look_at(draw(graph).svg).texts()
    assert names(graph) == ["A", "B"]
    assert "Findings" not in texts
    assert "portfolio · 2 journeys · 0 steps · by name" in texts


def test_what_is_to_be_stands_below_what_it_is_to_replace(look_at: Look) -> None:
    graph = portfolio(
        {"id": "a"}, {"id": "old", "state": "as-is"},
        {"id": "new", "state": "to-be", "replaces": "old", "status": "draft"},
        {"id": "newer", "replaces": "new"},
    )  # fmt: skip
    picture = draw(graph, findings=[finding("newer", "error")])
    assert [row[0] for row in picture.table.rows] == ["Old", "New", "Newer", "A"]
    assert "Is to replace what is above" in look_at(picture.svg).texts()
    assert "Journey New. As it is to be. Draft. Is to replace Old." in look_at(picture.svg).labels()[1]
    assert picture.gv.count('label="is to replace"') == 2
    lefts = {t.text: float(t.attrib["x"]) for t in look_at(picture.svg).root.iter() if "x" in t.attrib}
    assert lefts["Old"] < lefts["New"] < lefts["Newer"]


def test_circles_and_what_is_not_declared_lose_no_journey() -> None:
    graph = portfolio(
        {"id": "a", "replaces": "b"}, {"id": "b", "replaces": "a"}, {"id": "self", "replaces": "self"},
        {"id": "c", "replaces": "gone"},
    )  # fmt: skip
    assert names(graph, finding("b")) == ["B", "A", "C", "Self"]
    picture = draw(graph)
    assert [row[1] for row in picture.table.rows] == [
        "is to replace B", "is to replace A", "is to replace gone (not declared)", "is to replace Self",
    ]  # fmt: skip


def test_the_order_of_declaration_changes_nothing() -> None:
    journeys = [{"id": "a", "name": "Same"}, {"id": "b", "name": "Same"}, {"id": "c", "replaces": "a"}]
    pictures = {draw(portfolio(*order)).svg for order in permutations(journeys)}
    assert len(pictures) == 1


@given(strategies.blueprints(min_journeys=2, messy=True))
def test_every_journey_of_any_blueprint_has_one_row(blueprint: cx.Blueprint) -> None:
    picture = draw(cx.Graph(blueprint), findings=cx.check(blueprint, profile="exemplary").findings)
    assert len(picture.table.rows) == len(blueprint.journeys) == len(picture.outline.nodes)
    turned = blueprint.replace(journeys=blueprint.journeys[::-1])
    assert draw(cx.Graph(turned)).svg == draw(cx.Graph(blueprint)).svg


# What it shows


def test_findings_of_what_a_journey_uses_count_for_it() -> None:
    touchpoint = {"id": "t", "name": "T", "standards": ["s"]}
    stages = [{"name": "A", "steps": [{"touchpoint": "t"}]}]
    graph = portfolio(
        {"id": "a", "stages": stages}, {"id": "b"}, touchpoints=[touchpoint], standards=[{"id": "s"}]
    )
    about = [Subject("service-standard", "s"), Subject("touchpoint", "t"), Subject("step", "a/a/t")]
    findings = [Finding("X001", "x", "warning", subject, "m", "h") for subject in about]
    rows = draw(graph, findings=findings).table.rows
    assert [(row[0], row[-1]) for row in rows] == [("A", "3 warnings"), ("B", "")]


def test_the_worst_findings_are_listed_first() -> None:
    graph = portfolio({"id": "a"})
    findings = [
        finding("a", "info"),
        finding("a", "warning", 1),
        finding("a", "warning", 5),
        finding("a", "error"),
    ]
    listed = [note.split(":")[0] for note in draw(graph, findings=findings).notes]
    assert listed == ["X001 error", "X001 warning", "X001 warning", "X001 info"]


def test_only_a_bad_feeling_is_marked_as_the_lowest(look_at: Look) -> None:
    def classes(*feelings: int) -> set[str]:
        steps = [{"name": "x", "id": f"s{n}", "emotion": feeling} for n, feeling in enumerate(feelings)]
        return look_at(draw(portfolio({"id": "a", "stages": [{"name": "A", "steps": steps}]})).svg).classes()

    assert {"cx-feeling", "cx-bad"} <= classes(1, -1)
    assert "cx-feeling" in classes(1, 0)
    assert "cx-bad" not in classes(1, 0)
    assert "cx-feeling" not in classes(-1)


def test_severities_differ_by_shape(look_at: Look) -> None:
    found = [finding("a", severity) for severity in ("error", "warning", "info")]
    outline = look_at(draw(portfolio({"id": "a"}), findings=found).svg).outline()
    key = outline.index("  text.ink 'Key'")
    shapes = [line.strip() for line in outline[:key] if "-solid" in line]
    assert shapes == ["path.bad-solid", "path.warn-solid", "circle.info-solid"]


def test_squares_of_a_long_journey_go_on_lines_and_what_is_too_much_is_counted(look_at: Look) -> None:
    def strip(steps: int) -> tuple[int, int, list[str]]:
        stages = [{"name": "A", "steps": [{"touchpoint": "t", "id": f"s{n}"} for n in range(steps)]}]
        graph = portfolio({"id": "a", "stages": stages}, touchpoints=[{"id": "t", "name": "T"}])
        drawing = look_at(draw(graph).svg)
        path = next(e.attrib["d"] for e in drawing.root.iter() if e.get("class") == "cx-unstated")
        corners = [corner.split("h")[0].split() for corner in path.split("M")[1:]]
        return len(corners), len({y for _, y in corners}), [t for t in drawing.texts() if t.startswith("+")]

    assert strip(20) == (20, 1, [])
    assert strip(60) == (60, 3, [])
    assert strip(80) == (80, 4, [])
    assert strip(500) == (77, 4, ["+423"])


def test_a_long_portfolio_has_its_key_above_the_rows(look_at: Look) -> None:
    def key_is_above(journeys: int) -> bool:
        graph = portfolio(
            *({"id": f"j{n}", "stages": [{"name": "A", "steps": [{"name": "x"}]}]} for n in range(journeys))
        )
        texts = look_at(draw(graph).svg).texts()
        return texts.index("Key") < texts.index("J0")

    assert (key_is_above(25), key_is_above(26)) == (False, True)


def test_a_blueprint_without_journeys_says_so(look_at: Look) -> None:
    picture = draw(portfolio(), findings=[Finding("X001", "x", "error", Subject("team", "shop"), "m", "h")])
    assert "No journey is declared yet" in look_at(picture.svg).texts()
    assert (picture.table.rows, picture.notes) == ((), ("X001 error: Shop Team: m",))


def test_a_row_leads_to_the_page_of_its_journey() -> None:
    svg = draw(portfolio({"id": "a"}), link=lambda subject: f"{subject.kind}/{subject.id}/").svg
    assert 'href="journey/a/"' in svg


def test_it_goes_to_graphviz_with_a_group_for_each_team() -> None:
    graph = portfolio({"id": "a", "owner": "care"}, {"id": "b", "owner": "gone"}, {"id": "c"})
    text = draw(graph).gv
    assert text.count("subgraph cluster_") == 2
    assert 'label="Customer Care"' in text
    assert 'label="B\\ngone (not declared)"' in text


def test_a_thousand_journeys_are_one_small_picture() -> None:
    stages = [
        {"name": "A", "steps": [{"touchpoint": "t", "id": f"s{n}", "emotion": n % 5 - 2} for n in range(12)]}
    ]
    graph = portfolio(
        *({"id": f"j{n}", "owner": "shop", "stages": stages} for n in range(1000)),
        touchpoints=[{"id": "t", "name": "T", "owner": "shop"}],
    )
    picture = draw(graph)
    assert len(picture.table.rows) == 1000
    assert len(picture.svg) < 2_500_000
