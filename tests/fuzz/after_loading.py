"""Everything after loading: what loads is judged, reported, walked, drawn, published and repaired."""

from __future__ import annotations

import datetime as dt
import json
import re
from xml.etree import ElementTree as ET

import cxblueprint as cx
from cxblueprint.checks import Baseline, Report, read_baseline
from cxblueprint.fixing import Fixed, fixed_contents
from cxblueprint.loading import Content
from cxblueprint.loading.sources import Format
from cxblueprint.pictures import VIEWS, Picture
from cxblueprint.reporters import as_github, as_json, as_junit, as_markdown, as_sarif, as_text
from cxblueprint.site import build
from cxblueprint.walking import Telling, personas_for, walk

from .loading import blueprint_in, content_of, lines_of

_STEERS = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""What breaks lines, steers terminals, or turns the order of letters around for all that follows."""
DAY = dt.date(2027, 6, 30)
MOST_SUBJECTS = 3
"""Subjects of one view, and personas of one journey: more of them show little that is new."""


def judge(data: bytes) -> None:
    """Check what the bytes hold by every rule, and report it in every form."""
    found = blueprint_in(data)
    if found is None:
        return
    lines = lines_of(data)
    for day in (None, DAY):
        report = cx.check(found[0], profile="exemplary", as_of=day)
        assert report.defects == (), report.defects
        for finding in report.found:
            place = finding.location
            assert is_one_line(finding.message), finding.message
            assert is_one_line(finding.hint), finding.hint
            assert place is not None, finding
            assert 1 <= place.line <= len(lines), finding
            assert 1 <= place.column <= len(lines[place.line - 1]) + 1, finding
        _assert_every_report_is_read(report)
        _assert_the_baseline_knows_all(report)


def _assert_every_report_is_read(report: Report) -> None:
    rules = cx.catalogue()
    assert len(json.loads(as_json(report))["findings"]) == len(report.findings)
    assert len(json.loads(as_sarif(report, rules=rules))["runs"]) == 1
    assert ET.fromstring(as_junit(report, rules=rules)).tag == "testsuites"  # noqa: S314  # our own
    for by_owner in (False, True):
        text = as_text(report, rules_run=len(rules), profile="exemplary", by_owner=by_owner)
        assert all(map(is_one_line, text.split("\n"))), text
        markdown = as_markdown(report, rules_run=len(rules), profile="exemplary", by_owner=by_owner)
        assert "<script" not in markdown.casefold(), markdown
    for line in as_github(report).split("\n"):
        assert is_one_line(line), line


def is_one_line(text: str) -> bool:
    """Tell whether a text is one line to whatever shows it. What joins emoji is invisible, and no harm."""
    return not _STEERS.search(text)


def _assert_the_baseline_knows_all(report: Report) -> None:
    ran = {rule.code for rule in cx.catalogue()}
    written = Baseline("b.json", report.blueprint).updated(report, ran=ran)
    known = read_baseline(written.text(), "b.json")
    assert known == written, written.text()
    assert known.applied_to(report).found == ()


def walk_all(data: bytes) -> None:
    """Walk every journey in what the bytes hold, as nobody in particular and as somebody."""
    found = blueprint_in(data)
    if found is None:
        return
    graph = cx.Graph(found[0])
    for journey in [*graph.journeys.values()][:MOST_SUBJECTS]:
        for persona in (None, *personas_for(graph, journey)[:MOST_SUBJECTS]):
            walked = walk(graph, journey, persona)
            telling = Telling(graph, walked)
            facts = [*telling.summary(), *(fact for stop in walked.stops for fact in telling.stop(stop))]
            for label, said in facts:
                assert label, facts
                assert [*said], facts


def draw(data: bytes) -> None:
    """Draw every view of what the bytes hold."""
    found = blueprint_in(data)
    if found is None:
        return
    graph = cx.Graph(found[0])
    findings = cx.check(graph, profile="exemplary").findings
    for view in VIEWS.values():
        for subject in [*view.subjects(graph)][:MOST_SUBJECTS]:
            picture = view(graph, subject, findings=findings)
            assert_sound(picture.svg)
            assert_sound(picture.inline)
            _assert_told_too(picture)


def assert_sound(svg: str) -> None:
    """Assert that a picture is XML that nothing can run in."""
    for element in ET.fromstring(svg).iter():  # noqa: S314  # our own picture
        tag = element.tag.rpartition("}")[2].casefold()
        assert tag not in {"script", "foreignobject", "iframe", "image"}, tag
        for name, value in element.items():
            assert not name.casefold().startswith("on"), name
            assert not value.strip().casefold().startswith("javascript:"), value


def _assert_told_too(picture: Picture) -> None:
    assert all(len(row) == len(picture.table.header) for row in picture.table.rows), picture.table
    assert re.sub(r"\\.", "", picture.gv).count('"') % 2 == 0, picture.gv
    assert all(map(is_one_line, picture.notes)), picture.notes


def publish(data: bytes) -> None:
    """Make the pages about what the bytes hold, and the pictures in them."""
    found = blueprint_in(data)
    if found is None:
        return
    graph = cx.Graph(found[0])
    site = build(graph, report=cx.check(graph, profile="exemplary"))
    for page in site.pages.values():
        assert "<script" not in page.markdown.casefold(), page.markdown
        assert is_one_line(page.title), page.title
        for figure in page.figures:
            assert page.markdown.count(figure.mark) == 1, figure.mark
            drawing = figure.draw()
            assert "<script" not in (drawing.picture + drawing.table).casefold(), page.path
            if drawing.svg:
                assert_sound(drawing.svg)


def repair(data: bytes) -> None:
    """Carry out every repair in what the bytes hold; a second time there is nothing left to do."""
    found = blueprint_in(data)
    if found is None:
        return
    form = found[1]
    once, after = _fixed(content_of(data, form))
    assert blueprint_of(after) == (once.blueprint, form), after.data
    assert (after.data != data) == bool(once.changes), (once.changes, once.diff)
    for told in (*once.changes, *once.left):
        assert str(told).isprintable(), told
    twice, again = _fixed(after)
    assert (again.data, twice.changes) == (after.data, ()), (twice.changes, twice.diff)


def blueprint_of(content: Content) -> tuple[cx.Blueprint, Format] | None:
    """Return the blueprint in a file, which names its format."""
    return blueprint_in(content.data)


def _fixed(content: Content) -> tuple[Fixed, Content]:
    fixed, after = fixed_contents([content], lambda blueprint: cx.check(blueprint, profile="exemplary"))
    return fixed, after[0]
