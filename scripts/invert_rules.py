"""Break each rule on purpose and show which examples of its page notice.

A page's examples are its rule's tests. This shows how good they are: it lets the rule find nothing, then
inverts its conditions one at a time, each part of an `and` or `or` on its own. What changes nothing but words
is left to the test of messages. What nobody notices survives: the page lacks an example, or the condition
does not matter.

    python scripts/invert_rules.py                  every rule, and what the rules of a family share
    python scripts/invert_rules.py GOV001 silos     some rules and families
    python scripts/invert_rules.py --survivors      only what survives

It ends with 1 where something survives.
"""

from __future__ import annotations

import argparse
import ast
import sys
import types
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import cxblueprint.rules
from cxblueprint.checks import Rule
from cxblueprint.rules import CATALOGUE
from cxblueprint.testing.pages import PageCase, assert_example_holds, page_cases, report_on

FAMILIES = Path(cxblueprint.rules.__file__).parent


@dataclass(frozen=True)
class Mutant:
    """A file of a family with one thing broken in it."""

    file: Path
    line: int
    what: str
    """The condition that is inverted."""
    source: str

    @property
    def module(self) -> str:
        """The name under which the file is imported."""
        return f"cxblueprint.rules.{self.file.parent.name}.{self.file.stem}"


def mutants_of(file: Path) -> Iterator[Mutant]:
    """Yield a file with its rule finding nothing, then with each of its conditions inverted."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    for function in [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]:
        if function.decorator_list:
            body, function.body = function.body, ast.parse("return\nyield").body
            yield Mutant(file, function.lineno, "the whole rule", ast.unparse(tree))
            function.body = body
    for slot in list(conditions_in(tree)):
        condition = slot.value
        slot.value = ast.UnaryOp(ast.Not(), condition)
        yield Mutant(file, condition.lineno, ast.unparse(condition), ast.unparse(tree))
        slot.value = condition


class Slot:
    """Where a condition hangs: on a node under a name, or in a list at a place."""

    def __init__(self, holder: ast.AST | list[ast.expr], key: str | int) -> None:
        self.holder = holder
        self.key = key

    @property
    def value(self) -> ast.expr:
        """The condition that hangs there."""
        if isinstance(self.holder, list):
            return self.holder[int(self.key)]
        found: ast.expr = getattr(self.holder, str(self.key))
        return found

    @value.setter
    def value(self, value: ast.expr) -> None:
        if isinstance(self.holder, list):
            self.holder[int(self.key)] = value
        else:
            setattr(self.holder, str(self.key), value)


def conditions_in(tree: ast.AST) -> Iterator[Slot]:
    """Yield where each condition hangs: what is asked, what is sifted by, what a function tells."""
    for node in ast.walk(tree):
        if isinstance(node, ast.If | ast.IfExp) and ast.unparse(node.test) != "TYPE_CHECKING":
            yield from parts(Slot(node, "test"))
        elif isinstance(node, ast.Return | ast.Assign) and isinstance(node.value, ast.BoolOp | ast.Compare):
            yield from parts(Slot(node, "value"))
        elif isinstance(node, ast.GeneratorExp) and isinstance(node.elt, ast.BoolOp | ast.Compare):
            yield from parts(Slot(node, "elt"))
        elif isinstance(node, ast.comprehension):
            for place in range(len(node.ifs)):
                yield from parts(Slot(node.ifs, place))


def parts(slot: Slot) -> Iterator[Slot]:
    """Yield where a condition hangs, and where the parts of its `and` and `or` do."""
    yield slot
    inner = slot.value.operand if isinstance(slot.value, ast.UnaryOp) else slot.value
    if isinstance(inner, ast.BoolOp):
        for place, part in enumerate(inner.values):
            if not isinstance(part, ast.Constant):  # such as the default in `name or ""`
                yield from parts(Slot(inner.values, place))


@contextmanager
def broken(mutant: Mutant) -> Iterator[tuple[Rule, ...]]:
    """Import a mutant and whatever of its family imports it; give the catalogue that this makes."""
    family = f"cxblueprint.rules.{mutant.file.parent.name}."
    before = {name: module for name, module in sys.modules.items() if name.startswith(family)}
    made = {mutant.module: execute(mutant.module, mutant.file, mutant.source)}
    if not is_rule(mutant.file):
        for name, module in before.items():
            file = Path(str(module.__file__))
            if is_rule(file):
                made[name] = execute(name, file, file.read_text(encoding="utf-8"))
    found = {
        rule.code: rule
        for module in made.values()
        for rule in vars(module).values()
        if isinstance(rule, Rule)
    }
    try:
        yield tuple(found.get(rule.code, rule) for rule in CATALOGUE)
    finally:
        sys.modules.update(before)


def execute(name: str, file: Path, source: str) -> types.ModuleType:
    """Make a module of a source, in the place of the one that has its name."""
    module = types.ModuleType(name)
    module.__file__ = str(file)
    module.__package__ = name.rpartition(".")[0]
    sys.modules[name] = module
    exec(compile(source, str(file), "exec"), vars(module))  # noqa: S102  # running a mutant is the point
    return module


def is_rule(file: Path) -> bool:
    """Tell whether a file is one of a pair: a rule with its page."""
    return file.with_suffix(".md").exists()


def noticed_by(mutant: Mutant, cases: Sequence[PageCase]) -> list[str]:
    """Return the examples that fail when a mutant is in place; `words` where all they see is other words."""
    noticed = []
    with broken(mutant) as catalogue:
        by_code = {rule.code: rule for rule in catalogue}
        replaced = [replace(case, rule=by_code[case.rule.code]) for case in cases]
        for case in replaced:
            try:
                assert_example_holds(case, catalogue=catalogue)
            except AssertionError:
                noticed.append(str(case))
        if not noticed and any(said(one) != said(other) for one, other in zip(cases, replaced, strict=True)):
            noticed.append("words")
    return noticed


def said(case: PageCase) -> list[tuple[object, ...]]:
    """Return what the findings of an example say, with what they are told, and what repairs them."""
    found = report_on(case).found
    return [(one.message, one.hint, one.about, one.repair, one.lacks, one.once) for one in found]


def main() -> int:
    """Break what was asked for and print who notices."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("only", nargs="*", help="codes, or names of families; everything unless given")
    parser.add_argument("--survivors", action="store_true", help="leave out what is noticed")
    asked = parser.parse_args()
    counted = {"noticed": 0, "of words alone": 0, "survive": 0}
    for file in sorted(FAMILIES.glob("*/[a-z]*.py")):
        code, family = file.stem.partition("_")[0].upper(), file.parent.name
        if asked.only and not {code, family, file.stem} & set(asked.only):
            continue
        shared = not is_rule(file)
        cases = list(page_cases(r for r in CATALOGUE if r.code == code or (shared and r.family == family)))
        for mutant in mutants_of(file):
            noticed = noticed_by(mutant, cases)
            kind = "survive" if not noticed else "of words alone" if noticed == ["words"] else "noticed"
            counted[kind] += 1
            if kind == "survive" or not asked.survivors:
                told = ", ".join(noticed) or "NOBODY NOTICES"
                print(f"{file.stem[:34]:34} {mutant.line:>3}  {mutant.what[:60]:60}  {told}")
    print(
        f"{sum(counted.values())} mutants:", ", ".join(f"{count} {kind}" for kind, count in counted.items())
    )
    return 1 if counted["survive"] else 0


if __name__ == "__main__":
    sys.exit(main())
