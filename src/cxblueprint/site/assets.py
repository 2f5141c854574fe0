"""The style sheet and the scripts of a site."""

from __future__ import annotations

from importlib import resources

from cxblueprint.pictures import Theme, page_css

_STYLES = ("cxblueprint", "contrast", "tables", "tabs")
_SCRIPTS = ("pages", "pictures", "packed", "tabs", "tables", "wide")
"""In this order: what is in one is known to those after it."""


def style_sheet(theme: Theme | None = None) -> str:
    """Return the style sheet: the pictures' own in their colours, then what pages need around them."""
    return page_css(theme or Theme()) + "".join(_shipped(f"{name}.css") for name in _STYLES)


def script() -> str:
    """Return the script of pages: buttons of pictures, tabs, tables to sort, to choose from and to move.

    Without it pages lack nothing else; those of a large site lack their pictures, which it unpacks.
    """
    parts = "\n".join(_shipped(f"{name}.js") for name in _SCRIPTS)
    return f'(function () {{\n"use strict";\n{parts}}})();\n'


def offline_worker() -> str:
    """Return the script that lets a reader search in pages that were opened from a folder."""
    return _shipped("iframe-worker.js")


def _shipped(name: str) -> str:
    return resources.files(__package__).joinpath("static", name).read_text(encoding="utf-8")
