"""In a notebook, journeys and reports show themselves as tables."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import cxblueprint as cx
from cxblueprint.notebook import MOST_ROWS, html_table

BLUEPRINT = cx.loads("""
id: b
title: Bakery & <b>Sons</b>
teams: [{id: front, name: Front}]
touchpoints: [{id: counter, name: The counter, owner: front}]
journeys:
  - id: bread
    name: Bread <in> the morning
    stages:
      - name: Buy
        steps:
          - {touchpoint: counter, customer: "Asks for 'two' & pays", emotion: -1, wait: 2d}
          - {name: Walks home}
""")


def cells(html: str) -> list[list[str]]:
    table = ET.fromstring(f"<div>{html}</div>")  # noqa: S314  # what we have written ourselves
    caption = ["".join(part.itertext()) for part in table.iter("caption")]
    return [caption, *([cell.text or "" for cell in row] for row in table.iter("tr"))]


def test_a_journey_shows_its_steps() -> None:
    assert cells(cx.Graph(BLUEPRINT).journey("bread")._repr_html_()) == [
        ["Bread <in> the morning"],
        ["", "Step", "Stage", "The customer", "Touchpoint", "Owner", "Feeling", "Wait"],
        ["1", "The counter", "Buy", "Asks for 'two' & pays", "counter", "front", "-1", "2 days"],
        ["2", "Walks home", "Buy", "", "", "", "", ""],
    ]


def test_a_journey_as_it_is_declared_shows_its_steps_too() -> None:
    assert cells(BLUEPRINT.journeys[0]._repr_html_()) == [
        ["Bread <in> the morning"],
        ["", "Step", "Stage", "The customer", "Touchpoint", "Feeling", "Wait"],
        ["1", "counter", "Buy", "Asks for 'two' & pays", "counter", "-1", "2 days"],
        ["2", "Walks home", "Buy", "", "", "", ""],
    ]


def test_a_report_shows_what_was_found_worst_first() -> None:
    report = cx.check(BLUEPRINT, select=["VAL001", "KPI001"])
    assert cells(report._repr_html_()) == [
        ["Bakery & <b>Sons</b>: 1 error, 1 warning"],
        ["Severity", "Rule", "Where", "Finding", "What to do"],
        *(
            [finding.severity, finding.code, str(finding.location), finding.message, finding.hint]
            for finding in sorted(report.findings, key=lambda finding: finding.severity)
        ),
    ]


def test_a_report_without_findings_says_so() -> None:
    report = cx.check(BLUEPRINT, select=["GOV001"])
    assert cells(report._repr_html_()) == [["Bakery & <b>Sons</b>: no findings"], []]


def test_thousands_of_rows_are_counted() -> None:
    html = html_table("Many", ["Number"], ([str(number)] for number in range(MOST_ROWS + 5)))
    assert html.endswith("<p>and 5 more</p>\n")
    assert html.count("<td") == MOST_ROWS
