"""Findings as text, by rule and by the team that answers."""

from __future__ import annotations

from collections.abc import Callable

import cxblueprint as cx
from cxblueprint.reporters import as_text

MakeFinding = Callable[..., cx.Finding]
NAMES = {"sales": "Sales and Service"}


def test_findings_are_told_by_rule_worst_first_and_what_is_felt_before_the_rest(kiosk: cx.Report) -> None:
    assert as_text(kiosk, rules_run=4, profile="recommended") == (
        "journey-without-kpi (KPI001), 1 error\n"
        "kiosk.yaml:12:5: KPI001 journey 'buy' has no KPI\n"
        "  hint: declare one under `kpis`\n"
        "\n"
        "touchpoint-without-owner (OWN001), 2 warnings\n"
        "kiosk.yaml:9:5: OWN001 touchpoint 'shelf' has no owner\n"
        "  hint: set `owner` to the id of a declared team\n"
        "kiosk.yaml:8:5: OWN001 touchpoint 'window' has no owner\n"
        "  hint: set `owner` to the id of a declared team\n"
        "\n"
        "no-purpose (VAL001), 1 info\n"
        "blueprint:kiosk: VAL001 blueprint 'kiosk' has no purpose\n"
        "  hint: say in `purpose` what customers gain\n"
        "\n"
        "A kiosk: 1 error, 2 warnings, 1 info (4 rules, profile recommended), 1 suppressed, 1 baselined\n"
        "start here: kiosk.yaml:12:5: KPI001 journey 'buy' has no KPI\n"
    )


def test_a_worklist_tells_each_team_what_is_its_to_do_and_last_what_nobody_answers_for(
    kiosk: cx.Report,
) -> None:
    told = as_text(kiosk, rules_run=4, profile="recommended", by_owner=True, team_name=NAMES.__getitem__)
    assert told == (
        "Sales and Service (sales), 1 error, 1 info\n"
        "kiosk.yaml:12:5: KPI001 journey 'buy' has no KPI\n"
        "  hint: declare one under `kpis`\n"
        "blueprint:kiosk: VAL001 blueprint 'kiosk' has no purpose\n"
        "  hint: say in `purpose` what customers gain\n"
        "\n"
        "nobody is known to answer, 2 warnings\n"
        "kiosk.yaml:9:5: OWN001 touchpoint 'shelf' has no owner\n"
        "  hint: set `owner` to the id of a declared team\n"
        "kiosk.yaml:8:5: OWN001 touchpoint 'window' has no owner\n"
        "  hint: set `owner` to the id of a declared team\n"
        "\n"
        "A kiosk: 1 error, 2 warnings, 1 info (4 rules, profile recommended), 1 suppressed, 1 baselined\n"
        "start here: kiosk.yaml:12:5: KPI001 journey 'buy' has no KPI\n"
    )


def test_teams_come_in_the_order_of_their_worst_and_of_what_is_felt_most(finding: MakeFinding) -> None:
    findings = (
        finding(owner="many", weight=1),
        finding(owner="many", weight=2),
        finding(owner="felt", weight=9),
        finding(owner=None, severity="error"),
        finding(owner="bad", severity="error"),
        finding(owner="mild", severity="info", weight=11),
    )
    told = as_text(cx.Report("k", "K", findings), rules_run=1, profile="essential", by_owner=True)
    headings = [block.partition("\n")[0] for block in told.split("\n\n")[:-1]]
    assert headings == [
        "bad, 1 error",
        "felt, 1 warning",
        "many, 2 warnings",
        "mild, 1 info",
        "nobody is known to answer, 1 error",
    ]


def test_a_team_that_is_called_like_its_id_is_named_once(finding: MakeFinding) -> None:
    report = cx.Report("k", "K", (finding(owner="sales"),))
    told = as_text(report, rules_run=1, profile="essential", by_owner=True, team_name=str)
    assert told == (
        "sales, 1 warning\n"
        "kiosk.yaml:8:5: OWN001 touchpoint 'window' has no owner\n"
        "  hint: set `owner` to the id of a declared team\n"
        "\n"
        "K: 1 warning (1 rule, profile essential)\n"
    )


def test_what_goes_beyond_twenty_findings_of_a_team_is_counted(finding: MakeFinding) -> None:
    of_one = (finding(owner="one", line=number + 1) for number in range(23))
    of_nobody = (finding(line=number + 1) for number in range(21))
    report = cx.Report("k", "K", (*of_one, *of_nobody))
    told = as_text(report, rules_run=1, profile="essential", by_owner=True)
    assert told.count("  hint: ") == 40
    assert "  and 3 more of one: --format json lists them all\n" in told
    assert "  and 1 more that nobody is known to answer for: --format json lists them all\n" in told


def test_colours_follow_the_severity(kiosk: cx.Report) -> None:
    def tagged(text: str, role: str) -> str:
        return f"<{role}>{text}</{role}>"

    told = as_text(kiosk, rules_run=4, profile="recommended", style=tagged, by_owner=True)
    assert "<error>sales, 1 error, 1 info</error>\n" in told
    assert "<warning>nobody is known to answer, 2 warnings</warning>\n" in told
    assert "kiosk.yaml:8:5: <warning>OWN001</warning> touchpoint 'window'" in told
    assert "\nA kiosk: <error>1 error, 2 warnings, 1 info</error> (4 rules" in told


def test_rules_that_failed_are_told_before_the_summary(failed: cx.Report) -> None:
    assert as_text(failed, rules_run=1, profile="essential").splitlines()[-4:] == [
        "defect rule OWN002 failed: KeyError: 'x' (owner, line 3)",
        "defect rule REF001 failed: ValueError: y",
        "A kiosk: 1 error, 2 warnings, 1 info (1 rule, profile essential)",
        "start here: kiosk.yaml:12:5: KPI001 journey 'buy' has no KPI",
    ]


def test_nothing_steers_the_terminal_or_leaves_its_line(hostile: cx.Report) -> None:
    told = as_text(hostile, rules_run=4, profile="recommended", by_owner=True, team_name=str)
    assert [line for line in told.splitlines() if not line.isprintable()] == []
    assert len(told.splitlines()) == 9
    assert told.encode().startswith(b"nobody is known to answer, 2 warnings\n")
