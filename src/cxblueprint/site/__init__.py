"""The site: the pages about a blueprint as Markdown, for a documentation tool to publish."""

from .assets import offline_worker, script, style_sheet
from .building import build, build_rules
from .pages import Drawing, Figure, NavigationItem, Page, Section, Site

__all__ = [
    "Drawing", "Figure", "NavigationItem", "Page", "Section", "Site", "build", "build_rules",
    "offline_worker", "script", "style_sheet",
]  # fmt: skip
