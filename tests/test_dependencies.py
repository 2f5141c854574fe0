"""What the wheel rests on: every dependency is pinned, explained, and free for everyone to use."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from scripts.audit import report

EXTRAS = ("site", "testing", "png", "")
# By the licence that our page names: what the package's own metadata, or its licence, says of it.
LICENCES = {
    "MIT": r"\bMIT\b|Permission is hereby granted, free of charge",
    "BSD-2-Clause": "BSD",
    "BSD-3-Clause": "BSD",
    "Apache-2.0": "Apache",
    "Apache-2.0 with LLVM exception": "Apache-2.0 WITH LLVM-exception",
    "MPL-2.0": "MPL|Mozilla Public License 2",
    "PSF-2.0": "PSF|Python Software Foundation",
    "EPL-2.0, as Graphviz": "EPL-2.0",
}


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def wanted_by(name: str, extras: tuple[str, ...]) -> Iterator[Requirement]:
    """Yield what a package wants on this machine, with some of its extras."""
    for line in metadata.requires(name) or ():
        wanted = Requirement(line)
        if wanted.marker is None or any(wanted.marker.evaluate({"extra": extra}) for extra in extras):
            yield wanted


@pytest.fixture(scope="module")
def wanted() -> Mapping[str, list[tuple[str, Requirement]]]:
    """By the name of each dependency, who wants it and how."""
    found: dict[str, list[tuple[str, Requirement]]] = {}
    waiting: list[tuple[str, tuple[str, ...]]] = [("experience-blueprint", EXTRAS)]
    seen = {waiting[0]}
    while waiting:
        name, extras = waiting.pop()
        for one in wanted_by(name, extras):
            found.setdefault(normal(one.name), []).append((name, one))
            further = (one.name, (*sorted(one.extras), ""))
            if further not in seen:
                seen.add(further)
                waiting.append(further)
    return found


@pytest.fixture(scope="module")
def pins(repository: Path) -> Mapping[str, str]:
    lines = repository.joinpath("constraints.txt").read_text(encoding="utf-8").splitlines()
    return {normal(name): version for name, sign, version in (line.partition("==") for line in lines) if sign}


@pytest.fixture(scope="module")
def explained(repository: Path) -> Mapping[str, str]:
    """By package, the licence that our page about dependencies names."""
    page = repository.joinpath("docs", "contributing", "dependencies.md").read_text(encoding="utf-8")
    rows = (line.strip("| ").split(" | ") for line in page.splitlines() if line.startswith("| "))
    return {normal(row[0]): row[1] for row in rows if row[1] in LICENCES}


def test_every_dependency_is_pinned_to_a_version_that_fits_whoever_wants_it(
    wanted: Mapping[str, list[tuple[str, Requirement]]], pins: Mapping[str, str]
) -> None:
    unfit = [
        f"{who} wants {one}, pinned is {pins.get(name)}"
        for name, wishes in wanted.items()
        for who, one in wishes
        if name not in pins or not one.specifier.contains(pins[name], prereleases=True)
    ]
    assert len(wanted) > 35
    assert unfit == []


def test_every_dependency_is_explained_and_nothing_else_is(
    wanted: Mapping[str, list[tuple[str, Requirement]]],
    explained: Mapping[str, str],
    pins: Mapping[str, str],
) -> None:
    assert sorted(wanted.keys() - explained.keys()) == []
    # Some are wanted on other systems alone.
    assert sorted(explained.keys() - wanted.keys() - {"tzdata", "colorama"}) == []
    assert explained.keys() <= pins.keys()


def test_every_dependency_has_the_licence_that_is_told(
    wanted: Mapping[str, list[tuple[str, Requirement]]], explained: Mapping[str, str]
) -> None:
    other = {
        name: (explained[name], said[:200])
        for name in wanted
        if not re.search(LICENCES[explained[name]], said := "\n".join(licence_of(name)))
    }
    assert other == {}


def licence_of(name: str) -> Iterator[str]:
    """Yield what a package says of its licence: an expression, a name, a classifier, or the text itself."""
    about = metadata.metadata(name)
    stated = [*about.get_all("License-Expression", []), *about.get_all("License", [])]
    stated += (said for said in about.get_all("Classifier", []) if said.startswith("License"))
    yield from stated
    if not stated:
        for file in metadata.files(name) or ():
            if file.name.upper().startswith("LICENSE"):
                yield file.read_text(encoding="utf-8")


def test_an_audit_that_looked_nothing_up_finds_fault_with_that() -> None:
    sound = {"name": "sound", "version": "1.0", "vulns": []}
    weak = {"name": "weak", "version": "2.0", "vulns": [{"id": "PYSEC-1", "fix_versions": ["2.1"]}]}
    unknown = {"name": "unknown", "skip_reason": "not found"}

    assert list(report([sound])) == ["1 of 1 pins audited"]
    assert list(report([sound, weak, unknown])) == [
        "weak 2.0: PYSEC-1, mended in 2.1",
        "not looked up: unknown",
        "2 of 3 pins audited",
    ]
