"""Which files make up a blueprint: one rule runs, so that each blueprint is one test."""

from __future__ import annotations

import pytest

from cxblueprint.errors import LoadError
from cxblueprint.loading import load

from .conftest import CLEAN, MESSY, Project

PART = "touchpoints:\n  - {id: door, name: The door, owner: service}\n"
MESSY_PART = "touchpoints:\n  - {id: door, name: The door}\n"
OTHER = CLEAN.replace("kiosk", "shop")


@pytest.fixture(autouse=True)
def one_rule(project: Project) -> None:
    project.write("cxblueprint.toml", 'select = ["OWN001"]\n')


def test_a_file_is_a_blueprint(project: Project) -> None:
    project.write("kiosk.yaml")
    project.write("shop.json", '{"id": "shop", "title": "Shop", "touchpoints": [{"id": "a", "name": "A"}]}')
    assert project.outcomes() == {"kiosk.yaml::ownership": "passed", "shop.json::ownership": "failed"}


def test_a_folder_with_one_head_is_a_blueprint(project: Project) -> None:
    project.write("kiosk/blueprint.yaml")
    project.write("kiosk/more/deep/door.yml", MESSY_PART)
    project.write("kiosk/README.md", "# About it\n")
    project.write("kiosk/more/folder.yaml/README.md", "# Just a folder\n")
    assert project.outcomes() == {"kiosk/blueprint.yaml::ownership": "failed"}


def test_a_folder_is_read_as_the_command_reads_it_with_whatever_is_in_it(project: Project) -> None:
    project.write("kiosk/blueprint.yaml")
    project.write("kiosk/door.yaml", PART)
    project.write("kiosk/prices.yaml", "prices: []\n")
    assert project.outcomes() == {"kiosk/blueprint.yaml::loading": "failed"}


def test_a_head_without_parts_is_read_alone(project: Project) -> None:
    project.write("blueprint.yaml")
    project.write("mkdocs.yml", "site_name: docs\n")
    project.write("package.json", '{"name": "a"}')
    project.write("docs/broken.yaml", "a: [\n")
    assert project.outcomes() == {"blueprint.yaml::ownership": "passed"}


def test_a_scrap_belongs_to_the_head_beside_it_and_to_none_further_up(project: Project) -> None:
    project.write("kiosk/blueprint.yaml")
    project.write("kiosk/more.yaml", "title: Another title\n")
    project.write("shop/blueprint.yaml", OTHER)
    project.write("shop/data/more.yaml", "title: Of something else\n")
    assert project.outcomes() == {
        "kiosk/blueprint.yaml::loading": "failed",
        "shop/blueprint.yaml::ownership": "passed",
    }


def test_a_scrap_alone_is_left_alone_unless_named(project: Project) -> None:
    project.write("scrap.yaml", "title: Of something else\ntags: []\n")
    assert (project.outcomes(), project.outcomes("scrap.yaml")) == ({}, {"scrap.yaml::loading": "failed"})


def test_heads_side_by_side_are_blueprints_by_themselves(project: Project) -> None:
    project.write("all/kiosk.yaml")
    project.write("all/shop.yaml", OTHER.replace(", owner: service", ""))
    assert project.outcomes() == {"all/kiosk.yaml::ownership": "passed", "all/shop.yaml::ownership": "failed"}


def test_a_folder_with_a_head_of_its_own_belongs_to_no_other(project: Project) -> None:
    project.write("kiosk/blueprint.yaml")
    project.write("kiosk/door.yaml", PART)
    project.write("kiosk/inner/shop/blueprint.yaml", OTHER)
    project.write("kiosk/inner/shop/door.yaml", MESSY_PART)
    assert project.outcomes() == {
        "kiosk/blueprint.yaml::ownership": "passed",
        "kiosk/inner/shop/blueprint.yaml::ownership": "failed",
    }


def test_a_part_beside_two_heads_is_complained_of(project: Project) -> None:
    project.write("all/kiosk.yaml")
    project.write("all/shop.yaml", OTHER)
    project.write("all/door.yaml", PART)
    said = "is a part of 'all/kiosk.yaml' or 'all/shop.yaml', and does not say of which"
    hint = "give each blueprint a folder of its own"
    assert f"all/door.yaml:1:1: {said}: {hint}\n" in project.printed("--cxblueprint")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("teams: []\nroles: []\n", {"lost.yaml::loading": "failed"}),
        ("id: lost\nteams: [\n", {"lost.yaml::loading": "failed"}),
        ("policies: []\n", {}),  # so are files of other tools
    ],
)
def test_parts_without_a_head_are_complained_of_where_they_can_be_nothing_else(
    project: Project, text: str, expected: dict[str, str]
) -> None:
    project.write("lost.yaml", text)
    assert project.outcomes() == expected


