"""Options that several commands share."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any

import click

from cxblueprint.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

    _OfDates = click.ParamType[dt.date]
else:
    _OfDates = click.ParamType  # takes no type when it runs, before click 8.4
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


class Date(_OfDates):
    """A date such as 2027-03-31."""

    name = "date"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:
        """Return the date, or fail with the value and the form it wants."""
        if isinstance(value, dt.date):
            return value
        text = str(value)
        try:
            # Python knows other ways to write a date, and nobody else does.
            return dt.date.fromisoformat(text if _DATE.fullmatch(text) else "")
        except ValueError:
            self.fail(f"{value!r} is no date such as 2027-03-31", param, ctx)


def paths(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the files and folders that make up one blueprint."""
    return click.argument("paths", nargs=-1, required=True, metavar="PATH...")(command)


def day(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the date to judge by."""
    option = click.option(
        "--as-of", type=Date(), metavar="DATE", help="Judge by this date; today unless given."
    )
    return option(command)


def profile(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the profile, whose default the project's settings may change."""
    option = click.option("--profile", metavar="NAME", help="essential, recommended (default) or exemplary.")
    return option(command)


def selecting(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the choice of rules."""
    for name, what in (("--ignore", "Leave out"), ("--select", "Run only")):
        about = f"{what} a code, a family or a name. Repeatable."
        command = click.option(name, multiple=True, metavar="RULE", help=about)(command)
    return command


def force(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the leave to overwrite."""
    return click.option("--force", is_flag=True, help="Replace what is already there.")(command)


def words(values: tuple[str, ...]) -> tuple[str, ...]:
    """Return repeated options as words; commas separate them too.

    Raises:
        UsageError: options were given, and no word in them.
    """
    found = tuple(word.strip() for value in values for word in value.split(",") if word.strip())
    if values and not found:
        msg = "no rule is named: write a code, a family or a name, such as OWN001"
        raise UsageError(msg)
    return found


def today() -> dt.date:
    """Return today's date, where this machine is."""
    return dt.date.today()  # noqa: DTZ011  # a person's today is the one on the wall


def style(text: str, role: str) -> str:
    """Put a text in colour; click takes it out again where the reader is no terminal."""
    colours: dict[str, dict[str, Any]] = {
        "error": {"fg": "red", "bold": True},
        "warning": {"fg": "yellow"},
        "info": {"fg": "cyan"},
        "strong": {"bold": True},
        "quiet": {"dim": True},
    }
    return click.style(text, **colours.get(role, {}))


def wants_colour() -> bool | None:
    """Return False where NO_COLOR is set, else None to let the terminal decide."""
    import os

    return False if os.environ.get("NO_COLOR") else None
