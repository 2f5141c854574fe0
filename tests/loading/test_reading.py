"""Files to a blueprint: merging, validation, and where everything is found afterwards."""

from __future__ import annotations

import gc
import io
import json
import sys
from collections.abc import Callable
from textwrap import dedent
from types import SimpleNamespace

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from cxblueprint.errors import Complaint, LoadError, Location, UsageError
from cxblueprint.loading import Limits, load, loads, yaml_parser
from cxblueprint.loading.pure_yaml import PureEvents
from cxblueprint.loading.reading import _Session
from cxblueprint.loading.sources import Format
from cxblueprint.loading.yaml_parser import Loader
from cxblueprint.model import Blueprint, Channel, Duration, Journey, Stage, Step, Team, origin_of

from .conftest import WriteFiles

Complaints = Callable[..., list[str]]
HEAD = "id: shop\ntitle: Coffee shop\n"
JOURNEY = "id: a\ntitle: A\njourneys:\n- id: j\n  name: J\n  "


def test_a_file_is_a_blueprint(write: WriteFiles) -> None:
    write({"shop.yaml": HEAD + dedent("""\
        purpose: Good coffee
        teams:
          - {id: bar, name: Bar, function: operations}
        journeys:
          - id: buy
            name: Buy a coffee
            stages:
              - name: Order
                steps:
                  - {name: Wait, emotion: -2, wait: 4min, next: []}
        """)})  # fmt: skip
    wait = {"name": "Wait", "emotion": -2, "wait": Duration.parse("4min"), "next": ()}
    assert load("shop.yaml") == Blueprint(
        id="shop",
        title="Coffee shop",
        purpose="Good coffee",
        teams=[Team(id="bar", name="Bar", function="operations")],
        journeys=[
            Journey(
                id="buy",
                name="Buy a coffee",
                stages=[Stage(name="Order", steps=[Step.model_validate(wait)])],
            )
        ],
    )


def test_files_of_a_folder_add_up_in_order(write: WriteFiles) -> None:
    write({
        "shop/a.yaml": "format: 1\n" + HEAD + "tags: [small]\nteams: [{id: bar, name: Bar}]\n",
        "shop/more/b.json": '{"format": 1, "teams": [{"id": "kitchen", "name": "Kitchen"}], "tags": ["old"]}',
        "shop/more/c.yml": "x-ours: anything\nteams: []\nchannels: [{id: counter, name: Counter}]\n",
    })  # fmt: skip
    assert load("shop") == Blueprint(
        id="shop",
        title="Coffee shop",
        tags=("small", "old"),
        teams=[Team(id="bar", name="Bar"), Team(id="kitchen", name="Kitchen")],
        channels=[Channel(id="counter", name="Counter")],
    )


def test_how_files_are_split_changes_nothing(write: WriteFiles) -> None:
    teams = "teams:\n  - {id: bar, name: Bar}\n"
    channels = "channels:\n  - {id: counter, name: Counter}\n"
    write({"whole.yaml": HEAD + teams + channels, "a.yaml": channels, "b.yaml": HEAD, "c.yaml": teams})
    assert load("whole.yaml") == load("a.yaml", "b.yaml", "c.yaml") == load("c.yaml", "a.yaml", "b.yaml")


def test_aliases_may_share_what_a_root_key_of_ones_own_holds() -> None:
    text = HEAD + "x-shared:\n  links: &links [{title: Menu, url: menu.html}]\nlinks: *links\n"
    assert [link.url for link in loads(text).links] == ["menu.html"]


def test_json_may_be_asked_for() -> None:
    text = '\ufeff{\n\t"id": "shop",\n\t"title"\n: "\\u2615 \\ud83d\\ude00"}'
    assert loads(text, format="json").title == "☕ 😀"


def test_standard_input_may_be_yaml_or_json(monkeypatch: pytest.MonkeyPatch) -> None:
    for text in (HEAD, '\n {"id": "shop",\t"title":\n"Coffee shop"}'):
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(text.encode())))
        blueprint = load("-")
        origin = origin_of(blueprint)
        assert origin is not None
        place = origin.locate(("title",))
        assert (blueprint.title, place and place.path) == ("Coffee shop", "<stdin>")


