"""Rules of one's own: found by a path or an entry point, run like ours, and refused where they do not fit."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from importlib import metadata
from pathlib import Path

import pytest

import cxblueprint as cx
from cxblueprint import own_rules
from cxblueprint.checks import Flaw, flaw, rule

MakeRules = Callable[..., Path]
RULE = """
from cxblueprint.checks import flaw, rule


@rule("{code}", "{name}", summary="a team is there")
def a_team_is_there(graph):
    for team in graph.teams.values():
        yield flaw(team, f"team '{{team.id}}' is there", "take it out")
"""
NO_RULES = "holds no rules: give it a tuple `RULES` of what `cxblueprint.checks.rule` makes"
TEAM = cx.loads("id: b\ntitle: B\nteams: [{id: one, name: One}]\n")


@pytest.fixture
def make_rules(tmp_path: Path) -> MakeRules:
    """Writes a file with one rule and its page; returns the file."""

    def make(
        code: str = "ACME001", name: str = "team-is-there", *, more: str = "", page: bool = True
    ) -> Path:
        file = tmp_path / f"{code.lower()}_rule.py"
        file.write_text(
            RULE.format(code=code, name=name) + "RULES = (a_team_is_there,)\n" + more, encoding="utf-8"
        )
        if page:
            file.with_suffix(".md").write_text(f"# {name} ({code})\n", encoding="utf-8")
        return file

    return make


@pytest.fixture
def offer(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[dict[str, str]], None]]:
    """Lets packages be installed that offer rules: by the name of an entry point, what it names."""

    def make(points: dict[str, str]) -> None:
        def entry_points(*, group: str) -> Sequence[metadata.EntryPoint]:
            return [metadata.EntryPoint(name, value, group) for name, value in points.items()]

        monkeypatch.setattr(metadata, "entry_points", entry_points)
        own_rules._installed.cache_clear()

    yield make
    own_rules._installed.cache_clear()


def refusal(*own: Path) -> str:
    with pytest.raises(cx.UsageError) as refused:
        cx.catalogue(own)
    return str(refused.value)


def test_a_rule_in_a_file_runs_with_ours_and_belongs_to_a_family_named_after_it(
    make_rules: MakeRules,
) -> None:
    file = make_rules()
    report = cx.check(TEAM, own_rules=[file], select=["ACME"])
    assert [f"{finding.code} {finding.message}" for finding in report.findings] == [
        "ACME001 team 'one' is there"
    ]
    assert cx.find_rule("team-is-there", own_rules=[file]).family == "acme001_rule"
    assert cx.catalogue([file])[:-1] == cx.catalogue()


def test_the_rules_of_a_package_share_its_helpers_and_its_name(make_rules: MakeRules, tmp_path: Path) -> None:
    package = tmp_path / "hospital"
    package.mkdir()
    for path in (make_rules(), make_rules().with_suffix(".md")):
        path.rename(package / path.name)
    (package / "words.py").write_text("WORD = 'there'\n", encoding="utf-8")
    lines = "from .acme001_rule import a_team_is_there\nfrom .words import WORD\nRULES = [a_team_is_there]\n"
    (package / "__init__.py").write_text(lines, encoding="utf-8")
    (found,) = own_rules.rules_in(package)
    assert (found.code, found.family) == ("ACME001", "hospital")


def test_the_same_path_gives_the_same_rules_again(make_rules: MakeRules) -> None:
    file = make_rules()
    assert own_rules.rules_in(str(file)) == own_rules.rules_in(file)


def test_a_rule_may_be_given_as_it_is() -> None:
    @rule("ACME001", "team-is-there", summary="a team is there")
    def team_is_there(graph: cx.Graph) -> Iterator[Flaw]:
        for team in graph.teams.values():
            yield flaw(team, "m", "h")

    report = cx.check(TEAM, own_rules=[team_is_there], select=["team-is-there"])
    assert [finding.code for finding in report.findings] == ["ACME001"]


def test_an_installed_package_offers_rules(offer: Callable[[dict[str, str]], None]) -> None:
    # Ours, under another name: what matters is that the entry point is followed.
    offer({"brand": "cxblueprint.rules.flow:RULES"})
    with pytest.raises(cx.UsageError) as refused:
        cx.catalogue()
    assert str(refused.value) == (
        "entry point 'brand': rule FLO001 begins with 'FLO', as the rules of cxblueprint do:"
        " choose other letters"
    )


def test_installed_rules_come_before_those_of_paths(
    offer: Callable[[dict[str, str]], None],
    make_rules: MakeRules,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    make_rules("BRAND001", "brand-is-there")
    monkeypatch.syspath_prepend(tmp_path)
    offer({"brand": "brand001_rule"})
    codes = [rule.code for rule in cx.catalogue([make_rules()])]
    assert codes[-2:] == ["BRAND001", "ACME001"]
    assert cx.find_rule("BRAND001").family == "brand001_rule"


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("no_such_module", "ModuleNotFoundError: No module named 'no_such_module'"),
        (
            "cxblueprint.rules:NOTHING",
            "AttributeError: module 'cxblueprint.rules' has no attribute 'NOTHING'",
        ),
    ],
)
def test_a_package_that_cannot_be_imported_is_named(
    offer: Callable[[dict[str, str]], None], value: str, message: str
) -> None:
    offer({"brand": value})
    assert refusal() == f"entry point 'brand': its rules cannot be imported: {message}"


@pytest.mark.parametrize(
    ("code", "name", "message"),
    [
        ("own001", "x", "code 'own001' is not two to five capitals and three digits, like ACME001"),
        ("ACME1", "x", "code 'ACME1' is not two to five capitals and three digits, like ACME001"),
        (
            "GOV900",
            "x",
            "rule GOV900 begins with 'GOV', as the rules of cxblueprint do: choose other letters",
        ),
        ("ACME001", "A b", "rule ACME001 has the name 'A b', which is not small words with hyphens"),
        (
            "ACME001",
            "marketing-owned-cx",
            "there is a rule 'marketing-owned-cx' already: give this one another name",
        ),
    ],
)
def test_a_code_or_name_that_does_not_fit_is_refused(
    make_rules: MakeRules, code: str, name: str, message: str
) -> None:
    file = make_rules(code, name)
    assert refusal(file) == f"{file}: {message}"


def test_two_rules_of_one_code_are_refused(make_rules: MakeRules) -> None:
    file = make_rules(more="RULES = (a_team_is_there, a_team_is_there)\n")
    assert refusal(file) == f"{file}: there is a rule 'ACME001' already: give this one another code"


def test_two_sources_do_not_share_the_letters_of_codes(make_rules: MakeRules) -> None:
    first, second = make_rules(), make_rules("ACME002", "team-is-here")
    assert refusal(first, second) == (
        f"{second}: rule ACME002 begins with 'ACME', as the rules of {first} do: choose other letters"
    )


def test_a_rule_without_its_page_is_refused(make_rules: MakeRules) -> None:
    file = make_rules(page=False)
    assert refusal(file) == f"{file}: rule ACME001 has no page: write acme001_rule.md beside its function"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("RULES = (", "its rules cannot be imported: SyntaxError: '(' was never closed (odd.py, line 1)"),
        ("import sys; sys.exit('bye')", "its rules cannot be imported: SystemExit: bye"),
        ("1 / 0", "its rules cannot be imported: ZeroDivisionError: division by zero"),
        ("", NO_RULES),
        ("RULES = ()", NO_RULES),
        ("RULES = 'ACME001'", NO_RULES),
        ("RULES = [print]", NO_RULES),
    ],
)  # fmt: skip
def test_a_file_that_holds_no_rules_is_refused(tmp_path: Path, text: str, message: str) -> None:
    file = tmp_path / "odd.py"
    file.write_text(text, encoding="utf-8")
    assert refusal(file) == f"{file}: {message}"


def test_a_file_that_was_broken_can_be_mended(make_rules: MakeRules) -> None:
    file = make_rules(more="1 / 0\n")
    assert refusal(file).endswith("ZeroDivisionError: division by zero")
    make_rules()
    assert [rule.code for rule in own_rules.rules_in(file)] == ["ACME001"]


@pytest.mark.parametrize("name", ["missing.py", "folder", "rules.txt"])
def test_what_is_no_python_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "rules.txt").write_text("RULES = ()", encoding="utf-8")
    path = tmp_path / name
    assert refusal(path) == f"{path}: is neither a Python file nor a folder with an __init__.py: no rules"
