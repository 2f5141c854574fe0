"""Our own icons: what each channel looks like, and the markers of a step; they differ by shape."""

from __future__ import annotations

import math
from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from cxblueprint.pictures.svg import Canvas, number
from cxblueprint.pictures.words import Words

Marker = Literal["moment-of-truth", "fail-point", "wait"]

GRID = 16

PATHS: Mapping[str, str] = MappingProxyType(
    {
        "web": "M1.8 3h12.4v10H1.8zM1.8 6h12.4M3.7 4.5h.1M5.4 4.5h.1M7.1 4.5h.1",
        "app": "M5.2 1.5h5.6a1.2 1.2 0 0 1 1.2 1.2v10.6a1.2 1.2 0 0 1-1.2 1.2H5.2a1.2 1.2 0 0 1-1.2-1.2V2.7"
        "a1.2 1.2 0 0 1 1.2-1.2zM7 12.3h2",
        "email": "M1.8 3.6h12.4v8.8H1.8zM1.8 4l6.2 5 6.2-5",
        "sms": "M3 2.6h10a1.2 1.2 0 0 1 1.2 1.2v6a1.2 1.2 0 0 1-1.2 1.2H7.2l-3 2.8V11H3"
        "a1.2 1.2 0 0 1-1.2-1.2v-6A1.2 1.2 0 0 1 3 2.6zM5.1 6.8h.1M8 6.8h.1M10.9 6.8h.1",
        "chat": "M1.6 2.2h8.6v6H5.2l-2 1.9V8.2H1.6zM12.2 5.4h2.2v6h-1.5v2l-2.1-2H6.4v-1.2",
        "phone": "M4.3 1.9l1.9.3 1 3-1.6 1.3a8.5 8.5 0 0 0 3.9 3.9l1.3-1.6 3 1 .3 1.9"
        "a1.9 1.9 0 0 1-2 2.1C6.6 13.4 2.6 9.4 2.2 3.9a1.9 1.9 0 0 1 2.1-2z",
        "video": "M1.6 4.2h8.6v7.6H1.6zM10.2 7.1l4.2-2.3v6.4l-4.2-2.3",
        "on-site": "M1.4 4h8.2v7.2H6.3M3.1 11.2H1.4V4M9.6 6.4h2.9l2.1 2.5v2.3h-.9M9.6 11.2h1.2"
        "M4.7 12.9a1.6 1.6 0 1 0 0-3.2 1.6 1.6 0 0 0 0 3.2z"
        "M12.2 12.9a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3z",
        "shop": "M2.8 2.5h10.4l1.2 3.8H1.6zM2.8 8v5.7h10.4V8M6.4 13.7v-3.5h3.2v3.5"
        "M1.6 6.3c0 2.1 3.2 2.1 3.2 0 0 2.1 3.2 2.1 3.2 0 0 2.1 3.2 2.1 3.2 0 0 2.1 3.2 2.1 3.2 0",
        "letter": "M3.4 1.6h6.2l3 3v9.8H3.4zM9.6 1.6v3h3M5.6 7.6h4.8M5.6 9.8h4.8M5.6 12h2.9",
        "social": "M3.9 9.8a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6z"
        "M11.9 5.6a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6z"
        "M11.9 14a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6zM5.5 7.1l4.8-2.5M5.5 8.9l4.8 2.5",
        "kiosk": "M3.2 1.7h9.6v7.1H3.2zM8 8.8v5.3M4.7 14.3h6.6M6 4.4h4M6 6.3h2.2",
        "messaging-app": "M8 1.9c3.7 0 6.4 2.5 6.4 5.7s-2.7 5.7-6.4 5.7c-.9 0-1.7-.1-2.5-.4l-3.3 1.2"
        " 1-2.9C2.2 10.2 1.6 9 1.6 7.6c0-3.2 2.7-5.7 6.4-5.7zM5.3 6.4h5.4M5.3 8.9h3.4",
        "other": "M8 14.2A6.2 6.2 0 1 0 8 1.8a6.2 6.2 0 0 0 0 12.4zM5.2 8h.1M8 8h.1M10.8 8h.1",
        "system": "M2.6 4c0-1.2 2.4-2.1 5.4-2.1s5.4.9 5.4 2.1-2.4 2.1-5.4 2.1S2.6 5.2 2.6 4z"
        "M2.6 4v8c0 1.2 2.4 2.1 5.4 2.1s5.4-.9 5.4-2.1V4M2.6 8c0 1.2 2.4 2.1 5.4 2.1s5.4-.9 5.4-2.1",
        "target": "M8 14.2A6.2 6.2 0 1 0 8 1.8a6.2 6.2 0 0 0 0 12.4z"
        "M8 11.2a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4zM8 8h.1",
        "ways": "M2 8h4.2L10 4h3.6M6.2 8 10 12h3.6M11.6 2l2 2-2 2M11.6 10l2 2-2 2",
        "together": "M2 8h3M5 2.6v10.8M5 4h8.6M5 12h8.6M11.6 2l2 2-2 2M11.6 10l2 2-2 2",
        "onward": "M2 8h11.6M10 4.4 13.6 8 10 11.6",
        "end": "M3.6 3.6h8.8v8.8H3.6z",
        "again": "M13.2 8A5.2 5.2 0 1 1 11.4 4M11.8 1.2V4.3H8.7",
        "goal": "M4 14.4V2h8.6L10.4 5l2.2 3H4",
        "alarm": "M2.8 11.8h10.4c-1.2-1-1.6-2.2-1.6-4.8a3.6 3.6 0 0 0-7.2 0c0 2.6-.4 3.8-1.6 4.8zM6.7 14h2.6",
        "rise": "M8 13.8V2.6M3.6 7 8 2.6 12.4 7",
        "expert": "M5.8 10.4a4.4 4.4 0 1 1 4.4 0v1.5H5.8zM6.4 14h3.2",
        "shield": "M8 1.7l5.2 1.8v4.3c0 3.2-2.2 5.4-5.2 6.5-3-1.1-5.2-3.3-5.2-6.5V3.5z",
        "wrench": "M13.6 4.6 11.2 7 9 4.8l2.4-2.4a3.7 3.7 0 0 0-4.7 4.8L2 11.9 4.1 14l4.7-4.7"
        "a3.7 3.7 0 0 0 4.8-4.7z",
        "tick": "M2.8 8.6 6.3 12 13.2 4.2",
        "calendar": "M2 3.4h12v10.8H2zM2 6.8h12M5.2 1.7v3M10.8 1.7v3",
        "seat": "M4.2 1.8h7.6v6.4H4.2zM2.8 8.2h10.4v2.4H2.8zM4.2 10.6v3.8M11.8 10.6v3.8",
    }
)

