"""The other files that are read: settings, baselines, pages of rules, and pages that ask for pictures."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

from cxblueprint.checks import Page, checked_options, parse_page, read_baseline
from cxblueprint.configuration import find_configuration
from cxblueprint.errors import CxBlueprintError, LoadError, UsageError
from cxblueprint.pictures import Theme, settings_of, theme_from
from cxblueprint.rules import CATALOGUE
from cxblueprint.site.hosting.fences import fences_in, marked, wish_of

from .after_loading import DAY
from .loading import NAME, lines_of

_MOST_SETTINGS = 20_000
"""Bytes: Python's own reader of TOML takes the square of the size for `a.a.a.a = 1`."""


def read_other_files(data: bytes) -> None:
    """Read the bytes as each of the other files."""
    _read_settings(data)
    text = data.decode("utf-8", "replace")
    _read_baseline(text)
    _read_page_of_a_rule(text)
    _read_page_with_blocks(text)


def assert_told_in_lines(error: CxBlueprintError) -> None:
    """Assert that an error is printable, line by line."""
    lines = str(error).split("\n")
    assert all(line.strip() and line.isprintable() for line in lines), lines


def _read_settings(data: bytes) -> None:
    file = _folder() / "cxblueprint.toml"
    file.write_bytes(data[:_MOST_SETTINGS])
    try:
        settings = find_configuration(file.parent)
    except UsageError as error:
        assert_told_in_lines(error)
        return
    try:
        _assert_a_theme_is_made_again_of_its_settings(settings.theme())
    except UsageError as error:
        assert_told_in_lines(error)
    try:
        settings.site()
    except UsageError as error:
        assert_told_in_lines(error)
    if settings.own_rules:  # they are Python, and would be run
        return
    try:
        assert settings.judging(as_of=DAY).rules
        assert isinstance(checked_options(settings.rules, CATALOGUE), dict)
    except UsageError as error:
        assert_told_in_lines(error)
    for exception in settings.exceptions:
        assert exception.covers("journeys/help.yaml") in (True, False)


def _assert_a_theme_is_made_again_of_its_settings(theme: Theme) -> None:
    again = theme_from(settings_of(theme), "theme")
    assert (again.light, again.dark, again.fonts) == (theme.light, theme.dark, theme.fonts)
    assert again.words == theme.words
    assert "<" not in theme.font_list, theme.font_list


@cache
def _folder() -> Path:
    """Return a folder of this process alone, for the one file that is read from a disk."""
    folder = tempfile.TemporaryDirectory(prefix="cxblueprint-fuzz-")
    _KEPT.append(folder)
    return Path(folder.name)


_KEPT: list[tempfile.TemporaryDirectory[str]] = []
"""Removed when the process ends."""


def _read_baseline(text: str) -> None:
    try:
        baseline = read_baseline(text, NAME)
    except UsageError as error:
        assert_told_in_lines(error)
    else:
        assert read_baseline(baseline.text(), NAME) == baseline, text


def _read_page_of_a_rule(text: str) -> None:
    page = parse_page(text)
    assert isinstance(page, Page)
    try:
        examples = page.examples
    except CxBlueprintError as error:
        assert_told_in_lines(error)
        return
    for example in examples:
        lines = example.text.splitlines()
        assert all(expected.code in lines[expected.line - 1] for expected in example.expected), example


def _read_page_with_blocks(text: str) -> None:
    fences = [*fences_in(text)]
    marks = [f"MARK{number}X" for number, _ in enumerate(fences)]
    page = marked(text, fences, marks)
    assert all(page.count(mark) == 1 for mark in marks if mark not in text), page
    lines = lines_of(text.encode())
    for fence in fences:
        try:
            assert wish_of(fence, NAME, 0).view
        except LoadError as error:
            for complaint in error.complaints:
                place = complaint.location
                assert complaint.message.isprintable(), complaint
                assert place is not None, complaint
                assert 1 <= place.line <= len(lines), complaint
