"""The corpus of bad input as a whole: each message is shown once, and none is left out."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
CORPUS = TESTS / "bad_input"
SOURCE = TESTS.parent / "src" / "cxblueprint"

OTHER_WAYS_IN = {
    "a file without a word, in YAML and JSON; comments alone; standard input": [
        "documents/comments-alone.yaml",
        "documents/empty.json",
        "documents/empty.yaml",
        "standard-input: nothing comes in",
    ],
    "in one file, and in two": ["folders/same-id-in-two-files", "model/same-id-twice.yaml"],
    "YAML and JSON have parsers of their own": ["json/brace-not-closed.json", "yaml/unclosed-bracket.yaml"],
    "as before: keys": ["json/key-given-twice.json", "values/key-given-twice.yaml"],
    "as before: numbers": ["json/too-large.json", "values/number-too-large.yaml"],
    "JavaScript takes NaN for a number": ["json/not-a-number.json", "json/word-without-quotes.json"],
    "what is misspelt is not told to be missing too": [
        "model/misspelled-title.yaml",
        "model/unknown-key-at-the-root.yaml",
    ],
    "a tag that would run code, and an exclamation": ["values/exclamation.yaml", "values/tag-of-python.yaml"],
    "the brace behind the text is no part of it": [
        "values/target-not-quoted-in-braces.yaml",
        "yaml/text-begins-with-at.yaml",
    ],
    "the parser words it differently where a value belongs and where one has ended": [
        "yaml/closing-bracket-alone.yaml",
        "yaml/closing-bracket-too-many.yaml",
    ],
    "the parser stops at a document's beginning, or only at the end": [
        "yaml/document-in-quotes.yaml",
        "yaml/unclosed-quote.yaml",
    ],
    "the parser takes the one for a directive, and stops within the other": [
        "yaml/directive-that-breaks-off.yaml",
        "yaml/directive.yaml",
    ],
    "the digits say what is no character, and what is half of one": [
        "yaml/escape-beyond-all-characters.yaml",
        "yaml/half-of-a-character.yaml",
    ],
    "the parser takes what follows the exclamation mark for three different things": [
        "yaml/exclamation-mark-before-a-quote.yaml",
        "yaml/text-begins-with-exclamation-mark-and-has-a-percent-sign.yaml",
        "yaml/text-begins-with-tag-sign.yaml",
    ],
    "the parser words it differently at the beginning of a line and among spaces": [
        "yaml/tab-among-spaces.yaml",
        "yaml/tab-for-indentation.yaml",
    ],
    "what a path holds could steer the terminal": [
        "paths: a path to nothing",
        "paths: a path with a line break and a command for the terminal",
    ],
}
"""Cases that tell the same, and why that is worth showing all the same."""

SHOWN_ELSEWHERE = {
    "checks/test_pages.py": ["'# as-of: {}' in an example says no date; write it like 2027-06-30"],
    "checks/test_report.py": ["a rule failed: {}"],
    "cli/test_file_system.py": [
        "the folder you are in cannot be used: {}; go to another",
        "{}: has more than {} MB: name another file",
        "is a link to a file that does not exist",
        "is {}, not a file; pipe into '-' to read standard input",
    ],
    "cli/test_outputs.py": [
        "'{}' is {}, and the site takes the place of a whole folder: name a folder in it",
        "cannot write the site to '{}': {}",
    ],
    "fixing/test_disk.py": [
        "no path is given; name a file or a folder",
        "{}: has changed while it was checked; nothing is written, run it again",
        "{}: is read-only; nothing is written",
        "{}; and what was written before could not be put back: {}",
        "{}: cannot be read again: {}; nothing is written",
    ],
    "loading/test_decoding.py": [
        "a Zip archive or an Office document",
        "a JPEG picture",
        "a GIF picture",
        "an Office document",
        "a program",
        "an SQLite database",
    ],
    "loading/test_json_parser.py": ["the file holds more than {} values; split it"],
    "loading/test_reading.py": [
        "depth {} is not between 1 and {}",
        "format {} is not known; use 'yaml' or 'json'",
        "the character U+{} is half of a character",
        "has {}, more than the {} allowed",
        "more than the {} that one file may have; split it",
    ],
    "loading/test_sentences.py": [
        "it breaks off",
        "is not readable as YAML: {}",
        "holds a character that YAML does not allow",
    ],
    "loading/test_sources.py": [
        "goes on and on, {}",
        "holds more than {} blueprint files; name a smaller folder",
    ],
    "loading/test_writing.py": [
        "{} is {}, which no file can hold",
        "{} does not say its format; let it end in {}",
    ],
    "loading/test_yaml_parser.py": ["the character U+{} stands beside too many without meaning"],
    "model/test_models.py": [
        "two {} have the id {}",
        "{} has two {}s with the id {}",
        "recovery plan {} has two actions with the id {}",
    ],
    "model/test_values.py": ["{} counts {} and {} counts {}: no order without a calendar"],
    "pictures/test_engines.py": [
        "nothing lays out this picture ({}): {}",
        "{} boxes are too many for a picture, which shows at most {}",
        "{} places are too many for one graph, which takes at most {}",
        "there is no program {} on the path",
        "the program {} of this machine cannot lay out this picture: {}",
        "Graphviz answered something that cannot be understood: {}: {}",
    ],
    "pictures/test_picture.py": [
        "PNG output",
        "the picture cannot become a PNG: {}; save it as .svg",
        (
            "a picture of {} by {} units is too large for a PNG that anybody could read: draw a part of it,"
            " such as one stage, or save it as .svg"
        ),
        (
            "this machine has no font that a PNG could be written with; install one (such as Liberation Sans"
            " or DejaVu Sans), or save as .svg"
        ),
    ],
    "site/test_mkdocs_host.py": [
        "a site takes rules of your own by the files that hold them, not rule {} itself",
        "cannot listen at {}:{}: {}",
        "the site cannot be built: {}",
    ],
}
"""By the test that shows them, messages that need another machine, a huge file or a caller in Python."""

NEVER = {
    "the parser says where what it could not read has begun": ["its end", "something else"],
    "Python knows how to import whatever ends in .py": ["{}: is no Python that can be imported"],
    "no graph of ours has made Graphviz fail in its sandbox": [
        "the bundled Graphviz cannot lay out this picture: {}: {}"
    ],
    "mkdocs gives up by itself only over what `check` has found before": [
        "the site cannot be built: see above"
    ],
}
"""By the reason, messages that nothing is known to call forth: they are there in case we are wrong."""


def shown() -> dict[str, str]:
    """Return what is told, by the case that shows it."""
    told = {
        path.relative_to(CORPUS).as_posix().removesuffix(".expected"): path.read_text(encoding="utf-8")
        for path in sorted(CORPUS.glob("*/*.expected"))
    }
    for file in sorted((CORPUS / "command_lines").glob("*.toml")):
        for case in tomllib.loads(file.read_text(encoding="utf-8"))["case"]:
            told[f"{file.stem}: {case['name']}"] = case.get("error", case.get("usage"))
    return told


# Once


def test_no_two_cases_tell_the_same_for_no_reason() -> None:
    cases: dict[str, list[str]] = {}
    for case, told in shown().items():
        cases.setdefault("\n".join(sorted(set(map(_reason, told.splitlines())))), []).append(case)
    assert sorted(alike for alike in cases.values() if len(alike) > 1) == sorted(OTHER_WAYS_IN.values())


def _reason(line: str) -> str:
    """Return a complaint without what differs from one mistake of a kind to the next, such as names."""
    line = re.sub(r"^error: |^\S+?:\d+:\d+: ", "", line)
    line = re.sub(r"\S+:\d+:\d+", "PLACE", line)
    line = re.sub(r", did you mean '[^']*'\?(: [^;]*)?|; did you mean.*", "", line)
    line = re.sub(r"""(?<!\w)'(?!--)(?:[^'\\]|\\.)*'(?!\w)|"(?:[^"\\]|\\.)*\"""", "QUOTED", line)
    return re.sub(r"\d[\d,.]*", "NUMBER", line)


