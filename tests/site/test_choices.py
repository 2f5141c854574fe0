"""What a project chooses about its site: read, refused, and followed by pages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import cxblueprint as cx
from cxblueprint.errors import Location
from cxblueprint.site import Choices, Site, SourceLink, choices_from

LINK = "https://git.example/acme/blueprints/blob/main/{path}#L{line}"


def chosen(settings: object) -> Choices:
    return choices_from(settings, "site", root="/home/me/project", here="/home/me/project/docs")


def test_everything_is_chosen_unless_said() -> None:
    assert chosen({}) == Choices(None, None, None)


def test_what_is_chosen_keeps_our_order() -> None:
    made = chosen({"parts": ["teams", "journeys"], "views": ["silos", "journey-map"], "source-link": LINK})
    assert (made.parts, made.views) == (("journeys", "teams"), ("journey-map", "silos"))
    assert made.source_link == SourceLink(LINK, "/home/me/project", "/home/me/project/docs")


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ([], "site wants a table with parts, views, source-link, not []"),
        ({"part": []}, "site: unknown key 'part', did you mean 'parts'?"),
        ({"parts": "teams"}, "site.parts wants a list of parts, not 'teams': "),
        ({"parts": ["teems"]}, "site.parts: there is no part 'teems', did you mean 'teams'?: "),
        ({"parts": [3]}, "site.parts: there is no part 3: "),
        (
            {"views": ["silo"]},
            "site.views: there is no view 'silo', did you mean 'silos'?: ",
        ),
        ({"source-link": 3}, "site.source-link wants an address, such as 'https://git.example/"),
        (
            {"source-link": "git@x:{path}"},
            "site.source-link: 'git@x:{path}' is no address of the web, ",
        ),
        (
            {"source-link": "https:{path}"},
            "site.source-link: 'https:{path}' is no address of the web, ",
        ),
        (
            {"source-link": "https://x.example/"},
            "site.source-link: 'https://x.example/' has no '{path}'",
        ),
        (
            {"source-link": "https://x.example/{file}"},
            "site.source-link: nothing is known for '{file}' in 'https://x.example/{file}': there are {path}",
        ),
    ],
)
def test_what_means_nothing_is_refused(settings: object, said: str) -> None:
    with pytest.raises(cx.UsageError) as refused:
        chosen(settings)
    assert str(refused.value).startswith(said)


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("shop.yaml", "docs/shop.yaml"),
        ("../blueprints/a shop.yaml", "blueprints/a%20shop.yaml"),
        ("/home/me/project/shop.yaml", "shop.yaml"),
        ("../../elsewhere.yaml", None),
        ("/etc/shop.yaml", None),
    ],
)
def test_a_link_to_a_file_starts_at_the_settings_and_not_where_the_command_runs(
    path: str, address: str | None
) -> None:
    link = SourceLink("https://x.example/{path}#L{line}", "/home/me/project", "/home/me/project/docs")
    found = link.to(Location(path, 7, 3))
    assert found == (f"https://x.example/{address}#L7" if address else None)


def test_findings_lead_to_where_they_are_written(site_of: Callable[..., Site]) -> None:
    site = site_of(source_link=LINK)
    written = 'href="https://git.example/acme/blueprints/blob/main/bakery.yaml#L'
    assert written in site.pages["findings.md"].markdown
    assert written in site.pages["journeys/buy-bread.md"].markdown


# In the settings of a project

JOURNEY = """\
id: kiosk
title: A kiosk
teams: [{id: service, name: Service}]
touchpoints: [{id: window, name: The window}]
journeys:
  - {id: buy, name: Buy a paper, stages: [{name: Buy, steps: [{touchpoint: window, emotion: 1}]}]}
"""
SETTINGS = f"""\
[site]
parts = ["journeys", "findings"]
views = ["journey-map"]
source-link = "{LINK}"
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with settings, and a folder in it where commands run."""
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "kiosk.yaml").write_text(JOURNEY, encoding="utf-8")
    (tmp_path / "cxblueprint.toml").write_text(SETTINGS, encoding="utf-8")
    (tmp_path / "inner").mkdir()
    monkeypatch.chdir(tmp_path / "inner")
    return tmp_path


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    """Run the command and return its exit code and what it printed."""
    from cxblueprint.cli import main

    def call(*words: str) -> tuple[object, str]:
        monkeypatch.setattr("sys.argv", ["cxblueprint", *words])
        with pytest.raises(SystemExit) as ended:
            main()
        said = capsys.readouterr()
        return ended.value.code, said.out + said.err

    return call


@pytest.mark.parametrize(("words", "suffix"), [((), "html"), (("--format", "markdown"), "md")])
def test_a_site_has_the_parts_pictures_and_links_that_are_settled(
    run: Callable[..., Any], project: Path, words: tuple[str, ...], suffix: str
) -> None:
    assert run("site", "../plans", "--output", "out", *words)[0] == 0

    out = project / "inner" / "out"
    pages = {path.relative_to(out).as_posix() for path in out.rglob(f"*.{suffix}")}
    assert {page for page in pages if not page.startswith(("rules", "404"))} == {
        f"index.{suffix}", f"journeys/buy.{suffix}", f"findings.{suffix}",
    }  # fmt: skip
    assert [path.name for path in (out / "journeys").glob("*.svg")] == ["buy.journey-map.svg"]
    findings = (out / f"findings.{suffix}").read_text(encoding="utf-8")
    assert 'href="https://git.example/acme/blueprints/blob/main/plans/kiosk.yaml#L4"' in findings


def test_settings_that_mean_nothing_are_one_message(run: Callable[..., Any], project: Path) -> None:
    settings = project / "cxblueprint.toml"
    settings.write_text('[site]\nparts = ["journeyz"]\n', encoding="utf-8")
    code, said = run("site", "../plans", "--output", "out")
    assert (code, said.count("\n")) == (2, 1)
    assert "cxblueprint.toml: site.parts: there is no part 'journeyz', did you mean 'journeys'?" in said


def test_settings_that_are_no_table_are_one_message(run: Callable[..., Any], project: Path) -> None:
    (project / "cxblueprint.toml").write_text("site = 3\n", encoding="utf-8")
    code, said = run("site", "../plans", "--output", "out")
    assert (code, said.count("\n")) == (2, 1)
    assert "cxblueprint.toml: site wants a table, not 3" in said
