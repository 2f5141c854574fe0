"""What holds for each view: it draws any blueprint, says what it shows, and is the same bytes everywhere."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given

import cxblueprint as cx
from cxblueprint.pictures import VIEWS, Picture, View
from cxblueprint.pictures.contrast import contrast
from cxblueprint.pictures.theme import DARK, FONTS, LIGHT, _rules, page_css, style
from cxblueprint.testing import strategies
from tests.torture import TEXTS, everywhere, saying

from .any_plans import blueprints_with_plans
from .conftest import SVG, Box, box_of, said_by, text_box

if TYPE_CHECKING:
    from .conftest import Drawing

    Look = Callable[[str], Drawing]

EVERY_VIEW = pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)


def pictures(view: View, graph: cx.Graph, **more: object) -> Iterator[Picture]:
    """Draw everything that a view can show of a blueprint, pairs of journeys too."""
    for subject in view.subjects(graph):
        yield view(graph, subject, **more)  # type: ignore[arg-type]  # whatever a test asks for
    for node in graph.journeys.values() if view.has_pairs else ():
        old = node.journey.replaces
        if old in graph.journeys and old != node.id:
            yield view(graph, node.id, beside=True, **more)  # type: ignore[arg-type]


def page_of(subject: cx.Subject) -> str:
    return f"{subject.kind}/{subject.id}/"


@pytest.fixture(scope="module")
def graph() -> cx.Graph:
    """A blueprint with a plain text and some that are not."""
    few = ("plain", "emoji", "arabic", "long-word")
    return cx.Graph(cx.Blueprint.model_validate(saying({key: TEXTS[key] for key in few})))


# Any blueprint


@given(strategies.blueprints(min_journeys=1) | blueprints_with_plans())
def test_every_picture_of_any_blueprint_is_drawn(blueprint: cx.Blueprint) -> None:
    graph = cx.Graph(blueprint)
    for view in VIEWS.values():
        for picture in pictures(view, graph, link=page_of):
            for svg in filter(None, (picture.svg, picture.inline, picture.sticky)):
                ET.fromstring(svg)  # noqa: S314  # what we have drawn ourselves
            assert all(len(row) == len(picture.table.header) for row in picture.table.rows)
            assert picture.title
            assert picture.description


@given(strategies.blueprints(min_journeys=1))
@pytest.mark.parametrize("name", ["service-blueprint", "journey-map"])
def test_every_step_has_a_row_in_the_table(name: str, blueprint: cx.Blueprint) -> None:
    graph = cx.Graph(blueprint)
    for journey in graph.journeys.values():
        assert len(VIEWS[name](graph, journey.id).table.rows) == len(journey.steps)


@given(strategies.blueprints(min_journeys=1))
def test_the_order_of_declaration_changes_no_picture(blueprint: cx.Blueprint) -> None:
    turned = blueprint.replace(
        teams=blueprint.teams[::-1],
        touchpoints=blueprint.touchpoints[::-1],
        channels=blueprint.channels[::-1],
        systems=blueprint.systems[::-1],
        standards=blueprint.standards[::-1],
        kpis=blueprint.kpis[::-1],
        promises=blueprint.promises[::-1],
    )
    one, other = cx.Graph(blueprint), cx.Graph(turned)
    for view in VIEWS.values():
        drawn = zip(pictures(view, one), pictures(view, other), strict=True)
        assert [picture.svg for picture, again in drawn if picture.svg != again.svg] == []


# The same bytes

DRAW = """
import sys, cxblueprint as cx
from cxblueprint.pictures import VIEWS
graph = cx.Graph(cx.loads(sys.stdin.buffer.read().decode(), format="json"))
findings = cx.check(graph).findings
for view in VIEWS.values():
    drawn = [view(graph, subject, findings=findings) for subject in view.subjects(graph)]
    if view.has_pairs:
        drawn.append(view(graph, beside=True, findings=findings))
    for picture in drawn:
        told = (picture.svg, picture.inline, picture.sticky, picture.paper, picture.gv, picture.table)
        sys.stdout.buffer.write(repr(told).encode())