def test_a_part_that_is_named_stands_for_its_blueprint(project: Project) -> None:
    project.write("kiosk/blueprint.yaml")
    project.write("kiosk/more/door.yaml", MESSY_PART)
    assert project.outcomes("kiosk/more/door.yaml") == {"kiosk/more/door.yaml::ownership": "failed"}


def test_a_part_without_a_head_that_is_named_is_complained_of(project: Project) -> None:
    project.write("lost.yaml", PART)
    assert project.outcomes("lost.yaml") == {"lost.yaml::loading": "failed"}


def test_nothing_above_the_folder_of_the_project_belongs_to_it(project: Project) -> None:
    project.write("blueprint.yaml")
    project.write("inner/door.yaml", MESSY_PART + "teams: []\n")
    assert project.outcomes("--rootdir=inner", "inner") == {"door.yaml::loading": "failed"}


def test_nothing_above_a_folder_outside_of_the_project_belongs_to_it(project: Project) -> None:
    project.write("blueprint.yaml")
    project.write("inner/door.yaml", MESSY_PART + "teams: []\n")
    (project.folder / "project").mkdir()
    assert [*project.outcomes("--rootdir=project", "inner").values()] == ["failed"]


def test_files_are_read_in_the_order_in_which_the_command_reads_them(project: Project) -> None:
    project.write("kiosk/b.yaml", "id: kiosk\ntitle: A kiosk\n")
    project.write("kiosk/c/z.yaml", "teams: [{id: a, name: A}]\n")
    project.write("kiosk/d.yaml", "teams: [{id: a, name: A}]\n")
    project.write("kiosk/C.yaml", "teams: [{id: a, name: A}]\n")
    with pytest.raises(LoadError) as caught:
        load("kiosk")
    assert f"\n{caught.value}\n" in project.printed("--cxblueprint")


def test_hidden_files_are_left_alone_unless_named(project: Project) -> None:
    project.write(".kiosk.yaml")
    project.write(".hidden/kiosk.yaml")
    assert project.outcomes() == {}
    assert project.outcomes(".kiosk.yaml") == {".kiosk.yaml::ownership": "passed"}


def test_what_pytest_leaves_alone_is_left_alone(project: Project) -> None:
    project.write("kiosk/blueprint.yaml")
    project.write("kiosk/node_modules/door.yaml", MESSY_PART)
    project.write("kiosk/door.yaml", MESSY_PART)
    project.write("old/blueprint.yaml", OTHER)
    project.write("node_modules/blueprint.yaml", OTHER)
    assert project.outcomes("--ignore=old", "--ignore=kiosk/door.yaml") == {
        "kiosk/blueprint.yaml::ownership": "passed"
    }


@pytest.mark.parametrize("name", ["ein Büdchen/ein Büdchen.yaml", "亭/報.YML", "a [b] (c)/d.Json"])
def test_names_may_have_any_letters(project: Project, name: str) -> None:
    project.write(name, '{"id": "kiosk", "title": "A kiosk"}')
    assert project.outcomes() == {f"{name}::ownership": "passed"}


def test_a_link_to_a_file_is_a_file(project: Project) -> None:
    file = project.write("elsewhere/kiosk.txt", MESSY)
    linked(project, "blueprints/kiosk.yaml", str(file))
    assert project.outcomes() == {"blueprints/kiosk.yaml::ownership": "failed"}


def test_links_in_a_circle_end(project: Project) -> None:
    project.write("kiosk/blueprint.yaml")
    project.write("kiosk/parts/door.yaml", PART)
    linked(project, "kiosk/parts/again", "..")
    assert project.outcomes("kiosk/blueprint.yaml") == {"kiosk/blueprint.yaml::ownership": "passed"}


def test_a_folder_without_blueprints_has_no_tests(project: Project) -> None:
    (project.folder / "empty").mkdir()
    assert project.outcomes("empty") == {}


def linked(project: Project, name: str, target: str) -> None:
    place = project.folder / name
    place.parent.mkdir(parents=True, exist_ok=True)
    try:
        place.symlink_to(target)
    except OSError as error:  # Windows wants a right for it
        pytest.skip(f"links cannot be made here: {error}")
