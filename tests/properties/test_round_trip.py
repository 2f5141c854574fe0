"""What is written reads back as the same blueprint, however it is written and however it is split."""

from __future__ import annotations

import functools
import json
import pickle
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import cxblueprint as cx
from cxblueprint.model import COLLECTIONS, origin_of
from cxblueprint.testing.strategies import blueprints

FORMATS = ("yaml", "json")


@pytest.mark.parametrize("format_", FORMATS)
@given(blueprint=blueprints(messy=True))
def test_what_is_written_reads_back_the_same(
    blueprint: cx.Blueprint, format_: Literal["yaml", "json"]
) -> None:
    assert cx.loads(cx.dumps(blueprint, format_), format=format_) == blueprint


@pytest.mark.parametrize("format_", FORMATS)
@given(blueprint=blueprints(messy=True))
def test_there_is_one_way_to_write_a_blueprint(
    blueprint: cx.Blueprint, format_: Literal["yaml", "json"]
) -> None:
    written = cx.dumps(blueprint, format_)

    assert cx.dumps(cx.loads(written, format=format_), format_) == written


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])  # each example has a folder of its own
@given(blueprint=blueprints(), splits=st.lists(st.integers(0, 3), min_size=30, max_size=30))
def test_a_blueprint_split_into_files_is_the_same_blueprint(
    blueprint: cx.Blueprint, splits: list[int], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("split")
    write_split(blueprint, splits, folder)

    assert cx.load(folder) == blueprint


def write_split(blueprint: cx.Blueprint, splits: list[int], folder: Path) -> None:
    """Write a blueprint as up to four files; each collection is divided between one of them and the next."""
    whole = json.loads(cx.dumps(blueprint, "json"))
    files: list[dict[str, object]] = [{} for _ in range(5)]
    files[splits[-1]] = {name: value for name, value in whole.items() if name not in COLLECTIONS}
    for name, split in zip(COLLECTIONS, splits, strict=False):
        elements = whole.get(name, [])
        middle = len(elements) // 2
        files[split][name] = elements[:middle]
        files[split + 1][name] = elements[middle:]
    for number, content in enumerate(files):
        if content:
            (folder / f"{number}.json").write_text(json.dumps(content), encoding="utf-8")


@given(blueprint=blueprints(messy=True))
def test_a_pickled_blueprint_is_the_same_and_leaves_its_origin_behind(blueprint: cx.Blueprint) -> None:
    read = cx.loads(cx.dumps(blueprint, "json"), format="json")

    copied = pickle.loads(pickle.dumps(read))  # noqa: S301  # our own

    assert copied == blueprint
    assert origin_of(read) is not None
    assert origin_of(copied) is None


@given(blueprint=blueprints(messy=True))
def test_the_schema_takes_every_file_that_is_written(blueprint: cx.Blueprint) -> None:
    jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is not installed")
    validator = jsonschema.Draft202012Validator(schema())

    complaints = validator.iter_errors(json.loads(cx.dumps(blueprint, "json")))

    assert [complaint.message for complaint in complaints] == []


@functools.cache
def schema() -> dict[str, object]:
    return cx.schema(whole=True)
