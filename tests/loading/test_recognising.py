from __future__ import annotations

from pathlib import Path

import pytest

from cxblueprint.loading import Glance, Limits, glance_at
from cxblueprint.loading.recognising import glance, root_keys

HEAD, SURE, PART, NEITHER = (
    Glance("head", is_sure=True),
    Glance("part", is_sure=True),
    Glance("part"),
    Glance(),
)


@pytest.mark.parametrize(
    "text",
    [
        "id: kiosk\ntitle: A kiosk\n",
        "title: A kiosk\r\nid: kiosk\r\nteams: []\r\n",
        "# A kiosk\n%YAML 1.2\n---\nid: kiosk\n\n'title' : A kiosk\n...\n",
        "  id: kiosk\n  title: indented\n",
        'id: kiosk\n"title": A kiosk\nteams: []\nsurprise: 1\n',
        "id: kiosk\ntitel: misspelt\njournies: []\n",
        "id: kiosk\ntitle: broken: here\n  teams: [\n",
        "{'id': kiosk, 'title': x}",
        "{id: kiosk, title: 'A kiosk, {by} the sea', teams: [{id: a, name: Don't}]}",
        '{"id": "kiosk", "title": "a \\"brace\\" }", "purpose": "x", "extra": {"a": [1, {"b": 2}]}}',
        '{\n\t"teams": [{"id": "a"}],\n\t"id": "kiosk",\n\t"title": "last"\n}',
        "x-anchors: {a: 1}\nid: kiosk\ntitle: A kiosk\n",
    ],
)
def test_what_says_an_id_and_a_title_among_root_keys_of_ours_is_a_head(text: str) -> None:
    assert glance(text.encode()) == HEAD


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
def test_a_head_is_recognised_in_every_encoding_even_where_the_loader_refuses_it(codec: str) -> None:
    assert glance("id: kiosk\ntitle: Ein Büdchen\n".encode(codec)) == HEAD


def test_a_head_in_an_encoding_that_nobody_knows_is_recognised() -> None:
    assert glance("id: kiosk\ntitle: Ein Büdchen\n".encode("latin-1")) == HEAD


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("teams: []\n", PART),
        ("teams: []\nroles: []\n", SURE),
        ("id: kiosk\nteams: []\n", SURE),
        ("journies: []\n", PART),
        ("purpose: to be there\n", PART),
        ("x-people: &a {}\nteams: []\n", PART),
        ('{"touchpoints": []}', PART),
        ("teams: []\nroles: [\nsurprise: 1", SURE),
    ],
)
def test_what_lists_things_of_ours_is_a_part(text: str, expected: Glance) -> None:
    assert glance(text.encode()) == expected


@pytest.mark.parametrize("text", ["tags: [a]\nlinks: []\n", "title: Alone\n", '{"id": 4}'])
def test_what_says_only_what_others_say_too_is_a_scrap(text: str) -> None:
    assert glance(text.encode()) == Glance("scrap")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# nothing\n",
        "- id: kiosk\n  title: a list\n",
        "just text",
        "name: ci\non: [push]\njobs: {}\n",
        "name: env\nchannels: [conda-forge]\ndependencies: []\n",
        '{"id": "a", "title": "A schema", "type": "object", "properties": {"teams": {}}}',
        '{"name": "a", "version": "1", "description": "id and title", "private": {"id": 1, "title": 2}}',
        "version: 2\nservices: {id: 1, title: 2}\n",
        "site_name: docs\nplugins: []\n---\nid: kiosk\ntitle: a second document\n",
        '[{"id": "a", "title": "b"}]',
        "openapi: 3.1.0\ninfo:\n  id: a\n  title: b\n",
        "{% if id %}\nid: a\n{% endif %}\n",
    ],
)
def test_everything_else_is_neither(text: str) -> None:
    assert glance(text.encode()) == NEITHER


def test_no_more_root_keys_are_looked_at_than_make_sense() -> None:
    assert len(root_keys("".join(f"key{number}: 1\n" for number in range(1000)))) == 60


@pytest.mark.parametrize(
    "text",
    ['{"' + '\\"' * 200_000, "{" * 400_000, "a" + " " * 400_000, "'" * 400_000, "{a: '" + "''" * 200_000],
)
def test_a_hostile_text_is_looked_at_once(text: str) -> None:
    assert glance(text.encode()) == NEITHER


def test_a_file_that_begins_with_something_of_ours_is_looked_at_whole(tmp_path: Path) -> None:
    file = tmp_path / "large.yaml"
    file.write_text(
        "teams:\n" + "  - {id: a, name: A}\n" * 10_000 + "id: large\ntitle: Large\n", encoding="utf-8"
    )
    assert glance_at(file) == HEAD


def test_a_large_file_that_begins_with_something_else_is_not_read_on(tmp_path: Path) -> None:
    file = tmp_path / "large.yaml"
    file.write_text("records:\n" + "  - {id: a}\n" * 10_000 + "teams: []\nroles: []\n", encoding="utf-8")
    assert glance_at(file) == NEITHER


def test_a_file_is_looked_at_as_far_as_it_would_be_read(tmp_path: Path) -> None:
    file = tmp_path / "large.yaml"
    file.write_text(
        "teams:\n" + "  - {id: a, name: A}\n" * 10_000 + "id: large\ntitle: Large\n", encoding="utf-8"
    )
    assert glance_at(file, Limits(file_bytes=100_000)) == PART


def test_what_cannot_be_opened_is_neither(tmp_path: Path) -> None:
    assert (glance_at(tmp_path / "nothing.yaml"), glance_at(tmp_path)) == (NEITHER, NEITHER)
