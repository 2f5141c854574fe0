"""A blueprint to text and back: nothing changes, and people can read it."""

from __future__ import annotations

import datetime as dt
import json
import re
import zoneinfo
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from cxblueprint.errors import CxBlueprintError, UsageError
from cxblueprint.loading import dump, dumps, load, loads, yaml_parser
from cxblueprint.loading.pure_yaml import PureEvents
from cxblueprint.model import KPI, Blueprint, Escalation, Figure, Team

from .conftest import WriteFiles


def shop(**fields: object) -> Blueprint:
    return Blueprint.model_validate({"id": "shop", "title": "Coffee shop", **fields})


def test_yaml_reads_as_people_write_it() -> None:
    order = {
        "name": "Order",
        "steps": [
            {"touchpoint": "counter", "emotion": -1, "moment_of_truth": True},
            {"name": "Wait", "wait": "4 minutes", "next": [{"to": "pay", "share": 0.5}]},
            {"id": "pay", "name": "Pay", "next": []},
        ],
    }
    counter = {
        "id": "counter",
        "name": "Counter: order here",
        "owner": "bar",
        "backstage": [{"text": "Grinds the beans, always fresh", "team": "bar"}, {"system": "till"}],
        "needs": ["the guest's name"],
    }
    buy = {
        "id": "buy",
        "name": "Buy a coffee",
        "value_to_customer": {"regular": "A coffee without words"},
        "reviewed": dt.date(2026, 3, 1),
        "stages": [order],
    }
    taste = {"id": "taste", "name": "Taste", "baseline": 4.5, "target": ">= 4.8", "scale": "-100 to 100"}
    blueprint = shop(
        purpose="Good coffee for everyone",
        tags=["small", "friendly"],
        teams=[
            {"id": "board", "name": "Board", "function": "executive", "executive_seat": True},
            {"id": "bar", "name": "Bar", "climate": {"teamwork": "good"}, "notes": "a\nb"},
        ],
        calendars=[{"id": "open", "name": "Open", "hours": ["mon-fri 08:00-18:00"], "cut_off": "16:00"}],
        touchpoints=[counter],
        journeys=[buy],
        promises=[{"id": "fast", "path": ["a", ["b", "c"]], "target": "90% within 4min"}],
        kpis=[taste | {"due": "2027-06-30"}],
        custom={"seats": 12, "wifi": "no", "since": "1999", "rent": 1e22},
    )
    assert dumps(blueprint) == dedent("""\
        format: 1
        id: shop
        title: Coffee shop
        purpose: Good coffee for everyone
        teams:
          - {id: board, name: Board, function: executive, executive_seat: true}
          - id: bar
            name: Bar
            climate: {teamwork: good}
            notes: |-
              a
              b
        calendars:
          - id: open
            name: Open
            hours: [mon-fri 08:00-18:00]
            cut_off: "16:00"
        touchpoints:
          - id: counter
            name: "Counter: order here"
            owner: bar
            backstage:
              - {text: "Grinds the beans, always fresh", team: bar}
              - {system: till}
            needs: [the guest's name]
        journeys:
          - id: buy
            name: Buy a coffee
            value_to_customer: {regular: A coffee without words}
            reviewed: 2026-03-01
            stages:
              - name: Order
                steps:
                  - {touchpoint: counter, emotion: -1, moment_of_truth: true}
                  - name: Wait
                    wait: 4min
                    next:
                      - {to: pay, share: 0.5}
                  - id: pay
                    name: Pay
                    next: []
        promises:
          - id: fast
            target: 90% within 4min
            path: [a, [b, c]]
        kpis:
          - id: taste
            name: Taste
            scale: "-100 to 100"
            baseline: 4.5
            target: at least 4.8
            due: 2027-06-30
        tags: [small, friendly]
        custom: {seats: 12, wifi: "no", since: "1999", rent: 1.0e+22}
        """)


def test_json_says_the_same_in_the_same_order() -> None:
    taste = {"id": "taste", "name": "Taste", "baseline": "62%", "due": "2027-06-30", "target": "at least 5"}
    spill = {"id": "spill", "told_at": "2027-06-30T14:00:00+02:00"}
    blueprint = shop(escalations=[spill], kpis=[taste], title="Café ☕")
    assert dumps(blueprint, format="json") == dedent("""\
        {
          "format": 1,
          "id": "shop",
          "title": "Café ☕",
          "kpis": [
            {
              "id": "taste",
              "name": "Taste",
              "baseline": "62%",
              "target": "at least 5",
              "due": "2027-06-30"
            }
          ],
          "escalations": [
            {
              "id": "spill",
              "told_at": "2027-06-30T14:00:00+02:00"
            }
          ]
        }
        """)


def test_long_text_is_folded_below_its_key() -> None:
    greeting = "Every guest is greeted by name, gets the coffee that was ordered"
    text = f"{greeting}, and knows what to do when it is cold"
    assert dumps(shop(purpose=text, tags=[text, "short"])) == dedent("""\
        format: 1
        id: shop
        title: Coffee shop
        purpose: >-
          Every guest is greeted by name, gets the coffee that was ordered, and knows what to do when it is
          cold
        tags:
          - >-
            Every guest is greeted by name, gets the coffee that was ordered, and knows what to do when it
            is cold
          - short
        """)


