from __future__ import annotations

import re

import pytest

from cxblueprint.pictures.contrast import PAIRS, contrast, lacks
from cxblueprint.pictures.theme import DARK, LIGHT, TOKENS, page_css, style


@pytest.mark.parametrize("mode", TOKENS)
def test_our_own_colours_stand_out_from_each_other(mode: str) -> None:
    assert list(lacks(TOKENS[mode], TOKENS[mode])) == []


def test_text_needs_more_contrast_than_signs() -> None:
    assert {pair.kind: pair.least for pair in PAIRS} == {"text": 4.5, "sign": 3.0}


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
