"""A browser that tests talk to: Chromium's own debugging protocol over a pair of pipes, and no more."""

from __future__ import annotations

import base64
import contextlib
import http.server
import json
import os
import subprocess
import tempfile
import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.crawling import Crawled

FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--disable-dev-shm-usage", "--hide-scrollbars", "--remote-debugging-pipe",
    # Its reader has a mouse, as most of those do who read at a desk.
    "--blink-settings=primaryHoverType=2,availableHoverTypes=2,primaryPointerType=4,availablePointerTypes=4",
)  # fmt: skip
ENOUGH = 60.0
"""Seconds after which an answer is not to be expected any more."""


class Browser:
    """A running Chromium."""

    def __init__(self, program: str, profile: str) -> None:
        to_read, self._to_browser = os.pipe()
        self._from_browser, to_write = os.pipe()
        # The browser reads from 3 and writes to 4, whatever numbers the pipes have here.
        command = f'exec "$@" 3<&{to_read} 4>&{to_write}'
        self._process = subprocess.Popen(
            ["/bin/bash", "-c", command, "browser", program, *FLAGS, f"--user-data-dir={profile}"],
            pass_fds=(to_read, to_write),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(to_read)
        os.close(to_write)
        self._number = 0
        self._unread = b""
        self.events: list[dict[str, Any]] = []

    def close(self) -> None:
        """End the browser."""
        os.close(self._to_browser)
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        os.close(self._from_browser)

    def call(self, method: str, session: str | None = None, **parameters: object) -> dict[str, Any]:
        """Ask for something and return the answer; what is said in between is kept in `events`."""
        self._number += 1
        message: dict[str, Any] = {"id": self._number, "method": method, "params": parameters}
        if session is not None:
            message["sessionId"] = session
        os.write(self._to_browser, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == self._number:
                assert "error" not in answer, f"{method}: {answer['error']}"
                result: dict[str, Any] = answer["result"]
                return result
            self.events.append(answer)

    def wait_for(self, method: str, session: str) -> None:
        """Wait until the browser has said something about a page."""
        said = {"method": method, "sessionId": session}
        while not any(said.items() <= event.items() for event in self.events):
            self.events.append(self._next())

    def _next(self) -> dict[str, Any]:
        import select

        while b"\0" not in self._unread:
            ready, _, _ = select.select([self._from_browser], [], [], ENOUGH)
            assert ready, "the browser does not answer"
            more = os.read(self._from_browser, 1 << 20)
            assert more, "the browser ended"
            self._unread += more
        message, _, self._unread = self._unread.partition(b"\0")
        found: dict[str, Any] = json.loads(message)
        return found


class Tab:
    """A page of the browser."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._target = browser.call("Target.createTarget", url="about:blank")["targetId"]
        attached = browser.call("Target.attachToTarget", targetId=self._target, flatten=True)
        self._session = attached["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self._call(f"{domain}.enable")
        # A page that nobody looks at is not drawn, and scripts that wait to be drawn stand still.
        self._call("Page.bringToFront")
        self._call("Emulation.setFocusEmulationEnabled", enabled=True)

    def close(self) -> None:
        """Leave the page."""
        self._browser.call("Target.closeTarget", targetId=self._target)

    @property
    def _events(self) -> list[dict[str, Any]]:
        """What the browser said about this page; another may still be loading."""
        return [event for event in self._browser.events if event.get("sessionId") == self._session]

    def _call(self, method: str, **parameters: object) -> dict[str, Any]:
        return self._browser.call(method, self._session, **parameters)

    def resize(self, width: int, height: int = 900, *, dark: bool = False, zoom: int = 1) -> None:
        """Look through a window of this width, as a reader who prefers light or dark.

        With a `zoom`, everything in it is so many times as large, as if the window were smaller.
        """
        self._call(
            "Emulation.setDeviceMetricsOverride",
            width=width // zoom,
            height=height // zoom,
            deviceScaleFactor=zoom,
            mobile=False,
        )
        self.prefer(dark=dark)

    def prefer(self, *, dark: bool = False, on_paper: bool = False, **more: str) -> None:
        """Look as a reader who prefers light or dark, or at what would be printed.

        `more` are other wishes of a reader, as style sheets ask for them: `forced_colors="active"`.
        """
        wishes = {"prefers-color-scheme": "dark" if dark else "light", **more}
        features = [{"name": name.replace("_", "-"), "value": value} for name, value in wishes.items()]
        self._call("Emulation.setEmulatedMedia", media="print" if on_paper else "", features=features)

    def open(self, url: str) -> None:
        """Go to a page and wait until it has loaded."""
        self._browser.events.clear()
        self._call("Page.navigate", url=url)
        self._browser.wait_for("Page.loadEventFired", self._session)

    def run(self, script: str) -> object:
        """Return what an expression of JavaScript gives; promises are waited for."""
        answer = self._call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def press(self, key: str, code: int) -> None:
        """Press a key and let it go."""
        for kind in ("keyDown", "keyUp"):
            self._call("Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=code)

    @property
    def complaints(self) -> list[str]:
        """What the browser had to say against the page since it was opened."""
        said = []
        for event in self._events:
            about = event.get("params", {})
            match event.get("method"):
                case "Runtime.exceptionThrown":
                    said.append(str(about["exceptionDetails"]))
                case "Runtime.consoleAPICalled" if about["type"] in ("error", "warning"):
                    said.append(str(about["args"]))
                case "Log.entryAdded" if about["entry"]["level"] in ("error", "warning"):
                    said.append(f"{about['entry']['text']} {about['entry'].get('url', '')}")
                case "Network.loadingFailed" if not about.get("canceled"):
                    said.append(about["errorText"])
        return said

    @property
    def addresses(self) -> list[str]:
        """What was asked for since the page was opened."""
        asked = (event for event in self._events if event.get("method") == "Network.requestWillBeSent")
        return [event["params"]["request"]["url"] for event in asked]

    def type(self, words: str) -> None:
        """Write words where the cursor is."""
        self._call("Input.insertText", text=words)

    def run_scripts(self, *, allowed: bool) -> None:
        """Let pages run scripts, or not."""
        self._call("Emulation.setScriptExecutionDisabled", value=not allowed)

    def count(self, selector: str) -> int:
        """Return how many elements a page has, without asking its scripts."""
        root = self._call("DOM.getDocument")["root"]["nodeId"]
        return len(self._call("DOM.querySelectorAll", nodeId=root, selector=selector)["nodeIds"])

    def names(self, *roles: str) -> list[str]:
        """Return what those who listen are told of the parts of a page with some roles, in their order."""
        nodes = self._call("Accessibility.getFullAXTree")["nodes"]
        found = (node for node in nodes if not node["ignored"] and node["role"]["value"] in roles)
        return [node["name"]["value"] for node in found]

    def height(self, selector: str) -> float:
        """Return how high the first of some elements is, without asking its scripts; it must be seen."""
        root = self._call("DOM.getDocument")["root"]["nodeId"]
        node = self._call("DOM.querySelector", nodeId=root, selector=selector)["nodeId"]
        found: float = self._call("DOM.getBoxModel", nodeId=node)["model"]["height"]
        return found

    def spoken(self, selector: str) -> list[tuple[str, str]]:
        """Return what a screen reader is told of what a selector finds: role and name of each element.

        For one that it is not told of, that is `ignored` and why.
        """
        root = self._call("DOM.getDocument")["root"]["nodeId"]
        found = self._call("DOM.querySelectorAll", nodeId=root, selector=selector)["nodeIds"]
        self._call("Accessibility.enable")
        told = []
        for node in found:
            one = self._call("Accessibility.getPartialAXTree", nodeId=node, fetchRelatives=False)["nodes"][0]
            if one["ignored"]:
                told.append(("ignored", ", ".join(reason["name"] for reason in one["ignoredReasons"])))
            else:
                told.append((one["role"]["value"], one["name"]["value"]))
        return told

    def settle(self) -> None:
        """Let everything be at once what it would turn into, such as from one colour to another."""
        still = "{textContent: '* { transition: none !important }'}"
        self.run(f"document.body.append(Object.assign(document.createElement('style'), {still}))")

    def wait_until(self, condition: str) -> None:
        """Wait until an expression of JavaScript is true."""
        look = f"(function look() {{ ({condition}) ? go(true) : setTimeout(look, 50) }})()"
        wait = f"new Promise(go => {{ {look} }})"
        assert self.run(wait)

    def pdf(self) -> bytes:
        """Return the page as it is printed, on the paper that it asks for."""
        return base64.b64decode(self._call("Page.printToPDF", preferCSSPageSize=True)["data"])

    def screenshot(self, path: Path, *, whole: bool = False) -> None:
        """Write what is seen to a PNG file."""
        picture = self._call("Page.captureScreenshot", format="png", captureBeyondViewport=whole)
        path.write_bytes(base64.b64decode(picture["data"]))


class _Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, *args: Any) -> None:  # noqa: ANN401  # as its parent has it
        del args


@contextlib.contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder and give its address."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture(scope="session")
def running_browser(browser: str) -> Iterator[Browser]:
    """A browser for all tests of this worker."""
    with tempfile.TemporaryDirectory(prefix="cx-browser-", ignore_cleanup_errors=True) as profile:
        running = Browser(browser, profile)
        try:
            yield running
        finally:
            running.close()


@pytest.fixture
def tab(running_browser: Browser) -> Iterator[Tab]:
    """A fresh page."""
    fresh = Tab(running_browser)
    yield fresh
    fresh.close()


@pytest.fixture(scope="session")
def folder(published: Callable[[str], Path]) -> Path:
    """The site of an example with everything that can be wrong, in a folder."""
    return published("messy-bank")


@pytest.fixture(scope="session")
def address(folder: Path) -> Iterator[str]:
    """The same site on a server."""
    with served(folder) as found:
        yield found


@pytest.fixture(scope="session")
def crawled(folder: Path) -> Crawled:
    """The same site, read."""
    return Crawled.of(folder)


@pytest.fixture(scope="session")
def sorts(crawled: Crawled) -> tuple[str, ...]:
    """The paths of one page of each sort of the same site."""
    return crawled.sorts()
