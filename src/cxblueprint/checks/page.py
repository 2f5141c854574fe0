"""The page of a rule: what it checks, why, and examples that are its tests."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from cxblueprint.errors import CxBlueprintError

from .finding import SEVERITIES, Severity
from .rule import PROFILES, Profile

if TYPE_CHECKING:
    from .rule import Rule

SECTIONS = (
    "What it checks",
    "Why it matters",
    "Bad",
    "Good",
    "How to fix",
    "When to suppress",
)
"""The sections that every page has, in this order; `Options` stands before the last where there are any."""
EXAMPLES = ("Bad", "Good", "When to suppress")
"""The sections whose fragments are tests."""
_HEADING = re.compile(r"^## (?P<name>.+?)\s*$", re.MULTILINE)
_FENCE = re.compile(r"^```(?P<language>yaml)?[ \t]*$", re.MULTILINE)
_EXPECT = re.compile(
    rf"#\s*expect:\s*(?P<code>[A-Z]{{2,5}}\d{{3}})(?:[ ,]+(?P<severity>{'|'.join(SEVERITIES)})\b)?"
)
_SETTING = re.compile(
    rf"#\s*(?:profile:\s*(?P<profile>{'|'.join(PROFILES)})|as-of:\s*(?P<as_of>[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}))\s*"
)


class Expectation(NamedTuple):
    """A finding that an example says it has: `# expect: GOV004 info` at the end of the line."""

    line: int
    """From 1, within the fragment."""
    code: str
    severity: Severity | None = None
    """How loud it is, where it is not as loud as its rule."""


@dataclass(frozen=True, slots=True)
class Example:
    """A fragment of a blueprint on a page."""

    section: str
    text: str
    expected: tuple[Expectation, ...] = ()
    """The findings that it has, in order of their lines."""
    profile: Profile | None = None
    """The profile to judge it by, where one of its first lines says so: `# profile: exemplary`."""
    as_of: dt.date | None = None
    """The date to judge it by, where one of its first lines says so: `# as-of: 2027-01-31`."""


@dataclass(frozen=True, slots=True)
class Page:
    """A rule's page, taken apart."""

    title: str
    text: str
    """The whole page, in Markdown."""
    sections: dict[str, str]
    """The text of each section by its heading, in order."""

    @property
    def examples(self) -> tuple[Example, ...]:
        """The fragments under Bad, Good and When to suppress, in order.

        Raises:
            CxBlueprintError: a fragment says a day to judge it by that is none.
        """
        return tuple(
            _example(section, text)
            for section in EXAMPLES
            for text in _fragments(self.sections.get(section, ""))
        )


def _fragments(section: str) -> Iterator[str]:
    """Yield what stands in the blocks of YAML of a section; a block that is not closed is none."""
    opened: re.Match[str] | None = None
    for fence in _FENCE.finditer(section):
        if opened is None and fence["language"]:
            opened = fence
        elif opened is not None and not fence["language"]:
            yield section[opened.end() + 1 : fence.start()]
            opened = None


def _example(section: str, text: str) -> Example:
    lines = text.splitlines()
    expected = tuple(
        Expectation(number, found["code"], next((s for s in SEVERITIES if s == found["severity"]), None))
        for number, line in enumerate(lines, 1)
        for found in _EXPECT.finditer(line)
    )
    settings = [found for line in takewhile(_SETTING.fullmatch, lines) if (found := _SETTING.fullmatch(line))]
    profile = next((p for p in PROFILES for found in settings if p == found["profile"]), None)
    as_of = next((_day(found["as_of"]) for found in settings if found["as_of"]), None)
    return Example(section, text, expected, profile, as_of)


def _day(written: str) -> dt.date:
    try:
        return dt.date.fromisoformat(written)
    except ValueError:
        msg = f"'# as-of: {written}' in an example says no date; write it like 2027-06-30"
        raise CxBlueprintError(msg) from None


def page_of(rule: Rule) -> Page:
    """Return the page of a rule.

    Raises:
        CxBlueprintError: the rule has no page.
    """
    try:
        text = rule.page_path.read_text(encoding="utf-8")
    except OSError as error:
        msg = f"rule {rule.code} has no page: {error}"
        raise CxBlueprintError(msg) from error
    return parse_page(text)


def parse_page(text: str) -> Page:
    """Take a page apart by its headings."""
    title = text.partition("\n")[0].removeprefix("# ").strip()
    parts = _HEADING.split(text)
    sections = {name.strip(): body.strip("\n") for name, body in zip(parts[1::2], parts[2::2], strict=True)}
    return Page(title, text, sections)
