"""Whatever a valid blueprint says, it can be checked, reported, drawn and published."""

from __future__ import annotations

import datetime as dt
import json
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

import cxblueprint as cx
from cxblueprint.pictures import VIEWS, View
from cxblueprint.reporters import as_json, as_text
from cxblueprint.site import Drawing, Site, build
from cxblueprint.testing.strategies import blueprints

ANY = blueprints(messy=True)


@given(blueprint=ANY, as_of=st.none() | st.dates())
def test_no_rule_raises(blueprint: cx.Blueprint, as_of: dt.date | None) -> None:
    assert cx.check(blueprint, profile="exemplary", as_of=as_of).defects == ()


@given(blueprint=ANY)
def test_no_report_raises(blueprint: cx.Blueprint) -> None:
    report = cx.check(blueprint, profile="exemplary")

    assert len(json.loads(as_json(report))["findings"]) == len(report.findings)
    assert as_text(report, rules_run=len(cx.catalogue()), profile="exemplary").isprintable() is False


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
@given(blueprint=blueprints(min_journeys=1, max_journeys=2, messy=True))
def test_every_picture_is_xml_and_the_same_twice(view: View, blueprint: cx.Blueprint) -> None:
    findings = cx.check(blueprint, profile="exemplary").findings
    graph = cx.Graph(blueprint)

    for subject in view.subjects(graph):
        picture = view(graph, subject, findings=findings)

        tag = ET.fromstring(picture.svg).tag  # noqa: S314  # our own picture
        assert tag == "{http://www.w3.org/2000/svg}svg"
        again = view(cx.Graph(blueprint), subject, findings=findings)
        assert (again.svg, again.gv, again.table) == (picture.svg, picture.gv, picture.table)


@given(blueprint=ANY)
def test_every_page_is_made_and_every_figure_drawn(blueprint: cx.Blueprint) -> None:
    site = site_of(blueprint)

    figures = [figure for page in site.pages.values() for figure in page.figures]

    assert {"index.md", "findings.md"} <= {path.rpartition("/")[2] for path in site.pages}
    assert all(isinstance(figure.draw(), Drawing) for figure in figures)


@given(blueprint=ANY)
def test_the_same_blueprint_makes_the_same_pages(blueprint: cx.Blueprint) -> None:
    assert site_of(blueprint) == site_of(blueprint)


def site_of(blueprint: cx.Blueprint) -> Site:
    return build(blueprint, report=cx.check(blueprint, profile="exemplary"))


@given(blueprint=ANY)
def test_a_blueprint_is_not_changed_by_being_looked_at(blueprint: cx.Blueprint) -> None:
    before = blueprint.model_copy(deep=True)

    site_of(blueprint)

    assert blueprint == before
