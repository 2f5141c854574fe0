"""What a browser has printed: as much of a PDF as tests want to know."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass

_OBJECT = re.compile(rb"(?:^|\n)(\d+) 0 obj\n(.*?)\nendobj", re.DOTALL)
_BOX = re.compile(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]")
_FILL = re.compile(rb"([\d.]+) ([\d.]+) ([\d.]+) rg\b")


@dataclass(frozen=True)
class Paper:
    """A printed page."""

    width: int
    """In points, as is the height."""
    height: int
    fills: frozenset[str]
    """Every colour that something is filled with, as `#rrggbb`."""


def papers(pdf: bytes) -> list[Paper]:
    """Return the pages of a PDF that Chromium has printed."""
    objects = dict(_OBJECT.findall(pdf))
    return [_paper(body, objects) for body in objects.values() if re.search(rb"/Type /Page\b", body)]


def _paper(page: bytes, objects: dict[bytes, bytes]) -> Paper:
    box, contents = _BOX.search(page), re.search(rb"/Contents (\d+) 0 R", page)
    assert box, page
    assert contents, page
    stream = objects[contents[1]].partition(b"stream\n")[2].rpartition(b"\nendstream")[0]
    fills = {_colour(found.groups()) for found in _FILL.finditer(zlib.decompress(stream))}
    return Paper(round(float(box[1])), round(float(box[2])), frozenset(fills))


def _colour(shares: tuple[bytes, ...]) -> str:
    return "#" + "".join(f"{round(float(share) * 255):02x}" for share in shares)
