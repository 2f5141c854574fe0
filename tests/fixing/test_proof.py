"""However odd the files: what comes out is what was meant, or what went in."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cxblueprint.loading import yaml_parser
from cxblueprint.loading.pure_yaml import PureEvents

from .conftest import FixFiles

ANOTHER = "that would change something else too"
UNUSUAL = "the list has an anchor, or an unusual form"
HEAD = "id: zoo\ntitle: Zoo\n"
TEAMS = "teams: [{id: keepers, name: Keepers}, {id: kiosk, name: Kiosk}]\n"


# What is shared


def test_an_anchor_is_edited_where_every_use_asks_for_the_same(fix_files: FixFiles) -> None:
    text = f"""\
{HEAD}{TEAMS}x-who: &who kepers
touchpoints:
  - {{id: a, name: A, owner: *who}}
  - {{id: b, name: B, owner: *who, consulted: [*who]}}
standards:
  - {{id: c, target: &time within 4 hours}}
  - {{id: d, target: *time}}
"""
    outcome = fix_files({"b.yaml": text})

    assert outcome.files["b.yaml"] == text.replace("kepers", "keepers").replace("4 hours", "4h")
    assert outcome.left == []


@pytest.mark.parametrize(
    "elsewhere",
    ["notes: *who", "tags: [*who]", "custom: {boss: *who}", "allow: [{rule: REF001, reason: *who}]"],
)
def test_an_anchor_is_left_where_another_use_would_change(elsewhere: str, fix_files: FixFiles) -> None:
    a, b = "{id: a, name: A, owner: &who kepers}", f"{{id: b, name: B, {elsewhere}}}"
    text = f"{HEAD}{TEAMS}touchpoints: [{a}, {b}]\n"

    outcome = fix_files({"b.yaml": text}, "REF001")

    assert outcome.files["b.yaml"] == text
    assert outcome.left == [
        f"b.yaml:4:44: REF001 owner of touchpoint 'a' does not become 'keepers': {ANOTHER}"
    ]


def test_what_is_shared_as_a_whole_is_edited_once(fix_files: FixFiles) -> None:
    text = f"""\
{HEAD}{TEAMS}touchpoints:
  - {{id: a, name: A, backstage: &work [{{text: Feeds, team: kepers}}]}}
  - {{id: b, name: B, backstage: *work}}
x-list: &list [{{text: Cleans, team: keeprs}}]
journeys: []
"""
    outcome = fix_files({"b.yaml": text})

    assert outcome.files["b.yaml"] == text.replace("team: kepers", "team: keepers")
    assert len(outcome.changes) == 2


def test_a_list_of_allowances_that_is_shared_is_left(fix_files: FixFiles) -> None:
    text = f"""\
{HEAD}touchpoints:
  - {{id: a, name: A, allow: &some [{{rule: GOV001, reason: so it is}}]}}
  - {{id: b, name: B, allow: *some}}
"""
    outcome = fix_files({"b.yaml": text})

    assert outcome.files["b.yaml"] == text
    why = f"is not taken out: {UNUSUAL}"
    assert outcome.left == [
        f"b.yaml:4:36: SUP002 allow[0] of touchpoint 'a' {why}",
        f"b.yaml:4:36: SUP002 allow[0] of touchpoint 'b' {why}",
    ]


def test_an_allowance_that_is_shared_is_taken_out_where_nothing_needs_its_anchor(fix_files: FixFiles) -> None:
    text = f"""\
{HEAD}x-why: &why {{rule: GOV001, reason: so it is}}
touchpoints:
  - {{id: a, name: A, allow: [*why, {{rule: OWN001, reason: so it is}}]}}
  - {{id: b, name: B, allow: [&that {{rule: GOV001, reason: so it is}}]}}
  - {{id: c, name: C, allow: [*that]}}
"""
    outcome = fix_files({"b.yaml": text})

    assert outcome.left == []
    assert (
        outcome.files["b.yaml"]
        == f"""\
{HEAD}x-why: &why {{rule: GOV001, reason: so it is}}
touchpoints:
  - {{id: a, name: A, allow: [{{rule: OWN001, reason: so it is}}]}}
  - {{id: b, name: B}}
  - {{id: c, name: C}}
"""
    )


# What files may be like


def test_a_second_byte_order_mark_is_no_reason_to_hit_the_wrong_place(fix_files: FixFiles) -> None:
    text = f"\ufeff\ufeff{HEAD}{TEAMS}touchpoints: [{{id: a, name: A, owner: kepers}}]\n"
    text += "standards: [{id: quick, target: within 4 hours}]\n"

    outcome = fix_files({"b.yaml": text}, "REF001")

    assert outcome.files["b.yaml"] == text
    assert [(one.code, one.why) for one in outcome.fixed.left] == [
        ("REF001", "the file begins with two byte order marks")
    ]


def test_a_reference_is_corrected_in_the_file_that_has_it(fix_files: FixFiles) -> None:
    files = {
        "a.yaml": f"{HEAD}touchpoints:\n  - {{id: a, name: A, owner: kepers}}\n",
        "b.json": '{"touchpoints": [{"id": "b", "name": "B"}, {"id": "c", "name": "C", "owner": "keeprs"}]}',
        "c/d.yml": "touchpoints:\n- id: d\n  name: D\n  owner: keeper\n" + TEAMS,
        "e.yaml": "# nothing wrong here\nsegments: []\n",
    }

    outcome = fix_files(files)

    assert outcome.files == {
        "a.yaml": files["a.yaml"].replace("kepers", "keepers"),
        "b.json": files["b.json"].replace("keeprs", "keepers"),
        "c/d.yml": files["c/d.yml"].replace("keeper\n", "keepers\n"),
        "e.yaml": files["e.yaml"],
    }
    assert outcome.fixed.files == ("a.yaml", "b.json", "c/d.yml")
    assert outcome.fixed.blueprint.touchpoints[2].owner == "keepers"


@pytest.mark.parametrize(
    "make",
    [
        lambda text: f"%YAML 1.2\n---\n{text}...\n",
        lambda text: f"--- # start\n{text}",
        lambda text: text + "# end",
        lambda text: text.replace("\n", "\n\n# between\n"),
    ],
)
def test_what_stands_around_the_document_stays(make: Callable[[str], str], fix_files: FixFiles) -> None:
    text = make(f"{HEAD}{TEAMS}touchpoints: [{{id: a, name: A, owner: kepers}}]\n")
    assert fix_files({"b.yaml": text}).files["b.yaml"] == text.replace("kepers", "keepers")


def test_without_the_fast_parser_it_is_all_the_same(
    fix_files: FixFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(yaml_parser, "EVENTS", PureEvents)
    text = f"""\
{HEAD}{TEAMS}x-a: &a {{rule: GOV001, reason: so it is}}
touchpoints:
  - {{id: a, name: "😀", owner: &o !!str kepers, allow: [*a, {{rule: OWN001, reason: so it is}}]}}
  - id: b
    name: B
    owner: *o
    allow:
    - *a
standards: [{{id: s, target: "within 4 hours"}}]
"""
    outcome = fix_files({"b.yaml": text})

    assert (
        outcome.files["b.yaml"]
        == f"""\
{HEAD}{TEAMS}x-a: &a {{rule: GOV001, reason: so it is}}
touchpoints:
  - {{id: a, name: "😀", owner: &o !!str keepers}}
  - id: b
    name: B
    owner: *o
standards: [{{id: s, target: "within 4h"}}]
"""
    )
