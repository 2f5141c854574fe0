from __future__ import annotations

from urllib.parse import urljoin
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxblueprint.pictures.svg import Canvas, escape, number, safe_url, slug


@given(st.text())
def test_any_text_makes_a_document_that_parses(text: str) -> None:
    canvas = Canvas()
    with canvas.within("svg", aria_label=text):
        canvas.element("title", text)
        canvas.text(0, 0, text, "cx-ink", 12)
    ET.fromstring(canvas.markup())  # noqa: S314  # what we have drawn ourselves


@given(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"))
)
def test_what_is_escaped_reads_back_as_it_was(text: str) -> None:
    element = ET.fromstring(f'<a b="{escape(text)}">{escape(text)}</a>')  # noqa: S314  # our own again
    assert (element.get("b"), element.text or "") == (text, text)


def test_markup_in_a_text_stays_text() -> None:
    assert escape("<b>\"Tom\" & 'Jerry'\x00\x1b\ud800</b>") == (
        "&lt;b&gt;&quot;Tom&quot; &amp; &#39;Jerry&#39;&lt;/b&gt;"
    )


@pytest.mark.parametrize(
    ("value", "written"),
    [(1.0, "1"), (0.1 + 0.2, "0.3"), (-0.001, "0"), (12.3456, "12.35"), (-7.5, "-7.5"), (1e6, "1000000")],
)
def test_a_number_has_two_decimals_at_most(value: float, written: str) -> None:
    assert number(value) == written


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_a_number_that_is_no_place_is_refused(value: float) -> None:
    with pytest.raises(ValueError, match="a coordinate is"):
        number(value)


@pytest.mark.parametrize(
    "url",
    [
        "page/",
        "../a.html?b=1&c=2#d",
        "#here",
        "?q=1",
        "/root",
        "http://a.example/",
        "https://a.example",
        "mailto:a@b.c",
    ],
)
def test_a_link_to_the_site_the_web_or_a_mailbox_is_kept(url: str) -> None:
    assert safe_url(url) == url


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)", " jAva\tscript:alert(1)", "java\x00script:alert(1)", "data:text/html,x",
        "vbscript:x", "//evil.example/x", "\\\\evil.example", "/\\evil.example", "file:///etc/passwd",
        "http://[", "", " ", "1x:y",
        "\u202ejavascript:alert(1)", None,
    ],
)  # fmt: skip
def test_any_other_link_is_left_out(url: str | None) -> None:
    assert safe_url(url) is None


def test_a_space_in_a_link_is_kept_as_one() -> None:
    assert safe_url(" my page/a b ") == "my%20page/a%20b"


@given(st.text("jJaAvVsScCrRiIpPtT:/\\\t\n\x00 \u202e#?.", max_size=14))
def test_a_link_names_no_scheme_but_the_allowed(url: str) -> None:
    kept = safe_url(url)
    if kept is not None:
        resolved = urljoin("https://site.example/a/b/", kept.replace("\\", "/"))
        assert resolved.startswith("https://site.example/")


def test_a_group_leads_to_its_url_or_is_an_image() -> None:
    canvas = Canvas()
    with canvas.linked("page/", "Here"):
        pass
    with canvas.linked("javascript:alert(1)", "There"):
        pass
    assert canvas.markup() == (
        '<a href="page/">\n<title>Here</title>\n</a>\n<g role="img">\n<title>There</title>\n</g>\n'
    )


def test_a_line_that_nearly_fills_its_room_is_held_to_its_width() -> None:
    canvas = Canvas()
    canvas.text(10, 20, "Hotline", "cx-ink", 10, room=40)
    canvas.text(10, 40, "Hotline", "cx-ink", 10, room=400)
    assert canvas.markup() == (
        '<text x="10" y="20" class="cx-ink" font-size="10" textLength="31.12"'
        ' lengthAdjust="spacingAndGlyphs">Hotline</text>\n'
        '<text x="10" y="40" class="cx-ink" font-size="10">Hotline</text>\n'
    )


def test_text_from_right_to_left_starts_at_the_right_of_its_room() -> None:
    canvas = Canvas()
    canvas.text(10, 20, "\u05e9\u05dc\u05d5\u05dd", "cx-ink", 10, room=100)
    assert canvas.markup() == (
        '<text x="110" y="20" class="cx-ink" font-size="10" text-anchor="end">'
        "\u2067\u05e9\u05dc\u05d5\u05dd\u2069</text>\n"
    )


def test_a_text_without_anything_to_draw_draws_nothing() -> None:
    canvas = Canvas()
    canvas.text(0, 0, " \x00\u202e\n", "cx-ink", 12)
    assert canvas.markup() == ""


def test_an_id_is_made_of_letters_digits_and_hyphens() -> None:
    assert [slug("cx-Get help!"), slug("\u0645")] == ["cx-get-help", "x"]
