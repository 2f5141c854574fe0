"""How a blueprint is judged: by which rules, on which day, with what accepted beforehand."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeAlias

from cxblueprint.checks import (
    Baseline,
    PathException,
    Report,
    Rule,
    checked_options,
    known_profile,
    matching,
    read_baseline,
    run,
    selected,
)
from cxblueprint.files import read_text
from cxblueprint.own_rules import whole_catalogue

if TYPE_CHECKING:
    import datetime as dt

    from cxblueprint.graph import Graph

StrPath: TypeAlias = "str | os.PathLike[str]"


@dataclass(frozen=True)
class Judging:
    """What a check goes by. What it names is looked up when it is needed, once."""

    profile: str = "recommended"
    select: Sequence[str] = ()
    """Codes, beginnings of codes, names or families of the rules to run instead of the profile's."""
    ignore: Sequence[str] = ()
    """The same, of rules to leave out."""
    as_of: dt.date | None = None
    options: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """By rule, the options to set instead of their defaults."""
    own_rules: Sequence[StrPath | Rule] = ()
    """Rules of one's own, or the files and packages that hold them."""
    exceptions: Sequence[PathException] = ()
    baseline: StrPath | None = None
    """The file with the findings that are known before."""

    @cached_property
    def catalogue(self) -> tuple[Rule, ...]:
        """Every rule there is: ours, those of installed packages, and one's own.

        Raises:
            UsageError: a source of rules is unfit.
        """
        return whole_catalogue(self.own_rules)

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that run, in the order of the catalogue.

        Raises:
            UsageError: a word or the profile means nothing, or no rule is left to run.
        """
        return selected(self.catalogue, profile=self.profile, select=self.select, ignore=self.ignore)

    def require_rules(self) -> None:
        """Look up what the rules go by, so that a word that means nothing is told before anything is read.

        Raises:
            UsageError: as `rules`; or an option or an exception means no rule, or has an unfit value.
        """
        _ = self.rules
        checked_options(self.options, self.catalogue)
        self._exceptions()

    @property
    def mandatory(self) -> frozenset[str]:
        """The codes of the rules that nobody may suppress."""
        return frozenset(rule.code for rule in self.catalogue if rule.mandatory)

    def known_before(self) -> Baseline | None:
        """Return the baseline, or None where none is named.

        Raises:
            UsageError: the file is missing or holds something else.
        """
        if self.baseline is None:
            return None
        name = os.fspath(self.baseline)
        return read_baseline(read_text(name, missing="write it with --update-baseline"), name)

    def found(self, graph: Graph) -> Report:
        """Return what the rules find, whether it was known before or not.

        Raises:
            UsageError: what the rules are chosen by, or an option, means nothing.
        """
        return run(
            graph,
            self.rules,
            catalogue=self.catalogue,
            profile=known_profile(self.profile),
            as_of=self.as_of,
            options=checked_options(self.options, self.catalogue),
            exceptions=self._exceptions(),
            together=not self.select,
        )

    def _exceptions(self) -> dict[str, list[PathException]]:
        """Return the exceptions by the codes of the rules that they mean."""
        found: dict[str, list[PathException]] = {}
        for one in self.exceptions:
            for code in {rule.code for word in one.rules for rule in matching(word, self.catalogue)}:
                found.setdefault(code, []).append(one)
        return found

    def report(self, graph: Graph) -> Report:
        """Return what the rules find; what the baseline knows is not active.

        Raises:
            UsageError: as `found` and `known_before`, or the baseline is that of another blueprint.
        """
        baseline = self.known_before()
        report = self.found(graph)
        return baseline.applied_to(report, mandatory=self.mandatory) if baseline else report
