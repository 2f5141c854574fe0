"""A misspelt reference is written as what it means, and everything around it stays."""

from __future__ import annotations

import pytest

import cxblueprint as cx
from cxblueprint.fixing import fixed_contents

from .conftest import FixFiles, FixText, content, judging

ANOTHER = "that would change something else too"
HAS_IT = "the list has 'effort' already"
HEAD = "id: zoo\ntitle: Zoo\n"
TEAMS = "teams: [{id: keepers, name: Keepers}, {id: kiosk, name: Kiosk}]\n"


def test_only_the_name_changes_and_comments_quotes_and_layout_stay(fix_text: FixText) -> None:
    before = """\
# The zoo, as it is
id: zoo     # never changes
title: "Zoo"

teams:
    - { id: keepers , name: 'Keepers' }
touchpoints:
    -   name:   Aviary   # birds
        owner:  kepers   # who feeds them
        id: aviary
        consulted: [ 'keepres',kiosk , "owls" ]   # twice a year


    - {id: cafe, name: Cafe, owner: "keeprs"}
"""
    after = """\
# The zoo, as it is
id: zoo     # never changes
title: "Zoo"

teams:
    - { id: keepers , name: 'Keepers' }
touchpoints:
    -   name:   Aviary   # birds
        owner:  keepers   # who feeds them
        id: aviary
        consulted: [ 'keepers',kiosk , "owls" ]   # twice a year


    - {id: cafe, name: Cafe, owner: "keepers"}
"""
    assert fix_text(before) == after


@pytest.mark.parametrize(
    ("written", "becomes"),
    [
        ("owner: kepers", "owner: keepers"),
        ("owner: 'kepers'", "owner: 'keepers'"),
        ('owner: "kep\\u0065rs"', 'owner: "keepers"'),
        ('"owner":"kepers"', '"owner":"keepers"'),
        ("owner:\n      kepers", "owner:\n      keepers"),
        ("owner: !!str kepers", "owner: !!str keepers"),
        ("owner: &o kepers", "owner: &o keepers"),
        ("owner: &o 'kepers' # who", "owner: &o 'keepers' # who"),
        ("owner: !!str &o\n      kepers", "owner: !!str &o\n      keepers"),
        ("owner: |- # who\n      kepers\n", "owner: |- # who\n      keepers\n"),
        ("owner: >-\n      kepers\n\n\n", "owner: >-\n      keepers\n\n\n"),
        ("owner: &o >2-\n      kepers", "owner: &o >2-\n      keepers"),
        ("? owner\n    : kepers", "? owner\n    : keepers"),
        (
            "backstage:\n    - text: Feeds\n      team: kepers",
            "backstage:\n    - text: Feeds\n      team: keepers",
        ),
        ("consulted:\n    - kepers # birds\n    - kiosk", "consulted:\n    - keepers # birds\n    - kiosk"),
    ],
)
def test_whatever_way_it_is_written_it_stays_written_that_way(
    written: str, becomes: str, fix_text: FixText
) -> None:
    text = f"{HEAD}{TEAMS}touchpoints:\n  - id: aviary\n    name: Aviary\n    {{}}\n"
    block = text.replace("{}", written)
    if written.startswith('"owner":'):
        block = f"{HEAD}{TEAMS}touchpoints: [{{id: aviary, name: Aviary, {written}}}]\n"
        assert fix_text(block) == block.replace(written, becomes)
    assert fix_text(block) == block.replace(written, becomes)


@pytest.mark.parametrize(
    ("written", "becomes"),
    [
        ("listening_posts: [{id: a, name: A, covers: [journey:get-hlep]}]", "journey:get-help"),
        ("risks: [{id: a, name: A, threatens: ['journey:gethelp']}]", "journey:get-help"),
        ("promises: [{id: a, path: [[first-anwser], last-word]}]", "first-answer"),
        ("clock: ofice-hours", "office-hours"),
        ("handoffs: [{id: a, giver: keepers, receiver: kiosk, between: [entrnce, cafe]}]", "entrance"),
        (
            "handoffs: [{id: a, giver: keepers, receiver: kiosk, between: [get-help/ask/queuing, cafe]}]",
            "get-help/ask/queueing",
        ),
        ("proactive_updates: [{id: a, covers: ['step:get-help/ask/queuing']}]", "step:get-help/ask/queueing"),
        ("recovery_plans: [{id: a, name: A, actions: [{id: mend-it}, {id: b, after: [mendit]}]}]", "mend-it"),
    ],
)
def test_names_of_every_kind_are_corrected(written: str, becomes: str, fix_files: FixFiles) -> None:
    text = f"""{HEAD}{TEAMS}
calendars: [{{id: office-hours, name: Office hours}}]
standards: [{{id: first-answer}}, {{id: last-word}}]
touchpoints: [{{id: entrance, name: Entrance}}, {{id: cafe, name: Cafe}}]
journeys:
  - id: get-help
    name: Get help
    stages: [{{name: Ask, steps: [{{name: Queueing}}, {{name: Wait}}]}}]
{written}
"""
    outcome = fix_files({"b.yaml": text}, "REF001")

    (change,) = outcome.fixed.changes
    assert change.said.endswith(f"becomes '{becomes}'")
    assert outcome.fixed.report.findings == ()


