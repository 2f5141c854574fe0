"""What is written reads back as the same blueprint, however it is written and however it is split."""

from __future__ import annotations

import functools
import json
import pickle
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Literal, TypeAlias

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import cxblueprint as cx
from cxblueprint.model import origin_of
from cxblueprint.testing.strategies import blueprints

from .splitting import write_split

FORMATS = ("yaml", "json")
ANY = blueprints(messy=True)
SPLITS = st.lists(st.integers(0, 3), min_size=30, max_size=30)


@pytest.mark.parametrize("format_", FORMATS)
@given(blueprint=ANY)
def test_what_is_written_reads_back_the_same(
    blueprint: cx.Blueprint, format_: Literal["yaml", "json"]
) -> None:
    assert cx.loads(cx.dumps(blueprint, format_), format=format_) == blueprint


@pytest.mark.parametrize("format_", FORMATS)
@given(blueprint=ANY)
def test_there_is_one_way_to_write_a_blueprint(
    blueprint: cx.Blueprint, format_: Literal["yaml", "json"]
) -> None:
    written = cx.dumps(blueprint, format_)

    assert cx.dumps(cx.loads(written, format=format_), format_) == written


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])  # each example has a folder of its own
@given(blueprint=ANY, splits=SPLITS)
def test_a_blueprint_split_into_files_is_the_same_blueprint(
    blueprint: cx.Blueprint, splits: list[int], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("split")
    write_split(blueprint, splits, folder)

    assert cx.load(folder) == blueprint


Told: TypeAlias = tuple[str, str, int, str]
"""What is found, in which format, in which column, and the line as it stands there."""


def lines_of(found: Iterable[cx.Finding]) -> Iterator[Told]:
    """Yield where each finding is told, but for those of the blueprint, which is in no one place."""
    for finding in found:
        place = finding.location
        assert place is not None
        if finding.subject.kind != "blueprint":
            path = Path(place.path)
            line = path.read_text(encoding="utf-8").split("\n")[place.line - 1]
            form = "json" if path.suffix == ".json" else "yaml"
            yield finding.fingerprint, form, place.column, line.rstrip(",")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])  # each example has a folder of its own
@given(blueprint=ANY, splits=SPLITS)
def test_a_blueprint_split_into_files_has_the_same_findings_at_the_same_places(
    blueprint: cx.Blueprint, splits: list[int], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("split")
    write_split(blueprint, splits, folder)
    wholes: list[Told] = []
    for format_ in FORMATS:
        cx.dump(blueprint, whole := tmp_path_factory.mktemp("whole") / f"whole.{format_}")
        wholes += lines_of(cx.check(cx.load(whole), profile="exemplary").found)

    found = cx.check(cx.load(folder), profile="exemplary").found

    assert Counter(replace(one, location=None) for one in found) == Counter(
        cx.check(blueprint, profile="exemplary").found
    )
    assert set(lines_of(found)) <= set(wholes)


@given(blueprint=ANY)
def test_a_pickled_blueprint_is_the_same_and_leaves_its_origin_behind(blueprint: cx.Blueprint) -> None:
    read = cx.loads(cx.dumps(blueprint, "json"), format="json")

    copied = pickle.loads(pickle.dumps(read))  # noqa: S301  # our own

    assert copied == blueprint
    assert origin_of(read) is not None
    assert origin_of(copied) is None


@given(blueprint=ANY)
def test_the_schema_takes_every_file_that_is_written(blueprint: cx.Blueprint) -> None:
    jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is not installed")
    validator = jsonschema.Draft202012Validator(schema())

    complaints = validator.iter_errors(json.loads(cx.dumps(blueprint, "json")))

    assert [complaint.message for complaint in complaints] == []


@functools.cache
def schema() -> dict[str, object]:
    return cx.schema(whole=True)
