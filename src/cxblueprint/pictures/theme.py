"""Colours and type: tokens for light and dark, and the style sheets made of them.

A stand-alone file carries plain colours, with a second set for readers who prefer dark; no `var()`,
which some renderers paint black. A picture inside a page takes its colours from the page's one style
sheet, through variables with the light colour in front of them as a fallback.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, NamedTuple

from cxblueprint.pictures.settling import settled
from cxblueprint.pictures.words import Words

Mode = Literal["auto", "light", "dark"]
MODES: tuple[Mode, ...] = ("auto", "light", "dark")

FONTS = (
    'Arial,"Helvetica Neue",Helvetica,"Liberation Sans",Arimo,"Noto Sans","Segoe UI",Roboto,'
    '"DejaVu Sans",sans-serif'
)
GENERIC_FONTS = frozenset(["sans-serif", "serif", "monospace", "system-ui"])
"""Families that CSS itself knows; in quotation marks they would be names of fonts."""
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


@dataclass(frozen=True, init=False)
class Theme:
    """What pictures look like: colours for light and dark, fonts, and the words of lanes and keys."""

    mode: Mode
    """Which colours a picture of its own has; `auto` follows the reader's preference."""
    light: Mapping[str, str]
    """Every colour of light pictures as `#rrggbb`, by the name of what it colours."""
    dark: Mapping[str, str]
    """The same for dark pictures."""
    fonts: tuple[str, ...]
    """Names of fonts to take before ours."""
    words: Words
    """What lanes, keys and labels say."""

    def __init__(
        self,
        *,
        mode: Mode = "auto",
        language: str = "en",
        fonts: Sequence[str] = (),
        light: Mapping[str, str] | None = None,
        dark: Mapping[str, str] | None = None,
        words: Mapping[str, str | Sequence[str]] | None = None,
        where: str = "theme",
    ) -> None:
        """Make a theme of what is to be different from ours.

        Args:
            mode: `light`, `dark`, or `auto` to follow the reader's own setting.
            language: the code of a language that is shipped, `ar`, `de`, `en`, `es` or `fr`; of another one
                where `words` brings its texts.
            fonts: names of fonts to take before ours.
            light: colours as `#rrggbb` or `#rgb`, by the name of what they colour, for light pictures.
            dark: the same for dark pictures.
            words: texts of your own by the English ones; of what is counted, one for each plural.
            where: how messages begin.

        Raises:
            UsageError: a name or a value means nothing, or two colours that have to stand out from each
                other do not; the message tells everything that is wrong.
        """
        ours = (LIGHT, DARK)
        own = settled(where, ours, language=language, fonts=fonts, light=light, dark=dark, words=words)
        values = {"mode": mode, "light": own.light, "dark": own.dark, "fonts": own.fonts, "words": own.words}
        for name, value in values.items():
            object.__setattr__(self, name, value)

    @property
    def font_list(self) -> str:
        """The fonts as CSS lists them."""
        return ",".join([*(name if name in GENERIC_FONTS else f'"{name}"' for name in self.fonts), FONTS])

    def tokens(self, mode: Mode) -> Mapping[str, str]:
        """Return the colours for light or dark."""
        return self.dark if mode == "dark" else self.light

    def in_mode(self, mode: Mode) -> Theme:
        """Return the same theme in other colours of its own."""
        other = copy(self)
        object.__setattr__(other, "mode", mode)
        return other


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


def _plan_rules() -> Iterator[_Rule]:
    """Yield how a plan looks: what its end hangs on, and its dates, which differ by weight and by dash."""
    # Where a standard has run out.
    yield _stroke("limit", "bad", 1.8, ";stroke-dasharray:6 4")
    yield _Rule(".cx-bar", (("fill", "card"), ("stroke", "border")), "stroke-width:1")
    yield _stroke("critical", "ink", 2.6)
    yield _fill("head-critical", "ink")
    yield _stroke("hatch", "ink", 0.9)
    yield _fill("diamond", "ink")
    yield _stroke("date-given", "ink", 2.4)
    yield _stroke("date-usual", "ink", 1.7, ";stroke-dasharray:10 3 2 3")
    yield _stroke("date-end", "ink", 1.7, ";stroke-dasharray:4 3")
    yield _stroke("date", "muted", 1.2, ";stroke-dasharray:1.5 3")


