"""JSON text to values and positions."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxblueprint.loading.json_parser import parse_json
from cxblueprint.loading.limits import Limits
from cxblueprint.loading.positions import FileComplaints, MapMarks, SourceText, UnparsableError, start_of

BACKSLASH = "write \\\\ for a backslash"

# Keys and texts of any characters but halves of them; no null, which is complained about.
texts = st.text(st.characters(exclude_categories=["Cs"]))
numbers = st.integers(-(10**30), 10**30) | st.floats(allow_nan=False, allow_infinity=False)
values: st.SearchStrategy[Any] = st.recursive(
    texts | numbers | st.booleans(),
    lambda inner: st.lists(inner) | st.dictionaries(texts, inner),
    max_leaves=30,
)


def parse(text: str, limits: Limits | None = None) -> object:
    source = SourceText("a.json", text)
    complaints = FileComplaints(source)
    value, _ = parse_json(source, complaints, limits or Limits())
    assert [str(complaint) for complaint in complaints.listed] == []
    return value


def failure(text: str, limits: Limits | None = None) -> str:
    with pytest.raises(UnparsableError) as caught:
        parse(text, limits)
    return f"{SourceText('a.json', text).location(caught.value.offset)}: {caught.value.message}"


@given(value=values, ascii_only=st.booleans(), indent=st.sampled_from([None, 1, "\t"]))
def test_whatever_python_writes_is_read_back(
    *, value: object, ascii_only: bool, indent: int | str | None
) -> None:
    assert parse(json.dumps(value, ensure_ascii=ascii_only, indent=indent)) == value


@given(st.text(st.sampled_from('{}[]:,"\\ \n\tnulltruefalse0123456789eE+-.u/dD8cC'), max_size=25))
def test_what_the_standard_library_refuses_is_refused(text: str) -> None:
    def refuse(word: str) -> None:
        raise ValueError(word)

    try:
        expected = json.loads(text, parse_constant=refuse)
    except ValueError:
        with pytest.raises(UnparsableError):
            parse_json(SourceText("a.json", text), FileComplaints(SourceText("a.json", text)), Limits())
        return
    source = SourceText("a.json", text)
    complaints = FileComplaints(source)
    try:
        value, _ = parse_json(source, complaints, Limits())
    except UnparsableError as error:
        said = error.message
    else:
        said = "" if complaints.count or json.dumps(value) == json.dumps(expected) else f"is {value!r}"
    assert said == "" or "is half of a character" in said  # stricter in this alone


def test_space_may_stand_everywhere() -> None:
    assert parse('\t\r\n{ \t"a"\n\t:\r\n1 ,\n"b" : [ ] , "c" : { } }\n') == {"a": 1, "b": [], "c": {}}


def test_a_surrogate_pair_is_one_character() -> None:
    assert parse(r'"\ud83d\ude00 \uD83D\uDE00 \u00e9 \\ud83d"') == "😀 😀 é \\ud83d"


def test_keys_and_values_have_lines_and_columns() -> None:
    source = SourceText("a.json", '{\n  "é": "😀",\n  "b":\n    [4]}')
    _, marks = parse_json(source, FileComplaints(source), Limits())
    assert isinstance(marks, MapMarks)
    offsets = [offset for key, value in marks.entries.values() for offset in (key, start_of(value))]
    assert [str(source.location(offset)) for offset in offsets] == [
        "a.json:2:3", "a.json:2:8", "a.json:3:3", "a.json:4:5",
    ]  # fmt: skip


def test_nesting_ends_at_the_limit() -> None:
    assert parse("[[[1]]]", Limits(depth=3)) == [[[1]]]
    assert failure("[" * 100_000) == (
        "a.json:1:65: is nested deeper than 64 levels; a blueprint needs no more than ten"
    )


def test_a_file_of_endless_values_is_refused() -> None:
    assert parse("[1, [2]]", Limits(values=3)) == [1, [2]]
    assert failure("[1, [2, 3]]", Limits(values=3)) == (
        "a.json:1:9: the file holds more than 3 values; split it"
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"a" 1}', "a.json:1:6: '1' stands where the ':' after key 'a' belongs"),
        ('{"a"', "a.json:1:5: the end of the file stands where the ':' after key 'a' belongs"),
        ("{", "a.json:1:1: '{' is not closed; write '}' where it ends"),
        ("[", "a.json:1:2: the text ends where a value belongs"),
        ("[1 2]", "a.json:1:4: '2' stands where ',' or ']' belongs"),
        (
            "[1 # one\n]",
            "a.json:1:4: JSON has no comments; remove it, or write YAML in a file that ends in .yaml",
        ),
        ("{a: 1}", "a.json:1:2: 'a' stands where a key in double quotes belongs"),
        ("[+1]", "a.json:1:2: '+1' is no value of JSON; write text in double quotes"),
        ("[1.]", "a.json:1:2: '1.' is no number of JSON; write text in double quotes"),
        ("[4h]", "a.json:1:2: '4h' is no number of JSON; write text in double quotes"),
        ("[-Infinity]", "a.json:1:2: '-Infinity' is no value of JSON; write text in double quotes"),
        ("[TRUE]", "a.json:1:2: 'TRUE' is no value of JSON; write text in double quotes"),
        ('["a\\', "a.json:1:4: \\ is no escape of JSON; write \\\\ for a backslash"),
        ('["\\u12"]', f"a.json:1:3: \\u has no four digits behind it, of 0-9 and a-f; {BACKSLASH}"),
        ('["\x00"]', "a.json:1:3: the character U+0000 may not stand in JSON; write \\u0000"),
        ('["\\ude00\\ud83d"]', "a.json:1:3: \\ude00 is half of a character; write both halves"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_in_plain_words(text: str, said: str) -> None:
    assert failure(text) == said
