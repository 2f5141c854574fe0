from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import cxblueprint as cx

Run = Callable[..., Any]
COMMANDS = ("check", "explain", "rules", "render", "site", "serve", "walk", "schema")
JOURNEY = """\
id: kiosk
title: A kiosk
touchpoints: [{id: window, name: The window}]
journeys:
  - {id: buy, name: Buy a paper, stages: [{name: Buy, steps: [{touchpoint: window, emotion: 1}]}]}
"""


@pytest.fixture
def kiosk(tmp_path: Path) -> str:
    (tmp_path / "kiosk.yaml").write_text(JOURNEY, encoding="utf-8")
    return "kiosk.yaml"


def test_help_lists_the_commands(run: Run) -> None:
    ended = run("--help")
    assert ended.code == 0
    for command in COMMANDS:
        assert f"  {command} " in ended.out


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(run: Run, command: str) -> None:
    ended = run(command, "--help")
    assert ended.code == 0
    assert ended.out.startswith(f"Usage: cxblueprint {command} ")


def test_a_misspelt_command_is_answered_with_the_one_that_was_meant(run: Run) -> None:
    ended = run("chekc")
    assert ended.code == 2
    assert "there is no command 'chekc', did you mean 'check'?" in ended.err


def test_the_version_is_told(run: Run) -> None:
    assert run("--version").out == f"cxblueprint, version {cx.__version__}\n"


def test_schema_is_json_schema_of_a_file_in_which_nothing_is_required(run: Run) -> None:
    schema = json.loads(run("schema").out)
    assert "required" not in schema
    assert schema["properties"]["purpose"]["description"] == "What the customer gains by all of it."
    assert schema["$defs"]["Touchpoint"]["properties"]["owner"]["x-ref"] == "team"
    assert json.loads(run("schema", "--whole").out)["required"] == ["id", "title"]


@pytest.mark.parametrize("view", ["service-blueprint", "journey-map"])
def test_render_draws_to_a_file(run: Run, tmp_path: Path, kiosk: str, view: str) -> None:
    assert run("render", kiosk, "--view", view, "--output", "out.svg").code == 0
    assert (tmp_path / "out.svg").read_text(encoding="utf-8").rstrip().endswith("</svg>")
    again = run("render", kiosk, "--view", view, "--output", "out.svg")
    assert again.code == 2
    assert "allow it with --force" in again.err


def test_render_draws_to_standard_output(run: Run, kiosk: str) -> None:
    ended = run("render", kiosk, "--view", "journey-map", "--output", "-")
    assert ended.code == 0
    assert "<svg" in ended.out[:200]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--view", "journeymap", "--output", "x.svg"], "did you mean 'journey-map'?"),
        (["--view", "journey-map", "--journey", "by", "--output", "x.svg"], "did you mean 'buy'?"),
        (["--view", "journey-map", "--stage", "bui", "--output", "x.svg"], "did you mean 'buy'?"),
        (["--view", "journey-map", "--output", "x.jpg"], "x.jpg"),
        (["--view", "journey-map", "--output", "no/such/x.svg"], "no/such/x.svg"),
        (["--output", "x.svg"], "Missing option '--view'"),
    ],
)  # fmt: skip
def test_render_refuses_what_it_cannot_draw(
    run: Run, tmp_path: Path, kiosk: str, arguments: list[str], message: str
) -> None:
    ended = run("render", kiosk, *arguments)
    assert (ended.code, ended.out) == (2, "")
    assert message in ended.err
    assert [path.name for path in tmp_path.iterdir()] == ["kiosk.yaml"]


def test_a_defect_of_ours_is_one_line_and_ends_with_3(
    run: Run, kiosk: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def explode(*_paths: str) -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr("cxblueprint.api.load", explode)
    ended = run("check", kiosk)
    assert ended.code == 3
    assert ended.err.startswith("error: this is a defect of cxblueprint")
    assert ended.err.count("\n") == 1


def test_an_interruption_ends_with_130(run: Run, kiosk: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_paths: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("cxblueprint.api.load", interrupt)
    ended = run("check", kiosk)
    assert (ended.code, ended.out) == (130, "")


def test_the_site_judges_by_the_settings_of_the_project(run: Run, tmp_path: Path, kiosk: str) -> None:
    assert run("site", kiosk, "--output", "all").code == 0
    (tmp_path / "cxblueprint.toml").write_text('ignore = ["OWN001", "OWN002", "KPI001"]\n', encoding="utf-8")
    ended = run("site", kiosk, "--output", "few")
    assert (ended.code, ended.out.partition(": ")[2]) == (0, "open few/index.html\n")
    assert "OWN001" in (tmp_path / "all" / "findings.html").read_text(encoding="utf-8")
    assert "OWN001 " not in (tmp_path / "few" / "findings.html").read_text(encoding="utf-8")


COMPANY = """\
[theme]
language = "de"
[theme.light]
curve = "#8a1c5b"
[theme.words]
Doing = "Was geschieht"
"""


def test_pictures_look_as_the_project_has_settled(run: Run, tmp_path: Path, kiosk: str) -> None:
    (tmp_path / "cxblueprint.toml").write_text(COMPANY, encoding="utf-8")
    picture = run("render", kiosk, "--view", "journey-map", "--output", "-").out
    assert ('lang="de"' in picture, "#8a1c5b" in picture, ">Was geschieht<" in picture) == (True, True, True)
    assert run("site", kiosk, "--output", "out").code == 0
    assert ">Was geschieht<" in (tmp_path / "out" / "journeys" / "buy.html").read_text(encoding="utf-8")
    assert "--cx-curve:#8a1c5b" in (tmp_path / "out" / "assets" / "cxblueprint.css").read_text(
        encoding="utf-8"
    )


def test_the_language_of_a_command_wins_over_that_of_the_project(
    run: Run, tmp_path: Path, kiosk: str
) -> None:
    (tmp_path / "cxblueprint.toml").write_text(COMPANY, encoding="utf-8")
    draw = ("render", kiosk, "--view", "journey-map", "--output", "-", "--theme", "light")
    picture = run(*draw, "--language", "fr").out
    assert ('lang="fr"' in picture, "#8a1c5b" in picture, ">Actions<" in picture) == (True, True, True)
    assert run(*draw, "--language", "english").err == (
        "error: language 'english': write a code such as 'de' or 'pt-BR'; shipped are ar, de, en, es, fr\n"
    )


@pytest.mark.parametrize(
    ("file", "settings", "message"),
    [
        ("cxblueprint.toml", "theme = 3", "error: cxblueprint.toml: theme wants a table, not 3\n"),
        (
            "cxblueprint.toml",
            "[theme.light]\nink = 'black'",
            "error: cxblueprint.toml: theme.light.ink is 'black': write a colour as #rrggbb or #rgb\n",
        ),
        (
            "pyproject.toml",
            "[tool.cxblueprint.theme]\nfont = ['Inter']",
            "error: pyproject.toml: tool.cxblueprint.theme: unknown key 'font', did you mean 'fonts'?\n",
        ),
    ],
)
@pytest.mark.parametrize("command", ["render", "site"])
def test_a_theme_that_means_nothing_ends_with_2(
    run: Run, tmp_path: Path, kiosk: str, file: str, settings: str, message: str, command: str
) -> None:
    (tmp_path / file).write_text(settings, encoding="utf-8")
    more = ["--view", "journey-map"] if command == "render" else []
    ended = run(command, kiosk, *more, "--output", "out.svg")
    assert (ended.code, ended.out, ended.err) == (2, "", message)
