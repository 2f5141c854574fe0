"""SVG to PNG: the only file that knows the rasteriser, and the only one that looks for fonts."""

from __future__ import annotations

import os
import re
import sys
from functools import lru_cache
from html import unescape
from pathlib import Path

from cxblueprint.errors import CxBlueprintError, MissingExtraError
from cxblueprint.pictures import text as metrics
from cxblueprint.pictures.svg import number
from cxblueprint.pictures.theme import FONTS

SCALE = 2.0
# What a rasteriser can hold in memory without trouble; a longer picture is drawn smaller.
MAX_PIXELS = 60_000_000
# Many programs keep the sides of an image in 16 bits with a sign.
LONGEST_SIDE = 32_767
# Below this scale the small letters of a picture are no letters any more.
LEAST_SCALE = 0.7
_SUFFIXES = frozenset({".ttf", ".otf", ".ttc"})
# Emoji and the scripts of South and South East Asia join characters into one glyph. When a line mixes
# them with other text the rasteriser, which expects every font to make equally many glyphs, draws boxes.
_SCRIPTS = "\u0900-\u109f\u1780-\u17ff\u200c"
_EMOJI = "\u200d\u2600-\u27bf\ufe0f\U0001f000-\U0001faff\U000e0020-\U000e007f"
_JOINED_LINE = re.compile(rf"<text ([^>]*)>([^<]*[{_SCRIPTS}{_EMOJI}][^<]*)</text>")
_RUNS = re.compile(rf"[{_EMOJI}]+|[{_SCRIPTS}][{_SCRIPTS}\u200d ]*|[^{_SCRIPTS}{_EMOJI}]+")
# A line from right to left has to stay in one piece: there, emoji and flags are taken apart.
_JOINERS = re.compile("[\ufe0f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]|(?<=[\u2190-\U0001faff])\u200d")
_FLAG = re.compile("(?<=[\U0001f1e6-\U0001f1ff])(?=[\U0001f1e6-\U0001f1ff])")
_PROBE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="24">'
    '<text x="4" y="18" font-size="16" font-family=\'{fonts}\'>{text}</text></svg>'
)


def _folders() -> list[Path]:
    """Return where the operating systems keep their fonts."""
    home = Path.home()
    if sys.platform == "win32":
        return [
            Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts",
            Path(os.environ.get("LOCALAPPDATA", home)) / "Microsoft/Windows/Fonts",
        ]
    if sys.platform == "darwin":
        return [Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library/Fonts"]
    shared = os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    personal = os.environ.get("XDG_DATA_HOME") or str(home / ".local/share")
    return [Path(folder) / "fonts" for folder in (*shared.split(":"), personal) if folder] + [home / ".fonts"]


def _rank(path: Path) -> tuple[int, str]:
    """Return how early a font is asked for a letter which the picture's own font lacks.

    The rasteriser takes the first that has it, in the order of loading; unsorted, that may well be a
    bold serif.
    """
    name = path.stem.lower()
    is_plain = not any(
        word in name
        for word in ("bold", "italic", "oblique", "light", "thin", "black", "condensed", "medium", "narrow")
    )
    is_text = not any(
        word in name for word in ("serif", "mono", "math", "symbol", "looped", "kufi", "nastaliq")
    )
    # Emoji first: a text font that has only some of them would otherwise break up the joined ones.
    order = 0 if "emoji" in name else 1 if is_plain and is_text else 2 if is_text else 3
    return order, str(path)


@lru_cache(maxsize=1)
def _font_files() -> tuple[str, ...]:
    """Return the machine's font files, plain sans faces first."""
    found = {
        path
        for folder in _folders()
        if folder.is_dir()
        for path in folder.rglob("*")
        if path.suffix.lower() in _SUFFIXES
    }
    return tuple(str(path) for path in sorted(found, key=_rank))


def _in_runs(line: re.Match[str]) -> str:
    """Return a line as pieces that are shaped one by one: a place of its own makes a new piece.

    A piece is anchored by itself, so the whole line is moved to where it begins instead.
    """
    attributes, content = line.groups()
    if "\u2067" in content:
        return _FLAG.sub("\u200b", _JOINERS.sub("", line[0]))
    stated = dict(re.findall(r'([\w-]+)="([^"]*)"', attributes))
    wide = metrics.width(unescape(content), float(stated["font-size"]), bold="font-weight" in stated)
    share = {"middle": 0.5, "end": 1.0}.get(stated.pop("text-anchor", ""), 0.0)
    stated["x"] = number(float(stated["x"]) - share * wide)
    pieces = (f'<tspan y="{stated["y"]}">{run}</tspan>' for run in _RUNS.findall(content))
    opening = " ".join(f'{name}="{value}"' for name, value in stated.items())
    return f"<text {opening}>{''.join(pieces)}</text>"


def _rasterise(svg: str, zoom: float) -> bytes:
    try:
        import resvg_py
    except ImportError:
        raise MissingExtraError("PNG output", "png") from None
    svg = _JOINED_LINE.sub(_in_runs, svg)
    files = _font_files()
    try:
        # Fonts in unusual places are still found by the rasteriser's own search.
        png: bytes = resvg_py.svg_to_bytes(
            svg_string=svg, zoom=zoom, skip_system_fonts=bool(files), font_files=list(files) or None
        )
    except BaseException as problem:
        # A panic of the rasteriser is no Exception; whatever else is (Ctrl-C) passes.
        if isinstance(problem, Exception) or type(problem).__name__ == "PanicException":
            raise CxBlueprintError(
                f"the picture cannot become a PNG: {problem}; save it as .svg"
            ) from problem
        raise
    return png


@lru_cache(maxsize=1)
def _shows_text() -> bool:
    """Tell whether letters leave a trace: a rasteriser without a font leaves them out silently."""
    fonts = FONTS.replace("'", "")
    blank, written = (_rasterise(_PROBE.format(fonts=fonts, text=text), 1.0) for text in ("", "Ag"))
    return blank != written


def to_png(svg: str, width: float, height: float) -> bytes:
    """Return the picture as PNG, two pixels a unit where its size allows.

    Raises:
        MissingExtraError: if the rasteriser is not installed.
        CxBlueprintError: if the picture is too large, or this machine has no font to write with.
    """
    largest = min(LONGEST_SIDE / max(width, height), (MAX_PIXELS / (width * height)) ** 0.5)
    if largest < LEAST_SCALE:
        msg = (
            f"a picture of {width:,.0f} by {height:,.0f} units is too large for a PNG that anybody could "
            "read: draw a part of it, such as one stage, or save it as .svg"
        )
        raise CxBlueprintError(msg)
    if not _shows_text():
        raise CxBlueprintError(
            "this machine has no font that a PNG could be written with; install one (such as Liberation Sans "
            "or DejaVu Sans), or save as .svg"
        )
    return _rasterise(svg, min(SCALE, largest))
