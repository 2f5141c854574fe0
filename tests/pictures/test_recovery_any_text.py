"""Whatever stands in a plan or a way up, and however much: it is drawn, and nothing leaves its box."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from itertools import combinations
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given

import cxblueprint as cx
from cxblueprint.pictures import VIEWS
from cxblueprint.pictures.theme import page_css, style
from cxblueprint.testing import strategies
from tests.torture import TEXTS

from .any_plans import blueprints_with_plans

if TYPE_CHECKING:
    from .conftest import Drawing

    Look = Callable[[str], Drawing]

draw = VIEWS["recovery"]
PLANS = ("back", "up")


def everywhere(text: str) -> cx.Graph:
    """Build a blueprint that says `text` wherever something can be said of a plan or a way up."""
    actions = [
        {"id": "stop", "text": text, "kind": "containment", "lead_time": "3bd", "owner": "a", "done": True},
        {
            "id": "mend", "text": text, "kind": "corrective", "lead_time": "9bd", "owner": "b",
            "after": ["stop"], "addresses": ["c", "d"],
        },
        {"id": "tell", "text": text, "lead_time": "1bd", "after": ["stop"]},
        {"id": "one", "text": text, "after": ["two"]},
        {"id": "two", "text": text, "after": ["one"]},
    ]  # fmt: skip
    plan = {
        "id": "back", "name": text, "started": "2026-11-09", "actions": actions,
        "causes": [{"cause": "c", "share": 0.7}, {"cause": "d", "share": 0.3}],
        "milestones": [{"name": text, "date": f"2026-11-{day}"} for day in (10, 12, 20, 25)],
        "reviewed_on": "2026-11-10", "committed_on": "2026-11-11", "committed_to": "2026-11-30",
        "bau_date": "2026-11-27", "headline": ["k"], "review_cadence": "1w", "feedback_asked": ["plan"],
        "trust_regained": text, "closure_confirmed": {"by": text, "on": "2026-12-01"},
    }  # fmt: skip
    policy = {
        "id": "up", "name": text, "clock_start": text, "who_may_flag": text, "customer_told_after": "4h",
        "protects": ["n", "m", "o"],
        "levels": [
            {"role": "r", "after": "1h", "kind": "functional"},
            {"role": "s", "after": "2h", "kind": "hierarchical"},
            {"role": "r"},
        ],
    }  # fmt: skip
    case = {"impact": text, "impact_on_their_customers": text, "account": "f", "journey": "trip"}
    return cx.Graph(
        cx.Blueprint.model_validate(
            {
                "id": "b", "title": text,
                "teams": [{"id": "a", "name": text}, {"id": "b", "name": f"B {text}"}],
                "roles": [
                    {"id": "r", "name": text, "team": "a", "level": "analyst"}, {"id": "s", "name": text},
                ],
                "channels": [{"id": "w", "name": text, "kind": "web"}],
                "accounts": [{"id": "f", "name": text}],
                "calendars": [{"id": "own", "name": text}],
                "journeys": [{"id": "trip", "name": text, "stages": []}],
                "causes": [{"id": "c", "name": text, "attributed_to": "us"}, {"id": "d", "name": text}],
                "kpis": [
                    {"id": "k", "name": text, "unit": text, "baseline": 3, "target": "at least 4",
                     "owner": "a"},
                ],
                "standards": [
                    {"id": "n", "name": text, "target": "90% within 3h", "starts": text, "clock": "own"},
                    {"id": "m", "name": text, "target": "within 4h", "starts": text},
                    {"id": "o", "name": text, "target": "within 4h", "starts": f"{text} and more"},
                ],
                "proactive_updates": [
                    {
                        "id": "u", "name": text, "covers": ["any-recovery"], "trigger": text, "channel": "w",
                        "owner": "a",
                    },
                ],
                "escalation_policies": [policy],
                "escalations": [{"id": "e", "name": text, "policy": "up", "recovery": "back", **case}],
                "recovery_plans": [plan],
            }
        )
    )  # fmt: skip


@pytest.mark.parametrize("plan", PLANS)
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_no_text_leaves_its_card_and_nothing_overlaps(text: str, plan: str, look_at: Look) -> None:
    drawing = look_at(draw(everywhere(text), plan).svg)
    cards = list(drawing.cards())
    assert len(cards) == (6 if plan == "up" else 19)
    assert [words for card, texts in cards for words, box in texts if not card.holds(box)] == []
    assert not any(one.meets(other) for (one, _), (other, _) in combinations(cards, 2))
    assert (drawing.outside(), drawing.overlapping()) == ([], [])


@pytest.mark.parametrize("plan", PLANS)
def test_markup_in_a_text_makes_no_element(plan: str, look_at: Look) -> None:
    picture = draw(everywhere(TEXTS["markup"]), plan)
    tags = {e.tag.partition("}")[2] for e in look_at(picture.svg).root.iter()}
    assert tags <= {"svg", "title", "desc", "style", "g", "a", "rect", "path", "circle", "line", "text"}
    assert "<script" not in picture.svg + picture.inline + picture.sticky


@pytest.mark.parametrize("plan", PLANS)
def test_what_is_cut_stands_whole_in_label_and_table(plan: str, look_at: Look) -> None:
    picture = draw(everywhere(TEXTS["thousand"]), plan)
    whole = TEXTS["thousand"].strip()
    drawing = look_at(picture.svg)
    assert any(line.endswith("…") for line in drawing.texts())
    # The other cards have texts of ours alone.
    ours = ("The customer is told", "Gone through", "The customer is asked")
    assert all(whole in label for label in drawing.labels() if not label.startswith(ours))
    without = ("The customer is told", "every week", "the plan")
    rows = [row for row in picture.table.rows if not row[1].startswith(without) and row[0] != "Date"]
    assert all(any(whole in cell for cell in row) for row in rows)
    assert plan == "up" or sum(whole in row[1] for row in picture.table.rows if row[0] == "Date") == 4


@given(strategies.blueprints(messy=True))
def test_every_plan_and_policy_of_any_blueprint_is_drawn(blueprint: cx.Blueprint) -> None:
    graph = cx.Graph(blueprint)
    findings = cx.check(graph, profile="exemplary").findings
    for subject in draw.subjects(graph):
        concerning = draw.concerning(graph, subject, findings)
        picture = draw(graph, subject, findings=concerning, link=lambda one: f"{one.kind}/{one.id}/")
        for svg in filter(None, (picture.svg, picture.inline, picture.sticky)):
            ET.fromstring(svg)  # noqa: S314  # what we have drawn ourselves
        assert all(len(row) == len(picture.table.header) for row in picture.table.rows)
        assert picture.svg == draw(cx.Graph(blueprint), subject, findings=concerning,
                                   link=lambda one: f"{one.kind}/{one.id}/").svg  # fmt: skip
        assert len(picture.notes) == len(concerning)


CODE = re.compile(r"[A-Z]{3}\d{3}|\+\d+")


@given(blueprint=blueprints_with_plans())
def test_nothing_of_any_plan_leaves_its_place_or_lies_on_something_else(
    blueprint: cx.Blueprint, look_at: Look
) -> None:
    graph = cx.Graph(blueprint)
    findings = cx.check(graph, profile="exemplary").findings
    for subject in PLANS:
        picture = draw(graph, subject, findings=draw.concerning(graph, subject, findings))
        drawing = look_at(picture.svg)
        assert (drawing.outside(), drawing.overlapping()) == ([], [])
        leaving = [
            words
            for card, texts in drawing.cards()
            for words, box in texts
            if not card.holds(box) and not CODE.fullmatch(words)
        ]
        assert leaving == []
        assert picture.gv.startswith("digraph {")


@given(blueprints_with_plans())
def test_the_order_of_declaration_changes_no_picture_of_a_plan(blueprint: cx.Blueprint) -> None:
    turned = blueprint.replace(
        **{
            name: getattr(blueprint, name)[::-1]
            for name in (
                "teams", "roles", "causes", "kpis", "standards", "calendars", "touchpoints",
                "proactive_updates",
                "escalations", "escalation_policies", "recovery_plans", "accounts", "channels",
            )
        }
    )  # fmt: skip
    graph, other = cx.Graph(blueprint), cx.Graph(turned)
    assert sorted(map(str, draw.subjects(graph))) == sorted(map(str, draw.subjects(other)))
    for subject in draw.subjects(graph):
        assert draw(graph, subject).svg == draw(other, subject).svg


DRAW = """
import sys, cxblueprint as cx
from cxblueprint.pictures import VIEWS
graph = cx.Graph(cx.loads(sys.stdin.buffer.read().decode(), format="json"))
for plan in ("back", "up"):
    picture = VIEWS["recovery"](graph, plan)
    sys.stdout.buffer.write((picture.svg + picture.gv + repr(picture.table)).encode())
