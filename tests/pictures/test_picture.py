from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

import cxblueprint as cx
from cxblueprint.errors import CxBlueprintError, MissingExtraError, UsageError
from cxblueprint.pictures import VIEWS, Picture, Table, png
from cxblueprint.pictures.theme import as_theme


@pytest.fixture
def picture() -> Picture:
    return Picture(
        view="service-blueprint",
        title='The "trip" & more',
        description="One step.",
        width=40,
        height=20,
        table=Table(("Step",), (("1 Call",),)),
        notes=(),
        theme=as_theme("auto"),
        uid="cx-trip",
        body='  <rect class="cx-ground" width="40" height="20"/>\n',
        sticky="",
    )


def test_a_picture_is_a_whole_document_that_names_itself(picture: Picture) -> None:
    root = ET.fromstring(picture.svg)  # noqa: S314  # what we have drawn ourselves
    svg = "{http://www.w3.org/2000/svg}"
    assert (root.get("role"), root.get("aria-labelledby"), root.get("aria-describedby")) == (
        "group",
        "cx-trip-title",
        "cx-trip-desc",
    )
    assert [(e.tag, e.get("id"), e.text) for e in root[:2]] == [
        (f"{svg}title", "cx-trip-title", 'The "trip" & more'),
        (f"{svg}desc", "cx-trip-desc", "One step."),
    ]
    assert root[2].tag == f"{svg}style"


def test_a_picture_in_a_page_brings_no_style(picture: Picture) -> None:
    assert "<style" not in picture.inline
    assert 'class="cx-page"' in picture.inline


def test_a_picture_shows_itself_in_a_notebook(picture: Picture) -> None:
    assert picture._repr_svg_() == picture.svg


def test_a_picture_is_called_by_its_view_and_title_in_a_console(picture: Picture) -> None:
    assert repr(picture) == "<Picture service-blueprint 'The \"trip\" & more' 40x20>"


def test_a_picture_is_saved_as_svg(picture: Picture, tmp_path: Path) -> None:
    path = picture.save(tmp_path / "trip.svg")
    assert path.read_text(encoding="utf-8") == picture.svg


def test_a_picture_is_saved_as_png_of_twice_its_size(picture: Picture, tmp_path: Path) -> None:
    pytest.importorskip("resvg_py")
    data = picture.save(tmp_path / "trip.PNG").read_bytes()
    size = [int.from_bytes(data[start : start + 4]) for start in (16, 20)]
    assert (data[:8], size) == (b"\x89PNG\r\n\x1a\n", [80, 40])


@pytest.mark.parametrize(
    ("name", "suffix", "way_out"),
    [("trip.pdf", ".pdf", "; a PDF comes from printing a page of the site"), ("trip", "", "")],
)
def test_another_suffix_is_refused_and_the_allowed_ones_are_named(
    picture: Picture, name: str, suffix: str, way_out: str
) -> None:
    with pytest.raises(UsageError) as refused:
        picture.save(name)
    assert str(refused.value) == (
        f"'{name}' names no format of a picture: its suffix is {suffix!r},"
        f" allowed are .svg, .png, .gv{way_out}"
    )


def test_a_picture_that_cannot_be_made_leaves_the_old_file_as_it_was(
    picture: Picture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> bytes:
        raise CxBlueprintError("no")

    old = tmp_path / "trip.png"
    old.write_bytes(b"old")
    monkeypatch.setattr(png, "to_png", fail)
    with pytest.raises(CxBlueprintError):
        picture.save(old)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"trip.png": b"old"}


def test_without_the_extra_a_png_is_refused_with_its_name(
    picture: Picture, monkeypatch: pytest.MonkeyPatch
) -> None:
    png._shows_text.cache_clear()
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    with pytest.raises(MissingExtraError, match=r"^PNG output needs the extra `png`"):
        picture.png()


