"""What is made, and where it goes: parts of pages, and pictures."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from textwrap import indent

import cxblueprint as cx

from . import architecture, coverage, exceptions, explained, gallery, kit, look, vocabulary, words
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
    "glossary": words.words,
    "imports": architecture.told,
    "not run": exceptions.not_run,
    "facts of a rule": explained.facts,
    "strategies": kit.told,
    **gallery.ABOUT,
    "claims counted": coverage.counts,
    "claims": coverage.coverage,
    "colours": look.colours,
    "texts": look.texts,
    "counts": look.counts,
    "views": pictured.views,
    "parts": pictured.parts,
}
"""What stands on a page between `<!-- made: NAME -->` and `<!-- end -->`."""
GALLERY: Mapping[str, tuple[str, str | None]] = {
    "coffee-shop": ("journey-map", "morning-coffee"),
    "fibre-at-home": ("service-blueprint", "report-a-fault"),
    "shared-services": ("service-blueprint", "payroll-query"),
    "messy-bank": ("journey-map", "dispute-a-charge"),
    "streetlight-repair": ("service-blueprint", "as-done"),
    "account-opening": ("silos-network", None),
}
"""By example, what the gallery shows of it: a view of a journey, or of the whole where that is too wide."""
_PART = re.compile(
    r"^(?P<indent> *)<!-- made: (?P<name>[^\n]+) -->\n(?P<text>.*?)^ *<!-- end -->$", re.DOTALL | re.MULTILINE
)
_SHOWN = re.compile(r"!\[[^\]]*\]\((?P<path>[^)\s]+\.svg)\)")


def with_parts(text: str) -> str:
    """Return a page with the parts in it made anew, each as far from the edge as it was."""

    def again(match: re.Match[str]) -> str:
        name = match["name"]
        return indent(f"<!-- made: {name} -->\n\n{PARTS[name]()}\n\n<!-- end -->", match["indent"])

    return _PART.sub(again, text)


def pictures() -> Mapping[Path, str]:
    """Return the pictures of examples and of the architecture by the files that they belong in."""
    made = {
        DOCS / "assets" / "coffee-shop.svg": _picture("coffee-shop", "service-blueprint", "morning-coffee")
    }
    made[DOCS / "assets" / "architecture.svg"] = architecture.picture()
    for example, (view, journey) in GALLERY.items():
        made[DOCS / "assets" / "examples" / f"{example}.svg"] = _picture(example, view, journey)
    return made


def _picture(example: str, view: str, journey: str | None) -> str:
    graph = cx.Graph(cx.load(EXAMPLES / example))
    if journey is None:
        return cx.render(graph, view).svg
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
