"""Colours and type: tokens for light and dark, and the style sheets made of them.

A stand-alone file carries plain colours, with a second set for readers who prefer dark; no `var()`,
which some renderers paint black. A picture inside a page takes its colours from the page's one style
sheet, through variables with the light colour in front of them as a fallback.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Literal, NamedTuple

from cxblueprint.pictures.words import ENGLISH, Words

Mode = Literal["auto", "light", "dark"]
MODES: tuple[Mode, ...] = ("auto", "light", "dark")

FONTS = (
    'Arial,"Helvetica Neue",Helvetica,"Liberation Sans",Arimo,"Noto Sans","Segoe UI",Roboto,'
    '"DejaVu Sans",sans-serif'
)
TEAM_TONES = 8

LIGHT: Mapping[str, str] = MappingProxyType(
    {
        "ground": "#ffffff",
        "ink": "#18212e",
        "muted": "#566272",
        "border": "#747f8e",
        "rule": "#d3dae4",
        "card": "#ffffff",
        "chip": "#ecf0f6",
        "evidence": "#f6f2e7",
        "customer": "#e7f0fc",
        "frontstage": "#e5f5ee",
        "backstage": "#f3edfb",
        "support": "#eef0f4",
        "flow": "#535e6d",
        "handoff": "#a5241a",
        "curve": "#1b4f96",
        "pleasant": "#e2f4eb",
        "unpleasant": "#fce9e6",
        "bad": "#a5241a",
        "bad-soft": "#fde5e1",
        "warn": "#7a4a00",
        "warn-soft": "#fdeecd",
        "info": "#1b4f96",
        "info-soft": "#e0ebfc",
        "focus": "#1b4f96",
        "on-badge": "#ffffff",
        "team0": "#0a5b96",
        "team1": "#8b4800",
        "team2": "#00684c",
        "team3": "#8d2e6c",
        "team4": "#58489c",
        "team5": "#665800",
        "team6": "#9c2c1c",
        "team7": "#3e4c5c",
    }
)
DARK: Mapping[str, str] = MappingProxyType(
    {
        "ground": "#1e2129",
        "ink": "#e9edf3",
        "muted": "#adb7c5",
        "border": "#808c9c",
        "rule": "#3b424e",
        "card": "#292d37",
        "chip": "#2d323d",
        "evidence": "#2b2921",
        "customer": "#1d2a3a",
        "frontstage": "#1c2e28",
        "backstage": "#2a2436",
        "support": "#262a32",
        "flow": "#a6b0bd",
        "handoff": "#ff9e92",
        "curve": "#8fbdff",
        "pleasant": "#17342a",
        "unpleasant": "#3c2421",
        "bad": "#ffb1a7",
        "bad-soft": "#4d1e19",
        "warn": "#ffd58c",
        "warn-soft": "#46310b",
        "info": "#abcdff",
        "info-soft": "#1b3558",
        "focus": "#abcdff",
        "on-badge": "#14171d",
        "team0": "#7bc4f6",
        "team1": "#f1b45c",
        "team2": "#62d7b1",
        "team3": "#f1a1d0",
        "team4": "#c0b2ff",
        "team5": "#ddcc5e",
        "team6": "#ff9e92",
        "team7": "#c1cbd7",
    }
)
TOKENS: Mapping[str, Mapping[str, str]] = MappingProxyType({"light": LIGHT, "dark": DARK})


@dataclass(frozen=True)
class Theme:
    """What pictures look like: colours for light and dark, fonts, and the words of lanes and keys."""

    mode: Mode = "auto"
    """Which colours a picture of its own has; `auto` follows the reader's preference."""
    light: Mapping[str, str] = field(default_factory=lambda: LIGHT)
    """Every token's colour as `#rrggbb`."""
    dark: Mapping[str, str] = field(default_factory=lambda: DARK)
    fonts: str = FONTS
    """A font list as CSS has it."""
    words: Words = ENGLISH

    def tokens(self, mode: Mode) -> Mapping[str, str]:
        """Return the colours for light or dark."""
        return self.dark if mode == "dark" else self.light

    def in_mode(self, mode: Mode) -> Theme:
        """Return the same theme in other colours of its own."""
        return replace(self, mode=mode)


