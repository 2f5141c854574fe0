"""What an unquoted word means: the core schema of YAML 1.2."""

from __future__ import annotations

import pytest

from cxblueprint.loading.scalars import NoSuchNumberError, Scalar, resolve


@pytest.mark.parametrize(
    ("word", "meaning"),
    [
        ("", None), ("~", None), ("null", None), ("Null", None), ("NULL", None),
        ("true", True), ("True", True), ("TRUE", True), ("false", False), ("False", False), ("FALSE", False),
        ("0", 0), ("7", 7), ("-2", -2), ("+2", 2), ("012", 12), ("0o14", 12), ("0x1F", 31),
        ("4.5", 4.5), ("-.5", -0.5), ("4.", 4.0), ("1e3", 1000.0), ("1.5E-2", 0.015), ("+1.0e+2", 100.0),
    ],
)  # fmt: skip
def test_a_word_of_the_core_schema_has_its_value(word: str, meaning: Scalar) -> None:
    value = resolve(word)
    assert (value, type(value)) == (meaning, type(meaning))


@pytest.mark.parametrize(
    "word",
    [
        "no", "No", "yes", "on", "off", "y", "n", "nULL", "tRUE", "truely", "12:30", "190:20:30", "1_000",
        "2027-06-30", "2027-06-30T14:00:00Z", "0b1", "0o8", "0xG", "1e", "e3", ".", "-", "+", "--1", "1.2.3",
        "4h", "90% within 4h", "=", "<<", "inf", "nan", "Infinity", "١٢",
    ],
)  # fmt: skip
def test_every_other_word_is_text(word: str) -> None:
    assert resolve(word) == word


@pytest.mark.parametrize(
    ("word", "said"),
    [
        (".inf", ".inf is no number that a blueprint can hold; leave it out, or quote it if it is text"),
        ("-.Inf", "-.Inf is no number that a blueprint can hold; leave it out, or quote it if it is text"),
        (".NaN", ".NaN is no number that a blueprint can hold; leave it out, or quote it if it is text"),
        ("1e400", "1e400 is too large a number; quote it if it is text"),
        ("-1e400", "-1e400 is too large a number; quote it if it is text"),
        ("9" * 401, "a number of 401 characters is too long; quote it if it is text"),
        ("0x" + "f" * 9999, "a number of 10001 characters is too long; quote it if it is text"),
    ],
)
def test_a_number_that_cannot_be_kept_is_refused(word: str, said: str) -> None:
    with pytest.raises(NoSuchNumberError) as caught:
        resolve(word)
    assert str(caught.value) == said
