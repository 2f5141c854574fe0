"""What each rule finds in one blueprint, asked for when it is needed and found once."""

from __future__ import annotations

import traceback
from typing import TYPE_CHECKING, Any

from .finding import Defect, Flaw
from .rule import PROFILES, Profile, Rule

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from cxblueprint.graph import Graph
    from cxblueprint.model import Subject

_STRICTEST = PROFILES[-1]


class Verdicts:
    """What the rules of a catalogue say of one blueprint, on one day.

    A rule that judges the other rules' findings takes it as `verdicts`.
    """

    def __init__(
        self,
        graph: Graph,
        catalogue: Iterable[Rule],
        *,
        profile: Profile,
        as_of: dt.date | None,
        options: Mapping[str, Mapping[str, Any]],
    ) -> None:
        self._graph = graph
        self._profile = profile
        self._as_of = as_of
        self._options = options
        self._rules = {word: rule for rule in catalogue for word in (rule.code.casefold(), rule.name)}
        self._flaws: dict[tuple[str, Profile], tuple[Flaw, ...]] = {}
        self._subjects: dict[tuple[str, Profile], frozenset[Subject]] = {}
        self.defects: dict[str, Defect] = {}
        """By code, the rules that failed when they were asked."""

    @property
    def words(self) -> tuple[str, ...]:
        """The codes and names of all rules, as they are written."""
        return tuple(dict.fromkeys(word for rule in self._rules.values() for word in (rule.code, rule.name)))

    def rule(self, word: str) -> Rule | None:
        """Return the rule with a code or name, or None."""
        return self._rules.get(word.strip().casefold())

    def flaws(self, rule: Rule, profile: Profile | None = None) -> tuple[Flaw, ...]:
        """Return what a rule finds; nothing where it fails, which `defects` then tells."""
        key = rule.code, profile or self._profile
        if key not in self._flaws:
            self._flaws[key] = self._run(rule, key[1])
        return self._flaws[key]

    def subjects(self, rule: Rule, profile: Profile | None = None) -> frozenset[Subject]:
        """Return the things about which a rule finds something."""
        key = rule.code, profile or self._profile
        if key not in self._subjects:
            self._subjects[key] = frozenset(flaw.subject for flaw in self.flaws(rule, profile))
        return self._subjects[key]

    def fires(self, rule: Rule, subject: Subject) -> bool | None:
        """Tell whether a rule finds something about a thing; None where nobody can tell.

        A rule that goes by the profile is asked at the strictest one too. One that goes by a date cannot
        be asked without one, nor one that judges the others, nor one that fails.
        """
        if "verdicts" in rule.takes or ("as_of" in rule.takes and self._as_of is None):
            return None
        fires = subject in self.subjects(rule)
        if not fires and "profile" in rule.takes:
            fires = subject in self.subjects(rule, _STRICTEST)
        return None if rule.code in self.defects else fires

    def _run(self, rule: Rule, profile: Profile) -> tuple[Flaw, ...]:
        given = self._options.get(rule.code, {})
        try:
            return tuple(
                rule.run(self._graph, profile=profile, as_of=self._as_of, options=given, verdicts=self)
            )
        except Exception as error:  # noqa: BLE001  # whatever a rule raises is reported, never swallowed
            self.defects[rule.code] = Defect(rule.code, _where(error))
            return ()


def _where(error: Exception) -> str:
    *_, last = traceback.extract_tb(error.__traceback__)
    return f"{type(error).__name__}: {error} ({last.name}, line {last.lineno})"