def test_what_is_loaded_knows_where_it_was_written(write: WriteFiles) -> None:
    write({
        "a.yaml": "# a comment\n" + HEAD + "teams:\n  - {id: bar, name: Bar}\n",
        "b.yaml": "teams:\n  - id: kitchen\n    name: Kitchen\n    tags:\n      - hot\ncustom: {seats: 4}\n",
    })  # fmt: skip
    origin = origin_of(load("a.yaml", "b.yaml"))
    assert origin is not None
    places = {
        (): Location("a.yaml", 2, 1),
        ("title",): Location("a.yaml", 3, 1),
        ("teams",): Location("a.yaml", 4, 1),
        ("teams", 0): Location("a.yaml", 5, 5),
        ("teams", 0, "name"): Location("a.yaml", 5, 15),
        ("teams", 1): Location("b.yaml", 2, 5),
        ("teams", 1, "name"): Location("b.yaml", 3, 5),
        ("teams", 1, "tags", 0): Location("b.yaml", 5, 9),
        ("custom", "seats"): Location("b.yaml", 6, 10),
    }
    assert {path: origin.locate(path) for path in places} == places


def test_what_is_not_written_is_found_at_its_nearest_ancestor() -> None:
    origin = origin_of(loads(HEAD + "teams:\n  - {id: bar, name: Bar, tags: [a]}\n"))
    assert origin is not None
    paths: dict[tuple[str | int, ...], str] = {
        ("purpose",): "<text>:1:1",
        ("journeys", 0, "name"): "<text>:1:1",
        ("teams", 0, "function"): "<text>:4:5",
        ("teams", 0, "climate", "teamwork"): "<text>:4:5",
        ("teams", 0, "tags", 7): "<text>:4:26",
        ("teams", 0, "name", "x"): "<text>:4:15",
        ("teams", 9): "<text>:3:1",
    }
    assert {path: str(origin.locate(path)) for path in paths} == paths


def test_a_blueprint_is_equal_wherever_it_was_written() -> None:
    assert (
        loads(HEAD, name="a.yaml")
        == loads("\n\n" + HEAD, name="b.yaml")
        == Blueprint(id="shop", title="Coffee shop")
    )


def test_a_path_that_is_missing_hides_nothing_and_echoes_nothing(
    write: WriteFiles, complaints: Complaints
) -> None:
    write({"a.yaml": "teams: [{id: bar, name: Bar, functoin: it}]\n"})
    assert complaints("nowhere.yaml", "a.yaml") == [
        "a.yaml:1:30: unknown key 'functoin' in team 'bar', did you mean 'function'?",
        "nowhere.yaml:1:1: there is no such file or folder",
    ]


def test_a_huge_file_is_refused(write: WriteFiles, complaints: Complaints) -> None:
    root = write({"huge.yaml": HEAD})
    with (root / "huge.yaml").open("ab") as stream:
        stream.truncate(100_000_000)
    assert complaints("huge.yaml") == [
        "huge.yaml:1:1: has 100 MB, more than the 16 MB that one file may have; split it"
    ]


def test_a_huge_text_is_refused(complaints: Complaints) -> None:
    assert complaints(text=HEAD + "#" * 200, limits=Limits(file_bytes=100)) == [
        "<text>:1:1: has 228 bytes, more than the 100 bytes allowed"
    ]


