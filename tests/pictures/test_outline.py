"""What goes to Graphviz: valid, with every text as it is, and laid out so that it is recognised."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest

import cxblueprint as cx
from cxblueprint.pictures import VIEWS
from cxblueprint.pictures.engines import _sandbox
from cxblueprint.pictures.outline import Node, Outline, Tie, dot_text
from cxblueprint.pictures.text import clean
from tests.torture import TEXTS, everywhere

if TYPE_CHECKING:
    from .conftest import Build

EVERY_TEXT = pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def graphviz() -> Callable[[str, str], str]:
    """Give a graph to the bundled Graphviz, in a format of its own."""

    def rendered(dot: str, form: str) -> str:
        return bytes(_sandbox().render(dot, format=form, engine="dot")).decode()

    return rendered


@EVERY_TEXT
def test_a_text_is_shown_as_it_is(text: str, graphviz: Callable[[str, str], str]) -> None:
    outline = Outline((Node("a", text, "g"), Node("b", "")), (Tie("a", "b", text),), (("g", text),))
    root = ET.fromstring(graphviz(dot_text(outline, text), "svg"))  # noqa: S314  # Graphviz wrote it
    shown = "".join(element.text or "" for element in root.iter(f"{SVG}text"))
    # Lines end between words, and inside one that is too long; a hyphen says so.
    assert re.sub(r"[\s-]", "", shown) == re.sub(r"[\s-]", "", clean(text)) * 4


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
@EVERY_TEXT
def test_every_picture_goes_to_graphviz(text: str, view: Any, graphviz: Callable[[str, str], str]) -> None:  # noqa: ANN401  # a view
    graph = cx.Graph(cx.Blueprint.model_validate(everywhere(text)))
    drawn = [view(graph, subject, link=lambda _: f'a?{text}="<>\\') for subject in view.subjects(graph)]
    if view.has_pairs:
        drawn.append(view(graph, beside=True))
    for picture in drawn:
        read = json.loads(graphviz(picture.gv, "json0"))
        nodes = [found for found in read["objects"] if re.fullmatch(r"n\d+", found["name"])]
        assert len(nodes) == len(picture.outline.nodes) > 0
        assert len(read.get("edges", ())) == len(picture.outline.ties)


def test_links_are_those_of_the_picture() -> None:
    links = ("touchpoints/call/", "https://a.example/?a=1&b=2", "javascript:alert(1)", "//evil.example", None)
    text = dot_text(Outline(tuple(Node(str(n), "x", href=link) for n, link in enumerate(links))), "Links")
    assert re.findall(r"URL=(\S+)\]", text) == ['"touchpoints/call/"', '"https://a.example/?a=1&amp;b=2"']


def test_a_link_in_references_does_not_become_another_when_graphviz_draws_it() -> None:
    text = dot_text(Outline((Node("a", "x", href="javascript&#58;alert(1)"),)), "Links")
    svg = _sandbox().render(text, format="svg", engine="dot").decode()
    (link,) = ET.fromstring(svg).iter(f"{SVG}a")  # noqa: S314  # made here
    assert link.get("{http://www.w3.org/1999/xlink}href") == "javascript&#58;alert(1)"


def test_a_service_blueprint_has_its_lanes_as_groups_and_its_steps_as_columns(journey_of: Build) -> None:
    call = {
        "id": "call", "name": "Call us", "owner": "care", "frontstage": [{"text": "Listens"}],
        "backstage": [{"text": "Opens a case", "system": "crm"}], "physical_evidence": ["Menu"],
        "standards": ["answer"],
    }  # fmt: skip
    graph = journey_of(
        {"id": "a", "touchpoint": "call", "customer": "Calls"},
        {"touchpoint": "pay", "next": [{"to": "a", "when": "again"}]},
        touchpoints=[call, {"id": "pay", "name": "Pay", "owner": "bill"}],
        systems=[{"id": "crm", "name": "CRM"}],
        standards=[{"id": "answer", "name": "Answered", "target": "80% within 60s"}],
        handoffs=[{"id": "h", "giver": "care", "receiver": "bill"}],
    )
    assert (
        VIEWS["service-blueprint"](graph, "trip").gv
        == """\
digraph {
	graph [fontname=Arial label="The trip" labelloc=t newrank=true rankdir=LR]
	node [fontname=Arial shape=box style=rounded]
	edge [fontname=Arial]
	subgraph cluster_3 {
		label=Backstage labeljust=l
		n3 [label="Opens a case · CRM\\nCustomer Care"]
	}
	subgraph cluster_2 {
		label=Frontstage labeljust=l
		n2 [label="Listens\\nAnswered 80% ≤ 60s\\nCustomer Care"]
		n5 [label="Pay\\nBilling" style="rounded,dashed"]
	}
	subgraph cluster_1 {
		label="Customer actions" labeljust=l
		n1 [label="1 Call us\\nCalls"]
		n4 [label="2 Pay" style="rounded,dashed"]
	}
	subgraph cluster_0 {
		label="Physical evidence" labeljust=l
		n0 [label=Menu]
	}
	{
		rank=same
		n0
		n1
		n2
		n3
	}
	{
		rank=same
		n4
		n5
	}
	n1 -> n2 [dir=both style=solid]
	n2 -> n3 [style=solid]
	n4 -> n5 [dir=both style=solid]
	n1 -> n4 [style=solid]
	n4 -> n1 [label=again constraint=false style=dashed]
	n3 -> n5 [style=bold]
}
"""
    )


def test_a_journey_map_has_its_stages_as_groups(journey_of: Build) -> None:
    stages = [
        {"name": "Ask", "steps": [{"touchpoint": "call", "customer": "Calls", "emotion": -1}]},
        {"name": "Empty"},
        {"name": "Settle", "steps": [{"name": "Waits"}]},
    ]
    call = {"id": "call", "name": "Call us", "channel": "phone"}
    graph = journey_of(stages=stages, touchpoints=[call])
    assert (
        VIEWS["journey-map"](graph, "trip").gv
        == """\
digraph {
	graph [fontname=Arial label="The trip" labelloc=t rankdir=LR]
	node [fontname=Arial shape=box style=rounded]
	edge [fontname=Arial]
	subgraph cluster_0 {
		label=Ask labeljust=l
		n0 [label="1 Call us\\nCalls\\nHotline\\nannoyed (-1)"]
	}
	subgraph cluster_1 {
		label=Settle labeljust=l
		n1 [label="2 Waits\\nWaits"]
	}
	n0 -> n1 [style=solid]
}
"""
    )


def test_a_pair_of_journeys_goes_to_graphviz_as_one_graph(journey_of: Build) -> None:
    stages = [{"name": "Ask", "steps": [{"name": "Asks"}]}]
    after = {"id": "after", "name": "After", "replaces": "before", "stages": stages}
    before = {"id": "before", "name": "Before", "stages": stages}
    graph = journey_of(journeys=[after, before])
    text = VIEWS["service-blueprint"](graph, beside=True).gv
    assert re.findall(r"label=(.+?) labeljust", text) == [
        '"After: Customer actions"',
        '"Before: Customer actions"',
    ]
    assert re.findall(r"n\d \[label=.+\]", text) == [
        'n1 [label="1 Asks\\nAsks"]',
        'n0 [label="1 Asks\\nAsks"]',
    ]


def test_nothing_at_all_is_a_graph_too() -> None:
    assert dot_text(Outline(), "") == (
        'digraph {\n\tgraph [fontname=Arial label="" labelloc=t rankdir=LR]\n'
        "\tnode [fontname=Arial shape=box style=rounded]\n\tedge [fontname=Arial]\n}\n"
    )
