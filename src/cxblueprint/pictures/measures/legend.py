"""The key of the picture of measures: what its signs and lines mean, of those that occur."""

from __future__ import annotations

from cxblueprint.pictures import key
from cxblueprint.pictures.layout_graph import Point
from cxblueprint.pictures.measures.cards import draw_sign
from cxblueprint.pictures.measures.scene import MeasuresScene, Sign, TieKind
from cxblueprint.pictures.svg import Canvas, number
from cxblueprint.pictures.words import Words

KeyRows = tuple[tuple[str, tuple[key.Entry, ...]], ...]


def key_rows(scene: MeasuresScene, words: Words) -> KeyRows:
    """Return the rows of the key: signs, ties and teams."""
    owners = [card.owner for card in scene.cards if card.owner is not None]
    rows = (
        (words("Key"), tuple(_signs(scene, words))),
        (words("Ties"), tuple(_ties(scene, words))),
        (words("Teams"), tuple(key.owner_entries(owners))),
    )
    return tuple(row for row in rows if row[1])


def _signs(scene: MeasuresScene, words: Words) -> list[key.Entry]:
    names: dict[Sign, str] = {
        "up": words("Higher is better"),
        "down": words("Lower is better"),
        "unknown": words("Which way is better is not stated"),
        "target": words("Service standard"),
    }
    found = {card.sign for card in scene.cards}
    entries = [_sign_entry(sign, name) for sign, name in names.items() if sign in found]
    if any(card.decides for card in scene.cards):
        entries.append(key.icon_entry("onward", words("What is decided on seeing it")))
    if any(card.missing for card in scene.cards):
        entries.append(key.box_entry("cx-unstated", words("Not stated")))
    return entries


def _ties(scene: MeasuresScene, words: Words) -> list[key.Entry]:
    every: dict[TieKind, key.Entry] = {
        "journey": key.line_entry("flow", words("KPI of the journey")),
        "rollup": key.arrow_entry("rollup", words("Part of what the arrow points at")),
        "drives": key.arrow_entry("drives", words("Drives what the arrow points at")),
        "holds": key.Entry(29, _draw_holding, words("Standard that holds at the touchpoint")),
        "measured": key.line_entry("measured", words("KPI measured at the touchpoint")),
        "gap": key.line_entry("unstated", words("Nothing is stated")),
    }
    found = {tie.kind for tie in scene.ties}
    entries = [entry for kind, entry in every.items() if kind in found]
    if any(card.is_loose for card in scene.cards):
        loose = words("Nothing drives it, as far as is stated")
        entries.append(key.Entry(24, lambda canvas, x, y: draw_loose_end(canvas, (x, y)), loose))
    return entries


def _sign_entry(sign: Sign, text: str) -> key.Entry:
    return key.Entry(17, lambda canvas, x, y: draw_sign(canvas, x + 8.5, y, sign), text)


def _draw_holding(canvas: Canvas, x: float, y: float) -> None:
    canvas.path(f"M{number(x)} {number(y)}h26", "cx-flow")
    canvas.element("circle", cx=x + 26, cy=y, r=3, class_="cx-head-flow")


def draw_loose_end(canvas: Canvas, start: Point) -> None:
    """Draw that nothing drives a KPI, at the middle of its right side."""
    x, y = start
    canvas.path(f"M{number(x)} {number(y)}h14", "cx-unstated")
    canvas.element("circle", cx=x + 18, cy=y, r=3.5, class_="cx-icon")
