"""A rule: one generator function and what the catalogue says of it."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from .finding import Flaw, Severity

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from cxblueprint.graph import Graph

    from .verdicts import Verdicts

Profile: TypeAlias = Literal["essential", "recommended", "exemplary"]
PROFILES: tuple[Profile, ...] = ("essential", "recommended", "exemplary")
"""The levels of maturity, least first; each includes the rules of those before it."""
RuleFunction: TypeAlias = Callable[..., Iterator[Flaw]]
_GIVEN = ("profile", "as_of", "verdicts")
OWN = "cxblueprint_own_"
"""How the packages begin that are made up for rules which are found by a path."""


@dataclass(frozen=True)
class Rule:
    """A rule of the catalogue: a pair of files, the function and its page."""

    code: str
    name: str
    severity: Severity
    """How loud it is at its loudest."""
    profile: Profile
    """The first profile that has it."""
    summary: str
    """What is wrong when it speaks, as a clause."""
    function: RuleFunction = field(repr=False)
    claims: tuple[str, ...] = ()
    """The ids of the claims that it rests on."""
    requires: tuple[str, ...] = ()
    """Names of rules whose finding about the same thing makes this one an echo."""
    judges_the_whole: bool = False
    """Whether something unconnected may change what it says."""
    mandatory: bool = False
    """Whether nobody may suppress it."""

    @property
    def family(self) -> str:
        """The family it belongs to: the package of its module, or the module where it is in none."""
        named = [part for part in self.function.__module__.split(".") if not part.startswith(OWN)]
        return named[-2] if len(named) > 1 else named[-1]

    @property
    def family_meaning(self) -> str:
        """What its family asks, as a clause: the first line of the package, empty where it says nothing."""
        package = sys.modules.get(self.function.__module__.rpartition(".")[0])
        line = ((package and package.__doc__) or "").partition("\n")[0]
        return line.partition(": ")[2].removesuffix(".") or line.removesuffix(".")

    @cached_property
    def page_path(self) -> Path:
        """The page that explains it, next to its function."""
        file = sys.modules[self.function.__module__].__file__
        return Path(str(file)).with_suffix(".md")

    @cached_property
    def _parameters(self) -> Mapping[str, inspect.Parameter]:
        parameters = inspect.signature(self.function).parameters
        return {
            name: parameter
            for name, parameter in parameters.items()
            if parameter.kind is inspect.Parameter.KEYWORD_ONLY
        }

    @cached_property
    def takes(self) -> frozenset[str]:
        """What of the run it is given: `profile`, `as_of`, `verdicts`."""
        return frozenset(name for name in self._parameters if name in _GIVEN)

    @cached_property
    def options(self) -> Mapping[str, Any]:
        """What users may set, with its default; an option has the type of its default."""
        return {name: parameter.default for name, parameter in self._parameters.items() if name not in _GIVEN}

    def run(
        self,
        graph: Graph,
        *,
        profile: Profile,
        as_of: dt.date | None,
        options: Mapping[str, Any] | None = None,
        verdicts: Verdicts | None = None,
    ) -> Iterator[Flaw]:
        """Yield what the rule finds in a blueprint."""
        given: dict[str, Any] = {"profile": profile, "as_of": as_of, "verdicts": verdicts}
        wanted = {name: given[name] for name in self.takes}
        return self.function(graph, **wanted, **(options or {}))


def rule(
    code: str,
    name: str,
    *,
    summary: str,
    severity: Severity = "warning",
    profile: Profile = "recommended",
    claims: tuple[str, ...] = (),
    requires: tuple[str, ...] = (),
    judges_the_whole: bool = False,
    mandatory: bool = False,
) -> Callable[[RuleFunction], Rule]:
    """Turn a generator function of a graph into a rule.

    The function takes the graph and, by keyword only, what it needs of `profile` (the profile of the
    run), `as_of` (the date to judge by, or None) and `verdicts` (what the other rules find); every other
    keyword is an option with a default.
    """

    def make(function: RuleFunction) -> Rule:
        return Rule(
            code, name, severity, profile, summary, function, claims, requires, judges_the_whole, mandatory
        )

    return make
