"""Durations and targets in the reader's language: in words where there is room, else in signs."""

from __future__ import annotations

from cxblueprint.model import Duration, Figure, Target
from cxblueprint.pictures.words import Words


def duration_in_words(duration: Duration, words: Words) -> str:
    """Return a duration in words, such as `4 hours`."""
    n = duration.amount
    return {
        "s": words.count(n, "second"),
        "min": words.count(n, "minute"),
        "h": words.count(n, "hour"),
        "d": words.count(n, "day"),
        "bd": words.count(n, "business day"),
        "w": words.count(n, "week"),
        "mo": words.count(n, "month"),
        "y": words.count(n, "year"),
    }[duration.unit]


def duration_in_signs(duration: Duration, words: Words) -> str:
    """Return a duration as short as it is understood, such as `4h`."""
    n = duration.amount
    return {
        "s": words.count(n, "{n}s"),
        "min": words.count(n, "{n}min"),
        "h": words.count(n, "{n}h"),
        "d": words.count(n, "{n}d"),
        "bd": words.count(n, "{n}bd"),
        "w": words.count(n, "{n}w"),
        "mo": words.count(n, "{n}mo"),
        "y": words.count(n, "{n}y"),
    }[duration.unit]


def target_in_signs(target: Target, words: Words) -> str:
    """Return a target as short as a pill wants it, such as `90% ≤ 4h` or `≥ 4.5`."""
    share = target.share_in_percent
    what = _without_share(target, words)
    return what if share is None else words("{share} {target}", share=words.share(share[:-1]), target=what)


def _without_share(target: Target, words: Words) -> str:
    if target.limit is not None:
        if target.kind == "every":
            return _rhythm(target.limit, words)
        return words("≤ {limit}", limit=duration_in_signs(target.limit, words))
    if target.figure is None:
        return words("by due")
    figure = figure_in(words, target.figure)
    return (
        words("≥ {figure}", figure=figure)
        if target.kind == "at least"
        else words("≤ {figure}", figure=figure)
    )


def figure_in(words: Words, figure: Figure) -> str:
    """Return a figure such as `4.9` or `62%` as the language writes it."""
    plain = str(figure)
    return words.share(plain[:-1]) if figure.is_percent else words.figure(plain)


def _rhythm(every: Duration, words: Words) -> str:
    n = every.amount
    return {
        "s": words.count(n, "every {n}s"),
        "min": words.count(n, "every {n}min"),
        "h": words.count(n, "every {n}h"),
        "d": words.count(n, "every {n}d"),
        "bd": words.count(n, "every {n}bd"),
        "w": words.count(n, "every {n}w"),
        "mo": words.count(n, "every {n}mo"),
        "y": words.count(n, "every {n}y"),
    }[every.unit]
