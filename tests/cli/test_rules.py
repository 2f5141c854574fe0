"""`cxblueprint rules`: the list of rules, whole and narrowed down."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

import cxblueprint as cx

Run = Callable[..., Any]


def codes(run: Run, *options: str) -> list[str]:
    """Return the codes that are listed."""
    return [item["code"] for item in json.loads(run("rules", "--format", "json", *options).out)]


def those(condition: Callable[[cx.Rule], object]) -> list[str]:
    """Return the codes of the rules of which something is true."""
    return [rule.code for rule in cx.catalogue() if condition(rule)]


# As JSON


def test_as_json_the_whole_catalogue_is_listed_with_the_agreed_keys(run: Run) -> None:
    listed = json.loads(run("rules", "--format", "json").out)
    assert [item["code"] for item in listed] == [rule.code for rule in cx.catalogue()]
    assert next(item for item in listed if item["code"] == "GOV001") == {
        "code": "GOV001",
        "name": "marketing-owned-cx",
        "family": "governance",
        "severity": "error",
        "profile": "essential",
        "claims": ["1.3"],
        "summary": "customer experience reports to marketing, directly or through others",
        "url": None,
    }


@pytest.mark.parametrize("family", ["ownership", "Ownership", "OWN", "own"])
def test_a_family_is_named_by_its_name_or_the_letters_of_its_codes(run: Run, family: str) -> None:
    assert codes(run, "--family", family) == ["OWN001", "OWN002", "OWN003", "OWN004"]


def test_several_families_and_several_claims_add_up(run: Run) -> None:
    two = those(lambda rule: rule.family in ("flow", "silos"))
    assert codes(run, "--family", "silos", "--family", "flow") == two
    assert codes(run, "--family", "silos, flow") == two
    assert codes(run, "--claim", "1.10,3.2") == those(lambda rule: {"1.10", "3.2"} & set(rule.claims))


def test_a_profile_has_the_rules_of_those_before_it(run: Run) -> None:
    assert codes(run, "--profile", "essential") == those(lambda rule: rule.profile == "essential")
    assert codes(run, "--profile", "recommended") == those(lambda rule: rule.profile != "exemplary")
    assert codes(run, "--profile", "exemplary") == those(lambda _: True)


def test_a_claim_has_its_rules_and_not_those_of_one_that_begins_alike(run: Run) -> None:
    assert codes(run, "--claim", "1.1") == those(lambda rule: "1.1" in rule.claims)
    assert "CHG007" not in codes(run, "--claim", "1.1")
    assert "CHG007" in codes(run, "--claim", "1.10")


def test_different_options_narrow_down_together(run: Run) -> None:
    options = ("--family", "governance", "--profile", "essential", "--claim", "1.3")
    assert codes(run, *options) == ["GOV001", "GOV002", "GOV006"]


# What cannot be listed


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (
            ["--family", "ownrship"],
            "there is no family 'ownrship', did you mean 'ownership'?: references, flow",
        ),
        (["--family", "OVN"], "there is no family 'OVN', did you mean 'OWN'?: references, flow"),
        (["--family", "OWN001"], "there is no family 'OWN001'"),
        (["--family", ""], "there is no family '': references, flow"),
        (
            ["--profile", "esential"],
            "there is no profile 'esential', did you mean 'essential'?: essential, rec",
        ),
        (["--claim", "1.11"], "no rule rests on claim '1.11', did you mean '1.1'?: 0.1, 0.2"),
        (["--claim", "9.9"], "4.8, 4.9, 4.10\n"),
        (
            ["--family", "silos", "--profile", "essential", "--claim", "0.1"],
            "no rule is left: none fits --family silos --profile essential --claim 0.1 together\n",
        ),
        (["--format", "yaml"], "'yaml' is not one of 'text', 'json'"),
    ],
)
def test_a_word_that_means_nothing_is_refused(run: Run, options: list[str], message: str) -> None:
    ended = run("rules", *options)
    assert (ended.code, ended.out) == (2, "")
    assert message in ended.err


# As text


def test_as_text_the_whole_catalogue_is_listed(run: Run) -> None:
    out = run("rules").out
    assert all(f"\n  {rule.code}  {rule.name} " in out for rule in cx.catalogue())


def test_rules_stand_below_their_family_in_columns_and_are_counted(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    out = run("rules", "--family", "silos,suppressions", "--claim", "2.1,0.5,1.2").out
    assert (
        out
        == """\
silos: what ties the touchpoints of different teams together
  SIL001  siloed-touchpoint           error    essential
          nothing ties a touchpoint to the ones before and after it, which other
          teams own
  SIL002  undeclared-handoff          warning  recommended
          an open request passes from team to team, and nobody has said how
  SIL003  handoff-without-agreement   warning  recommended
          work passes to another department, and nobody has agreed how fast and
          how well
  SIL004  handoff-loses-context       warning  recommended
          work is handed over without what the receiver needs, so the customer
          is asked again
  SIL005  support-without-agreement   warning  recommended
          another department helps behind a touchpoint, and nobody has agreed
          how fast and how well
  SIL006  too-many-handoffs           warning  recommended
          one request passes through too many teams before it is settled
  SIL007  kpis-of-one-silo            warning  recommended
          several teams make a journey, and all its KPIs belong to one of them
  SIL008  misplaced-handoff           warning  recommended
          a hand-off stands between two places where its two teams never meet

suppressions: what is allowed has a reason, an end and an effect
  SUP001  suppression-reason-missing  warning  recommended  mandatory
          something is to be allowed, and nobody says why
  SUP002  suppression-unused          warning  recommended
          something is allowed that is not there, or that nobody may allow
  SUP003  suppression-expired         warning  recommended
          something was allowed until a day that has passed
  SUP004  suppression-unknown         warning  recommended
          a rule is to be suppressed that does not exist

12 rules: 1 error, 11 warnings; 1 from essential, 11 from recommended
"""
    )


def test_one_rule_is_counted_as_one(run: Run) -> None:
    assert run("rules", "--family", "PPL", "--claim", "3.6").out.endswith(
        "\n\n3 rules: 2 warnings, 1 info; 2 from recommended, 1 from exemplary\n"
    )
    assert run("rules", "--family", "silos", "--profile", "essential").out.endswith(
        "\n\n1 rule: 1 error; 1 from essential\n"
    )


@pytest.mark.parametrize(("columns", "widest"), [("80", 80), ("100", 100), ("250", 100)])
def test_no_line_is_wider_than_the_terminal_or_than_people_like(
    run: Run, monkeypatch: pytest.MonkeyPatch, columns: str, widest: int
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    lines = run("rules").out.splitlines()
    assert [line for line in lines if len(line) > widest] == []
    words = " ".join(" ".join(lines).split())
    assert all(rule.summary in words and rule.family_meaning in words for rule in cx.catalogue())


def test_a_pipe_is_as_wide_as_people_like(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    in_a_pipe = run("rules").out
    monkeypatch.setenv("COLUMNS", "100")
    assert in_a_pipe == run("rules").out
