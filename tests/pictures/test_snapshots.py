"""What each view makes of one small blueprint, as text: elements with class and words, without places.

Where a drawing has changed on purpose, write the snapshots anew, and read what has become different:

    CX_RENEW=1 pytest tests/pictures/test_snapshots.py
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import cxblueprint as cx
from cxblueprint.checks import Finding, Severity
from cxblueprint.model import Subject
from cxblueprint.pictures import VIEWS, Picture, View

if TYPE_CHECKING:
    from .conftest import Drawing

    Look = Callable[[str], Drawing]

FOLDER = Path(__file__).parent / "snapshots"


# Made up, so that no new rule changes a snapshot.
CAUSES: tuple[tuple[str, Severity, str, str], ...] = (
    ("ABC001", "error", "touchpoint", "leave"),
    ("ABC002", "warning", "step", "repair/have-it-back/ride"),
    ("ABC003", "info", "team", "parts"),
    ("ABC004", "warning", "handoff", "desk-to-bench"),
    ("ABC005", "warning", "kpi", "home"),
    ("ABC006", "warning", "recovery-plan", "parts-again"),
    ("ABC007", "warning", "escalation-policy", "way-up"),
    ("ABC008", "error", "journey", "repair"),
)
FINDINGS = [
    Finding(code, "a-rule", severity, Subject(kind, address), "is not as it ought to be", "hint")
    for code, severity, kind, address in CAUSES
]


def drawn(view: View, graph: cx.Graph) -> Iterator[tuple[str, Picture]]:
    """Yield pictures of a view and what they are of: the first journey, or everything that is none."""
    subjects = view.subjects(graph)
    for subject in subjects[:1] if view.of == "journey" else subjects:
        concerning = view.concerning(graph, subject, FINDINGS)
        yield subject or "the whole blueprint", view(graph, subject, theme="light", findings=concerning)
    if view.has_pairs:
        yield "the pair", view(graph, theme="light", beside=True)


def told(picture: Picture, look_at: Look) -> Iterator[str]:
    """Yield what a picture is made of, then the same as a table and as a graph."""
    yield from look_at(picture.svg).outline()
    yield "table"
    for row in (picture.table.header, *picture.table.rows):
        yield "  " + " | ".join(row)
    yield "graph"
    yield from (f"  {line}" for line in picture.gv.expandtabs(2).splitlines())


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_a_view_is_made_of_what_it_was_made_of(view: View, look_at: Look) -> None:
    graph = cx.Graph(cx.load(FOLDER / "small.yaml"))
    lines = [
        line
        for subject, picture in drawn(view, graph)
        for line in (f"# {subject}", *told(picture, look_at), "")
    ]
    file = FOLDER / f"{view.name}.txt"
    if os.environ.get("CX_RENEW"):
        file.write_text("\n".join(lines), encoding="utf-8")
    assert file.exists(), f"{file.name} is not there: CX_RENEW=1 pytest {__file__} writes it"
    assert "\n".join(lines) == file.read_text(encoding="utf-8")


def test_no_snapshot_is_left_of_a_view_that_is_gone() -> None:
    assert {file.stem for file in FOLDER.glob("*.txt")} == set(VIEWS)
