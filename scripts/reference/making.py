"""What is made, and where it goes: parts of pages, and pictures."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import cxblueprint as cx

from . import coverage, look, vocabulary
from . import views as pictured
from .blocks import replayed
from .sources import DOCS, EXAMPLES, named, pages

PARTS: Mapping[str, Callable[[], str]] = {
    "root keys": vocabulary.root_keys,
    "every element": vocabulary.every_element,
    "things": vocabulary.things,
    "models": vocabulary.models,
    "metrics": vocabulary.metrics,
    "limits": vocabulary.limits,
    "claims counted": coverage.counts,
    "claims": coverage.coverage,
    "colours": look.colours,
    "texts": look.texts,
    "counts": look.counts,
    "views": pictured.views,
    "parts": pictured.parts,
}
"""What stands on a page between `<!-- made: NAME -->` and `<!-- end -->`."""
GALLERY: Mapping[str, tuple[str, str]] = {
    "coffee-shop": ("journey-map", "morning-coffee"),
    "fibre-at-home": ("service-blueprint", "report-a-fault"),
    "shared-services": ("service-blueprint", "payroll-query"),
    "messy-bank": ("journey-map", "dispute-a-charge"),
    "streetlight-repair": ("service-blueprint", "as-done"),
}
"""By example, what the gallery shows of it: a view of a journey. The sixth is too wide to be read there."""
_PART = re.compile(r"^<!-- made: (?P<name>[^\n]+) -->\n(?P<text>.*?)^<!-- end -->$", re.DOTALL | re.MULTILINE)
_SHOWN = re.compile(r"!\[[^\]]*\]\((?P<path>[^)\s]+\.svg)\)")


def with_parts(text: str) -> str:
    """Return a page with the parts in it made anew."""

    def again(match: re.Match[str]) -> str:
        name = match["name"]
        return f"<!-- made: {name} -->\n\n{PARTS[name]()}\n\n<!-- end -->"

    return _PART.sub(again, text)


def pictures() -> Mapping[Path, str]:
    """Return the pictures of examples by the files that they belong in."""
    made = {
        DOCS / "assets" / "coffee-shop.svg": _picture("coffee-shop", "service-blueprint", "morning-coffee")
    }
    for example, (view, journey) in GALLERY.items():
        made[DOCS / "assets" / "examples" / f"{example}.svg"] = _picture(example, view, journey)
    return made


def _picture(example: str, view: str, journey: str) -> str:
    graph = cx.Graph(cx.load(EXAMPLES / example))
    met = {touchpoint.id for touchpoint in graph.journey(journey).touchpoints}
    findings = [
        finding
        for finding in cx.check(graph).found
        if finding.subject.id.partition("/")[0] == journey
        or (finding.subject.kind == "touchpoint" and finding.subject.id in met)
    ]
    return cx.render(graph, view, journey=journey, findings=findings).svg


def remade(page: Path) -> Mapping[Path, str]:
    """Return a page as it is to be today, and the pictures that its own commands draw, by their files.

    A page shows such a picture as `assets/NAME-OF-THE-PAGE/FILE.svg`.
    """
    text = with_parts(page.read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        made = {page: replayed(text, named(page), Path(folder))}
        for shown in _SHOWN.findall(text):
            target = (page.parent / shown).resolve()
            if target.parent == DOCS / "assets" / page.stem:
                made[target] = (Path(folder) / target.name).read_text(encoding="utf-8")
    return made


def made_anew() -> Iterator[tuple[Path, str]]:
    """Yield every file with something made in it, and what it is to hold today."""
    yield from pictures().items()
    for page in pages():
        yield from remade(page).items()
