"""Serving a site while its blueprint is edited: each change is seen, and a mistake is said and survived."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

BREAD = """
id: bakery
title: The bakery
teams: [{id: front, name: Front of house}]
touchpoints: [{id: counter, name: The counter, owner: front}]
journeys: [{id: buy, name: Buy bread, stages: [{name: Buy, steps: [{touchpoint: counter, emotion: 1}]}]}]
"""
SETTINGS = {
    "site_name": "Docs",
    "theme": {"name": "mkdocs"},
    "plugins": [{"cxblueprint": {"blueprints": [{"source": "plans", "path": "bakery"}]}}],
}
PAGE = "# Home\n\n```cx-blueprint\nview: journey-map\n```\n"
# A shell that starts tests in the background has its children ignore what Ctrl-C sends.
PREPARED = "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler);"
BY_COMMAND = "from cxblueprint.cli import main; sys.argv = ['', 'serve', 'plans', '--port', '{port}']; main()"
BY_MKDOCS = "from mkdocs.__main__ import cli; sys.argv = ['mkdocs', 'serve', '-a', '127.0.0.1:{port}']; cli()"


class Served:
    """A site that is served from a folder."""

    def __init__(self, folder: Path, script: str) -> None:
        with socket.socket() as one:
            one.bind(("127.0.0.1", 0))
            port: int = one.getsockname()[1]
        self.folder = folder
        self.address = f"http://127.0.0.1:{port}/"
        self._said = folder / "said.txt"
        with self._said.open("wb") as said:
            self._running = subprocess.Popen(
                [sys.executable, "-c", PREPARED + script.format(port=port)],
                stdout=said,
                stderr=subprocess.STDOUT,
                cwd=folder,
            )

    @property
    def said(self) -> str:
        """All that was printed."""
        return self._said.read_text(encoding="utf-8")

    def shows(self, page: str, words: str) -> None:
        """Wait until a page says something."""
        self._wait(lambda: words in self._page(page), f"{page} says {words!r}")

    def says(self, words: str) -> None:
        """Wait until the server says something."""
        self._wait(lambda: words in self.said, f"the server says {words!r}")

    def write(self, path: str, text: str) -> None:
        """Write a file."""
        (self.folder / path).write_text(text, encoding="utf-8")

    def ended(self) -> int:
        """End the server as Ctrl-C does, and return its exit code."""
        self._running.send_signal(signal.SIGINT)
        return self._running.wait(timeout=60)

    def kill(self) -> None:
        """End the server, whatever it is at."""
        self._running.kill()
        self._running.wait()

    def _page(self, page: str) -> str:
        try:
            with urllib.request.urlopen(self.address + page, timeout=5) as answer:  # noqa: S310  # our own address
                return str(answer.read().decode())
        except OSError:  # it is not there yet, or takes its time
            return ""

    def _wait(self, is_so: Callable[[], bool], what: str) -> None:
        """Wait until something is so; two minutes are more than any machine needs."""
        for _ in range(600):
            assert self._running.poll() is None, f"it ended: {self.said}"
            if is_so():
                return
            time.sleep(0.2)
        pytest.fail(f"it never comes to pass that {what}: {self.said}")


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Callable[[str], Served]]:
    started: list[Served] = []

    def serve(script: str) -> Served:
        started.append(Served(tmp_path, script))
        return started[-1]

    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "bread.yaml").write_text(BREAD, encoding="utf-8")
    yield serve
    for one in started:
        one.kill()


def test_the_command_follows_its_files_survives_mistakes_and_ends_quietly(
    served: Callable[[str], Served],
) -> None:
    site = served(BY_COMMAND)
    site.shows("index.html", "The bakery")

    site.write("plans/bread.yaml", BREAD.replace("The bakery", "The new bakery"))
    site.shows("index.html", "The new bakery")

    site.write("plans/bread.yaml", BREAD.replace("owner: front", "onwer: front"))
    site.says("plans/bread.yaml:5:48: unknown key 'onwer' in touchpoint 'counter', did you mean 'owner'?")
    site.shows("index.html", "This is how it was before a mistake")
    site.shows("index.html", "The new bakery")

    site.write("plans/bread.yaml", BREAD.replace("The bakery", "The mended bakery"))
    site.shows("index.html", "The mended bakery")
    assert site.ended() == 0
    assert "Traceback" not in site.said


def test_mkdocs_follows_blueprints_and_pages_and_survives_mistakes_in_either(
    served: Callable[[str], Served], tmp_path: Path
) -> None:
    (tmp_path / "mkdocs.yml").write_text(json.dumps(SETTINGS), encoding="utf-8")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text(PAGE, encoding="utf-8")
    site = served(BY_MKDOCS)
    site.shows("bakery/journeys/buy/", "Buy bread")
    site.shows("", 'aria-label="Journey map: Buy bread"')

    site.write("plans/bread.yaml", BREAD.replace("Buy bread", "Buy cake"))
    site.shows("bakery/journeys/buy/", "Buy cake")
    site.shows("", 'aria-label="Journey map: Buy cake"')

    site.write("plans/bread.yaml", f"{BREAD}  - {{")
    site.says("plans/bread.yaml:7:")
    site.shows("bakery/journeys/buy/", "This is how it was before a mistake")
    site.shows("bakery/journeys/buy/", "Buy cake")

    site.write("plans/bread.yaml", BREAD)
    site.shows("bakery/journeys/buy/", "Buy bread")

    site.write("docs/index.md", PAGE.replace("journey-map", "journey-mapp"))
    site.says("docs/index.md:3:1: there is no view 'journey-mapp', did you mean 'journey-map'?")
    site.shows("", "No picture: there is no view")

    site.write("docs/index.md", PAGE)
    site.shows("", 'aria-label="Journey map: Buy bread"')
    assert site.ended() == 0
    assert "Traceback" not in site.said
