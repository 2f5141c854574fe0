from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxblueprint.pictures.graphemes import graphemes
from cxblueprint.pictures.text import ELLIPSIS, clean, clip, has_exact_widths, is_rtl, width, wrap

# Wide enough for any single letter, emoji family or flag in size 12.
ROOM = 90.0
SIZE = 12.0


@given(st.text(), st.integers(1, 6))
def test_no_line_is_wider_than_its_room(text: str, lines: int) -> None:
    paragraph = wrap(text, ROOM, SIZE, lines=lines)
    assert paragraph.count <= lines
    assert all(width(line, SIZE) <= ROOM for line in paragraph.lines)


@given(st.text(alphabet="ab cé–\u4e2d/\u00ad\u200b\n", max_size=200))
def test_wrapping_loses_nothing_but_spaces(text: str) -> None:
    paragraph = wrap(text, ROOM, SIZE)
    kept = "".join(paragraph.lines)
    for breaks in ("-", " "):
        kept = kept.replace(breaks, "")
    expected = clean(text)
    for breaks in ("\u00ad", "\u200b", " ", "-"):
        expected = expected.replace(breaks, "")
    assert kept == expected


@given(st.text())
def test_clipped_text_is_whole_or_ends_in_an_ellipsis_and_fits(text: str) -> None:
    shown = clip(text, ROOM, SIZE)
    assert width(shown, SIZE) <= ROOM
    assert shown == clean(text) or shown.endswith(ELLIPSIS)


@given(st.text())
def test_a_paragraph_says_whether_it_was_cut(text: str) -> None:
    paragraph = wrap(text, ROOM, SIZE, lines=1)
    if paragraph.is_cut:
        assert paragraph.lines[-1].endswith(ELLIPSIS)
    else:
        assert paragraph.count <= 1


@given(st.text())
def test_graphemes_add_up_to_the_text(text: str) -> None:
    assert "".join(graphemes(text)) == text


@given(st.text())
def test_clean_text_stays_as_it_is(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(st.text())
def test_clean_text_has_no_control_characters_and_no_overrides_of_direction(text: str) -> None:
    assert not [
        c for c in clean(text) if unicodedata.category(c) in ("Cc", "Cs") or c in "\u202a\u202e\u2066\u2069"
    ]


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("cafe\u0301", ["c", "a", "f", "e\u0301"]),
        ("\U0001f469\u200d\U0001f4bb!", ["\U0001f469\u200d\U0001f4bb", "!"]),
        ("\U0001f1e9\U0001f1ea\U0001f1eb\U0001f1f7", ["\U0001f1e9\U0001f1ea", "\U0001f1eb\U0001f1f7"]),
        ("\U0001f44d\U0001f3fdx", ["\U0001f44d\U0001f3fd", "x"]),
        ("\u0915\u094d\u0937\u093f", ["\u0915\u094d\u0937\u093f"]),
        ("\u0e41\u0e2d\u0e1b", ["\u0e41\u0e2d", "\u0e1b"]),
        ("\u1112\u1161\u11ab", ["\u1112\u1161\u11ab"]),
    ],
)
def test_what_a_reader_takes_for_one_letter_is_not_cut(text: str, letters: list[str]) -> None:
    assert graphemes(text) == letters


def test_a_line_ends_between_words() -> None:
    assert wrap("Opens the bill and compares it", 100, 12).lines == ("Opens the bill and", "compares it")


def test_a_word_that_is_too_long_goes_on_behind_a_hyphen() -> None:
    assert wrap("Donaudampfschifffahrt", 70, 12).lines == ("Donaudamp-", "fschifffahrt")


def test_a_soft_hyphen_says_where_a_word_may_be_broken() -> None:
    assert wrap("Donau\u00addampf\u00adschiff\u00adfahrt", 76, 12).lines == ("Donaudampf-", "schifffahrt")


def test_chinese_breaks_anywhere_but_before_a_full_stop() -> None:
    assert wrap("客戶選擇時間。", 72, 12).lines == ("客戶選擇時", "間。")


def test_a_line_may_end_behind_a_slash() -> None:
    assert wrap("approve/refuse the request", 60, 12).lines == ("approve/", "refuse the", "request")


def test_too_much_text_ends_in_an_ellipsis() -> None:
    paragraph = wrap("one two three four five six seven", 60, 12, lines=2)
    assert (paragraph.lines, paragraph.is_cut) == (("one two", "three fou…"), True)


def test_an_ellipsis_does_not_follow_a_comma() -> None:
    assert clip("Hello, world", 42, 12) == "Hello…"


def test_widths_are_those_of_arial() -> None:
    assert [width("Hotline", 10), width("Hotline", 10, bold=True)] == [31.12, 33.89]


def test_scripts_that_arial_lacks_are_measured_with_caution() -> None:
    assert width("\u4e2d", 10) == 10
    assert width("\u0e01", 10) > 5
    assert width("\U0001f600", 10) == 14
    assert width("\u0301", 10) < width("\u0301", 10, bold=True) or width("\u0301", 10) == 6


def test_only_what_the_table_knows_has_exact_widths() -> None:
    assert [has_exact_widths(text) for text in ("Größe ≤ 3", "Ελληνικά", "\u4e2d", "\U0001f600")] == [
        True,
        True,
        False,
        False,
    ]


def test_the_first_letter_tells_the_direction() -> None:
    assert [is_rtl(text) for text in ("(24) \u05e9", "Wi-Fi \u05e9", "24", "\u0645")] == [
        True,
        False,
        False,
        True,
    ]


def test_stacked_accents_stay_in_their_line() -> None:
    assert clean("q" + "\u0301" * 20) == "q" + "\u0301" * 4


def test_an_endless_sequence_of_joined_emoji_is_cut_where_the_line_ends() -> None:
    paragraph = wrap("\u200d".join(["\U0001f469"] * 20), ROOM, SIZE)
    assert paragraph.count > 1
    assert all(width(line, SIZE) <= ROOM for line in paragraph.lines)


def test_latin_letters_beside_arabic_have_room_for_the_font_of_those() -> None:
    beside = width("Hotline \u0639", 10) - width("\u0639", 10)
    assert [round(room, 1) for room in (width("Hotline ", 10), beside)] == [33.9, 39.0]


def test_what_is_cut_beside_arabic_keeps_to_its_room() -> None:
    shown = clip("\u0639 " + "a" * 99, 100, 10)
    assert (shown[-1], 90 < width(shown, 10) <= 100) == ("\u2026", True)
