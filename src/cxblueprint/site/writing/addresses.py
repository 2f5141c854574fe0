"""Where every page is, and how one leads to another."""

from __future__ import annotations

import posixpath
from functools import lru_cache

# A page of this name would be a folder's own, or cannot be a file on Windows.
_TAKEN = frozenset(
    {"index", "con", "prn", "aux", "nul"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)}
)


_remembered = lru_cache(maxsize=8192)
"""Pages lead to the same few others over and over."""


@_remembered
def page_path(base: str, folder: str, name: str) -> str:
    """Return the path of the page about one thing, such as `journeys/get-help.md`.

    Ids have no underscore, so the one that sets a taken name apart makes no new clash.
    """
    return join(base, folder, f"{name}_.md" if name in _TAKEN else f"{name}.md")


def join(*parts: str) -> str:
    """Return a path of the parts that are not empty."""
    return posixpath.normpath(posixpath.join(*(part.strip("/") for part in parts if part.strip("/"))))


def relative_path(source: str, target: str) -> str:
    """Return how the page at `source` refers to the file at `target`, as Markdown links do."""
    return _way(posixpath.dirname(source), target)


@_remembered
def _way(start: str, target: str) -> str:
    return posixpath.relpath(target, start or ".")


def relative_url(source: str, target: str, *, directory_urls: bool) -> str:
    """Return how the published page of `source` leads to the published page of `target`.

    Args:
        source: the path of a page, such as `journeys/get-help.md`.
        target: the path of another, or of a file that is published as it is.
        directory_urls: whether `a/b.md` becomes `a/b/index.html` rather than `a/b.html`.
    """
    here = posixpath.dirname(_published(source, directory_urls=directory_urls))
    there = _published(target, directory_urls=directory_urls)
    if directory_urls and posixpath.basename(there) == "index.html":
        return _way(here, posixpath.dirname(there) or ".") + "/"
    return _way(here, there)


def beside(path: str, name: str, *, directory_urls: bool) -> str:
    """Return where a file lies next to the published page of `path`, so that the page's links hold for it."""
    if not directory_urls:
        return f"{posixpath.splitext(path)[0]}.{name}"
    return posixpath.join(posixpath.dirname(_published(path, directory_urls=True)), name)


def _published(path: str, *, directory_urls: bool) -> str:
    stem, suffix = posixpath.splitext(path)
    if suffix != ".md":
        return path
    if directory_urls and posixpath.basename(stem) != "index":
        return f"{stem}/index.html"
    return f"{stem}.html"
