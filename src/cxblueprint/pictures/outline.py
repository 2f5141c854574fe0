"""What a picture shows as a plain graph, in Graphviz' language, for people who have tools for that."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
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
_FONT_SIZE = 14.0
_WIDEST_LINE, _WIDEST_NAME = 250.0, 800.0
_ANY_NUMBER = 1_000_000


@dataclass(frozen=True, slots=True)
class Node:
    """A card."""

    key: str
    text: str
    group: str | None = None
    """The key of the lane or team that it is in."""
    href: str | None = None
    is_ghost: bool = False
    """Whether it shows something that nobody has stated or declared."""


@dataclass(frozen=True, slots=True)
class Tie:
    """What leads from one card to another."""

    tail: str
    head: str
    text: str = ""
    kind: str = "flow"
    """`flow`, `loop`, `handoff`, `unagreed`, `undeclared` or `missing`."""
    both_ways: bool = False
    points_back: bool = False
    """Whether it points to its tail, which stands first all the same."""


@dataclass(frozen=True, slots=True)
class Outline:
    """Cards, what joins them, and the groups that they are in."""

    nodes: tuple[Node, ...] = ()
    ties: tuple[Tie, ...] = ()
    groups: tuple[tuple[str, str], ...] = ()
    """Keys and names, in order."""
    direction: str = "LR"
    """As Graphviz has it: `LR` or `TB`."""
    columns: tuple[tuple[str, ...], ...] = ()
    """Keys of cards that stand in one column (or row, from top to bottom), whatever group they are in."""


def joined(outlines: Sequence[tuple[str, Outline]]) -> Outline:
    """Return several outlines, each with a name, as one; the names stand before those of its groups."""
    nodes: list[Node] = []
    ties: list[Tie] = []
    groups: list[tuple[str, str]] = []
    columns: list[tuple[str, ...]] = []
    for order, (name, outline) in enumerate(outlines):

        def own(key: str, order: int = order) -> str:
            return f"{order}.{key}"

        groups += [(own(key), f"{name}: {group}") for key, group in outline.groups]
        nodes += [
            replace(node, key=own(node.key), group=None if node.group is None else own(node.group))
            for node in outline.nodes
        ]
        ties += [replace(tie, tail=own(tie.tail), head=own(tie.head)) for tie in outline.ties]
        columns += [tuple(map(own, keys)) for keys in outline.columns]
    direction = outlines[0][1].direction if outlines else Outline().direction
    return Outline(tuple(nodes), tuple(ties), tuple(groups), direction, tuple(columns))


def dot_text(outline: Outline, title: str) -> str:
    """Return an outline as a graph with labels.

    Ids are made up, texts are quoted, and links are those of the picture: relative, http, https or mailto.
    """
    import graphviz

    names = {node.key: f"n{order}" for order, node in enumerate(outline.nodes)}
    # Cards of one column may be in several groups, which only the newer way of ranking allows.
    ranking = {"newrank": "true"} if outline.columns else {}
    digraph = graphviz.Digraph(
        graph_attr={
            "rankdir": outline.direction,
            "label": _quoted(title, _WIDEST_NAME),
            "labelloc": "t",
            "fontname": "Arial",
            **ranking,
        },
        node_attr={"shape": "box", "style": "rounded", "fontname": "Arial"},
        edge_attr={"fontname": "Arial"},
    )
    groups = list(enumerate(outline.groups))
    # Graphviz stacks groups beside each other from the bottom: the last one that it hears of is on top.
    for order, (key, name) in reversed(groups) if outline.columns else groups:
        with digraph.subgraph(name=f"cluster_{order}") as part:
            part.attr(label=_quoted(name, _WIDEST_NAME), labeljust="l")
            _add(part, (node for node in outline.nodes if node.group == key), names)
    known = {key for key, _ in outline.groups}
    _add(digraph, (node for node in outline.nodes if node.group not in known), names)
    for column in outline.columns:
        with digraph.subgraph() as part:
            part.attr(rank="same")
            for key in column:
                part.node(names[key])
    for tie in outline.ties:
        more = {"label": _quoted(tie.text)} if metrics.clean(tie.text) else {}
        if tie.both_ways:
            more["dir"] = "both"
        elif tie.points_back:
            more["dir"] = "back"
        if tie.kind == "loop":
            more["constraint"] = "false"  # a way back does not move a step in front of earlier ones
        digraph.edge(names[tie.tail], names[tie.head], style=_STYLES[tie.kind], **more)
    return str(digraph.source)


def _add(where: graphviz.Digraph, nodes: Iterable[Node], names: dict[str, str]) -> None:
    import graphviz

    for node in nodes:
        href = safe_url(node.href)
        # Graphviz passes on references such as `&#58;`, which a browser would read.
        more = {"URL": graphviz.escape(href.replace("&", "&amp;"))} if href else {}
        if node.is_ghost:
            more["style"] = "rounded,dashed"
        where.node(names[node.key], label=_quoted(node.text), **more)


def _quoted(text: str, widest: float = _WIDEST_LINE) -> str:
    """Return a text that Graphviz shows as it is: no escapes of its own, no entities and no HTML.

    What comes back is no plain text: it is marked as one that is not HTML, and `str` would take that away.
    """
    import graphviz

    paragraphs = (metrics.wrap(part, widest, _FONT_SIZE, lines=_ANY_NUMBER) for part in text.split("\n"))
    lines = (line for paragraph in paragraphs for line in paragraph.lines)
    escaped = (line.replace("&", "&amp;").replace("\\", "\\\\") for line in lines)
    marked: str = graphviz.nohtml("\\n".join(escaped))
    return marked