def test_a_line_is_at_most_a_hundred_characters_where_it_can_be_broken() -> None:
    words = "word " * 9 + "end"
    steps = [{"touchpoint": "t" * length, "customer": words, "emotion": 1} for length in range(1, 60)]
    blueprint = shop(
        purpose=words * 9,
        tags=["tag"] * 40,
        journeys=[{"id": "buy", "name": "Buy", "stages": [{"name": "Order", "steps": steps}]}],
    )
    lines = dumps(blueprint).splitlines()
    assert max(map(len, lines)) == 100


def written(text: str) -> str:
    """Return how a text is written behind a key."""
    return dumps(shop(custom={"k" * 99: "x", "a": text})).splitlines()[-1].removeprefix("  a: ")


@pytest.mark.parametrize(
    "text",
    [
        "Good coffee", "90% within 4h", "it's", 'say "hi"', "http://example.org/a?b#c", "R&D", "a - b", "4h",
        "1-7", "Größe ☕ 😀", "مرحبا", "你好", "10\xa0%", "👩\u200d🍳", "mon-fri 08:00-18:00", "nothing",
        "a, b [c] {d}",
    ],
)  # fmt: skip
def test_text_that_every_reader_takes_for_text_is_bare(text: str) -> None:
    assert written(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "", " a", "a ", "a: b", "a:", "a #b", "#a", "- a", "-a", "? a", "*a", "&a", "!a", "@a", ">= 4", "| a",
        "%a", "`a", "[a", "{a", "'a", "no", "On", "y", "null", "~", "true", "=", "<<", "12", "012", "0o7",
        "0x1f", "1_000", "1e3", "4.5", ".5", ".inf", "12:30", "1:20:30", "2027-06-30", "---", "...",
    ],
)  # fmt: skip
def test_text_that_some_reader_would_misread_is_quoted(text: str) -> None:
    assert written(text) == f'"{text}"'


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ('"a', "'\"a'"), ("\\a: b", "'\\a: b'"), ("\\'a: b", '"\\\\\'a: b"'),
        ("a\tb", r'"a\tb"'), ("a\rb", r'"a\rb"'), ("a\x07b", r'"a\x07b"'), ("a\x85b", r'"a\x85b"'),
        ("a\u2028b", r'"a\u2028b"'), ("\ufeffa", r'"\ufeffa"'), ("a\u202eb", r'"a\u202eb"'),
        ("\U0001ffff", r'"\U0001ffff"'),
    ],
)  # fmt: skip
def test_quotes_and_what_is_not_seen_are_escaped(text: str, spelled: str) -> None:
    assert written(text) == spelled


@pytest.mark.parametrize(
    ("text", "below"),
    [
        ("a\nb", ["a: |-", "  a", "  b"]),
        ("a\n\n  b\n", ["a: |", "  a", "", "    b"]),
        ("a\n\n", [r'a: "a\n\n"']),
        ("\na", [r'a: "\na"']),
        (" a\nb", [r'a: " a\nb"']),
        ("a \nb", [r'a: "a \nb"']),
        ("a\n\tb", [r'a: "a\n\tb"']),
        ("a\n", ["a: |", "  a"]),
    ],
)
def test_text_of_several_lines_is_kept_as_it_stands_where_that_is_safe(text: str, below: list[str]) -> None:
    lines = dumps(shop(custom={"k" * 99: "x", "a": text})).splitlines()
    assert lines[-len(below) :] == ["  " + line if line else "" for line in below]


def test_a_key_too_long_for_readers_is_written_as_an_explicit_one() -> None:
    blueprint = shop(custom={"k" * 2000: "x", "l" * 2000: 1})
    assert dumps(blueprint).splitlines()[-4:] == ["  ? " + "k" * 2000, "  : x", "  ? " + "l" * 2000, "  : 1"]
    assert loads(dumps(blueprint)) == blueprint


# Characters that some line of some reader of YAML treats on its own, among all others.
ODD = st.text(
    st.sampled_from("a 1-:?,[]{}#&*!|>'\"%@`=<~.\\\n\t\r\x00\x07\x7f\x85\xa0\u200d\u2028\ufeff\uffff😀é_yn")
)
TEXTS = st.text(st.characters(exclude_categories=["Cs"])) | ODD
FACTS = TEXTS | st.integers() | st.booleans() | st.floats(allow_nan=False, allow_infinity=False)


def same_in_every_reader(blueprint: Blueprint) -> None:
    text = dumps(blueprint)
    as_json = dumps(blueprint, format="json")
    assert loads(text) == blueprint
    assert loads(as_json, format="json") == blueprint
    # A reader of YAML 1.1 sees the same, but for dates.
    assert json.loads(json.dumps(yaml.safe_load(text), default=str)) == json.loads(as_json)


