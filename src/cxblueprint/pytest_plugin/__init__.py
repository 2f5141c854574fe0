"""The pytest plugin: with `--cxblueprint`, blueprints are judged among the tests.

Whoever has cxblueprint installed imports this module with every run of pytest. Hence it imports nothing, and
without the option it adds nothing but the option and the marker.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest

_HELP = "judge the blueprints among the files too: each family of rules is a test"
_MARKER = "cxblueprint: judges a blueprint by a family of rules; there are such tests with --cxblueprint"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option."""
    parser.getgroup("cxblueprint", "experience blueprints").addoption(
        "--cxblueprint", action="store_true", help=_HELP
    )


def pytest_configure(config: pytest.Config) -> None:
    """Add the marker, and what collects blueprints where that is asked for."""
    config.addinivalue_line("markers", _MARKER)
    if config.getoption("cxblueprint"):
        from .collecting import Collecting

        config.pluginmanager.register(Collecting(), "cxblueprint-collecting")
