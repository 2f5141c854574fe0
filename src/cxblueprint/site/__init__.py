"""The site: the pages about a blueprint as Markdown, for a documentation tool to publish."""

from cxblueprint.site.hosting.embedding import Embedding
from cxblueprint.site.hosting.fences import LANGUAGE
from cxblueprint.site.hosting.markdown_files import markdown_files
from cxblueprint.site.writing.edition import SourceLink

from .assets import offline_worker, script, style_sheet
from .building import build, build_rules
from .choices import Choices, choices_from
from .pages import Drawing, Figure, NavigationItem, Page, Section, Site

__all__ = [
    "LANGUAGE", "Choices", "Drawing", "Embedding", "Figure", "NavigationItem", "Page", "Section", "Site",
    "SourceLink", "build", "build_rules", "choices_from", "markdown_files", "offline_worker", "script",
    "style_sheet",
]  # fmt: skip
