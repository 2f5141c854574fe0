"""Texts, ids and other strings: in any script, awkward on purpose, and never malformed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from hypothesis import strategies as st

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

EVERYDAY = (
    "a", "Call the hotline", "The line is dead again", "Waits for the technician", "ticket.opened",
    "Families & neighbours", "Families get a stable line on the day we named",
)  # fmt: skip

# What has broken somebody's parser, picture or page before.
_OTHER_SCRIPTS = (
    "Störungsannahme für Geschäftskunden", "Żółć œuvre Øresund İstanbul Straße", "e\u0301galite\u0301",
    "お客様は電話で問い合わせます", "客户致电服务热线并等待技术人员上门", "고객이 상담원과 통화합니다",
    "العميل يتصل بمركز الخدمة (24 ساعة)", "הלקוח מתקשר אל המוקד: 3 שיחות", "\u202eoverride\u202c",
    "ग्राहक हेल्पलाइन पर कॉल करता है", "ลูกค้าโทรหาศูนย์บริการลูกค้าตลอดเวลา", "Z̴̡̛a̵l̷̢g̶o̵",
    "👩‍👩‍👧‍👦 family, 🇪🇺 flag, 👍🏽 tone", "ﷺ ﬁ ½ ①",
)  # fmt: skip
_LONG = (
    "Donaudampfschifffahrtsgesellschaftskapitänsmützenversicherungsvertrag",
    "w" * 300, "语" * 120, "many words " * 40 + ".",
)  # fmt: skip
_MARKUP = (
    "<b>bold</b> & <!-- no --> ]]> &amp; &#0;", "</title></svg><script>alert(1)</script>", "::: fence",
    "'single' \"double\" `code` “curly” «…»", "[link](javascript:alert(1)) ![](x) **b** _i_ | cell | ~~~",
    "{{ macro }} {% raw %} ${shell} \\n \\", '"<\\N>" \\l\\r {port|<p>}', "# heading", "1. list",
    "![x](data:text/html,1)", "https://example.org/?a=1&b=<2>#c",
)  # fmt: skip
_LOOKS_LIKE_YAML = (
    "null", "~", "yes", "No", "true", "1", "-2", "1e3", "0x1F", "0o17", ".inf", ".nan", "12:30:45", "1_000",
    "2027-06-30", "<<", "- item", "a: b", "a #b", "#", "?", "? key", ":", "*alias", "&anchor", "!tag", "key:",
    "%YAML 1.1", "@at", "|", ">-", "---", "...", "[a, b]", "{a: b}", "'", '"', "''", ",", "=", "x-",
)  # fmt: skip
_SPACES_AND_CONTROLS = (
    " leads", "trails ", "two  spaces", "\ttab\tbed", "first\nsecond", "first\r\nsecond\r",
    "\n\n  indented\n\n", "a\u0085b\u2028c\u2029d", "\ufeffmark", "no\u00a0break\u200bzero\u00adsoft", "\x00",
    "bell\x07 escape\x1b[31m delete\x7f", "file\x1cseparator", "\x80\x9f", "\ufffe\uffff", "\U0010ffff",
)  # fmt: skip
AWKWARD = (*_OTHER_SCRIPTS, *_LONG, *_MARKUP, *_LOOKS_LIKE_YAML, *_SPACES_AND_CONTROLS)

_USUAL_IDS = ("a", "b", "hotline", "contact-centre", "get-help")
_AWKWARD_IDS = (
    "0", "007", "1e3", "0x1f", "0o17", "12345678901234567890", "2027-06-30", "null", "true", "no", "on", "y",
    "x-", "a-", "a--2", "stage-1", "step-1", "index", "nan", "con", "x" * 63,
)  # fmt: skip
_LETTERS_OF_IDS = "abcdefghijklmnopqrstuvwxyz0123456789-"


def texts() -> SearchStrategy[str]:
    """Texts with something in them: plain, in any script, and with whatever may trip a reader up.

    Markup, quotes, emoji, right-to-left, long words, line breaks and control characters are among them;
    lone surrogates are not, since no file can hold them. Shrinks to `a`.
    """
    return _TEXTS


def slugs() -> SearchStrategy[str]:
    """Ids: small letters without accents, digits and hyphens, at most 63. Shrinks to `a`."""
    return _SLUGS


def slugs_like(kind: str) -> SearchStrategy[str]:
    """Ids for things of a kind. Shrinks to the kind."""
    return usual_or_free((kind, *_USUAL_IDS, *_AWKWARD_IDS), _FREE_SLUGS)


def times_of_day() -> SearchStrategy[str]:
    """Times of day from `00:00` to `23:59`. Shrinks to `00:00`."""
    return _TIMES_OF_DAY


def time_zones() -> SearchStrategy[str]:
    """Names of time zones: whole, half and quarter hours, with and without a summer. Shrinks to `UTC`."""
    return _TIME_ZONES


@st.composite
def usual_or_free(draw: st.DrawFn, usual: Sequence[str], free: SearchStrategy[str]) -> str:
    """One of the usual strings, or any at all. Shrinks to the first usual one.

    That is a single choice, where a union takes two: with few choices in its smallest elements, Hypothesis
    finds out that it can do without them.
    """
    position = draw(st.integers(0, len(usual) * 3 // 2))
    return usual[position] if position < len(usual) else draw(free)


def _with_something_in_it(text: str) -> str:
    return f"{text}a" if not text or text.isspace() else text


def _not_beginning_with_a_hyphen(slug: str) -> str:
    return f"0{slug[1:]}" if slug.startswith("-") else slug


_FREE_TEXTS = st.text(max_size=20).map(_with_something_in_it)
_FREE_SLUGS = st.text(_LETTERS_OF_IDS, min_size=1, max_size=63).map(_not_beginning_with_a_hyphen)
_TEXTS = usual_or_free((*EVERYDAY, *AWKWARD), _FREE_TEXTS)
_SLUGS = usual_or_free((*_USUAL_IDS, *_AWKWARD_IDS), _FREE_SLUGS)
_TIMES_OF_DAY = st.builds("{:02}:{:02}".format, st.integers(0, 23), st.integers(0, 59))
_TIME_ZONES = st.sampled_from(
    ("UTC", "Europe/Berlin", "America/St_Johns", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Apia")
)
