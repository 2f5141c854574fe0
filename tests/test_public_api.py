from __future__ import annotations

import ast
import inspect
import subprocess
import sys
from pathlib import Path

import pytest

import cxblueprint as cx


def names_for_type_checkers() -> set[str]:
    """Return what `__init__` imports for type checkers alone."""
    tree = ast.parse(Path(cx.__file__).read_text(encoding="utf-8"))
    block = next(node for node in tree.body if isinstance(node, ast.If))
    return {alias.name for node in block.body if isinstance(node, ast.ImportFrom) for alias in node.names}


def test_what_type_checkers_see_is_what_is_there() -> None:
    assert {*names_for_type_checkers(), "__version__"} == set(cx.__all__)


@pytest.mark.parametrize("name", cx.__all__)
def test_every_public_name_is_there_and_documented(name: str) -> None:
    thing = getattr(cx, name)
    assert isinstance(thing, str) or inspect.getdoc(thing)


def test_every_public_name_is_listed_by_dir() -> None:
    assert set(cx.__all__) <= set(dir(cx))


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match=r"^module 'cxblueprint' has no attribute 'jorney'$"):
        _ = cx.jorney  # type: ignore[attr-defined]


def test_a_public_function_outlives_the_import_of_every_module() -> None:
    code = (
        "import pkgutil, importlib, cxblueprint as cx\n"
        "for found in pkgutil.iter_modules(cx.__path__):\n"
        "    if found.name not in ('__main__', 'mkdocs_plugin'):\n"
        "        importlib.import_module('cxblueprint.' + found.name)\n"
        "assert callable(cx.load) and callable(cx.check) and callable(cx.render) and callable(cx.schema)\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_the_version_is_the_distribution_s() -> None:
    from importlib.metadata import version

    assert version("experience-blueprint") == cx.__version__
