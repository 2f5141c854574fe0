"""Findings as SARIF, held against the schema of the standard."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

import cxblueprint as cx
from cxblueprint.checks import Rule, SuppressedFinding, page_of, parse_page, rule
from cxblueprint.reporters import as_sarif

MakeFinding = Callable[..., cx.Finding]
SCHEMA = Path(__file__).parent / "schemas" / "sarif-schema-2.1.0.json"


def run_of(report: cx.Report, rules: tuple[Rule, ...] = ()) -> dict[str, Any]:
    log = json.loads(as_sarif(report, rules=rules))
    (run,) = log["runs"]
    assert isinstance(run, dict)
    return run


def complaints(text: str) -> list[str]:
    jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is not installed")
    validator = jsonschema.Draft4Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))
    return [f"{list(one.absolute_path)}: {one.message}" for one in validator.iter_errors(json.loads(text))]


def test_the_schema_is_the_one_of_the_standard() -> None:
    digest = hashlib.sha256(SCHEMA.read_bytes()).hexdigest()
    assert digest == "c3b4bb2d6093897483348925aaa73af03b3e3f4bd4ca38cef26dcb4212a2682e"


@pytest.mark.parametrize("name", ["kiosk", "failed", "hostile"])
def test_the_schema_of_the_standard_takes_it(
    name: str, rules: tuple[Rule, ...], request: pytest.FixtureRequest
) -> None:
    assert complaints(as_sarif(request.getfixturevalue(name), rules=rules)) == []


def test_the_schema_takes_every_rule_of_the_catalogue() -> None:
    assert complaints(as_sarif(cx.Report("k", "K"), rules=cx.catalogue())) == []


def test_the_schema_refuses_what_is_not_sarif() -> None:
    assert complaints('{"version": "2.1.0", "runs": [{"tool": {}}]}') == [
        "['runs', 0, 'tool']: 'driver' is a required property"
    ]


def test_a_run_says_what_ran_where_and_that_all_went_well(kiosk: cx.Report, rules: tuple[Rule, ...]) -> None:
    log = json.loads(as_sarif(kiosk, rules=rules))
    run = log["runs"][0]
    driver = run["tool"]["driver"]
    assert [one["id"] for one in driver.pop("rules")] == ["KPI001", "OWN001", "OWN002", "VAL001"]
    assert len(run.pop("results")) == 6
    assert log == {
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": {"name": "cxblueprint", "version": cx.__version__}},
                "automationDetails": {"id": "cxblueprint/kiosk/", "description": {"text": "A kiosk"}},
                "originalUriBaseIds": {
                    "%SRCROOT%": {"description": {"text": "the folder in which the check was run"}}
                },
                "columnKind": "unicodeCodePoints",
                "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": []}],
            }
        ],
    }


def test_a_rule_is_described_by_its_page(rules: tuple[Rule, ...]) -> None:
    described = run_of(cx.Report("k", "K"), rules)["tool"]["driver"]["rules"][1]
    assert described == {
        "id": "OWN001",
        "name": "touchpoint-without-owner",
        "shortDescription": {"text": "nobody answers for a touchpoint"},
        "fullDescription": described["fullDescription"],
        "help": {
            "text": described["help"]["text"],
            "markdown": page_of(rules[1]).text.replace("# expect: OWN001", "# ← OWN001"),
        },
        "defaultConfiguration": {"level": "warning"},
        "properties": {
            "family": "ownership",
            "profile": "recommended",
            "tags": ["ownership", "recommended", "claim-1.2", "claim-2.1"],
        },
    }
    assert described["help"]["text"].startswith(f"What it checks: {described['fullDescription']['text']}\n\n")


def test_help_in_plain_text_has_paragraphs_and_lists_and_no_examples(
    rules: tuple[Rule, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    page = parse_page(
        "# our-rule\n\n## What it checks\n\nWhether all\nis well.\n\n- One\n  thing.\n- Two.\n\n"
        "## How to fix\n\nSo:\n\n```yaml\nid: x\n```\n\nOr not.\n"
    )
    monkeypatch.setattr("cxblueprint.reporters.sarif.page_of", lambda _rule: page)
    described = run_of(cx.Report("k", "K"), rules[:1])["tool"]["driver"]["rules"][0]
    assert described["fullDescription"]["text"] == "Whether all is well.\n\n- One thing.\n- Two."
    assert described["help"]["text"] == (
        "What it checks: Whether all is well.\n\n- One thing.\n- Two.\n\nHow to fix: So:\n\nOr not."
    )


def test_descriptions_are_paragraphs_without_examples_and_as_short_as_code_scanning_takes_them() -> None:
    for one in run_of(cx.Report("k", "K"), cx.catalogue())["tool"]["driver"]["rules"]:
        assert 0 < len(one["fullDescription"]["text"]) <= 1024
        assert "```" not in one["help"]["text"]
        assert "\n\n\n" not in one["help"]["text"]
        lines = one["help"]["text"].splitlines()
        assert [line for line in lines if line.startswith(" ")] == []


def test_an_own_rule_without_a_page_is_described_by_its_summary() -> None:
    own = rule("OUR001", "our-rule", summary="it is ours", severity="info")(lambda _graph: iter(()))
    described = run_of(cx.Report("k", "K"), (own,))["tool"]["driver"]["rules"][0]
    assert described["fullDescription"] == described["help"] == {"text": "it is ours"}
    assert described["defaultConfiguration"] == {"level": "note"}


def test_a_finding_is_a_result_with_its_place_its_subject_and_what_is_known_of_it(
    kiosk: cx.Report, rules: tuple[Rule, ...]
) -> None:
    result = next(one for one in run_of(kiosk, rules)["results"] if one["level"] == "error")
    assert result == {
        "ruleId": "KPI001",
        "ruleIndex": 0,
        "level": "error",
        "message": {"text": "journey 'buy' has no KPI\nhint: declare one under `kpis`"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "kiosk.yaml", "uriBaseId": "%SRCROOT%"},
                    "region": {"startLine": 12, "startColumn": 5},
                },
                "logicalLocations": [{"fullyQualifiedName": "journey:buy", "kind": "journey"}],
            }
        ],
        "partialFingerprints": {"finding/v1": "f00d", "occurrence/v1": "4"},
        "suppressions": [],
        "properties": {"owner": "sales", "at": "kpis", "weight": 3},
    }


def test_results_stand_in_the_order_of_their_places_and_those_without_one_last(kiosk: cx.Report) -> None:
    results = run_of(kiosk)["results"]
    told = [
        (one["level"], one["locations"][0]["logicalLocations"][0]["fullyQualifiedName"]) for one in results
    ]
    assert told == [
        ("warning", "touchpoint:window"),
        ("warning", "touchpoint:shelf"),
        ("warning", "touchpoint:door"),
        ("error", "journey:buy"),
        ("error", "journey:complain"),
        ("note", "blueprint:kiosk"),
    ]
    assert "physicalLocation" not in results[-1]["locations"][0]


def test_what_was_accepted_says_where_and_why_and_everything_else_that_it_was_not(kiosk: cx.Report) -> None:
    assert [one["suppressions"] for one in run_of(kiosk)["results"]] == [
        [],
        [],
        [
            {
                "kind": "inSource",
                "status": "accepted",
                "justification": "the landlord owns it",
                "properties": {"until": "2027-01-31"},
            }
        ],
        [],
        [{"kind": "external", "status": "accepted", "justification": "known since March"}],
        [],
    ]


def test_two_findings_that_share_a_fingerprint_are_told_apart(finding: MakeFinding) -> None:
    once, again, other = finding(line=1), finding(line=3), cx.Finding(
        "OWN001", "n", "info", cx.Subject("team", "t"), "m", "", fingerprint="beef"
    )  # fmt: skip
    report = cx.Report("k", "K", (once, other), baselined=(SuppressedFinding(again, ""),))
    assert [one["partialFingerprints"] for one in run_of(report)["results"]] == [
        {"finding/v1": "f00d", "occurrence/v1": "1"},
        {"finding/v1": "f00d", "occurrence/v1": "2"},
        {"finding/v1": "beef", "occurrence/v1": "1"},
    ]


def test_a_rule_that_failed_makes_the_run_a_failure(failed: cx.Report, rules: tuple[Rule, ...]) -> None:
    assert run_of(failed, rules)["invocations"] == [
        {
            "executionSuccessful": False,
            "toolExecutionNotifications": [
                {
                    "level": "error",
                    "message": {"text": "rule OWN002 failed: KeyError: 'x' (owner, line 3)"},
                    "associatedRule": {"id": "OWN002", "index": 2},
                },
                {
                    "level": "error",
                    "message": {"text": "rule REF001 failed: ValueError: y"},
                    "associatedRule": {"id": "REF001"},
                },
            ],
        }
    ]


@pytest.mark.parametrize(
    ("path", "location"),
    [
        ("maps/help me.yaml", {"uri": "maps/help%20me.yaml", "uriBaseId": "%SRCROOT%"}),
        ("a:b#c?d%.yaml", {"uri": "a%3Ab%23c%3Fd%25.yaml", "uriBaseId": "%SRCROOT%"}),
        ("../grün.yaml", {"uri": "../gr%C3%BCn.yaml", "uriBaseId": "%SRCROOT%"}),
        ("<stdin>", {"uri": "%3Cstdin%3E", "uriBaseId": "%SRCROOT%"}),
        ("/srv/a b.yaml", {"uri": "file:///srv/a%20b.yaml"}),
        ("C:/our maps/a.yaml", {"uri": "file:///C:/our%20maps/a.yaml"}),
    ],
)
def test_a_path_becomes_an_address(path: str, location: dict[str, str], finding: MakeFinding) -> None:
    (result,) = run_of(cx.Report("k", "K", (finding(path=path),)))["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"] == location


def test_no_text_leaves_its_line_links_anything_or_breaks_the_file(
    hostile: cx.Report, rules: tuple[Rule, ...]
) -> None:
    run = run_of(hostile, rules)
    first, hint = run["results"][0]["message"]["text"].splitlines()
    assert first.startswith("two lines  ::error file=x::y%0A::warning::z | pipe ]]> <script>")
    assert hint.startswith("hint: two lines  ::error")
    assert "[link] (javascript:x) ![image] (y)" in first
    uri = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri.isascii()
    assert unquote(uri).startswith("a b,c:d%/two lines")
    assert run["automationDetails"]["description"]["text"].isprintable()
