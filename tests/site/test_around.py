"""The pages about what surrounds journeys: listening, recovery, customers, systems, hand-offs, change."""

from __future__ import annotations

import html
import re
from collections.abc import Callable

import pytest

from cxblueprint.model import COLLECTIONS
from cxblueprint.site import Section, Site
from cxblueprint.site.writing.words import days_between

SiteOf = Callable[..., Site]


def said(site: Site, path: str) -> str:
    """Return what a page says, as people read it: no anchors, no entities."""
    return re.sub(r"<span[^>]*></span>", "", html.unescape(site.pages[path].markdown))


# Listening

HEARD = """
id: b
title: B
segments: [{id: young, name: The young}, {id: old, name: The old}]
journeys:
  - {id: buy, name: Buy, segments: [young]}
  - {id: ask, name: Ask, segments: [old]}
  - {id: later, name: Later, segments: [old], status: draft}
listening_posts: [{id: post, name: The post, covers: ["journey:buy"]}]
"""


def test_journeys_and_customers_that_nobody_listens_to_are_named(site_of: SiteOf) -> None:
    page = said(site_of(HEARD), "listening/index.md")

    assert "- Journeys that customers travel: [Ask](../journeys/ask.md)\n" in page
    assert "- Customers: [The old](../segments/old.md)\n" in page
    assert "Later" not in page


def test_a_post_that_may_be_about_anything_leaves_nobody_unheard(site_of: SiteOf) -> None:
    text = HEARD.replace(', covers: ["journey:buy"]', "")

    assert "Nobody listens to" not in said(site_of(text), "listening/index.md")


def test_nobody_is_said_to_be_unheard_where_no_way_of_listening_is_stated(site_of: SiteOf) -> None:
    text = re.sub("listening_posts.*", "proactive_updates: [{id: news, name: News}]", HEARD)

    assert "Nobody listens to" not in said(site_of(text), "listening/index.md")


def test_a_relationship_plan_without_levels_has_a_row(site_of: SiteOf) -> None:
    site = site_of("id: b\ntitle: B\nrelationship_plans: [{id: p, name: A plan}]")

    assert (
        '<span class="cx-here" id="relationship-plan.p"></span>' in site.pages["listening/index.md"].markdown
    )


def test_a_way_of_listening_says_when_it_goes_up_even_if_to_nobody(site_of: SiteOf) -> None:
    posts = "[{id: p, name: P, repeats: {count: 2}, silence: {after: 2w}}]"
    page = said(site_of(f"id: b\ntitle: B\nlistening_posts: {posts}"), "listening/p.md")

    assert "It goes up once heard 2 times.\n" in page
    assert "After 2 weeks without a word somebody gets in touch.\n" in page


# Recovery

PLAN = """
id: b
title: B
recovery_plans:
  - id: plan
    name: The plan
    started: 2026-03-02
    committed_to: {given}
    actions: [{actions}]
"""


def reckoned(site_of: SiteOf, actions: str, given: str = "2026-03-06", more: str = "") -> str:
    """Return what the page of a plan that starts on a Monday says about its dates."""
    site = site_of(PLAN.format(given=given, actions=actions) + more)
    found = re.search(
        r"## Which date is honest.*?\n\n(.*?)\n\n## ", said(site, "recovery/plan.md"), re.DOTALL
    )
    return found[1] if found else ""


def test_a_date_that_comes_too_early_is_said_to_be_so(site_of: SiteOf) -> None:
    actions = (
        "{id: one, text: Mend it, lead_time: 4bd}, {id: two, text: Try it, lead_time: 3bd, after: [one]}"
    )

    assert reckoned(site_of, actions) == (
        "- **10 March 2026** is the earliest honest date, by which everything can be done.\n"
        "- That date hangs on: Mend it → Try it\n"
        "- 6 March 2026, the date the customer was given, comes 2 working days too early."
    )


def test_a_date_without_a_day_to_spare_leaves_no_time_in_hand(site_of: SiteOf) -> None:
    lines = reckoned(site_of, "{id: one, lead_time: 5bd}").splitlines()

    assert lines[-1] == "- 6 March 2026, the date the customer was given, leaves no time in hand."


def test_a_plan_whose_actions_do_not_all_say_how_long_they_take_may_end_later(site_of: SiteOf) -> None:
    assert "; it may be later, since not every action says how long it takes.\n" in reckoned(
        site_of, "{id: one, lead_time: 1bd}, {id: two}"
    )


def test_what_is_done_may_bring_the_end_forward(site_of: SiteOf) -> None:
    actions = "{id: one, lead_time: 2bd, done: true}, {id: two, lead_time: 1bd, after: [one]}"

    assert ", or sooner where what is done took less time than planned.\n" in reckoned(site_of, actions)


