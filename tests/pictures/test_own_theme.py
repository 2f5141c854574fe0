"""Themes that users make: what they may say, and what is told of what means nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

import cxblueprint as cx
from cxblueprint.errors import UsageError
from cxblueprint.pictures import page_css, settings_of, theme_from
from cxblueprint.pictures.contrast import PAIRS, contrast
from cxblueprint.pictures.theme import DARK, FONTS, LIGHT, style

if TYPE_CHECKING:
    from .conftest import Build, Drawing

    Look = Callable[[str], Drawing]

COMPANY: dict[str, Any] = {
    "language": "de",
    "fonts": ["Inter", "serif"],
    "light": {"curve": "#8A1C5B", "ink": "#000"},
    "dark": {"curve": "#f9c"},
    "words": {"Frontstage": "Am Schalter", "step": ["{n} Station", "{n} Stationen"]},
}


def complaints(settings: object, **more: Any) -> list[str]:  # noqa: ANN401  # whatever `theme_from` takes
    """Return what is told of settings that mean nothing."""
    with pytest.raises(UsageError) as caught:
        theme_from(settings, "theme", **more)
    return str(caught.value).splitlines()


def test_a_theme_is_ours_but_for_what_is_told() -> None:
    theme = theme_from(COMPANY, "theme")
    assert (theme.light["curve"], theme.light["ink"], theme.dark["curve"]) == (
        "#8a1c5b",
        "#000000",
        "#ff99cc",
    )
    assert {name: colour for name, colour in theme.light.items() if name not in ("curve", "ink")} == {
        name: colour for name, colour in LIGHT.items() if name not in ("curve", "ink")
    }
    assert (theme.words("Frontstage"), theme.words("Backstage"), theme.words.count(2, "step")) == (
        "Am Schalter",
        "Backstage",
        "2 Stationen",
    )
    assert theme.font_list == f'"Inter",serif,{FONTS}'


def test_nothing_told_is_our_own_theme() -> None:
    assert theme_from({}, "theme") == cx.Theme()
    assert (cx.Theme().light, cx.Theme().dark, cx.Theme().font_list) == (LIGHT, DARK, FONTS)


def test_settings_make_the_theme_that_made_them() -> None:
    theme = theme_from(COMPANY, "theme")
    assert theme_from(settings_of(theme), "theme") == theme
    assert settings_of(theme) == COMPANY | {
        "light": {"curve": "#8a1c5b", "ink": "#000000"},
        "dark": {"curve": "#ff99cc"},
    }


def test_a_picture_has_the_colours_fonts_and_words_of_its_theme(journey_of: Build, look_at: Look) -> None:
    graph = journey_of({"name": "a", "emotion": 1}, {"name": "b", "emotion": -1})
    picture = cx.render(graph, "journey-map", theme=cx.Theme(**COMPANY))
    assert "fill:none;stroke-width:3" in picture.svg
    assert ".cx-auto .cx-curve{stroke:#8a1c5b" in picture.svg
    assert ".cx-auto .cx-curve{stroke:#ff99cc}" in picture.svg.partition("prefers-color-scheme")[2]
    assert 'font-family:"Inter",serif,Arial' in picture.svg
    assert "Aktivität" in look_at(picture.svg).texts()
    assert picture.description.startswith("Journey-Map: 1 Phase und 2 Stationen.")


def test_a_page_has_the_colours_and_fonts_of_its_theme() -> None:
    css = page_css(cx.Theme(**COMPANY))
    assert "stroke:#8a1c5b;stroke:var(--cx-curve,#8a1c5b)" in css
    assert css.count("--cx-curve:#8a1c5b") == 2  # for light schemes, and for paper
    assert css.count("--cx-curve:#ff99cc") == 1
    assert 'font-family:"Inter",serif,Arial' in css


# Colours


def test_a_pair_that_does_not_stand_out_is_named_with_the_way_out() -> None:
    told = complaints({"light": {"muted": "#999"}})
    assert told[1] == (
        "theme.light: text 'muted' #999999 on 'card' #ffffff has a contrast of 2.85, and "
        "needs 4.5: darken 'muted' or lighten 'card'"
    )
    assert len(told) == len({pair.back for pair in PAIRS if pair.front == "muted"})


def test_in_the_dark_the_way_out_is_the_other_one() -> None:
    assert complaints({"dark": {"handoff": "#7a3a34"}})[0] == (
        "theme.dark: sign 'handoff' #7a3a34 on 'ground' #1e2129 has a contrast of 1.9, and needs 3: "
        "lighten 'handoff' or darken 'ground'"
    )


def test_a_contrast_that_just_fails_is_not_rounded_to_one_that_holds() -> None:
    colours = {"ground": "#ffffff", "muted": "#777776"}
    assert 4.47 < contrast(*colours.values()) < 4.5
    told = complaints({"light": {"muted": "#767777"}})
    assert re.search(r"on 'ground' #ffffff has a contrast of 4\.4\d, and needs 4\.5", told[0])


def test_a_message_names_the_file() -> None:
    with pytest.raises(UsageError, match=r"^cxblueprint\.toml: theme\.light\.ink is 3: "):
        theme_from({"light": {"ink": 3}}, "cxblueprint.toml: theme")


def test_every_pair_of_both_schemes_is_told_at_once() -> None:
    told = complaints({"light": {"ink": "#ddd"}, "dark": {"ink": "#333"}})
    pairs = [pair for pair in PAIRS if pair.front == "ink" and pair.kind == "text"]
    modes = [line.partition(": text")[0] for line in told]
    assert modes == ["theme.light"] * len(pairs) + ["theme.dark"] * len(pairs)


SHIPPED = "shipped are ar, de, en, es, fr"
CODE = f"write a code such as 'de' or 'pt-BR'; {SHIPPED}"
FORM = "write a colour as #rrggbb or #rgb"
BRACE = "has a brace without its other half: allowed are none"


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        (["de"], ' wants a table with language, fonts, light, dark, words, not ["de"]'),
        ({"site": "de"}, ": unknown key 'site': there are language, fonts, light, dark, words"),
        ({"font": ["a"]}, ": unknown key 'font', did you mean 'fonts'?"),
        ({"light": "#fff"}, ".light wants a table of colours, not '#fff'"),
        ({"light": {"mutd": "#fff"}}, ".light: there is no colour 'mutd', did you mean 'muted'?"),
        ({"dark": {"ink": "white"}}, f".dark.ink is 'white': {FORM}"),
        ({"dark": {"ink": "#ffff"}}, f".dark.ink is '#ffff': {FORM}"),
        ({"dark": {"ink": 3}}, f".dark.ink is 3: {FORM}"),
        ({"fonts": "Inter"}, ".fonts wants a list of names, not 'Inter'"),
        ({"language": "german"}, f".language is 'german': {CODE}"),
        ({"language": 3}, f".language is 3: {CODE}"),
        ({"language": "nl"}, f".language is 'nl', and nobody has given its `words`: {SHIPPED}"),
        ({"language": "frr"}, f".language is 'frr', did you mean 'fr'?: {SHIPPED}"),
        ({"words": []}, ".words wants a table of texts by the English ones, not []"),
        (
            {"words": {"Fronstage": "x"}},
            ".words: pictures do not say 'Fronstage', did you mean 'Frontstage'?",
        ),
        ({"words": {"Quux": "x"}}, ".words: pictures do not say 'Quux', in English"),
        ({"words": {"Wait": " "}}, ".words: 'Wait' wants a text, not ' '"),
        ({"words": {"Wait": ["a"]}}, ".words: 'Wait' wants a text, not ['a']"),
        ({"words": {"Wait": "{0}"}}, ".words: 'Wait': '{0}' has {0}: allowed are none"),
        ({"words": {"Wait": "} b"}}, f".words: 'Wait': '}} b' {BRACE}"),
        ({"words": {"hour": "{n:>9}"}}, ".words: 'hour': '{n:>9}' has {n:>9}: allowed are {n}"),
        ({"words": {"hour": "{n!r} h"}}, ".words: 'hour': '{n!r} h' has {n!r}: allowed are {n}"),
        ({"words": {"step": 3}}, ".words: 'step' wants a text, or a list of them for 1, 2, not 3"),
        (
            {"words": {"Wait: {time}": "Wait {tme}"}},
            ".words: 'Wait: {time}': 'Wait {tme}' has {tme}: allowed are {time}",
        ),
        (
            {"words": {"Wait: {time}": "{time.real}"}},
            ".words: 'Wait: {time}': '{time.real}' has {time.real}: allowed are {time}",
        ),
        (
            {"words": {"step": ["{n}"] * 3}},
            ".words: 'step' wants a text, or a list of them for 1, 2, not ['{n}', '{n}', '{n}']",
        ),
    ],
)
def test_what_means_nothing_is_told(settings: object, told: str) -> None:
    assert complaints(settings) == [f"theme{told}"]


def test_all_that_is_wrong_is_told_at_once() -> None:
    told = complaints({"language": "xx", "fonts": ["<"], "light": {"a": "b"}, "dark": {"ink": "b"}})
    assert [line.removeprefix("theme").split(" ")[0] for line in told] == [
        ".language",
        ".fonts:",
        ".light:",
        ".dark.ink",
    ]


def test_in_python_messages_begin_with_the_theme() -> None:
    with pytest.raises(UsageError, match=r"^theme\.light: there is no colour 'inc', did you mean 'ink'\?$"):
        cx.Theme(light={"inc": "#000"})


# Fonts


@pytest.mark.parametrize(
    "name",
    [
        'x"',
        "x'; }",
        "</style><script>",
        "a\\",
        "a\nb",
        "url(x)",
        "a,b",
        "",
        " ",
        "-x",
        "a&b",
        "a;b",
        "a{b}",
        "@a",
        None,
    ],
)
def test_a_name_that_could_end_the_style_sheet_is_no_name_of_a_font(name: str | None) -> None:
    way_out = "write letters, digits, spaces and . + - alone"
    assert complaints({"fonts": [name]}) == [f"theme.fonts: {name!r} is no name of a font: {way_out}"]


def test_a_font_may_have_a_name_in_any_script() -> None:
    css = style(cx.Theme(fonts=["メイリオ", "Noto Sans 3.0", "Source-Code+Pro"]))
    assert 'font-family:"メイリオ","Noto Sans 3.0","Source-Code+Pro",Arial' in css


# Words and languages


def test_a_language_that_is_not_shipped_is_told_by_its_words_and_counts_in_its_own_way() -> None:
    theme = cx.Theme(language="pl", words={"Step": "Krok", "step": ["{n} krok", "{n} kroki", "{n} kroków"]})
    assert [theme.words.count(number, "step") for number in (1, 3, 12)] == ["1 krok", "3 kroki", "12 kroków"]
    assert (theme.words.language, theme.words("Step"), theme.words("Stage")) == ("pl", "Krok", "Stage")


def test_one_form_may_do_for_every_number() -> None:
    words = cx.Theme(language="de", words={"step": "Schritte: {n}"}).words
    assert [words.count(number, "step") for number in (1, 2)] == ["Schritte: 1", "Schritte: 2"]


def test_a_language_from_right_to_left_is_known_as_such() -> None:
    words = {"Step": "شلب"}
    assert [cx.Theme(language=code, words=words).words.is_rtl for code in ("fa", "he", "ur-PK", "pl")] == [
        True,
        True,
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("configured", "asked", "frontstage"),
    [
        ({"words": {"Frontstage": "Counter"}}, None, "Counter"),
        ({"words": {"Frontstage": "Counter"}}, "en", "Counter"),
        ({"words": {"Frontstage": "Counter"}}, "de", "Frontstage"),
        ({"language": "de", "words": {"Frontstage": "Schalter"}}, "de-AT", "Schalter"),
        ({"language": "de", "words": {"Frontstage": "Schalter"}}, "fr", "Avant-scène"),
        ({"language": "nl", "words": {"Frontstage": "Balie"}}, "nl", "Balie"),
        ({"language": "nl", "words": {"Frontstage": "Balie"}}, "es", "En escena"),
    ],
)
def test_own_words_are_for_their_own_language(
    configured: dict[str, Any], asked: str | None, frontstage: str
) -> None:
    assert theme_from(configured, "theme", language=asked).words("Frontstage") == frontstage


def test_a_language_asked_for_that_nobody_ships_is_told() -> None:
    assert complaints({}, language="nl") == [
        "language 'nl', and nobody has given its `words`: shipped are ar, de, en, es, fr"
    ]


def test_the_same_theme_in_other_colours_is_otherwise_the_same() -> None:
    theme = cx.Theme(**COMPANY)
    assert theme.in_mode("dark") == cx.Theme(**COMPANY, mode="dark")
    assert theme.mode == "auto"
