"""What every test may use: the repository's folder, Hypothesis profiles, a browser where there is one."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings

pytest_plugins = ("pytester",)

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


@pytest.fixture(scope="session")
def published(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Publish an example, the `documentation`, a `hostile` or a `harmless` blueprint, once for all workers.

    Returns the folder.
    """
    root = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        root = root.parent

    @cache
    def folder_of(name: str) -> Path:
        place = root / "published" / name
        place.mkdir(parents=True, exist_ok=True)
        site, done = place / "site", place / "done"
        try:
            (place / "begun").mkdir()
        except FileExistsError:  # another worker is about it
            while not done.exists():
                time.sleep(0.1)
        else:
            try:
                _publish(name, repository, site)
            finally:
                done.touch()
        assert site.is_dir(), f"the site {name} could not be built: see the first test that wants it"
        return site

    return folder_of


def _publish(name: str, repository: Path, site: Path) -> None:
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    from cxblueprint.mkdocs_host import build_site
    from tests.security.publishing import SIZE, publish
    from tests.security.vectors import harmless, in_groups

    if name == "documentation":
        build(load_config(str(repository / "mkdocs.yml"), site_dir=str(site), strict=True))
    elif name == "hostile":
        publish(site, in_groups(SIZE), SIZE)
    elif name == "harmless":
        publish(site, harmless(), 1)
    else:
        build_site([str(repository / "examples" / name)], site)