DEFAULT = Theme()


def as_theme(theme: Theme | Mode) -> Theme:
    """Return a theme, or the default one in the colours that are named."""
    return theme if isinstance(theme, Theme) else DEFAULT.in_mode(theme)


class _Rule(NamedTuple):
    """What one class looks like: colours by token, and the rest as plain CSS."""

    selector: str
    colours: tuple[tuple[str, str], ...]
    rest: str = ""


def _fill(class_: str, token: str) -> _Rule:
    return _Rule(f".cx-{class_}", (("fill", token),))


def _stroke(class_: str, token: str, width: float, rest: str = "") -> _Rule:
    return _Rule(f".cx-{class_}", (("stroke", token),), f"fill:none;stroke-width:{width}{rest}")


def _tone(name: str) -> Iterator[_Rule]:
    """Yield the four ways in which a tone appears: box, text, line and solid badge."""
    yield _Rule(f".cx-{name}", (("fill", f"{name}-soft"), ("stroke", name)), "stroke-width:1")
    yield _fill(f"{name}-text", name)
    yield _stroke(f"{name}-line", name, 1.6, ";stroke-linecap:round;stroke-linejoin:round")
    yield _fill(f"{name}-solid", name)


def _rules(fonts: str) -> Iterator[_Rule]:
    # Pages set spacing and case on everything inside them: our text takes back what it inherits.
    yield _Rule(
        " text",
        (("fill", "ink"),),
        f"font-family:{fonts};font-style:normal;font-variant:normal;letter-spacing:0;word-spacing:0;"
        "text-transform:none;text-indent:0;line-height:1;text-shadow:none",
    )
    yield _fill("ground", "ground")
    yield _Rule(" text.cx-muted", (("fill", "muted"),))
    yield _Rule(" text.cx-on-badge", (("fill", "on-badge"),))
    yield _fill("dot", "muted")
    yield _fill("chip", "chip")
    yield _stroke("rule", "rule", 1)
    yield _Rule(".cx-card", (("fill", "card"), ("stroke", "border")), "stroke-width:1")
    yield _Rule(".cx-ghost", (), "stroke-dasharray:4 3")
    for lane in ("evidence", "customer", "frontstage", "backstage", "support", "pleasant", "unpleasant"):
        yield _fill(f"lane-{lane}", lane)
        yield _stroke(f"halo-{lane}", lane, 6)
    yield _stroke("halo-ground", "ground", 6)
    yield _stroke("boundary", "ink", 1.5, ";stroke-dasharray:9 5")
    yield _stroke("flow", "flow", 1.5)
    yield _stroke("loop", "flow", 1.5, ";stroke-dasharray:5 4")
    yield _stroke("handoff", "handoff", 2)
    yield _fill("head-flow", "flow")
    yield _fill("head-loop", "flow")
    yield _fill("head-handoff", "handoff")
    # A hand-off that nobody has agreed on.
    yield _stroke("unagreed", "handoff", 2, ";stroke-dasharray:6 4")
    yield _fill("head-unagreed", "handoff")
    # Work that passes although nobody has said how.
    yield _stroke("undeclared", "handoff", 2, ";stroke-dasharray:1.5 4;stroke-linecap:round")
    yield _fill("head-undeclared", "handoff")
    yield _stroke("icon", "muted", 1.3, ";stroke-linecap:round;stroke-linejoin:round")
    yield _stroke("curve", "curve", 3, ";stroke-linecap:round")
    yield _stroke("curve-gap", "curve", 1.6, ";stroke-dasharray:2 5;stroke-linecap:round")
    laugh = (("fill", "curve"), ("stroke", "curve"))
    yield _Rule(".cx-mouth-open", laugh, "stroke-width:1;stroke-linejoin:round")
    yield _Rule(".cx-face", (("fill", "card"), ("stroke", "curve")), "stroke-width:2.4")
    for tone in ("bad", "warn", "info"):
        yield from _tone(tone)
        yield _Rule(f" text.cx-{tone}-text", (("fill", tone),))
    yield _Rule(".cx-missing", (), "stroke-dasharray:2.5 2")
    yield _Rule(".cx-frame-error", (), "stroke-dasharray:6 3")
    yield _Rule(".cx-frame-warning", (), "stroke-dasharray:3 3")
    yield _Rule(".cx-frame-info", (), "stroke-dasharray:1 4")
    for number in range(TEAM_TONES):
        yield _fill(f"team{number}", f"team{number}")
    # A step of a journey map can be clicked anywhere in its column.
    yield _Rule(".cx-hit", (), "fill:none;pointer-events:all")
    yield _Rule(" a", (), "text-decoration:none;outline:none")
    for state in ("hover", "focus-visible"):
        yield _Rule(f" a:{state} .cx-hit", (("stroke", "focus"),), "stroke-width:2")
        yield _Rule(f" a:{state} .cx-card", (("stroke", "focus"),), "stroke-width:2.5")
        yield _Rule(f" a:{state} .cx-name", (), "text-decoration:underline")


