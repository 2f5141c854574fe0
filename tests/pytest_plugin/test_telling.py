"""What is read in the terminal."""

from __future__ import annotations

import pytest

from .conftest import CLEAN, MESSY, Project

ESCAPE = "\x1b"


def test_findings_read_as_in_the_report_of_the_command(project: Project) -> None:
    project.write("blueprints/kiosk.yaml", MESSY)
    assert (
        project.printed("--cxblueprint")
        == """\
collected 3 items
cxblueprint: 1 blueprint, 3 rules, profile recommended

blueprints/kiosk.yaml .F.                                                [100%]

=================================== FAILURES ===================================
______________________________ A kiosk: ownership ______________________________
touchpoint-without-owner (OWN001), 1 warning
blueprints/kiosk.yaml:7:5: OWN001 touchpoint 'window' has no owner
  hint: set `owner` to the id of a declared team
=========================== short test summary info ============================
FAILED blueprints/kiosk.yaml::ownership - touchpoint 'window' has no owner
========================= 1 failed, 2 passed"""
    )


def test_a_blueprint_that_cannot_be_read_is_told_with_all_complaints(project: Project) -> None:
    project.write("kiosk/kiosk.yaml", CLEAN.replace("owner:", "onwer:").replace("function:", "funktion:"))
    project.write("kiosk/more.yaml", "touchpoints: [{id: door}]\n")
    assert (
        project.printed("--cxblueprint", "-q")
        == """\
F                                                                        [100%]
=================================== FAILURES ===================================
________________________________ kiosk: loading ________________________________
kiosk/kiosk.yaml:5:34: unknown key 'funktion' in team 'service', did you mean 'function'?
kiosk/kiosk.yaml:7:36: unknown key 'onwer' in touchpoint 'window', did you mean 'owner'?
kiosk/more.yaml:1:15: missing key 'name' in touchpoint 'door'
=========================== short test summary info ============================
FAILED kiosk/kiosk.yaml::loading - 3 mistakes, the first: unknown key 'funkti...
1 failed"""
    )


@pytest.mark.parametrize(
    ("arguments", "heading"),
    [((), "blueprint/kiosk: loading"), (("blueprint/kiosk/more.yaml",), "more.yaml: loading")],
)
def test_what_cannot_be_read_is_called_by_its_folder_or_by_the_part_that_was_named(
    project: Project, arguments: tuple[str, ...], heading: str
) -> None:
    project.write("blueprint/kiosk/kiosk.yaml")
    project.write("blueprint/kiosk/more.yaml", "teams: [\n")
    assert f"{heading} ___" in project.printed("--cxblueprint", *arguments)


def test_a_file_that_cannot_be_read_is_called_by_its_name(project: Project) -> None:
    project.write("kiosk.yaml", "id: kiosk\ntitle: A kiosk\nteams: [\n")
    assert " kiosk.yaml: loading ___" in project.printed("--cxblueprint")


def test_a_rule_that_fails_is_named_as_what_is_at_fault(project: Project) -> None:
    own_rule(project, "yield 1 / 0")
    project.write("kiosk.yaml")
    said = project.printed("--cxblueprint", "-q").splitlines()
    assert said[2:] == [
        "_______________________ ERROR at setup of A kiosk: acme ________________________",
        "defect rule ACME001 failed: ZeroDivisionError: division by zero (own, line 5)",
        "  a defect of the rule, and no fault of the blueprint",
        "=========================== short test summary info ============================",
        "ERROR kiosk.yaml::acme - rule ACME001 failed: ZeroDivisionError: division by ...",
        "1 error",
    ]


def test_what_fails_nothing_is_told_to_whoever_wants_to_see_all(project: Project) -> None:
    allowed = "The shelf, allow: [{rule: OWN001, reason: goes in spring}]"
    project.write("kiosk.yaml", MESSY + f"  - {{id: shelf, name: {allowed}}}\n")
    project.write("cxblueprint.toml", 'select = ["OWN001"]\nfail-on = "error"\n')
    assert "FAILURES" not in project.printed("--cxblueprint", "-rA")
    assert (
        project.printed("--cxblueprint", "-rA").partition("PASSES ===")[2]
        == """\
=================================
______________________________ A kiosk: ownership ______________________________
---------------------- does not fail the test: 1 warning -----------------------
touchpoint-without-owner (OWN001), 1 warning
kiosk.yaml:7:5: OWN001 touchpoint 'window' has no owner
  hint: set `owner` to the id of a declared team
----------------------------------- accepted -----------------------------------
1 suppressed
=========================== short test summary info ============================
PASSED kiosk.yaml::ownership
============================== 1 passed"""
    )


