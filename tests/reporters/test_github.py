"""Findings as workflow commands."""

from __future__ import annotations

import re
from collections.abc import Callable

import cxblueprint as cx
from cxblueprint.reporters import as_github

MakeFinding = Callable[..., cx.Finding]


def test_each_finding_is_an_annotation_worst_first_with_its_hint_below(kiosk: cx.Report) -> None:
    assert as_github(kiosk) == (
        "::error file=kiosk.yaml,line=12,col=5,title=KPI001 journey-without-kpi::"
        "journey 'buy' has no KPI%0Ahint: declare one under `kpis`\n"
        "::warning file=kiosk.yaml,line=9,col=5,title=OWN001 touchpoint-without-owner::"
        "touchpoint 'shelf' has no owner%0Ahint: set `owner` to the id of a declared team\n"
        "::warning file=kiosk.yaml,line=8,col=5,title=OWN001 touchpoint-without-owner::"
        "touchpoint 'window' has no owner%0Ahint: set `owner` to the id of a declared team\n"
        "::notice title=VAL001 no-purpose::"
        "blueprint 'kiosk' has no purpose%0Ahint: say in `purpose` what customers gain\n"
        "cxblueprint: A kiosk: 1 error, 2 warnings, 1 info, 1 suppressed, 1 baselined\n"
    )


def test_a_clean_blueprint_says_so() -> None:
    assert as_github(cx.Report("k", "A kiosk")) == "cxblueprint: A kiosk: no findings\n"


def test_a_rule_that_failed_comes_first_because_few_errors_are_shown(failed: cx.Report) -> None:
    assert as_github(failed).splitlines()[:2] == [
        "::error title=OWN002 failed::rule OWN002 failed: KeyError: 'x' (owner, line 3)",
        "::error title=REF001 failed::rule REF001 failed: ValueError: y",
    ]


def test_properties_and_messages_are_escaped_as_the_runner_takes_them_back(finding: MakeFinding) -> None:
    report = cx.Report("k", "K", (finding(message="50%, or: 10%0A", hint="", path="a,b:c%2C.yaml"),))
    assert as_github(report).splitlines()[0] == (
        "::warning file=a%2Cb%3Ac%252C.yaml,line=8,col=5,title=OWN001 touchpoint-without-owner::"
        "50%25, or: 10%250A"
    )


def test_more_than_github_shows_is_said(finding: MakeFinding) -> None:
    ten, eleven = (cx.Report("k", "K", tuple(finding() for _ in range(count))) for count in (10, 11))
    assert as_github(ten).splitlines()[-1] == "cxblueprint: K: 10 warnings"
    assert as_github(eleven).splitlines()[-1] == (
        "cxblueprint: K: 11 warnings; GitHub shows 10 annotations of each level, this log has them all"
    )


def test_no_text_becomes_a_command_of_its_own(hostile: cx.Report) -> None:
    """Runners obey `::` at the beginning of a line, and `##[` anywhere in a line that is no command."""
    *commands, summary = as_github(hostile).splitlines()
    assert [re.match("::[a-z]+ ", command) is not None for command in commands] == [True] * 3
    assert [line.isprintable() for line in (*commands, summary)] == [True] * 4
    assert summary.startswith("cxblueprint: two lines  ::error file=x")
    assert "##[" not in summary
