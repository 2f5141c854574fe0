"""The catalogue: what it lists, in which order, how loud, and on which claims it rests."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import cxblueprint.rules
from cxblueprint.checks import Rule
from cxblueprint.rules import CATALOGUE, FAMILIES

RULES = pytest.mark.parametrize("rule", CATALOGUE, ids=lambda rule: rule.code)
FOLDER = Path(cxblueprint.rules.__file__).parent

# By family, in the order in which codes are counted. Names stay here for ever, and new ones go to the end.
COUNTED = {
    "REF": "unknown-reference unused-declaration",
    "FLO": "journey-without-steps unreachable-step dead-end endless-loop branch-without-condition"
    " too-long-to-read",
    "GOV": "marketing-owned-cx marketing-owned-journey no-cx-function cx-without-executive-seat"
    " cx-merged-with-another-function reporting-loop never-validated review-overdue",
    "OWN": "touchpoint-without-owner journey-without-owner backstage-action-without-team owner-of-nothing",
    "SIL": "siloed-touchpoint undeclared-handoff handoff-without-agreement handoff-loses-context"
    " support-without-agreement too-many-handoffs kpis-of-one-silo"
    " misplaced-handoff",
    "STD": "touchpoint-without-standard request-never-closed request-without-timeliness"
    " wait-without-standard fail-point-without-recovery standard-without-owner standard-not-measurable"
    " absolute-standard low-bar agreement-looser-than-standard",
    "PRM": "promise-without-backing promise-stricter-than-standard promise-unkeepable-along-path"
    " promise-unmeasured promise-outside-hours sold-by-one-kept-by-another",
    "KPI": "journey-without-kpi moment-of-truth-without-kpi kpi-not-specific kpi-not-measurable"
    " kpi-not-achievable kpi-not-relevant kpi-not-time-bound kpi-without-target kpi-without-baseline"
    " kpi-without-owner kpi-without-action absolute-target target-out-of-range target-against-polarity"
    " more-kpis-than-anyone-acts-on overnight-change outcome-on-one-role"
    " resolution-without-first-time-right target-below-today",
    "VAL": "no-purpose journey-without-segment journey-without-value journey-without-emotion"
    " no-measure-of-trust segment-without-worth emotional-low-without-answer"
    " internal-customers-forgotten",
    "LIS": "unheard-journey unheard-segment no-cadence hearing-only nobody-analyses nothing-reported-back"
    " repeats-do-not-rise silence-not-heard staged-visit inner-loop-only detractors-only"
    " failure-counted-as-success same-workflow-for-all relationship-level-missing"
    " relationship-undocumented radio-silence one-kind-of-listening",
    "ESC": "no-escalation levels-do-not-rise flagged-too-late customer-told-last risk-without-signal"
    " risk-without-owner risk-without-response no-impact-stated customer-blamed"
    " times-not-kept",
    "REC": "no-root-cause main-cause-unaddressed no-containment dates-do-not-fit circular-actions"
    " no-bau-date committed-before-review no-slack headline-count headline-without-baseline"
    " no-review-with-customer",
    "PPL": "facing-customers-without-skills technical-skills-only no-sense-of-urgency ornamental-title"
    " cx-role-without-kpis degraded-climate frontstage-without-ex-measure broken-service-profit-chain"
    " no-coaching ex-and-cx-apart",
    "TEC": "no-way-to-a-human low-left-to-automation layers-of-technology technology-as-goal"
    " unassessed-integration platform-before-journey",
    "CHG": "training-only one-component-only no-sponsor no-funding-decision band-aid return-before-finish"
    " nobody-sustains policy-from-single-incident one-side-heard policy-never-reviewed"
    " gap-without-initiative",
    "SUP": "suppression-reason-missing suppression-unused suppression-expired suppression-unknown",
}

# How many claims each of the five texts makes.
CLAIMS = {"0": 7, "1": 10, "2": 6, "3": 8, "4": 10}


def test_every_rule_has_its_severity_its_profile_and_its_claims() -> None:
    """The list beside this file is what others rely on: a line of it changes with a reason."""
    told = [f"{r.code} {r.name} {r.severity} {r.profile} {' '.join(r.claims)}" for r in CATALOGUE]
    assert told == (Path(__file__).parent / "catalogue.txt").read_text(encoding="utf-8").splitlines()


def test_codes_and_names_are_unique() -> None:
    assert len({rule.code for rule in CATALOGUE}) == len(CATALOGUE)
    assert len({rule.name for rule in CATALOGUE}) == len(CATALOGUE)


@RULES
def test_a_code_is_counted_in_the_order_of_its_family(rule: Rule) -> None:
    family, number = rule.code[:3], int(rule.code[3:])
    assert COUNTED[family].split()[number - 1] == rule.name


def test_rules_stand_in_the_order_of_their_families_and_codes() -> None:
    places = [(list(COUNTED).index(rule.code[:3]), rule.code) for rule in CATALOGUE]
    assert places == sorted(places)


@RULES
def test_a_rule_is_a_pair_of_files_named_by_code_and_name(rule: Rule) -> None:
    stem = f"{rule.code.lower()}_{rule.name.replace('-', '_')}"
    assert rule.function.__module__ == f"cxblueprint.rules.{rule.family}.{stem}"
    assert (FOLDER / rule.family / f"{stem}.md").is_file()


def test_every_file_of_a_pair_is_listed_in_its_family_and_in_the_catalogue() -> None:
    listed = {f"{rule.family}/{rule.code.lower()}_{rule.name.replace('-', '_')}" for rule in CATALOGUE}
    written = {
        path.with_suffix("") for path in FOLDER.glob("*/*") if re.match(r"[a-z]{2,5}\d{3}_", path.name)
    }
    pages = {path.with_suffix("") for path in FOLDER.glob("*/*.md")}
    assert {path.relative_to(FOLDER).as_posix() for path in written | pages} == listed
    assert [rule for family in FAMILIES for rule in family.RULES] == list(CATALOGUE)


def test_every_family_is_listed() -> None:
    folders = {path.parent.name for path in FOLDER.glob("*/__init__.py")}
    assert {family.__name__.rpartition(".")[2] for family in FAMILIES} == folders


@RULES
def test_a_name_reads_after_allow(rule: Rule) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name)
    assert rule.name.split("-")[0] not in {
        "check",
        "missing",
        "require",
        "ensure",
        "forbid",
        "avoid",
        "must",
        "should",
    }


@RULES
def test_a_summary_is_a_clause(rule: Rule) -> None:
    assert rule.summary == rule.summary.strip().removesuffix(".")
    assert rule.summary[0].islower()


@RULES
def test_a_rule_rests_on_claims_that_exist(rule: Rule) -> None:
    assert rule.claims
    for claim in rule.claims:
        text, _, number = claim.partition(".")
        assert 1 <= int(number) <= CLAIMS[text]


@RULES
def test_a_rule_requires_rules_that_exist(rule: Rule) -> None:
    assert set(rule.requires) <= {other.name for other in CATALOGUE} - {rule.name}


def test_only_what_judges_the_whole_is_marked_so() -> None:
    assert [rule.name for rule in CATALOGUE if rule.judges_the_whole] == [
        "unused-declaration",
        "journey-without-steps",
        "no-cx-function",
        "owner-of-nothing",
        "wait-without-standard",
        "kpi-not-relevant",
        "more-kpis-than-anyone-acts-on",
        "no-purpose",
        "journey-without-segment",
        "journey-without-value",
        "journey-without-emotion",
        "no-measure-of-trust",
        "segment-without-worth",
        "internal-customers-forgotten",
        "unheard-journey",
        "unheard-segment",
        "repeats-do-not-rise",
        "silence-not-heard",
        "inner-loop-only",
        "same-workflow-for-all",
        "relationship-level-missing",
        "radio-silence",
        "one-kind-of-listening",
        "no-escalation",
        "facing-customers-without-skills",
        "frontstage-without-ex-measure",
        "no-coaching",
        "ex-and-cx-apart",
        "no-way-to-a-human",
        "platform-before-journey",
        "training-only",
    ]
