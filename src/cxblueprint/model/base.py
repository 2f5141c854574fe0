"""What every element of a blueprint has in common."""

import datetime as dt
import re
import unicodedata
from typing import TYPE_CHECKING, Annotated, Any, Self, TypeAlias

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints

from .refs import NONE_OF_THEM, SLUG, UNSTATED, Many, Subject, kebab

if TYPE_CHECKING:
    from collections.abc import Mapping

Slug: TypeAlias = Annotated[str, StringConstraints(pattern=SLUG)]
"""An id: small letters without accents, digits and hyphens, at most 63 of them, no hyphen first."""
Text: TypeAlias = Annotated[str, StringConstraints(pattern=r"\S")]
"""A text with something in it."""
Scalar: TypeAlias = str | int | float | bool


def _flat(value: object) -> object:
    if isinstance(value, dict):
        for key, item in value.items():
            if not isinstance(item, str | int | float | bool):
                msg = f"the value of {key!r} is no text, number, true or false"
                raise ValueError(msg)  # noqa: TRY004  # pydantic reports a ValueError, a TypeError is a crash
    return value


_WITHOUT_ACCENT = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ı": "i"}
)
"""Latin letters that Unicode does not take apart into a plain letter and its mark."""


def slug(text: str) -> str:
    """Return the id that a name makes: Latin letters without accents, or an empty text where none is left."""
    whole = text.casefold().translate(_WITHOUT_ACCENT)
    plain = unicodedata.normalize("NFKD", whole).encode("ascii", "ignore").decode().casefold()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:63].rstrip("-")


class Part(BaseModel):
    """A part of an element, without an id of its own."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        defer_build=True,  # the validators are built when first used: importing stays light
        protected_namespaces=(),
        regex_engine="rust-regex",
    )

    def replace(self, **changes: Any) -> Self:
        """Return a copy with some fields changed, validated like a new one.

        Raises:
            pydantic.ValidationError: a field is unknown, or its new value malformed.
        """
        stated = {name: getattr(self, name) for name in self.model_fields_set}
        return type(self).model_validate(stated | changes)


class Link(Part):
    """A page elsewhere that says more."""

    title: Text
    """What the reader finds there."""
    url: Text
    """The address: relative, or beginning with http, https or mailto."""


class Allowance(Part):
    """One rule that is not to be applied to one thing, and why."""

    rule: Text
    """The rule's code or name."""
    reason: str | None = None
    """Why the finding is accepted. Without a reason the finding stays."""
    until: dt.date | None = None
    """The last day on which it is accepted."""


class Element(Part):
    """Something that can be pointed at: it may carry tags, links, notes and allowances."""

    tags: tuple[Text, ...] = ()
    """Words to find it by."""
    links: Many[Link] = NONE_OF_THEM
    """Pages elsewhere that say more."""
    notes: Text | None = None
    """What else a reader should know."""
    custom: Annotated[dict[str, Scalar], BeforeValidator(_flat)] = {}  # pydantic copies it
    """Facts of your own: names with a text, a number, true or false."""
    allow: Many[Allowance] = NONE_OF_THEM
    """Findings that are accepted here, each with its reason."""


class Declared(Element):
    """A thing that is declared once, under an id, and referred to from elsewhere."""

    id: Slug
    """What others refer to it by."""
    name: Text
    """What people call it."""

    @property
    def label(self) -> str:
        """What a page or a picture calls it."""
        return self.name


class Named(Declared):
    """A declared thing that people rarely name, so that its id may stand for it."""

    name: Text | None = UNSTATED  # type: ignore[assignment]  # a name is needed everywhere but here
    """What people call it."""

    @property
    def label(self) -> str:
        """What a page or a picture calls it: its name, else its id in words."""
        return self.name or self.id.replace("-", " ").capitalize()


def kind_of(element: Element | type[Element]) -> str:
    """Return the kind of an element: its model's name in kebab-case, such as `service-standard`."""
    model = element if isinstance(element, type) else type(element)
    kind = _KINDS.get(model)
    if kind is None:
        kind = _KINDS[model] = kebab(model.__name__)
    return kind


def subject_of(element: Declared) -> Subject:
    """Return what a declared thing is called in findings and allowances, such as `team:cx`."""
    return Subject(kind_of(element), element.id)


_KINDS: dict[type[Element], str] = {}


def stated(model: BaseModel) -> "Mapping[str, Any]":
    """Return the fields whose value differs from the default, in the model's order."""
    fields = type(model).model_fields
    return {
        name: value
        for name, field in fields.items()
        if (value := getattr(model, name)) != field.get_default(call_default_factory=True)
        or field.is_required()
    }
