"""Reports made by hand: one that has something of everything, one that nobody wishes to read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TypeAlias

import pytest

import cxblueprint as cx
from cxblueprint.checks import Defect, Rule, Severity, SuppressedFinding
from cxblueprint.errors import Location

MakeFinding: TypeAlias = Callable[..., cx.Finding]
"""Takes whatever matters of a finding by keyword; its line is 0 where it is written nowhere."""

HOSTILE = (
    "two\nlines\r\n::error file=x::y%0A::warning::z | pipe ]]> <script>alert(1)</script> &amp; `tick @octocat"
    " a@b.example team/repo#12 #1 !2 &3 ~4 $5 $x$ :tada: https://evil.example www.evil.example GH-7"
    " [link](javascript:x) ![image](y) ##[error]x **bold** _it_ NUL\x00 ESC\x1b[31m bidi\u202eabc lone\ud800"
    " last\ufffe para\u2029graph \u05e9\u05dc\u05d5\u05dd \U0001f600 </details>"
)


@pytest.fixture
def finding() -> MakeFinding:
    def make(
        code: str = "OWN001",
        message: str = "touchpoint 'window' has no owner",
        hint: str = "set `owner` to the id of a declared team",
        severity: Severity = "warning",
        subject: str = "touchpoint:window",
        line: int = 8,
        path: str = "kiosk.yaml",
        **more: object,
    ) -> cx.Finding:
        rule = cx.find_rule(code)
        kind, _, address = subject.partition(":")
        return cx.Finding(
            code=code,
            name=rule.name,
            severity=severity,
            subject=cx.Subject(kind, address),
            message=message,
            hint=hint,
            location=Location(path, line, 5) if line else None,
            fingerprint="f00d",
            **more,  # type: ignore[arg-type]  # the rest of the fields
        )

    return make


@pytest.fixture
def rules() -> tuple[Rule, ...]:
    """The rules that ran, one of which found nothing."""
    return tuple(cx.find_rule(code) for code in ("KPI001", "OWN001", "OWN002", "VAL001"))


@pytest.fixture
def kiosk(finding: MakeFinding) -> cx.Report:
    """Something of everything: an error, warnings, advice without a place, what was accepted and why."""
    return cx.Report(
        "kiosk",
        "A kiosk",
        findings=(
            finding(),
            finding(message="touchpoint 'shelf' has no owner", subject="touchpoint:shelf", line=9, weight=4),
            finding(
                code="KPI001",
                message="journey 'buy' has no KPI",
                hint="declare one under `kpis`",
                severity="error",
                subject="journey:buy",
                line=12,
                owner="sales",
                at="kpis",
                weight=3,
            ),
            finding(
                code="VAL001",
                message="blueprint 'kiosk' has no purpose",
                hint="say in `purpose` what customers gain",
                severity="info",
                subject="blueprint:kiosk",
                line=0,
                owner="sales",
            ),
        ),
        suppressed=(
            SuppressedFinding(
                finding(message="touchpoint 'door' has no owner", subject="touchpoint:door", line=10),
                "the landlord owns it",
                dt.date(2027, 1, 31),
            ),
        ),
        baselined=(
            SuppressedFinding(
                finding(
                    code="KPI001",
                    message="journey 'complain' has no KPI",
                    severity="error",
                    subject="journey:complain",
                    line=20,
                ),
                "known since March",
            ),
        ),
    )


@pytest.fixture
def hostile(finding: MakeFinding) -> cx.Report:
    """Every text that somebody else may have written says what no text ought to."""
    bad = finding(message=HOSTILE, hint=f"{HOSTILE} `{HOSTILE}`", path=f"a b,c:d%/{HOSTILE}")
    return cx.Report(
        "kiosk",
        HOSTILE,
        findings=(bad, finding(message="long " * 200)),
        suppressed=(SuppressedFinding(bad, HOSTILE),),
        defects=(Defect("OWN002", f"ValueError: {HOSTILE}"),),
    )


@pytest.fixture
def failed(kiosk: cx.Report) -> cx.Report:
    """The kiosk, where one rule that ran and one that was merely asked have raised."""
    defects = (Defect("OWN002", "KeyError: 'x' (owner, line 3)"), Defect("REF001", "ValueError: y"))
    return cx.Report(kiosk.blueprint, kiosk.title, kiosk.findings, defects=defects)
