"""Nothing that a blueprint says may become markup, whatever extensions a documentation switched on."""

from __future__ import annotations

from html.parser import HTMLParser

import jinja2
import markdown as python_markdown
import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import cxblueprint as cx
from cxblueprint.pictures.text import clean
from cxblueprint.site import build
from cxblueprint.site.writing.markdown import (
    Markdown,
    attribute,
    choice,
    code,
    front_matter,
    headline,
    link,
    outward,
    prose,
    sorted_as,
    table,
    text,
)
from cxblueprint.testing.strategies import blueprints

EVERY_EXTENSION = [
    "abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "smarty", "tables", "toc",
    "wikilinks", "pymdownx.arithmatex", "pymdownx.betterem", "pymdownx.caret", "pymdownx.critic",
    "pymdownx.details", "pymdownx.emoji", "pymdownx.inlinehilite", "pymdownx.keys", "pymdownx.magiclink",
    "pymdownx.mark", "pymdownx.progressbar", "pymdownx.snippets", "pymdownx.superfences",
    "pymdownx.tasklist", "pymdownx.tilde", "pymdownx.blocks.admonition", "pymdownx.blocks.html",
]  # fmt: skip
HOSTILE = [
    "<script>alert(1)</script>",
    "</td></tr></table><img src=x onerror=alert(1)>",
    "a | b || c",
    "`code` ``more`` ~~~",
    "[link](javascript:alert(1)) ![i](x) [ref][r] [[wiki]] [^1] [x]: http://x",
    "# heading\n\n- item\n\n> quote\n---\n===",
    "1. first",
    "*a* _b_ **c** ~~d~~ ^^e^^ ==f== ++ctrl+alt++ {--g--} $h$ :smile:",
    "{: onclick=alert(1) } { #id .class }",
    "/// html | script\nalert(1)\n///",
    '--8<-- "/etc/passwd"',
    "!!! note\n    text",
    "??? question",
    '=== "Tab"',
    "http://example.org www.example.org someone@example.org",
    "&lt;b&gt; &amp;amp; &#x3c;",
    "\\*not escaped\\*",
    "{{ config.site_dir }} {% raw %}",
    "    four spaces\n\tand a tab",
    "שלום <b>עולם</b> | *x*",
    "quotes \" and ' and ” and \u202e turned",
]  # fmt: skip


ATTRIBUTES = {"id", "class", "href", "rel", "style", "data-key", "data-choice"}
"""What elements of ours say of themselves."""


