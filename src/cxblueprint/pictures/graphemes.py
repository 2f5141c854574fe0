"""Where a text may be cut: after what a reader takes for one letter (the useful part of UAX #29)."""

from __future__ import annotations

import re
import unicodedata

_ZWJ = "\u200d"
# Latin letters, punctuation, arrows and signs of mathematics; no soft hyphen, and no mark of direction.
_SIMPLE = re.compile("[ -~\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u2190-\u22ff]*")


def is_simple(text: str) -> bool:
    """Tell whether no letter of `text` joins another, turns around or is wide: so most texts are."""
    return _SIMPLE.fullmatch(text) is not None


def graphemes(text: str) -> list[str]:
    """Split `text` where a reader would: accents, conjuncts, flags and joined emoji stay whole."""
    if is_simple(text):
        return list(text)
    clusters: list[str] = []
    flags = 0
    for char in text:
        is_flag = "\U0001f1e6" <= char <= "\U0001f1ff"
        joins = bool(clusters) and (_joins(clusters[-1][-1], char) or (is_flag and flags % 2 == 1))
        flags = flags + 1 if is_flag else 0
        if joins:
            clusters[-1] += char
        else:
            clusters.append(char)
    return clusters


def _joins(before: str, char: str) -> bool:
    """Tell whether no cut may fall between two characters."""
    if before.isascii() and char.isascii():
        return False
    return _extends(char) or _draws_in(before, char) or _joins_in_hangul(ord(before), ord(char))


def _extends(char: str) -> bool:
    """Tell whether a character is a part of the one before it."""
    code = ord(char)
    is_modifier = 0x1F3FB <= code <= 0x1F3FF or 0xE0020 <= code <= 0xE007F
    return (
        is_modifier or char in "\u200c\u200d\u0e33\u0eb3" or unicodedata.category(char) in ("Mn", "Me", "Mc")
    )


def _draws_in(before: str, char: str) -> bool:
    """Tell whether a character takes the next one in."""
    last = ord(before)
    # A virama joins two consonants into one letter form.
    joins_consonants = unicodedata.combining(before) == 9 and unicodedata.category(char) == "Lo"
    # Thai and Lao vowels are written before their consonant, Arabic number signs before their digits.
    stands_first = 0xE40 <= last <= 0xE44 or 0xEC0 <= last <= 0xEC4 or 0x600 <= last <= 0x605 or last == 0x6DD
    return before == _ZWJ or joins_consonants or stands_first


def _joins_in_hangul(last: int, code: int) -> bool:
    """Tell whether two Korean letters belong to one syllable."""
    is_lead = 0x1100 <= last <= 0x115F or 0xA960 <= last <= 0xA97C
    is_vowel_or_tail = 0x1160 <= code <= 0x11FF or 0xD7B0 <= code <= 0xD7FF
    return is_vowel_or_tail or (is_lead and (0x1100 <= code <= 0x115F or 0xAC00 <= code <= 0xD7A3))
