"""Runs a command again and again, and sends itself a signal, each time one step later in what it writes.

    python interrupted.py SIGNAL STEP START ARGUMENT...

START is the folder to begin with, of which each run gets a copy. Every STEP-th time that a file or a folder
is made counts, and every time that one is moved or removed. Prints, as JSON, how each run ended and what was
left then; the last run is the one that nothing interrupted.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import shutil
import signal
import sys
import tempfile
from pathlib import Path

from cxblueprint.cli import main

MOVES = ("os.rename", "os.remove", "os.rmdir", "os.chmod", "shutil.rmtree")
UNINTERRUPTED = 99
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT


class Signals:
    """Counts what is done to files in a folder, and sends a signal at one of the counts."""

    def __init__(self, number: int, at: int, step: int) -> None:
        self.number = number
        self.at = at
        self.step = step
        self.made = 0
        self.count = 0
        self.is_sent = False

    def hear(self, event: str, arguments: tuple[object, ...]) -> None:
        is_file = event == "open" and isinstance(arguments[2], int) and arguments[2] & _WRITES
        if is_file or event == "os.mkdir":
            self.made += 1
            self.count += self.made % self.step == 0
        elif event in MOVES:
            self.count += 1
        else:
            return
        if self.count == self.at and not self.is_sent:
            self.is_sent = True
            os.kill(os.getpid(), self.number)


def tried(number: int, at: int, step: int, start: str, arguments: list[str]) -> dict[str, object]:
    """Run the command once, in a process of its own, and return how it ended and what it left."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made, "folder")
        shutil.copytree(start, folder)
        said = Path(made, "said")
        child = os.fork()
        if child == 0:
            stream = os.open(said, os.O_WRONLY | os.O_CREAT)
            os.dup2(stream, 1)
            os.dup2(stream, 2)
            os.chdir(folder)
            sys.argv = ["cxblueprint", *arguments]
            signals = Signals(number, at, step)
            sys.addaudithook(signals.hear)
            try:
                main()
            except SystemExit as end:
                sys.stdout.flush()
                # What comes after is the end of this process, and not of the command.
                os._exit(int(end.code or 0) if signals.is_sent else UNINTERRUPTED)
        _, status = os.waitpid(child, 0)
        left = {
            path.relative_to(folder).as_posix(): path.read_bytes().decode("latin-1") if path.is_file() else ""
            for path in folder.rglob("*")
        }
        return {"code": os.waitstatus_to_exitcode(status), "said": said.read_text(), "left": left}


def all_tried(number: int, step: int, start: str, arguments: list[str]) -> list[dict[str, object]]:
    """Return how each run ended, up to the first that was not interrupted."""
    ends = [tried(number, 1, step, start, arguments)]
    while ends[-1]["code"] != UNINTERRUPTED:
        ends.append(tried(number, len(ends) + 1, step, start, arguments))
    return ends


def warm_up(start: str, arguments: list[str]) -> None:
    """Run the command once, so that the runs that count have everything imported already."""
    with tempfile.TemporaryDirectory() as made, contextlib.redirect_stdout(io.StringIO()):
        folder = shutil.copytree(start, Path(made, "folder"))
        os.chdir(folder)
        sys.argv = ["cxblueprint", *arguments]
        with contextlib.suppress(SystemExit), contextlib.redirect_stderr(io.StringIO()):
            main()
        os.chdir("/")


if __name__ == "__main__":
    _, name, every, begin, *rest = sys.argv
    warm_up(begin, rest)
    print(json.dumps(all_tried(getattr(signal, name), int(every), begin, rest)))  # noqa: T201  # it is a script
