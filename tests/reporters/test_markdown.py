"""Findings as Markdown, looked at as source and as what is seen of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt

import cxblueprint as cx
from cxblueprint.checks import Defect, SuppressedFinding, one_line
from cxblueprint.reporters import as_markdown
from cxblueprint.reporters.markdown import LONGEST

MakeFinding = Callable[..., cx.Finding]
INVISIBLE = "\u200b"


class Seen(HTMLParser):
    """What a page shows: its elements, its text outside of code, and its code."""

    def __init__(self, markdown: str) -> None:
        super().__init__()
        self.elements: list[str] = []
        self.text = ""
        self.codes: list[str] = []
        self._in_code = False
        self.feed(MarkdownIt("commonmark", {"html": True}).enable("table").render(markdown))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(" ".join([tag, *(name for name, _ in attrs)]))
        self._in_code = tag == "code"

    def handle_endtag(self, _tag: str) -> None:
        self._in_code = False

    def handle_data(self, data: str) -> None:
        if self._in_code:
            self.codes.append(data)
        else:
            self.text += data


def told(report: cx.Report, **how: object) -> str:
    return as_markdown(report, rules_run=4, profile="recommended", **how)  # type: ignore[arg-type]


def test_a_comment_says_how_much_what_first_and_then_everything_worst_first(kiosk: cx.Report) -> None:
    assert told(kiosk) == (
        "## A kiosk: 1 error, 2 warnings, 1 info\n"
        "\n"
        "4 rules, profile recommended, 1 suppressed, 1 baselined\n"
        "\n"
        "**Start here:** `kiosk.yaml:12:5`: KPI001 journey 'buy' has no KPI"
        "<br>What to do: declare one under `kpis`\n"
        "\n"
        "### 1 error\n"
        "\n"
        "**journey-without-kpi** (KPI001), 1 error\n"
        "\n"
        "- `kiosk.yaml:12:5`: journey 'buy' has no KPI<br>What to do: declare one under `kpis`\n"
        "\n"
        "<details>\n"
        "<summary>2 warnings</summary>\n"
        "\n"
        "**touchpoint-without-owner** (OWN001), 2 warnings"
        "<br>What to do: set `owner` to the id of a declared team\n"
        "\n"
        "- `kiosk.yaml:9:5`: touchpoint 'shelf' has no owner\n"
        "- `kiosk.yaml:8:5`: touchpoint 'window' has no owner\n"
        "\n"
        "</details>\n"
        "\n"
        "<details>\n"
        "<summary>1 info</summary>\n"
        "\n"
        "**no-purpose** (VAL001), 1 info\n"
        "\n"
        "- `blueprint:kiosk`: blueprint 'kiosk' has no purpose"
        "<br>What to do: say in `purpose` what customers gain\n"
        "\n"
        "</details>\n"
        "\n"
        "<details>\n"
        "<summary>1 suppressed</summary>\n"
        "\n"
        "- `kiosk.yaml:10:5`: OWN001 touchpoint 'door' has no owner"
        "<br>Accepted: the landlord owns it, until 2027-01-31\n"
        "\n"
        "</details>\n"
        "\n"
        "<details>\n"
        "<summary>1 baselined</summary>\n"
        "\n"
        "- `kiosk.yaml:20:5`: KPI001 journey 'complain' has no KPI<br>Accepted: known since March\n"
        "\n"
        "</details>\n"
    )


def test_a_worklist_has_a_heading_for_each_team(kiosk: cx.Report) -> None:
    found = cx.Report(kiosk.blueprint, kiosk.title, kiosk.findings)
    assert told(found, by_owner=True, team_name={"sales": "Sales"}.__getitem__) == (
        "## A kiosk: 1 error, 2 warnings, 1 info\n"
        "\n"
        "4 rules, profile recommended\n"
        "\n"
        "**Start here:** `kiosk.yaml:12:5`: KPI001 journey 'buy' has no KPI"
        "<br>What to do: declare one under `kpis`\n"
        "\n"
        "### Sales (sales): 1 error, 1 info\n"
        "\n"
        "- error: `kiosk.yaml:12:5`: KPI001 journey 'buy' has no KPI"
        "<br>What to do: declare one under `kpis`\n"
        "- info: `blueprint:kiosk`: VAL001 blueprint 'kiosk' has no purpose"
        "<br>What to do: say in `purpose` what customers gain\n"
        "\n"
        "### nobody is known to answer: 2 warnings\n"
        "\n"
        "- warning: `kiosk.yaml:9:5`: OWN001 touchpoint 'shelf' has no owner"
        "<br>What to do: set `owner` to the id of a declared team\n"
        "- warning: `kiosk.yaml:8:5`: OWN001 touchpoint 'window' has no owner"
        "<br>What to do: set `owner` to the id of a declared team\n"
    )


def test_a_clean_blueprint_says_so_in_two_lines() -> None:
    assert told(cx.Report("k", "A kiosk")) == "## A kiosk: no findings\n\n4 rules, profile recommended\n"


def test_rules_that_failed_stand_at_the_top_ten_of_them(failed: cx.Report) -> None:
    assert "\n\n### Rules that failed\n\n- `OWN002`: KeyError: 'x' (owner, line 3)\n- `REF001`: " in told(
        failed
    )
    many = cx.Report("k", "K", defects=tuple(Defect(f"OWN{number:03}", "no") for number in range(12)))
    assert told(many).splitlines()[-2:] == ["- `OWN009`: no", "- and 2 more"]


def test_a_long_list_is_folded_after_five_and_many_rules_after_ten(finding: MakeFinding) -> None:
    long = cx.Report("k", "K", tuple(finding(line=number) for number in range(1, 8)))
    seen = told(long)
    assert seen.index("kiosk.yaml:5:5") < seen.index("<summary>and 2 more</summary>") < seen.index("yaml:6:5")

    codes = [rule.code for rule in cx.catalogue()[:12]]
    wide = cx.Report("k", "K", tuple(finding(code=code) for code in codes))
    assert "<summary>and 2 more rules</summary>\n\n**" in told(wide)

    teams = cx.Report("k", "K", tuple(finding(owner=f"team-{number}") for number in range(10, 22)))
    folded = told(teams, by_owner=True)
    assert (folded.count("\n### team-"), folded.count("<summary>team-")) == (10, 2)


def test_what_a_comment_cannot_hold_is_left_out_whole_and_counted_the_least_bad_first(
    finding: MakeFinding,
) -> None:
    findings = tuple(
        finding(message=f"touchpoint 't{number}' \U0001f600" * 10, line=number, weight=999 - number)
        for number in range(1, 999)
    )
    report = cx.Report("k", "K", findings, baselined=(SuppressedFinding(findings[0], "known"),))
    comment = told(report)
    shown = comment.count("\n- `kiosk.yaml:")
    assert len(comment.encode()) <= LONGEST < 65_536
    assert len(comment.encode()) > LONGEST - 1_000
    assert f"\n- `kiosk.yaml:{shown}:5`: " in comment
    assert comment.endswith(
        f"\n\n</details>\n\n_{999 - shown} more left out: a comment holds no more."
        " `cxblueprint check` lists them all._\n"
    )


def test_one_text_alone_cannot_fill_a_comment(finding: MakeFinding) -> None:
    endless = finding(message="*" * 99_999, hint="`@`" * 99_999, path="p" * 99_999, owner="o")
    defects = tuple(Defect("OWN001", "|" * 99_999) for _ in range(99))
    accepted = (SuppressedFinding(endless, "~" * 99_999),)
    report = cx.Report("k", "#" * 99_999, (endless, endless), accepted, (), defects)
    for comment in (told(report), told(report, by_owner=True, team_name=lambda _: "_" * 99_999)):
        assert len(comment.encode()) <= LONGEST


@pytest.mark.parametrize("by_owner", [False, True])
def test_what_is_seen_is_what_was_written_and_nothing_is_called_linked_or_run(
    hostile: cx.Report, *, by_owner: bool
) -> None:
    seen = Seen(told(hostile, by_owner=by_owner))
    message = one_line(hostile.title)
    shown = seen.text.replace(INVISIBLE, "")
    assert (
        shown.count("pipe ]]> <script>alert(1)</script> &amp; `tick @octocat a@b.example team/repo#12") >= 4
    )
    assert message[:100] in shown
    assert set(seen.elements) == {"h2", "h3", "p", "strong", "code", "br", "ul", "li", "details", "summary"}
    assert shown.count("##[error]x **bold** _it_ NUL  ESC [31m bidiabc lone last para graph") >= 2
    source = re.sub(r"(`+).+?\1", "", told(hostile, by_owner=by_owner))
    assert re.findall(r"<(?!br>|/?details>|/?summary>)", source) == []
    # What GitHub and GitLab would turn into something else, looked for where they look for it.
    calls = r"[@#!&~$]\w|://|www\.|GH-\d|:\w+:"
    assert re.findall(calls, seen.text) == []
    assert re.findall(calls, shown) != []


def test_hints_that_differ_stand_with_their_findings(finding: MakeFinding) -> None:
    report = cx.Report("k", "K", (finding(hint="do `this`", line=1), finding(hint="", line=2)))
    assert told(report).splitlines()[-4:] == [
        "**touchpoint-without-owner** (OWN001), 2 warnings",
        "",
        "- `kiosk.yaml:1:5`: touchpoint 'window' has no owner<br>What to do: do `this`",
        "- `kiosk.yaml:2:5`: touchpoint 'window' has no owner",
    ]


def test_a_place_with_backticks_stays_one_piece_of_code(finding: MakeFinding) -> None:
    report = cx.Report("k", "K", (finding(path="`a``b", hint="say `x` and ` `"),))
    assert "- ``` `a``b:8:5 ```: touchpoint" in told(report)
    assert Seen(told(report)).codes == ["`a``b:8:5", "x"]


def test_no_text_leaves_its_line(hostile: cx.Report) -> None:
    assert [line for line in told(hostile).splitlines() if not line.isprintable()] == []
