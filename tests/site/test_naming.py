"""What rules say, on a page: with names instead of ids, each a link."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

import cxblueprint as cx
from cxblueprint.checks import Finding
from cxblueprint.model import Subject
from cxblueprint.pictures import Theme
from cxblueprint.site.writing.edition import Edition
from cxblueprint.site.writing.naming import spoken
from cxblueprint.site.writing.sheet import Sheet

TEXT = """
id: bank
title: The bank
teams: [{id: desk, name: The desk}, {id: both, name: A team}]
touchpoints: [{id: menu, name: "Menu *one*"}, {id: both, name: A touchpoint}]
causes: [{id: storm, name: Storm}]
journeys:
  - {id: trip, name: Trip, stages: [{name: Go, steps: [{touchpoint: menu}, {id: end, name: The end}]}]}
"""

Spoken = Callable[..., str]


@pytest.fixture(scope="module")
def said() -> Spoken:
    """Returns a message as a page without causes tells it, about a touchpoint unless said."""
    graph = cx.Graph(cx.loads(TEXT))
    report = cx.check(graph, select=["OWN001"])
    parts = ("journeys", "touchpoints", "teams")
    edition = Edition(
        graph, report, base="", rules=(), rule_pages="rules", directory_urls=True, theme=Theme(), parts=parts
    )

    def make(message: str, subject: Subject = Subject("touchpoint", "menu")) -> str:  # noqa: B008  # frozen
        finding: Finding = replace(report.found[0], message=message, subject=subject)
        return spoken(Sheet(edition, "findings.md", "Findings"), finding)

    return make


MENU = "[Menu &#42;one&#42;](touchpoints/menu.md)"


def test_what_it_speaks_of_is_set_off_and_not_named_twice(said: Spoken) -> None:
    assert said("touchpoint 'menu' has no owner") == f"Touchpoint **{MENU}** has no owner"


def test_what_a_message_does_not_name_stands_before_it(said: Spoken) -> None:
    assert said("something is wrong") == f"**{MENU}**: something is wrong"


@pytest.mark.parametrize(
    ("message", "shown"),
    [
        ("nothing ties 'menu' to 'desk'", f"Nothing ties **{MENU}** to [The desk](teams/desk.md)"),
        ("menu of team 'both'", f"**{MENU}**: menu of team [A team](teams/both.md)"),
        ("menu of 'both'", f"**{MENU}**: menu of &#x27;both&#x27;"),
        ("names the team 'ghosts'", f"**{MENU}**: names the team &#x27;ghosts&#x27;"),
        ("cause 'storm' blew", f"**{MENU}**: cause “Storm” blew"),
        ("set `owner` to 'desk'", f"**{MENU}**: set <code>owner</code> to [The desk](teams/desk.md)"),
    ],
)
def test_an_id_is_a_name_where_it_is_clear_whose_it_is(message: str, shown: str, said: Spoken) -> None:
    assert said(message) == shown


def test_a_step_is_known_by_its_short_id_in_its_own_journey_alone(said: Spoken) -> None:
    step = Subject("step", "trip/go/menu")

    assert said("step 'trip/go/menu' leads to 'end'", step) == (
        "Step **[Menu &#42;one&#42;](journeys/trip.md#go.menu)** leads to [The end](journeys/trip.md#go.end)"
    )
    assert said("it leads to 'end'").endswith("it leads to &#x27;end&#x27;")