# All


LOADING = [SOURCE / "loading" / f"{name}.py" for name in (
    "aliases", "decoding", "json_parser", "merging", "reading", "scalars", "sentences", "sources", "wording",
    "yaml_mistakes", "yaml_parser",
)]  # fmt: skip
"""Modules in which every text of several words is a message or a part of one."""
_TOLD_TO_OTHERS = [
    SOURCE / "testing",  # to those who write rules
    SOURCE / "site" / "hosting",  # to those who write pages: tests/site/test_embedding.py
    SOURCE / "mkdocs_plugin.py",  # to those who write an mkdocs.yml: tests/site/test_mkdocs_plugin.py
    SOURCE / "pictures" / "mirror.py",  # the rest to us: what they refuse no blueprint can hold
    SOURCE / "pictures" / "svg.py",
    SOURCE / "reckon",
    SOURCE / "__init__.py",
]
_REFUSALS = {
    "CxBlueprintError", "MissingExtraError", "TooLargeError", "UnavailableError", "UsageError", "ValueError",
    "_refused", "_no_rule", "_not_imported", "_unwritten", "self.fail",
}  # fmt: skip
"""What is called with a message, beside raising it."""


def messages() -> list[str]:
    """Return every message that input can be refused with, and each part of it, with {} for values."""
    found: dict[str, None] = {}
    for path in sorted(SOURCE.rglob("*.py")):
        if any(path.is_relative_to(other) for other in _TOLD_TO_OTHERS):
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        if path in LOADING:
            found |= dict.fromkeys(_texts(tree))
        for node in ast.walk(tree):
            if _is_refusal(node):
                found |= dict.fromkeys(_texts(node))
    return list(found)


