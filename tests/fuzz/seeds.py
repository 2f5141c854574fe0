"""What mutation starts from: real files of the repository, and words that mean something to us."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, get_args

import cxblueprint as cx
from cxblueprint.checks import Baseline, page_of
from cxblueprint.loading.limits import Limits
from cxblueprint.loading.positions import FileComplaints, SourceText, UnparsableError
from cxblueprint.loading.scalars import WORDS
from cxblueprint.loading.yaml_parser import parse_yaml
from cxblueprint.model import choices
from cxblueprint.model.schema import json_schema
from cxblueprint.pictures import VIEWS
from cxblueprint.rules import CATALOGUE
from tests.torture import TEXTS, everywhere

ROOT = Path(__file__).resolve().parents[2]
_LARGEST = 12_000
"""Bytes of a file to start from: what takes long to read and to draw is tried less often."""
_HEADER = {"id": "fuzz", "title": "Fuzz"}

AWKWARD = (
    "", "~", "null", "true", "no", "<<", "=", "-", "?", "*a", "&a b", "!x y", "|", ">-", "%", "@", "`", "[",
    "{", "'", '"', "#", ":", "a: b", "- a", "0", "-0", "-1", "1e308", "1e-400", "9" * 40, "0x1F", "0o17",
    ".inf", ".nan", "1_000", "12:30", "2027-06-30", "2027-02-30", "0001-01-01", "9999-12-31",
    "2027-06-30T14:00:00Z", "2027-06-30T14:00:00+23:59", "0001-01-01T00:00:00+14:00", "0s", "0.000001s",
    "999999999y", "999999999bd", "0bd", "4 hours", "1e3h", "0% within 0s", "100% within 999999999w",
    "0.000001% by due", "every 1bd", "at least -999999999999", "at most 0.000000001%", "0-1",
    "-999999999999 to 999999999999", "0-100%", "60s", "mon-sun 00:00-24:00", "sun 23:59-24:00",
    "Europe/Berlin", "Pacific/Kiritimati", "continuous", "any-open-request", "touchpoint:hotline",
    "journey:get-help", "step:a/b/c", "kpi:", "a/b", "--2", "a" * 63, "javascript:alert(1)",
    "</script><script>x</script>", "<!--", "]]>", "&#0;", "\\", "\\N", "{x}", "%s", "| a | b |", "```",
    "# h", "[x](y)", "﷽", "א ב", "e\u0301", "👩‍👩‍👧", "\u200b", "\u202e", "\ufeff", "\x85", "\u2028", "\x00",
    "\x1b[31m", "\t", "\r", "ß", "İ", "ﬃ", "中文", *TEXTS.values(),
)  # fmt: skip
"""Scalars of which some reader or some picture might think something of its own."""


@cache
def words() -> tuple[str, ...]:
    """Return the keys and the words of blueprints, settings and pages."""
    found = {*_keys(json_schema()), *WORDS, *VIEWS, *(rule.code for rule in CATALOGUE)}
    found |= {rule.name for rule in CATALOGUE} | {rule.family for rule in CATALOGUE}
    for choice in vars(choices).values():
        found |= {word for word in get_args(choice) if isinstance(word, str)}
    found |= {"profile", "fail-on", "baseline", "select", "ignore", "exceptions", "theme", "site", "language"}
    return tuple(sorted(found - {""}))


def _keys(schema: object) -> Iterator[str]:
    if isinstance(schema, dict):
        for key, value in schema.items():
            if key in {"properties", "$defs"} and isinstance(value, dict):
                yield from value
            elif key in {"enum", "examples"} and isinstance(value, list):
                yield from (word for word in value if isinstance(word, str))
            yield from _keys(value)
    elif isinstance(schema, list):
        for item in schema:
            yield from _keys(item)


@cache
def blueprints() -> tuple[bytes, ...]:
    """Return files that are blueprints: those of newcomers, of examples, of rules' pages, and a torn one."""
    files = [*sorted(ROOT.glob("tests/newcomers/*.yaml")), *sorted(ROOT.glob("examples/*/*.yaml"))]
    whole = [_whole(file.read_text(encoding="utf-8")) for file in files]
    pages = [_whole(example.text) for rule in CATALOGUE for example in page_of(rule).examples]
    torn = [json.dumps(everywhere(text), ensure_ascii=False) for text in TEXTS.values()]
    return tuple(text.encode() for text in (*whole, *pages, *torn) if len(text) <= _LARGEST)


def _whole(fragment: str) -> str:
    """Return a fragment, or one file of several, with what every blueprint says."""
    unsaid = [key for key in _HEADER if not re.search(rf"^{key}:", fragment, re.MULTILINE)]
    return fragment + "".join(f"\n{key}: {_HEADER[key]}" for key in unsaid) + "\n"


@cache
def texts() -> tuple[bytes, ...]:
    """Return blueprints, and files that are none in ways that people have found."""
    broken = sorted(file for file in ROOT.glob("tests/bad_input/*/*") if file.suffix in {".yaml", ".json"})
    return (*blueprints(), *(file.read_bytes() for file in broken if file.stat().st_size <= _LARGEST))