def test_without_a_font_a_png_is_refused_and_the_way_out_is_named(
    picture: Picture, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("resvg_py")
    png._shows_text.cache_clear()
    monkeypatch.setattr(png, "_rasterise", lambda _svg, _zoom: b"blank")
    with pytest.raises(CxBlueprintError, match="no font that a PNG could be written with"):
        picture.png()
    png._shows_text.cache_clear()


def test_a_crash_of_the_rasteriser_is_an_error_like_any_other(
    picture: Picture, monkeypatch: pytest.MonkeyPatch
) -> None:
    resvg_py = pytest.importorskip("resvg_py")

    class PanicException(BaseException):
        """What a panic looks like from Python."""

    def panic(**_: object) -> bytes:
        raise PanicException("removal index")

    monkeypatch.setattr(png, "_shows_text", lambda: True)
    monkeypatch.setattr(resvg_py, "svg_to_bytes", panic)
    with pytest.raises(
        CxBlueprintError, match=r"^the picture cannot become a PNG: removal index; save it as \.svg$"
    ):
        picture.png()


def test_what_stops_the_program_passes_the_rasteriser(
    picture: Picture, monkeypatch: pytest.MonkeyPatch
) -> None:
    resvg_py = pytest.importorskip("resvg_py")

    def interrupt(**_: object) -> bytes:
        raise KeyboardInterrupt

    monkeypatch.setattr(png, "_shows_text", lambda: True)
    monkeypatch.setattr(resvg_py, "svg_to_bytes", interrupt)
    with pytest.raises(KeyboardInterrupt):
        picture.png()


def test_a_very_long_picture_is_drawn_smaller(monkeypatch: pytest.MonkeyPatch) -> None:
    zooms: list[float] = []

    def rasterise(_svg: str, zoom: float) -> bytes:
        zooms.append(zoom)
        return b""

    monkeypatch.setattr(png, "_shows_text", lambda: True)
    monkeypatch.setattr(png, "_rasterise", rasterise)
    for width, height in ((1_000, 1_000), (20_000, 3_000), (32_767, 10), (10, 40_000)):
        png.to_png("", width, height)
    assert zooms == [2.0, 1.0, 1.0, 32_767 / 40_000]


@pytest.mark.parametrize(("width", "height"), [(50_000, 500), (500, 50_000), (13_000, 13_000)])
def test_a_picture_too_large_for_a_png_is_refused_and_the_way_out_is_named(width: int, height: int) -> None:
    with pytest.raises(CxBlueprintError) as refused:
        png.to_png("", width, height)
    assert str(refused.value) == (
        f"a picture of {width:,} by {height:,} units is too large for a PNG that anybody could read: "
        "draw a part of it, such as one stage, or save it as .svg"
    )


def test_joined_emoji_and_scripts_are_shaped_piece_by_piece() -> None:
    content = "a \U0001f469\u200d\U0001f4bb \u0915\u094d\u0937"
    line = f'<text x="9" y="5" font-size="10" text-anchor="middle">{content}</text>'
    assert png._JOINED_LINE.sub(png._in_runs, line) == (
        '<text x="-17.53" y="5" font-size="10"><tspan y="5">a </tspan>'
        '<tspan y="5">\U0001f469\u200d\U0001f4bb</tspan><tspan y="5"> </tspan>'
        '<tspan y="5">\u0915\u094d\u0937</tspan></text>'
    )


def test_emoji_in_a_line_from_right_to_left_are_taken_apart() -> None:
    line = '<text x="9" y="5">\u2067\u0645 \U0001f469\u200d\U0001f4bb \U0001f1e9\U0001f1ea\u2069</text>'
    assert png._JOINED_LINE.sub(png._in_runs, line) == (
        '<text x="9" y="5">\u2067\u0645 \U0001f469\U0001f4bb \U0001f1e9\u200b\U0001f1ea\u2069</text>'
    )


def test_plain_sans_faces_are_asked_first() -> None:
    names = ["NotoSerif-Regular.ttf", "NotoSans-Bold.ttf", "NotoSans-Regular.ttf", "NotoColorEmoji.ttf"]
    assert sorted(names, key=lambda name: png._rank(Path(name))) == [
        "NotoColorEmoji.ttf",
        "NotoSans-Regular.ttf",
        "NotoSans-Bold.ttf",
        "NotoSerif-Regular.ttf",
    ]


@pytest.mark.parametrize(
    ("platform", "folder"),
    [("win32", "Fonts"), ("darwin", "System/Library/Fonts"), ("linux", "share/fonts")],
)
def test_fonts_are_looked_for_where_the_system_keeps_them(
    platform: str, folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    assert any(str(path).replace("\\", "/").endswith(folder) for path in png._folders())


@pytest.mark.parametrize("view", [name for name, view in VIEWS.items() if view.of == "journey"])
def test_every_view_shows_its_words_in_a_png(view: str, journey_of: Callable[..., cx.Graph]) -> None:
    pytest.importorskip("resvg_py")
    graph = journey_of({"touchpoint": "call"}, touchpoints=[{"id": "call", "name": "Call"}])
    for subject in VIEWS[view].subjects(graph):
        drawn = VIEWS[view](graph, subject, theme="light")
        without_words = re.sub(">[^<]+</text>", "></text>", drawn.svg)
        assert png.to_png(without_words, drawn.width, drawn.height) != drawn.png()


def test_views_are_known_by_their_names() -> None:
    assert list(VIEWS) == [
        "service-blueprint",
        "journey-map",
        "silos",
        "silos-network",
        "ownership",
        "measures",
        "governance",
        "recovery",
        "portfolio",
    ]
