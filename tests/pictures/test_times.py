from __future__ import annotations

import datetime as dt

import pytest

from cxblueprint.model import Cadence, Duration
from cxblueprint.pictures.amounts import duration_in_words
from cxblueprint.pictures.times import cadence_in, date_in, day_in
from cxblueprint.pictures.words import ENGLISH, words_in


@pytest.mark.parametrize(
    ("spelled", "said"),
    [
        ("1s", "1 second"), ("2min", "2 minutes"), ("1h", "1 hour"), ("0.5h", "0.5 hours"), ("3d", "3 days"),
        ("1bd", "1 business day"), ("1.25bd", "1.25 business days"), ("2w", "2 weeks"), ("1mo", "1 month"),
        ("4y", "4 years"),
    ],
)  # fmt: skip
def test_a_duration_is_said_as_it_was_written(spelled: str, said: str) -> None:
    assert duration_in_words(Duration.parse(spelled), ENGLISH) == said == Duration.parse(spelled).in_words


@pytest.mark.parametrize("spelled", ["1s", "1min", "1h", "1d", "1bd", "1w", "1mo", "1y", "2w", "0.5d"])
def test_a_rhythm_is_said_as_the_model_says_it(spelled: str) -> None:
    cadence = Cadence.parse(spelled)
    assert cadence_in(ENGLISH, cadence) == cadence.in_words


def test_what_never_stops_is_continuous() -> None:
    assert cadence_in(ENGLISH, Cadence(None)) == "continuously"


def test_a_date_has_its_day_before_its_month() -> None:
    dates = [dt.date(2026, month, month) for month in range(1, 13)]
    assert [day_in(ENGLISH, day) for day in dates] == [
        "1 Jan", "2 Feb", "3 Mar", "4 Apr", "5 May", "6 Jun", "7 Jul", "8 Aug", "9 Sep", "10 Oct", "11 Nov",
        "12 Dec",
    ]  # fmt: skip
    assert date_in(ENGLISH, dates[0]) == "1 Jan 2026"


def test_a_language_says_it_in_its_own_order() -> None:
    words = ENGLISH.changed(
        {"{day} {month}": "{day}. {month}", "Mar": "März"}, {"hour": ("{n} Stunde", "{n} Stunden")}
    )
    assert day_in(words, dt.date(2026, 3, 9)) == "9. März"
    assert duration_in_words(Duration.parse("1.5h"), words) == "1.5 Stunden"


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("de", ["jede Woche", "alle 2 Wochen", "alle 3 Monate", "alle 1,5 Stunden"]),
        ("fr", ["chaque semaine", "toutes les 2 semaines", "tous les 3 mois", "toutes les 1,5 heures"]),
        ("ar", ["كل أسبوع", "كل أسبوعين", "كل 3 أشهر", "كل 1.5 ساعة"]),
    ],
)
def test_a_rhythm_agrees_with_what_it_counts(code: str, said: list[str]) -> None:
    rhythms = [Cadence.parse(spelled) for spelled in ("1w", "2w", "3mo", "1.5h")]
    assert [cadence_in(words_in(code), rhythm) for rhythm in rhythms] == said
