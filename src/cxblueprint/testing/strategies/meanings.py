"""Fields whose values mean more than their types say."""

from __future__ import annotations

import typing
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

from hypothesis import strategies as st

from cxblueprint.model import (
    KPI,
    METRICS,
    Allowance,
    Calendar,
    Element,
    FailPoint,
    Handoff,
    Journey,
    Link,
    Next,
    Promise,
    RecoveryAction,
    ServiceStandard,
    Team,
)
from cxblueprint.model.organisation import Function

from .sketches import FEW, OWN_ACTION, OWN_STEP, Naming, Pairs, references, two_places
from .strings import slugs, texts, time_zones, times_of_day

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

Maker: TypeAlias = "Callable[[Naming], SearchStrategy[Any]]"

_WORDS = st.just("") | texts()
_FACTS = st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | _WORDS
_LINKS = ("https://example.org/", "notes.md", "mailto:cx@example.org", "javascript:alert(1)")
# So that experience and marketing meet in a few teams.
_FUNCTIONS = (*["cx"] * 5, *["marketing"] * 4, *["executive"] * 2, *typing.get_args(Function))
_RULES = ("OWN001", "touchpoint-without-owner", "STD001", "absolute-target")


def _one_of(*usual: str) -> Maker:
    return lambda _: st.sampled_from(usual) | texts()


def _service_recoveries(naming: Naming) -> SearchStrategy[Any]:
    return texts() | references(naming, "journey", form="{kind}:{id}")


def _values_to_customers(naming: Naming) -> SearchStrategy[Any]:
    pairs = st.lists(st.tuples(references(naming, "segment"), texts()), max_size=FEW)
    return texts() | pairs.map(Pairs)


def _paths(naming: Naming) -> SearchStrategy[Any]:
    standards = references(naming, "service-standard")
    return st.lists(standards | st.lists(standards, max_size=FEW), max_size=FEW)


MEANINGS: Mapping[tuple[type[Any], str], Maker] = {
    (Allowance, "rule"): _one_of(*_RULES),
    (Calendar, "cut_off"): lambda _: times_of_day(),
    (Calendar, "time_zone"): lambda _: time_zones(),
    (Element, "custom"): lambda _: st.lists(st.tuples(_WORDS, _FACTS), max_size=FEW).map(dict),
    (FailPoint, "service_recovery"): _service_recoveries,
    (Handoff, "between"): two_places,
    (Journey, "outcome"): lambda naming: references(naming, OWN_STEP),
    (Journey, "value_to_customer"): _values_to_customers,
    (KPI, "metric"): lambda _: st.sampled_from(tuple(METRICS)) | slugs(),
    (Link, "url"): _one_of(*_LINKS),
    (Next, "to"): lambda naming: references(naming, OWN_STEP),
    (Promise, "path"): _paths,
    (RecoveryAction, "after"): lambda naming: st.lists(references(naming, OWN_ACTION), max_size=FEW),
    (Team, "function"): lambda _: st.sampled_from(_FUNCTIONS),
    (ServiceStandard, "window"): _one_of("month", "week", "quarter", "28d"),
}
"""The values of these fields, by the model that declares them."""