def test_steps_outcomes_and_the_journey_that_makes_good_are_corrected(fix_text: FixText) -> None:
    before = f"""{HEAD}
journeys:
  - id: visit
    name: Visit
    outcome: feeding-tmie
    stages:
      - name: Arrive
        steps:
          - name: Queue
            next: [{{to: feedingtime, when: hungry}}, {{to: arrive/tickts}}]
            fail_points: [{{text: Sold out, service_recovery: "journey:make-godo"}}]
          - {{name: Tickets}}
          - {{name: Feeding time}}
  - {{id: make-good, name: Make good}}
"""
    after = before.replace("feeding-tmie", "feeding-time").replace("feedingtime", "feeding-time")
    assert fix_text(before) == after.replace("arrive/tickts", "arrive/tickets").replace("godo", "good")


def test_a_key_that_names_something_is_renamed_and_keeps_its_value(fix_files: FixFiles) -> None:
    text = f"""{HEAD}
segments: [{{id: families, name: Families}}, {{id: schools, name: Schools}}]
journeys:
  - id: visit
    name: Visit
    value_to_customer:
      "schools": A day that they remember
      famlies: famlies    # they say so
"""
    outcome = fix_files({"b.yaml": text})

    assert outcome.files["b.yaml"] == text.replace("famlies:", "families:")
    assert outcome.changes == [
        "b.yaml:10:7: REF001 key 'famlies' of value_to_customer in journey 'visit' becomes 'families'"
    ]


def test_two_names_on_one_line_are_both_corrected(fix_text: FixText) -> None:
    before = f"{HEAD}{TEAMS}touchpoints: [{{id: a, name: A, owner: kepers, informed: [kiosk, keeepers]}}]\n"
    after = f"{HEAD}{TEAMS}touchpoints: [{{id: a, name: A, owner: keepers, informed: [kiosk, keepers]}}]\n"
    assert fix_text(before) == after


def test_what_was_done_is_told_in_words_by_place(fix_files: FixFiles) -> None:
    teams = "teams:\n  - {id: keepers, name: Keepers}\n"
    text = f"{HEAD}touchpoints:\n  - id: aviary\n    name: Aviary\n    owner: kepers\n    kpis: []\n"
    post = "listening_posts: [{id: desk, name: Desk, covers: [team:kepers], analysed_by: keperss}]\n"

    outcome = fix_files({"a.yaml": text + post, "b/teams.yaml": teams}, "REF")

    assert outcome.changes == [
        "a.yaml:6:12: REF001 owner 'kepers' of touchpoint 'aviary' becomes 'keepers'",
        "a.yaml:8:51: REF001 covers[0] 'team:kepers' of listening-post 'desk' becomes 'team:keepers'",
    ]
    assert outcome.fixed.files == ("a.yaml",)
    assert (
        outcome.fixed.diff
        == """\
--- a.yaml
+++ a.yaml
@@ -3,6 +3,6 @@
 touchpoints:
   - id: aviary
     name: Aviary
-    owner: kepers
+    owner: keepers
     kpis: []
-listening_posts: [{id: desk, name: Desk, covers: [team:kepers], analysed_by: keperss}]
+listening_posts: [{id: desk, name: Desk, covers: [team:keepers], analysed_by: keperss}]
"""
    )


def test_a_name_that_would_be_read_as_something_else_gets_quotes(fix_text: FixText) -> None:
    before = (
        f"{HEAD}teams: [{{id: '2027-06-30', name: A}}]\ntouchpoints: [{{id: a, name: A, owner: 2027-6-30}}]\n"
    )
    assert fix_text(before) == before.replace("2027-6-30", '"2027-06-30"')


def test_json_stays_json(fix_text: FixText) -> None:
    before = (
        '{"id":"zoo" , "title": "Zoo \\u00e9",\r\n\t"teams":[{"id":"keepers","name":"K"}],\r\n'
        '\t"touchpoints":[{"owner":\t"kepers", "id":"a","name":"\\"kepers\\", [{,"}]}'
    )
    assert fix_text(before, name="b.json") == before.replace('"kepers", "id"', '"keepers", "id"')