class Reading(HTMLParser):
    """What a reader sees of HTML, and which elements there are."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.seen = ""
        self.elements: set[str] = set()
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        assert not {name for name, _ in attrs} - ATTRIBUTES

    def handle_data(self, data: str) -> None:
        self.seen += data


def published(markdown: str) -> Reading:
    return Reading(python_markdown.markdown(markdown, extensions=EVERY_EXTENSION))


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize(
    ("pattern", "elements"),
    [
        ("{}", {"p"}),
        ("# {}", {"h1"}),
        ("- {}", {"ul", "li"}),
        ("- **{}**: {}", {"ul", "li", "strong"}),
        ('<div class="cx-facts" markdown="1">\n\n- {}\n\n</div>', {"div", "ul", "li"}),
    ],
)
def test_words_are_shown_as_they_are_wherever_they_stand(
    words: str, pattern: str, elements: set[str]
) -> None:
    page = published(pattern.format(text(words), text(words)))

    assert page.elements - {"bdi"} == elements
    assert clean(words) in " ".join(page.seen.split())


@pytest.mark.parametrize("words", HOSTILE)
def test_words_stay_in_their_cell_of_a_table(words: str) -> None:
    page = published(table(("One", "Two"), [(text(words), Markdown("end"))]))

    assert page.elements - {"bdi"} == {"div", "table", "thead", "tbody", "tr", "th", "td"}
    assert "".join(page.seen.split()) == "OneTwo" + "".join(clean(words).split()) + "end"


@pytest.mark.parametrize("words", HOSTILE)
def test_words_stay_in_the_label_of_their_link(words: str) -> None:
    page = published(link(text(words), "teams/cx.md"))

    assert page.elements - {"bdi"} == {"p", "a"}
    assert " ".join(page.seen.split()) == clean(words)


@pytest.mark.parametrize("words", HOSTILE)
def test_words_by_which_a_table_is_sorted_or_chosen_from_stay_in_their_cell(words: str) -> None:
    row = (sorted_as(-1.5, text(words)), choice("Two", text(words)))
    page = published(table(("One", "Two"), [row], sortable=True, choices=["One"]))

    assert page.elements - {"bdi"} == {"div", "table", "thead", "tbody", "tr", "th", "td", "span"}
    shown = "".join(clean(words).split())
    assert "".join(page.seen.split()) == f"OneTwo{shown}{shown}"


def test_a_table_says_what_its_readers_may_do_with_it() -> None:
    rows = [(Markdown("a"), Markdown("b")), (Markdown("c"), Markdown(""))]

    plain = table(("One", "Two"), rows)
    offered = table(("One", "Two"), rows, sortable=True, choices=["Two"])

    assert plain.splitlines()[0] == '<div class="cx-table" markdown="1">'
    assert offered.splitlines()[0] == '<div class="cx-table cx-sortable" markdown="1">'
    assert offered.splitlines()[4:6] == ['| a | <span data-choice="Two">b</span> |', "| c |  |"]


@given(st.text(min_size=1))
@example("\x00\x0c\u2028*")
@example("\udcff")
def test_whatever_is_said_is_seen_and_nothing_else_happens(words: str) -> None:
    page = published(f"x {text(words)}")

    assert page.elements - {"bdi"} == {"p"}
    assert page.seen.split() == f"x {clean(words)}".split()


def test_words_from_right_to_left_do_not_turn_their_neighbours_around() -> None:
    assert text("שלום 12") == "<bdi>שלום 12</bdi>"


def test_plain_words_stay_plain() -> None:
    assert (
        text("In and out, or the next is on us; 90% of it") == "In and out, or the next is on us; 90% of it"
    )


def test_backticks_of_a_hint_mark_what_is_to_be_typed() -> None:
    page = published(prose("set `owner` to the id of a <b>team</b>, like `owner: *cx`"))

    assert page.elements == {"p", "code"}
    assert page.seen == "set owner to the id of a <b>team</b>, like owner: *cx"


@pytest.mark.parametrize("words", HOSTILE)
def test_code_is_shown_as_it_is(words: str) -> None:
    page = published(f"x {code(words)}")

    assert page.elements == {"p", "code"}
    assert page.seen == f"x {clean(words)}"


@pytest.mark.parametrize(
    ("url", "href"),
    [
        ("https://example.org/a?b=1&c=2#d", "https://example.org/a?b=1&amp;c=2#d"),
        ("handbook/page.html", "handbook/page.html"),
        ("mailto:someone@example.org", "mailto:someone@example.org"),
        (
            "https://example.org/`a`[b](c)<d>\"e\"'f'",
            "https://example.org/%60a%60%5Bb%5D%28c%29%3Cd%3E%22e%22%27f%27",
        ),
    ],
)
def test_a_link_that_a_blueprint_states_leads_where_it_says(url: str, href: str) -> None:
    html = python_markdown.markdown(outward("More", url), extensions=EVERY_EXTENSION)

    assert html == f'<p><a href="{href}" rel="noopener">More</a></p>'


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "java\nscript:alert(1)", "data:text/html,x", "//elsewhere.org"]
)
def test_a_link_that_is_not_safe_to_follow_is_only_named(url: str) -> None:
    assert outward("More", url) == "More"


def test_columns_in_which_no_row_says_anything_are_left_out() -> None:
    rows = [(text("a"), Markdown(""), text("1")), (text("b"), Markdown(""), Markdown(""))]

    assert table(("Name", "Empty", "Number"), rows, numbers=("Number",)) == (
        '<div class="cx-table" markdown="1">\n\n'
        "| Name | Number |\n| --- | ---: |\n| a | 1 |\n| b |  |\n\n"
        "</div>"
    )


def test_a_table_without_rows_is_nothing() -> None:
    assert table(("Name",), []) == ""


@given(st.text())
@example("a: b # c\n---\n- d")
@example("\U0001f600 & \x85")
def test_front_matter_is_read_back_as_it_was_said(words: str) -> None:
    shown = attribute(words)
    head, body, tail = front_matter({"title": shown}).partition("title:")

    assert (head, tail.endswith("\n---\n")) == ("---\n", True)
    assert yaml.safe_load(body + tail.removesuffix("---\n")) == {"title": shown}


OURS = {
    "a", "bdi", "br", "circle", "code", "details", "div", "em", "h1", "h2", "h3", "li", "ol", "p", "path",
    "rect", "span",
    "strong", "summary", "svg", "table", "tbody", "td", "text", "th", "thead", "tr", "ul",
}  # fmt: skip


class Elements(HTMLParser):
    """Which elements there are, and which of their attributes could do harm."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.harmful: set[str] = set()
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.add(tag)
        for name, value in attrs:
            scheme = (value or "").partition(":")[0].strip().lower()
            if name.startswith("on") or (
                name in ("href", "src") and scheme in ("javascript", "data", "vbscript")
            ):
                self.harmful.add(f"{name}={value}")


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(blueprints(min_journeys=1, max_journeys=1, messy=True))
def test_the_pages_of_any_blueprint_hold_no_elements_but_ours(blueprint: cx.Blueprint) -> None:
    graph = cx.Graph(blueprint)
    site = build(graph, report=cx.check(graph))

    for page in site.pages.values():
        body = page.markdown.split("\n---\n", 1)[1]
        elements = Elements(python_markdown.markdown(body, extensions=EVERY_EXTENSION))
        assert elements.found - OURS == set(), page.path
        assert elements.harmful == set(), page.path


@pytest.mark.parametrize(
    "title", ["__config", '{"__config": ""}', "\u8a9e__search", "\uff3f\uff3fconfig", "a_b"]
)
def test_no_title_of_a_page_takes_an_id_under_which_scripts_keep_something(title: str) -> None:
    html = python_markdown.markdown(headline(title), extensions=["toc", "attr_list"])

    assert html.startswith('<h1 id="page-title">')


@pytest.mark.parametrize("words", ["{{ 7 * 7 }}", "{% set x = 7 %}", "{# gone #}", "{{ cycler.__init__ }}"])
def test_no_title_and_no_description_is_a_template(words: str) -> None:
    told = cx.Blueprint(
        id="b", title=words, purpose=words, touchpoints=[cx.Touchpoint(id="t", name=words, notes=words)]
    )
    site = build(told, report=cx.check(told))
    texts = [
        value
        for page in site.pages.values()
        for value in (yaml.safe_load(page.markdown.split("---\n")[1]) or {}).values()
        if isinstance(value, str)
    ]
    rendered = [jinja2.Environment().from_string(said).render() for said in texts]  # noqa: S701  # as macros do

    assert len([said for said in texts if "7" in said or "#123" in said]) > 1
    assert rendered == texts


def test_any_other_title_has_the_id_that_the_host_makes_of_it() -> None:
    html = python_markdown.markdown(headline("Back Office"), extensions=["toc", "attr_list"])

    assert html == '<h1 id="back-office">Back Office</h1>'
