"""What holds for every format, whatever a valid blueprint says."""

from __future__ import annotations

import functools
import json
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given

import cxblueprint as cx
import cxblueprint.reporters
from cxblueprint.reporters import as_github, as_json, as_junit, as_markdown, as_sarif, as_text
from cxblueprint.reporters.markdown import LONGEST
from cxblueprint.testing.strategies import blueprints
from tests.properties.editing import with_allowance

from .test_junit import violations

ANY = blueprints(messy=True)
RULES = cx.catalogue()
FORMATS: dict[str, Callable[[cx.Report], str]] = {
    "text": lambda report: as_text(report, rules_run=137, profile="exemplary"),
    "worklist": lambda report: as_text(report, rules_run=137, profile="exemplary", by_owner=True),
    "json": as_json,
    "sarif": lambda report: as_sarif(report, rules=RULES),
    "github": as_github,
    "junit": lambda report: as_junit(report, rules=RULES),
    "markdown": lambda report: as_markdown(report, rules_run=137, profile="exemplary"),
    "markdown-worklist": lambda report: as_markdown(
        report, rules_run=137, profile="exemplary", by_owner=True, team_name=str.upper
    ),
}


def checked(blueprint: cx.Blueprint) -> cx.Report:
    return cx.check(blueprint, profile="exemplary")


@functools.cache
def standard() -> object:
    return json.loads((Path(__file__).parent / "schemas" / "sarif-schema-2.1.0.json").read_bytes())


def test_every_reporter_is_tried_here() -> None:
    names = cxblueprint.reporters.__all__
    made = {name.removeprefix("as_") for name in names if name.startswith("as_")} - {"data"}
    assert {name.partition("-")[0] for name in FORMATS} == made | {"worklist"}


@given(blueprint=ANY)
def test_the_same_blueprint_makes_the_same_bytes(blueprint: cx.Blueprint) -> None:
    first = {name: report(checked(blueprint)).encode() for name, report in FORMATS.items()}
    again = {name: report(checked(blueprint)).encode() for name, report in FORMATS.items()}
    assert first == again


@given(blueprint=ANY)
def test_sarif_is_valid_and_holds_every_finding(blueprint: cx.Blueprint) -> None:
    jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is not installed")
    report = checked(blueprint)
    log = json.loads(as_sarif(report, rules=()))
    complaints = jsonschema.Draft4Validator(standard()).iter_errors(log)
    assert [complaint.message for complaint in complaints] == []
    assert len(log["runs"][0]["results"]) == len(report.findings) + len(report.suppressed)


@given(blueprint=ANY)
def test_github_has_a_line_for_each_finding_and_one_more(blueprint: cx.Blueprint) -> None:
    report = checked(blueprint)
    *commands, summary = as_github(report).split("\n")[:-1]
    assert len(commands) == len(report.findings)
    assert all(command.startswith(("::error ", "::warning ", "::notice ")) for command in commands)
    assert summary.startswith("cxblueprint: ")


@given(blueprint=ANY)
def test_junit_is_xml_in_which_the_rules_that_found_something_bad_have_failed(
    blueprint: cx.Blueprint,
) -> None:
    report = checked(blueprint)
    root = ET.fromstring(as_junit(report, rules=RULES).encode())  # noqa: S314  # our own report
    assert list(violations(root)) == []
    assert len(root.findall("./testsuite/testcase")) == len(RULES)
    assert {
        case.attrib["name"].split()[0] for case in root.iter("testcase") if case.find("failure") is not None
    } == {finding.code for finding in report.at_least("warning")}


@given(blueprint=ANY)
def test_a_worklist_holds_each_finding_once(blueprint: cx.Blueprint) -> None:
    report = checked(blueprint)
    told = as_text(report, rules_run=137, profile="exemplary", by_owner=True)
    left_out = sum(int(line.split()[1]) for line in told.splitlines() if line.startswith("  and "))
    assert told.count("\n  hint: ") + left_out == len(report.findings)


@given(blueprint=ANY)
def test_markdown_fits_a_comment_and_its_folds_are_closed(blueprint: cx.Blueprint) -> None:
    for by_owner in (False, True):
        told = as_markdown(checked(blueprint), rules_run=137, profile="exemplary", by_owner=by_owner)
        assert len(told.encode()) <= LONGEST
        assert told.count("<details>") == told.count("</details>") == told.count("<summary>")


TOLD = re.compile(r"\S+: (error|warning|info|suppressed): ")
"""How JUnit tells a finding: its place, how loud it is, and what it says."""
HEADING = re.compile(r"[a-z0-9-]+ \([A-Z]+[0-9]+\), (\d+) (error|warning|info)s?")
SEVERITY_OF = {"error": "error", "warning": "warning", "note": "info", "notice": "info"}


def counted_in_json(report: cx.Report) -> Counter[str]:
    data = json.loads(as_json(report))
    return Counter([one["severity"] for one in data["findings"]] + ["suppressed"] * len(data["suppressed"]))


def counted_in_sarif(report: cx.Report) -> Counter[str]:
    results = json.loads(as_sarif(report, rules=RULES))["runs"][0]["results"]
    return Counter(
        "suppressed" if result.get("suppressions") else SEVERITY_OF[result["level"]] for result in results
    )


def counted_in_junit(report: cx.Report) -> Counter[str]:
    root = ET.fromstring(as_junit(report, rules=RULES).encode())  # noqa: S314  # our own report
    said = (element.text or "" for tag in ("failure", "system-out") for element in root.iter(tag))
    lines = (line for text in said for line in text.split("\n"))
    return Counter(told[1] for line in lines if (told := TOLD.match(line)))


def counted_in_github(report: cx.Report) -> Counter[str]:
    commands = (line.split(" ")[0].strip(":") for line in as_github(report).split("\n"))
    return Counter(SEVERITY_OF[command] for command in commands if command in SEVERITY_OF)


def counted_in_text(report: cx.Report) -> Counter[str]:
    counted: Counter[str] = Counter()
    for line in as_text(report, rules_run=137, profile="exemplary").split("\n"):
        if heading := HEADING.fullmatch(line):
            counted[heading[2]] += int(heading[1])
    return counted


@given(blueprint=ANY)
def test_every_format_counts_the_same(blueprint: cx.Blueprint) -> None:
    for finding in checked(blueprint).found[:3]:
        allowance = cx.Allowance(rule=finding.code, reason="as agreed")
        blueprint = with_allowance(blueprint, finding.subject, allowance)
    report = checked(blueprint)
    counts = +Counter(report.counts)
    active = counts - Counter(suppressed=counts["suppressed"])

    assert counted_in_json(report) == counts
    assert counted_in_sarif(report) == counts
    assert counted_in_junit(report) == counts
    assert counted_in_github(report) == active
    assert counted_in_text(report) == active
