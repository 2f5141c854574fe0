"""A blueprint declared in every way that the types allow; type checkers read it, and so does a test."""

from __future__ import annotations

import datetime as dt
from typing import assert_type

import cxblueprint as cx

board = cx.Team(id="board", name="Board", function="executive", executive_seat=True)
cx_team = cx.Team(
    id="cx", name="Customer Experience", function="cx", reports_to=board, employee_kpis=["enps"]
)
contact_centre = cx.Team(
    id="contact-centre", name="Contact Centre", reports_to="cx", also_functions=("operations",)
)
head = cx.Role(id="head-of-cx", name="Head of CX", team=cx_team, judged_by=("effort",))
families = cx.Segment(id="family", name="Families", worth="high", needs=("a stable line",))
opening = cx.Calendar(
    id="office",
    name="Office hours",
    hours=[cx.OpeningHours.parse("mon-fri 08:00-18:00")],
    time_zone="Europe/Berlin",
    holidays=(dt.date(2027, 1, 1),),
)
phone = cx.Channel(id="phone", name="Telephone", kind="phone", calendar=opening)
effort = cx.KPI(
    id="effort",
    name="Effort to get help",
    metric="ces",
    scale="1-7",
    baseline=4.9,
    target="at least 5.8",
    cadence=cx.Cadence.parse("1mo"),
    owner=cx_team,
)
answered = cx.ServiceStandard(
    id="first-answer", kind="timeliness", target=cx.Target.parse("90% within 60s"), owner="contact-centre"
)
hotline = cx.Touchpoint(
    id="hotline",
    name="Call the hotline",
    channel=phone,
    owner=contact_centre,
    consulted=[cx_team, "board"],
    standards=[answered],
    kpis=(effort,),
    segments={"family"},
    frontstage=[cx.Action(text="Listens", team=contact_centre)],
)
get_help = cx.Journey(
    id="get-help",
    name="Get help",
    owner=cx_team,
    segments=[families],
    kpis=["effort", effort],
    value_to_customer={"family": "An answer at once"},
    review_every="6mo",
    stages=[
        cx.Stage(
            name="Ask",
            phase="get-help",
            steps=[
                cx.Step(touchpoint=hotline, emotion=-2, wait="2bd", next=[cx.Next(to="thank", share=0.5)]),
                cx.Step(id="thank", name="Says thank you", moment_of_truth=True),
            ],
        )
    ],
)
promise = cx.Promise(
    id="ten-days", target="95% within 10d", made_by=contact_centre, path=[answered, [answered]]
)
post = cx.ListeningPost(
    id="survey", name="Survey", covers=[get_help, "touchpoint:hotline"], cadence="continuous"
)
gap = cx.Assessment(id="gap", of=get_help, component="process", current=2, desired=4)
blueprint = cx.Blueprint(
    id="nordlicht",
    title="Fibre at home",
    clock=opening,
    teams=[board, cx_team, contact_centre],
    roles=(head,),
    segments=[families],
    calendars=[opening],
    channels=[phone],
    kpis=[effort],
    standards=[answered],
    touchpoints=(touchpoint for touchpoint in (hotline,)),
    journeys=[get_help],
    promises=[promise],
    listening_posts=[post],
    assessments=[gap],
)

# What is given in one of several forms is got back in one.
assert_type(hotline.owner, str | None)
assert_type(hotline.consulted, tuple[str, ...])
assert_type(hotline.frontstage, tuple[cx.Action, ...])
assert_type(hotline.volume, int | None)
assert_type(effort.baseline, cx.Figure | None)
assert_type(effort.target, cx.Target | None)
assert_type(effort.cadence, cx.Cadence | None)
assert_type(get_help.review_every, cx.Duration | None)
assert_type(get_help.stages, tuple[cx.Stage, ...])
assert_type(get_help.stages[0].steps[0].wait, cx.Duration | None)
assert_type(get_help.stages[0].steps[0].next, tuple[cx.Next, ...] | None)
assert_type(opening.hours, tuple[cx.OpeningHours, ...])
assert_type(post.covers, tuple[str, ...])
assert_type(gap.of, str | None)
assert_type(blueprint.touchpoints, tuple[cx.Touchpoint, ...])
assert_type(blueprint.replace(title="Fibre"), cx.Blueprint)
assert_type(cx.Handoff(id="to-repair", giver="cx", receiver=board).giver, str)
assert_type(cx.check(blueprint).findings, tuple[cx.Finding, ...])
