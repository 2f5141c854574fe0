"""The code blocks of a page: they are run from top to bottom, in one folder, as a reader would.

- `yaml title="a.yaml"` is written to that file, and something further down has to read it; without a title
  it is a fragment, which has to load with an id and a title added.
- `toml title="cxblueprint.toml"` holds the settings of the commands that follow.
- `python` runs in one namespace for the page; with a title it is written to that file, as yaml is.
- `console` runs what stands after `$ `. Where output follows, it is what the command prints. A command
  without output shown has to succeed. What prepares a machine, works on the repository itself or goes on
  until it is stopped is left to the reader: `NOT_RUN`.
- `markdown` with a title is written to that file.
- `cx-blueprint` is a picture, drawn and judged where the documentation is built.
- `json` has to be JSON; `text` is for people alone, and `exceptions.py` says why. There is nothing else.
- What `yaml` of other tools, such as a workflow, has of our commands is run as well.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import io
import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import takewhile
from pathlib import Path
from types import MappingProxyType
from unittest import mock

import yaml

from cxblueprint import cli
from cxblueprint.checks import checked_options, selected
from cxblueprint.cli import options
from cxblueprint.configuration import find_configuration
from cxblueprint.loading import loads

from .sources import EXAMPLES

TODAY = dt.date(2026, 11, 22)
"""The day on which the pages are read, so that no date in them passes."""
NOT_RUN: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "prepares a machine": ("pip install", "python3 -m venv", ".venv/bin/pip", "source"),
        "works on the repository itself": ("make", "pytest tests", "python scripts", "python -m scripts"),
        "goes on until it is stopped": ("cxblueprint serve", "mkdocs serve"),
    }
)
"""How commands begin that are shown and not run, by the reason."""
OF_OTHER_TOOLS = ("mkdocs.yml", ".github/", ".pre-commit-config.yaml")
"""How the titles of yaml files begin that are no blueprints."""
_FENCE = re.compile(
    r"^(?P<indent> *)(?P<fence>`{3,})(?P<language>[^\s`]*)(?P<info>[^\n`]*)\n"
    r"(?P<body>.*?)^(?P=indent)(?P=fence)[ \t]*$",
    re.DOTALL | re.MULTILINE,
)
_SETTING = re.compile(r"[A-Z][A-Z0-9_]*=.*")
"""What sets an environment variable for a command."""
_PYTEST = (sys.executable, "-m", "pytest", "--hypothesis-seed=0", "--no-header", "-p", "no:randomly")
_TOOK = re.compile(r"^(?P<line>=* ?)(?P<ended>\d+ \w+.*) in \d+\.\d\ds( \([\d:]+\))?(?: =+)?$", re.MULTILINE)
_TITLE = re.compile(r'\btitle="(?P<title>[^"]+)"')
_HEADER = {"id": "page", "title": "Page"}


class PageError(AssertionError):
    """A block of a page does not do what the page says."""


@dataclass(frozen=True, slots=True)
class Block:
    """A code block of a page."""

    language: str
    title: str | None
    body: str
    """Without the indentation that it has on the page."""
    line: int
    """The line of its first line on the page, from 1."""


def blocks_of(text: str) -> Iterator[Block]:
    """Yield the code blocks of a page in order."""
    for match in _FENCE.finditer(text):
        title = _TITLE.search(match["info"])
        body = re.sub(rf"^{match['indent']}", "", match["body"], flags=re.MULTILINE)
        line = text.count("\n", 0, match.start("body")) + 1
        yield Block(match["language"], title["title"] if title else None, body, line)


def why_not_run(command: str) -> str | None:
    """Return why a command is shown and not run; None for one that is run."""
    if command.endswith("--help"):
        return None
    return next((why for why, beginnings in NOT_RUN.items() if command.startswith(beginnings)), None)


def commands_in(block: Block) -> Iterator[str]:
    """Yield what a console block has behind its prompts."""
    if block.language == "console":
        for line in block.body.splitlines():
            if line.startswith("$ "):
                yield line.removeprefix("$ ").strip()


def at_one_speed(printed: str) -> str:
    """Return what pytest has printed with the same time for all tests, since that is never the same."""

    def again(found: re.Match[str]) -> str:
        told = f"{found['ended']} in 0.10s"
        return f" {told} ".center(80, "=") if found["line"] else told

    return _TOOK.sub(again, printed)


def replayed(text: str, page: str, folder: Path) -> str:
    """Run the blocks of a page in a folder and return the page with what its commands print today.

    Raises:
        PageError: a block cannot be run, or does not do what it says.
    """
    player = _Player(page, folder)

    def again(match: re.Match[str]) -> str:
        block = next(blocks_of(match[0]))
        line = text.count("\n", 0, match.start("body")) + 1
        body = player.play(Block(block.language, block.title, block.body, line))
        indented = re.sub(r"^(?=.)", match["indent"], body, flags=re.MULTILINE)
        start, end = (place - match.start() for place in match.span("body"))
        return match[0][:start] + indented + match[0][end:]

    with player.at_home():
        text = _FENCE.sub(again, text)
        player.finish()
    return text


@dataclass
class _Player:
    page: str
    folder: Path
    namespace: dict[str, object] = field(default_factory=lambda: {"__name__": "__main__"})
    unread: dict[str, int] = field(default_factory=dict)
    """Files that nothing has read yet, and the line where they are written."""
    code: int = 0
    """How the last command ended."""

    @contextlib.contextmanager
    def at_home(self) -> Iterator[None]:
        """Work in the page's folder, on the day on which pages are read."""
        (self.folder / "examples").symlink_to(EXAMPLES)
        before = Path.cwd()
        os.chdir(self.folder)
        try:
            with (
                mock.patch.dict(os.environ, {"NO_COLOR": "1", "COLUMNS": "80"}),
                mock.patch.object(options, "today", return_value=TODAY),
            ):
                yield
        finally:
            os.chdir(before)

    def play(self, block: Block) -> str:
        """Run one block and return its body anew."""
        match block.language:
            case "yaml":
                self._yaml(block)
            case "toml":
                self._toml(block)
            case "python":
                self._python(block)
            case "console":
                return "".join(self._console(block))
            case "markdown" if block.title is not None:
                self._write(block)
            case "json":
                json.loads(block.body)
            case "text" | "cx-blueprint":
                pass
            case _:
                raise self._error(
                    block.line, f"nobody runs {block.language or 'a block without a language'!r}"
                )
        return block.body

    def finish(self) -> None:
        """Make sure that every file was of use."""
        for title, line in self.unread.items():
            raise self._error(line, f"nothing reads {title}")

    def _yaml(self, block: Block) -> None:
        if block.title is None:
            unsaid = [key for key in _HEADER if not re.search(rf"^{key}:", block.body, re.MULTILINE)]
            loads(block.body + "".join(f"{key}: {_HEADER[key]}\n" for key in unsaid), name=self.page)
            return
        self._write(block)
        if block.title.startswith(OF_OTHER_TOOLS):
            self._of_another_tool(yaml.safe_load(block.body), block.line)
            return
        self.unread[block.title] = block.line

    def _of_another_tool(self, settings: object, line: int) -> None:
        """Run our commands among the settings of another tool, which may find something, and not fail."""
        inner = settings.values() if isinstance(settings, dict) else settings
        if isinstance(inner, str) and inner.startswith("cxblueprint "):
            self._run_here(shlex.split(inner.removesuffix(" || true"))[1:])
            if self.code not in (0, 1):
                raise self._error(line, f"{inner} ends with {self.code}")
        elif not isinstance(inner, str) and isinstance(inner, Iterable):
            for part in inner:
                self._of_another_tool(part, line)

    def _toml(self, block: Block) -> None:
        if block.title not in ("cxblueprint.toml", "pyproject.toml"):
            raise self._error(block.line, "toml is for cxblueprint.toml or pyproject.toml")
        self._write(block)
        settings = find_configuration(self.folder)
        judging = settings.judging(as_of=TODAY)
        selected(judging.catalogue, profile=judging.profile, select=judging.select, ignore=judging.ignore)
        checked_options(judging.options, judging.catalogue)

    def _python(self, block: Block) -> None:
        if block.title is not None:
            self._write(block)
            self._is_read(block.body)
            self.unread[block.title] = block.line
            return
        self._is_read(block.body)
        code = "\n" * (block.line - 1) + block.body  # so that a traceback names the line of the page
        exec(compile(code, self.page, "exec"), self.namespace)  # noqa: S102  # pages of this repository

    def _console(self, block: Block) -> Iterator[str]:
        lines = block.body.splitlines(keepends=True)
        for number, line in enumerate(lines):
            if line.startswith("$ "):
                after = next(
                    (i for i in range(number + 1, len(lines)) if lines[i].startswith("$ ")), len(lines)
                )
                shown = "".join(lines[number + 1 : after])
                yield line
                yield self._command(line.removeprefix("$ ").strip(), shown, block.line + number)
            elif number == 0:
                raise self._error(block.line, "a console block begins with '$ '")

    def _command(self, command: str, shown: str, line: int) -> str:
        if why_not_run(command):
            return shown
        self._is_read(command)
        words = shlex.split(command, comments=True)
        settings = dict(word.split("=", 1) for word in takewhile(_SETTING.fullmatch, words))
        with mock.patch.dict(os.environ, settings):
            printed = self._run(words[len(settings) :], line)
        if not shown:
            if self.code:
                raise self._error(line, f"{command} ends with {self.code}:\n{printed}")
            return ""
        # An empty line between two commands is the page's own.
        return printed + ("\n" if shown.endswith("\n\n") and not printed.endswith("\n\n") else "")

    def _run(self, words: list[str], line: int) -> str:
        match words:
            case ["cxblueprint", *arguments]:
                return self._run_here(arguments)
            case ["echo", "$?"]:
                return f"{self.code}\n"
            case ["cat", path]:
                return Path(path).read_text(encoding="utf-8")
            case ["python", *arguments]:
                return self._start([sys.executable, *arguments])
            case ["pytest", *arguments]:
                return at_one_speed(self._start([*_PYTEST, *arguments]))
            case ["mkdocs", *arguments]:
                return self._start([sys.executable, "-m", "mkdocs", *arguments])
            case _:
                raise self._error(line, f"nobody runs {shlex.join(words)!r}")

    def _run_here(self, arguments: list[str]) -> str:
        if ">" in arguments:
            *arguments, _, path = arguments
            Path(path).write_text(self._run_here(arguments), encoding="utf-8")
            return ""
        printed = io.StringIO()
        with (
            mock.patch.object(sys, "argv", ["cxblueprint", *arguments]),
            contextlib.redirect_stdout(printed),
            contextlib.redirect_stderr(printed),
        ):
            try:
                cli.main()
            except SystemExit as ended:
                self.code = int(ended.code or 0)
        return printed.getvalue()

    def _start(self, command: list[str]) -> str:
        done = subprocess.run(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False, encoding="utf-8"
        )
        self.code = done.returncode
        return done.stdout

    def _write(self, block: Block) -> None:
        path = self.folder / (block.title or "")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(block.body, encoding="utf-8")

    def _is_read(self, text: str) -> None:
        """Note which files a command or a piece of Python names, as such, by their folder or as a module."""
        for title in list(self.unread):
            path = Path(title)
            places = [title, *(parent.as_posix() for parent in path.parents if parent.name)]
            places += [path.stem] if path.suffix == ".py" else []
            if any(re.search(rf"(?<![\w./-]){re.escape(place)}(?![\w.-])", text) for place in places):
                del self.unread[title]

    def _error(self, line: int, message: str) -> PageError:
        return PageError(f"{self.page}:{line}: {message}")
