"""An allowance that allows nothing is taken out, and a misspelt rule in one is corrected."""

from __future__ import annotations

import datetime as dt
from textwrap import dedent

import pytest

import cxblueprint as cx

from .conftest import FixFiles, FixText

ANOTHER = "that would change something else too"

# Nobody owns the kiosk, so OWN001 is allowed there for good; GOV001 and GOV002 have nothing to do there.
CASES = {
    "the only one, in a block": (
        """\
        touchpoints:
          - id: kiosk
            name: Kiosk
            # Allowed:
            allow:  # for now
              # because
              - rule: GOV001
                reason: so it is
            volume: 3  # a month
        """,
        """\
        touchpoints:
          - id: kiosk
            name: Kiosk
            # Allowed:
            volume: 3  # a month
        """,
    ),
    "the only one, at the end of the file": (
        "touchpoints:\n  - id: kiosk\n    name: Kiosk\n    allow: [{rule: GOV001, reason: so it is}]",
        "touchpoints:\n  - id: kiosk\n    name: Kiosk\n",
    ),
    "the only one, the first key behind a dash": (
        """\
        touchpoints:
          - allow: [{rule: GOV001, reason: so it is}]  # gone
            # what it is
            id: kiosk
            name: Kiosk
          - allow:
            - {rule: GOV001, reason: so it is}
            name: Stall
            id: stall
        """,
        """\
        touchpoints:
          - # what it is
            id: kiosk
            name: Kiosk
          - name: Stall
            id: stall
        """,
    ),
    "the only one, in brackets": (
        """\
        touchpoints:
          - {id: a, name: A, allow: [{rule: GOV001, reason: so it is}]}  # one
          - {id: b, allow: [{rule: GOV001, reason: so it is}], name: B}  # two
          - {allow: [{rule: GOV001, reason: so it is}], id: c, name: C}  # three
          - {id: d, allow: [{rule: GOV001, reason: so it is}], name: D,}  # four
          - {id: e, name: E,
             allow: [{rule: GOV001, reason: so it is}],  # five
             volume: 3}
          - {id: f,  # f
             name: F,  # name
             allow: [
               {rule: GOV001, reason: so it is},
             ]}
        """,
        """\
        touchpoints:
          - {id: a, name: A}  # one
          - {id: b, name: B}  # two
          - {id: c, name: C}  # three
          - {id: d, name: D,}  # four
          - {id: e, name: E,
             volume: 3}
          - {id: f,  # f
             name: F,  # name
             }
        """,
    ),
    "the first, in a block": (
        """\
        touchpoints:
          - id: kiosk
            name: Kiosk
            allow:
              # Governance
              - rule: GOV001  # here
                reason: |
                  so
                  it is

              # Nobody wants it
              - {rule: OWN001, reason: so it is}  # really
        """,
        """\
        touchpoints:
          - id: kiosk
            name: Kiosk
            allow:
              # Governance

              # Nobody wants it
              - {rule: OWN001, reason: so it is}  # really
        """,
    ),
    "in the middle and the last, in a block": (
        """\
        touchpoints:
          - id: kiosk
            allow:
            - {rule: OWN001, reason: so it is}  # really
            -   rule: GOV001
                reason: so it is   # no more
            # and yet
            - rule: OWN001
              reason: so it is
            -
              rule: GOV002
              reason: >
                so it is
            name: Kiosk
        """,
        """\
        touchpoints:
          - id: kiosk
            allow:
            - {rule: OWN001, reason: so it is}  # really
            # and yet
            - rule: OWN001
              reason: so it is
            name: Kiosk
        """,
    ),
    "the first, in the middle and the last, in brackets": (
        """\
        touchpoints:
          - {id: a, name: A, allow: [{rule: GOV001, reason: x}, {rule: OWN001, reason: x}]}
          - {id: b, name: B, allow: [{rule: OWN001, reason: x}, {rule: GOV001, reason: x}]}
          - {id: c, name: C,
             allow: [{rule: GOV001, reason: x}, {rule: OWN001, reason: x}, {rule: GOV002, reason: x}, ]}
          - {id: d, name: D,
             allow: [ {rule: OWN001, reason: x} , {rule: GOV001, reason: x} , {rule: OWN001, reason: y} ]}
          - {id: e, name: E,
             allow: [{rule: GOV001, reason: x}, {rule: GOV002, reason: x}, {rule: OWN001, reason: x}]}
        """,
        """\
        touchpoints:
          - {id: a, name: A, allow: [{rule: OWN001, reason: x}]}
          - {id: b, name: B, allow: [{rule: OWN001, reason: x}]}
          - {id: c, name: C,
             allow: [{rule: OWN001, reason: x}, ]}
          - {id: d, name: D,
             allow: [ {rule: OWN001, reason: x} , {rule: OWN001, reason: y} ]}
          - {id: e, name: E,
             allow: [{rule: OWN001, reason: x}]}
        """,
    ),
    "a line each, in brackets": (
        """\
        touchpoints:
          - id: kiosk
            name: Kiosk
            allow: [
              # one
              {rule: GOV001, reason: so it is},  # uno
              # two
              {rule: OWN001, reason: so it is},  # due
              # three
              {rule: GOV002, reason: so it is}  # tre
              # end
            ]
          - id: stall
            name: Stall
            allow: [{rule: GOV001, reason: so it is},  # uno
                    {rule: OWN001, reason: so it is},
                    {rule: GOV002, reason: so it is}]
          - id: booth
            name: Booth
            allow: [ {rule: OWN001, reason: so it is}  # uno
                   , {rule: GOV001, reason: so it is}  # due
                   , {rule: OWN001, reason: it is so}  # tre
                   , {rule: GOV001, reason: it is so}  # quattro
                   ]
          - id: tent
            name: Tent
            allow: [ {rule: OWN001, reason: so it is}  # uno
                   , {rule: GOV001, reason: so it is} ]
        """,
        """\
        touchpoints:
          - id: kiosk
            name: Kiosk
            allow: [
              # one
              # two
              {rule: OWN001, reason: so it is},  # due
              # three
              # end
            ]
          - id: stall
            name: Stall
            allow: [{rule: OWN001, reason: so it is}]
          - id: booth
            name: Booth
            allow: [ {rule: OWN001, reason: so it is}  # uno
                   , {rule: OWN001, reason: it is so}  # tre
                   ]
          - id: tent
            name: Tent
            allow: [ {rule: OWN001, reason: so it is}  # uno
                   ,  ]
        """,
    ),
    "at the blueprint itself": (
        "allow: [{rule: GOV001, reason: so it is}]\ntouchpoints: []\n",
        "touchpoints: []\n",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_it_is_taken_out_and_what_is_about_other_things_stays(case: str, fix_text: FixText) -> None:
    before, after = (f"id: shop\ntitle: Shop\n{dedent(text)}" for text in CASES[case])
    assert fix_text(before, "SUP002") == after


@pytest.mark.parametrize("case", CASES)
def test_line_ends_stay_where_lines_go(case: str, fix_text: FixText) -> None:
    before, after = (f"id: shop\ntitle: Shop\n{dedent(text)}" for text in CASES[case])
    assert fix_text(before.replace("\n", "\r\n"), "SUP002") == after.replace("\n", "\r\n")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            '{"id": "a", "title": "A", "allow": [{"rule": "GOV001", "reason": "so # it is"}]}',
            '{"id": "a", "title": "A"}',
        ),
        (
            '{"allow": [{"rule": "GOV001", "reason": "so it is"}], "id": "a", "title": "A"}',
            '{"id": "a", "title": "A"}',
        ),
        (
            """\
{
  "id": "a",
  "title": "A",
  "touchpoints": [
    {
      "id": "kiosk",
      "allow": [
        {
          "rule": "GOV001",
          "reason": "so it is"
        },
        {"rule": "OWN001", "reason": "so it is"},
        {"rule": "GOV002", "reason": "so it is"}
      ],
      "name": "Kiosk"
    },
    {
      "id": "stall",
      "name": "Stall",
      "allow": [
        {"rule": "GOV002", "reason": "so it is"}
      ]
    }
  ]
}
""",
            """\
{
  "id": "a",
  "title": "A",
  "touchpoints": [
    {
      "id": "kiosk",
      "allow": [
        {"rule": "OWN001", "reason": "so it is"}
      ],
      "name": "Kiosk"
    },
    {
      "id": "stall",
      "name": "Stall"
    }
  ]
}
""",
        ),
    ],
)
def test_in_json_no_comma_is_left_over(before: str, after: str, fix_text: FixText) -> None:
    assert fix_text(before, "SUP002", name="b.json") == after


