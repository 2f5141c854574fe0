"""The architecture as a picture: the packages in their layers, and which imports which."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache

import grimp

from cxblueprint.pictures.engines import Layouter
from cxblueprint.pictures.layout_graph import Box, Curve, Edge, Layout, LayoutGraph, Rectangle, shifted
from cxblueprint.pictures.svg import escape
from cxblueprint.pictures.theme import DARK, LIGHT

from .sources import ROOT

PACKAGE = "cxblueprint"
_WIDTH, _HEIGHT, _MARGIN = 118.0, 32.0, 20.0
_NOT_SHOWN = ("__main__", "_version")
"""One line each, and nothing to learn from."""
_FONTS = 'Arial,"Helvetica Neue",Helvetica,"Liberation Sans",sans-serif'


def picture() -> str:
    """Return the picture as SVG, in light and dark: what is imported stands below what imports it."""
    return _drawn(shifted(_laid_out(), _MARGIN, _MARGIN))


def told() -> str:
    """Return the same in words: what each package imports."""
    rows = ["| package | imports |", "|---|---|"]
    for layer in layers():
        for name in layer:
            imported = [other for one in layers() for other in one if (name, other) in imports()]
            rows.append(f"| `{name}` | {', '.join(f'`{other}`' for other in imported) or 'none of these'} |")
    return "\n".join(rows)


@cache
def layers() -> tuple[tuple[str, ...], ...]:
    """Return the packages of each layer that is there, top to bottom, as the contract has them."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    (contract,) = (one for one in settings["tool"]["importlinter"]["contracts"] if one["id"] == "layers")
    found = (_names(layer) for layer in contract["layers"])
    return tuple(layer for layer in found if layer)


def _names(layer: str) -> tuple[str, ...]:
    named = (name.strip(" ()") for name in layer.split("|"))
    return tuple(name for name in named if name not in _NOT_SHOWN and f"{PACKAGE}.{name}" in _graph().modules)


@cache
def imports() -> frozenset[tuple[str, str]]:
    """Return which package imports which, each by its name."""
    shown = {name for layer in layers() for name in layer}
    found: set[tuple[str, str]] = set()
    for module in _graph().modules:
        for imported in _graph().find_modules_directly_imported_by(module):
            pair = (_package(module), _package(imported))
            if pair[0] != pair[1] and set(pair) <= shown:
                found.add(pair)
    return frozenset(found)


@cache
def arrows() -> tuple[tuple[str, str], ...]:
    """Return the imports that do not follow from others: without them the picture would be black."""
    order = [name for layer in layers() for name in layer]
    every = sorted(imports(), key=lambda pair: (order.index(pair[0]), order.index(pair[1])))
    return tuple(
        (tail, head)
        for tail, head in every
        if not any(_reaches(other, head) for first, other in every if first == tail and other != head)
    )


@cache
def _reaches(tail: str, head: str) -> bool:
    return any(other == head or _reaches(other, head) for first, other in imports() if first == tail)


@cache
def _graph() -> grimp.ImportGraph:
    return grimp.build_graph(PACKAGE, cache_dir=None)


def _package(module: str) -> str:
    return module.removeprefix(PACKAGE).lstrip(".").partition(".")[0]


def _laid_out() -> Layout:
    boxes = tuple(Box(name, _WIDTH, _HEIGHT) for layer in layers() for name in layer)
    graph = LayoutGraph(
        boxes,
        tuple(Edge(*pair) for pair in arrows()),
        ranks=layers(),
        attributes={"nodesep": "0.25", "ranksep": "0.32"},
    )
    return Layouter("bundled").layout(graph)


def _drawn(layout: Layout) -> str:
    width, height = layout.width + 2 * _MARGIN, layout.height + 2 * _MARGIN
    size = f'viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}" height="{height:.0f}"'
    curves = "\n".join(_curve(curve) for curve in layout.curves if curve)
    boxes = "\n".join(_box(name, place) for name, place in layout.boxes.items())
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" aria-labelledby="title desc">\n'
        '<title id="title">The packages of cxblueprint and what they import</title>\n'
        f'<desc id="desc">{escape(". ".join(_sentences()))}.</desc>\n'
        f"<style>{_style(LIGHT)}@media (prefers-color-scheme: dark){{{_style(DARK)}}}</style>\n"
        f'<rect class="ground" width="{width:.0f}" height="{height:.0f}" rx="6"/>\n'
        f"{curves}\n{boxes}\n</svg>\n"
    )


def _sentences() -> Iterator[str]:
    for layer in layers():
        for name in layer:
            heads = [head for tail, head in arrows() if tail == name]
            if heads:
                yield f"{name} imports {', '.join(heads)}"


def _style(colours: Mapping[str, str]) -> str:
    return (
        f".ground{{fill:{colours['ground']}}}"
        f".box{{fill:{colours['card']};stroke:{colours['border']}}}"
        f".name{{fill:{colours['ink']};font:bold 13px {_FONTS};text-anchor:middle}}"
        f".way{{fill:none;stroke:{colours['flow']};stroke-width:1.2}}"
        f".tip{{fill:{colours['flow']}}}"
    )


def _box(name: str, place: Rectangle) -> str:
    x, y = place.middle
    return (
        f'<rect class="box" x="{place.left:.1f}" y="{place.top:.1f}" width="{place.width:.1f}"'
        f' height="{place.height:.1f}" rx="4"/>\n'
        f'<text class="name" x="{x:.1f}" y="{y + 4.5:.1f}">{escape(name)}</text>'
    )


def _curve(curve: Curve) -> str:
    start, *rest = (f"{x:.1f} {y:.1f}" for x, y in curve.points)
    (x, y), (tip_x, tip_y) = curve.points[-1], curve.tip
    # The head of the arrow is as wide as it is long.
    dx, dy = (tip_x - x) / 2, (tip_y - y) / 2
    corners = (curve.tip, (x - dy, y + dx), (x + dy, y - dx))
    tip = "L".join(f"{x:.1f} {y:.1f}" for x, y in corners)
    return f'<path class="way" d="M{start}C{" ".join(rest)}"/><path class="tip" d="M{tip}Z"/>'