CHANNEL_KINDS = frozenset(
    [
        "web", "app", "email", "sms", "chat", "phone", "video", "on-site", "shop", "letter", "social",
        "kiosk", "messaging-app", "other",
    ]
)  # fmt: skip
"""The kinds of channels, each of which has an icon of its name."""
_STAR_WAIST = 0.47


def marker_names(words: Words) -> Mapping[Marker, str]:
    """Return what each marker means, in the order of the key."""
    return {
        "moment-of-truth": words("Moment of truth"),
        "fail-point": words("Fail point"),
        "wait": words("Wait"),
    }


# A tick is the same sign in every script.
_NEVER_MIRRORED = frozenset({"tick"})


def draw_icon(
    canvas: Canvas, x: float, y: float, name: str, *, size: float = 14, class_: str = "cx-icon"
) -> None:
    """Draw the icon `name` with its upper left corner at (`x`, `y`)."""
    scale = number(size / GRID)
    place = f"translate({number(x)} {number(y)}) scale({scale})"
    if canvas.is_mirrored and name in _NEVER_MIRRORED:
        place = f"translate({number(x + size)} {number(y)}) scale(-{scale} {scale})"
    canvas.path(PATHS[name], class_, transform=place)


def draw_marker(canvas: Canvas, x: float, y: float, marker: Marker, radius: float = 7.4) -> None:
    """Draw a marker around its middle: a star, a triangle or a clock."""
    r = radius

    def at(dx: float, dy: float) -> str:
        return f"{number(x + dx * r)} {number(y + dy * r)}"

    if marker == "moment-of-truth":
        corners = []
        for i in range(10):
            angle = -math.pi / 2 + i * math.pi / 5
            reach = 1.1 if i % 2 == 0 else 1.1 * _STAR_WAIST
            corners.append(at(reach * math.cos(angle), 0.06 + reach * math.sin(angle)))
        canvas.path(f"M{'L'.join(corners)}Z", "cx-info", stroke_linejoin="round")
    elif marker == "fail-point":
        canvas.path(f"M{at(0, -1)}L{at(1.08, 0.88)}L{at(-1.08, 0.88)}Z", "cx-bad", stroke_linejoin="round")
        canvas.path(f"M{at(0, -0.34)}L{at(0, 0.24)}M{at(0, 0.56)}L{at(0, 0.57)}", "cx-bad-line")
    else:
        canvas.element("circle", cx=x, cy=y, r=0.96 * r, class_="cx-warn")
        canvas.path(f"M{at(0, -0.55)}L{at(0, 0)}L{at(0.42, 0.26)}", "cx-warn-line")
