"""Rhythms and dates as pictures say them, in the reader's language."""

from __future__ import annotations

import datetime as dt

from cxblueprint.model import Cadence
from cxblueprint.pictures.words import Words


def cadence_in(words: Words, cadence: Cadence) -> str:
    """Return a rhythm in words, such as `every week` or `every 2 weeks`."""
    if cadence.every is None:
        return words("continuously")
    n = cadence.every.amount
    if n != 1:
        many = {
            "s": words.count(n, "every {n} seconds"),
            "min": words.count(n, "every {n} minutes"),
            "h": words.count(n, "every {n} hours"),
            "d": words.count(n, "every {n} days"),
            "bd": words.count(n, "every {n} business days"),
            "w": words.count(n, "every {n} weeks"),
            "mo": words.count(n, "every {n} months"),
            "y": words.count(n, "every {n} years"),
        }
        return many[cadence.every.unit]
    told = {
        "s": words("every second"),
        "min": words("every minute"),
        "h": words("every hour"),
        "d": words("every day"),
        "bd": words("every business day"),
        "w": words("every week"),
        "mo": words("every month"),
        "y": words("every year"),
    }
    return told[cadence.every.unit]


def months_in(words: Words) -> tuple[str, ...]:
    """Return the short names of the months, from January on."""
    return (
        words("Jan"),
        words("Feb"),
        words("Mar"),
        words("Apr"),
        words("May"),
        words("Jun"),
        words("Jul"),
        words("Aug"),
        words("Sep"),
        words("Oct"),
        words("Nov"),
        words("Dec"),
    )


def day_in(words: Words, day: dt.date) -> str:
    """Return a date without its year, such as `9 Nov`."""
    return words("{day} {month}", day=day.day, month=months_in(words)[day.month - 1])


def date_in(words: Words, day: dt.date) -> str:
    """Return a date, such as `9 Nov 2026`."""
    month = months_in(words)[day.month - 1]
    return words("{day} {month} {year}", day=day.day, month=month, year=day.year)
