"""Blueprints among the tests of a project: which tests there are, how they end, and what stays as it was."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

import cxblueprint.pytest_plugin
from cxblueprint import api
from cxblueprint.checks import Report
from cxblueprint.cli import main
from cxblueprint.graph import Graph
from cxblueprint.judging import Judging
from cxblueprint.model import Blueprint

from .conftest import MESSY, SETTINGS, Project

EXAMPLES = Path(__file__).resolve().parent.parent.parent / "examples"
PASSED = {
    "kiosk.yaml::governance": "passed",
    "kiosk.yaml::ownership": "passed",
    "kiosk.yaml::value": "passed",
}
FAILED = {**PASSED, "kiosk.yaml::ownership": "failed"}
PYTHON = "def test_it(): pass\n"


def test_each_family_of_the_rules_that_run_is_a_test_in_their_order(project: Project) -> None:
    project.write("kiosk.yaml", MESSY)
    assert list(project.outcomes().items()) == list(FAILED.items())


def test_a_blueprint_that_cannot_be_read_is_one_failing_test(project: Project) -> None:
    project.write("broken.yaml", "id: broken\ntitle: Broken\nteams: [\n")
    project.write("kiosk.yaml")
    assert project.outcomes() == {"broken.yaml::loading": "failed", **PASSED}


def test_without_the_option_nothing_is_collected_and_nothing_is_loaded(project: Project) -> None:
    project.write("kiosk.yaml", MESSY)
    project.write("cxblueprint.toml", "nonsense = 1\n")
    project.write("test_it.py", PYTHON)
    code = (
        "import pytest, sys; pytest.main(['-p', 'cxblueprint.pytest_plugin', '-q', '--strict-markers'])\n"
        "print(sorted(name for name in sys.modules if name.startswith('cxblueprint')))\n"
        "print('pydantic' in sys.modules, 'yaml' in sys.modules)"
    )
    said = subprocess.check_output([sys.executable, "-c", code], text=True).splitlines()
    assert [said[1].partition(" in ")[0], *said[2:]] == [
        "1 passed",
        "['cxblueprint', 'cxblueprint._version', 'cxblueprint.pytest_plugin']",
        "False False",
    ]


def test_the_settings_decide_which_families_there_are(project: Project) -> None:
    project.write("cxblueprint.toml", 'profile = "essential"\nignore = ["references", "GOV", "STD"]\n')
    project.write("kiosk.yaml")
    rules = Judging(profile="essential", ignore=("references", "GOV", "STD")).rules
    assert list(project.outcomes()) == [
        f"kiosk.yaml::{family}" for family in dict.fromkeys(rule.family for rule in rules)
    ]


def test_the_settings_decide_what_fails(project: Project) -> None:
    project.write("kiosk.yaml", MESSY)
    project.write("cxblueprint.toml", SETTINGS + 'fail-on = "error"\n')
    assert project.outcomes() == PASSED


def test_an_exception_for_a_path_is_made(project: Project) -> None:
    exception = '[[exceptions]]\npath = "old"\nrules = ["OWN"]\nreason = "goes in spring"\n'
    project.write("cxblueprint.toml", SETTINGS + exception)
    project.write("old/kiosk.yaml", MESSY)
    project.write("new/kiosk.yaml", MESSY)
    ended = project.outcomes()
    assert (ended["old/kiosk.yaml::ownership"], ended["new/kiosk.yaml::ownership"]) == ("passed", "failed")


def test_an_exception_is_made_from_another_folder_too(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    exception = '[[exceptions]]\npath = "old"\nrules = ["OWN"]\nreason = "goes in spring"\n'
    project.write("cxblueprint.toml", SETTINGS + exception)
    project.write("old/kiosk.yaml", MESSY)
    (project.folder / "elsewhere").mkdir()
    monkeypatch.chdir(project.folder / "elsewhere")
    assert set(project.outcomes("--rootdir=..", "../old").values()) == {"passed"}


def test_what_is_in_the_baseline_fails_nothing(
    project: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    project.write("kiosk.yaml", MESSY)
    project.write("cxblueprint.toml", SETTINGS + 'baseline = "known.json"\n')
    assert project.outcomes() == {"kiosk.yaml::loading": "failed"}  # there is no such file yet
    monkeypatch.setattr(sys, "argv", ["cxblueprint", "check", "kiosk.yaml", "--update-baseline"])
    with pytest.raises(SystemExit):
        main()
    capsys.readouterr()
    assert project.outcomes() == PASSED


def test_a_baseline_of_another_blueprint_is_told_once(project: Project) -> None:
    project.write("kiosk.yaml", MESSY)
    project.write("cxblueprint.toml", SETTINGS + 'baseline = "known.json"\n')
    project.write("known.json", '{"version": 1, "blueprint": "shop", "findings": []}')
    assert project.outcomes() == {"kiosk.yaml::loading": "failed"}


def test_rules_of_ones_own_are_families_too(project: Project) -> None:
    own_rules(
        project,
        'select = ["VAL001", "ACME"]',
        ACME="yield flaw(graph.blueprint.teams[0], 'wrong', 'mend it')",
    )
    project.write("kiosk.yaml")
    assert project.outcomes() == {"kiosk.yaml::value": "passed", "kiosk.yaml::acme": "failed"}


def test_a_rule_that_fails_is_an_error_of_its_family_alone(project: Project) -> None:
    own_rules(project, 'select = ["OWN001", "ACME"]', ACME="yield graph.nonsense")
    project.write("kiosk.yaml", MESSY)
    assert project.outcomes() == {"kiosk.yaml::ownership": "failed", "kiosk.yaml::acme": "error"}


def test_a_failed_rule_of_no_family_that_runs_is_an_error_of_each(project: Project) -> None:
    own_rules(project, 'select = ["OWN001", "ACME"]', OTHER="yield graph.nonsense", ACME="yield from ()")
    project.write("kiosk.yaml", MESSY)
    assert project.outcomes() == {"kiosk.yaml::ownership": "error", "kiosk.yaml::acme": "error"}


def own_rules(project: Project, settings: str, **bodies: str) -> None:
    """Write a file with a rule for each prefix; that of ACME requires what there is of OTHER."""
    listed = [f"rules/{prefix.lower()}.py" for prefix in bodies]
    project.write("cxblueprint.toml", f"{settings}\nown-rules = {listed}\n")
    for prefix, body in bodies.items():
        requires = ("other-rule",) if prefix == "ACME" and "OTHER" in bodies else ()
        project.write(
            f"rules/{prefix.lower()}.py",
            "from cxblueprint.checks import flaw, rule\n\n"
            f"@rule('{prefix}001', '{prefix.lower()}-rule', summary='it is wrong', requires={requires})\n"
            f"def own(graph):\n    {body}\n\nRULES = (own,)\n",
        )
        project.write(f"rules/{prefix.lower()}.md", "# A page\n")


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ("nonsense = 1", "cxblueprint.toml: unknown key 'nonsense'"),
        ('select = ["OWN999"]', "cxblueprint.toml: select: there is no rule 'OWN999'"),
        ('ignore = ["A"]', "cxblueprint.toml: ignore: there is no rule 'A'"),
        (
            "[rules.too-many-handoffs]\nnonsense = 1",
            "cxblueprint.toml: rules: rule 'too-many-handoffs' has no option 'nonsense'",
        ),
        ('own-rules = ["nowhere.py"]', "nowhere.py: is neither a Python file nor a folder"),
        (
            '[[exceptions]]\npath = "a"\nrules = ["OWN999"]\nreason = "b"',
            "cxblueprint.toml: exceptions[0]: there is no rule 'OWN999'",
        ),
    ],
)
def test_settings_that_mean_nothing_stop_pytest_with_one_line(
    project: Project, settings: str, message: str
) -> None:
    project.write("cxblueprint.toml", settings)
    project.write("kiosk.yaml")
    ended = project.pytester.runpytest_inprocess("--cxblueprint", plugins=[cxblueprint.pytest_plugin])
    assert (ended.ret, [line.startswith(f"ERROR: {message}") for line in ended.errlines if line]) == (
        4,
        [True],
    )


# What pytest does with tests


def test_a_blueprint_is_loaded_and_judged_once(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []
    load, found = api.load, Judging.found

    def counted_load(*paths: str) -> Blueprint:
        done.append(f"loaded {', '.join(paths)}")
        return load(*paths)

    def counted_found(judging: Judging, graph: Graph) -> Report:
        done.append("judged")
        return found(judging, graph)

    monkeypatch.setattr(api, "load", counted_load)
    monkeypatch.setattr(Judging, "found", counted_found)
    project.write("kiosk.yaml", MESSY)
    assert (project.outcomes(), done) == (FAILED, ["loaded kiosk.yaml", "judged"])


def test_to_collect_only_judges_nothing(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(Judging, "found")
    project.write("kiosk.yaml", MESSY)
    assert project.printed("--cxblueprint", "--collect-only", "-q").splitlines() == [
        *PASSED,
        "",
        "3 tests collected",
    ]


def test_tests_are_chosen_by_words_by_marker_and_by_their_names(project: Project) -> None:
    project.write("kiosk.yaml")
    project.write("test_it.py", PYTHON)
    ownership = {"kiosk.yaml::ownership": "passed"}
    assert project.outcomes("-k", "ownership") == ownership
    assert project.outcomes("kiosk.yaml::ownership") == ownership
    assert project.outcomes("-m", "cxblueprint", "--strict-markers") == PASSED
    assert project.outcomes("-m", "not cxblueprint") == {"test_it.py::test_it": "passed"}


def test_what_failed_last_is_run_again_alone(project: Project) -> None:
    project.write("kiosk.yaml", MESSY)
    assert project.outcomes() == FAILED
    assert project.outcomes("--lf") == {"kiosk.yaml::ownership": "failed"}
    project.write("kiosk.yaml")
    assert project.outcomes("--lf") == {"kiosk.yaml::ownership": "passed"}


def test_tests_run_without_a_cache_and_in_several_processes(project: Project) -> None:
    project.write("kiosk.yaml", MESSY)
    project.write("test_it.py", PYTHON)
    options = ["-p", "no:cacheprovider", "-p", "xdist.plugin", "-p", "cxblueprint.pytest_plugin", "-n", "2"]
    ended = project.pytester.runpytest_subprocess("--cxblueprint", *options)
    ended.assert_outcomes(passed=3, failed=1)
    ended.stdout.fnmatch_lines(
        [
            "*_ A kiosk: ownership _*",
            "touchpoint-without-owner (OWN001), 1 warning",
            "kiosk.yaml:7:5: OWN001 touchpoint 'window' has no owner",
            "  hint: set `owner` to the id of a declared team",
            "FAILED kiosk.yaml::ownership - touchpoint 'window' has no owner",
        ]
    )


def test_a_project_may_skip_tests_of_a_blueprint_and_expect_them_to_fail(project: Project) -> None:
    project.write("kiosk.yaml", MESSY)
    project.write(
        "conftest.py",
        """
