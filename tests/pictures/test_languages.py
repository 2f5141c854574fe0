"""Each language that is shipped says everything, and counts as its readers do."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from cxblueprint.model import Duration, Target
from cxblueprint.pictures.amounts import duration_in_words, target_in_signs
from cxblueprint.pictures.grammar import examples_of, form_for, forms_of, plural_of
from cxblueprint.pictures.settling import known_counts, known_texts
from cxblueprint.pictures.words import ENGLISH, LANGUAGES, Words, words_in

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from scripts.words import collected, faults, in_order, languages, taken

if TYPE_CHECKING:
    from .conftest import Drawing

    Look = Callable[[str], Drawing]

SHIPPED = {code: (path, language) for code, path, language in languages()}
SAID = collected()


# The languages


def test_the_shipped_languages_are_those_that_are_listed() -> None:
    assert [*sorted(SHIPPED), "en"] == sorted(LANGUAGES, key=lambda code: (code == "en", code))


@pytest.mark.parametrize("code", SHIPPED)
def test_a_language_says_everything_that_pictures_say(code: str) -> None:
    """What this lacks, `make words` prints as JSON, to be filled in and put into the file."""
    _, language = SHIPPED[code]
    assert faults(language, SAID, forms_of(language["plural"])) == {}


@pytest.mark.parametrize("code", SHIPPED)
def test_a_language_is_written_in_the_order_of_the_code(code: str) -> None:
    path, language = SHIPPED[code]
    assert path.read_text(encoding="utf-8") == in_order(language, SAID)


@pytest.mark.parametrize("code", SHIPPED)
def test_a_language_has_the_plurals_of_its_grammar(code: str) -> None:
    assert words_in(code).plural == plural_of(code)


def test_words_are_only_called_with_literals() -> None:
    assert SAID.unreadable == []


def test_no_text_is_both_said_and_counted() -> None:
    assert (known_texts(), known_counts()) == (frozenset(SAID.texts), frozenset(SAID.counts))
    assert known_texts().isdisjoint(known_counts())


def test_literals_are_collected_from_calls(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(
        'words("a"); facts.words("b {x}", x=1); self.words.count(2, "c"); items.count("d"); words(e)\n',
        encoding="utf-8",
    )
    (tmp_path / "b.py").write_text(
        'from cxblueprint.pictures.strips import words\nwords(f); words.count(1, "g")\n', encoding="utf-8"
    )
    found = collected(tmp_path)
    assert found.texts == {"a": "a.py:1", "b {x}": "a.py:1"}
    assert found.counts == {"c": "a.py:1", "g": "b.py:2"}
    assert found.unreadable == ["a.py:1"]


def test_what_a_language_lacks_is_told_with_places_to_fill(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text('words("a"); words("b {x}"); words.count(2, "c"); words.count(2, "d")')
    language = {"texts": {"b {x}": "B", "z": "Z"}, "counts": {"d": ["{n} d"]}}
    assert faults(language, collected(tmp_path), 2) == {
        "texts": {"a": ""},
        "counts": {"c": ["", ""]},
        "left over": ["z"],
        "wrong placeholders or number of forms": ["b {x}", "d"],
    }


@pytest.mark.parametrize("code", SHIPPED)
def test_the_file_of_a_language_shows_what_nobody_sees(code: str) -> None:
    text = SHIPPED[code][0].read_text(encoding="utf-8")
    assert not set(text) & set("\u00a0\u00ad\u200b\u200e\u200f")
    assert json.loads(text)["direction"] == ("rtl" if code == "ar" else "ltr")


def test_what_was_filled_in_is_taken_over_and_what_is_left_over_goes(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text('words("a"); words("b"); words.count(2, "c")')
    language = {"decimal": ",", "texts": {"z": "Z", "b": "B"}, "counts": {}}
    filled = {"texts": {"a": "A"}, "counts": {"c": ["{n} C"]}, "left over": ["z"]}
    assert taken(language, filled, collected(tmp_path)) == {
        "decimal": ",",
        "texts": {"a": "A", "b": "B"},
        "counts": {"c": ["{n} C"]},
    }


# Plurals and numbers


@pytest.mark.parametrize(
    ("plural", "numbers", "forms"),
    [
        ("other", (0, 1, 2, 11), [0, 0, 0, 0]),
        ("one-other", (0, 1, 2, Decimal("1.5")), [1, 0, 1, 1]),
        ("zero-one-other", (0, 1, 2, Decimal("1.5"), Decimal("2.5")), [0, 0, 1, 0, 1]),
        ("czech", (0, 1, 2, 4, 5, 22, Decimal("1.5")), [2, 0, 1, 1, 2, 2, 1]),
        ("polish", (0, 1, 2, 5, 12, 21, 22, 112), [2, 0, 1, 2, 2, 2, 1, 2]),
        ("russian", (0, 1, 2, 5, 11, 21, 22, 111), [2, 0, 1, 2, 2, 0, 1, 2]),
        ("arabic", (0, 1, 2, 3, 10, 11, 99, 100, 102, 103, 111), [0, 1, 2, 3, 3, 4, 4, 5, 5, 3, 4]),
        ("arabic", (Decimal("1.5"), Decimal("3.0")), [5, 3]),
    ],
)  # fmt: skip
def test_a_number_takes_the_form_of_the_language(
    plural: Any,  # noqa: ANN401  # one of the literals
    numbers: tuple[int | Decimal, ...],
    forms: list[int],
) -> None:
    assert [form_for(plural, number) for number in numbers] == forms


def test_each_form_has_an_example() -> None:
    assert (examples_of("one-other"), examples_of("polish"), examples_of("arabic")) == (
        (1, 2),
        (1, 2, 5),
        (0, 1, 2, 3, 11, 100),
    )


def test_arabic_counts_in_six_forms() -> None:
    assert [words_in("ar").count(number, "step") for number in (0, 1, 2, 3, 11, 100)] == [
        "0 خطوة",
        "خطوة واحدة",
        "خطوتان",
        "3 خطوات",
        "11 خطوة",
        "100 خطوة",
    ]


WAITS = ("1h", "2d", "1.5h", "3bd", "11mo")


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("en", ["1 hour", "2 days", "1.5 hours", "3 business days", "11 months"]),
        ("de", ["1 Stunde", "2 Tage", "1,5 Stunden", "3 Arbeitstage", "11 Monate"]),
        ("fr", ["1 heure", "2 jours", "1,5 heure", "3 jours ouvrés", "11 mois"]),
        ("es", ["1 hora", "2 días", "1,5 horas", "3 días laborables", "11 meses"]),
        ("ar", ["ساعة واحدة", "يومان", "1.5 ساعة", "3 أيام عمل", "11 شهرًا"]),
    ],
)
def test_a_wait_is_told_as_the_language_counts(code: str, said: list[str]) -> None:
    assert [duration_in_words(Duration.parse(wait), words_in(code)) for wait in WAITS] == said


TARGETS = ("90% within 4h", "95.5% by due", "every 1bd", "every 1.5h", "at least 4.5", "at most 2%")


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("en", ["90% ≤ 4h", "95.5% by due", "every 1bd", "every 1.5h", "≥ 4.5", "≤ 2%"]),
        (
            "de",
            [
                "90~% ≤ 4~h", "95,5~% termingerecht", "jeden Arbeitstag",
                "alle 1,5 Stunden", "≥ 4,5", "≤ 2~%",
            ],
        ),
        (
            "fr",
            [
                "90~% ≤ 4~h", "95,5~% dans les délais", "chaque jour ouvré",
                "toutes les 1,5 heures", "≥ 4,5", "≤ 2~%",
            ],
        ),
        (
            "es",
            [
                "90~% ≤ 4~h", "95,5~% en plazo", "cada día laborable",
                "cada 1,5 horas", "≥ 4,5", "≤ 2~%",
            ],
        ),
        (
            "ar",
            [
                "90% خلال 4 ساعات", "95.5% في الموعد", "كل يوم عمل",
                "كل 1.5 ساعة", "4.5 على الأقل", "2% على الأكثر",
            ],
        ),
    ],
)  # fmt: skip
def test_a_target_is_told_as_the_language_writes(code: str, said: list[str]) -> None:
    told = [target_in_signs(Target.parse(target), words_in(code)) for target in TARGETS]
    assert [text.replace("\u00a0", "~") for text in told] == said


@pytest.mark.parametrize("target", [*TARGETS, "within 3mo", "every 2w", "at least 90%", "100% within 30s"])
def test_in_english_a_target_is_told_as_everywhere(target: str) -> None:
    assert target_in_signs(Target.parse(target), ENGLISH) == Target.parse(target).in_signs


@pytest.mark.parametrize("unit", ["s", "min", "h", "d", "bd", "w", "mo", "y"])
def test_in_english_a_duration_is_told_as_everywhere(unit: str) -> None:
    durations = [Duration.parse(f"{amount}{unit}") for amount in (1, 2)]
    assert [duration_in_words(one, ENGLISH) for one in durations] == [one.in_words for one in durations]


def test_a_name_begins_small_inside_a_sentence_where_the_language_does_so() -> None:
    assert [words.inside("Frontstage") for words in (ENGLISH, words_in("de"))] == ["frontstage", "Frontstage"]
    assert (ENGLISH.inside("CRM and more"), ENGLISH.inside("")) == ("CRM and more", "")


def test_a_signed_number_keeps_its_sign_at_the_left_among_words_from_right_to_left() -> None:
    assert [words_in("ar").figure(plain) for plain in ("−0.5", "0.5")] == ["\u200e−0.5", "0.5"]


def test_words_without_a_translation_are_english() -> None:
    words = Words("xx")
    assert (words("Findings ({n})", n=3), words.count(1, "step"), words.count(2, "step")) == (
        "Findings (3)",
        "1 step",
        "2 steps",
    )
    assert words.count(3, "and {n} more") == "and 3 more"


def test_a_value_with_braces_stays_as_it_is() -> None:
    assert ENGLISH("Owner: {name}", name="{n} {0.__class__}") == "Owner: {n} {0.__class__}"
