"""Files: read as text, written whole or not at all, and nothing overwritten without being asked."""

from __future__ import annotations

import os
import stat
import tempfile
from pathlib import Path

from cxblueprint.errors import CxBlueprintError, UsageError


def read_text(path: str | Path, *, missing: str = "") -> str:
    """Return what a file holds, which is UTF-8 with or without a mark at its beginning.

    Args:
        path: the file.
        missing: what to do where there is none, for the message.

    Raises:
        UsageError: there is no such file, or it cannot be read as text.
    """
    try:
        return Path(path).read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        msg = f"{path}: there is no such file{': ' if missing else ''}{missing}"
        raise UsageError(msg) from None
    except (OSError, ValueError) as error:  # a ValueError is text in another encoding, or a path with a NUL
        reason = (getattr(error, "strerror", None) or str(error)).lower()
        msg = f"{path}: cannot be read: {reason}"
        raise UsageError(msg) from None


def write_whole(path: str | Path, content: str | bytes, *, overwrite: bool = True) -> None:
    """Write a file so that it is either as before or complete, whatever interrupts.

    Args:
        path: the file; its folder must exist.
        content: text is written as UTF-8 with line feeds.
        overwrite: whether a file that is already there may be replaced.

    Raises:
        UsageError: the file is there and may not be replaced.
        CxBlueprintError: it cannot be written; nothing is changed then.
    """
    target = Path(path).resolve()  # a link stays a link, and what it names is written
    if not overwrite and target.exists():
        msg = f"{path}: there is such a file already: name another, or allow it with --force"
        raise UsageError(msg)
    data = content.encode() if isinstance(content, str) else content
    temporary: Path | None = None
    try:
        number, name = tempfile.mkstemp(prefix=f".{target.name[:40]}.", dir=target.parent)
        temporary = Path(name)
        with os.fdopen(number, "wb") as file:
            file.write(data)
        temporary.chmod(_mode(target))
        temporary.replace(target)
    except OSError as error:
        msg = f"{path}: cannot be written: {error.strerror or error}"
        raise CxBlueprintError(msg) from error
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)


def _mode(target: Path) -> int:
    """Return the mode that the file has, or that a new one gets."""
    return stat.S_IMODE(target.stat().st_mode) if target.exists() else 0o666 & ~_umask()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
