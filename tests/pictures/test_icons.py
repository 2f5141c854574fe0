from __future__ import annotations

import re
from typing import get_args
from xml.etree import ElementTree as ET

import cxblueprint as cx
from cxblueprint.pictures.icons import CHANNEL_KINDS, PATHS, draw_icon, draw_marker, marker_names
from cxblueprint.pictures.svg import Canvas
from cxblueprint.pictures.words import ENGLISH


def channel_kinds() -> set[str]:
    """Return what a channel's kind may be, from the model."""
    kind = cx.Channel.model_fields["kind"].annotation
    return {word for choice in get_args(kind) for word in get_args(choice)}


def test_every_kind_of_channel_has_an_icon() -> None:
    assert channel_kinds() == CHANNEL_KINDS
    assert set(PATHS) >= CHANNEL_KINDS


def test_no_two_icons_look_alike() -> None:
    assert len(set(PATHS.values())) == len(PATHS)


def test_icons_begin_inside_their_grid() -> None:
    starts = [
        (float(x), float(y)) for path in PATHS.values() for x, y in re.findall(r"M([\d.]+) ([\d.]+)", path)
    ]
    assert starts
    assert all(0 < value < 16 for start in starts for value in start)


def test_an_icon_is_placed_and_scaled() -> None:
    canvas = Canvas()
    draw_icon(canvas, 5, 6, "web", size=8)
    assert 'transform="translate(5 6) scale(0.5)"' in canvas.markup()


def test_markers_differ_by_shape() -> None:
    shapes = []
    for marker in marker_names(ENGLISH):
        canvas = Canvas()
        draw_marker(canvas, 10, 10, marker)
        drawn = ET.fromstring(f"<g>{canvas.markup()}</g>")  # noqa: S314  # what we have drawn ourselves
        shapes.append([(e.tag, e.get("d")) for e in drawn])
    assert [[tag for tag, _ in shape] for shape in shapes] == [["path"], ["path", "path"], ["circle", "path"]]
    assert len({str(shape) for shape in shapes}) == 3


def test_a_tick_is_no_other_sign_in_a_mirror() -> None:
    canvas = Canvas(mirror=100)
    draw_icon(canvas, 5, 6, "tick", size=8)
    draw_icon(canvas, 5, 6, "web", size=8)
    assert re.findall(r'transform="([^"]*)"', canvas.markup()) == [
        "translate(100 0) scale(-1 1) translate(13 6) scale(-0.5 0.5)",
        "translate(100 0) scale(-1 1) translate(5 6) scale(0.5)",
    ]
