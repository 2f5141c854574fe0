"""The words of a glossary: things of the model, measures that the field knows, terms of our own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from cxblueprint.model import METRICS, Allowance, Blueprint, Declared, Element, Link, Part
from cxblueprint.model.glossary import choices, field_in_short, kinds_in, meaning, parts_in
from cxblueprint.model.refs import kebab
from cxblueprint.site.writing.words import in_words

from .terms import TERMS

_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "action": "Action at a touchpoint",
        "allowance": "Accepted finding",
        "cause-share": "Share of a cause",
        "climate": "Climate in a team",
        "contact": "Contact at a level",
        "handoff": "Hand-off",
        "integration": "Integration of a change",
        "kpi": "Measure (KPI)",
        "loop": "Loop, inner or outer",
        "next": "Way on",
        "repeats": "Repeated feedback",
        "report-back": "Reporting back",
        "rung": "Level of an escalation policy",
        "silence": "Silence of a customer",
    }
)
"""By kind, what it is called where that is not its own name."""
_IN_SENTENCES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "action": ("action", "actions"),
        "cause-share": ("share", "shares"),
        "climate": ("climate", "climates"),
        "contact": ("contact", "contacts"),
        "integration": ("integration", "integrations"),
        "kpi": ("measure", "measures"),
        "loop": ("loop", "loops"),
        "next": ("way on", "ways on"),
        "repeats": ("threshold", "thresholds"),
        "report-back": ("report", "reports"),
        "rung": ("level", "levels"),
        "silence": ("threshold", "thresholds"),
    }
)
"""By kind, what one and several are called in a sentence where that is not plain."""
_ALIASES: Mapping[str, str] = MappingProxyType(
    {
        "KPI": "kpi",
        "News that we send": "proactive-update",
        "Standard": "service-standard",
        "Way of listening": "listening-post",
        "Way up": "escalation-policy",
    }
)
"""Other words of our pages for the same thing."""
_SAID: Mapping[tuple[str, str], str] = MappingProxyType(
    {
        ("Action", "text"): "What is done",
        ("Assessment", "of"): "What is assessed",
        ("Calendar", "cut_off"): "Cut-off time",
        ("Closure", "by"): "Confirmed by",
        ("Closure", "on"): "Confirmed on",
        ("Contact", "ours"): "On our side",
        ("Contact", "theirs"): "On the customer's side",
        ("FailPoint", "text"): "What may go wrong",
        ("Handoff", "warmth"): "Warm or cold",
        ("Milestone", "name"): "What is to be seen",
        ("Next", "to"): "Leads to",
        ("RecoveryAction", "text"): "What is done",
        ("RecoveryPlan", "bau_date"): "Business as usual on",
        ("RecoveryPlan", "committed_on"): "Customer given a date on",
        ("RecoveryPlan", "committed_to"): "Date given to the customer",
        ("RecoveryPlan", "headline"): "Headline measures",
        ("Repeats", "count"): "How many",
        ("ReportBack", "what"): "What is told",
        ("Silence", "reach_out_by"): "Who reaches out",
        ("Step", "customer"): "What the customer does",
        ("Step", "emotion"): "Feeling",
        ("Step", "next"): "Ways on",
        ("Step", "parallel"): "All ways at once",
        ("Team", "also_functions"): "Other functions",
        ("Team", "employee_kpis"): "Measures of its people",
        ("Touchpoint", "way_to_human"): "Way to a person",
    }
)
"""By model and field, what a field is called where that is not its own name."""
_SHARED = {*Declared.model_fields, "format"} - {"allow"}
_METRIC_NAMES = {"nps": "NPS", "csat": "CSAT", "ces": "CES", "fcr": "FCR", "aht": "AHT", "enps": "eNPS"}


@dataclass(frozen=True, slots=True)
class Saying:
    """Something that may be said of a thing."""

    name: str
    meaning: str
    kinds: tuple[str, ...]
    """The names of the words that it leads to."""
    choices: tuple[tuple[str, str], ...]
    """The words that it chooses from, each with what it says; empty where that is plain."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A word with what it says."""

    name: str
    """Its place on the page: the kind of a thing, or the word itself."""
    word: str
    meaning: str
    sayings: tuple[Saying, ...] = ()
    see: tuple[str, ...] = ()
    """The names of the words that go with it."""
    part_of: tuple[str, ...] = ()
    """The names of the words whose things it is a part of."""
    kind: str | None = None
    """The kind of thing it is; None for a mere word."""
    one: str = ""
    many: str = ""
    """What one of the kind, and several, are called in a sentence."""


