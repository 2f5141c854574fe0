"""Say which texts of the pictures a language still lacks, and which it no longer needs.

Texts are collected from the code: they are the literals in `words("...")` and `words.count(n, "...")`.

    python scripts/words.py              what is wrong, as JSON by language; ends with 1 if there is any
    python scripts/words.py FILLED.json  the same, after taking over what was filled in there

So: put what the first prints into a file, fill in its empty places, and give that to the second.
"""

from __future__ import annotations

import ast
import json
import string
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

PICTURES = Path(__file__).resolve().parent.parent / "src" / "cxblueprint" / "pictures"
LANGUAGES = PICTURES / "languages"
# What is called `strips.words` makes a strip, and says nothing.
_STRIPS = "strips"


@dataclass
class Texts:
    """What pictures say: whole texts, and what they count, each with the first place that says it."""

    texts: dict[str, str] = field(default_factory=dict)
    counts: dict[str, str] = field(default_factory=dict)
    unreadable: list[str] = field(default_factory=list)
    """Calls with something else than a literal."""


def collected(folder: Path = PICTURES) -> Texts:
    """Return the literals in the calls of `words` and `words.count` in a folder of Python files."""
    found = Texts()
    for path in sorted(folder.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
            place = f"{path.relative_to(folder).as_posix()}:{call.lineno}"
            if _means_words(call.func):
                _take(call.args[:1], found.texts, found.unreadable, place, tree)
            elif _means_counting(call.func):
                _take(call.args[1:2], found.counts, found.unreadable, place, tree)
    return found


def _means_words(func: ast.expr) -> bool:
    """Tell whether an expression is called `words`, alone or as an attribute."""
    if isinstance(func, ast.Attribute):
        owner = func.value
        return func.attr == "words" and not (isinstance(owner, ast.Name) and owner.id == _STRIPS)
    return isinstance(func, ast.Name) and func.id == "words"


def _means_counting(func: ast.expr) -> bool:
    return isinstance(func, ast.Attribute) and func.attr == "count" and _means_words(func.value)


def _take(
    arguments: list[ast.expr], into: dict[str, str], unreadable: list[str], place: str, tree: ast.Module
) -> None:
    for argument in arguments:
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
            into.setdefault(argument.value, place)
        elif not _has_strips(tree):
            unreadable.append(place)


def _has_strips(tree: ast.Module) -> bool:
    """Tell whether `words` is the name of a strip in a module."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and node.name == "words" and node.args.args:
            return True
        if isinstance(node, ast.ImportFrom) and (node.module or "").endswith(f".{_STRIPS}"):
            return any(alias.name == "words" for alias in node.names)
    return False


def placeholders(text: str) -> set[str]:
    """Return the names in braces."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def faults(language: Mapping[str, Any], found: Texts, forms: int) -> dict[str, Any]:
    """Return what is missing, left over or wrong in a language; nothing where all is well."""
    texts, counts = language["texts"], language["counts"]
    wrong = [key for key in texts if key in found.texts and placeholders(texts[key]) != placeholders(key)]
    wrong += [key for key in counts if key in found.counts and not _is_counted(key, counts[key], forms)]
    every = {
        "texts": {key: "" for key in found.texts if key not in texts},
        "counts": {key: [""] * forms for key in found.counts if key not in counts},
        "left over": [*(set(texts) - set(found.texts)), *(set(counts) - set(found.counts))],
        "wrong placeholders or number of forms": wrong,
        "empty": [key for key, text in {**texts, **counts}.items() if not all(text)],
    }
    return {
        what: sorted(those) if isinstance(those, list) else those for what, those in every.items() if those
    }


def _is_counted(key: str, forms: list[str], number: int) -> bool:
    """Tell whether there are so many forms, each with its number; the forms for 0, 1 and 2 may be without."""
    allowed = placeholders(key) | {"n"}
    inside = all(placeholders(form) <= allowed for form in forms)
    others = placeholders(key) - {"n"}
    complete = all(others <= placeholders(form) for form in forms) and "n" in placeholders(forms[-1])
    return len(forms) == number and inside and complete


def languages() -> Iterator[tuple[str, Path, dict[str, Any]]]:
    """Yield each shipped language by its code, with its file and what is in it."""
    for path in sorted(LANGUAGES.glob("*.json")):
        yield path.stem, path, json.loads(path.read_text(encoding="utf-8"))


def in_order(language: Mapping[str, Any], found: Texts) -> str:
    """Return a language as its file holds it, its texts in the order of the code."""
    ordered = dict(language)
    for part, keys in (("texts", found.texts), ("counts", found.counts)):
        known = language[part]
        ordered[part] = {key: known[key] for key in (*keys, *known) if key in known}
    text = json.dumps(ordered, ensure_ascii=False, indent=1) + "\n"
    for invisible in ("\u00a0", "\u200e", "\u200f"):  # what nobody sees would be lost in the next edit
        text = text.replace(invisible, f"\\u{ord(invisible):04x}")
    return text


def taken(language: dict[str, Any], filled: Mapping[str, Any], found: Texts) -> dict[str, Any]:
    """Return a language with what was filled in, and without what no picture says any more."""
    return language | {
        part: {key: said for key, said in {**language[part], **filled.get(part, {})}.items() if key in keys}
        for part, keys in (("texts", found.texts), ("counts", found.counts))
    }


def main(arguments: list[str]) -> int:
    """Take what was filled in, if a file is named, and print what is wrong, by language."""
    from cxblueprint.pictures.grammar import forms_of

    found = collected()
    if arguments:
        filled = json.loads(Path(arguments[0]).read_text(encoding="utf-8"))
        for code, path, language in languages():
            path.write_text(in_order(taken(language, filled.get(code, {}), found), found), encoding="utf-8")
    every: dict[str, Any] = {
        code: wrong
        for code, _, language in languages()
        if (wrong := faults(language, found, forms_of(language["plural"])))
    }
    if found.unreadable:
        every["called without a literal"] = found.unreadable
    if every:
        print(json.dumps(every, ensure_ascii=False, indent=1))
    return 1 if every else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