def test_where_no_other_key_would_be_left_the_list_is_empty(fix_files: FixFiles) -> None:
    files = {
        "a.yaml": "id: a\ntitle: A\nallow: [{rule: GOV001, reason: so it is}]\n",
        "b.json": '{"allow": [{"rule": "GOV001", "reason": "so it is"}]}\n',
        "c.yaml": "allow:\n  - rule: GOV001\n    reason: so it is\n",
        "d.yaml": "allow: [{rule: GOV001, reason: so it is}, {rule: no-cx-function, reason: so it is}]\n"
        "teams: [{id: a, name: A}]\n",
    }

    outcome = fix_files(files, "SUP002")

    assert outcome.left == []
    assert outcome.files == {
        "a.yaml": "id: a\ntitle: A\n",
        "b.json": '{"allow": []}\n',
        "c.yaml": "allow:\n  []\n",
        "d.yaml": "allow: [{rule: no-cx-function, reason: so it is}]\nteams: [{id: a, name: A}]\n",
    }


def test_what_is_taken_out_is_told_with_the_reason_and_where_it_stood(fix_files: FixFiles) -> None:
    text = """\
id: shop
title: Shop
touchpoints:
  - id: kiosk
    name: Kiosk
    allow:
      - {rule: OWN001, reason: so it is}
      - {rule: GOV001, reason: so it is}
      - {rule: SUP001, reason: so it is}
"""
    taken_out = "is taken out: touchpoint 'kiosk' allows"
    assert fix_files({"b.yaml": text}).changes == [
        f"b.yaml:8:9: SUP002 allow[1] {taken_out} 'GOV001', and marketing-owned-cx finds nothing there",
        f"b.yaml:9:9: SUP002 allow[2] {taken_out} 'SUP001', a rule that nobody may suppress",
    ]


