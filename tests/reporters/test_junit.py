"""Findings as JUnit XML, held against the schema that Jenkins goes by."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

import cxblueprint as cx
from cxblueprint.checks import Defect, Rule
from cxblueprint.reporters import as_junit

SCHEMA = Path(__file__).parent / "schemas" / "junit-10.xsd"
XS = "{http://www.w3.org/2001/XMLSchema}"


def read(text: str) -> ET.Element:
    return ET.fromstring(text.encode())  # noqa: S314  # our own report


@functools.cache
def schema() -> ET.Element:
    return ET.parse(SCHEMA).getroot()  # noqa: S314  # ships with the tests


def violations(element: ET.Element) -> Iterator[str]:
    """Yield what the schema has against an element: of it, its attributes, its children, its text.

    The schema's elements have no order among their children, which makes this the whole of it.
    """
    declared = schema().find(f"{XS}element[@name='{element.tag}']")
    if declared is None:
        yield f"no element {element.tag}"
        return
    attributes = {one.get("name", ""): one for one in declared.iter(f"{XS}attribute")}
    for name in element.attrib.keys() - attributes.keys():
        yield f"{element.tag} has no attribute {name}"
    for name, one in attributes.items():
        if one.get("use") == "required" and name not in element.attrib:
            yield f"{element.tag} lacks {name}"
    for child in element:
        if declared.find(f".//{XS}element[@ref='{child.tag}']") is None:
            yield f"{element.tag} has no {child.tag} in it"
        yield from violations(child)
    holds_text = declared.get("type") == "xs:string" or declared.find(f"{XS}complexType[@mixed]") is not None
    if not holds_text and (element.text or "").strip():
        yield f"{element.tag} holds text"


def test_each_rule_is_a_test_and_fails_with_all_that_it_found(
    kiosk: cx.Report, rules: tuple[Rule, ...]
) -> None:
    assert as_junit(kiosk, rules=rules) == (
        """\
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="A kiosk" tests="4" failures="2" errors="0">
  <testsuite name="measures" tests="1" failures="1" errors="0">
    <testcase classname="cxblueprint.measures" name="KPI001 journey-without-kpi">
      <failure type="error" message="journey 'buy' has no KPI">"""
        """kiosk.yaml:12:5: error: journey 'buy' has no KPI
  hint: declare one under `kpis`</failure>
      <system-out>kiosk.yaml:20:5: baselined: journey 'complain' has no KPI
  reason: known since March</system-out>
    </testcase>
  </testsuite>
  <testsuite name="ownership" tests="2" failures="1" errors="0">
    <testcase classname="cxblueprint.ownership" name="OWN001 touchpoint-without-owner">
      <failure type="warning" message="2 warnings, the first: touchpoint 'shelf' has no owner">"""
        """kiosk.yaml:9:5: warning: touchpoint 'shelf' has no owner
  hint: set `owner` to the id of a declared team
kiosk.yaml:8:5: warning: touchpoint 'window' has no owner
  hint: set `owner` to the id of a declared team</failure>
      <system-out>kiosk.yaml:10:5: suppressed: touchpoint 'door' has no owner
  reason: the landlord owns it, until 2027-01-31</system-out>
    </testcase>
    <testcase classname="cxblueprint.ownership" name="OWN002 journey-without-owner" />
  </testsuite>
  <testsuite name="value" tests="1" failures="0" errors="0">
    <testcase classname="cxblueprint.value" name="VAL001 no-purpose">
      <system-out>blueprint:kiosk: info: blueprint 'kiosk' has no purpose
  hint: say in `purpose` what customers gain</system-out>
    </testcase>
  </testsuite>
</testsuites>
"""
    )


def test_a_rule_that_failed_is_an_error_even_where_it_was_not_named_as_run(
    failed: cx.Report, rules: tuple[Rule, ...]
) -> None:
    root = read(as_junit(failed, rules=rules))
    errors = {
        case.get("name"): (error.attrib, error.text)
        for case in root.iter("testcase")
        for error in case.iter("error")
    }
    assert errors == {
        "OWN002 journey-without-owner": (
            {"type": "defect", "message": "the rule failed: KeyError: 'x' (owner, line 3)"},
            "KeyError: 'x' (owner, line 3)",
        ),
        "REF001": ({"type": "defect", "message": "the rule failed: ValueError: y"}, "ValueError: y"),
    }
    assert root.attrib == {"name": "A kiosk", "tests": "5", "failures": "2", "errors": "2"}
    assert [(one.get("name"), one.get("errors")) for one in root] == [
        ("measures", "0"),
        ("ownership", "1"),
        ("value", "0"),
        ("other", "1"),
    ]


def test_a_rule_that_failed_and_found_something_is_one_error_that_tells_both(
    kiosk: cx.Report, rules: tuple[Rule, ...]
) -> None:
    report = cx.Report("k", "K", kiosk.findings[:1], defects=(Defect("OWN001", "KeyError: 'x'"),))
    root = read(as_junit(report, rules=rules))
    case = next(one for one in root.iter("testcase") if len(one))
    (error,) = case
    assert (error.tag, (error.text or "").splitlines()) == (
        "error",
        [
            "KeyError: 'x'",
            "kiosk.yaml:8:5: warning: touchpoint 'window' has no owner",
            "  hint: set `owner` to the id of a declared team",
        ],
    )
    assert root.attrib == {"name": "K", "tests": "4", "failures": "0", "errors": "1"}


@pytest.mark.parametrize("name", ["kiosk", "failed", "hostile"])
def test_the_schema_of_jenkins_takes_it_and_the_counts_are_right(
    name: str, rules: tuple[Rule, ...], request: pytest.FixtureRequest
) -> None:
    root = read(as_junit(request.getfixturevalue(name), rules=rules))
    assert list(violations(root)) == []
    for suite in (root, *root):
        cases = list(suite.iter("testcase"))
        assert suite.attrib.items() >= {
            ("tests", str(len(cases))),
            ("failures", str(sum(case.find("failure") is not None for case in cases))),
            ("errors", str(sum(case.find("error") is not None for case in cases))),
        }


def test_the_schema_refuses_what_is_not_junit() -> None:
    wrong = read("<testsuites>text<testcase time='1' id='x'><skip/></testcase></testsuites>")
    assert sorted(violations(wrong)) == [
        "no element skip",
        "testcase has no attribute id",
        "testcase has no skip in it",
        "testcase lacks name",
        "testsuites has no testcase in it",
        "testsuites holds text",
    ]


def test_no_text_leaves_its_element_or_its_line(hostile: cx.Report, rules: tuple[Rule, ...]) -> None:
    root = read(as_junit(hostile, rules=rules))
    failure = next(root.iter("failure"))
    assert failure.text is not None
    assert [line[:8] for line in failure.text.splitlines()] == [
        "a b,c:d%",
        "  hint: ",
        "kiosk.ya",
        "  hint: ",
    ]
    assert "]]> <script>alert(1)</script> &amp; `tick" in failure.text
    assert {tag.tag for tag in root.iter()} == {
        "testsuites", "testsuite", "testcase", "failure", "error", "system-out",
    }  # fmt: skip
