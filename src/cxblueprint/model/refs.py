"""How one thing names another: references by id, and addresses that also name the kind.

At run time a reference is a plain `str`. For type checkers it is a descriptor, because a field that
is *given* a team or its id and *gives back* an id cannot be told in any other way: `__set__` takes
`str | T` and `__get__` gives `str`.
"""

import re
from typing import TYPE_CHECKING, Annotated, Any, Generic, NamedTuple, TypeVar

from pydantic import BaseModel, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from cxblueprint.errors import did_you_mean, quoted

SLUG = r"^[a-z0-9][a-z0-9-]{0,62}$"
PLACE = r"^[a-z0-9][a-z0-9-]{0,62}(/[a-z0-9][a-z0-9-]{0,62}){0,2}$"

UNSTATED: Any = None
"""The default of a fact that is not stated. `Any`, since a descriptor's default has no type of its own."""
NONE_OF_THEM: Any = ()
"""The default of a collection that is not stated."""


class Subject(NamedTuple):
    """What a finding, an allowance or a link is about: a kind and the address within it."""

    kind: str
    id: str

    def __str__(self) -> str:
        return f"{self.kind}:{self.id}"


def kebab(name: str) -> str:
    """Return a model's name as its kind: `ServiceStandard` is `service-standard`, `KPI` is `kpi`."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", name).lower()


class _ReferenceTo:
    """Takes a slug, or an instance of exactly the named model, and keeps the id."""

    def __init__(self, target: str, pattern: str = SLUG) -> None:
        self.target = target
        self.kind = kebab(target)
        self.pattern = pattern

    def _id_of(self, value: object) -> object:
        if not isinstance(value, BaseModel):
            return value
        if type(value).__name__ != self.target:
            found = kebab(type(value).__name__)
            called = getattr(value, "id", None) or getattr(value, "name", "?")
            msg = f"wants a {self.kind}, not the {found} {called!r}"
            raise ValueError(msg)
        return value.id  # type: ignore[attr-defined]  # every model that a Ref can name declares an id

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        text = core_schema.str_schema(pattern=self.pattern)
        return core_schema.json_or_python_schema(
            json_schema=text,
            python_schema=core_schema.no_info_before_validator_function(self._id_of, text),
        )

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": "string", "pattern": self.pattern, "x-ref": self.kind}


class _AddressOfAny:
    """Takes `kind:address`, one of some bare words, or an instance of a declared thing."""

    def __init__(self, kinds: tuple[str, ...], words: tuple[str, ...] = ()) -> None:
        self.kinds = kinds
        self.words = words

    def _parse(self, value: object) -> str:
        if isinstance(value, BaseModel) and hasattr(value, "id"):
            value = f"{kebab(type(value).__name__)}:{value.id}"
        if not isinstance(value, str):
            example = f"{self.kinds[0]}:the-id"
            msg = f"{quoted(value)} is no address: write the kind and the id, such as {example!r}"
            raise ValueError(msg)  # noqa: TRY004  # pydantic reports a ValueError, a TypeError is a crash
        if value in self.words:
            return value
        kind, colon, place = value.partition(":")
        if not colon:
            words = f" or one of {', '.join(map(repr, self.words))}" if self.words else ""
            msg = f"{value!r} does not say its kind: write '{self.kinds[0]}:{value}'{words}"
            raise ValueError(msg)
        if kind not in self.kinds:
            msg = f"{kind!r} is not one of {', '.join(self.kinds)}{did_you_mean(kind, self.kinds)}"
            raise ValueError(msg)
        if not re.fullmatch(PLACE[1:-1], place):
            msg = f"{place!r} is no id: ids have small letters, digits and hyphens"
            raise ValueError(msg)
        return value

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        one = core_schema.no_info_plain_validator_function(
            self._parse,
            serialization=core_schema.to_string_ser_schema(),
            metadata={"pydantic_js_functions": [lambda _schema, _handler: self._json_schema()]},
        )
        if source == tuple[str, ...]:
            return core_schema.tuple_variable_schema(one)
        return core_schema.nullable_schema(one)

    def _json_schema(self) -> JsonSchemaValue:
        pattern = f"^({'|'.join(self.kinds)}):{PLACE[1:]}"
        if self.words:
            pattern = f"^({'|'.join(self.words)})$|{pattern}"
        return {"type": "string", "pattern": pattern, "x-ref": "|".join(self.kinds)}


if TYPE_CHECKING:
    from collections.abc import Iterable

    T = TypeVar("T")

    class Ref(Generic[T]):
        """The id of a `T`; a `T` itself may be given."""

        def __get__(self, instance: object, owner: type | None = None) -> str: ...
        def __set__(self, instance: object, value: str | T) -> None: ...

    class OptionalRef(Generic[T]):
        """The id of a `T`, or None."""

        def __get__(self, instance: object, owner: type | None = None) -> str | None: ...
        def __set__(self, instance: object, value: str | T | None) -> None: ...

    class Refs(Generic[T]):
        """The ids of several `T`, in the order they were given."""

        def __get__(self, instance: object, owner: type | None = None) -> tuple[str, ...]: ...
        def __set__(self, instance: object, value: Iterable[str | T]) -> None: ...

    class Many(Generic[T]):
        """Several `T`, in the order they were given."""

        def __get__(self, instance: object, owner: type | None = None) -> tuple[T, ...]: ...
        def __set__(self, instance: object, value: Iterable[T]) -> None: ...

    class OptionalMany(Generic[T]):
        """Several `T`, in the order they were given; None where nothing is stated."""

        def __get__(self, instance: object, owner: type | None = None) -> tuple[T, ...] | None: ...
        def __set__(self, instance: object, value: Iterable[T] | None) -> None: ...

    class Written(Generic[T]):
        """A value that may also be given as its text."""

        def __get__(self, instance: object, owner: type | None = None) -> T: ...
        def __set__(self, instance: object, value: T | str) -> None: ...

    class OptionalWritten(Generic[T]):
        """A value that may also be given as its text (a figure also as a number), or None."""

        def __get__(self, instance: object, owner: type | None = None) -> T | None: ...
        def __set__(self, instance: object, value: T | str | float | None) -> None: ...

    class OptionalAddress:
        """A text `kind:address`, or None; a declared thing itself may be given."""

        def __get__(self, instance: object, owner: type | None = None) -> str | None: ...
        def __set__(self, instance: object, value: str | BaseModel | None) -> None: ...

    class Addresses:
        """Several texts `kind:address`; declared things themselves may be given."""

        def __get__(self, instance: object, owner: type | None = None) -> tuple[str, ...]: ...
        def __set__(self, instance: object, value: Iterable[str | BaseModel]) -> None: ...

else:

    def _name(target: Any) -> str:
        return target if isinstance(target, str) else target.__name__

    class Ref:
        """The id of a `T`; a `T` itself may be given."""

        def __class_getitem__(cls, target: Any) -> Any:
            return Annotated[str, _ReferenceTo(_name(target))]

    class OptionalRef:
        """The id of a `T`, or None."""

        def __class_getitem__(cls, target: Any) -> Any:
            return Ref[target] | None

    class Refs:
        """The ids of several `T`, in the order they were given."""

        def __class_getitem__(cls, target: Any) -> Any:
            return tuple[Ref[target], ...]

    class Many:
        """Several `T`, in the order they were given."""

        def __class_getitem__(cls, target: Any) -> Any:
            return tuple[target, ...]

    class OptionalMany:
        """Several `T`, in the order they were given; None where nothing is stated."""

        def __class_getitem__(cls, target: Any) -> Any:
            return tuple[target, ...] | None

    class Written:
        """A value that may also be given as its text."""

        def __class_getitem__(cls, target: Any) -> Any:
            return target

    class OptionalWritten:
        """A value that may also be given as its text, or None."""

        def __class_getitem__(cls, target: Any) -> Any:
            return target | None

    OptionalAddress = str | None
    Addresses = tuple[str, ...]


def address_of(*kinds: str, words: tuple[str, ...] = ()) -> Any:
    """Return the marker that makes a field take addresses of these kinds."""
    return _AddressOfAny(kinds, words)
