"""How one thing names another: by its id, or by its kind and its address."""

from __future__ import annotations

from typing import Annotated, Any

import pytest
from pydantic import TypeAdapter, ValidationError

import cxblueprint as cx
from cxblueprint.model.base import Element, kind_of
from cxblueprint.model.refs import Ref, address_of, kebab

SLUG = "[a-z0-9][a-z0-9-]{0,62}"
CARE = cx.Team(id="care", name="Care")


def takes_a_team() -> TypeAdapter[Any]:
    return TypeAdapter(Ref[cx.Team])


def takes_an_address() -> TypeAdapter[Any]:
    return TypeAdapter(Annotated[str | None, address_of("journey", "kpi", words=("any-case", "any-call"))])


def takes_addresses() -> TypeAdapter[Any]:
    return TypeAdapter(Annotated[tuple[str, ...], address_of("journey", "kpi")])


def refused_by(adapter: TypeAdapter[Any], value: object) -> str:
    with pytest.raises(ValidationError) as refused:
        adapter.validate_python(value)
    return str(refused.value.errors()[0]["msg"]).removeprefix("Value error, ")


@pytest.mark.parametrize(
    ("name", "kind"), [("Team", "team"), ("ServiceStandard", "service-standard"), ("KPI", "kpi")]
)
def test_a_kind_is_the_name_of_a_model_in_small_letters(name: str, kind: str) -> None:
    assert kebab(name) == kind


def test_the_kind_of_a_model_is_its_name_the_first_time_and_ever_after() -> None:
    class CupOfTea(Element):
        """Something new."""

    assert kind_of(CupOfTea) == "cup-of-tea"
    assert kind_of(CupOfTea) == "cup-of-tea"


def test_a_reference_takes_an_id_or_the_thing_itself() -> None:
    assert takes_a_team().validate_python("care") == "care"
    assert takes_a_team().validate_python(CARE) == "care"
    assert takes_a_team().validate_json('"care"') == "care"


def test_a_reference_refuses_what_is_of_another_kind() -> None:
    standard = cx.ServiceStandard(id="fast")

    assert refused_by(takes_a_team(), standard) == "wants a team, not the service-standard 'fast'"
    assert refused_by(takes_a_team(), cx.Stage(name="Ask")) == "wants a team, not the stage 'Ask'"
    assert refused_by(takes_a_team(), cx.Link(title="A", url="a")) == "wants a team, not the link '?'"


@pytest.mark.parametrize("text", ["", "Care", "-care", "care team", "c" * 64, "care\n"])
def test_a_reference_refuses_what_is_no_id(text: str) -> None:
    assert "should match pattern" in refused_by(takes_a_team(), text)
    with pytest.raises(ValidationError, match="should match pattern"):
        takes_a_team().validate_json(f'"{text}"'.replace("\n", "\\n"))


def test_the_schema_says_what_a_reference_names() -> None:
    assert takes_a_team().json_schema() == {"type": "string", "pattern": f"^{SLUG}$", "x-ref": "team"}


@pytest.mark.parametrize("value", ["journey:buy", "kpi:effort", "journey:buy/ask/hotline", "any-case"])
def test_an_address_says_its_kind_or_is_one_of_its_words(value: str) -> None:
    assert takes_an_address().validate_python(value) == value
    assert takes_an_address().dump_json(value) == f'"{value}"'.encode()


def test_an_address_may_be_left_open_and_takes_the_thing_itself() -> None:
    assert takes_an_address().validate_python(None) is None
    assert takes_an_address().validate_python(cx.KPI(id="effort", name="Effort")) == "kpi:effort"
    assert takes_addresses().validate_python(["kpi:a", cx.KPI(id="b", name="B")]) == ("kpi:a", "kpi:b")


@pytest.mark.parametrize(
    ("value", "complaint"),
    [
        (3, "3 is no address: write the kind and the id, such as 'journey:the-id'"),
        (
            "buy",
            "'buy' does not say its kind: write 'journey:buy' or one of 'any-case', 'any-call'",
        ),
        ("journy:buy", "'journy' is not one of journey, kpi, did you mean 'journey'?"),
        ("journey:Buy", "'Buy' is no id: ids have small letters, digits and hyphens"),
        ("journey:a:b", "'a:b' is no id: ids have small letters, digits and hyphens"),
        ("journey:a/b/c/d", "'a/b/c/d' is no id: ids have small letters, digits and hyphens"),
        ("journey:", "'' is no id: ids have small letters, digits and hyphens"),
    ],
)
def test_what_is_no_address_is_refused_with_the_way_to_write_one(value: object, complaint: str) -> None:
    assert refused_by(takes_an_address(), value) == complaint


def test_where_there_are_no_words_none_are_offered() -> None:
    assert refused_by(takes_addresses(), ["buy"]) == "'buy' does not say its kind: write 'journey:buy'"


def test_the_schema_says_how_an_address_is_written() -> None:
    place = f"{SLUG}(/{SLUG}){{0,2}}$"
    one = {"type": "string", "pattern": f"^(journey|kpi):{place}", "x-ref": "journey|kpi"}
    worded = one | {"pattern": f"^(any-case|any-call)$|^(journey|kpi):{place}"}

    assert takes_addresses().json_schema() == {"items": one, "type": "array"}
    assert takes_an_address().json_schema() == {"anyOf": [worded, {"type": "null"}]}
