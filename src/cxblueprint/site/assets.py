"""The style sheet and the scripts of a site."""

from __future__ import annotations

from importlib import resources

from cxblueprint.pictures import Theme, page_css


def style_sheet(theme: Theme | None = None) -> str:
    """Return the style sheet: the pictures' own in their colours, then what pages need around them."""
    return page_css(theme or Theme()) + _shipped("cxblueprint.css")


def script() -> str:
    """Return the script that lets a reader fit a picture to the page and see it alone."""
    return _shipped("cxblueprint.js")


def offline_worker() -> str:
    """Return the script that lets a reader search in pages that were opened from a folder."""
    return _shipped("iframe-worker.js")


def _shipped(name: str) -> str:
    return resources.files(__package__).joinpath("static", name).read_text(encoding="utf-8")