import pytest

def pytest_collection_modifyitems(items):
    for item in items:
        item.add_marker(pytest.mark.xfail if item.name == "ownership" else pytest.mark.skip)
""",
    )
    assert project.printed("--cxblueprint", "-q", "-rsx").splitlines()[2:] == [
        "SKIPPED [2] kiosk.yaml: unconditional skip",
        "XFAIL kiosk.yaml::ownership",
        "2 skipped, 1 xfailed",
    ]


def test_reports_as_xml_have_the_findings(project: Project) -> None:
    project.write("kiosk.yaml", MESSY)
    project.outcomes("--junitxml=report.xml")
    failure = ET.parse(project.folder / "report.xml").find(".//testcase[@name='ownership']/failure")  # noqa: S314
    assert failure is not None
    assert (failure.get("message"), (failure.text or "").splitlines()[1]) == (
        "touchpoint 'window' has no owner",
        "kiosk.yaml:7:5: OWN001 touchpoint 'window' has no owner",
    )


# What stays as it was


def test_pytest_does_not_warn_where_the_package_was_imported_before(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD")
    wheel = "installed/as_from_a_wheel-1.0.dist-info"
    project.write(f"{wheel}/METADATA", "Metadata-Version: 2.1\nName: as-from-a-wheel\nVersion: 1.0\n")
    project.write(f"{wheel}/entry_points.txt", "[pytest11]\nfrom_wheel = cxblueprint.pytest_plugin\n")
    project.write(f"{wheel}/RECORD", "cxblueprint/__init__.py,,\n")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(project.folder / "installed"), *sys.path]))
    project.write("test_it.py", PYTHON)
    code = "import cxblueprint, pytest; pytest.main(['-q', '-p', 'no:cxblueprint', '-p', 'no:randomly'])"
    said = subprocess.check_output([sys.executable, "-c", code], text=True, stderr=subprocess.STDOUT)
    assert said.splitlines()[-1].partition(" in ")[0] == "1 passed"


def test_other_tests_and_other_plugins_go_on_as_before(project: Project) -> None:
    project.write("kiosk/kiosk.yaml")
    project.write("kiosk/test_it.py", PYTHON)
    project.write("kiosk/__init__.py", "")
    project.write("kiosk/said.txt", ">>> 1 + 1\n2\n")
    project.write("data.yaml", "a: 1\n")
    project.write(
        "conftest.py",
        """
