"""Kinds of mistakes that no sentence was made for: still one line, with its subject."""

from __future__ import annotations

import pytest
import yaml

from cxblueprint.loading.sentences import Mistake, sentence
from cxblueprint.loading.subjects import spot_of
from cxblueprint.loading.yaml_mistakes import explain

DATA = {"teams": [{"id": "bar", "name": "Bar", "climate": {"teamwork": "good"}}]}


@pytest.mark.parametrize("kind", ["string_too_long", "string_pattern_mismatch"])
def test_a_mistake_without_a_sentence_is_told_in_pydantics_words(kind: str) -> None:
    spot = spot_of(("teams", 0, "climate", "teamwork"), DATA)
    mistake = Mistake(kind, spot, {"pattern": "^x$"}, "String should be shorter", "good")
    assert sentence(mistake) == "climate.teamwork in team 'bar': string should be shorter"


def test_an_error_of_the_parser_without_a_reading_is_told_in_its_words() -> None:
    mark = yaml.Mark("a.yaml", 3, 0, 3, "a: b", 3)
    told = explain(yaml.MarkedYAMLError(None, None, "found something new", mark), "a: b", lambda: None)
    assert (told.offset, told.message) == (3, "is not readable as YAML: found something new")


def test_an_error_of_the_parser_without_a_place_is_told_at_the_start() -> None:
    told = explain(yaml.YAMLError("out of luck"), "a: b", lambda: None)
    assert (told.offset, told.message) == (0, "is not readable as YAML: it breaks off")


def test_a_forbidden_character_that_only_the_parser_sees_is_told_at_the_start() -> None:
    told = explain(yaml.reader.ReaderError("a.yaml", 0, 0, "utf-8", "is odd"), "a: b", lambda: None)
    assert (told.offset, told.message) == (0, "holds a character that YAML does not allow")
