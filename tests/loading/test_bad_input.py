"""The corpus of broken files: each has its exact complaints beside it, in a file that ends in `.expected`."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from cxblueprint.errors import LoadError
from cxblueprint.loading import load, yaml_parser
from cxblueprint.loading.pure_yaml import PureEvents
from cxblueprint.loading.yaml_parser import Loader

CORPUS = Path(__file__).parent.parent / "bad_input"
FILES = [path.relative_to(CORPUS) for path in CORPUS.glob("*/*") if path.suffix != ".expected"]
# Command lines are carried out in tests/cli/test_command_lines.py.
CASES = sorted(str(path) for path in FILES if path.parts[0] != "command_lines")


@pytest.mark.parametrize("half", [yaml.CBaseLoader, PureEvents])
@pytest.mark.parametrize("case", CASES)
def test_bad_input_has_its_exact_complaints(case: str, half: Loader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(CORPUS)
    monkeypatch.setattr(yaml_parser, "EVENTS", half)

    with pytest.raises(LoadError) as caught:
        load(case)

    assert str(caught.value) + "\n" == Path(f"{case}.expected").read_text(encoding="utf-8")


def test_every_expectation_belongs_to_a_case() -> None:
    expected = {path.name.removesuffix(".expected") for path in CORPUS.glob("*/*.expected")}
    assert expected == {Path(case).name for case in CASES}


def test_no_complaint_speaks_the_language_of_parsers() -> None:
    jargon = re.compile(
        r"scalar|token|mapping|sequence|block|flow|indicator|pydantic|valid|while |input|should"
    )
    expected = "\n".join(path.read_text(encoding="utf-8") for path in CORPUS.glob("*/*.expected"))
    assert sorted({line for line in expected.splitlines() if jargon.search(line.partition(" ")[2])}) == []


def test_the_fast_half_of_the_parser_is_the_one_in_use() -> None:
    assert yaml_parser.EVENTS is yaml.CBaseLoader
