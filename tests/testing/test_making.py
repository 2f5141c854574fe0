"""Small blueprints say what matters, and the rest goes without saying."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

import cxblueprint as cx
from cxblueprint.model import COLLECTIONS, Declared
from cxblueprint.testing import blueprint_of, fragment, journey_through


def test_each_element_goes_where_its_kind_belongs_in_the_order_given() -> None:
    made = blueprint_of(
        cx.Team(id="b", name="B"), cx.Touchpoint(id="kiosk", name="Kiosk"), cx.Team(id="a", name="A")
    )

    expected = cx.Blueprint(
        id="blueprint",
        title="Blueprint",
        teams=[cx.Team(id="b", name="B"), cx.Team(id="a", name="A")],
        touchpoints=[cx.Touchpoint(id="kiosk", name="Kiosk")],
    )
    assert made == expected


@pytest.mark.parametrize(("name", "model"), COLLECTIONS.items(), ids=COLLECTIONS)
def test_there_is_a_place_for_every_kind(name: str, model: type[Declared]) -> None:
    element = model.model_validate(
        {field: "a" for field, info in model.model_fields.items() if info.is_required()}
    )

    assert getattr(blueprint_of(element), name) == (element,)


def test_facts_of_the_whole_replace_what_goes_without_saying() -> None:
    assert blueprint_of(id="kiosk", title="A kiosk", purpose="News") == cx.Blueprint(
        id="kiosk", title="A kiosk", purpose="News"
    )


def test_what_no_blueprint_lists_is_refused() -> None:
    with pytest.raises(TypeError, match="is nothing that a blueprint lists"):
        blueprint_of(cx.Stage(name="Ask"))  # type: ignore[arg-type]


def test_two_of_a_kind_with_one_id_are_refused() -> None:
    with pytest.raises(ValidationError, match="two teams have the id 'a'"):
        blueprint_of(cx.Team(id="a", name="A"), cx.Team(id="a", name="B"))


def test_a_journey_leads_through_touchpoints_ids_and_steps() -> None:
    kiosk, thanks = cx.Touchpoint(id="kiosk", name="Kiosk"), cx.Step(name="Says thanks")

    made = journey_through("street", kiosk, thanks, name="Buy a paper", owner="sales")

    steps = [cx.Step(touchpoint="street"), cx.Step(touchpoint="kiosk"), thanks]
    expected = cx.Journey(
        id="buy-a-paper",
        name="Buy a paper",
        owner="sales",
        stages=[cx.Stage(name="Stage", steps=steps)],
    )
    assert made == expected


def test_a_journey_has_a_name_and_an_id_of_its_own_if_need_be() -> None:
    assert (journey_through().id, journey_through().name) == ("journey", "Journey")
    assert journey_through(name="お問い合わせ").id == "journey"
    assert journey_through(name="Ask", id="get-help").id == "get-help"


def test_a_fragment_need_not_say_what_every_file_says() -> None:
    assert fragment("purpose: News") == cx.Blueprint(id="fragment", title="Fragment", purpose="News")
    assert fragment("id: kiosk\ntitle: A kiosk\nformat: 1\n") == cx.Blueprint(id="kiosk", title="A kiosk")
    assert fragment("").title == "Fragment"


def test_a_fragment_keeps_its_lines() -> None:
    found = cx.check(fragment("teams: []\ntouchpoints:\n  - {id: a, name: A}"), select=["OWN001"]).findings

    assert [str(one.location) for one in found] == ["fragment:3:5"]


def test_a_broken_fragment_is_complained_of_by_its_name() -> None:
    with pytest.raises(cx.LoadError, match=r"^bad:1:1: '\[' is not closed"):
        fragment("[", name="bad")
