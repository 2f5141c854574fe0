"""A project in a folder of its own, and pytest run in it with the plugin and without all others."""

from __future__ import annotations

import importlib
import pkgutil
import re
from dataclasses import dataclass
from pathlib import Path

import pytest

import cxblueprint.pytest_plugin

# A run within this process forgets what it was the first to import. Whoever imports it again gets other
# classes of the same names, which no `except` knows: hence all is here before.
for _module in pkgutil.walk_packages(cxblueprint.__path__, "cxblueprint."):
    if not _module.name.endswith("__main__"):
        importlib.import_module(_module.name)

CLEAN = """\
id: kiosk
title: A kiosk
purpose: Nobody waits for a newspaper
teams:
  - {id: service, name: Service, function: cx}
touchpoints:
  - {id: window, name: The window, owner: service}
"""
MESSY = CLEAN.replace(", owner: service", "")
SETTINGS = 'select = ["OWN001", "GOV003", "VAL001"]\n'
"""Three rules of three families; the order of the families is governance, ownership, value."""


@dataclass(frozen=True)
class Project:
    """A folder with files."""

    pytester: pytest.Pytester

    @property
    def folder(self) -> Path:
        return self.pytester.path

    def write(self, name: str, text: str | bytes = CLEAN) -> Path:
        """Write a file, and the folders above it."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def outcomes(self, *arguments: str) -> dict[str, str]:
        """Run pytest and return how each test ended, in order: as `error` where its setup failed."""
        reports = self.pytester.inline_run("--cxblueprint", *arguments, plugins=[cxblueprint.pytest_plugin])
        ended = reports.getreports("pytest_runtest_logreport")
        return {
            report.nodeid: report.outcome if report.when == "call" else "error"
            for report in ended
            if report.when == "call" or report.failed
        }

    def printed(self, *arguments: str) -> str:
        """Run pytest and return what it prints below its header, without times."""
        plugins = [cxblueprint.pytest_plugin]
        lines = self.pytester.runpytest_inprocess("--no-header", *arguments, plugins=plugins).outlines
        text = "\n".join(line.rstrip() for line in lines if "test session starts" not in line)
        return re.sub(r" in \d+\.\d+s( =+)?$", "", text, flags=re.MULTILINE).strip("\n")


@pytest.fixture
def project(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> Project:
    """An empty project, in which three rules are run."""
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    monkeypatch.setenv("COLUMNS", "80")
    for name in ("PYTEST_ADDOPTS", "CI", "BUILD_NUMBER"):  # on a build, pytest cuts no line off
        monkeypatch.delenv(name, raising=False)
    made = Project(pytester)
    made.write("cxblueprint.toml", SETTINGS)
    return made
