"""A real browser measures the pictures of plans and of ways up, with its own fonts."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import cxblueprint as cx
from cxblueprint.pictures import VIEWS
from tests.torture import TEXTS

from .test_pictures_in_a_browser import leaving, measured, open_page, overlapping, page_of

if TYPE_CHECKING:
    from .conftest import Tab

pytestmark = pytest.mark.browser

# Every text with its box, in the units of the drawing.
WORDS = """
[...document.querySelectorAll('svg:not(.cx-sticky) text')].map(t => {
  const r = t.getBoundingClientRect();
  return [t.textContent, r.left, r.top, r.right, r.bottom];
})
"""


def blueprint(text: str) -> cx.Blueprint:
    """Return a plan and the way up behind it that say a text everywhere."""
    actions = [
        {"id": "a", "text": text, "kind": "containment", "lead_time": "3bd", "owner": "t", "done": True},
        {
            "id": "b",
            "text": text,
            "kind": "corrective",
            "lead_time": "9bd",
            "after": ["a"],
            "addresses": ["c"],
        },
        {"id": "c", "text": text, "after": ["d"]},
        {"id": "d", "text": text, "after": ["c"]},
    ]
    levels = [{"role": "r", "after": "1h", "kind": "functional"}, {"role": "r", "after": "2h"}, {"role": "r"}]
    return cx.Blueprint.model_validate(
        {
            "id": "b", "title": text, "teams": [{"id": "t", "name": text}],
            "roles": [{"id": "r", "name": text, "team": "t"}], "causes": [{"id": "c", "name": text}],
            "kpis": [{"id": "k", "name": text, "owner": "t"}],
            "standards": [{"id": "s", "name": text, "target": "90% within 90min"}],
            "proactive_updates": [{"id": "u", "name": text, "covers": ["any-recovery"], "owner": "t"}],
            "escalation_policies": [
                {"id": "up", "name": text, "levels": levels, "clock_start": text, "who_may_flag": text,
                 "customer_told_after": "1h", "protects": ["s"]},
            ],
            "escalations": [{"id": "e", "name": text, "impact": text, "policy": "up", "recovery": "back"}],
            "recovery_plans": [
                {"id": "back", "name": text, "actions": actions, "causes": [{"cause": "c", "share": 0.7}],
                 "started": "2026-11-09", "committed_to": "2026-12-04", "bau_date": "2026-12-01",
                 "milestones": [{"name": text, "date": f"2026-11-{day}"} for day in (10, 12, 25)],
                 "headline": ["k"], "trust_regained": text},
            ],
        }
    )  # fmt: skip


def drawn(text: str, **more: Any) -> Any:  # noqa: ANN401  # a picture
    return VIEWS["recovery"](cx.Graph(blueprint(text)), "back", **more)


def meeting(words: Any) -> list[tuple[str, str]]:  # noqa: ANN401  # what the browser answers
    """Return the texts that lie on each other by more than the room above and below their letters."""
    return [
        (one, other)
        for (one, left, top, right, bottom), (other, l2, t2, r2, b2) in combinations(words, 2)
        if left < r2 - 1 and l2 < right - 1 and top < b2 - 6 and t2 < bottom - 6
    ]


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_no_text_of_a_plan_leaves_its_card_or_meets_another(text: str, tab: Tab, tmp_path: Path) -> None:
    tab.resize(1600)
    open_page(tab, tmp_path, drawn(text).svg, ".svg")
    cards = measured(tab)
    assert len(cards) == 17
    assert (leaving(cards), overlapping(cards), meeting(tab.run(WORDS)), tab.complaints) == ([], [], [], [])


def test_styles_of_the_page_do_not_reach_the_text_of_a_plan(tab: Tab, tmp_path: Path) -> None:
    tab.resize(1600)
    open_page(tab, tmp_path, page_of(drawn(TEXTS["plain"]), "slate"), ".html")
    assert (leaving(measured(tab)), tab.complaints) == ([], [])


def test_the_keyboard_reaches_a_plan_in_the_order_of_its_story(tab: Tab, tmp_path: Path) -> None:
    picture = drawn("x", link=lambda subject: f"#{subject.kind}")
    open_page(tab, tmp_path, page_of(picture, "default"), ".html")
    reached = []
    for _ in range(14):
        tab.press("Tab", 9)
        reached.append(tab.run("document.activeElement.getAttribute('href')"))
    assert [found for found in reached if found][:12] == [
        "#proactive-update", *["#role"] * 3, "#service-standard", "#escalation", "#cause",
        *["#recovery-plan"] * 4, "#kpi",
    ]  # fmt: skip
