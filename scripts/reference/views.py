"""The views, as a table for readers, and the parts of a site."""

from __future__ import annotations

from importlib import import_module

from cxblueprint import pictures
from cxblueprint.site.places import PARTS

_OF = {"journey": "a journey", "plan": "a plan", "blueprint": "the whole blueprint"}


def views() -> str:
    """Return a row for each view: what it shows, of what, and whether two journeys can stand in it."""
    rows = ["| view | shows | of | beside |", "|---|---|---|---|"]
    for view in pictures.VIEWS.values():
        module = import_module(f"{pictures.__name__}.{view.module}")
        told = (module.__doc__ or "").partition("\n")[0].partition(": ")[2].rstrip(".")
        rows.append(f"| `{view.name}` | {told} | {_OF[view.of]} | {'yes' if view.has_pairs else ''} |")
    return "\n".join(rows)


def parts() -> str:
    """Return the parts of a site, as settings name them."""
    return ", ".join(f"`{part}`" for part in PARTS)
