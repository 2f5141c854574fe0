"""The pages as axe-core judges them, in windows of two widths, in light and in dark.

It applies what WCAG 2.0 to 2.2 ask for on the levels A and AA, to which laws and contracts refer, and its
best practices, such as landmarks and the order of headings, which readers feel although no law names them.
AAA is left out, as WCAG itself advises for whole sites. Whether the texts of pictures have contrast enough is
not for axe, which cannot see what lies behind them: `pictures/contrast.py` proves it for every theme.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest

from scripts.fetch_axe import AXE, FOLDER

from .conftest import served

if TYPE_CHECKING:
    from .conftest import Tab

pytestmark = pytest.mark.browser

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice")
KNOWN = {
    # Material's search is a dialog without a name. Its field has one, and only that is reached.
    "aria-dialog-name": ".md-search",
    # Material gives the buttons above each piece of code a landmark, and the same name to all of them.
    "landmark-unique": ".md-code__nav",
    # A card shows in short what its name says in whole sentences, so that the one is no part of the other
    # letter by letter. That the name has the card's own in it is proven in `test_reading_without_a_mouse.py`.
    "label-content-name-mismatch": "figure svg a",
}
"""What is found and stays: by rule, what it is found about."""
DOCUMENTATION = (
    "index.html",
    "tutorial.html",
    "reference/command.html",
    "reference/file-format.html",
    "reference/python.html",
    "rules/radio-silence.html",
    "why.html",
    "claims.html",
)
ASKED = {"resultTypes": ["violations"], "runOnly": {"type": "tag", "values": TAGS}}
# Rule, place and advice of everything that is found, except what is known.
JUDGE = f"""axe.run(document, {json.dumps(ASKED)}).then(found => {{
  const known = {json.dumps(KNOWN)};
  return found.violations.flatMap(rule => rule.nodes
    .filter(node => !document.querySelector(node.target[0]).matches(known[rule.id] || ':not(*)'))
    .map(node => `${{rule.id}} at ${{node.target}}: ${{node.failureSummary}}`));
}})"""


@pytest.fixture(scope="session")
def axe(browser: str) -> str:
    """The script of axe-core; without it tests are skipped, but not in continuous integration."""
    del browser
    package = FOLDER / "node_modules" / "axe-core"
    if not package.is_dir():
        missing = "axe-core is not in build/axe: `make axe` fetches it"
        if os.environ.get("CI"):
            pytest.fail(missing)
        pytest.skip(missing)
    version = json.loads((package / "package.json").read_text("utf-8"))["version"]
    assert f"axe-core@{version}" == AXE, "another version than the pinned one: `make axe` fetches that"
    return (package / "axe.min.js").read_text("utf-8")


def judged(tab: Tab, axe: str, url: str, *, dark: bool = False) -> list[str]:
    """Return what axe finds on a page with all its pictures shown, in a wide window and in a narrow one."""
    tab.resize(1440, dark=dark)
    tab.open(url)
    tab.run("document.querySelectorAll('.cx-tab[hidden]').forEach(panel => { panel.hidden = false })")
    tab.settle()
    tab.run(f"{axe}; 0")
    found = []
    for width in (1440, 390):
        tab.resize(width, dark=dark)
        # Material makes wide code a stop for the keyboard once it has been drawn.
        tab.run("new Promise(go => requestAnimationFrame(() => setTimeout(go, 50)))")
        found += [f"{width} px: {one}" for one in cast("list[str]", tab.run(JUDGE))]
    return found


@pytest.fixture(scope="session")
def documentation(published: Callable[[str], Path]) -> Iterator[str]:
    """The address of the project's own documentation."""
    with served(published("documentation")) as found:
        yield found


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing_on_any_page_about_a_blueprint(
    *, dark: bool, address: str, sorts: tuple[str, ...], axe: str, tab: Tab
) -> None:
    assert [(page, found) for page in sorts for found in judged(tab, axe, address + page, dark=dark)] == []


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("page", DOCUMENTATION)
def test_axe_finds_nothing_in_the_documentation(
    page: str, *, dark: bool, documentation: str, axe: str, tab: Tab
) -> None:
    assert judged(tab, axe, documentation + page, dark=dark) == []


BAD = """<!doctype html><html lang="en"><title>Bad</title><main><h1>Bad</h1><button></button>
<p style="color:#999">Pale</p><div class="md-search" role="dialog">Known</div></main>"""


def test_axe_finds_what_is_bad_unless_it_is_known(axe: str, tab: Tab, tmp_path: Path) -> None:
    (tmp_path / "bad.html").write_text(BAD, encoding="utf-8")
    found = judged(tab, axe, (tmp_path / "bad.html").as_uri())

    assert [one.partition(" at ")[0] for one in found] == [
        f"{width} px: {rule}" for width in (1440, 390) for rule in ("button-name", "color-contrast")
    ]
