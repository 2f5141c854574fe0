"""Measure the width of characters for the pictures, and write `src/cxblueprint/pictures/widths.json`.

Run it only to measure anew, with fontTools installed:

    python scripts/text_widths.py FONTS

FONTS is a folder with Liberation Sans (which has Arial's widths), Noto Sans in its scripts, and DejaVu Sans.
Widths are thousandths of the size. Of characters that Liberation Sans has, they are exact. Of other
scripts they are the widest among the fonts found: character by character where letters differ much,
else as one estimate that nine in ten characters of a block of 64 keep within.
"""

from __future__ import annotations

import itertools
import json
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from fontTools.ttLib import TTFont  # type: ignore[import-not-found,unused-ignore]  # not a dependency

TABLE = Path(__file__).parents[1] / "src/cxblueprint/pictures/widths.json"
EXACT = frozenset(
    itertools.chain(
        range(0x20, 0x7F), range(0xA0, 0x250), range(0x370, 0x530), range(0x1E00, 0x2000),
        range(0x2010, 0x2028), range(0x2030, 0x205F), range(0x2070, 0x20C0), range(0x2100, 0x2460),
    )
)  # fmt: skip
INDIC_AND_NEIGHBOURS, KHMER = range(0x530, 0x1200), range(0x1780, 0x1800)
ONE_BY_ONE = frozenset(itertools.chain(INDIC_AND_NEIGHBOURS, KHMER))
NOT_LATIN = range(0x250, 0x1F000)
NO_WIDTH = frozenset({"Cn", "Cc", "Cf", "Co", "Mn", "Me"})
BLOCK = 6
"""Blocks are of two to the power of so many characters."""


def advances(path: Path) -> Iterator[tuple[int, int]]:
    """Yield each character of a font with its width."""
    font = TTFont(path)
    per_em, metrics = font["head"].unitsPerEm, font["hmtx"]
    for code, glyph in font.getBestCmap().items():
        if unicodedata.category(chr(code)) not in NO_WIDTH:
            yield code, round(metrics[glyph][0] * 1000 / per_em)


def runs(widths: Mapping[int, int]) -> dict[str, list[int]]:
    """Return widths as runs of neighbours, by the first character of each."""
    found: dict[str, list[int]] = {}
    first = last = -2
    for code in sorted(widths):
        first = first if code == last + 1 else code
        found.setdefault(str(first), []).append(widths[code])
        last = code
    return found


def widest(fonts: Iterable[Path]) -> dict[int, int]:
    """Return the greatest width of each character that is neither Latin, wide nor an emoji."""
    found: dict[int, int] = defaultdict(int)
    for path in fonts:
        for code, width in advances(path):
            if code in NOT_LATIN and unicodedata.east_asian_width(chr(code)) not in "WF":
                found[code] = max(found[code], width)
    return {code: width for code, width in found.items() if width}


def estimates(widths: Mapping[int, int]) -> dict[str, int]:
    """Return one width for each block whose characters are not told one by one."""
    blocks: dict[int, list[int]] = defaultdict(list)
    for code, width in widths.items():
        blocks[code >> BLOCK].append(width)
    return {
        str(block << BLOCK): min(1500, sorted(found)[min(len(found) - 1, int(len(found) * 0.9))])
        for block, found in sorted(blocks.items())
        if block << BLOCK >= INDIC_AND_NEIGHBOURS.stop and block << BLOCK not in KHMER
    }


def main() -> None:
    """Write the table."""
    folder = Path(sys.argv[1])
    exact = {
        style: runs(
            {
                code: width
                for code, width in advances(next(folder.rglob(f"LiberationSans-{style.title()}.ttf")))
                if code in EXACT
            }
        )
        for style in ("regular", "bold")
    }
    foreign = widest([*sorted(folder.rglob("NotoSans*-Regular.ttf")), *folder.rglob("DejaVuSans.ttf")])
    told = {code: min(2000, width) for code, width in foreign.items() if code in ONE_BY_ONE}
    table = {**exact, "foreign": runs(told), "blocks": estimates(foreign)}
    TABLE.write_text(json.dumps(table, separators=(",", ":")), encoding="utf-8")


if __name__ == "__main__":
    main()
