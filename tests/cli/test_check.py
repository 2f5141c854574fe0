from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import cxblueprint.rules

Run = Callable[..., Any]


def test_a_clean_blueprint_says_so_and_ends_with_0(run: Run, clean: str) -> None:
    ended = run("check", clean)
    assert (ended.code, ended.err) == (0, "")
    assert ended.out == f"A kiosk: no findings ({RECOMMENDED} rules, profile recommended)\n"


RECOMMENDED = sum(rule.profile != "exemplary" for rule in cxblueprint.rules.CATALOGUE)


def test_a_finding_is_told_with_place_subject_and_way_out_and_ends_with_1(run: Run, messy: str) -> None:
    ended = run("check", messy, "--select", "OWN001")
    assert (ended.code, ended.err) == (1, "")
    assert ended.out == (
        "touchpoint-without-owner (OWN001), 1 warning\n"
        "messy.yaml:8:5: OWN001 touchpoint 'window' has no owner\n"
        "  hint: set `owner` to the id of a declared team\n"
        "\n"
        "A kiosk: 1 warning (1 rule, profile recommended)\n"
    )


def test_json_has_exactly_the_agreed_shape(run: Run, messy: str) -> None:
    ended = run("check", messy, "--format", "json")
    report = json.loads(ended.out)
    fingerprint = report["findings"][0].pop("fingerprint")
    assert len(fingerprint) == 16
    assert report == {
        "version": 1,
        "blueprint": "kiosk",
        "summary": {"error": 0, "warning": 1, "info": 0, "suppressed": 0, "baselined": 0},
        "findings": [
            {
                "code": "OWN001",
                "name": "touchpoint-without-owner",
                "severity": "warning",
                "subject": {"kind": "touchpoint", "id": "window"},
                "at": None,
                "about": None,
                "owner": None,
                "message": "touchpoint 'window' has no owner",
                "hint": "set `owner` to the id of a declared team",
                "location": {"path": "messy.yaml", "line": 8, "column": 5},
                "url": None,
            }
        ],
        "suppressed": [],
        "baselined": [],
        "defects": [],
    }


@pytest.mark.parametrize(
    ("form", "beginning", "told"),
    [
        ("sarif", '{\n  "$schema": ', '"ruleId": "OWN001"'),
        ("github", "::warning file=messy.yaml,line=8,col=5,", "touchpoint 'window' has no owner"),
        ("junit", "<?xml ", "messy.yaml:8:5"),
        ("markdown", "## A kiosk: 1 warning\n", "touchpoint 'window' has no owner"),
    ],
)
def test_other_tools_get_the_findings_in_their_own_form(
    run: Run, messy: str, form: str, beginning: str, told: str
) -> None:
    ended = run("check", messy, "--select", "OWN001", "--format", form)
    assert (ended.code, ended.err) == (1, "")
    assert ended.out.startswith(beginning)
    assert told in ended.out


def test_a_worklist_tells_each_team_what_is_its(run: Run, tmp_path: Path) -> None:
    (tmp_path / "two.yaml").write_text(
        "id: m\ntitle: M\nteams: [{id: shop, name: The shop}]\n"
        "touchpoints:\n  - {id: door, name: Door}\njourneys:\n  - {id: buy, name: Buy, owner: shop}\n",
        encoding="utf-8",
    )
    ended = run("check", "two.yaml", "--select", "OWN001,FLO001", "--by", "owner")
    assert ended.out == (
        "The shop (shop), 1 warning\n"
        "two.yaml:7:5: FLO001 journey 'buy' is live and has no step\n"
        "  hint: tell under `stages` what the customer does, step by step, or set `status: draft`\n"
        "\n"
        "nobody is known to answer, 1 warning\n"
        "two.yaml:5:5: OWN001 touchpoint 'door' has no owner\n"
        "  hint: set `owner` to the id of a declared team\n"
        "\n"
        "M: 2 warnings (2 rules, profile recommended)\n"
        "start here: two.yaml:7:5: FLO001 journey 'buy' is live and has no step\n"
    )


