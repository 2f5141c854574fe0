"""Bytes to text, and what is no text."""

from __future__ import annotations

import codecs
import io
import zipfile
from collections.abc import Callable

import pytest

from cxblueprint.loading.decoding import UndecodableError, decode


def refusal(data: bytes) -> str:
    with pytest.raises(UndecodableError) as caught:
        decode(data, "a.yaml")
    return str(caught.value.complaint)


@pytest.mark.parametrize(
    ("mark", "codec"),
    [
        (b"", "utf-8"), (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)  # fmt: skip
def test_unicode_is_read_with_its_mark(mark: bytes, codec: str) -> None:
    assert decode(mark + "title: Größe ☕ 😀\n".encode(codec), "a.yaml") == "title: Größe ☕ 😀\n"


def test_nothing_is_an_empty_text() -> None:
    assert decode(b"", "a.yaml") == ""


def test_latin_1_is_refused_with_the_character_it_was_meant_for() -> None:
    assert refusal("id: cafe\r\ntitle: Café\r\n".encode("latin-1")) == (
        "a.yaml:2:11: is not UTF-8: byte 0xe9 ('é' in Windows-1252); save it as UTF-8 text"
    )


def test_lines_that_a_carriage_return_ends_are_counted_too() -> None:
    assert refusal(b"id: cafe\rtitle: \x81\r") == (
        "a.yaml:2:8: is not UTF-8: byte 0x81; save it as UTF-8 text"
    )


def test_columns_before_a_bad_byte_count_characters() -> None:
    assert refusal("é: ".encode() + b"\x81") == "a.yaml:1:4: is not UTF-8: byte 0x81; save it as UTF-8 text"


def test_a_nul_byte_makes_a_file_binary() -> None:
    assert refusal(b"id: a\ntitle: \x00\n") == (
        "a.yaml:2:8: is binary, not text (a NUL byte at offset 13); save it as UTF-8 text"
    )


@pytest.mark.parametrize(("codec", "offset"), [("utf-16-le", 1), ("utf-16-be", 0)])
def test_utf_16_without_its_mark_is_recognised(codec: str, offset: int) -> None:
    assert refusal("id: a\n".encode(codec)) == (
        f"a.yaml:1:{offset + 1}: is UTF-16 without a byte order mark (a NUL byte at offset {offset});"
        " save it as UTF-8 text"
    )


def test_broken_utf_16_is_refused() -> None:
    assert refusal(codecs.BOM_UTF16_LE + b"a\x00b") == (
        "a.yaml:1:1: begins as UTF-16 but byte 0x62 at offset 2 is none; save it as UTF-8 text"
    )


def a_zip() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    return stream.getvalue()


@pytest.mark.parametrize(
    ("make", "kind"),
    [
        (a_zip, "a Zip archive or an Office document"),
        (lambda: b"%PDF-1.7\n", "a PDF"),
        (lambda: b"\x89PNG\r\n\x1a\n", "a PNG picture"),
        (lambda: b"\xff\xd8\xff\xe0", "a JPEG picture"),
        (lambda: b"GIF89a", "a GIF picture"),
        (lambda: b"\x1f\x8b\x08", "gzip-compressed"),
        (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1", "an Office document"),
        (lambda: b"\x7fELF\x02", "a program"),
        (lambda: b"SQLite format 3\0", "an SQLite database"),
    ],
)
def test_a_well_known_kind_of_file_is_named(make: Callable[[], bytes], kind: str) -> None:
    assert refusal(make()) == f"a.yaml:1:1: is {kind}, not text; a blueprint is YAML or JSON"