@pytest.mark.parametrize(
    ("actions", "first"),
    [
        ("{id: a, lead_time: 1bd, after: [b]}, {id: b, after: [a]}", "“A” and “B” wait for each other"),
        ("{id: a, lead_time: 1bd, after: [a]}", "“A” waits for itself"),
    ],
)
def test_actions_in_a_circle_are_said_never_to_begin(site_of: SiteOf, actions: str, first: str) -> None:
    lines = reckoned(site_of, actions).splitlines()

    assert lines[:2] == [
        f"- {first}, and can never begin.",
        "- Without that, **2 March 2026** would be the earliest honest date.",
    ]


def test_of_a_plan_that_is_over_no_date_is_reckoned(site_of: SiteOf) -> None:
    over = "    closure_confirmed: {by: the customer, on: 2026-03-09}\n"

    assert reckoned(site_of, "{id: one, lead_time: 9bd}", more=over) == ""


def test_a_policy_called_like_a_plan_shows_its_own_picture(site_of: SiteOf) -> None:
    site = site_of(
        "id: b\ntitle: B\n"
        "recovery_plans: [{id: same, name: The plan, actions: [{id: one}]}]\n"
        "escalation_policies: [{id: same, name: The policy, levels: [{after: 1h}]}]\n"
    )
    (plan,) = site.pages["recovery/same.md"].figures
    (policy,) = site.pages["escalation/same.md"].figures

    assert "The plan" in plan.draw().table + plan.draw().svg
    assert "The policy" in policy.draw().svg
    assert "The plan" not in policy.draw().svg


def test_the_main_cause_is_set_off_where_there_are_several(site_of: SiteOf) -> None:
    causes = "[{cause: big, share: 0.8}, {cause: small, share: 0.2}]"
    site = site_of(
        "id: b\ntitle: B\ncauses: [{id: big, name: Big}, {id: small, name: Small}]\n"
        f"recovery_plans: [{{id: p, name: P, causes: {causes}}}]\n"
    )
    rows = said(site, "recovery/p.md")

    assert '| [Big](index.md#cause.big) <span class="cx-badge cx-truth">main cause</span> | 80% |' in rows
    assert "| [Small](index.md#cause.small) | 20% |" in rows


# Customers


def test_what_is_for_a_segment_alone_is_told_whole_and_what_is_for_all_by_name(site_of: SiteOf) -> None:
    site = site_of(
        "id: b\ntitle: B\nsegments: [{id: s, name: S}, {id: t, name: T}]\n"
        "standards:\n"
        "  - {id: own, name: Own, target: 90% within 1h, segments: [s]}\n"
        "  - {id: all, name: All, target: 80% within 2h}\n"
        "  - {id: off, name: Elsewhere, target: 80% within 3h}\n"
        "touchpoints: [{id: desk, name: Desk, standards: [own, all]}]\n"
        "journeys: [{id: j, name: J, segments: [s, t], stages: [{name: A, steps: [{touchpoint: desk}]}]}]\n"
    )
    own, other = said(site, "segments/s.md"), said(site, "segments/t.md")

    assert "| [Own](../standards/own.md) | 90% within 1 hour |" in own
    assert "**As for everybody:** [All](../standards/all.md)\n" in own
    assert "Elsewhere" not in own
    assert "Own" not in other
    assert "**As for everybody, on their journeys:** [All](../standards/all.md)\n" in other


def test_a_persona_may_walk_what_is_for_its_segment_and_where_it_acts(site_of: SiteOf) -> None:
    site = site_of(
        "id: b\ntitle: B\nsegments: [{id: s, name: S}]\npersonas: [{id: p, name: P, segment: s}]\n"
        "journeys:\n"
        "  - {id: theirs, name: Theirs, segments: [s]}\n"
        "  - {id: acts, name: Acts, stages: [{name: A, steps: [{name: Sign, actor: p}]}]}\n"
        "  - {id: other, name: Other}\n"
    )
    page = said(site, "personas/p.md")

    assert "[Theirs](../journeys/theirs.md)" in page
    assert "| [Acts](../journeys/acts.md) | 1&nbsp;[Sign]" in site.pages["personas/p.md"].markdown
    assert "Other" not in page


# Around teams


