"""Touchpoints: the things an organisation operates for its customers to meet."""

from typing import TYPE_CHECKING, Annotated, Literal, Self

from pydantic import Field, model_validator

from .base import Declared, Part, Text
from .refs import NONE_OF_THEM, UNSTATED, Many, OptionalRef, Refs

if TYPE_CHECKING:
    from .customers import Segment
    from .kpis import KPI
    from .organisation import Team
    from .setting import Channel, System
    from .standards import ServiceStandard


class Action(Part):
    """Something that people or systems do to make a touchpoint work."""

    text: Text | None = None
    """What is done."""
    team: OptionalRef["Team"] = UNSTATED
    """The team that does it, where it is not the touchpoint's owner."""
    system: OptionalRef["System"] = UNSTATED
    """The software it is done with."""
    agreement: OptionalRef["ServiceStandard"] = UNSTATED
    """What that team has agreed to deliver."""

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.text is None and self.system is None:
            msg = "an action says what is done in 'text', or names a 'system'"
            raise ValueError(msg)
        return self


class Touchpoint(Declared):
    """Something that customers meet and we run, such as a hotline or an invoice: one owner, many journeys."""

    channel: OptionalRef["Channel"] = UNSTATED
    """Where the customer meets it."""
    owner: OptionalRef["Team"] = UNSTATED
    """The one team that answers for it."""
    responsible: Refs["Team"] = NONE_OF_THEM
    """The teams that do the work."""
    consulted: Refs["Team"] = NONE_OF_THEM
    """The teams that are asked before it changes."""
    informed: Refs["Team"] = NONE_OF_THEM
    """The teams that are told when it changes."""
    opens_request: bool | None = None
    """Whether the customer asks for something here that stays open."""
    automation: Literal["human", "assisted", "automated"] | None = None
    """Who or what serves the customer."""
    way_to_human: OptionalRef["Touchpoint"] = UNSTATED
    """The touchpoint where a customer who gets stuck here reaches a person."""
    frontstage: Many[Action] = NONE_OF_THEM
    """What the customer sees us do."""
    backstage: Many[Action] = NONE_OF_THEM
    """What we do out of the customer's sight."""
    support: Many[Action] = NONE_OF_THEM
    """What others and our systems do so that we can do our part."""
    physical_evidence: tuple[Text, ...] = ()
    """What the customer can see, hold or keep."""
    needs: tuple[Text, ...] = ()
    """What must be known here to serve the customer."""
    standards: Refs["ServiceStandard"] = NONE_OF_THEM
    """What good means here."""
    kpis: Refs["KPI"] = NONE_OF_THEM
    """What is measured here."""
    segments: Refs["Segment"] = NONE_OF_THEM
    """The customers it is for, where it is not for all."""
    volume: Annotated[int, Field(ge=0)] | None = None
    """How many customers pass through in a month."""
