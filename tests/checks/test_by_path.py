"""Exceptions for whole files: what they mean is suppressed, with their reason."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

import cxblueprint as cx
from cxblueprint.checks import PathException, by_path, exceptions_in
from cxblueprint.judging import Judging


@pytest.fixture(autouse=True)
def nothing_known() -> None:
    """Match anew, whatever another test has asked before."""
    by_path._is_meant.cache_clear()


def excepting(path: str, here: str = "", until: dt.date | None = None) -> PathException:
    return PathException(path, ("OWN",), "goes in March", until, here)


@pytest.mark.parametrize(
    ("pattern", "path", "is_meant"),
    [
        ("legacy", "legacy/a.yaml", True),
        ("legacy/", "legacy/b/a.yaml", True),
        ("./legacy", "legacy/a.yaml", True),
        ("legacy", "legacy2/a.yaml", False),
        ("legacy", "new/legacy/a.yaml", False),
        ("**/legacy", "new/legacy/a.yaml", True),
        ("**/legacy", "legacy/a.yaml", True),
        ("a.yaml", "a.yaml", True),
        ("a?yaml", "a.yaml", True),
        ("a?b", "a/b", False),
        ("*.yaml", "a.yaml", True),
        ("*.yaml", "b/a.yaml", False),
        ("b/**", "b/c/a.yaml", True),
        (".", "b/a.yaml", True),
        ("**", "b/a.yaml", True),
        ("[a].yaml", "a.yaml", False),
        ("[a].yaml", "[a].yaml", True),
    ],
)
def test_a_pattern_means_files_and_folders(pattern: str, path: str, *, is_meant: bool) -> None:
    assert excepting(pattern).covers(path) is is_meant


def test_a_pattern_with_very_many_ways_to_match_is_answered_at_once() -> None:
    """Whoever tries one way after the other is not done before the end of the world."""
    assert not excepting("**/" * 50 + "x").covers("a/" * 100 + "y")
    assert excepting("**/" * 50 + "*a" * 50 + "y").covers("b/" * 60 + "a" * 100 + "y")


@pytest.mark.parametrize(
    ("here", "path"), [("legacy", "a.yaml"), ("new", "../legacy/a.yaml"), (".", "legacy/a.yaml")]
)
def test_a_pattern_starts_where_it_is_settled(here: str, path: str) -> None:
    assert excepting("legacy/*.yaml", here).covers(path)


def test_a_file_is_meant_by_its_whole_path_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "new").mkdir()
    monkeypatch.chdir(tmp_path / "new")
    exception = excepting("legacy", "new")
    paths = [(tmp_path / folder / "a.yaml").as_posix() for folder in ("legacy", "other")]
    assert [*map(exception.covers, paths)] == [True, False]


def test_a_finding_in_an_excepted_file_is_suppressed_with_the_reason_until_its_last_day() -> None:
    text = "id: b\ntitle: B\ntouchpoints: [{id: kiosk, name: Kiosk}]\n"
    graph = cx.Graph(cx.loads(text, name="legacy/b.yaml"))
    last = dt.date(2027, 3, 31)

    def report(as_of: dt.date | None) -> cx.Report:
        judging = Judging(select=["OWN001"], exceptions=[excepting("legacy", until=last)], as_of=as_of)
        return judging.report(graph)

    suppressed = [(item.finding.code, item.reason, item.until) for item in report(last).suppressed]
    assert suppressed == [("OWN001", "goes in March", last)]
    assert report(last).findings == ()
    assert report(None).findings == ()
    assert [finding.code for finding in report(last + dt.timedelta(days=1)).findings] == ["OWN001"]


def test_other_rules_other_files_and_things_without_a_place_are_not_excepted() -> None:
    text = "id: b\ntitle: B\ntouchpoints: [{id: kiosk, name: Kiosk}]\n"
    judging = Judging(select=["OWN001", "VAL001"], exceptions=[excepting("legacy")])
    elsewhere = judging.report(cx.Graph(cx.loads(text, name="b.yaml")))
    nowhere = judging.report(cx.Graph(cx.Blueprint.model_validate(cx.loads(text).model_dump())))
    there = judging.report(cx.Graph(cx.loads(text, name="legacy/b.yaml")))
    assert [len(elsewhere.findings), len(nowhere.findings)] == [2, 2]
    assert [finding.code for finding in there.findings] == ["VAL001"]


def test_what_nobody_may_suppress_is_not_excepted() -> None:
    text = "id: b\ntitle: B\nallow: [{rule: OWN001}]\n"
    judging = Judging(select=["SUP001"], exceptions=[PathException(".", ("SUP001",), "so it is")])
    report = judging.report(cx.Graph(cx.loads(text, name="b.yaml")))
    assert [finding.code for finding in report.findings] == ["SUP001"]


def test_a_word_that_means_no_rule_is_refused() -> None:
    judging = Judging(exceptions=[PathException(".", ("OWN01",), "so it is")])
    with pytest.raises(cx.UsageError, match="there is no rule 'OWN01', did you mean 'OWN001'"):
        judging.report(cx.Graph(cx.loads("id: b\ntitle: B\n")))


GOOD = {"path": "legacy", "rules": ["OWN"], "reason": " goes in March "}


def test_settings_are_read() -> None:
    until = dt.date(2027, 3, 31)
    assert exceptions_in([{**GOOD, "until": until}], "exceptions", here="a") == (
        PathException("legacy", ("OWN",), "goes in March", until, "a"),
    )


@pytest.mark.parametrize(
    ("items", "message"),
    [
        ({}, "exceptions wants a list of tables with `path`, `rules`, `reason`, not {}"),
        (["x"], "exceptions[0] wants a table with `path`, `rules`, `reason`, not 'x'"),
        ([GOOD, {**GOOD, "pth": 1}], "exceptions[1]: unknown key 'pth', did you mean 'path'?"),
        (
            [{**GOOD, "severity": 1}],
            "exceptions[0]: unknown key 'severity': there are `path`, `rules`, `reason`, `until`",
        ),
        ([{**GOOD, "reason": " "}], "exceptions[0]: `reason` wants why these rules need not hold, not ' '"),
        (
            [{"rules": ["OWN"], "reason": "x"}],
            "exceptions[0]: `path` wants a file, a folder or a pattern such as 'legacy/**', not nothing",
        ),
        (
            [{**GOOD, "rules": "OWN"}],
            "exceptions[0]: `rules` wants a list of codes, names or families, not 'OWN'",
        ),
        ([{**GOOD, "rules": []}], "exceptions[0]: `rules` wants a list of codes, names or families, not []"),
        ([{**GOOD, "until": "soon"}], "exceptions[0]: `until` wants a date such as 2027-03-31, not 'soon'"),
    ],
)  # fmt: skip
def test_settings_that_mean_nothing_are_refused(items: object, message: str) -> None:
    with pytest.raises(cx.UsageError) as refused:
        exceptions_in(items, "exceptions", here="")
    assert str(refused.value) == message
