"""Everything that tests are written with is had by one import that costs next to nothing."""

from __future__ import annotations

import ast
import doctest
import importlib
import inspect
import subprocess
import sys
from pathlib import Path

import pytest

from cxblueprint import testing
from cxblueprint.testing import strategies


def test_what_type_checkers_see_is_what_is_there() -> None:
    tree = ast.parse(Path(str(testing.__file__)).read_text(encoding="utf-8"))
    block = next(node for node in tree.body if isinstance(node, ast.If))
    seen = {alias.name for node in block.body if isinstance(node, ast.ImportFrom) for alias in node.names}

    assert sorted(seen) == sorted(testing.__all__)
    assert set(strategies.__all__) <= seen


@pytest.mark.parametrize("name", testing.__all__)
def test_every_name_is_there_listed_and_documented(name: str) -> None:
    assert inspect.getdoc(getattr(testing, name))
    assert name in dir(testing)


def test_an_unknown_name_is_no_attribute() -> None:
    with pytest.raises(AttributeError, match=r"^module 'cxblueprint.testing' has no attribute 'moods'$"):
        _ = testing.moods  # type: ignore[attr-defined]


def test_importing_it_loads_nothing_of_what_it_offers() -> None:
    statements = (
        "import sys, cxblueprint.testing\n"
        "print(sorted(name for name in sys.modules if name.startswith('cxblueprint.')),"
        " {'pydantic', 'hypothesis'} & {*sys.modules})"
    )

    output = subprocess.check_output([sys.executable, "-I", "-c", statements], text=True)

    assert output == "['cxblueprint._version', 'cxblueprint.testing'] set()\n"


def test_no_module_takes_the_place_of_a_name() -> None:
    for path in Path(str(testing.__file__)).parent.glob("*.py"):
        importlib.import_module(f"cxblueprint.testing.{path.stem}".removesuffix(".__init__"))

    assert callable(testing.blueprints)
    assert [name for name in testing.__all__ if inspect.ismodule(getattr(testing, name))] == []


@pytest.mark.parametrize("name", ["making"])
def test_the_examples_in_its_docstrings_hold(name: str) -> None:
    failed, tried = doctest.testmod(importlib.import_module(f"cxblueprint.testing.{name}"))

    assert (failed, tried > 0) == (0, True)