"""


def test_a_picture_of_a_plan_is_the_same_in_every_process() -> None:
    text = cx.dumps(everywhere(TEXTS["emoji"]).blueprint, format="json")

    def drawn(seed: str) -> bytes:
        env = {**os.environ, "PYTHONHASHSEED": seed}
        command = [sys.executable, "-c", DRAW]
        return subprocess.run(command, input=text.encode(), env=env, capture_output=True, check=True).stdout

    assert drawn("1") == drawn("2") != b""


@pytest.mark.parametrize("plan", PLANS)
def test_every_class_in_a_picture_of_a_plan_has_a_style(plan: str, look_at: Look) -> None:
    picture = draw(everywhere("x"), plan)
    unstyled = {"cx-light", "cx-name", "cx-ink", "cx-page", "cx-sticky"}
    for css, svg in (
        (style("light"), picture.svg),
        (page_css(), picture.inline),
        (page_css(), picture.sticky),
    ):
        used = look_at(svg).classes() - unstyled - {"cx-auto"}
        assert {name for name in used if f".{name}{{" not in css} == set()


def test_a_picture_of_a_plan_shows_its_words_in_a_png() -> None:
    pytest.importorskip("resvg_py")
    graph: Any = everywhere("Call")
    shown, hidden = (draw(graph, "back").png(), draw(everywhere("Cull"), "back").png())
    assert shown != hidden