def _is_refusal(node: ast.AST) -> bool:
    """Tell whether a message is made here: by raising it, or by giving it the name by which it is raised."""
    match node:
        case ast.Call():
            return ast.unparse(node.func) in _REFUSALS
        case ast.Assign(targets=[ast.Name(id="msg")]):
            return True
        case ast.Yield(value=ast.JoinedStr() as text):  # all faults of a theme are told at once
            return "{where}" in ast.unparse(text) or "{lead}" in ast.unparse(text)
    return False


def _texts(node: ast.AST) -> Iterator[str]:
    """Yield the texts of several words below a node, but for docstrings, types and regular expressions."""
    match node:
        case ast.Expr(value=ast.Constant()) | ast.AnnAssign(annotation=ast.Name(id="TypeAlias")):
            return
        case ast.AnnAssign(target=ast.Name(id="_READINGS")):
            return
        case ast.Call() if ast.unparse(node.func).startswith("re."):
            return
        case ast.JoinedStr():
            pieces = [part.value if isinstance(part, ast.Constant) else "{}" for part in node.values]
            text = "".join(map(str, pieces))
            if " " in text.replace("{}", "").strip():
                yield text
            for part in node.values:
                if isinstance(part, ast.FormattedValue):
                    yield from _texts(part.value)
            return
        case ast.Constant(value=str(text)) if " " in text.strip():
            yield text
    for child in ast.iter_child_nodes(node):
        yield from _texts(child)


def _is_in(message: str, told: str) -> bool:
    return re.search(".*".join(map(re.escape, message.split("{}"))), told) is not None


def test_every_message_is_shown_by_a_case_or_named_as_an_exception() -> None:
    told = "\n".join(shown().values())
    missing = [message for message in messages() if not _is_in(message, told)]
    named = [message for those in (SHOWN_ELSEWHERE, NEVER) for listed in those.values() for message in listed]
    assert sorted(missing) == sorted(named)


@pytest.mark.parametrize("test", SHOWN_ELSEWHERE)
def test_what_no_case_can_show_is_shown_by_a_test(test: str) -> None:
    tree = ast.parse((TESTS / test).read_text(encoding="utf-8"))
    texts = [str(node.value) for node in ast.walk(tree) if isinstance(node, ast.Constant)]
    told = "\n".join(texts).replace("\\", "")  # a regular expression is a text too
    assert [message for message in SHOWN_ELSEWHERE[test] if not any(_windows(message, told))] == []


def _windows(message: str, told: str) -> Iterator[bool]:
    """Tell of each few words of a message in a row, between its values, whether they are in a text."""
    for piece in message.split("{}"):
        words = piece.split()
        for start in range(max(len(words) - _FEW + 1, 1)):
            few = " ".join(words[start : start + _FEW])
            yield " " in few and few in told


_FEW = 5
