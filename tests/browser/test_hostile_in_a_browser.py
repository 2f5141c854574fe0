"""A browser runs nothing, asks nobody and shows no element that a text of a blueprint put there."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast
from urllib.parse import urlsplit

import markdown as python_markdown
import pytest

from tests.security.publishing import SIZE, pictures_of, publish_markdown
from tests.security.vectors import FOREIGN, MARK, VECTORS, attack, each_in_turn, in_groups

from .conftest import Browser, Tab, served
from .test_site_in_a_browser import search_for

pytestmark = pytest.mark.browser

HOOK = """
window.hit = number => cxHit(String(number));
for (const name of ['alert', 'confirm', 'prompt', 'open']) window[name] = () => cxHit(name);
"""
# What is in a page as the browser has read it, whatever its source says.
LOOK = f"""[...document.querySelectorAll('*')].flatMap(element => [
  ...(/^({MARK}|iframe|object|embed|base|foreignObject|animate|set)$/i.test(element.localName)
      && !element.srcdoc?.startsWith('<body></body>') ? [element.localName] : []),
  ...(/^refresh$/i.test(element.httpEquiv) ? ['meta http-equiv'] : []),
  ...(element.localName === 'form' && element.hasAttribute('action') ? ['form action'] : []),
  ...[...element.attributes].filter(one => /^on|^srcdoc$|^autofocus$/i.test(one.name)).map(one => one.name),
  ...[...element.attributes].flatMap(one => {{
    if (!/(^|:)(href|src|action|data|to)$/i.test(one.name)) return [];
    const goal = new URL(one.value, document.baseURI);
    return /^(https?|file|mailto):$/.test(goal.protocol) && goal.host !== '{FOREIGN}' ? [] : [one.value];
  }}),
])"""
PRESS = "document.querySelectorAll('.cx-sort, .cx-bar button, .cx-filter button').forEach(b => b.click())"
WAIT = "new Promise(go => requestAnimationFrame(() => setTimeout(go, 20)))"


class WatchedTab(Tab):
    """A page that tells what a hostile text did in it."""

    def __init__(self, browser: Browser) -> None:
        super().__init__(browser)
        self._call("Runtime.addBinding", name="cxHit")
        self._call("Page.addScriptToEvaluateOnNewDocument", source=HOOK)

    @property
    def hits(self) -> list[str]:
        """The numbers of the texts that were run since the page was opened."""
        said = (event for event in self._events if event.get("method") == "Runtime.bindingCalled")
        return [event["params"]["payload"] for event in said]

    def found(self, url: str) -> list[str]:
        """Open a page and return everything in it that a hostile text has brought about."""
        self.open(url)
        looked = cast("list[str]", self.run(LOOK))
        self.run(WAIT)
        asked = [one for one in self.addresses if urlsplit(one).hostname == FOREIGN]
        return [*self.hits, *looked, *asked]


@pytest.fixture
def watched(running_browser: Browser) -> Iterator[WatchedTab]:
    fresh = WatchedTab(running_browser)
    yield fresh
    fresh.close()


# That it could fail


def _in_markdown(text: str) -> str:
    extensions = ["attr_list", "md_in_html", "footnotes", "admonition", "tables", "fenced_code"]
    return str(python_markdown.markdown(text, extensions=extensions))


def _around(before: str, after: str = "") -> Callable[[str], str]:
    return lambda text: f"{before}{text}{after}"


_IN_A_LINK = _around('<a href="', '">x</a>')
_IN_A_PICTURE = _around('<svg xmlns="http://www.w3.org/2000/svg">', "</svg>")
_TWICE_READ = _around('<iframe srcdoc="', '"></iframe>')
LIVE: dict[str, Callable[[str], str]] = {
    "title": _around("<title>", "</title>"),
    "style": _around("<style>", "</style>"),
    "comment": _around("<!-- ", " -->"),
    "cdata": _around("<svg><![CDATA[", "]]></svg>"),
    "inside-script": _around("<script>x = '", "'</script>"),
    "inside-textarea": _around("<textarea>", "</textarea>"),
    "attribute": _around('<input title="', '">'),
    "css": _around("<style>p { color: ", "</style><p>x</p>"),
    "outside": _around('<img src="', '">'),
    "outside-by-backslashes": _around('<img src="', '">'),
    **{name: _IN_A_LINK for name in VECTORS if name.startswith(("javascript", "vbscript", "data"))},
    **dict.fromkeys(("foreign-object", "animate", "set-href"), _IN_A_PICTURE),
    **dict.fromkeys(("references", "named-references"), _TWICE_READ),
    **{
        name: _in_markdown
        for name in VECTORS
        if name.startswith(("markdown", "attribute-list", "admonition"))
    },
    "markdown-reference": lambda text: _in_markdown(f"[x]\n\n{text}"),
    "markdown-code": lambda text: _in_markdown(text.replace("```", "")),
    "markdown-tick": lambda text: _in_markdown(text.strip("`")),
    "attribute-list": lambda text: _in_markdown(f"x\n{text}"),
    "html-in-markdown": _in_markdown,
    "cell": lambda text: _in_markdown(f"| {text}"),
    "snippet": _around("", f"<{MARK}>"),
}
# What does nothing in this browser, or in what Python-Markdown makes of it, but may elsewhere.
NOT_HERE = {
    "javascript-encoded", "use", "template", "snippet", "shortcode", "yaml-tag", "markdown-breakout",
    "markdown-autolink",
}  # fmt: skip


@pytest.mark.parametrize("vector", [name for name in VECTORS if name not in NOT_HERE])
def test_what_is_let_through_is_seen(vector: str, tmp_path: Path, watched: WatchedTab) -> None:
    live = LIVE.get(vector, _around(""))(attack(vector, 7))
    (tmp_path / "index.html").write_text(f"<!doctype html><body>{live}</body>", encoding="utf-8")
    with served(tmp_path) as address:
        assert watched.found(f"{address}index.html") != []


# That it does not


@pytest.fixture(scope="session")
def hostile_site(published: Callable[[str], Path]) -> Path:
    return published("hostile")


@pytest.mark.parametrize("part", range(4))
def test_no_page_of_a_hostile_blueprint_does_anything(
    part: int, hostile_site: Path, watched: WatchedTab
) -> None:
    pages = sorted(page.relative_to(hostile_site).as_posix() for page in hostile_site.rglob("*.html"))
    watched.resize(1440)
    with served(hostile_site) as address:
        for page in pages[part::4]:
            found = watched.found(address + page)
            watched.run(PRESS)
            assert (page, found, watched.hits, watched.complaints) == (page, [], [], [])
    assert len(pages) > 150


def test_no_picture_of_a_hostile_blueprint_does_anything_on_its_own(
    tmp_path: Path, hostile_site: Path, watched: WatchedTab
) -> None:
    pictures = {path.name: path.read_text(encoding="utf-8") for path in hostile_site.rglob("*.svg")}
    for first in range(0, len(VECTORS), 13):
        for order, picture in enumerate(pictures_of(each_in_turn(first=first), SIZE)):
            pictures[f"{first}-{order}.svg"] = picture.svg
    for name, svg in pictures.items():
        (tmp_path / name).write_text(svg, encoding="utf-8")
    (tmp_path / "favicon.ico").touch()
    with served(tmp_path) as address:
        for name in pictures:
            assert (name, watched.found(address + name), watched.complaints) == (name, [], [])
    assert len(pictures) > 80


def test_no_page_that_another_tool_makes_of_our_markdown_does_anything(
    tmp_path: Path, watched: WatchedTab
) -> None:
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    publish_markdown(tmp_path / "docs", in_groups(1), 1)
    settings = tmp_path / "mkdocs.yml"
    for theme in ("mkdocs", "readthedocs", "material"):
        settings.write_text(
            f"site_name: X\ntheme: {{name: {theme}, font: false, highlightjs: false}}\nplugins: []\n"
            "markdown_extensions: [attr_list, md_in_html, tables, footnotes, admonition, def_list, abbr]\n",
            encoding="utf-8",
        )
        site = tmp_path / theme
        build(load_config(str(settings), site_dir=str(site)))
        with served(site) as address:
            for page in sorted(page.relative_to(site).as_posix() for page in site.rglob("*.html"))[::4]:
                assert (theme, page, watched.found(address + page)) == (theme, page, [])


def test_the_search_shows_hostile_words_and_does_nothing(hostile_site: Path, watched: WatchedTab) -> None:
    watched.resize(1440)
    with served(hostile_site) as address:
        for words in ("onerror", "script", "include"):
            watched.open(f"{address}index.html")
            search_for(words, watched)
            watched.wait_until("document.querySelector('.md-search-result__item')")
            watched.run("new Promise(go => setTimeout(go, 500))")
            said = json.dumps(watched.run("document.querySelector('.md-search-result').textContent"))
            assert "hit(" in said
            assert (words, watched.run(LOOK), watched.hits, watched.complaints) == (words, [], [], [])