def test_a_text_with_half_a_character_is_refused(complaints: Complaints) -> None:
    assert complaints(text=HEAD + "purpose: \ud83d\n") == [
        "<text>:3:10: the character U+D83D is half of a character"
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- \u202ea: b: c", 'a text with a colon in it must be quoted: \\u202ea: "b: c"'),
        ('"\\\u202e"', "\\\\u202e is no escape inside \"...\"; write \\\\ for a backslash, or use '...'"),
        ('{"a": "\\\u202e"}', "\\\\u202e is no escape of JSON; write \\\\ for a backslash"),
        (
            '{"\u202e": 1}',
            """value_to_customer.\\u202e in journey 'j' wants text, not the number 1; quote it: "1\"""",
        ),
        (f"{{{'x' * 99}: []}}", f"value_to_customer.{'x' * 59}… in journey 'j' wants text, not a list"),
    ],
)
def test_what_turns_letters_around_or_is_endless_is_told_so_that_it_can_be_read(text: str, said: str) -> None:
    whole = f"{JOURNEY}value_to_customer: {text}" if said.startswith("value") else text
    with pytest.raises(LoadError) as caught:
        loads(whole, format="json" if whole.startswith("{") else "yaml")
    assert said in [complaint.message for complaint in caught.value.complaints]


def test_past_two_hundred_complaints_the_rest_is_counted(complaints: Complaints) -> None:
    teams = "".join(f"  - {{id: t{number}, name: {number}}}\n" for number in range(300))
    said = complaints(text=f"{HEAD}teams:\n{teams}")
    assert (len(said), said[199:]) == (
        201,
        [
            "<text>:203:22: name in team 't199' wants text, not the number 199; quote it: \"199\"",
            "and 100 more",
        ],
    )


def test_no_complaint_is_lost_from_the_count(complaints: Complaints) -> None:
    teams = "".join(f"  - {{id: t{number}, id: t{number}, name: 4}}\n" for number in range(3000))
    assert complaints(text=f"{HEAD}teams:\n{teams}")[200:] == ["and 5,800 more"]


def test_the_same_id_again_and_again_is_counted(complaints: Complaints) -> None:
    assert complaints(text=HEAD + "teams:\n" + "  - {id: bar, name: Bar}\n" * 301)[200:] == ["and 100 more"]


def test_unknown_keys_again_and_again_are_counted(complaints: Complaints) -> None:
    keys = "".join(f"key-{number}: 1\n" for number in range(300))
    assert complaints(text=HEAD + keys)[200:] == ["and 100 more"]


def test_a_million_mistakes_are_counted_without_listing_them_all(complaints: Complaints) -> None:
    said = complaints(text=HEAD + "teams:\n" + "  - {id: bar, name: Bar}\n" * 3 + "  - {}\n" * 20_000)
    assert (len(said), said[:3], said[200:]) == (
        201,
        [
            "<text>:5:5: team 'bar' is declared twice, first at <text>:4:5",
            "<text>:6:5: team 'bar' is declared twice, first at <text>:4:5",
            "<text>:7:5: missing key 'id' in teams[3]",
        ],
        ["and 39,802 more"],
    )


def test_mistakes_past_the_first_thousand_items_are_listed_too(complaints: Complaints) -> None:
    good = "".join(f"  - {{id: t{number}, name: T}}\n" for number in range(1500))
    said = complaints(text=HEAD + "teams:\n" + good + "  - {}\n" * 6_000)
    assert (len(said), said[0], said[200:]) == (
        201,
        "<text>:1504:5: missing key 'id' in teams[1500]",
        ["and 11,800 more"],
    )


def test_a_line_that_breaks_off_is_one_complaint(complaints: Complaints) -> None:
    assert complaints(text=HEAD + "tags: [small,]\nteams:\n  - {id: bar, name\n") == [
        "<text>:5:5: '{' is not closed; write '}' where it ends"
    ]


def test_what_was_wrong_before_a_file_broke_off_is_told_too(complaints: Complaints) -> None:
    assert complaints(text="id: shop\nid: bar\ntitle: [Coffee\n") == [
        "<text>:2:1: key 'id' is given twice, first at <text>:1:1",
        "<text>:3:8: '[' is not closed; write ']' where it ends",
    ]


def test_without_a_path_nothing_can_be_loaded() -> None:
    with pytest.raises(UsageError, match=r"^no path is given; name a file or a folder$"):
        load()


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(UsageError, match=r"^format 'toml' is not known; use 'yaml' or 'json'$"):
        loads(HEAD, format="toml")  # type: ignore[arg-type]  # what is tested


