"""What looks like a mistake and is none: encodings that say what they are, line ends, words of old YAML."""

from __future__ import annotations

import pytest

from cxblueprint.errors import Location
from cxblueprint.loading import load
from cxblueprint.model import origin_of

from .conftest import WriteFiles

TEXT = "id: shop\ntitle: Größe 木\npurpose: We sell\n"
JSON = '{"id": "shop",\n"title": "Größe 木",\n"purpose": "We sell"}\n'


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        b"\xfe\xff" + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-32"),
        b"\x00\x00\xfe\xff" + TEXT.encode("utf-32-be"),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode(),
        TEXT.replace("\n", "\r\n", 1).replace("\n", "\r").replace("\r\r", "\r\n").encode(),
        TEXT.removesuffix("\n").encode(),
        f"%YAML 1.2\n---\n{TEXT}...\n".encode(),
        f"\n\n# A shop\n{TEXT}\n\n".encode(),
    ],
)
def test_a_text_is_the_same_in_every_encoding_that_names_itself_and_with_all_line_ends(
    data: bytes, write: WriteFiles
) -> None:
    write({"a.yaml": data})
    assert load("a.yaml").title == "Größe 木"


@pytest.mark.parametrize(
    "data", [JSON.encode("utf-8-sig"), JSON.encode("utf-16"), JSON.replace("\n", "\r").encode()]
)
def test_json_is_the_same_in_every_encoding_that_names_itself_and_with_all_line_ends(
    data: bytes, write: WriteFiles
) -> None:
    write({"a.json": data})
    assert load("a.json").title == "Größe 木"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_line_is_a_line_whatever_ends_it(end: str, write: WriteFiles) -> None:
    write({"a.yaml": TEXT.replace("\n", end)})
    origin = origin_of(load("a.yaml"))
    assert origin is not None
    assert origin.locate(("purpose",)) == Location("a.yaml", 3, 1)


@pytest.mark.parametrize(
    "word",
    ["no", "on", "y", "12:30", "1_000", "=", "2027-01-01", "0b11", "NaN", "a\u2028b", "a\x85b", "a\ufeffb"],
)
def test_a_word_that_old_yaml_takes_for_something_else_is_text(word: str, write: WriteFiles) -> None:
    write({"a.yaml": f"id: shop\ntitle: {word}\n"})
    assert load("a.yaml").title == word


@pytest.mark.parametrize("day", ["0001-01-01", "2028-02-29", "9999-12-31"])
def test_the_first_the_last_and_a_leap_day_are_days(day: str, write: WriteFiles) -> None:
    write({"a.yaml": f"id: shop\ntitle: Shop\njourneys: [{{id: j, name: J, reviewed: {day}}}]\n"})
    assert str(load("a.yaml").journeys[0].reviewed) == day
