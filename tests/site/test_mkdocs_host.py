"""A site from blueprint files alone: what is written, what is left alone, what is refused."""

from __future__ import annotations

import datetime as dt
import json
import socket
from collections.abc import Iterator
from importlib import util
from pathlib import Path

import pytest

import cxblueprint as cx
from cxblueprint import mkdocs_host
from cxblueprint.checks import Flaw, rule
from cxblueprint.folders import MANIFEST, SiteResult
from cxblueprint.judging import Judging
from cxblueprint.mkdocs_host import build_site

BREAD = """
id: bakery
title: The bakery
teams: [{id: front, name: Front of house}]
touchpoints: [{id: counter, name: The counter, owner: front}]
"""


@pytest.fixture
def bread(tmp_path: Path) -> Path:
    """A blueprint in a file."""
    file = tmp_path / "bread.yaml"
    file.write_text(BREAD, encoding="utf-8")
    return file


def names_in(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_a_site_is_written_and_can_be_opened(bread: Path, tmp_path: Path) -> None:
    output = tmp_path / "deep" / "site"

    result = build_site([str(bread)], output)

    pages = len(list(output.rglob("*.html"))) - 1
    assert result == SiteResult(output, pages, output / "index.html")
    assert "The bakery" in (output / "index.html").read_text(encoding="utf-8")
    assert (output / "touchpoints" / "counter.html").is_file()
    assert names_in(tmp_path) == {"bread.yaml", "deep"}, "nothing else is left behind"
    assert names_in(tmp_path / "deep") == {"site"}


def test_the_site_needs_nothing_from_elsewhere(bread: Path, tmp_path: Path) -> None:
    build_site([str(bread)], tmp_path / "site")

    for page in (tmp_path / "site").rglob("*.html"):
        loaded = page.read_text(encoding="utf-8").replace('href="https://squidfunk.github.io', "")
        assert 'src="http' not in loaded, page
        assert 'rel="stylesheet" href="http' not in loaded, page
        assert "fonts.g" not in loaded, page


def test_the_manifest_lists_every_file(bread: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    build_site([str(bread)], site)

    listed = json.loads((site / MANIFEST).read_text(encoding="utf-8"))["files"]
    found = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    assert sorted([*listed, MANIFEST]) == found


def test_a_new_site_takes_the_place_of_the_old_one_and_leaves_what_is_not_ours(
    bread: Path, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    build_site([str(bread)], site)
    (site / "CNAME").write_text("example.org", encoding="utf-8")
    (site / "touchpoints" / "notes.txt").write_text("mine", encoding="utf-8")
    bread.write_text(BREAD.replace("counter", "window"), encoding="utf-8")

    build_site([str(bread)], site)

    assert {"window.html", "notes.txt"} <= names_in(site / "touchpoints")
    assert "counter.html" not in names_in(site / "touchpoints")
    assert (site / "CNAME").read_text(encoding="utf-8") == "example.org"


def test_a_folder_with_other_things_in_it_is_refused(bread: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "thesis.txt").write_text("ten years", encoding="utf-8")

    with pytest.raises(
        cx.UsageError, match="holds other things than a site of ours: choose another, or add --force"
    ):
        build_site([str(bread)], site)

    assert names_in(site) == {"thesis.txt"}


def test_force_writes_into_a_folder_with_other_things_and_keeps_them(bread: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    (site / "deep").mkdir(parents=True)
    (site / "deep" / "thesis.txt").write_text("ten years", encoding="utf-8")
    (site / "index.html").write_text("old", encoding="utf-8")

    build_site([str(bread)], site, force=True)

    assert (site / "deep" / "thesis.txt").read_text(encoding="utf-8") == "ten years"
    assert "The bakery" in (site / "index.html").read_text(encoding="utf-8")


def test_a_folder_that_holds_the_blueprint_is_no_place_for_its_site(bread: Path, tmp_path: Path) -> None:
    with pytest.raises(cx.UsageError, match=rf"the blueprint '{bread}' lies in it, choose another"):
        build_site([str(bread)], tmp_path, force=True)

    assert names_in(tmp_path) == {"bread.yaml"}


def test_a_site_never_becomes_a_part_of_the_blueprint(bread: Path, tmp_path: Path) -> None:
    with pytest.raises(cx.UsageError, match=rf"the blueprint '{tmp_path}' would then be read with it"):
        build_site([str(tmp_path)], tmp_path / "site")

    assert names_in(tmp_path) == {bread.name}


def test_a_blueprint_on_standard_input_could_be_read_but_once(tmp_path: Path) -> None:
    with pytest.raises(cx.UsageError, match="not standard input '-'"):
        build_site(["-"], tmp_path / "site")


def test_an_empty_folder_is_taken(bread: Path, tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()

    build_site([str(bread)], tmp_path / "site")

    assert (tmp_path / "site" / "index.html").is_file()


def test_a_file_is_no_place_for_a_site(bread: Path, tmp_path: Path) -> None:
    with pytest.raises(cx.UsageError, match="is no folder and cannot become one: the site needs a folder"):
        build_site([str(bread)], bread, force=True)

    assert bread.read_text(encoding="utf-8") == BREAD
    assert names_in(tmp_path) == {"bread.yaml"}


def test_what_is_no_blueprint_leaves_the_old_site_as_it_was(bread: Path, tmp_path: Path) -> None:
    build_site([str(bread)], tmp_path / "site")
    before = {path: path.read_bytes() for path in (tmp_path / "site").rglob("*") if path.is_file()}
    bread.write_text("id: bakery\ntitle: T\nteems: []", encoding="utf-8")

    with pytest.raises(cx.LoadError):
        build_site([str(bread)], tmp_path / "site")

    assert {path: path.read_bytes() for path in (tmp_path / "site").rglob("*") if path.is_file()} == before
    assert names_in(tmp_path) == {"bread.yaml", "site"}


def test_a_site_that_cannot_be_built_leaves_nothing(
    bread: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mkdocs_host, "material_settings", lambda: {"theme": {"name": "no-such-theme"}})

    with pytest.raises(cx.CxBlueprintError, match=r"the site cannot be built: .*no-such-theme"):
        build_site([str(bread)], tmp_path / "site")

    assert names_in(tmp_path) == {"bread.yaml"}


def test_the_day_decides_what_is_still_accepted(bread: Path, tmp_path: Path) -> None:
    allow = "allow: [{rule: OWN001, reason: it moves out, until: 2027-03-31}]"
    bread.write_text(f"id: b\ntitle: B\ntouchpoints: [{{id: t, name: T, {allow}}}]", encoding="utf-8")

    build_site([str(bread)], tmp_path / "site", judging=Judging(as_of=dt.date(2027, 4, 1)))

    assert "OWN001" in (tmp_path / "site" / "touchpoints" / "t.html").read_text(encoding="utf-8")


def test_an_unknown_profile_is_refused_before_anything_is_written(bread: Path, tmp_path: Path) -> None:
    with pytest.raises(cx.UsageError, match="there is no profile 'strict'"):
        build_site([str(bread)], tmp_path / "site", judging=Judging(profile="strict"))

    assert names_in(tmp_path) == {"bread.yaml"}


def test_without_the_extra_one_line_names_it(
    bread: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = util.find_spec
    monkeypatch.setattr(util, "find_spec", lambda name: None if name == "material" else found(name))

    with pytest.raises(
        cx.MissingExtraError,
        match=r"the site needs the extra `site`: pip install 'experience-blueprint\[site\]'",
    ):
        build_site([str(bread)], tmp_path / "site")


def test_the_same_blueprint_makes_the_same_pages(bread: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        build_site([str(bread)], tmp_path / name)

    one, two = (
        {
            path.relative_to(tmp_path / name).as_posix(): path.read_bytes()
            for path in (tmp_path / name).rglob("*.html")
        }
        for name in ("one", "two")
    )
    assert one == two


def test_an_address_that_is_taken_is_said_so(bread: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        with pytest.raises(
            cx.UsageError, match=rf"cannot listen at 127\.0\.0\.1:{port}: address already in use"
        ):
            mkdocs_host.serve_site([str(bread)], port=port)


def test_pictures_have_the_theme_that_was_given(tmp_path: Path) -> None:
    file = tmp_path / "bread.yaml"
    journey = "{id: buy, name: Buy, stages: [{name: Buy, steps: [{touchpoint: counter}]}]}"
    file.write_text(f"{BREAD}journeys: [{journey}]\n", encoding="utf-8")
    theme = cx.Theme(language="de", fonts=["Inter"], light={"ink": "#000"}, words={"Backstage": "Backstube"})

    build_site([str(file)], tmp_path / "site", theme=theme)

    page = (tmp_path / "site" / "journeys" / "buy.html").read_text(encoding="utf-8")
    css = (tmp_path / "site" / "assets" / "cxblueprint.css").read_text(encoding="utf-8")
    assert ">Kundenaktionen<" in page
    assert ("--cx-ink:#000000" in css, 'font-family:"Inter",Arial' in css) == (True, True)


def test_a_rule_without_its_file_is_refused(bread: Path, tmp_path: Path) -> None:
    @rule("ACME001", "acme-found", summary="found")
    def found(_graph: cx.Graph) -> Iterator[Flaw]:
        yield from ()

    with pytest.raises(cx.UsageError, match="by the files that hold them, not rule ACME001 itself"):
        build_site([str(bread)], tmp_path / "site", judging=Judging(own_rules=[found]))