def test_what_is_allowed_with_a_reason_stays_visible_in_json(run: Run, tmp_path: Path, messy: str) -> None:
    text = (tmp_path / messy).read_text(encoding="utf-8")
    allowed = text.replace(
        "The window}",
        "The window, allow: [{rule: own001, reason: closes in March, until: 2027-03-31}]}",
    )
    (tmp_path / messy).write_text(allowed, encoding="utf-8")
    ended = run("check", messy, "--format", "json", "--as-of", "2027-03-31")
    report = json.loads(ended.out)
    assert ended.code == 0
    assert report["summary"]["suppressed"] == 1
    assert [(item["code"], item["reason"], item["until"]) for item in report["suppressed"]] == [
        ("OWN001", "closes in March", "2027-03-31")
    ]
    assert run("check", messy, "--as-of", "2027-04-01").code == 1


@pytest.mark.parametrize(("threshold", "code"), [("info", 1), ("warning", 1), ("error", 0)])
def test_fail_on_sets_from_where_findings_count(run: Run, messy: str, threshold: str, code: int) -> None:
    assert run("check", messy, "--fail-on", threshold).code == code


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--select", ","], "error: no rule is named: write a code, a family or a name, such as OWN001"),
        (["--select", "OWN01"], "error: there is no rule 'OWN01', did you mean 'OWN001'?"),
        (["--ignore", "jorney-without-owner"], "did you mean 'journey-without-owner'?"),
        (["--select", "OWN001", "--ignore", "OWN"], "error: no rule is left to run"),
        (["--profile", "exemplar"], "did you mean 'exemplary'?: essential, recommended, exemplary"),
        (["--fail-on", "warn"], "did you mean 'warning'?: error, warning, info"),
        (["--as-of", "31.03.2027"], "'31.03.2027' is no date such as 2027-03-31"),
        (["--format", "xml"], "'xml' is not one of 'text', 'json', 'sarif', 'github', 'junit', 'markdown'"),
        (
            ["--format", "json", "--by", "owner"],
            "error: --by owner is for the formats text and markdown, which people read, not for json",
        ),
    ],
)  # fmt: skip
def test_a_question_that_cannot_be_answered_ends_with_2_and_the_way_out(
    run: Run, clean: str, arguments: list[str], message: str
) -> None:
    ended = run("check", clean, *arguments)
    assert (ended.code, ended.out) == (2, "")
    assert message in ended.err


def test_input_that_cannot_be_read_ends_with_2_and_says_where(run: Run, tmp_path: Path) -> None:
    (tmp_path / "broken.yaml").write_text("id: x\ntitle: X\nteems: []\n", encoding="utf-8")
    ended = run("check", "broken.yaml")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith("broken.yaml:3:1: ")
    assert "did you mean 'teams'?" in ended.err


def test_a_report_goes_to_a_file_and_never_over_another_unasked(run: Run, tmp_path: Path, messy: str) -> None:
    report = tmp_path / "report.txt"
    assert run("check", messy, "--output", "report.txt").out == ""
    told = report.read_text(encoding="utf-8")
    assert "OWN001 touchpoint 'window' has no owner" in told
    again = run("check", messy, "--output", "report.txt")
    assert again.code == 2
    assert "report.txt: there is such a file already: name another, or allow it with --force" in again.err
    assert run("check", messy, "--output", "report.txt", "--force").code == 1
    assert [path.name for path in sorted(tmp_path.iterdir())] == ["messy.yaml", "report.txt"]


FAILS = """
from cxblueprint.checks import rule


@rule("BAD001", "bad-rule", summary="it fails")
def bad_rule(graph):
    yield from ()
    raise RuntimeError(graph.blueprint.id)


RULES = (bad_rule,)
"""


def test_a_rule_that_fails_is_reported_and_ends_with_3(run: Run, tmp_path: Path, messy: str) -> None:
    (tmp_path / "bad.py").write_text(FAILS, encoding="utf-8")
    (tmp_path / "bad.md").write_text("# bad-rule (BAD001)\n", encoding="utf-8")
    (tmp_path / "cxblueprint.toml").write_text('own-rules = ["bad.py"]\n', encoding="utf-8")
    ended = run("check", messy, "--format", "json")
    report = json.loads(ended.out)
    assert ended.code == 3
    assert [finding["code"] for finding in report["findings"]] == ["OWN001"]
    assert [defect["code"] for defect in report["defects"]] == ["BAD001"]
    assert report["defects"][0]["message"].startswith("RuntimeError: kiosk")


