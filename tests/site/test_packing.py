"""Pages of a large site: what they hold, packed."""

from __future__ import annotations

import base64
import re
import zlib

import pytest

import cxblueprint as cx
from cxblueprint.site import build
from cxblueprint.site.writing.edition import MOST_COMPLETE
from cxblueprint.site.writing.packing import packed, unindented, without_references

STAGES = [{"name": "Go", "steps": [{"touchpoint": "ask"}, {"touchpoint": "get"}]}]


def unpacked(html: str) -> str:
    """Return what the script of a page makes of it."""
    [inside] = re.findall(r'<script type="application/octet-stream">([^<]*)</script>', html)
    return zlib.decompress(base64.b64decode(inside)).decode("utf-8")


def site(journeys: int, **settings: object) -> dict[str, list[tuple[str, bool, str]]]:
    """Return of each journey's page its pictures: the view, whether it is packed, and its file."""
    blueprint = cx.Blueprint.model_validate(
        {
            "id": "b",
            "title": "Many",
            "teams": [{"id": "ours", "name": "Ours"}, {"id": "theirs", "name": "Theirs"}],
            "touchpoints": [
                {"id": "ask", "name": "Ask", "owner": "ours"},
                {"id": "get", "name": "Get", "owner": "theirs"},
            ],
            "journeys": [{"id": f"j-{n}", "name": f"Journey {n}", "stages": STAGES} for n in range(journeys)],
        }
    )
    graph = cx.Graph(blueprint)
    made = build(graph, report=cx.check(graph), **settings)  # type: ignore[arg-type]  # whatever a test asks for
    assert made.is_large is (journeys > MOST_COMPLETE)
    shown: dict[str, list[tuple[str, bool, str]]] = {}
    for page in list(made.pages.values()):
        if page.path == "journeys/j-0.md":
            for figure in page.figures:
                view = figure.mark.split('"')[3]
                drawing = figure.draw()
                html = drawing.picture
                is_packed = html.startswith('<div class="cx-packed"')
                whole = unpacked(html) if is_packed else html
                assert whole.startswith("<figure")
                assert ("<summary>Same content as a table</summary>" in whole) is not is_packed
                shown.setdefault(page.path, []).append((view, is_packed, figure.file or ""))
    return shown


def test_a_site_of_few_journeys_is_complete_without_scripts() -> None:
    [pictures] = site(MOST_COMPLETE).values()
    assert {view for view, _, _ in pictures} >= {"service-blueprint", "journey-map", "silos"}
    assert not any(is_packed for _, is_packed, _ in pictures)
    assert all(file for _, _, file in pictures)


def test_a_site_of_many_journeys_has_fewer_pictures_and_packs_them() -> None:
    [pictures] = site(MOST_COMPLETE + 1).values()
    assert pictures == [("service-blueprint", True, "")]


def test_views_that_settings_name_are_shown_on_a_site_of_many_journeys_too() -> None:
    [pictures] = site(MOST_COMPLETE + 1, views=["silos"]).values()
    assert pictures == [("silos", True, "")]


def test_what_is_packed_says_so_where_no_script_runs_and_is_the_same_bytes_each_time() -> None:
    html = packed("<p>é</p>", 659.4)
    assert unpacked(html) == "<p>é</p>"
    assert 'data-height="659"' in html
    assert "<noscript><p " in html
    assert html == packed("<p>é</p>", 659.4)


@pytest.mark.parametrize(
    ("markup", "shown"),
    [
        ("get&#45;help&#58; it&#x27;s &#40;done&#41;", "get-help: it's (done)"),
        ("&lt;b&gt; &amp;#45; &#60; &quot; &nbsp;", "&lt;b&gt; &amp;#45; &#60; &quot; &nbsp;"),
    ],
)
def test_references_become_signs_unless_html_needs_them(markup: str, shown: str) -> None:
    assert without_references(markup) == shown


def test_indentation_goes_except_around_code() -> None:
    assert unindented("<p>\n\n    a\n  b</p>") == "<p>\na\nb</p>"
    assert unindented("<pre>\n    a</pre>") == "<pre>\n    a</pre>"