@given(TEXTS, TEXTS)
@example("0", "0_")
@example("a" * 130, "b " * 60)
def test_any_text_comes_back_from_every_place(text: str, other: str) -> None:
    filled = "x" + text
    same_in_every_reader(
        shop(
            title=filled,
            tags=[filled, other + "x"],
            custom={text: other, "a": text, other + "b": other},
            links=[{"title": filled, "url": other + "x"}],
            segments=[{"id": "a", "name": text + "x", "needs": [filled] * 3}],
            journeys=[{"id": "a", "name": other + "x", "value_to_customer": filled}],
        )
    )


@given(st.dictionaries(TEXTS, FACTS))
@example({"a": 1e-7, "b": -0.0, "c": 5e-324, "d": 1.7976931348623157e308, "e": 10**300, "f": 1e16})
def test_any_fact_comes_back(facts: dict[str, Any]) -> None:
    same_in_every_reader(shop(custom=facts))


@given(TEXTS, TEXTS)
def test_the_pure_parser_reads_the_same(text: str, other: str) -> None:
    blueprint = shop(custom={text: other, "a": text}, tags=["x" + text])
    before = yaml_parser.EVENTS
    yaml_parser.EVENTS = PureEvents
    try:
        assert loads(dumps(blueprint)) == blueprint
    finally:
        yaml_parser.EVENTS = before


NUMBERS: st.SearchStrategy[Any] = st.decimals(-(10**11), 10**11, allow_nan=False, places=9) | st.integers(
    -(10**11), 10**11
)


@example("9007199.254740991")
@given(st.builds("{:f}{}".format, NUMBERS, st.sampled_from(["", "%"])))
def test_any_figure_comes_back(text: str) -> None:
    figure = Figure.parse(text)
    same_in_every_reader(shop(kpis=[KPI(id="a", name="A", baseline=figure)]))


def test_a_figure_that_no_float_can_hold_is_written_as_text() -> None:
    figures = ["123456789012.123456789", "0.1", "-4", "62%"]
    kpis = [KPI(id=f"k{number}", name="K", baseline=figure) for number, figure in enumerate(figures)]
    blueprint = shop(kpis=kpis)
    baselines = [line.partition("baseline: ")[2].rstrip("}") for line in dumps(blueprint).splitlines()[4:]]
    assert baselines == ['"123456789012.123456789"', "0.1", "-4", "62%"]


@given(st.datetimes(timezones=st.timezones()))
def test_any_time_comes_back(time: dt.datetime) -> None:
    blueprint = shop(escalations=[Escalation(id="a", told_at=time)])
    told = loads(dumps(blueprint)).escalations[0].told_at
    assert told is not None
    assert told.astimezone(dt.UTC) == time.astimezone(dt.UTC)


def test_a_zone_of_long_ago_is_written_in_universal_time() -> None:
    time = dt.datetime(1880, 1, 1, 12, tzinfo=zoneinfo.ZoneInfo("Europe/Amsterdam"))
    assert re.findall(r"told_at: (\S+)}", dumps(shop(escalations=[Escalation(id="a", told_at=time)]))) == [
        "1880-01-01T11:40:28+00:00"
    ]


def test_what_was_said_and_equals_the_default_is_left_out() -> None:
    text = "id: shop\ntitle: Coffee shop\nformat: 1\nteams: []\njourneys: [{id: a, name: A, status: live}]\n"
    assert dumps(loads(text)) == "format: 1\nid: shop\ntitle: Coffee shop\njourneys:\n  - {id: a, name: A}\n"


@pytest.mark.parametrize(
    ("number", "fault"),
    [
        (float("inf"), "inf"),
        (float("nan"), "nan"),
        (10**400, "a number of about 400 digits or more"),
    ],
)
def test_a_number_that_no_file_can_hold_is_refused(number: float, fault: str) -> None:
    team = Team(id="a", name="A", custom={"seats": number})
    with pytest.raises(UsageError) as caught:
        dumps(shop(teams=[team]))
    assert str(caught.value) == f"custom.seats is {fault}, which no file can hold"


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(UsageError, match=r"^format 'toml' is not known; use 'yaml' or 'json'$"):
        dumps(shop(), format="toml")  # type: ignore[arg-type]  # what is tested


@pytest.mark.parametrize("name", ["shop.yaml", "shop.YML", "shop.json"])
def test_a_blueprint_is_written_in_the_format_that_the_name_says(name: str, write: WriteFiles) -> None:
    root = write({})
    dump(shop(), name)
    assert load(name) == shop()
    assert Path(name).read_bytes() == dumps(shop(), "json" if name.endswith("json") else "yaml").encode()
    assert [path.name for path in root.iterdir()] == [name]


def test_a_name_without_a_format_is_refused(write: WriteFiles) -> None:
    write({})
    with pytest.raises(
        UsageError, match=r"^'shop.txt' does not say its format; let it end in .yaml, .yml, .json$"
    ):
        dump(shop(), "shop.txt")


def test_a_folder_that_is_not_there_is_told(write: WriteFiles) -> None:
    write({})
    with pytest.raises(
        CxBlueprintError, match=r"^no/shop.yaml: cannot be written: there is no folder 'no', make it first$"
    ):
        dump(shop(), "no/shop.yaml")
