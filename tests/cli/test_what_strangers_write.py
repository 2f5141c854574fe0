"""What somebody else wrote never steers the terminal, nor a build that prints what the command tells."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.security.hostile import hostile
from tests.security.vectors import Slots

from .conftest import Ended

NASTY = (
    "\x1b[2J \x1b]8;;http://evil.example\x07 \x9b31m \u202eback \u2066in \x85 \u2028 \x7f"
    "\r\n::error::forged\nother.yaml:1:1: OWN001 forged"
    " ##[error]forged ##vso[task.setvariable variable=PATH]x ::error::forged " + "x" * 90 + "::error::forged"
)
# Whoever configures tells it like this, and TOML makes the same of it.
IN_TOML = json.dumps(NASTY, ensure_ascii=True).replace("\\u007f", "\\u007F")
STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
COMMAND = re.compile(r"^\s*::|##\w*\[", re.MULTILINE)
FORGED = re.compile(r"^other\.yaml", re.MULTILINE)
# How the command itself sets colours.
OURS = re.compile(r"\x1b\[(?:0|1|2|31|33|36)m")

Run = Callable[..., Ended]


@pytest.fixture(autouse=True)
def _terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let click think that it writes to a terminal, from which it takes nothing away."""
    monkeypatch.setattr("click.utils.should_strip_ansi", lambda *_args, **_more: False)
    monkeypatch.setattr("click.utils.isatty", lambda _stream: True, raising=False)


@pytest.fixture
def stranger(tmp_path: Path) -> str:
    """Write a blueprint in which every text is nasty, and return its name."""
    data = hostile(Slots(lambda _field, _turn, number: ("", f"{number} {NASTY}")), 1)
    data["title"] = data["teams"][0]["name"] = f"::error::forged {NASTY}"
    (tmp_path / "stranger.json").write_text(json.dumps(data), encoding="utf-8")
    return "stranger.json"


def steered(ended: Ended) -> list[str]:
    """Return where what was told does something or looks like a finding, with what stands around it."""
    said = OURS.sub("", f"{ended.out}\n{ended.err}")
    return [
        said[max(found.start() - 30, 0) : found.end() + 30]
        for wanted in (STEERING, COMMAND, FORGED)
        for found in wanted.finditer(said)
    ]


@pytest.mark.parametrize(
    "words",
    [
        *(f"check --format {form}" for form in ("text", "json", "sarif", "junit", "markdown")),
        "check --by owner",
        "check --format markdown --by owner",
    ],
)
def test_a_blueprint_steers_nothing(words: str, stranger: str, run: Run) -> None:
    ended = run(*words.split(), stranger)

    assert len(ended.out) > 1000
    assert steered(ended) == []


@pytest.mark.parametrize("persona", [[], ["--persona", "persona-0"]], ids=["nobody", "persona"])
def test_a_walk_steers_nothing(persona: list[str], stranger: str, run: Run) -> None:
    told = run("walk", stranger, *persona).out

    assert "error::forged" in told
    assert STEERING.findall(told) + COMMAND.findall(told) == []


def test_json_says_what_was_written_all_the_same(stranger: str, run: Run) -> None:
    told = json.loads(run("check", stranger, "--format", "json").out)

    assert any("##vso[task.setvariable variable=PATH]x" in finding["message"] for finding in told["findings"])


def test_annotations_for_github_are_the_only_commands_in_their_lines(stranger: str, run: Run) -> None:
    lines = run("check", stranger, "--format", "github").out.splitlines()

    assert [line for line in lines if STEERING.search(line)] == []
    assert {line.split(" ")[0] for line in lines} <= {"::error", "::warning", "::notice", "cxblueprint:"}
    assert "##[" not in lines[-1]


