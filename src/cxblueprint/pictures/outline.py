"""What a picture shows as a plain graph, in Graphviz' language, for people who have tools for that."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxblueprint.pictures import text as metrics
from cxblueprint.pictures.svg import safe_url

if TYPE_CHECKING:
    import graphviz

_STYLES = {
    "flow": "solid",
    "loop": "dashed",
    "handoff": "bold",
    "unagreed": "dashed",
    "missing": "dashed",
    "undeclared": "dotted",
}


@dataclass(frozen=True, slots=True)
class Node:
    """A card."""

    key: str
    text: str
    group: str | None = None
    """The key of the lane or team that it is in."""
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Tie:
    """What leads from one card to another."""

    tail: str
    head: str
    text: str = ""
    kind: str = "flow"
    """`flow`, `loop`, `handoff`, `unagreed`, `undeclared` or `missing`."""


@dataclass(frozen=True, slots=True)
class Outline:
    """Cards, what joins them, and the groups that they are in."""

    nodes: tuple[Node, ...] = ()
    ties: tuple[Tie, ...] = ()
    groups: tuple[tuple[str, str], ...] = ()
    """Keys and names, in order."""
    direction: str = "LR"
    """As Graphviz has it: `LR` or `TB`."""


def dot_text(outline: Outline, title: str) -> str:
    """Return an outline as a graph with labels.

    Ids are made up, texts are quoted, and links are those of the picture: relative, http, https or mailto.
    """
    import graphviz

    names = {node.key: f"n{order}" for order, node in enumerate(outline.nodes)}
    digraph = graphviz.Digraph(
        graph_attr={
            "rankdir": outline.direction,
            "label": _quoted(title),
            "labelloc": "t",
            "fontname": "Arial",
        },
        node_attr={"shape": "box", "style": "rounded", "fontname": "Arial"},
        edge_attr={"fontname": "Arial"},
    )
    for order, (key, name) in enumerate(outline.groups):
        with digraph.subgraph(name=f"cluster_{order}") as part:
            part.attr(label=_quoted(name))
            _add(part, (node for node in outline.nodes if node.group == key), names)
    known = {key for key, _ in outline.groups}
    _add(digraph, (node for node in outline.nodes if node.group not in known), names)
    for tie in outline.ties:
        label = {"label": _quoted(tie.text)} if metrics.clean(tie.text) else {}
        digraph.edge(names[tie.tail], names[tie.head], style=_STYLES[tie.kind], **label)
    return str(digraph.source)


def _add(where: graphviz.Digraph, nodes: Iterable[Node], names: dict[str, str]) -> None:
    for node in nodes:
        href = safe_url(node.href)
        where.node(names[node.key], label=_quoted(node.text), **({"URL": _quoted(href)} if href else {}))


def _quoted(text: str) -> str:
    """Return a text that Graphviz shows as it is: no escapes, and no HTML."""
    import graphviz

    return str(graphviz.escape(metrics.clean(text)))
