"""The proof that edits do what is wished and nothing else: the files are loaded again, and compared."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from cxblueprint.checks import Remove, Rename, Replace
from cxblueprint.errors import LoadError
from cxblueprint.graph import Graph, references_in
from cxblueprint.loading import encode_like, load_contents
from cxblueprint.model import Declared, Handoff, Journey, Step, Subject

from .edits import Edit, apply
from .plan import Deed, Reading
from .wishes import Path, Wish

if TYPE_CHECKING:
    from cxblueprint.model import Blueprint, Element


_NO_BLUEPRINT = "the files would be no blueprint then"
_ANOTHER = "that would change something else too"


def proven(
    reading: Reading, deeds: Sequence[Deed]
) -> tuple[Reading, tuple[Deed, ...], list[tuple[Deed, str]]]:
    """Return the files after those of the deeds that keep the blueprint, those deeds, and why not the others.

    All are tried at once; where that fails, each half on its own, so that what is wrong is left out alone.
    """
    proof = _Proof(reading)
    kept = proof.tried((), tuple(deeds))
    return proof.reached, kept, proof.failed


class _Proof:
    """Holds deeds against the blueprint that they have to lead to."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._data = _dumped(reading.blueprint)
        self._ways = list(_ways(reading.blueprint))
        self.reached = reading
        """The files after the deeds that can be done, as far as they have been tried."""
        self.failed: list[tuple[Deed, str]] = []

    def tried(self, kept: tuple[Deed, ...], deeds: tuple[Deed, ...]) -> tuple[Deed, ...]:
        """Return the deeds that can be done, those `kept` before among them; `failed` has the others."""
        after = self._after((*kept, *deeds)) if deeds else self.reached
        if isinstance(after, Reading):
            self.reached = after
            return (*kept, *deeds)
        if len(deeds) == 1:
            self.failed.append((deeds[0], after))
            return kept
        middle = len(deeds) // 2
        return self.tried(self.tried(kept, deeds[:middle]), deeds[middle:])

    def _after(self, deeds: tuple[Deed, ...]) -> Reading | str:
        """Return the files after some deeds, or why they would not be the blueprint that is meant."""
        contents = list(self._reading.contents)
        for number, edits in edits_by_file(deeds).items():
            content, source = contents[number], self._reading.sources[number]
            data = encode_like(apply(source.text, edits), content.data)
            contents[number] = replace(content, data=data)
        try:
            blueprint, sources = load_contents(contents)
        except LoadError:
            return _NO_BLUEPRINT
        if not self._is_meant(blueprint, [granted.wish for deed in deeds for granted in deed.granted]):
            return _ANOTHER
        return Reading(blueprint, tuple(contents), sources)

    def _is_meant(self, blueprint: Blueprint, wishes: Sequence[Wish]) -> bool:
        meant = json.loads(self._data)
        _fulfil(meant, wishes)
        if json.dumps(meant) != _dumped(blueprint):
            return False
        gone = [wish.path for wish in wishes if isinstance(wish.repair, Remove)]
        before = [target for path, target in self._ways if not any(path[: len(out)] == out for out in gone)]
        after = [target for _, target in _ways(blueprint)]
        return len(before) == len(after) and all(
            old is None or old == new for old, new in zip(before, after, strict=True)
        )


def edits_by_file(deeds: Sequence[Deed]) -> dict[int, list[Edit]]:
    """Return the edits of some deeds by the number of the file that they are made in."""
    found: dict[int, list[Edit]] = {}
    for deed in deeds:
        for edit in deed.edits:
            found.setdefault(edit.file, []).append(edit)
    return found


def _dumped(blueprint: Blueprint) -> str:
    # As text: what is equal in Python, such as 1 and true, or 60s and 1min, is not the same in a file.
    return json.dumps(blueprint.model_dump(mode="json"))


def _fulfil(data: dict[str, Any], wishes: Sequence[Wish]) -> None:
    """Change plain data as wished; what renames or moves what other wishes speak of comes last."""
    renamed: dict[Path, str] = {}
    gone: set[Path] = set()
    for wish in wishes:
        match wish.repair:
            case Remove():
                gone.add(wish.path)
            case Rename(key=key):
                renamed[wish.path] = key
            case Replace(value=value) if wish.code is not None:  # how it is spelled is all the same here
                _at(data, wish.path[:-1])[wish.path[-1]] = value
    for path, key in renamed.items():
        holder = _at(data, path[:-1])
        pairs = [(key if old == path[-1] else old, value) for old, value in holder.items()]
        holder.clear()
        holder.update(pairs)
    for path in sorted(gone, reverse=True):
        del _at(data, path[:-1])[path[-1]]


def _at(data: Any, path: Path) -> Any:  # noqa: ANN401  # plain data
    for step in path:
        data = data[step]
    return data


def _ways(blueprint: Blueprint) -> Iterator[tuple[Path, Path | None]]:
    """Yield where each name of a step stands and where the step does, in order; None where it names none.

    A step without an id is called by its touchpoint: whoever corrects that name renames the step, and what
    led to it would lead nowhere, or to another.
    """
    graph = Graph(blueprint)
    for subject, element in graph.elements():
        path = graph.path_of(subject)
        if path is not None:
            for at, target in _names_of_steps(graph, subject, element):
                yield (*path, *at), graph.path_of(target) if target is not None else None


def _names_of_steps(
    graph: Graph, subject: Subject, element: Element
) -> Iterator[tuple[Path, Subject | None]]:
    match element:
        case Step() | Journey():
            journey = graph.journeys[subject.id.partition("/")[0]]
            names: list[tuple[Path, str | None]] = [(("outcome",), getattr(element, "outcome", None))]
            if isinstance(element, Step):
                names = [(("next", number, "to"), way.to) for number, way in enumerate(element.next or ())]
            for at, name in names:
                step = journey.find(name) if name is not None else None
                yield at, step.subject if step is not None else None
        case Handoff():
            for number, name in enumerate(element.between or ()):
                yield ("between", number), Subject("step", name)
        case Declared():
            for reference in references_in(element):
                if reference.kind == "step":
                    yield reference.path, Subject("step", reference.id)
