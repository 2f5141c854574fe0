from __future__ import annotations

import zoneinfo
from decimal import Decimal

import pytest
from pydantic import TypeAdapter, ValidationError

from cxblueprint.model import Cadence, Calendar, Duration, Figure, OpeningHours, Scale, Target, setting


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("30s", "30s"),
        ("60 seconds", "60s"),
        ("5 min", "5min"),
        ("4 Hours", "4h"),
        ("1.50h", "1.5h"),
        ("2d", "2d"),
        ("3 business days", "3bd"),
        ("3 working days", "3bd"),
        ("2 weeks", "2w"),
        ("3mo", "3mo"),
        ("1 year", "1y"),
        ("0s", "0s"),
        ("100.50d", "100.5d"),
        ("100.0d", "100d"),
    ],
)
def test_a_duration_is_printed_in_its_one_spelling(written: str, canonical: str) -> None:
    assert str(Duration.parse(written)) == canonical
    assert str(Duration.parse(canonical)) == canonical


HOW = "write a number and a unit: 30s, 5min, 4h, 2d, 3bd (business days), 2w, 3mo or 1y"


@pytest.mark.parametrize("written", ["", "4", "h", "4 fortnights", "-4h", "4h30min", "1e3s", "٤h", "4  h"])
def test_what_is_no_duration_is_refused_with_the_way_to_write_one(written: str) -> None:
    with pytest.raises(ValueError, match="is no duration") as refused:
        Duration.parse(written)
    assert str(refused.value) == f"{written!r} is no duration: {HOW}"


def test_months_and_years_are_whole() -> None:
    with pytest.raises(ValueError, match=r"^'1.5mo' is no duration: months and years are whole numbers$"):
        Duration.parse("1.5mo")


@pytest.mark.parametrize(("one", "other"), [("60s", "1min"), ("24h", "1d"), ("7d", "1w"), ("12mo", "1y")])
def test_durations_of_the_same_length_are_equal_and_keep_their_unit(one: str, other: str) -> None:
    first, second = Duration.parse(one), Duration.parse(other)
    assert first == second
    assert hash(first) == hash(second)
    assert str(first) == one


@pytest.mark.parametrize(("short", "long"), [("59s", "1min"), ("1d", "25h"), ("2bd", "3bd"), ("11mo", "1y")])
def test_durations_on_one_clock_are_in_order(short: str, long: str) -> None:
    assert Duration.parse(short) < Duration.parse(long)
    assert Duration.parse(long) >= Duration.parse(short)


def test_a_duration_is_equal_to_durations_alone() -> None:
    assert Duration.parse("4h") != "4h"
    assert {Duration.parse("60s"), Duration.parse("1min"), Duration.parse("2min")} == {
        Duration.parse("1min"),
        Duration.parse("2min"),
    }


def test_durations_on_different_clocks_are_neither_equal_nor_in_order() -> None:
    business, plain = Duration.parse("2bd"), Duration.parse("48h")
    assert business != plain
    with pytest.raises(
        TypeError, match=r"^2bd counts business days and 48h counts time: no order without a calendar$"
    ):
        _ = business < plain


@pytest.mark.parametrize(
    ("written", "expected"),
    [("23h", False), ("24h", True), ("1bd", True), ("0.5bd", False), ("1mo", True), ("0s", False)],
)
def test_a_wait_of_a_working_day_is_told_from_a_shorter_one(written: str, expected: bool) -> None:  # noqa: FBT001
    assert Duration.parse(written).is_a_working_day_or_more is expected


def test_a_duration_is_read_aloud() -> None:
    assert [Duration.parse(text).in_words for text in ("1h", "1.5h", "3bd")] == [
        "1 hour",
        "1.5 hours",
        "3 business days",
    ]


@pytest.mark.parametrize(
    ("written", "canonical", "words"),
    [
        ("1 month", "1mo", "every month"),
        ("2w", "2w", "every 2 weeks"),
        ("Continuous", "continuous", "continuous"),
    ],
)
def test_a_cadence_is_a_duration_or_continuous(written: str, canonical: str, words: str) -> None:
    cadence = Cadence.parse(written)
    assert (str(cadence), cadence.in_words) == (canonical, words)


@pytest.mark.parametrize("written", ["monthly", "0s", ""])
def test_what_is_no_cadence_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=f"^{written!r} is no cadence: write "):
        Cadence.parse(written)