def _selector(scope: str, rule: _Rule) -> str:
    glue = "" if rule.selector.startswith(" ") else " "
    return f".cx-{scope}{glue}{rule.selector}"


def _plain(scope: str, theme: Theme, mode: Mode, *, colours_only: bool = False) -> str:
    tokens = theme.tokens(mode)
    out: list[str] = []
    for rule in _rules(theme.fonts):
        parts = [f"{name}:{tokens[token]}" for name, token in rule.colours]
        if rule.rest and not colours_only:
            parts.append(rule.rest)
        if parts:
            out.append(f"{_selector(scope, rule)}{{{';'.join(parts)}}}")
    return "".join(out)


def style(theme: Theme | Mode) -> str:
    """Return the style sheet of a stand-alone file.

    Its rules hold for this mode's pictures alone, so that a light and a dark one may share a page.
    """
    theme = as_theme(theme)
    if theme.mode != "auto":
        return _plain(theme.mode, theme, theme.mode)
    dark = _plain("auto", theme, "dark", colours_only=True)
    return _plain("auto", theme, "light") + "@media screen and (prefers-color-scheme:dark){" + dark + "}"


def _variables(tokens: Mapping[str, str]) -> str:
    return ";".join(f"--cx-{name}:{value}" for name, value in tokens.items())


_SCROLL_CSS = """\
.cx-scroll{display:grid;justify-content:start;overflow-x:auto;max-width:100%;text-align:left}
.cx-scroll>svg{grid-area:1/1;display:block;max-width:none;height:auto}
.cx-scroll>svg.cx-sticky{position:sticky;left:0;z-index:1;pointer-events:none}
@media print{
.cx-scroll{overflow:visible}
.cx-scroll>svg.cx-page{width:100%;max-width:100%}
.cx-scroll>svg.cx-sticky{display:none}
}
"""


def page_css(theme: Theme = DEFAULT) -> str:
    """Return the one style sheet that a site with pictures needs: Material's two schemes, and print.

    A page puts `Picture.sticky` and `Picture.inline` into one element of the class `cx-scroll`.
    """
    out = [
        f":root{{{_variables(theme.light)}}}",
        f"[data-md-color-scheme=slate]{{{_variables(theme.dark)}}}",
        f"@media print{{:root,[data-md-color-scheme=slate]{{{_variables(theme.light)}}}}}",
    ]
    light = theme.light
    for rule in _rules(theme.fonts):
        parts = [
            f"{name}:{light[token]};{name}:var(--cx-{token},{light[token]})" for name, token in rule.colours
        ]
        if rule.rest:
            parts.append(rule.rest)
        out.append(f"{_selector('page', rule)}{{{';'.join(parts)}}}")
    return "\n".join(out) + "\n" + _SCROLL_CSS


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two `#rrggbb` colours as WCAG 2 defines it, from 1 to 21."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