def test_a_repair_that_is_only_shown_steers_nothing(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    (tmp_path / "b.yaml").write_text(
        "id: b\ntitle: B\njourneys:\n- id: j\n  name: J\n  review_every: 4 hours # \u202eback \x85\n",
        encoding="utf-8",
    )
    ended = run("check", "b.yaml", "--fix", "--dry-run")

    assert "+  review_every: 4h # \\u202eback \\x85" in ended.out
    assert steered(ended) == []


@pytest.mark.parametrize(
    "settings",
    [
        f"baseline = {IN_TOML}",
        f"profile = {IN_TOML}",
        f"{IN_TOML} = 1",
        f"select = [{IN_TOML}]",
        f"own-rules = [{IN_TOML}]",
        f'own-rules = [{IN_TOML[:-1]}.py"]',
        f'exceptions = [{{path = "**", rules = [{IN_TOML}], reason = {IN_TOML}}}]',
        f"[rules.{IN_TOML}]\nx = 1",
        f"[rules.OWN001]\n{IN_TOML} = {IN_TOML}",
    ],
)
def test_a_configuration_steers_nothing(settings: str, tmp_path: Path, clean: str, run: Run) -> None:
    (tmp_path / "cxblueprint.toml").write_text(settings, encoding="utf-8")
    ended = run("check", clean)

    assert (ended.code, ended.out, ended.err[:6]) == (2, "", "error:")
    assert ended.err.count("\n") == 1
    assert steered(ended) == []


@pytest.mark.parametrize(
    "settings",
    [
        f"fonts = [{IN_TOML}]",
        f"language = {IN_TOML}",
        f"[theme.words]\n{IN_TOML} = 'x'",
        f'[theme.words]\nStages = {IN_TOML[:-1]}{{"',
        f"[theme.light]\n{IN_TOML} = 'x'",
        f"[theme.light]\nink = {IN_TOML}",
    ],
)
def test_a_theme_steers_nothing(settings: str, tmp_path: Path, clean: str, run: Run) -> None:
    (tmp_path / "cxblueprint.toml").write_text(f"[theme]\n{settings}", encoding="utf-8")
    ended = run("render", clean, "--view", "governance", "--output", "-")

    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith("error: cxblueprint.toml: theme")
    assert steered(ended) == []


@pytest.mark.parametrize(
    "baseline",
    [
        NASTY,
        {"version": NASTY, "blueprint": NASTY, "findings": []},
        {"version": 1, "blueprint": NASTY, "findings": []},
        {"version": 1, "blueprint": "kiosk", "findings": [NASTY]},
    ],
    ids=["text", "version", "blueprint", "findings"],
)
def test_a_baseline_steers_nothing(baseline: object, tmp_path: Path, clean: str, run: Run) -> None:
    (tmp_path / "known.json").write_text(json.dumps(baseline), encoding="utf-8")
    ended = run("check", clean, "--baseline", "known.json")

    assert (ended.code, ended.out) == (2, "")
    assert steered(ended) == []


@pytest.mark.parametrize(
    "text",
    [
        "id: b\ntitle: B\nteams: [*no\u202e]\n",
        "id: b\ntitle: B\nteams: [!no\u202e x]\n",
        'id: b\ntitle: B\n"\\e[2J\\x9b\\n::error::forged": x\n',
        'id: b\ntitle: B\nteams: [{id: "\\e[2J\\n::error::forged", name: "x", function: "\\x9b"}]\n',
        "id: b\ntitle: \x1b[2J\n",
        "id: b\ntitle: \u202e: x\n",
    ],
)
def test_a_complaint_about_a_file_steers_nothing(text: str, tmp_path: Path, run: Run) -> None:
    (tmp_path / "b.yaml").write_text(text, encoding="utf-8", newline="")
    ended = run("check", "b.yaml")

    assert (ended.code, ended.out) == (2, "")
    assert {line.partition(":")[0] for line in ended.err.splitlines()} == {"b.yaml"}
    assert steered(ended) == []


def test_the_name_of_a_file_steers_nothing(tmp_path: Path, run: Run) -> None:
    try:
        (tmp_path / "a\x1b[2J\n::error::forged\n\u202e.yaml").write_text("id: [x]\n", encoding="utf-8")
    except OSError:
        pytest.skip("the file system takes no such name")
    ended = run("check", ".")

    assert (ended.code, ended.out) == (2, "")
    assert len(ended.err.splitlines()) == len(re.findall(r"^a\\x1b\[2J", ended.err, re.MULTILINE)) > 0
    assert steered(ended) == []


def test_a_rule_that_cannot_be_imported_steers_no_terminal(tmp_path: Path, clean: str, run: Run) -> None:
    (tmp_path / "own.py").write_text(f"raise ValueError({NASTY!r})", encoding="utf-8")
    (tmp_path / "cxblueprint.toml").write_text('own-rules = ["own.py"]', encoding="utf-8")
    ended = run("check", clean)

    assert (ended.code, ended.out) == (2, "")
    assert STEERING.findall(ended.err) + COMMAND.findall(ended.err) == []