def test_a_role_leads_to_its_place_on_the_page_of_its_team(site_of: SiteOf) -> None:
    site = site_of(
        "id: b\ntitle: B\nteams: [{id: t, name: T}]\n"
        "roles:\n"
        "  - {id: one, name: One, team: t}\n"
        "  - {id: two, name: Two}\n"
        "  - {id: three, name: Three, team: ghosts}\n"
        "listening_posts: [{id: p, name: P, meets: [one, two, three]}]\n"
    )
    page = said(site, "listening/p.md")

    assert (
        "- [One](../teams/t.md#role.one), [T](../teams/t.md)\n"
        "- [Two](../teams/index.md#role.two)\n"
        "- [Three](../teams/index.md#role.three), ghosts (not declared)\n"
    ) in page
    assert '<span class="cx-here" id="role.one"></span>**One**' in site.pages["teams/t.md"].markdown


def test_a_role_in_no_team_has_its_place_on_the_page_that_lists_the_teams(site_of: SiteOf) -> None:
    roles = "roles: [{id: one, name: One, level: ceo}, {id: two, name: Two, team: ghosts}]"
    index = site_of(f"id: b\ntitle: B\n{roles}").pages["teams/index.md"].markdown

    assert index.endswith(
        "## Roles in no team { #roles }\n\n"
        '<div class="cx-table" markdown="1">\n\n'
        "| Role | Level |\n| --- | --- |\n"
        '| <span class="cx-here" id="role.one"></span>**One** | CEO |\n'
        '| <span class="cx-here" id="role.two"></span>**Two** |  |\n\n'
        "</div>\n"
    )


def test_hand_offs_are_listed_by_themselves_where_no_teams_are(site_of: SiteOf) -> None:
    site = site_of("id: b\ntitle: B\nhandoffs: [{id: h, giver: ghosts, receiver: spirits}]")

    assert site.navigation == ("index.md", "handoffs/index.md", "findings.md", "glossary.md")


@pytest.mark.parametrize(
    ("stated", "title"),
    [
        ("systems: [{id: s, name: S}]", "Systems"),
        ("systems: [{id: s, name: S}]\nchannels: [{id: c, name: C}]", "Systems and channels"),
        ("channels: [{id: c, name: C}]\ncalendars: [{id: d, name: D}]", "Channels"),
        ("calendars: [{id: d, name: D}]", "Calendars"),
    ],
)
def test_the_page_about_systems_is_called_by_what_is_on_it(site_of: SiteOf, stated: str, title: str) -> None:
    assert site_of(f"id: b\ntitle: B\n{stated}").pages["systems/index.md"].title == title


# What every part keeps


@pytest.mark.parametrize("key", [key for key in COLLECTIONS if key != "journeys"])
def test_of_something_that_states_its_name_alone_nothing_else_is_told(site_of: SiteOf, key: str) -> None:
    more = {"handoffs": ", giver: ghosts, receiver: spirits"}.get(key, "")
    site = site_of(f"id: b\ntitle: B\n{key}: [{{id: one, name: The one{more}}}]")
    about = {
        path: page.markdown
        for path, page in site.pages.items()
        if "/" in path and not path.startswith("rules/")
    }

    assert [path for path, page in about.items() if re.search("None|[Nn]ot stated", page)] == []
    headings = {path: re.findall(r"^## (.*?) \{", page, re.MULTILINE) for path, page in about.items()}
    # The picture of a plan draws what is there, and says so itself.
    told = {path: set(found) - {"Findings", "Findings that are ours", "Escalation and recovery",
                                "Network of silos"} for path, found in headings.items()}  # fmt: skip
    assert {path: found for path, found in told.items() if len(found) > path.endswith("index.md")} == {}


def test_more_pages_than_the_navigation_has_room_for_are_listed_on_their_index_alone(site_of: SiteOf) -> None:
    segments = "".join(f"  - {{id: s{number}, name: Segment {number}}}\n" for number in range(61))
    site = site_of(f"id: many\ntitle: Many\nsegments:\n{segments}")

    assert Section("Customers", ("customers/index.md",)) in site.navigation


def test_days_are_said_as_briefly_as_they_can_be() -> None:
    import datetime as dt

    day = dt.date
    assert days_between(day(2026, 3, 3), day(2026, 3, 3)) == "3 March 2026"
    assert days_between(day(2026, 3, 3), day(2026, 3, 5)) == "3 to 5 March 2026"
    assert days_between(day(2026, 3, 3), day(2026, 4, 5)) == "3 March to 5 April 2026"
    assert days_between(day(2026, 3, 3), day(2027, 3, 5)) == "3 March 2026 to 5 March 2027"
    assert days_between(day(2026, 3, 3), None) == "from 3 March 2026"
    assert days_between(None, day(2026, 3, 3)) == "until 3 March 2026"
    assert days_between(None, None) == ""
