"""Plans and ways up of every shape: circles, dates in any order, texts in any script, facts left out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from hypothesis import strategies as st

import cxblueprint as cx
from tests.torture import TEXTS

SAID = st.sampled_from(["Ring every supplier and name a day", *TEXTS.values()])
TIMES = st.sampled_from(
    ["0bd", "1bd", "0.5bd", "12bd", "200bd", "4h", "30s", "1.25d", "3w", "1mo", "2y", "80y", "999999999bd"]
)
DATES = (st.dates(dt.date(2026, 10, 1), dt.date(2027, 3, 1)) | st.dates()).map(str)
CALENDAR = {
    "id": "shop", "name": "Shop", "hours": ["tue-sat 10:00-18:00"], "holidays": ["2026-11-10", "2027-01-01"],
    "time_zone": "Europe/Berlin", "cut_off": "16:00",
}  # fmt: skip


def some(**facts: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Return facts, each of which may be left out."""
    return st.fixed_dictionaries({}, optional=facts)


def all_of(facts: Mapping[str, Any], **more: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Return facts, and others of which each may be left out."""
    return some(**more).map(lambda found: {**facts, **found})


@st.composite
def actions(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Return actions that wait for those before them, and now and then for any."""
    ids = [f"a{n}" for n in range(draw(st.integers(0, 8)))]
    found = []
    for place, name in enumerate(ids):
        known = ids if draw(st.integers(0, 3)) == 0 else ids[:place]
        facts = some(
            text=SAID, kind=st.sampled_from(["containment", "corrective"]), lead_time=TIMES,
            done=st.booleans(),
            after=st.lists(st.sampled_from([*known, "gone"]), max_size=3),
            addresses=st.lists(st.sampled_from(["c1", "c2", "gone"]), max_size=2),
            owner=st.sampled_from(["t1", "t2", "gone"]),
        )  # fmt: skip
        found.append({"id": name, **draw(facts)})
    return found


CAUSES = st.lists(st.sampled_from(["c1", "c2", "gone"]).flatmap(
    lambda cause: all_of({"cause": cause}, share=st.floats(0, 1))), max_size=4)  # fmt: skip
PLANS = st.tuples(SAID, actions()).flatmap(
    lambda said: all_of(
        {"id": "back", "name": said[0], "actions": said[1]},
        causes=CAUSES, started=DATES, reviewed_on=DATES, committed_on=DATES, committed_to=DATES,
        bau_date=DATES,
        milestones=st.lists(st.fixed_dictionaries({"name": SAID, "date": DATES}), max_size=6),
        headline=st.lists(st.sampled_from(["k1", "k2", "gone"]), max_size=4),
        feedback_asked=st.lists(st.sampled_from(["plan", "progress"]), max_size=3),
        trust_regained=SAID, closure_confirmed=st.fixed_dictionaries({"by": SAID}),
    )
)  # fmt: skip
LEVELS = st.lists(
    some(
        role=st.sampled_from(["r1", "r2", "gone"]), after=TIMES,
        kind=st.sampled_from(["functional", "hierarchical"]),
    ),
    max_size=6,
)  # fmt: skip
POLICIES = st.tuples(SAID, LEVELS).flatmap(
    lambda said: all_of(
        {"id": "up", "name": said[0], "levels": said[1], "protects": ["s1", "s2", "s3", "gone"]},
        clock_start=SAID, who_may_flag=SAID, customer_told_after=TIMES,
    )
)  # fmt: skip
TARGETS = st.sampled_from(["90% within 4h", "within 2bd", "at least 4", "every 1w", "within 3mo"])


def _standard(name: str) -> st.SearchStrategy[dict[str, Any]]:
    return SAID.flatmap(
        lambda said: all_of(
            {"id": name, "name": said}, target=TARGETS, clock=st.sampled_from(["shop", "gone"]), starts=SAID
        )
    )


@st.composite
def blueprints_with_plans(draw: st.DrawFn) -> cx.Blueprint:
    """Return a blueprint with the plan `back`, the policy `up`, and the cases between them."""

    def named(*ids: str, **facts: Any) -> list[dict[str, Any]]:  # noqa: ANN401  # any fact
        return [{"id": one, "name": draw(SAID), **facts} for one in ids]

    def counted(name: str, most: int) -> list[str]:
        return [f"{name}{number}" for number in range(draw(st.integers(0, most)))]

    root = {
        "id": "b", "title": draw(SAID), "recovery_plans": [draw(PLANS)],
        "escalation_policies": [draw(POLICIES)],
        "teams": named("t1", "t2"), "causes": [*named("c1", attributed_to="us"), *named("c2")],
        "kpis": [*named("k1", baseline=3, target="at least 4", owner="t1"), *named("k2")],
        "roles": [*named("r1", team="t1", level="ceo"), *named("r2", team="gone")],
        "standards": [draw(_standard(name)) for name in ("s1", "s2", "s3")],
        "calendars": [CALENDAR], **draw(some(clock=st.just("shop"))),
        "proactive_updates": named(*counted("u", 7), covers=["any-recovery"]),
        "escalations": named(*counted("e", 4), policy="up", recovery="back", impact="It stopped"),
    }  # fmt: skip
    return cx.Blueprint.model_validate(root)