def test_settings_of_the_project_hold_and_options_win(run: Run, tmp_path: Path, messy: str) -> None:
    (tmp_path / "cxblueprint.toml").write_text('ignore = ["OWN001"]\n', encoding="utf-8")
    assert run("check", messy).code == 0
    assert run("check", messy, "--ignore", "OWN002").code == 1


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ('profil = "essential"', "unknown key 'profil', did you mean 'profile'?"),
        ("profile = 3", "profile wants a text, not 3"),
        ('profile = "strict"', "cxblueprint.toml: profile is 'strict': essential, recommended, exemplary"),
        (
            'fail-on = "warn"',
            "cxblueprint.toml: fail-on is 'warn', did you mean 'warning'?: error, warning, info",
        ),
        ('select = "OWN"', "select wants a list of texts, not 'OWN'"),
        ("rules = 1", "rules wants a table of options for each rule, not 1"),
        ("[rules.own001]\nlimit = 3", "rule 'touchpoint-without-owner' has no option 'limit': it has none"),
        ("[rules.own999]\nlimit = 3", "there is no rule 'own999'"),
        ("profile = ", "cannot be read"),
        ("a = " + "[" * 10_000, "cxblueprint.toml: cannot be read: its nesting is too deep"),
        ("a = " + "1" * 5000, "cxblueprint.toml: cannot be read: a number in it is too long"),
    ],
)
def test_settings_that_mean_nothing_end_with_2(
    run: Run, tmp_path: Path, clean: str, settings: str, message: str
) -> None:
    (tmp_path / "cxblueprint.toml").write_text(settings, encoding="utf-8")
    ended = run("check", clean)
    assert (ended.code, ended.out) == (2, "")
    assert message in ended.err


def test_settings_may_stand_in_pyproject(run: Run, tmp_path: Path, messy: str) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.cxblueprint]\nfail-on = "error"\n', encoding="utf-8")
    assert run("check", messy).code == 0
    (tmp_path / "pyproject.toml").write_text("[tool.cxblueprint]\nfail_on = 1\n", encoding="utf-8")
    assert "unknown key 'tool.cxblueprint.fail_on', did you mean 'fail-on'?" in run("check", messy).err


def test_more_than_twenty_findings_of_a_rule_are_counted(run: Run, tmp_path: Path) -> None:
    touchpoints = "".join(f"  - {{id: t{number}, name: T}}\n" for number in range(25))
    owned = "  - {id: owned, name: T, owner: team}\n"
    (tmp_path / "many.yaml").write_text(
        f"id: m\ntitle: M\nteams: [{{id: team, name: T}}]\ntouchpoints:\n{owned}{touchpoints}",
        encoding="utf-8",
    )
    out = run("check", "many.yaml", "--select", "OWN001").out
    assert out.count("OWN001 touchpoint") == 21  # the last of them after "start here"
    assert "  and 5 more of OWN001: --format json lists them all\n" in out


def test_what_customers_feel_most_comes_first(run: Run, tmp_path: Path) -> None:
    (tmp_path / "felt.yaml").write_text(
        "id: m\ntitle: M\ntouchpoints:\n  - {id: quiet, name: Q}\n  - {id: loud, name: L, volume: 10000}\n",
        encoding="utf-8",
    )
    assert "start here: felt.yaml:5:5: OWN001 touchpoint 'loud' has no owner" in run("check", "felt.yaml").out


def test_texts_of_a_blueprint_cannot_steer_the_terminal(run: Run, tmp_path: Path) -> None:
    (tmp_path / "evil.yaml").write_text('id: m\ntitle: "M\\e[2J\\a"\n', encoding="utf-8")
    assert "\x1b" not in run("check", "evil.yaml").out


def test_a_reader_who_has_seen_enough_is_left_in_peace(tmp_path: Path) -> None:
    touchpoints = "".join(f"  - {{id: t{number}, name: T}}\n" for number in range(3000))
    (tmp_path / "many.yaml").write_text(f"id: m\ntitle: M\ntouchpoints:\n{touchpoints}", encoding="utf-8")
    command = [sys.executable, "-m", "cxblueprint", "check", "many.yaml", "--format", "json"]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""


def test_standard_input_is_a_blueprint_too(tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "cxblueprint", "check", "-"],
        cwd=tmp_path, input=b"id: x\ntitle: X\n", capture_output=True, check=False,
    )  # fmt: skip
    assert ended.returncode == 0


def test_a_project_file_whose_tools_are_no_table_is_none_of_our_business(
    run: Run, tmp_path: Path, clean: str
) -> None:
    (tmp_path / "pyproject.toml").write_text("tool = 1\n", encoding="utf-8")
    assert run("check", clean).code == 0
