from __future__ import annotations

import copy
import inspect
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

import cxblueprint as cx
from cxblueprint.errors import Location
from cxblueprint.model import (
    COLLECTIONS,
    METRICS,
    Part,
    attach_origin,
    kind_of,
    kind_of_kpi,
    origin_of,
    polarity_of,
    scale_of,
    slug,
    stated,
    subject_of,
)
from cxblueprint.model.glossary import field_meanings, meaning


def every_model(model: type[BaseModel] = Part) -> list[type[BaseModel]]:
    """Return a model and all its descendants that cxblueprint declares."""
    found = [model] if model.__module__.startswith("cxblueprint.model") else []
    for child in model.__subclasses__():
        found += every_model(child)
    return found


@pytest.mark.parametrize("model", every_model(), ids=lambda model: model.__name__)
def test_every_model_and_every_field_says_what_it_means(model: type[BaseModel]) -> None:
    assert meaning(model).endswith(".")
    assert inspect.getdoc(model) != inspect.getdoc(BaseModel)
    meanings = field_meanings(model)
    assert [name for name in model.model_fields if not meanings.get(name, "").endswith(".")] == []


@pytest.mark.parametrize("model", every_model(), ids=lambda model: model.__name__)
def test_every_model_is_frozen_and_closed(model: type[BaseModel]) -> None:
    assert model.model_config.get("frozen") is True
    assert model.model_config.get("extra") == "forbid"


def test_a_reference_takes_an_id_or_the_thing_itself() -> None:
    team = cx.Team(id="care", name="Care")
    assert cx.Touchpoint(id="a", name="A", owner=team).owner == "care"
    assert cx.Touchpoint(id="a", name="A", owner="care").owner == "care"
    assert cx.Touchpoint(id="a", name="A", consulted=[team, "legal"]).consulted == ("care", "legal")


def test_a_reference_refuses_a_thing_of_another_kind() -> None:
    with pytest.raises(ValidationError, match="wants a team, not the segment 'family'"):
        cx.Touchpoint(id="a", name="A", owner=cx.Segment(id="family", name="Family"))  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["", "Care", "care team", "-care", "é", "x" * 64])
def test_an_id_has_small_letters_digits_and_hyphens(text: str) -> None:
    with pytest.raises(ValidationError):
        cx.Team(id=text, name="Care")


def test_an_address_names_its_kind_or_is_taken_from_the_thing() -> None:
    journey = cx.Journey(id="get-help", name="Get help")
    post = cx.ListeningPost(id="p", name="P", covers=[journey, "touchpoint:hotline"])
    assert post.covers == ("journey:get-help", "touchpoint:hotline")


@pytest.mark.parametrize(
    ("address", "complaint"),
    [
        ("get-help", "'get-help' does not say its kind: write 'journey:get-help'"),
        ("jorney:get-help", "did you mean 'journey'"),
        ("channel:phone", "'channel' is not one of journey, touchpoint, segment, team"),
        ("journey:Get Help", "'Get Help' is no id: ids have small letters, digits and hyphens"),
    ],
)
def test_an_address_that_names_nothing_is_refused(address: str, complaint: str) -> None:
    with pytest.raises(ValidationError, match="covers") as refused:
        cx.ListeningPost(id="p", name="P", covers=[address])
    assert complaint in str(refused.value)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Get help", "get-help"),
        ("Über uns & Co.", "uber-uns-co"),
        ("報修", ""),
        ("طلب", ""),
        ("  A--b  ", "a-b"),
        ("x" * 80, "x" * 63),
        ("x" * 62 + " and more", "x" * 62),
    ],
)
def test_a_slug_keeps_latin_letters_without_accents(name: str, expected: str) -> None:
    assert slug(name) == expected


TWICE: dict[type[BaseModel], tuple[dict[str, Any], str]] = {
    cx.Journey: (
        {"name": "J", "stages": [{"id": "a", "name": "A"}, {"id": "a", "name": "B"}]},
        "journey 'x' has two stages with the id 'a'",
    ),
    cx.RecoveryPlan: (
        {"name": "R", "actions": [{"id": "a"}, {"id": "a"}]},
        "recovery plan 'x' has two actions with the id 'a'",
    ),
    cx.Blueprint: (
        {"title": "B", "teams": [{"id": "a", "name": "A"}, {"id": "a", "name": "B"}]},
        "two teams have the id 'a'",
    ),
}


@pytest.mark.parametrize("model", TWICE, ids=lambda model: model.__name__)
def test_two_things_of_a_kind_with_one_id_are_refused(model: type[BaseModel]) -> None:
    facts, complaint = TWICE[model]
    with pytest.raises(ValidationError) as refused:
        model.model_validate({"id": "x", **facts})
    assert complaint in str(refused.value)


def test_two_steps_with_one_id_are_refused_within_a_stage_and_fine_in_two() -> None:
    steps = [cx.Step(id="s", name="S")]
    with pytest.raises(ValidationError, match="stage 'A' has two steps with the id 's'"):
        cx.Journey(id="j", name="J", stages=[cx.Stage(name="A", steps=steps * 2)])
    cx.Journey(id="j", name="J", stages=[cx.Stage(name="A", steps=steps), cx.Stage(name="B", steps=steps)])


