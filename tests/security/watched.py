"""Runs commands one after the other, and tells what they did to the machine that they have no business with.

    python -B watched.py STRANGER ALLOWED... < commands.json

It prints, as JSON, the code that each command ended with, and what was seen: code of a file below STRANGER,
a process, a connection, an unpickled class, or a change to a file outside the ALLOWED folders.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import sys
from typing import Any

STARTS = (
    "subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork", "os.forkpty",
    "os.startfile", "pty.spawn", "webbrowser.open",
)  # fmt: skip
CONNECTS = ("socket.connect", "socket.bind", "socket.getaddrinfo", "socket.gethostbyname", "urllib.Request")
CHANGES = (
    "os.remove", "os.mkdir", "os.rmdir", "os.truncate", "os.chmod", "os.utime", "shutil.rmtree",
)  # fmt: skip
COPIES = ("os.rename", "os.link", "os.symlink", "shutil.move", "shutil.copyfile", "shutil.copytree")
NO_FOLDER = -1
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


class Watch:
    """What was seen since it began."""

    def __init__(self, stranger: str, allowed: list[str]) -> None:
        self.stranger = os.path.realpath(stranger)
        self.allowed = [os.path.realpath(folder) for folder in allowed]
        self.seen: list[str] = []

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Note an event, as `sys.addaudithook` tells it."""
        if event in STARTS or event in CONNECTS or event == "pickle.find_class":
            self.seen.append(f"{event} {arguments!r:.200}")
        elif event in ("exec", "compile"):
            name = getattr(arguments[0], "co_filename", None) if event == "exec" else arguments[1]
            if isinstance(name, str | bytes) and self._is_strange(name):
                self.seen.append(f"{event} {os.fsdecode(name)}")
        elif event == "open" and self._is_change(arguments):
            self._changed(event, arguments[0])
        elif event in ("os.remove", "os.rmdir") and arguments[1] != NO_FOLDER:
            pass  # out of a folder that is being removed, which was seen
        elif event in CHANGES:
            self._changed(event, arguments[0])
        elif event in COPIES:
            self._changed(event, arguments[1])

    def _is_strange(self, path: str | bytes) -> bool:
        real = os.path.realpath(os.fsdecode(path))
        return real.startswith(self.stranger + os.sep) and os.path.isfile(real)  # noqa: PTH113  # pathlib is heavy here

    @staticmethod
    def _is_change(arguments: tuple[Any, ...]) -> bool:
        _, mode, flags = arguments
        return bool(set(mode or "") & set("wax+")) or bool((flags or 0) & WRITING)

    def _changed(self, event: str, path: object) -> None:
        if not isinstance(path, str | bytes | os.PathLike) or os.fspath(path) in ("", os.devnull):
            return
        real = os.path.realpath(os.fsdecode(path))
        if not any(real == folder or real.startswith(folder + os.sep) for folder in self.allowed):
            self.seen.append(f"{event} {real}")


def main() -> None:
    """Do what the module says."""
    from cxblueprint.cli import main as command

    commands = json.load(sys.stdin)
    watch = Watch(sys.argv[1], sys.argv[2:])
    sys.addaudithook(watch)
    codes = []
    for words in commands:
        sys.argv = ["cxblueprint", *words]
        said = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", errors="backslashreplace")
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            try:
                command()
            except SystemExit as ended:
                codes.append(ended.code)
            said.flush()
        if codes[-1] not in (0, 1):
            watch.seen.append(f"{words}: {said.buffer.getvalue().decode()[:400]}")
    sys.stdout.write(json.dumps({"codes": codes, "seen": watch.seen}))


if __name__ == "__main__":
    main()
