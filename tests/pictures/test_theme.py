from __future__ import annotations

import re

import pytest

from cxblueprint.pictures.theme import DARK, LIGHT, TOKENS, contrast, page_css, style

LANES = ("evidence", "customer", "frontstage", "backstage", "support", "pleasant", "unpleasant")
TEAMS = tuple(f"team{number}" for number in range(8))

# What is read, and on what (WCAG 2.2, 1.4.3).
TEXT = [
    *(("ink", ground) for ground in ("ground", "card", "chip", *LANES)),
    *(("muted", ground) for ground in ("ground", "card", *LANES)),
    *(("bad", ground) for ground in ("bad-soft", "card")),
    ("info", "info-soft"),
    *(("on-badge", badge) for badge in ("bad", "warn", "info", *TEAMS)),
]
# What has to be seen to understand, and what lies beside it (1.4.11).
GRAPHICS = [
    *((line, ground) for line in ("flow", "handoff") for ground in ("ground", *LANES)),
    *(("border", ground) for ground in ("card", *LANES)),
    *(("ink", ground) for ground in ("ground",)),
    *(("curve", ground) for ground in ("pleasant", "unpleasant", "card")),
    *((tone, f"{tone}-soft") for tone in ("bad", "warn", "info")),
    *((tone, ground) for tone in ("bad", "warn", "info") for ground in ("ground", "card", *LANES)),
    *(("muted", ground) for ground in ("card", "ground", "support")),
    *(("focus", ground) for ground in ("card", "ground", *LANES)),
    *((badge, "card") for badge in TEAMS),
]


@pytest.mark.parametrize("theme", TOKENS)
@pytest.mark.parametrize(("text", "ground"), TEXT)
def test_text_stands_out_from_its_ground(theme: str, text: str, ground: str) -> None:
    assert contrast(TOKENS[theme][text], TOKENS[theme][ground]) >= 4.5


@pytest.mark.parametrize("theme", TOKENS)
@pytest.mark.parametrize(("line", "ground"), GRAPHICS)
def test_signs_stand_out_from_their_ground(theme: str, line: str, ground: str) -> None:
    assert contrast(TOKENS[theme][line], TOKENS[theme][ground]) >= 3


def test_contrast_is_that_of_wcag() -> None:
    assert [
        round(contrast(*pair), 2)
        for pair in (("#000000", "#ffffff"), ("#777777", "#ffffff"), ("#0a0", "#0a0"))[:2]
    ] == [
        21.0,
        4.48,
    ]


def test_light_and_dark_have_the_same_tokens() -> None:
    assert list(LIGHT) == list(DARK)


def test_a_stand_alone_style_needs_no_variables() -> None:
    assert not any("var(" in style(theme) for theme in ("auto", "light", "dark"))


def test_a_stand_alone_style_has_effect_on_its_own_theme_only() -> None:
    selectors = re.findall(r"(?:^|\})([^{}@]+)\{", style("dark"))
    assert selectors
    assert all(selector.startswith(".cx-dark") for selector in selectors)


def test_the_automatic_theme_is_light_and_turns_dark_for_those_who_prefer_it() -> None:
    light, dark = style("auto").split("@media screen and (prefers-color-scheme:dark){")
    assert f".cx-auto .cx-ground{{fill:{LIGHT['ground']}}}" in light
    assert f".cx-auto .cx-ground{{fill:{DARK['ground']}}}" in dark


def test_a_page_takes_every_colour_from_a_variable_with_the_light_one_before_it() -> None:
    rules = page_css()
    for token, light in LIGHT.items():
        for name in ("fill", "stroke"):
            assert rules.count(f"{name}:var(--cx-{token},{light})") == rules.count(
                f"{name}:{light};{name}:var(--cx-{token},{light})"
            )
        assert f"--cx-{token}:{light}" in rules


def test_every_variable_that_a_page_uses_is_set_in_both_schemes_and_in_print() -> None:
    rules = page_css()
    used = set(re.findall(r"var\(--cx-([a-z0-9-]+)", rules))
    schemes = {
        "light": re.search(r"^:root\{(.*)\}$", rules, re.MULTILINE),
        "dark": re.search(r"^\[data-md-color-scheme=slate\]\{(.*)\}$", rules, re.MULTILINE),
        "print": re.search(
            r"^@media print\{:root,\[data-md-color-scheme=slate\]\{(.*)\}\}$", rules, re.MULTILINE
        ),
    }
    assert {
        name: used - set(re.findall(r"--cx-([a-z0-9-]+):", found[1])) if found else used
        for name, found in schemes.items()
    } == {"light": set(), "dark": set(), "print": set()}


def test_braces_are_balanced() -> None:
    assert all(
        css.count("{") == css.count("}") for css in (page_css(), style("auto"), style("light"), style("dark"))
    )
