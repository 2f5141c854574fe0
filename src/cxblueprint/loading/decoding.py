"""Bytes to text: UTF-8, and UTF-16 or UTF-32 that say so; whatever else is refused by name."""

from __future__ import annotations

import codecs

from cxblueprint.errors import Complaint, Location

from .positions import SourceText

# The marks of UTF-32 come first: that of UTF-16 (little-endian) is how one of them begins.
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
_SIGNATURES = (
    (b"PK\x03\x04", "a Zip archive or an Office document"),
    (b"%PDF-", "a PDF"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x1f\x8b", "gzip-compressed"),
    (b"\xd0\xcf\x11\xe0", "an Office document"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "an SQLite database"),
)
_SAVE_AS = "save it as UTF-8 text"


class UndecodableError(Exception):
    """The bytes are no text that is accepted. Never leaves the package."""

    def __init__(self, complaint: Complaint) -> None:
        super().__init__(complaint.message)
        self.complaint = complaint


def decode(data: bytes, name: str) -> str:
    """Return the text that the bytes of the file `name` hold, without a byte order mark.

    Raises:
        UndecodableError: the bytes are binary, or in an encoding that does not name itself.
    """
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise UndecodableError(
                Complaint(f"is {kind}, not text; a blueprint is YAML or JSON", _start(name))
            )
    for mark, codec, title in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _decoded(data[len(mark) :], codec, title, name)
    nul = data.find(0)
    if nul >= 0:
        what = "is UTF-16 without a byte order mark" if _looks_like_utf16(data) else "is binary, not text"
        place = f"a NUL byte at offset {nul}"
        raise UndecodableError(Complaint(f"{what} ({place}); {_SAVE_AS}", _place(data, nul, name)))
    return _decoded(data, "utf-8", "UTF-8", name)


def decode_anyhow(data: bytes) -> str:
    """Return what can be read of bytes, whether `decode` accepts them or not; for a look at a beginning."""
    for mark, codec, _ in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(codec, "replace")
    return data.replace(b"\0", b"").decode("utf-8", "replace")


def encode_like(text: str, data: bytes) -> bytes:
    """Return a text as bytes, in the encoding and with the byte order mark of `data` that was decoded."""
    for mark, codec, _ in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return mark + text.encode(codec)
    return text.encode()


def _decoded(data: bytes, codec: str, title: str, name: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        byte = data[error.start]
        if codec != "utf-8":
            said = f"begins as {title} but byte 0x{byte:02x} at offset {error.start} is none; {_SAVE_AS}"
            raise UndecodableError(Complaint(said, _start(name))) from None
        latin = bytes([byte]).decode("cp1252", "replace")
        guess = f" ({latin!r} in Windows-1252)" if latin.isprintable() and latin != "\ufffd" else ""
        said = f"is not UTF-8: byte 0x{byte:02x}{guess}; {_SAVE_AS}"
        raise UndecodableError(Complaint(said, _place(data, error.start, name))) from None


def _looks_like_utf16(data: bytes) -> bool:
    head = data[:64]
    return 0 in (max(head[0::2], default=1), max(head[1::2], default=1))


def _start(name: str) -> Location:
    return Location(name, 1, 1)


def _place(data: bytes, offset: int, name: str) -> Location:
    before = data[:offset].decode("utf-8", "replace")
    return SourceText(name, before).location(len(before))