@pytest.mark.parametrize(
    ("written", "canonical", "signs"),
    [
        ("90% within 4h", "90% within 4h", "90% ≤ 4h"),
        ("within 60 seconds", "within 60s", "≤ 60s"),
        ("99.50 %  within 2 business days", "99.5% within 2bd", "99.5% ≤ 2bd"),
        ("95% by due", "95% by due", "95% by due"),
        ("By Due", "by due", "by due"),
        ("every 1bd", "every 1bd", "every 1bd"),
        ("at least 4.50", "at least 4.5", "≥ 4.5"),
        (">= 4.5", "at least 4.5", "≥ 4.5"),
        ("≥100", "at least 100", "≥ 100"),
        ("at most 2 %", "at most 2%", "≤ 2%"),
        ("<= -5", "at most -5", "≤ -5"),
    ],
)
def test_a_target_is_printed_in_its_one_spelling(written: str, canonical: str, signs: str) -> None:
    target = Target.parse(written)
    assert (str(target), target.in_signs) == (canonical, signs)
    assert Target.parse(canonical) == target


HOW_TO_AIM = "write '90% within 4h', 'within 4h', '95% by due', 'every 1bd', 'at least 4.5' or 'at most 2%'"


def test_a_target_without_a_share_states_none() -> None:
    assert Target.parse("within 4h").share is None
    assert Target.parse("90% within 4h").share == Decimal("0.9")


@pytest.mark.parametrize(
    ("written", "complaint"),
    [
        ("101% within 4h", "'101% within 4h' is no target: a share is at most 100%"),
        ("90% within soon", f"'90% within soon' is no target: 'soon' is no duration, {HOW}"),
        ("at least good", "'at least good' is no target: 'good' is no figure such as 4.5 or 2%"),
        ("90 within 4h", f"'90 within 4h' is no target: {HOW_TO_AIM}"),
        ("at least4.5", f"'at least4.5' is no target: {HOW_TO_AIM}"),
    ],
)  # fmt: skip
def test_what_is_no_target_is_refused_with_the_way_to_write_one(written: str, complaint: str) -> None:
    with pytest.raises(ValueError, match="is no target") as refused:
        Target.parse(written)
    assert str(refused.value) == complaint


@pytest.mark.parametrize(
    ("one", "other", "stricter"),
    [
        ("90% within 4h", "80% within 4h", True),
        ("90% within 4h", "90% within 5h", True),
        ("90% within 4h", "90% within 240min", False),
        ("80% within 4h", "90% within 4h", False),
        ("100% within 4h", "99% within 4h", True),
        ("95% within 5h", "90% within 4h", None),
        ("within 4h", "within 5h", True),
        ("within 4h", "at least 4", None),
        ("at least 4", "within 4h", None),
        ("at least 4", "at least 4", False),
        ("90% within 4h", "within 4h", None),
        ("90% within 2bd", "90% within 48h", None),
        ("at least 4.5", "at least 4", True),
        ("at most 2%", "at most 3%", True),
        ("at most 2%", "at most 3", None),
        ("at least 4", "at most 4", None),
        ("95% by due", "90% by due", True),
    ],
)
def test_targets_are_compared_only_where_they_compare(
    one: str,
    other: str,
    stricter: bool | None,  # noqa: FBT001
) -> None:
    assert Target.parse(one).is_stricter_than(Target.parse(other)) is stricter


@pytest.mark.parametrize(
    ("target", "figure", "reached"),
    [
        ("90% within 4h", "90%", True),
        ("90% within 4h", "89.9%", False),
        ("97% by due", "98%", True),
        ("at least 4.5", 4.5, True),
        ("at least 4.5", 4.4, False),
        ("at most 2%", "2%", True),
        ("at most 2%", "2.1%", False),
        ("within 4h", "90%", None),
        ("90% within 4h", 4.5, None),
        ("at least 4.5", "90%", None),
    ],
)
def test_a_figure_reaches_a_target_only_where_the_two_compare(
    target: str,
    figure: str | float,
    reached: bool | None,  # noqa: FBT001
) -> None:
    assert Target.parse(target).is_reached_by(Figure.parse(str(figure))) is reached


@pytest.mark.parametrize(
    ("written", "canonical", "in_a_file"),
    [
        ("4.90", "4.9", 4.9),
        ("100", "100", 100),
        ("-12", "-12", -12),
        ("62 %", "62%", "62%"),
        ("-0", "0", 0),
        ("123456789012.123456789", "123456789012.123456789", "123456789012.123456789"),
    ],
)
def test_a_figure_keeps_its_digits_and_its_sign(written: str, canonical: str, in_a_file: str | float) -> None:
    figure = Figure.parse(written)
    assert (str(figure), figure.as_json()) == (canonical, in_a_file)