def _measure_rules() -> Iterator[_Rule]:
    """Yield how measures are tied to each other and to what they measure."""
    # What drives a measure, what it is a part of, and where it is measured.
    yield _stroke("drives", "curve", 2.2)
    yield _fill("head-drives", "curve")
    yield _stroke("rollup", "flow", 1.7, ";stroke-dasharray:8 3 1.5 3")
    yield _fill("head-rollup", "flow")
    yield _stroke("measured", "flow", 1.8, ";stroke-dasharray:0.1 4;stroke-linecap:round")
    # What could be there and is not stated.
    yield _stroke("unstated", "border", 1, ";stroke-dasharray:3 2.5")


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
    yield from _plan_rules()
    yield from _measure_rules()
    # Reporting lines: one that never ends, and one that a finding is about.
    yield _stroke("circle", "bad", 2, ";stroke-dasharray:6 4")
    yield _fill("head-circle", "bad")
    yield _stroke("chain", "bad", 3.6)
    yield _stroke("icon", "muted", 1.3, ";stroke-linecap:round;stroke-linejoin:round")
    # In a row of the portfolio: what customers feel, and a standard without a target.
    yield _stroke("feeling", "curve", 1.8, ";stroke-linecap:round;stroke-linejoin:round")
    yield _stroke("info-thin", "info", 1.2)
    yield _stroke("curve", "curve", 3, ";stroke-linecap:round")
    yield _stroke("curve-gap", "curve", 1.6, ";stroke-dasharray:2 5;stroke-linecap:round")
    laugh = (("fill", "curve"), ("stroke", "curve"))
    yield _Rule(".cx-mouth-open", laugh, "stroke-width:1;stroke-linejoin:round")
    yield _Rule(".cx-face", (("fill", "card"), ("stroke", "curve")), "stroke-width:2.4")
    yield _stroke("feature", "curve", 1.6, ";stroke-linecap:round;stroke-linejoin:round")
    for tone in ("bad", "warn", "info"):
        yield from _tone(tone)
        yield _Rule(f" text.cx-{tone}-text", (("fill", tone),))
    yield _Rule(".cx-missing", (), "stroke-dasharray:2.5 2")
    yield _Rule(".cx-frame-error", (), "stroke-dasharray:6 3")
    yield _Rule(".cx-frame-warning", (), "stroke-dasharray:3 3")
    yield _Rule(".cx-frame-info", (), "stroke-dasharray:1 4")
    for number in range(TEAM_TONES):
        yield _fill(f"team{number}", f"team{number}")
        yield _stroke(f"team{number}-line", f"team{number}", 1.8)
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
    for rule in _rules(theme.font_list):
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
.cx-scroll{display:grid;justify-content:start;overflow-x:auto;max-width:100%;text-align:left;direction:ltr}
.cx-scroll[dir=rtl]{direction:rtl}
.cx-page text{direction:ltr}
.cx-scroll>svg{grid-area:1/1;display:block;max-width:none;height:auto}
.cx-scroll>svg.cx-sticky{position:sticky;left:0;z-index:1;pointer-events:none}
.cx-scroll[dir=rtl]>svg.cx-sticky{left:auto;right:0}
.cx-paper{display:none}
@media print{
.cx-scroll{display:block;overflow:visible}
.cx-scroll>svg.cx-page,.cx-paper>svg{display:block;height:auto;max-width:100%;max-height:255mm;break-inside:avoid}
.cx-scroll>svg.cx-page{width:auto}
.cx-scroll>svg.cx-sticky,.cx-scroll:has(.cx-paper)>svg{display:none}
.cx-paper{display:block}
.cx-paper>svg{margin-bottom:5mm}
}
"""


def page_css(theme: Theme = DEFAULT) -> str:
    """Return the one style sheet that a site with pictures needs: Material's two schemes, and print.

    A page puts `inline`, `sticky` and `paper` of a picture into one element of the class `cx-scroll`.
    """
    out = [
        f":root{{{_variables(theme.light)}}}",
        f"[data-md-color-scheme=slate]{{{_variables(theme.dark)}}}",
        f"@media print{{:root,[data-md-color-scheme=slate]{{{_variables(theme.light)}}}}}",
    ]
    light = theme.light
    for rule in _rules(theme.font_list):
        parts = [
            f"{name}:{light[token]};{name}:var(--cx-{token},{light[token]})" for name, token in rule.colours
        ]
        if rule.rest:
            parts.append(rule.rest)
        out.append(f"{_selector('page', rule)}{{{';'.join(parts)}}}")
    return "\n".join(out) + "\n" + _SCROLL_CSS
