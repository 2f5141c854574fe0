"""Files: read as text, written whole or not at all, and nothing overwritten without being asked."""

from __future__ import annotations

import contextlib
import os
import secrets
import stat
from pathlib import Path

from cxblueprint.errors import CxBlueprintError, UsageError, printable, reason_of

_MOST_BYTES = 64_000_000
"""No file that people keep beside a blueprint comes near it; a device that never ends does."""


def read_text(path: str | Path, *, name: str | None = None, missing: str = "") -> str:
    """Return what a file holds, which is UTF-8 with or without a mark at its beginning.

    Args:
        path: the file.
        name: what messages call it; as the path says unless given.
        missing: what to do where there is none, for the message.

    Raises:
        UsageError: there is no such file, or it cannot be read as text.
    """
    name = printable(path if name is None else name)
    if not os.fspath(path):
        msg = "an empty text names no file to read: name one"
        raise UsageError(msg)
    try:
        mode = Path(path).stat().st_mode
        if not stat.S_ISREG(mode):  # a pipe may never end, nor begin
            msg = f"{name}: is {kind_of(mode)}, not a file: name a file"
            raise UsageError(msg)
        with Path(path).open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
        if len(data) > _MOST_BYTES:
            msg = f"{name}: has more than {_MOST_BYTES // 1_000_000} MB: name another file"
            raise UsageError(msg)
        return data.decode("utf-8-sig")
    except FileNotFoundError:
        msg = f"{name}: there is no such file{': ' if missing else ''}{missing}"
        raise UsageError(msg) from None
    except (OSError, ValueError) as error:  # a ValueError is text in another encoding, or a path with a NUL
        msg = f"{name}: cannot be read: {reason_of(error)}"
        raise UsageError(msg) from None


def refuse_unfit(path: str | Path, *, overwrite: bool = True) -> None:
    """Refuse a path that no file can be written to, or may not.

    Raises:
        UsageError: it names none, a folder, a device or a file that may not be replaced, or its folder is
            missing or closed.
    """
    name = printable(path)
    if not os.fspath(path):
        msg = "an empty text names no file to write: name one"
        raise UsageError(msg)
    try:
        is_there = _is_fit(Path(os.path.realpath(path)), name, is_folder=str(path).endswith(("/", os.sep)))
    except (OSError, ValueError) as error:
        msg = f"{name}: cannot be written: {reason_of(error)}"
        raise UsageError(msg) from None
    if is_there and not overwrite:
        msg = f"{name}: there is such a file already: name another, or allow it with --force"
        raise UsageError(msg)


def _is_fit(target: Path, name: str, *, is_folder: bool) -> bool:
    """Tell whether a file is there, after refusing what is none and cannot become one."""
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        if not target.parent.is_dir():
            folder = printable(target.parent.name)
            msg = f"{name}: cannot be written: there is no folder '{folder}', make it first"
            raise UsageError(msg) from None
        mode = 0
    if is_folder or (mode and not stat.S_ISREG(mode)):
        msg = f"{name}: is {'a folder' if is_folder else kind_of(mode)}, not a file: name a file"
        raise UsageError(msg)
    if not os.access(target.parent, os.W_OK | os.X_OK):
        raise PermissionError
    return mode != 0


def write_whole(path: str | Path, content: str | bytes, *, overwrite: bool = True) -> None:
    """Write a file so that it is either as before or complete, whatever interrupts.

    Args:
        path: the file; its folder must exist.
        content: text is written as UTF-8 with line feeds.
        overwrite: whether a file that is already there may be replaced.

    Raises:
        UsageError: the path is unfit, or the file is there and may not be replaced.
        CxBlueprintError: it cannot be written; nothing is changed then.
    """
    refuse_unfit(path, overwrite=overwrite)
    target = Path(os.path.realpath(path))  # a link stays a link, and what it names is written
    data = content.encode() if isinstance(content, str) else content
    # Named before it is made, so that no interruption can come between.
    temporary = target.with_name(f".{target.name[:40]}.{secrets.token_hex(8)}")
    try:
        with open(temporary, "xb", opener=_privately) as file:  # a path opens with no opener
            file.write(data)
        temporary.chmod(_mode(target))
        temporary.replace(target)
    except OSError as error:
        msg = f"{printable(path)}: cannot be written: {reason_of(error)}"
        raise CxBlueprintError(msg) from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink()


def kind_of(mode: int) -> str:
    """Return what something is that is no file, by its mode."""
    if stat.S_ISDIR(mode):
        return "a folder"
    if stat.S_ISFIFO(mode):
        return "a pipe"
    if stat.S_ISSOCK(mode):
        return "a socket"
    return "a device"


def _privately(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _mode(target: Path) -> int:
    """Return the mode that the file has, or that a new one gets."""
    return stat.S_IMODE(target.stat().st_mode) if target.exists() else 0o666 & ~_umask()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