@cache
def entries() -> tuple[Entry, ...]:
    """Return all words, in alphabetical order."""
    models = _models()
    told = [_entry_of(model, models) for model in models]
    told += (Entry(_name(term.word), term.word, term.meaning, see=term.see) for term in TERMS)
    return tuple(sorted(told, key=lambda entry: entry.word.casefold()))


def aliases() -> Iterator[tuple[str, str]]:
    """Yield words that lead to another: other names of things, and the measures that the field knows."""
    yield from _ALIASES.items()
    for word in METRICS:
        yield metric_in_words(word), metric_name(word)
        if word in _METRIC_NAMES:
            yield _METRIC_NAMES[word], metric_name(word)


def metric_in_words(word: str) -> str:
    """Return what a measure is called, with its short name where it is known by that."""
    name = METRICS[word].name
    return f"{name} ({_METRIC_NAMES[word]})" if word in _METRIC_NAMES else name


def metric_name(word: str) -> str:
    """Return the place of a known measure on the page."""
    return f"metric-{word}"


def _models() -> tuple[type[Part], ...]:
    """Return the models that readers may hear of, the whole first, each part after what it is a part of."""
    found: dict[type[Part], None] = {}

    def add(model: type[Part]) -> None:
        if model in found or model is Link:
            return
        found[model] = None
        for field in model.model_fields:
            for part in parts_in(model, field):
                add(part)

    add(Blueprint)
    return tuple(found)


def _entry_of(model: type[Part], models: tuple[type[Part], ...]) -> Entry:
    kind = kebab(model.__name__)
    fields = (field for field in model.model_fields if field not in _shared_by(model))
    part_of = (
        kebab(holder.__name__)
        for holder in models
        if any(model in parts_in(holder, field) for field in holder.model_fields)
    )
    plain = kind.replace("-", " ")
    word = _NAMES.get(kind, plain[0].upper() + plain[1:])
    one = word[0].lower() + word[1:]
    one, many = _IN_SENTENCES.get(kind, (one, _plural(one)))
    see = (_name(term.word) for term in TERMS if kind in term.see)
    return Entry(
        kind,
        word,
        meaning(model),
        tuple(_saying(model, field) for field in fields),
        tuple(see),
        () if model is Allowance or issubclass(model, Declared) else tuple(part_of),
        kind,
        one,
        many,
    )


def _shared_by(model: type[Part]) -> set[str]:
    """Return the fields that need not be told: those of every thing."""
    if issubclass(model, Element):
        return _SHARED | {"allow"}
    return set()


def _saying(model: type[Part], field: str) -> Saying:
    words = re.sub(r"\bkpis\b", "measures (KPIs)", field.replace("_", " "))
    name = _SAID.get((model.__name__, field), words[0].upper() + words[1:])
    told = tuple((_choice(word, said), said) for word, said in choices(model, field).items())
    return Saying(name, field_in_short(model, field), kinds_in(model, field), told)


def _choice(word: str, said: str) -> str:
    """Return a word that a field chooses from: as it stands where it is explained, else in words."""
    if not said:
        return in_words(word)
    return word.capitalize() if word in ("as-is", "to-be") else _plain(word)


def _plain(word: str) -> str:
    return word if word.lstrip("-").isdigit() else word.replace("-", " ").capitalize()


def _plural(word: str) -> str:
    return re.sub("(?<=[^aeou])ys$", "ies", f"{word}s")


def _name(word: str) -> str:
    return re.sub("[^a-z]+", "-", word.partition(" (")[0].lower())
