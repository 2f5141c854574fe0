"""The kit that tests rules by the examples on their pages.

It serves the rules that come with cxblueprint as well as your own, and needs no test framework. With pytest,
two tests are all it takes:

    @pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
    def test_the_page_is_complete(rule):
        assert_page_is_complete(rule)

    @pytest.mark.parametrize("case", page_cases(RULES), ids=str)
    def test_the_example_holds(case):
        assert_example_holds(case)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from cxblueprint.checks import EXAMPLES, SECTIONS, Page, page_of, rules_of, run
from cxblueprint.errors import LoadError
from cxblueprint.graph import Graph
from cxblueprint.rules import CATALOGUE

from .making import fragment

if TYPE_CHECKING:
    import datetime as dt

    from cxblueprint.checks import Expectation, Finding, Profile, Report, Rule

__all__ = ["PageCase", "assert_example_holds", "assert_page_is_complete", "page_cases", "report_on"]

_FENCE = re.compile(r"^```(?P<language>\S+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class PageCase:
    """One example of a rule's page; as text it is a test's id, such as `GOV001-bad-2`."""

    rule: Rule
    section: str
    """`Bad`, `Good` or `When to suppress`."""
    number: int
    """Its place among the examples of its section, from 1."""
    text: str
    expected: tuple[Expectation, ...] = ()
    """The findings that it says it has, in order of their lines."""
    profile: Profile | None = None
    """The profile that it says it is to be judged by."""
    as_of: dt.date | None = None
    """The date that it says it is to be judged by."""

    def __str__(self) -> str:
        section = self.section.split()[-1].lower()
        return f"{self.rule.code}-{section}-{self.number}"


def page_cases(rules: Iterable[Rule]) -> Iterator[PageCase]:
    """Yield every example on the pages of some rules, page by page.

    Raises:
        CxBlueprintError: a rule has no page.
    """
    for rule in rules:
        for _, examples in groupby(page_of(rule).examples, key=lambda example: example.section):
            for number, one in enumerate(examples, 1):
                yield PageCase(rule, one.section, number, one.text, one.expected, one.profile, one.as_of)


def report_on(case: PageCase, *, catalogue: Sequence[Rule] = CATALOGUE) -> Report:
    """Return what an example's rule finds in it, run alone at the example's profile, else at its own.

    Args:
        case: the example.
        catalogue: where rules that it requires are found.

    Raises:
        AssertionError: the example is no blueprint.
    """
    profile = case.profile or case.rule.profile
    return run(_graph_of(case), (case.rule,), catalogue=catalogue, profile=profile, as_of=case.as_of)


def assert_page_is_complete(rule: Rule) -> None:
    """Assert that a rule has a page with everything on it that a reader needs.

    That is: its title, the sections in their order with something in each, an example of what it finds and of
    what it leaves alone, each claim that the rule rests on (as `Claim 1.3`), and each of its options.

    Raises:
        AssertionError: something is missing; the message says all that is.
        CxBlueprintError: the rule has no page.
    """
    __tracebackhide__ = True  # pytest shows what is missing, not how that was found out
    missing = list(_missing(rule, page_of(rule)))
    if missing:
        raise AssertionError("\n".join((f"the page of {rule.code}:", *missing)))


def assert_example_holds(case: PageCase, *, catalogue: Sequence[Rule] = CATALOGUE) -> None:
    """Assert that an example is found, or not found, as its page says.

    - Bad: the rule alone, at its own profile, finds exactly what is expected, on these lines.
    - Good: the rule's family finds nothing at `exemplary`, and the whole catalogue nothing at `essential`.
    - When to suppress: everything that the rule finds is suppressed, and it finds something.

    A first line such as `# profile: recommended` replaces the profile of the rule or its family, and one such
    as `# as-of: 2027-01-31` says the day.

    Args:
        case: the example.
        catalogue: the rules that Good examples are held against; the rule itself need not be in it.

    Raises:
        AssertionError: the example is no blueprint, or something else is found than the page says.
    """
    __tracebackhide__ = True
    rules = (*catalogue, *([case.rule] if case.rule not in catalogue else []))
    if case.section == "Good":
        graph = _graph_of(case)
        family = tuple(rule for rule in rules if rule.family == case.rule.family)
        own = case.profile or "exemplary"
        for profile, some in ((own, family), ("essential", rules)):
            running = rules_of(profile, some)
            _expect(case, [], run(graph, running, catalogue=rules, profile=profile, as_of=case.as_of))
        return
    report = report_on(case, catalogue=rules)
    if case.section == "Bad":
        loudness = ((line, code, severity or case.rule.severity) for line, code, severity in case.expected)
        expected = [f"line {line}: {code} {severity}" for line, code, severity in loudness]
        _expect(case, expected, report)
    else:
        _expect(case, [], report)
        if not report.suppressed:
            raise AssertionError(_told(case, "something is suppressed", "nothing is found at all"))


def _missing(rule: Rule, page: Page) -> Iterator[str]:
    title = f"# {rule.name} ({rule.code})"
    if page.text.partition("\n")[0] != title:
        yield f"its first line is not '{title}'"
    sections = (*SECTIONS[:-1], *(["Options"] if rule.options else []), SECTIONS[-1])
    if tuple(page.sections) != sections:
        yield f"its sections are {', '.join(page.sections)}, not {', '.join(sections)}"
    for name, text in page.sections.items():
        if not text.strip():
            yield f"there is nothing under '{name}'"
    why, options = (page.sections.get(name, "") for name in ("Why it matters", "Options"))
    for claim in rule.claims:
        if not re.search(rf"\bClaim\s+{re.escape(claim)}(?!\d)", why):
            yield f"'Claim {claim}' is not named under 'Why it matters'"
    for option in (name.replace("_", "-") for name in rule.options):
        if f"`{option}`" not in options:
            yield f"its option `{option}` is not described"
    yield from _missing_examples(rule, page)


def _missing_examples(rule: Rule, page: Page) -> Iterator[str]:
    for name in EXAMPLES:
        examples = [example for example in page.examples if example.section == name]
        if not examples and name != EXAMPLES[-1]:
            yield f"there is no example under '{name}'"
        for example in examples:
            wanted = {rule.code} if name == "Bad" else set()
            codes = {expectation.code for expectation in example.expected}
            if codes != wanted:
                said, meant = (", ".join(sorted(some)) or "nothing" for some in (codes, wanted))
                yield f"an example under '{name}' expects {said}, not {meant}:\n{_numbered(example.text)}"
        for fence in _FENCE.finditer(page.sections.get(name, "")):
            if fence["language"] != "yaml":
                yield f"an example under '{name}' is {fence['language']}, which nobody tests: write yaml"


def _graph_of(case: PageCase) -> Graph:
    __tracebackhide__ = True
    try:
        return Graph(fragment(case.text, name=str(case)))
    except LoadError as error:
        raise AssertionError(f"{case} is no blueprint:\n{error}\n{_numbered(case.text)}") from error


def _expect(case: PageCase, expected: list[str], report: Report) -> None:
    __tracebackhide__ = True
    found = [_place(finding) for finding in report.findings]
    if report.defects:
        defects = (f"{defect.code}: {defect.message}" for defect in report.defects)
        raise AssertionError(_told(case, "that every rule runs", *defects))
    if sorted(found) != sorted(expected):
        messages = (f"{_place(finding)}: {finding.message}" for finding in report.findings)
        raise AssertionError(_told(case, "\n  ".join(expected) or "nothing", *messages))


def _place(finding: Finding) -> str:
    line = finding.location.line if finding.location else 0
    return f"line {line}: {finding.code} {finding.severity}"


def _told(case: PageCase, expected: str, *found: str) -> str:
    said = "\n  ".join(found) or "nothing"
    return f"{case} expects\n  {expected}\nand what is found is\n  {said}\n{_numbered(case.text)}"


def _numbered(text: str) -> str:
    return "\n".join(f"{number:>4} | {line}" for number, line in enumerate(text.splitlines(), 1))
