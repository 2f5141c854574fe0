from __future__ import annotations

import pytest

from cxblueprint.site.writing.addresses import page_path, relative_path, relative_url


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("index.md", "journeys/get-help.md", "journeys/get-help.md"),
        ("journeys/get-help.md", "touchpoints/hotline.md", "../touchpoints/hotline.md"),
        ("journeys/get-help.md", "journeys/move.md", "move.md"),
        ("gallery/bank/findings.md", "rules/reporting-loop.md", "../../rules/reporting-loop.md"),
    ],
)
def test_a_page_refers_to_another_by_the_way_between_their_files(
    source: str, target: str, expected: str
) -> None:
    assert relative_path(source, target) == expected


@pytest.mark.parametrize(
    ("source", "target", "in_folders", "as_files"),
    [
        ("index.md", "journeys/get-help.md", "journeys/get-help/", "journeys/get-help.html"),
        (
            "journeys/get-help.md",
            "touchpoints/hotline.md",
            "../../touchpoints/hotline/",
            "../touchpoints/hotline.html",
        ),
        ("journeys/get-help.md", "journeys/move.md", "../move/", "move.html"),
        ("journeys/get-help.md", "index.md", "../../", "../index.html"),
        ("touchpoints/index.md", "touchpoints/hotline.md", "hotline/", "hotline.html"),
        ("touchpoints/hotline.md", "touchpoints/index.md", "../", "index.html"),
        ("index.md", "index.md", "./", "index.html"),
        ("journeys/get-help.md", "journeys/get-help/map.svg", "map.svg", "get-help/map.svg"),
        ("journeys/get-help.md", "journeys/get-help.map.svg", "../get-help.map.svg", "get-help.map.svg"),
    ],
)
def test_a_published_page_leads_to_another_in_both_ways_of_publishing(
    source: str, target: str, in_folders: str, as_files: str
) -> None:
    assert relative_url(source, target, directory_urls=True) == in_folders
    assert relative_url(source, target, directory_urls=False) == as_files


@pytest.mark.parametrize("name", ["index", "con", "aux", "lpt9"])
def test_an_id_that_is_no_name_for_a_file_gets_one_that_no_id_can_have(name: str) -> None:
    assert page_path("a/b", "touchpoints", name) == f"a/b/touchpoints/{name}_.md"


def test_other_ids_are_the_names_of_their_pages() -> None:
    assert page_path("", "touchpoints", "hotline") == "touchpoints/hotline.md"
