"""Durations, targets and the like get their one spelling."""

from __future__ import annotations

import pytest

import cxblueprint as cx

from .conftest import FixFiles, FixText

BLUEPRINT = """\
id: zoo
title: Zoo
journeys:
  - id: visit
    name: Visit
    review_every: {duration}
    stages:
      - name: Arrive
        steps:
          - {{name: Queue, wait: {duration}}}   # too long
kpis:
  - {{id: joy, name: Joy, scale: {scale}, baseline: {figure}, target: {target}, cadence: {cadence}}}
escalation_policies:
  - {{id: up, name: Up, levels: [{{after: {duration}}}], customer_told_after: {duration}}}
listening_posts:
  - id: talks
    name: Talks
    report_back: {{within: {duration}}}
    silence:
      after: {duration}  # days
calendars: [{{id: open, name: Open, hours: [{hours}]}}]
"""
CANONICAL = {
    "duration": "4h",
    "scale": "1-7",
    "figure": "62%",
    "target": "90% within 4h",
    "cadence": "1mo",
    "hours": "mon-fri 08:00-18:00",
}


@pytest.mark.parametrize(
    ("kind", "written", "becomes"),
    [
        ("duration", "4 hours", "4h"),
        ("duration", "'4 HOURS'", "'4h'"),
        ("duration", '" 4.50 h"', '"4.5h"'),
        ("duration", "2 working days", "2bd"),
        ("duration", "007 min", "7min"),
        ("scale", "1 to 7", "1-7"),
        ("scale", "'-100–100'", "'-100 to 100'"),
        ("figure", "62 %", "62%"),
        ("figure", "'4.50'", "'4.5'"),
        ("target", '">= 4.5"', '"at least 4.5"'),
        ("target", "≤ 2 %", "at most 2%"),
        ("target", "90 % within 4 hours", "90% within 4h"),
        ("target", "'95.0%  by due'", "'95% by due'"),
        ("target", "Every 1 business day", "every 1bd"),
        ("cadence", "1 month", "1mo"),
        ("cadence", "Continuous", "continuous"),
        ("hours", '"Monday - Friday 08:00 – 18:00"', '"mon-fri 08:00-18:00"'),
    ],
)
def test_every_value_is_spelled_in_the_one_way(
    kind: str, written: str, becomes: str, fix_text: FixText
) -> None:
    before, after = (BLUEPRINT.format(**{**CANONICAL, kind: value}) for value in (written, becomes))
    assert fix_text(before) == after


@pytest.mark.parametrize("figure", ["4.50", "4.9", "0x1F", "1e2", "'62%'", '"4.5"'])
def test_numbers_and_what_is_in_order_stay_as_they_are(figure: str, fix_text: FixText) -> None:
    text = BLUEPRINT.format(**{**CANONICAL, "figure": figure})
    assert fix_text(text) == text


@pytest.mark.parametrize(
    ("written", "becomes"),
    [
        ("target: |\n      90% within\n      4 hours\n", "target: |\n      90% within 4h\n"),
        (
            "target: >+  # in full\n\n      90%  within\n\n      4 h\n\n\n",
            "target: >+  # in full\n\n      90% within 4h\n\n\n",
        ),
        ("target: |2-\n        90% within 4 h", "target: |2-\n        90% within 4h"),
        ("target: 90% within\n      4 hours", "target: 90% within 4h"),
        ('target: "90%\\\n      \\ within 4 hours"', 'target: "90% within 4h"'),
        ("target: |\n      90% within 4h\n\n", "target: |\n      90% within 4h\n\n"),
    ],
)
def test_texts_of_several_lines_stay_what_they_are(written: str, becomes: str, fix_text: FixText) -> None:
    text = "id: zoo\ntitle: Zoo\nstandards:\n  - id: a\n    {}\n    # next\n  - id: b\n"
    assert fix_text(text.replace("{}", written)) == text.replace("{}", becomes)


def test_json_is_spelled_in_the_one_way_too(fix_text: FixText) -> None:
    before = '{"id": "zoo", "title": "Zoo", "standards": [{"id": "a", "target": "90% within 4\\u0020hours"}]}'
    after = '{"id": "zoo", "title": "Zoo", "standards": [{"id": "a", "target": "90% within 4h"}]}'
    assert fix_text(before, name="b.json") == after


def test_free_text_is_not_touched(fix_text: FixText) -> None:
    text = "id: zoo\ntitle: 4 hours\nstandards: [{id: a, window: 4 hours, notes: 90 % within 4 hours}]\n"
    assert fix_text(text) == text


def test_it_is_told_as_spelling_and_belongs_to_no_rule(fix_files: FixFiles) -> None:
    text = "id: zoo\ntitle: Zoo\nstandards: [{id: quick, target: within 4 hours}]\n"
    assert fix_files({"b.yaml": text}).changes == [
        "b.yaml:3:33: target 'within 4 hours' of standard 'quick' becomes 'within 4h'"
    ]


def test_what_stood_there_is_told_on_one_line(fix_files: FixFiles) -> None:
    text = "id: zoo\ntitle: Zoo\nstandards:\n  - id: quick\n    target: |\n      within\n      4 hours\n"
    assert fix_files({"b.yaml": text}).changes == [
        r"b.yaml:5:13: target 'within\n4 hours' of standard 'quick' becomes 'within 4h'"
    ]


def test_it_may_be_left_out(fix_files: FixFiles) -> None:
    teams = "teams: [{id: keepers, name: K}]\n"
    text = f"id: zoo\ntitle: Zoo\n{teams}standards: [{{id: a, target: within 4 hours, owner: kepers}}]\n"

    outcome = fix_files({"b.yaml": text}, spelling=False)

    assert outcome.files["b.yaml"] == text.replace("kepers", "keepers")


def test_units_are_never_converted(fix_text: FixText) -> None:
    text = (
        "id: zoo\ntitle: Zoo\nstandards: [{id: a, target: within 60s}, {id: b, target: within 60 seconds}]\n"
    )

    after = fix_text(text)

    assert after == text.replace("60 seconds", "60s")
    assert [str(standard.target) for standard in cx.loads(after).standards] == ["within 60s", "within 60s"]
