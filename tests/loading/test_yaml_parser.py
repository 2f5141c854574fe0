"""YAML text to values and positions, with both halves of PyYAML."""

from __future__ import annotations

from collections.abc import Callable
from textwrap import dedent

import pytest
import yaml

from cxblueprint.loading import yaml_parser
from cxblueprint.loading.limits import Limits
from cxblueprint.loading.positions import (
    FileComplaints,
    ListMarks,
    MapMarks,
    Marks,
    SourceText,
    UnparsableError,
)
from cxblueprint.loading.pure_yaml import PureEvents
from cxblueprint.loading.yaml_parser import Loader, parse_yaml

Parse = Callable[..., object]


@pytest.fixture(params=[yaml.CBaseLoader, PureEvents])
def parse(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Parse:
    """Return what a text without mistakes holds."""
    monkeypatch.setattr(yaml_parser, "EVENTS", request.param)

    def parse_text(text: str, limits: Limits | None = None) -> object:
        source = SourceText("a.yaml", text)
        complaints = FileComplaints(source)
        value, _ = parse_yaml(source, complaints, limits or Limits())
        assert [str(complaint) for complaint in complaints.listed] == []
        return value

    return parse_text


def places(text: str) -> dict[str, str]:
    """Return where every key and every value is written, as `key` and `value` by dotted path."""
    source = SourceText("a.yaml", text)
    _, marks = parse_yaml(source, FileComplaints(source), Limits())
    found: dict[str, str] = {}

    def at(offset: int) -> str:
        location = source.location(offset)
        return f"{location.line}:{location.column}"

    def walk(marks: Marks, path: str) -> None:
        if isinstance(marks, MapMarks):
            found[path] = found.get(path, "") + at(marks.start)
            for key, (offset, value) in marks.entries.items():
                found[f"{path}.{key}"] = at(offset) + " "
                walk(value, f"{path}.{key}")
        elif isinstance(marks, ListMarks):
            found[path] = found.get(path, "") + at(marks.start)
            for index, item in enumerate(marks.items):
                walk(item, f"{path}[{index}]")
        else:
            found[path] = found.get(path, "") + at(marks)

    walk(marks, "")
    return found


def test_quoted_words_are_text(parse: Parse) -> None:
    assert parse("""[4, "4", '4', true, "true", 'no', "", ~x, "~"]""") == [
        4, "4", "4", True, "true", "no", "", "~x", "~",
    ]  # fmt: skip


def test_a_question_mark_inside_of_a_text_is_text_in_brackets_too(parse: Parse) -> None:
    assert parse("[Anything else?, how? and why, {who?: me, a ?b: c?}]") == [
        "Anything else?", "how? and why", {"who?": "me", "a ?b": "c?"},
    ]  # fmt: skip


def test_a_tab_between_a_value_and_what_follows_is_a_space(parse: Parse) -> None:
    assert parse("a:\tb\t\nc: \t[d,\te]\t# f\n") == {"a": "b", "c": ["d", "e"]}


def test_a_tab_inside_of_a_text_is_text(parse: Parse) -> None:
    text = "a: b\tc\nd: [e\tf, g\t,h]\ni: j\t\n  \tk\n"
    assert parse(text) == {"a": "b\tc", "d": ["e\tf", "g", "h"], "i": "j k"}


@pytest.mark.parametrize("sign", ["|", "|# kept", "| # kept", "|\t", "| \t# kept"])
def test_a_comment_or_a_tab_may_follow_the_sign_of_a_block(parse: Parse, sign: str) -> None:
    assert parse(f"a: {sign}\n  b\n") == {"a": "b\n"}


@pytest.mark.parametrize("half", [yaml.CBaseLoader, PureEvents])
@pytest.mark.parametrize(
    "text",
    [
        "{a:[b]}", "[a:]", "[a:?b]", "%a\n---\nb: c", '"\\U00110000"', '"\\UFFFFFFFF"',
        "a:\n  b: c\n\td", "a:\n  b: c\n \t\n  d: e", "a: |\n\tb", "a: |\n  b\n \tc",
    ],
)  # fmt: skip
def test_what_one_half_refuses_the_other_refuses_too(
    text: str, half: Loader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(yaml_parser, "EVENTS", half)
    source = SourceText("a.yaml", text)
    with pytest.raises(UnparsableError):
        parse_yaml(source, FileComplaints(source), Limits())


def test_a_text_that_leaves_no_character_to_stand_for_a_break_is_refused(parse: Parse) -> None:
    with pytest.raises(UnparsableError) as caught:
        parse("a: \x85" + "".join(map(chr, range(0xE000, 0xF900))))
    said = "the character U+0085 stands beside too many without meaning"
    assert (caught.value.offset, caught.value.message) == (3, said)


def test_a_line_of_nothing_but_spaces_behind_a_mistake_is_read_in_one_go() -> None:
    source = SourceText("a.yaml", "a: @x" + " " * 300_000 + "y # z")
    with pytest.raises(UnparsableError) as caught:  # it took a quarter of an hour
        parse_yaml(source, FileComplaints(source), Limits())
    assert caught.value.message.startswith("text cannot begin with '@'; quote it: \"@x ")


def test_core_tags_say_the_type(parse: Parse) -> None:
    text = "{a: !!str 4, b: !!int '4', c: !!float 4, d: !!bool 'true', e: !!map {f: g}, h: !!seq [i]}"
    value = parse(text)
    assert value == {"a": "4", "b": 4, "c": 4.0, "d": True, "e": {"f": "g"}, "h": ["i"]}
    assert isinstance(value, dict)
    assert type(value["c"]) is float


def test_texts_of_several_lines_are_folded_or_kept(parse: Parse) -> None:
    text = dedent("""\
        folded: >-
          one
          two
        kept: |
          one
          two
        plain: one
          two
        """)
    assert parse(text) == {"folded": "one two", "kept": "one\ntwo\n", "plain": "one two"}


def test_aliases_stand_for_their_anchors(parse: Parse) -> None:
    text = "{a: &one 1, b: *one, c: &list [x], d: [*list, *list], e: &one 2, f: *one}"
    assert parse(text) == {"a": 1, "b": 1, "c": ["x"], "d": [["x"], ["x"]], "e": 2, "f": 2}


def test_explicit_keys_and_quoted_keys_are_keys(parse: Parse) -> None:
    assert parse('? one\n: 1\n"two": 2\n"3": 3\n"<<": 4\n!!str 5: 5\n') == {
        "one": 1, "two": 2, "3": 3, "<<": 4, "5": 5,
    }  # fmt: skip


def test_json_is_yaml_too(parse: Parse) -> None:
    assert parse('{"a": [1, 2.5, true], "b": {"c": "\\u00e9\\/"}}') == {"a": [1, 2.5, True], "b": {"c": "é/"}}


@pytest.mark.parametrize("char", ["\x85", "\u2028", "\u2029"])
def test_a_line_break_of_yaml_1_1_is_a_character_like_any_other(char: str, parse: Parse) -> None:
    text = f'plain: a{char}b\nquoted: "a{char}{char} b"\nkept: |\n  a{char}  b\nprivate: \ue000\n'
    assert parse(text) == {
        "plain": f"a{char}b", "quoted": f"a{char}{char} b", "kept": f"a{char}  b\n", "private": "\ue000",
    }  # fmt: skip


def test_one_document_may_have_its_dashes_dots_and_version(parse: Parse) -> None:
    assert parse("%YAML 1.2\n---\na: 1\n...\n") == {"a": 1}


def test_windows_line_ends_are_line_ends(parse: Parse) -> None:
    assert parse("a: 1\r\nb:\r\n  - c\r\n") == {"a": 1, "b": ["c"]}


def test_keys_and_values_have_lines_and_columns() -> None:
    text = dedent("""\
        # a comment
        title: Übung ☕ "x"
        teams:
          - {id: cx, tags: [a, 'b']}
          - id: bar
            notes: |
              Long
        """)
    assert places(text) == {
        "": "2:1",
        ".title": "2:1 2:8",
        ".teams": "3:1 4:3",
        ".teams[0]": "4:5",
        ".teams[0].id": "4:6 4:10",
        ".teams[0].tags": "4:14 4:20",
        ".teams[0].tags[0]": "4:21",
        ".teams[0].tags[1]": "4:24",
        ".teams[1]": "5:5",
        ".teams[1].id": "5:5 5:9",
        ".teams[1].notes": "6:5 6:12",
    }


def test_columns_count_characters_not_bytes() -> None:
    assert places("{é😀: 1, b: 2}\r\n")[".b"] == "1:9 1:12"


def test_old_line_breaks_do_not_shift_lines() -> None:
    assert places('a: "\u2028"\nb: 1\n')[".b"] == "2:1 2:4"


def test_an_alias_is_found_where_it_stands_and_its_content_where_it_is_written() -> None:
    assert places("x-a: &a {id: b}\nteams: [*a]\n") == {
        "": "1:1", ".x-a": "1:1 1:6", ".x-a.id": "1:10 1:14",
        ".teams": "2:1 2:8", ".teams[0]": "2:9", ".teams[0].id": "1:10 1:14",
    }  # fmt: skip


def failure(parse: Parse, text: str, limits: Limits) -> str:
    with pytest.raises(UnparsableError) as caught:
        parse(text, limits)
    return f"{SourceText('a.yaml', text).location(caught.value.offset)}: {caught.value.message}"


def test_nesting_ends_at_the_limit(parse: Parse) -> None:
    limits = Limits(depth=3)
    assert parse("[[[1]]]", limits) == [[[1]]]
    assert failure(parse, "[[[[1]]]]", limits) == (
        "a.yaml:1:4: is nested deeper than 3 levels; a blueprint needs no more than ten"
    )


@pytest.mark.parametrize("text", ["[" * 100_000, "- " * 100_000, "{a: " * 100_000, "? " * 100_000])
def test_endless_nesting_is_refused_at_once(text: str, parse: Parse) -> None:
    said = failure(parse, text, Limits())
    assert said.endswith("is nested deeper than 64 levels; a blueprint needs no more than ten")


def test_nesting_counts_through_aliases(parse: Parse) -> None:
    limits = Limits(depth=4)
    assert parse("[&a [[1]], [*a]]", limits) == [[[1]], [[[1]]]]
    assert failure(parse, "[&a [[1]], [[*a]]]", limits) == (
        "a.yaml:1:14: with this alias the file is nested deeper than 4 levels"
    )


def test_aliases_are_counted_as_written_out(parse: Parse) -> None:
    text = "[&a [1, 2], &b [*a, *a], *b]"
    assert parse(text, Limits(values=13)) == [[1, 2], [[1, 2], [1, 2]], [[1, 2], [1, 2]]]
    assert failure(parse, text, Limits(values=12)) == (
        "a.yaml:1:26: with this alias the aliases stand for more than 12 values;"
        " write out what differs, and repeat less"
    )


def test_a_file_of_endless_values_is_refused(parse: Parse) -> None:
    limits = Limits(values=4)
    assert parse("{a: [1, 2], b: 3}", limits) == {"a": [1, 2], "b": 3}
    assert failure(parse, "{a: [1, 2], b: 3, c: 4}", limits) == (
        "a.yaml:1:19: the file holds more than 4 values; split it"
    )
    assert failure(parse, "[[], 1, 2, 3, 4]", limits) == (
        "a.yaml:1:15: the file holds more than 4 values; split it"
    )


def test_the_text_of_aliases_is_counted_as_written_out(parse: Parse) -> None:
    text = "[&a {abc: defg}, *a]"
    assert parse(text, Limits(alias_text=7)) == [{"abc": "defg"}, {"abc": "defg"}]
    assert failure(parse, text, Limits(alias_text=6)) == (
        "a.yaml:1:18: with this alias the aliases stand for more than 6 characters;"
        " write out what differs, and repeat less"
    )


@pytest.mark.parametrize(
    ("char", "code", "escape"),
    [("\x07", "U+0007", r"\x07"), ("\x7f", "U+007F", r"\x7f"), ("\uffff", "U+FFFF", r"\uffff")],
)
def test_a_character_that_yaml_forbids_is_named(char: str, code: str, escape: str, parse: Parse) -> None:
    assert failure(parse, f"a: 1\nb: {char}\n", Limits()) == (
        f"a.yaml:2:4: the character {code} may not stand in YAML;"
        f' remove it, or write "{escape}" in double quotes'
    )


@pytest.mark.parametrize("key", ["a" * 1100, "'" + "a" * 1100 + "'"])
def test_a_key_of_endless_length_is_refused(key: str, parse: Parse) -> None:
    for text, line in ((f"{key}: b\n", 1), (f"a: 1\n{key}: b\n", 2)):
        said = failure(parse, text, Limits())
        assert said == f"a.yaml:{line}:1: a key is longer than 1,000 characters"


def test_complaints_are_counted_where_they_are_no_longer_listed() -> None:
    source = SourceText("a.yaml", "{" + "a, " * 500 + "}")
    complaints = FileComplaints(source)
    parse_yaml(source, complaints, Limits())
    assert (complaints.count, len(complaints.listed)) == (500, 200)