def test_a_depth_that_no_machine_bears_is_refused() -> None:
    with pytest.raises(UsageError, match=r"^depth 1000 is not between 1 and 200$"):
        Limits(depth=1000)


@pytest.mark.parametrize("is_on", [True, False])
def test_the_garbage_collector_is_left_as_it_was(is_on: bool) -> None:  # noqa: FBT001  # a parameter of the test
    before = gc.isenabled()
    try:
        (gc.enable if is_on else gc.disable)()
        loads(HEAD)
        after_success = gc.isenabled()
        with pytest.raises(LoadError):
            loads("")
        assert (after_success, gc.isenabled()) == (is_on, is_on)
    finally:
        (gc.enable if before else gc.disable)()


VALID = HEAD + dedent("""\
    x-any: &any {team: bar, text: 'It''s "good"'}
    teams:
      - {id: bar, name: Bar, function: operations, executive_seat: true}
    touchpoints:
      - id: counter
        name: Counter
        backstage: [*any]
        volume: 1200
        notes: >-
          Long
          lived
    journeys:
      - id: buy
        name: Buy
        stages:
          - name: Order
            steps:
              - {name: Wait, emotion: -2, wait: 4min, next: [{to: pay, share: 0.5}]}
    """)


def must_load_or_complain(data: bytes, stated: Format | None) -> None:
    session = _Session(Limits())
    session.read(data, "a.yaml", stated)
    complaints: tuple[Complaint, ...] = ()
    try:
        blueprint: Blueprint | None = session.blueprint()
    except LoadError as error:
        blueprint, complaints = None, error.complaints
    assert (blueprint is None) == bool(complaints)
    assert [complaint for complaint in complaints if "\n" in str(complaint)] == []


FORMATS: tuple[Format | None, ...] = ("yaml", "json", None)


@given(st.binary(max_size=60), st.sampled_from(FORMATS))
def test_whatever_the_bytes_nothing_but_complaints_comes_out(data: bytes, stated: Format | None) -> None:
    must_load_or_complain(data, stated)


@given(
    st.integers(0, len(VALID)),
    st.integers(0, 12),
    st.text(st.sampled_from("ab1-:[]{},&*!|>'\"%@`?#~<=. \n\t\x85\u2028\ufeff\x00é\\"), max_size=6),
    st.sampled_from([yaml.CBaseLoader, PureEvents]),
)
def test_however_a_file_is_damaged_nothing_but_complaints_comes_out(
    start: int, length: int, patch: str, half: Loader
) -> None:
    before = yaml_parser.EVENTS
    yaml_parser.EVENTS = half
    try:
        must_load_or_complain((VALID[:start] + patch + VALID[start + length :]).encode(), "yaml")
    finally:
        yaml_parser.EVENTS = before


# Values of every sort in places of every sort: whatever the model refuses has its sentence.
KEYS = st.sampled_from([
    "id", "name", "title", "teams", "journeys", "stages", "steps", "touchpoints", "emotion", "next", "custom",
    "handoffs", "giver", "receiver", "between", "value_to_customer", "promises", "path", "escalations",
    "told_at", "kpis", "due", "baseline", "climate", "links", "allow", "x", "", "tags", "calendars", "hours",
])  # fmt: skip
TREES = st.recursive(
    st.text(max_size=4) | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.booleans(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=5),
    max_leaves=12,
)


@given(st.dictionaries(KEYS, TREES, max_size=5))
def test_whatever_the_values_nothing_but_complaints_comes_out(data: dict[str, object]) -> None:
    must_load_or_complain(json.dumps(data).encode(), "json")


def test_complaints_come_in_the_order_of_the_lines(complaints: Complaints) -> None:
    text = HEAD + "kpis: [{id: a}]\nteams: [{id: b}]\nzzz: 1\njourneys: [{id: c}]\n"
    assert [said.split(":")[1] for said in complaints(text=text)] == ["3", "4", "5", "6"]


def test_a_blueprint_holds_its_place_in_no_dump() -> None:
    assert loads(HEAD).model_dump(exclude_defaults=True) == {"id": "shop", "title": "Coffee shop"}
