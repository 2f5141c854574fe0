"""A site as files for any tool that publishes Markdown: pages, pictures, a style sheet, the navigation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

import yaml

from cxblueprint.site.assets import style_sheet
from cxblueprint.site.pages import NavigationItem, Section
from cxblueprint.site.writing.addresses import relative_path
from cxblueprint.site.writing.markdown import block, text

if TYPE_CHECKING:
    from cxblueprint.pictures import Theme
    from cxblueprint.site.pages import Drawing, Page, Site

STYLE_SHEET = "assets/cxblueprint.css"
NAVIGATION = ".nav.yml"
"""Begins with a dot: it is for the tool, and no page or file for readers."""
_HEAD = "# The pages in their order, as `nav` in mkdocs.yml has them; paths start in this folder.\n"


def markdown_files(sites: Iterable[Site], *, theme: Theme) -> Mapping[str, str]:
    """Return what is in each file, by its path; the pictures are drawn.

    Pictures are files beside their pages, which every tool can show. How pages will be addressed is the
    tool's, so the sites have to be built with `directory_urls=None`.
    """
    files: dict[str, str] = {STYLE_SHEET: style_sheet(theme)}
    listed: list[object] = []
    for site in sites:
        listed += map(_listed, site.navigation)
        for page in site.pages.values():
            files |= dict(_files_of(page))
    nav = yaml.safe_dump({"nav": listed}, allow_unicode=True, sort_keys=False, width=10_000)
    files[NAVIGATION] = _HEAD + nav
    return files


def _files_of(page: Page) -> Iterator[tuple[str, str]]:
    """Yield a page, its pictures put in, and before it the files of these."""
    markdown = page.markdown
    for order, figure in enumerate(page.figures):
        drawing = figure.draw()
        file = figure.file or f"{page.path.removesuffix('.md')}.{order + 1}.svg"
        if drawing.svg:
            yield file, drawing.svg
        shown = _picture(drawing, relative_path(page.path, file)) if drawing.svg else drawing.picture
        markdown = markdown.replace(figure.mark, shown, 1)
    yield page.path, markdown


def _picture(drawing: Drawing, file: str) -> str:
    """Return a picture that leads to itself, to be seen in full, with the same content as a table."""
    return f"{block(f'[![{text(drawing.title)}]({file})]({file})', 'picture')}\n\n{drawing.table}"


def _listed(item: NavigationItem) -> Any:  # noqa: ANN401  # as YAML has it
    return {item.title: [_listed(inner) for inner in item.items]} if isinstance(item, Section) else item
