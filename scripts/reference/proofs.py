"""Whether what is named as a proof is there: names are looked up, commands are run.

A page is not looked for here: it is a link of the documentation, and every link of it is tried.
"""

from __future__ import annotations

import ast
import importlib
from collections.abc import Iterator
from pathlib import Path

from .blocks import PageError, replayed
from .claims import Proof
from .sources import ROOT


def absent(proof: Proof, folder: Path) -> Iterator[str]:
    """Yield what a proof names that is not there.

    Args:
        proof: the proof.
        folder: an empty folder to run its command in.
    """
    if proof.python and not _is_public(proof.python):
        yield f"there is no public name {proof.python}"
    if proof.test and not _is_test(proof.test):
        yield f"there is no test {proof.test}"
    if proof.command:
        try:
            replayed(f"```console\n$ {proof.command}\n```\n", "claims", folder)
        except PageError as error:
            yield str(error)


def _is_public(name: str) -> bool:
    module, _, attribute = name.rpartition(".")
    try:
        return attribute in importlib.import_module(module).__all__
    except (ImportError, AttributeError, ValueError):
        return False


def _is_test(name: str) -> bool:
    path, _, test = name.partition("::")
    file = ROOT / path
    if not (path.startswith("tests/") and file.is_file()):
        return False
    tree = ast.parse(file.read_text(encoding="utf-8"))
    tests = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    return test in tests if test else any(found.startswith("test_") for found in tests)
