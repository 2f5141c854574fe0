"""The blueprint of `coffee-shop/blueprint.yaml`, written in Python.

Whatever is declared once may be referred to as itself: a slip of the pen is then caught by the editor
and not by a rule. Run this file to check the blueprint and to draw its journey into `coffee-shop.svg`,
or into the file that you name.
"""

from __future__ import annotations

import datetime as dt
import sys

import cxblueprint as cx

owners = cx.Team(id="owners", name="The owners", function="executive", executive_seat=True)
hosts = cx.Team(id="hosts", name="Hosts", function="cx", reports_to=owners, executive_seat=True)
baristas = cx.Team(id="baristas", name="Baristas", function="operations", reports_to=owners)
shift_lead = cx.Role(id="shift-lead", name="Shift lead", team=hosts, level="team-lead")
regulars = cx.Segment(
    id="regulars",
    name="Morning regulars",
    worth="high",
    needs=("coffee in time",),
    emotional_drivers=("being known",),
)
shop = cx.Channel(id="shop", name="In the shop", kind="shop")

order_taken = cx.ServiceStandard(
    id="order-taken",
    kind="timeliness",
    target="95% within 4min",
    starts="guest.in-line",
    ends="order.paid",
    counts="orders",
    window="week",
    baseline="88%",
    owner=hosts,
)
drink_ready = cx.ServiceStandard(
    id="drink-ready",
    kind="timeliness",
    target="95% within 5min",
    starts="order.paid",
    ends="drink.handed-over",
    counts="drinks",
    window="week",
    baseline="90%",
    owner=baristas,
    provider=baristas,
    consumer=hosts,
)
bring_a_friend = cx.KPI(
    id="bring-a-friend",
    name="Would bring a friend",
    metric="nps",
    baseline=41,
    target="at least 50",
    due=dt.date(2027, 12, 31),
    owner=hosts,
    source="card by the till",
    cadence="1mo",
    action="we change one thing that two guests named",
)
right_first_time = cx.KPI(
    id="right-first-time",
    name="Drinks right first time",
    metric="right-first-time",
    baseline="94%",
    target="at least 97%",
    due=dt.date(2027, 12, 31),
    owner=baristas,
    source="drinks made again",
    cadence="1w",
    drives=[bring_a_friend],
    action="the shift tastes and times the drink that failed most",
)

counter = cx.Touchpoint(
    id="counter",
    name="Order at the counter",
    channel=shop,
    owner=hosts,
    opens_request=True,
    automation="human",
    frontstage=[cx.Action(text="Greets by name and repeats the order")],
    physical_evidence=("Menu board",),
    standards=[order_taken],
    volume=5400,
)
bar = cx.Touchpoint(
    id="bar",
    name="Pick up at the bar",
    channel=shop,
    owner=baristas,
    automation="human",
    physical_evidence=("Named cup",),
    frontstage=[cx.Action(text="Calls the name and looks up")],
    backstage=[cx.Action(text="Makes drinks in the order they were paid")],
    standards=[drink_ready],
    kpis=[right_first_time],
    volume=5400,
)
cup_rail = cx.Handoff(
    id="cup-rail",
    name="Cup on the rail",
    giver=hosts,
    receiver=baristas,
    passes=("name on the cup", "drink as ordered"),
    warmth="warm",
    agreement=drink_ready,
)
ten_minutes = cx.Promise(
    id="ten-minutes",
    statement="In and out in ten minutes, or the next one is on us",
    target="90% within 10min",
    starts="guest.in-line",
    ends="drink.handed-over",
    path=[order_taken, drink_ready],
    owner=hosts,
    made_by=hosts,
    made_at=counter,
    remedy="The next coffee is free",
)

street = cx.Step(id="street", name="Catch the smell", customer="Turns in from the street", emotion=1)
ordering = cx.Step(
    touchpoint=counter,
    customer="Orders and pays",
    thinking="Will I make the tram?",
    emotion=0,
    wait="4min",
)
picking_up = cx.Step(
    touchpoint=bar,
    customer="Hears the name and takes the cup",
    emotion=1,
    moment_of_truth=True,
    closes_request=True,
    fail_points=[cx.FailPoint(text="The wrong milk", service_recovery="Made again at once")],
)
first_sip = cx.Step(
    id="first-sip",
    name="First sip",
    customer="Stands at the window for five minutes",
    emotion=2,
)
morning_coffee = cx.Journey(
    id="morning-coffee",
    name="A coffee before work",
    segments=[regulars],
    owner=hosts,
    value_to_customer="Five minutes of calm on the way to work",
    kpis=[bring_a_friend, right_first_time],
    outcome="first-sip",
    stages=[
        cx.Stage(name="Arrive", phase="choose", steps=[street]),
        cx.Stage(name="Order", phase="buy", steps=[ordering, picking_up]),
        cx.Stage(name="Enjoy", phase="use", steps=[first_sip]),
    ],
)

card = cx.ListeningPost(
    id="card",
    name="The card by the till",
    kind="survey",
    covers=[morning_coffee],
    cadence="continuous",
    analysed_by=hosts,
    report_back=cx.ReportBack(what=("issues", "plan", "dates"), within="1w"),
    inner_loop=cx.Loop(owner=hosts, within="1d", success_measure="the guest says it is better"),
    outer_loop=cx.Loop(owner=hosts, within="2w", success_measure="the same remark is not made again"),
    repeats=cx.Repeats(count=3, within="1mo", taken_by=shift_lead, in_person=True),
)
running_late = cx.ProactiveUpdate(
    id="running-late",
    covers=["any-open-request"],
    trigger="a drink takes four minutes",
    channel=shop,
    owner=baristas,
)

blueprint = cx.Blueprint(
    id="corner-coffee",
    title="The Corner Coffee Shop",
    purpose="Guests leave with a coffee they like and five minutes that were their own",
    teams=[owners, hosts, baristas],
    roles=[shift_lead],
    segments=[regulars],
    channels=[shop],
    standards=[order_taken, drink_ready],
    promises=[ten_minutes],
    kpis=[bring_a_friend, right_first_time],
    touchpoints=[counter, bar],
    handoffs=[cup_rail],
    journeys=[morning_coffee],
    listening_posts=[card],
    proactive_updates=[running_late],
)

if __name__ == "__main__":
    report = cx.check(blueprint)
    print(f"{blueprint.title}: {len(report.findings)} findings")
    picture = cx.render(blueprint, "service-blueprint")
    picture.save(sys.argv[1] if len(sys.argv) > 1 else "coffee-shop.svg")