import pytest

class Other(pytest.File):
    def collect(self):
        yield OtherItem.from_parent(self, name="other")

class OtherItem(pytest.Item):
    def runtest(self):
        pass

def pytest_collect_file(file_path, parent):
    if file_path.suffix == ".yaml":
        return Other.from_parent(parent, path=file_path)
""",
    )
    assert project.outcomes("--doctest-glob=*.txt") == {
        "data.yaml::other": "passed",
        **{f"kiosk/{name}": "passed" for name in PASSED},
        "kiosk/kiosk.yaml::other": "passed",
        "kiosk/said.txt::said.txt": "passed",
        "kiosk/test_it.py::test_it": "passed",
    }


def test_other_files_are_never_parsed(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(100):
        project.write(f"data/{number}.json", f'{{"name": {number}, "id": 1, "title": "x", "values": [1, 2]}}')
    project.write("data/large.yaml", "rows:\n" + "  - {a: 1}\n" * 50_000)
    monkeypatch.delattr(api, "load")
    assert project.outcomes() == {}


def test_tests_are_green_exactly_where_the_command_is(
    project: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    project.write("cxblueprint.toml", "")
    folders = sorted(path.name for path in EXAMPLES.iterdir() if path.is_dir())
    no_python = shutil.ignore_patterns("*.py", "__pycache__")
    shutil.copytree(EXAMPLES, project.folder / "examples", ignore=no_python)
    ended = project.outcomes()
    capsys.readouterr()
    expected: dict[str, set[str]] = {}
    for name in folders:
        monkeypatch.setattr(sys, "argv", ["cxblueprint", "check", f"examples/{name}", "--format", "json"])
        with pytest.raises(SystemExit):
            main()
        said = capsys.readouterr()
        assert said.out, said.err
        findings = json.loads(said.out)["findings"]
        failing = {finding["code"] for finding in findings if finding["severity"] != "info"}
        expected[name] = {api.find_rule(code).family for code in failing}
    assert {
        name: {
            test.rpartition("::")[2]
            for test, outcome in ended.items()
            if test.startswith(f"examples/{name}/") and outcome == "failed"
        }
        for name in folders
    } == expected
