"""A graph to be laid out: boxes of known sizes without any text, and where they and their edges end up.

Graphviz sees ids that we make up, sizes, and nothing else: there is nothing to inject, and no font of a
machine has a say. Coordinates come back in our units, from the upper left corner.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from cxblueprint.errors import CxBlueprintError

Program = Literal["dot", "neato"]
Point = tuple[float, float]
_POINTS = 72.0
"""Graphviz' sizes are inches of as many points, its positions are points. A unit of ours is a point."""


@dataclass(frozen=True, slots=True)
class Box:
    """A node: its key, and how large it is."""

    key: str
    width: float
    height: float
    rows: int = 0
    """How many rows of one height it has, as ports `r0`, `r1` and so on that edges may name; from the top."""
    is_seen: bool = True
    """Whether a picture shows it; one that it does not show keeps a place free for an edge."""


@dataclass(frozen=True, slots=True)
class Edge:
    """A directed edge between two boxes, by their keys."""

    tail: str
    head: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    """What Graphviz is told of it, such as `weight`, `minlen` or `constraint`."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """Boxes that are kept together, by their keys."""

    key: str
    members: tuple[str, ...]
    margin: float = 14.0


@dataclass(frozen=True, slots=True)
class LayoutGraph:
    """What is to be laid out. The order of everything counts: the same graph gives the same places."""

    boxes: tuple[Box, ...]
    edges: tuple[Edge, ...] = ()
    clusters: tuple[Cluster, ...] = ()
    ranks: tuple[tuple[str, ...], ...] = ()
    """Keys of boxes that share a rank."""
    program: Program = "dot"
    attributes: Mapping[str, str] = field(default_factory=dict)
    """Of the whole graph, such as `rankdir`, `nodesep` or `ranksep` (in inches)."""


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A place with its sides."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """From the left to the right side."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From the upper to the lower side."""
        return self.bottom - self.top

    @property
    def middle(self) -> Point:
        """The point in the middle."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Curve:
    """An edge as a chain of cubic Bezier curves, and the tip of its head."""

    points: tuple[Point, ...]
    """The start, then three points for each curve."""
    tip: Point


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything is."""

    width: float
    height: float
    boxes: Mapping[str, Rectangle]
    clusters: Mapping[str, Rectangle]
    curves: tuple[Curve | None, ...]
    """By the place of their edges in the graph; None where an edge has no course."""


def dot_of(graph: LayoutGraph) -> str:
    """Return a graph in Graphviz' language."""
    import graphviz

    names = {box.key: f"n{order}" for order, box in enumerate(graph.boxes)}
    sizes = {box.key: box for box in graph.boxes}
    digraph = graphviz.Digraph(
        graph_attr={"splines": "spline", "outputorder": "nodesfirst", **graph.attributes},
        node_attr={"shape": "box", "fixedsize": "true", "label": ""},
        edge_attr={"arrowsize": "0.7"},
    )

    def add(where: graphviz.Digraph, key: str) -> None:
        box = sizes[key]
        size = {"width": f"{box.width / _POINTS:.4f}", "height": f"{box.height / _POINTS:.4f}"}
        where.node(names[key], **size, **(_in_rows(box.rows, graph.attributes) if box.rows else {}))

    inside: set[str] = set()
    for order, cluster in enumerate(graph.clusters):
        with digraph.subgraph(name=f"cluster_{order}") as part:
            part.attr(label="", margin=f"{cluster.margin:g}")
            for key in cluster.members:
                add(part, key)
        inside.update(cluster.members)
    for box in graph.boxes:
        if box.key not in inside:
            add(digraph, box.key)
    for rank in graph.ranks:
        with digraph.subgraph() as part:
            part.attr(rank="same")
            for key in rank:
                part.node(names[key])
    for order, edge in enumerate(graph.edges):
        digraph.edge(names[edge.tail], names[edge.head], id=f"e{order}", **edge.attributes)
    return str(digraph.source)


def _in_rows(rows: int, attributes: Mapping[str, str]) -> dict[str, str]:
    """Return what makes a node one of rows: a record without texts, which lie across where ranks go down."""
    fields = " | ".join(f"<r{row}>" for row in range(rows))
    is_level = attributes.get("rankdir") == "LR"
    label = f" {fields} " if is_level else f"{{ {fields} }}"
    return {"shape": "record", "label": label, "fontsize": "1", "margin": "0"}


def layout_in(answer: bytes, graph: LayoutGraph) -> Layout:
    """Return the places that Graphviz answered with, in its format `json`.

    Raises:
        CxBlueprintError: the answer is not about this graph.
    """
    try:
        data = json.loads(answer)
        _, _, width, height = _numbers(data["bb"])
        return Layout(
            width,
            height,
            dict(_boxes(data, graph, height)),
            dict(_clusters(data, graph, height)),
            _curves(data, graph, height),
        )
    except (ValueError, KeyError, TypeError, IndexError) as error:
        msg = f"Graphviz answered something that cannot be understood: {type(error).__name__}: {error}"
        raise CxBlueprintError(msg) from error


def _numbers(text: str) -> tuple[float, ...]:
    return tuple(map(float, text.split(",")))


def _boxes(data: Mapping[str, Any], graph: LayoutGraph, height: float) -> list[tuple[str, Rectangle]]:
    places = {item["name"]: item.get("pos") for item in data.get("objects", ())}
    found = []
    for order, box in enumerate(graph.boxes):
        x, y = _numbers(places[f"n{order}"])
        left, top = x - box.width / 2, height - y - box.height / 2
        found.append((box.key, Rectangle(left, top, left + box.width, top + box.height)))
    return found


def _clusters(data: Mapping[str, Any], graph: LayoutGraph, height: float) -> list[tuple[str, Rectangle]]:
    places = {item["name"]: item.get("bb") for item in data.get("objects", ())}
    found = []
    for order, cluster in enumerate(graph.clusters):
        left, bottom, right, top = _numbers(places[f"cluster_{order}"])
        found.append((cluster.key, Rectangle(left, height - top, right, height - bottom)))
    return found


def _curves(data: Mapping[str, Any], graph: LayoutGraph, height: float) -> tuple[Curve | None, ...]:
    """Return the courses of edges; Graphviz lists them in an order of its own, so they are told by id."""
    by_id = {item["id"]: item.get("pos", "") for item in data.get("edges", ())}
    return tuple(_curve(by_id[f"e{order}"], height) for order in range(len(graph.edges)))


def _curve(text: str, height: float) -> Curve | None:
    tip: Point | None = None
    points: list[Point] = []
    # Where an edge is drawn in pieces, such as a loop, the first one tells enough.
    for word in text.partition(";")[0].split():
        x, y = _numbers(word[2:] if word.startswith(("e,", "s,")) else word)
        if word.startswith("e,"):
            tip = (x, height - y)
        elif not word.startswith("s,"):
            points.append((x, height - y))
    return Curve(tuple(points), tip or points[-1]) if points else None


def shifted(layout: Layout, dx: float, dy: float) -> Layout:
    """Return a layout moved to the right and down."""

    def moved(place: Rectangle) -> Rectangle:
        return Rectangle(place.left + dx, place.top + dy, place.right + dx, place.bottom + dy)

    def along(points: Sequence[Point]) -> tuple[Point, ...]:
        return tuple((x + dx, y + dy) for x, y in points)

    return Layout(
        layout.width,
        layout.height,
        {key: moved(place) for key, place in layout.boxes.items()},
        {key: moved(place) for key, place in layout.clusters.items()},
        tuple(curve and Curve(along(curve.points), along([curve.tip])[0]) for curve in layout.curves),
    )