@pytest.mark.parametrize(
    ("given", "figure"),
    [
        (4.9, "4.9"),
        (Decimal("0.10"), "0.1"),
        (1 / 3, "0.333333333"),
        (-3, "-3"),
        (999_999_999_999, "999999999999"),
    ],
)
def test_a_figure_may_be_given_as_a_number(given: float | Decimal, figure: str) -> None:
    assert Figure._read(given) == Figure.parse(figure)


@pytest.mark.parametrize("given", [True, float("nan"), float("inf"), 10**12, -(10**12), [4.9]])
def test_a_number_that_is_no_figure_is_refused(given: object) -> None:
    with pytest.raises(ValueError, match=r"is no figure: write a number .* or a share such as 62%$"):
        Figure._read(given)


@pytest.mark.parametrize("written", ["", "4,5", "about 4", "1e3", "4 stars", "NaN"])
def test_what_is_no_figure_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="is no figure: write a number such as"):
        Figure.parse(written)


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("1-7", "1-7"),
        ("1 – 5", "1-5"),
        ("-0 to 1", "0-1"),
        ("-1 to -0", "-1 to 0"),
        ("0 to 100 %", "0-100%"),
        ("-100 to 100", "-100 to 100"),
    ],
)
def test_a_scale_has_a_lowest_and_a_highest_value(written: str, canonical: str) -> None:
    assert str(Scale.parse(written)) == canonical
    assert str(Scale.parse(canonical)) == canonical


@pytest.mark.parametrize(
    ("written", "complaint"),
    [
        ("7", "'7' is no scale: write its lowest and highest value, such as 1-7 or -100 to 100"),
        ("7-1", "'7-1' is no scale: 1 does not lie above 7"),
        ("5-5", "'5-5' is no scale: 5 does not lie above 5"),
    ],
)
def test_what_is_no_scale_is_refused(written: str, complaint: str) -> None:
    with pytest.raises(ValueError, match="is no scale") as refused:
        Scale.parse(written)
    assert str(refused.value) == complaint


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("mon-fri 08:00-18:00", "mon-fri 08:00-18:00"),
        ("Monday - Friday 08:00 - 18:00", "mon-fri 08:00-18:00"),
        ("sat 09:00-13:00", "sat 09:00-13:00"),
        ("Tues-Thurs 09:00-13:00", "tue-thu 09:00-13:00"),
        ("mon-sun 00:00-24:00", "mon-sun 00:00-24:00"),
        ("sun 08:59-09:59", "sun 08:59-09:59"),
        ("sun 09:00-10:50", "sun 09:00-10:50"),
    ],
)
def test_opening_hours_are_printed_in_their_one_spelling(written: str, canonical: str) -> None:
    assert str(OpeningHours.parse(written)) == canonical


@pytest.mark.parametrize(
    "written",
    [
        "",
        "mon-fri",
        "mon-fri 8-18",
        "fri-mon 08:00-18:00",
        "mon 18:00-08:00",
        "mon 08:00-08:00",
        "mon 08:00-09:60",
        "mon 08:60-09:00",
        "mop 08:00-09:00",
        "monkey 08:00-09:00",
        "mon 08:00-25:00",
    ],
)
def test_what_is_no_opening_hours_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="is no opening hours: "):
        OpeningHours.parse(written)


@pytest.mark.parametrize(
    ("value", "schema"),
    [
        (Duration, {"type": "string", "examples": ["4h"]}),
        (Target, {"type": "string", "examples": ["90% within 4h"]}),
        (Figure, {"type": ["number", "string"], "examples": [4.9, "62%"]}),
    ],
)
def test_the_schema_of_a_value_shows_how_it_is_written(value: type, schema: dict[str, object]) -> None:
    assert TypeAdapter(value).json_schema() == schema


def test_the_time_zones_of_a_machine_are_looked_up_once_however_many_are_misspelt(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked_up: list[str] = []
    setting._known_zones.cache_clear()

    def known() -> set[str]:
        looked_up.append("again")
        return {"Europe/Berlin"}

    monkeypatch.setattr(zoneinfo, "available_timezones", known)

    for number in range(3):
        with pytest.raises(ValidationError, match="did you mean 'Europe/Berlin'"):
            Calendar(id=f"c{number}", name="C", time_zone="Europe/Berlni")

    setting._known_zones.cache_clear()
    assert looked_up == ["again"]
