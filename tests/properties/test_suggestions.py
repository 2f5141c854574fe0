"""What was most likely meant, found soon and as surely as by comparing with everything."""

from __future__ import annotations

import difflib

from hypothesis import given
from hypothesis import strategies as st

from cxblueprint.errors import _folded, _is_slip, clear_guess, suggest

WORDS = st.text("abcde-12", max_size=9)


def compared_with_everything(value: str, words: list[str]) -> str | None:
    by_fold = {word.casefold(): word for word in sorted(words, reverse=True)}
    cutoff = 0.6 if len(value) <= 4 else 0.7
    close = difflib.get_close_matches(value.casefold(), by_fold, n=1, cutoff=cutoff)
    return by_fold[close[0]] if close else None


@given(value=WORDS, words=st.lists(WORDS, max_size=30))
def test_a_guess_is_the_most_similar_of_all(value: str, words: list[str]) -> None:
    if value not in words:
        assert suggest(value, words) == compared_with_everything(value, words)


def each_looked_at(value: str, words: list[str]) -> str | None:
    found = {word for word in words if _folded(value) and _folded(word) == _folded(value)}
    if not found:
        found = {word for word in words if _is_slip(value.casefold(), word.casefold())}
    return found.pop() if len(found) == 1 else None


@given(value=WORDS, words=st.lists(WORDS, max_size=30))
def test_a_slip_is_what_looking_at_each_word_would_find(value: str, words: list[str]) -> None:
    assert clear_guess(value, words) == each_looked_at(value, words)


@given(word=st.text("Tée-12ab", min_size=4, max_size=9), at=st.integers(0, 8), letter=st.sampled_from("-abT"))
def test_one_slip_is_found_as_looking_at_each_word_would(word: str, at: int, letter: str) -> None:
    slips = [word[:at] + letter + word[at:], word[:at] + word[at + 1 :], word[:at] + letter + word[at + 1 :]]
    slips.append(word[:at] + word[at : at + 2][::-1] + word[at + 2 :])
    others = [word, f"{word}-9", "other"]
    assert [clear_guess(slip, others) for slip in slips] == [each_looked_at(slip, others) for slip in slips]


@given(word=st.text("abcd", min_size=1, max_size=8), others=st.lists(WORDS, max_size=9))
def test_what_differs_in_capitals_and_spaces_alone_is_what_was_meant(word: str, others: list[str]) -> None:
    assert suggest(f" {word.upper()} ", [*others, word]) == word