@cache
def mappings() -> Sequence[Mapping[str, Any]]:
    """Return every mapping in blueprints."""
    found: list[Mapping[str, Any]] = []
    waiting: list[object] = [plain(text.decode()) for text in blueprints()]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict) and one:
            found.append(one)
        if isinstance(one, dict | list):
            waiting += one.values() if isinstance(one, dict) else one
    return found


@cache
def parts() -> Mapping[str, Sequence[Any]]:
    """Return what stands in blueprints, by key."""
    found: dict[str, list[Any]] = {}
    for mapping in mappings():
        for key, value in mapping.items():
            found.setdefault(key, []).append(value)
    return found


def plain(text: str) -> Any:  # noqa: ANN401  # plain data
    """Return what a text says, as far as it is YAML at all; None for nothing."""
    source = SourceText("", text.encode("utf-8", "replace").decode())
    try:
        return parse_yaml(source, FileComplaints(source), Limits())[0]
    except UnparsableError:
        return None


@cache
def values() -> tuple[bytes, ...]:
    """Return spellings of values, good and bad."""
    return tuple(text.encode() for text in (*AWKWARD, *words()))


@cache
def other_files() -> tuple[bytes, ...]:
    """Return settings, a baseline, pages of rules, and blocks of pages; most are from the documentation."""
    pages = [file.read_text(encoding="utf-8") for file in sorted(ROOT.glob("docs/**/*.md"))]
    fences = re.compile(r"^```toml[^\n]*\n(.*?)^```", re.DOTALL | re.MULTILINE)
    blocks = re.compile(r"^```cx-blueprint.*?^```", re.DOTALL | re.MULTILINE)
    settings = [found[1] for page in pages for found in fences.finditer(page)]
    settings = [
        text.replace("[tool.cxblueprint]", "").replace("[tool.cxblueprint.", "[") for text in settings
    ]
    asked = [found[0] for page in pages for found in blocks.finditer(page)]
    report = cx.check(cx.loads(blueprints()[0].decode()))
    baseline = Baseline("", report.blueprint).updated(report, ran=[rule.code for rule in CATALOGUE])
    rules = [page_of(rule).text for rule in CATALOGUE[::8]]
    return tuple(text.encode() for text in (*settings, *asked, baseline.text(), *rules))


@cache
def sizes() -> tuple[bytes, ...]:
    """Return what is written again and again, as `begin|again|end`."""
    flow = ["[", "{", "[[{", "}}]]", "[a,", "{%:", "[%]:", "?", "-\\"]
    begun = [
        "|[|", "|{a: |", "a: |\t|", "a: | |#", "a: |- |b", "|- |", "|? |", "|a: &a%\n |", "a: [|&a% b, |]",
        "a: [&a b, |*a, |]", "|k%: v\n|", "|a: b\n|", "|teams%: []\n|", "|%: []\n|", 'a: "|\\n|"',
        "a: '|''|'", "a: |x |: y", "a: >\n|  x\n|", "%TAG ! |x|", "a: !|x| y", "|---\n|", "|...\n|", "# |x|",
        "|#\n|", "|\n|", "|\r|", "|\x85|x", "id: |a|", "title: |-|: x", "a: - |-|: - b",
        "id: a\ntitle: b\nteams:\n|- {id: t%, name: x}\n|",
        "id: a\ntitle: b\nteams:\n|- {id: t, name: x}\n|",
        "id: a\ntitle: b\nteams:\n|- {id: t%, nmae: x}\n|",
        "id: a\ntitle: b\nteams:\n|- {id: t%, name: x, function: sails}\n|",
        "id: a\ntitle: b\ncalendars:\n|- {id: c%, name: c, time_zone: Europe/Berlni}\n|",
        "id: a\ntitle: b\nteams: [{id: t, name: t, tags: [|x, |]}]",
        "id: a\ntitle: b\nteams: [{id: t, name: t, custom: {|k%: 1, |}}]",
        "id: a\ntitle: b\nstandards:\n|- {id: s%, kind: timeliness, target: soon}\n|",
        "id: a\ntitle: b\njourneys: [{id: j, name: j, stages: [{name: s, steps: [|{name: s%}, |]}]}]",
        '{"a": "|\\u0041|"}', '{"a": |[|', '{|"k%": 1, |"z": 1}', '{"a": [|1, |1]}', '{"a": |1|}', '"|\\|',
        '|{"a":|', '{"a": "|\\\\|"}', "a = |[|", "a = |{b=|", '["|x|"]', "|[a%]\n|", "|a.|b = 1", "a = |1|",
        "exceptions = [|{path = '*', rules=['A'], reason='r'},|]", "|```a\n|", "|> ```a\n|",
        "|```cx-blueprint\nview: x\n```\n|", "```cx-blueprint\n|a: b\n|```", "```cx-blueprint\n|[|\n```",
        "|## x\n|", "## Bad\n|```yaml\n|", "## Bad\n```yaml\n# |expect: |\n```", "#|\t|", "## |x |y", "|# |",
        "1|0|h", "|1|", "at least 1|0|", "1|0|-2", "mon-fri 0|8|:00", "| |x", "x| |", "90% |within |4h",
        "|a-|", "|-|a", "|é|",
    ]  # fmt: skip
    return tuple(text.encode() for text in (*flow, *begun))
