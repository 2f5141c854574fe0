"""What every test may use: the repository's folder, Hypothesis profiles, a browser where there is one."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")

# No deadlines: how long an example takes says more about the machine than about the code.
# No explaining either: tracing every line of a failing blueprint takes minutes.
PHASES = tuple(phase for phase in Phase if phase is not Phase.explain)
settings.register_profile("dev", max_examples=30, deadline=None, phases=PHASES)
settings.register_profile(
    "ci",
    max_examples=40,
    deadline=None,
    phases=PHASES,
    derandomize=True,
    database=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],  # a slow machine is no failure
)
settings.register_profile("thorough", parent=settings.get_profile("dev"), max_examples=2_000)


def pytest_configure(config: pytest.Config) -> None:
    """Choose a Hypothesis profile, unless the command line does."""
    if not config.getoption("--hypothesis-profile", default=None):
        default = "ci" if os.environ.get("CI") else "dev"
        settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", default))


@pytest.fixture(scope="session")
def repository() -> Path:
    """The root folder of the repository."""
    return Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def browser() -> str:
    """The path of a Chromium; the test is skipped where there is none.

    `CX_BROWSER` names one, and then it has to be there; `CX_BROWSER=none` hides those on the path.
    """
    named = os.environ.get("CX_BROWSER")
    if named == "none":
        pytest.skip("CX_BROWSER=none")
    if named:
        found = shutil.which(named)
        assert found, f"CX_BROWSER={named} is no program"
        return found
    for name in BROWSERS:
        if found := shutil.which(name):
            return found
    pytest.skip(f"no browser on the path: none of {', '.join(BROWSERS)}")