@pytest.mark.parametrize("ends", ["\r\n", "\r", "\n"])
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_line_ends_and_encoding_stay(ends: str, codec: str) -> None:
    text = f"{HEAD}{TEAMS}touchpoints:\n  - id: a\n    name: Ä 😀\n    owner: kepers # 語\n".replace(
        "\n", ends
    )

    _, (file,) = fixed_contents([content("b.yaml", text.encode(codec))], judging("REF"))

    assert file.data == text.replace("kepers", "keepers").encode(codec)


def test_line_breaks_that_only_old_readers_see_are_text(fix_text: FixText) -> None:
    before = f'{HEAD}{TEAMS}touchpoints: [{{id: a, name: "a\x85b\u2028c", owner: kepers}}]\n'
    assert fix_text(before) == before.replace("kepers", "keepers")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("teams: [{id: keepers, name: K, reports_to: kepers}]", None),  # nothing means itself
        ("teams: [{id: a, name: A, reports_to: kepers}]", None),  # nothing is near
        (
            "journeys: [{id: j, name: J, stages: [{name: S, steps: [{name: Wait, next: [{to: wiat}]}]}]}]",
            None,
        ),
        (
            "recovery_plans: [{id: r, name: R, actions: [{id: repair, after: [reapir]}]}]",
            None,
        ),
        (
            "kpis: [{id: effort, name: E}]\ntouchpoints: [{id: t, name: T, kpis: [effort, efort]}]",
            f"4:47: REF001 kpis[1] of touchpoint 't' does not become 'effort': {HAS_IT}",
        ),
    ],
)
def test_what_is_not_clearly_meant_stays_a_hint(text: str, why: str | None, fix_files: FixFiles) -> None:
    outcome = fix_files({"b.yaml": f"{HEAD}{text}\n"}, "REF001")

    assert outcome.files == {"b.yaml": f"{HEAD}{text}\n"}
    assert outcome.left == ([f"b.yaml:{why}"] if why else [])
    assert outcome.fixed.report.findings != ()


def test_of_two_slips_that_mean_the_same_in_one_list_one_is_corrected(fix_files: FixFiles) -> None:
    text = f"{HEAD}kpis: [{{id: effort, name: E}}]\ntouchpoints: [{{id: t, name: T, kpis: [efort, effrt]}}]\n"

    outcome = fix_files({"b.yaml": text}, "REF001")

    assert outcome.files["b.yaml"] == text.replace("efort", "effort")
    assert outcome.left == [
        f"b.yaml:4:46: REF001 kpis[1] of touchpoint 't' does not become 'effort': {HAS_IT}"
    ]


STEPS = """\
touchpoints: [{id: aviary, name: Aviary}]
journeys:
  - id: visit
    name: Visit
    outcome: TO
    stages:
      - name: Walk
        steps:
          - touchpoint: aviray
          - {name: Goats}
"""


def test_a_step_that_is_called_by_its_touchpoint_is_corrected_where_nothing_leads_to_it(
    fix_text: FixText,
) -> None:
    before = HEAD + STEPS.replace("TO", "goats")
    assert fix_text(before) == before.replace("aviray", "aviary")


def test_what_leads_to_a_step_by_the_right_name_is_right_once_the_step_is(fix_text: FixText) -> None:
    before = HEAD + STEPS.replace("TO", "aviary")
    assert fix_text(before) == before.replace("aviray", "aviary")


@pytest.mark.parametrize(
    "text",
    [
        STEPS.replace("TO", "aviray"),
        STEPS.replace("TO", "goats").replace("{name: Goats}", "{name: Goats, next: [{to: walk/aviray}]}"),
        STEPS.replace("TO", "goats") + "proactive_updates: [{id: u, covers: ['step:visit/walk/aviray']}]\n",
        STEPS.replace("TO", "goats")
        + "teams: [{id: a, name: A}]\n"
        + "handoffs: [{id: h, giver: a, receiver: a, between: [visit/walk/aviray, visit/walk/goats]}]\n",
    ],
)
def test_a_touchpoint_is_not_corrected_where_the_step_would_lose_what_leads_to_it(
    text: str, fix_files: FixFiles
) -> None:
    outcome = fix_files({"b.yaml": HEAD + text})

    assert outcome.files["b.yaml"] == HEAD + text
    assert outcome.left == [
        f"b.yaml:11:25: REF001 touchpoint of step 'visit/walk/aviray' does not become 'aviary': {ANOTHER}"
    ]


def test_nothing_that_is_suppressed_is_corrected(fix_files: FixFiles) -> None:
    allow = "allow: [{rule: REF001, reason: it is declared in April}]"
    text = f"{HEAD}{TEAMS}touchpoints: [{{id: a, name: A, owner: kepers, {allow}}}]\n"
    assert fix_files({"b.yaml": text}).files["b.yaml"] == text


def test_what_is_wrong_with_the_files_is_complained_of(fix_files: FixFiles) -> None:
    with pytest.raises(cx.LoadError, match="has no 'title'"):
        fix_files({"b.yaml": "id: zoo\n"})
