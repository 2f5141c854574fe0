"""Small journeys to draw, and a look at what was drawn."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Any
from xml.etree import ElementTree as ET

import pytest

import cxblueprint as cx
from cxblueprint.pictures import text as metrics

SVG = "{http://www.w3.org/2000/svg}"
Build = Callable[..., cx.Graph]

TEAMS = [
    {"id": "shop", "name": "Shop Team"},
    {"id": "care", "name": "Customer Care"},
    {"id": "bill", "name": "Billing"},
]
CHANNELS = [
    {"id": "phone", "name": "Hotline", "kind": "phone"},
    {"id": "web", "name": "Website", "kind": "web"},
]


@pytest.fixture(scope="session")
def journey_of() -> Build:
    """Build a graph with the journey `trip`, from its steps (one stage) or its stages."""

    def build(*steps: dict[str, Any], **root: Any) -> cx.Graph:  # noqa: ANN401  # whatever a blueprint has
        stages = root.pop("stages", [{"name": "Ask", "steps": list(steps)}])
        journey = {"id": "trip", "name": "The trip", "stages": stages, **root.pop("journey", {})}
        defaults = {
            "id": "b",
            "title": "Blueprint",
            "teams": TEAMS,
            "channels": CHANNELS,
            "journeys": [journey],
        }
        return cx.Graph(cx.Blueprint.model_validate(defaults | root))

    return build


@dataclass(frozen=True)
class Box:
    """Where something lies."""

    left: float
    top: float
    right: float
    bottom: float

    def holds(self, other: Box, *, slack: float = 0.6) -> bool:
        """Tell whether another box lies inside."""
        return (
            self.left - slack <= other.left
            and self.top - slack <= other.top
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )

    def meets(self, other: Box) -> bool:
        """Tell whether another box overlaps."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


class Drawing:
    """An SVG, parsed; what stands in a group that is moved has its place in the whole picture."""

    def __init__(self, svg: str) -> None:
        self.root = ET.fromstring(svg)  # noqa: S314  # what we have drawn ourselves
        _settle(self.root, 0.0, 0.0)

    def labels(self) -> list[str]:
        """What a screen reader says, in order, without the markers."""
        return [said_by(e) for e in self.root.iter() if said_by(e) and self._card(e) is not None]

    @staticmethod
    def _card(group: ET.Element) -> ET.Element | None:
        rects = group.findall(f"{SVG}rect")
        return next((r for r in rects if set(r.get("class", "").split()) & {"cx-card", "cx-hit"}), None)

    def cards(self) -> Iterator[tuple[Box, list[tuple[str, Box]]]]:
        """Yield each card's box with the texts in it and their boxes."""
        for group in self.root.iter():
            card = self._card(group) if group.tag in (f"{SVG}a", f"{SVG}g") else None
            if card is not None and said_by(group):
                yield box_of(card), [(t.text or "", text_box(t)) for t in group.iter(f"{SVG}text")]

    def labelled(self) -> Iterator[tuple[str, Box]]:
        """Yield what a screen reader says of each card, and the card's box."""
        for group in self.root.iter():
            card = self._card(group) if said_by(group) else None
            if card is not None:
                yield said_by(group), box_of(card)

    def placed(self) -> list[tuple[str, Box]]:
        """Everything written, line by line, and where it stands."""
        return list(zip(self.texts(), map(text_box, self.root.iter(f"{SVG}text")), strict=True))

    def beside_cards(self) -> list[tuple[str, Box]]:
        """Everything written outside of cards, and where it stands."""
        inside = {id(t) for group in self.root.iter() if self._card(group) is not None for t in group.iter()}
        return [(t.text or "", text_box(t)) for t in self.root.iter(f"{SVG}text") if id(t) not in inside]

    def rects(self) -> list[Box]:
        """Where every rectangle lies."""
        return [box_of(rect) for rect in self.root.iter(f"{SVG}rect")]

    def texts(self) -> list[str]:
        """Everything written, line by line."""
        return [re.sub("[\u2066-\u2069]", "", e.text or "") for e in self.root.iter(f"{SVG}text")]

    def outside(self) -> list[str]:
        """Every text that leaves the picture."""
        whole = Box(0, 0, float(self.root.attrib["width"]), float(self.root.attrib["height"]))
        return [t.text or "" for t in self.root.iter(f"{SVG}text") if not whole.holds(text_box(t))]

    def overlapping(self) -> list[tuple[str, str]]:
        """Every two texts that lie on each other."""
        boxes = [(t.text or "", text_box(t)) for t in self.root.iter(f"{SVG}text")]
        return [(one, other) for (one, a), (other, b) in combinations(boxes, 2) if a.meets(b)]

    def outline(self) -> list[str]:
        """What the picture is made of, without places: tags with their classes and texts, indented."""
        return list(_outline(self.root, 0))

    def classes(self) -> set[str]:
        """Every class in use."""
        return {name for e in self.root.iter() for name in e.get("class", "").split()}


def _settle(element: ET.Element, dx: float, dy: float) -> None:
    """Add the moves of groups to the places of the rectangles and texts in them."""
    if (dx or dy) and element.tag in (f"{SVG}rect", f"{SVG}text"):
        for name, by in (("x", dx), ("y", dy)):
            element.set(name, str(float(element.attrib[name]) + by))
    moved = re.fullmatch(r"translate\((-?[\d.]+) (-?[\d.]+)\)", element.get("transform", ""))
    if moved:
        dx, dy = dx + float(moved[1]), dy + float(moved[2])
    for child in element:
        _settle(child, dx, dy)


def _outline(element: ET.Element, depth: int) -> Iterator[str]:
    if element.tag == f"{SVG}style":
        return
    class_ = element.get("class", "").replace("cx-", "").replace(" ", ".")
    text = (element.text or "").strip()
    name = element.tag.removeprefix(SVG)
    yield "  " * depth + name + (f".{class_}" if class_ else "") + (f" {text!r}" if text else "")
    for child in element:
        yield from _outline(child, depth + 1)


def said_by(element: ET.Element) -> str:
    """Return what a part of a picture says to those who point at it and to those who listen; or nothing."""
    is_named = element.tag != f"{SVG}svg" and len(element) > 0 and element[0].tag == f"{SVG}title"
    return (element[0].text or "") if is_named else ""


def box_of(rect: ET.Element) -> Box:
    """Return where a rectangle lies."""
    x, y, w, h = (float(rect.attrib[name]) for name in ("x", "y", "width", "height"))
    return Box(x, y, x + w, y + h)


def text_box(text: ET.Element) -> Box:
    """Return where a line of text lies, as our own table measures it."""
    size = float(text.attrib["font-size"])
    content = re.sub("[\u2066-\u2069]", "", text.text or "")
    wide = metrics.width(content, size, bold="font-weight" in text.attrib)
    if "textLength" in text.attrib:
        wide = float(text.attrib["textLength"])
    x, y = float(text.attrib["x"]), float(text.attrib["y"])
    left = x - wide * {"middle": 0.5, "end": 1.0}.get(text.get("text-anchor", ""), 0.0)
    return Box(left, y - size * 0.75, left + wide, y + size * 0.22)


@pytest.fixture(scope="session")
def look_at() -> Callable[[str], Drawing]:
    """Parse an SVG to look at it."""
    return Drawing
