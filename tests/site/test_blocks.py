"""Tables and lists are made by us as Markdown would make them."""

from __future__ import annotations

import re

import pytest
from markdown import Markdown as Converter

from cxblueprint.site import Page, build_rules
from cxblueprint.site.hosting.blocks import anchors_in, taken_out, words_in

from .conftest import SiteOf

EXTENSIONS = ("attr_list", "fenced_code", "md_in_html", "tables")


def address(path: str) -> str:
    return f"to/{path}"


def by_markdown(page: Page) -> str:
    """Return a page as Markdown makes it, with links that lead where ours do."""
    html = Converter(extensions=EXTENSIONS).convert(page.markdown)
    return re.sub(r'<a href="(?!https?:)', '<a href="to/', html)


def by_us(page: Page) -> tuple[str, int]:
    """Return a page with the blocks that we make, and how many those are."""
    short, made = taken_out(page.markdown, address)
    html = re.sub(r'<a href="(?!https?:)', '<a href="to/', Converter(extensions=EXTENSIONS).convert(short))
    for mark, block in made.items():
        html = html.replace(mark, block, 1)
    return html, len(made)


def squeezed(html: str) -> str:
    return re.sub(r"\n+", "\n", html).replace('="data-search-exclude"', "")


def test_a_page_is_the_same_as_if_markdown_had_made_all_of_it(site_of: SiteOf) -> None:
    counts = {}
    for page in (*site_of().pages.values(), *build_rules().pages.values()):
        ours, counts[page.path] = by_us(page)
        assert squeezed(ours) == squeezed(by_markdown(page)), page.path
        short, _ = taken_out(page.markdown, address)
        assert not re.search(
            r'class="cx-(?:table|findings|facts|counts|crumbs|ways)"[^>]*markdown="1"', short
        ), page.path
    assert counts["journeys/buy-bread.md"] >= 4


def block(inside: str) -> str:
    return f'<div class="cx-table" markdown="1">\n\n{inside}\n\n</div>'


@pytest.mark.parametrize(
    "inside",
    [
        "A paragraph",
        "[A definition]: of a link",
        "[A link](x.md)\ngoes on",
        "- an item\n\n- a loose item",
        "- an item\n  that goes on",
        "- an *italic* item",
        "- a `code` item",
        "- an ![image](x.png)",
        "- a [link](x.md 'with a title')",
        "- a <b>tag</b>",
        "- this & that",
        "| One | Two |\n| --- | --- |\n| of | three | cells |",
        "| One |\n| :---: |\n| in the middle |",
        "| One |\n| of two rows |",
    ],
)
def test_what_only_markdown_understands_is_left_to_it(inside: str) -> None:
    assert taken_out(block(inside), address) == (block(inside), {})


def test_a_block_with_a_link_that_leads_nowhere_is_left_for_mkdocs_to_warn_of_it() -> None:
    said = block("- a [link](gone.md)")
    assert taken_out(said, lambda _: None) == (said, {})


def test_a_block_tells_its_anchors_and_the_words_that_a_search_may_find() -> None:
    short, made = taken_out(
        '<div class="cx-findings" data-search-exclude markdown="1">\n\n'
        '- <span class="cx-here" id="a.b"></span>a place\n\n</div>\n\n' + block("- an item"),
        address,
    )
    first, second = made.values()
    assert short == "\n\n".join(made)
    assert (anchors_in(first), anchors_in(second)) == ({"a.b"}, set())
    assert (words_in(first), words_in(second)) == ("", "an item")
