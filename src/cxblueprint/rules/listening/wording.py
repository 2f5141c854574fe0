"""What the words of a loop come to.

A loop's trigger and its measure of success are plain text. These expressions know the usual English phrases,
and are meant to miss rather than to accuse.
"""

from __future__ import annotations

import re

_NUMBER = r"(?:\d|one\b|two\b|three\b|four\b|five\b|six\b|seven\b|eight\b|nine\b|ten\b)"
_LIMIT = rf"(?:{_NUMBER}|(?:the |our )?(?:average|target|limit|threshold)\b)"
_LOW = re.compile(
    r"\bdetractors?\b"
    r"|\b(?:low|bad|poor|negative) (?:scores?|ratings?|marks?|grades?|reviews?|answers?)\b"
    r"|\b(?:scores?|ratings?|marks?|stars?|nps|csat)\b.*(?:\bor (?:less|lower|below|fewer|worse)\b"
    rf"|\b(?:below|under|at most|up to) {_LIMIT}|\b(?:less|lower|fewer|worse) than\b|<|≤)",
    re.IGNORECASE,
)
_ALL = re.compile(
    r"\b(?:every|any|all|each)\b"
    r"(?! (?:detractors?|alerts?|low|bad|poor|negative|scores?|ratings?|marks?|stars?)\b)"
    r"|\b(?:high|promoters?|praise|glad|whatever|comments?|causes?|reasons?)\b",
    re.IGNORECASE,
)
_FAILURES = r"(?:alerts|detractors|(?:complaint|detractor) tickets?|complaints)"
_HANDLED = r"(?:closed|recovered|handled|resolved|processed|answered|worked off|won back|turned around)"
_FAILURE_HANDLED = re.compile(
    rf"\b{_FAILURES}\b[^.;]*\b{_HANDLED}\b|\b{_HANDLED} {_FAILURES}\b|\bdetractor recover(?:y|ies)\b",
    re.IGNORECASE,
)
_HOW_SOON = (
    rf"within|in (?:under |less than )?(?:an? |{_NUMBER})|on time|time (?:to|until|from)|how (?:soon|fast)"
)
_NOT_A_COUNT = re.compile(
    r"%|\b(?:per ?cent|shares?|rates?|proportion|percentage|ratio|out of|all|every|each|most|fewer|less"
    r"|falls?|none|nobody|no longer|no(?!\.| of)|again|says?|agrees?|confirms?|satisf\w+|average|mean|median"
    rf"|first (?:contact|call|time))\b|\b(?:{_HOW_SOON})",
    re.IGNORECASE,
)


def is_low_score_only(trigger: str | None) -> bool:
    """Tell whether a trigger lets only low scores in, such as `a score of 6 or less`."""
    return trigger is not None and bool(_LOW.search(trigger)) and not _ALL.search(trigger)


def grows_with_failure(measure: str | None) -> bool:
    """Tell whether a measure counts failures that were dealt with, such as `detractor alerts closed`."""
    return measure is not None and bool(_FAILURE_HANDLED.search(measure)) and not _NOT_A_COUNT.search(measure)
