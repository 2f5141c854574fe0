"""Which colours have to stand out from which, and whether they do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

_LANES = ("evidence", "customer", "frontstage", "backstage", "support", "pleasant", "unpleasant")
_TEAMS = tuple(f"team{number}" for number in range(8))
_TONES = ("bad", "warn", "info")


class Pair(NamedTuple):
    """A colour in front and the one behind it."""

    kind: Literal["text", "sign"]
    front: str
    back: str

    @property
    def least(self) -> float:
        """The contrast that it needs: WCAG 2.2, criteria 1.4.3 for text and 1.4.11 for signs."""
        return 4.5 if self.kind == "text" else 3.0


# What is read, and on what.
_TEXTS = (
    *(("ink", ground) for ground in ("ground", "card", "chip", *_LANES)),
    *(("muted", ground) for ground in ("ground", "card", *_LANES)),
    *(("bad", ground) for ground in ("bad-soft", "card")),
    ("info", "info-soft"),
    *(("on-badge", badge) for badge in (*_TONES, *_TEAMS)),
)
# What has to be seen to understand, and what lies beside it.
_SIGNS = (
    *((line, ground) for line in ("flow", "handoff") for ground in ("ground", *_LANES)),
    *(("border", ground) for ground in ("card", "ground", *_LANES)),
    ("ink", "ground"),
    *(("curve", ground) for ground in ("pleasant", "unpleasant", "card", "ground")),
    *((tone, f"{tone}-soft") for tone in _TONES),
    *((tone, ground) for tone in _TONES for ground in ("ground", "card", *_LANES)),
    *(("muted", ground) for ground in ("card", "ground", "support")),
    *(("focus", ground) for ground in ("card", "ground", *_LANES)),
    *((badge, "card") for badge in _TEAMS),
)
PAIRS: tuple[Pair, ...] = (
    *(Pair("text", front, back) for front, back in _TEXTS),
    *(Pair("sign", front, back) for front, back in _SIGNS),
)


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two `#rrggbb` colours as WCAG 2 defines it, from 1 to 21."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def lacks(tokens: Mapping[str, str], ours: Mapping[str, str]) -> Iterator[str]:
    """Yield in words which pairs of colours do not stand out from each other as they have to.

    Our own colours say which of two is to be the darker one.
    """
    told: set[tuple[str, str]] = set()
    for pair in PAIRS:
        front, back = tokens[pair.front], tokens[pair.back]
        found = contrast(front, back)
        if found >= pair.least or (pair.front, pair.back) in told:
            continue
        told.add((pair.front, pair.back))
        is_darker = _luminance(ours[pair.front]) < _luminance(ours[pair.back])
        ways = ("darken", "lighten") if is_darker else ("lighten", "darken")
        shown = min(round(found, 2), pair.least - 0.01)  # 4.498 is not 4.5
        yield (
            f"{pair.kind} {pair.front!r} {front} on {pair.back!r} {back} has a contrast of "
            f"{shown:g}, and needs {pair.least:g}: "
            f"{ways[0]} {pair.front!r} or {ways[1]} {pair.back!r}"
        )


def _luminance(colour: str) -> float:
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
