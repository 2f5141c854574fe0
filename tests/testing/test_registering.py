"""Hypothesis knows how every model of ours is made, as soon as it is imported."""

from __future__ import annotations

import subprocess
import sys
from importlib import metadata
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

import cxblueprint as cx
from cxblueprint import model
from cxblueprint.model import COLLECTIONS, Declared, Element, Part
from cxblueprint.testing.registering import models, register

register()


@pytest.mark.parametrize("wanted", models(), ids=lambda one: str(one.__name__))
@settings(max_examples=10)
@given(data=st.data())
def test_each_model_is_made_by_its_type(wanted: type[Any], data: st.DataObject) -> None:
    assert type(data.draw(st.from_type(wanted))) is wanted


@pytest.mark.parametrize("base", [Part, Element, Declared])
@settings(max_examples=10, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_what_models_have_in_common_is_made_as_one_of_them(base: type[Any], data: st.DataObject) -> None:
    made = data.draw(st.from_type(base))

    assert isinstance(made, base)
    assert type(made) in models()


@given(blueprint=...)
def test_a_test_need_only_name_the_type(blueprint: cx.Blueprint) -> None:
    assert isinstance(blueprint, cx.Blueprint)


def test_no_model_is_left_out() -> None:
    public = {name for name in cx.__all__ if isinstance(one := getattr(cx, name), type) and _is_data(one)}

    assert public <= {one.__name__ for one in models()}
    assert {*COLLECTIONS.values(), cx.Blueprint, cx.Duration, cx.Step} <= {*models()}


def _is_data(one: type[Any]) -> bool:
    return issubclass(one, BaseModel) or one in (
        cx.Cadence,
        cx.Duration,
        cx.Figure,
        cx.OpeningHours,
        cx.Scale,
        cx.Target,
    )


def test_hypothesis_finds_the_registration_by_its_entry_point() -> None:
    (point,) = (
        one for one in metadata.entry_points(group="hypothesis") if one.value.startswith("cxblueprint.")
    )

    assert point.load() is register


def test_importing_hypothesis_brings_the_vocabulary_and_nothing_more() -> None:
    statements = (
        "import sys, hypothesis\n"
        "ours = {name.split('.')[1] for name in sys.modules if name.startswith('cxblueprint.')}\n"
        "print(sorted(ours), 'cxblueprint.testing.strategies.elements' in sys.modules)"
    )

    output = subprocess.check_output([sys.executable, "-I", "-c", statements], text=True)

    assert output == "['_version', 'errors', 'model', 'notebook', 'testing'] False\n"


def test_a_type_of_ours_is_made_in_a_program_that_imports_hypothesis_alone() -> None:
    statements = (
        "from hypothesis import find, strategies as st\n"
        "import cxblueprint as cx\n"
        "print(find(st.from_type(cx.Blueprint), lambda _: True).id)"
    )

    assert subprocess.check_output([sys.executable, "-I", "-c", statements], text=True) == "a\n"


def test_every_kind_of_value_is_registered() -> None:
    values = [one for one in vars(model).values() if isinstance(one, type) and hasattr(one, "parse")]

    assert values
    assert [one for one in values if one not in models()] == []