def test_of_many_findings_of_a_rule_the_rest_is_counted(project: Project) -> None:
    own_rule(project, "yield from (flaw(team, f'team {team.id} is', 'no') for team in graph.teams.values())")
    teams = ", ".join(f"{{id: t{number}, name: T}}" for number in range(25))
    project.write("kiosk.yaml", f"id: kiosk\ntitle: A kiosk\nteams: [{teams}]\n")
    said = project.printed("--cxblueprint").splitlines()
    assert said[-4:-1] == [
        "  and 5 more of ACME001: cxblueprint check --format json lists them all",
        "=========================== short test summary info ============================",
        "FAILED kiosk.yaml::acme - 25 warnings, the first: team t0 is",
    ]


def test_where_one_line_is_wanted_for_a_failure_it_is_one(project: Project) -> None:
    project.write("kiosk.yaml", MESSY)
    assert project.printed("--cxblueprint", "-q", "--tb=line").splitlines()[2:4] == [
        "kiosk.yaml:7: touchpoint 'window' has no owner",
        "=========================== short test summary info ============================",
    ]


def test_colours_are_those_of_the_command(project: Project) -> None:
    project.write("kiosk.yaml", MESSY)
    said = project.printed("--cxblueprint", "--color=yes").replace(ESCAPE, "^").splitlines()
    start = said.index("^[33mtouchpoint-without-owner (OWN001), 1 warning^[0m")
    assert said[start + 1 : start + 3] == [
        "kiosk.yaml:7:5: ^[33mOWN001^[0m touchpoint 'window' has no owner",
        "  ^[2mhint:^[0m set `owner` to the id of a declared team",
    ]


def test_a_title_that_would_steer_a_terminal_is_shown_harmless(project: Project) -> None:
    project.write("kiosk.yaml", MESSY.replace("A kiosk", '"A \\e[31m kiosk\\nby the \\u202esea"'))
    said = project.printed("--cxblueprint")
    assert ("A  [31m kiosk by the sea: ownership" in said, ESCAPE in said) == (True, False)


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ((), "cxblueprint: 2 blueprints, 1 rule, profile recommended"),
        (("kiosk.yaml",), "cxblueprint: 1 blueprint, 1 rule, profile recommended"),
        (("test_it.py",), "cxblueprint: no blueprint found; one file of it says its `id` and its `title`"),
        (("-q",), None),
    ],
)
def test_what_is_judged_is_told_before(
    project: Project, arguments: tuple[str, ...], expected: str | None
) -> None:
    project.write("cxblueprint.toml", 'select = ["OWN001"]\n')
    for name in ("kiosk", "shop"):
        project.write(f"{name}.yaml")
    project.write("test_it.py", "def test_it(): pass\n")
    said = project.printed("--cxblueprint", *arguments).splitlines()
    assert next((line for line in said if line.startswith("cxblueprint")), None) == expected


def test_the_option_and_the_marker_are_explained(project: Project) -> None:
    marker = "@pytest.mark.cxblueprint: judges a blueprint by a family of rules; there are such tests with"
    option = "judge the blueprints among the files too: each family of"
    assert (marker in project.printed("--markers"), option in project.printed("--help")) == (True, True)


def own_rule(project: Project, body: str) -> None:
    """Write a rule of one's own, and run that alone."""
    project.write("cxblueprint.toml", 'select = ["ACME"]\nown-rules = ["acme.py"]\n')
    head = "from cxblueprint.checks import flaw, rule\n\n@rule('ACME001', 'acme', summary='x')\n"
    project.write("acme.py", f"{head}def own(graph):\n    {body}\n\nRULES = (own,)\n")
    project.write("acme.md", "# A page\n")
