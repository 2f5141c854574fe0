from __future__ import annotations

from pathlib import Path

import pytest

import cxblueprint as cx


@pytest.fixture(scope="module")
def blueprint(repository: Path) -> cx.Blueprint:
    return cx.load(repository / "examples" / "coffee-shop")


def test_the_coffee_shop_has_no_findings_by_default(blueprint: cx.Blueprint) -> None:
    report = cx.check(blueprint)
    assert [f"{finding.code} {finding.subject}" for finding in report.findings] == []
    assert report.defects == ()


def test_the_coffee_shop_is_small_enough_to_be_read_at_a_sitting(repository: Path) -> None:
    lines = (repository / "examples/coffee-shop/blueprint.yaml").read_text(encoding="utf-8").splitlines()
    written = [line for line in lines if line.strip()]
    assert len(written) <= 70
    assert max(map(len, lines)) <= 120


def test_the_coffee_shop_walks_from_the_street_to_the_first_sip(blueprint: cx.Blueprint) -> None:
    journey = cx.Graph(blueprint).journey("morning-coffee")
    assert [(step.label, step.leaves_request_open) for step in journey.steps] == [
        ("Catch the smell", False),
        ("Order at the counter", True),
        ("Pick up at the bar", False),
        ("First sip", False),
    ]