"""


def test_a_picture_is_the_same_in_every_process() -> None:
    text = cx.dumps(cx.Blueprint.model_validate(everywhere(TEXTS["emoji"])), format="json")

    def drawn(seed: str) -> bytes:
        env = {**os.environ, "PYTHONHASHSEED": seed}
        command = [sys.executable, "-c", DRAW]
        return subprocess.run(command, input=text.encode(), env=env, capture_output=True, check=True).stdout

    assert drawn("1") == drawn("2") != b""


# For those who do not see it


@EVERY_VIEW
def test_what_is_told_to_those_who_listen_is_told_once_and_is_not_empty(
    view: View, graph: cx.Graph, look_at: Look
) -> None:
    for picture in pictures(view, graph):
        images = [e for e in look_at(picture.svg).root.iter() if e.get("role") == "img"]
        assert images != []
        assert [e for e in images if not said_by(e)] == []
        assert "aria-label=" not in picture.svg + picture.inline


@EVERY_VIEW
def test_every_link_has_a_label(view: View, graph: cx.Graph, look_at: Look) -> None:
    for picture in pictures(view, graph, link=page_of):
        links = [e for e in look_at(picture.svg).root.iter() if e.tag == f"{SVG}a"]
        assert links != []
        assert [e.get("href") for e in links if not said_by(e) or not e.get("href")] == []


@EVERY_VIEW
def test_no_link_leads_out_of_the_allowed(view: View, graph: cx.Graph) -> None:
    for picture in pictures(view, graph, link=lambda _: "java\x01script:alert(1)"):
        assert "script:" not in picture.svg + picture.inline + picture.gv


@pytest.mark.parametrize("name", ["service-blueprint", "journey-map", "silos"])
def test_cards_are_read_in_the_order_of_the_journey(name: str, graph: cx.Graph, look_at: Look) -> None:
    """Those views have a column for each step; others group by what they are about."""
    view = VIEWS[name]
    for subject in view.subjects(graph):
        places = [box.left for box, _ in look_at(view(graph, subject).svg).cards()]
        assert places == sorted(places)


@EVERY_VIEW
def test_arrows_are_hidden_from_those_who_listen(view: View, graph: cx.Graph, look_at: Look) -> None:
    arrows = ("cx-flow", "cx-loop", "cx-handoff", "cx-unagreed", "cx-undeclared")
    for picture in pictures(view, graph):
        loose = [
            path
            for group in _shown_to_listeners(look_at(picture.svg).root)
            for path in group
            if said_by(group) and path.get("class") in arrows
        ]
        assert loose == []


def _shown_to_listeners(element: ET.Element) -> Iterator[ET.Element]:
    if element.get("aria-hidden") != "true":
        yield element
        for child in element:
            yield from _shown_to_listeners(child)


# Colours


@EVERY_VIEW
def test_every_class_in_a_picture_has_a_style(view: View, graph: cx.Graph, look_at: Look) -> None:
    # These only name what they are: a page or a script may look for them.
    unstyled = {"cx-light", "cx-name", "cx-ink", "cx-page", "cx-sticky", "cx-auto"}
    for picture in pictures(view, graph, theme="light", findings=cx.check(graph).findings):
        for css, svg in (
            (style("light"), picture.svg),
            (page_css(), picture.inline),
            (page_css(), picture.sticky),
        ):
            used = look_at(svg).classes() - unstyled if svg else set()
            assert {name for name in used if f".{name}{{" not in css} == set()


FILLS = {
    rule.selector.rpartition(".")[2]: dict(rule.colours)["fill"]
    for rule in _rules(FONTS)
    if "fill" in dict(rule.colours)
}
"""The token that each class is filled with."""
AREAS = ("chip", "pleasant", "unpleasant")
"""The tokens of shapes that are no rectangles, and large enough to write on."""


@EVERY_VIEW
def test_every_text_stands_out_from_what_is_behind_it(view: View, graph: cx.Graph, look_at: Look) -> None:
    findings = cx.check(graph, profile="exemplary").findings
    for picture in pictures(view, graph, findings=findings):
        faint = {
            (on, behind)
            for on, behind in _on_and_behind(look_at(picture.svg).root)
            for tokens in (LIGHT, DARK)
            if contrast(tokens[on], tokens[behind]) < 4.5
        }
        assert faint == set()


def _on_and_behind(root: ET.Element) -> Iterator[tuple[str, str]]:
    """Yield for each text its colour and that of the last thing painted where it stands, as tokens."""
    painted: list[tuple[Box, str]] = []
    for element in root.iter():
        token = next((FILLS[name] for name in element.get("class", "").split() if name in FILLS), None)
        if element.tag == f"{SVG}text":
            box = text_box(element)
            x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
            behind = next((tone for area, tone in reversed(painted) if area.holds(Box(x, y, x, y))), None)
            yield token or "ink", behind or "ground"
        elif token is not None and element.tag == f"{SVG}rect":
            painted.append((box_of(element), token))
        elif token is not None and element.tag == f"{SVG}circle":
            x, y, r = (float(element.attrib[name]) for name in ("cx", "cy", "r"))
            painted.append((Box(x - r, y - r, x + r, y + r), token))
        elif element.tag == f"{SVG}path" and token in AREAS:
            painted.append((_extent(element.attrib["d"]), token))


def _extent(d: str) -> Box:
    """Return the box around a path that goes along straight lines."""
    xs = [float(x) for x in re.findall(r"[MHL](-?[\d.]+)", d)]
    ys = [float(y) for y in re.findall(r"(?:[ML]-?[\d.]+ |V)(-?[\d.]+)", d)]
    return Box(min(xs), min(ys), max(xs), max(ys))