def test_as_long_as_a_name_is_unknown_nothing_is_taken_out(fix_files: FixFiles) -> None:
    # The team under marketing is not found, since its superior is not: the allowance only looks unused.
    text = """\
id: shop
title: Shop
teams:
  - {id: promotion, name: Promotion, function: marketing}
  - {id: cx, name: CX, function: cx, reports_to: UNKNOWN, allow: [{rule: GOV001, reason: so it is}]}
"""
    unknown = text.replace("UNKNOWN", "advertising")
    slip = text.replace("UNKNOWN", "promotoin")

    assert fix_files({"b.yaml": unknown}).files["b.yaml"] == unknown
    assert fix_files({"b.yaml": slip}).files["b.yaml"] == text.replace("UNKNOWN", "promotion")


def test_once_names_are_corrected_what_is_unused_is_taken_out(fix_files: FixFiles) -> None:
    text = """\
id: shop
title: Shop
teams: [{id: office, name: Office}]
touchpoints:
  - id: kiosk
    name: Kiosk
    allow:
      - {rule: OWN001, reason: so it is}
    owner: ofice
"""
    outcome = fix_files({"b.yaml": text})

    assert outcome.files["b.yaml"] == text.replace("ofice", "office").replace(
        "    allow:\n      - {rule: OWN001, reason: so it is}\n", ""
    )
    assert [change.location.line for change in outcome.fixed.changes] == [8, 9]


def test_a_misspelt_rule_is_corrected(fix_text: FixText) -> None:
    before = """\
id: shop
title: Shop
touchpoints:
  - id: kiosk
    name: Kiosk
    allow: [{rule: own-1, reason: so it is}, {rule: "touchpoint_without_owner", reason: so it is}]
  - id: stall
    name: Stall
    allow:
      - rule: touchpoint-without-onwer  # slip
        reason: so it is
"""
    after = before.replace("own-1", "OWN001").replace("_", "-").replace("onwer", "owner")
    assert fix_text(before, "SUP") == after


def test_a_rule_with_more_than_one_slip_stays_a_hint(fix_files: FixFiles) -> None:
    text = "id: a\ntitle: A\nallow: [{rule: OWM001, reason: x}, {rule: touchpint-witout-owner, reason: x}]\n"

    outcome = fix_files({"b.yaml": text}, "SUP")

    assert outcome.files["b.yaml"] == text
    assert [finding.code for finding in outcome.fixed.report.findings] == ["SUP004", "SUP004"]


def test_an_allowance_without_reason_or_past_its_day_is_left_to_people(fix_files: FixFiles) -> None:
    text = "id: a\ntitle: A\nallow: [{rule: GOV001}, {rule: GOV001, reason: x, until: 2020-01-31}]\n"

    outcome = fix_files({"b.yaml": text}, judge=lambda one: cx.check(one, as_of=dt.date(2027, 1, 1)))

    assert outcome.files["b.yaml"] == text


def test_blank_lines_that_belong_to_a_text_are_no_reason_to_change_it(fix_files: FixFiles) -> None:
    # The blank line would become part of the text above, which keeps all of its line ends.
    text = """\
id: shop
title: Shop
touchpoints:
  - id: kiosk
    name: Kiosk
    allow:
      - rule: OWN001
        reason: |+
          so it is
      - rule: GOV001
        reason: |+
          so it is

    volume: 3
"""
    outcome = fix_files({"b.yaml": text})

    assert outcome.files["b.yaml"] == text
    assert outcome.left == [f"b.yaml:10:9: SUP002 allow[1] of touchpoint 'kiosk' is not taken out: {ANOTHER}"]