@pytest.mark.parametrize(
    ("model", "facts", "complaint"),
    [
        (cx.Step, {"emotion": 1}, "a step names its 'touchpoint', or has a 'name' where the customer acts"),
        (cx.Step, {"name": "s", "wait": 30}, "30 has no unit"),
        (cx.Step, {"name": "s", "emotion": 3}, "less than or equal to 2"),
        (cx.Action, {"team": "a"}, "an action says what is done in 'text', or names a 'system'"),
        (
            cx.Team,
            {"id": "a", "name": "A", "custom": {"when": None}},
            "the value of 'when' is no text, number",
        ),
        (
            cx.Calendar,
            {"id": "c", "name": "C", "time_zone": "Europe/Berlim"},
            "did you mean 'Europe/Berlin'?",
        ),
    ],
)
def test_what_is_malformed_is_refused(model: type[BaseModel], facts: dict[str, Any], complaint: str) -> None:
    with pytest.raises(ValidationError) as refused:
        model.model_validate(facts)
    assert complaint in str(refused.value)


def test_values_may_be_given_as_text() -> None:
    step = cx.Step(name="Waits", wait="2 business days")
    assert step.wait == cx.Duration.parse("2bd")
    assert cx.KPI(id="k", name="K", baseline=4.9).baseline == cx.Figure.parse("4.9")


def test_a_path_keeps_what_runs_side_by_side_together() -> None:
    assert cx.Promise(id="p", path=["a", ["b", "c"]]).path == ("a", ("b", "c"))


def test_replacing_validates_and_keeps_the_rest() -> None:
    step = cx.Step(name="Waits", emotion=-1)
    assert step.replace(emotion=1) == cx.Step(name="Waits", emotion=1)
    with pytest.raises(ValidationError):
        step.replace(emotion=9)
    with pytest.raises(ValidationError):
        step.replace(emotions=1)


def test_what_is_stated_differs_from_the_default() -> None:
    assert stated(cx.Step(name="Waits", emotion=0, closes_request=False)) == {"name": "Waits", "emotion": 0}


def test_a_thing_is_called_by_its_name_else_by_what_it_says() -> None:
    assert cx.ServiceStandard(id="first-answer").label == "First answer"
    assert cx.Promise(id="p", statement="Within the hour").label == "Within the hour"
    assert cx.Team(id="cx", name="Customer Experience").label == "Customer Experience"


def test_kinds_are_the_models_names_in_kebab_case() -> None:
    assert [kind_of(model) for model in (cx.KPI, cx.ServiceStandard, cx.ListeningPost, cx.Team)] == [
        "kpi",
        "service-standard",
        "listening-post",
        "team",
    ]
    assert str(subject_of(cx.Team(id="cx", name="CX"))) == "team:cx"


def test_every_collection_is_a_field_of_the_blueprint() -> None:
    assert [name for name in COLLECTIONS if name not in cx.Blueprint.model_fields] == []


class Anywhere:
    """An origin that knows one place."""

    def locate(self, path: Any) -> Location | None:  # noqa: ANN401
        """Return the one place, whatever is asked for."""
        return Location("a.yaml", len(path) + 1, 1)


def test_the_origin_is_left_out_of_equality_dump_schema_and_copies() -> None:
    loaded, made = (cx.Blueprint(id="b", title="B") for _ in range(2))
    attach_origin(loaded, Anywhere())
    assert loaded == made
    assert loaded.model_dump() == made.model_dump()
    assert "origin" not in str(cx.Blueprint.model_json_schema())
    assert isinstance(origin_of(loaded), Anywhere)
    assert origin_of(made) is None
    assert origin_of(loaded.replace(title="C")) is None
    assert copy.deepcopy(loaded) == made


def test_a_known_metric_brings_kind_polarity_and_scale_unless_stated() -> None:
    nps = cx.KPI(id="k", name="K", metric="nps")
    own = cx.KPI(id="k", name="K", metric="nps", scale="0-10", polarity="down", kind="outcome")
    assert (kind_of_kpi(nps), polarity_of(nps), str(scale_of(nps))) == ("perception", "up", "-100 to 100")
    assert (kind_of_kpi(own), polarity_of(own), str(scale_of(own))) == ("outcome", "down", "0-10")


def test_the_scale_of_customer_effort_has_to_be_stated() -> None:
    effort = cx.KPI(id="k", name="K", metric="ces")
    assert (polarity_of(effort), scale_of(effort)) == (None, None)


def test_a_metric_of_ones_own_brings_nothing() -> None:
    own = cx.KPI(id="k", name="K", metric="smiles")
    assert (kind_of_kpi(own), polarity_of(own), scale_of(own)) == (None, None, None)


@pytest.mark.parametrize("metric", METRICS)
def test_every_known_metric_is_complete(metric: str) -> None:
    found = METRICS[metric]
    assert found.name
    assert found.formula
    assert found.scale is None or str(cx.Scale.parse(found.scale)) == found.scale
