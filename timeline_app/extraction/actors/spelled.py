"""Names that an acronym in brackets spells out: where such a name begins is told by the acronym's letters."""

from __future__ import annotations

from timeline_app.extraction.actors.reading import Page
from timeline_app.extraction.actors.spans import squeeze
from timeline_app.extraction.analysis import Sentence

#: The longest name that is looked back over, in tokens.
LONGEST = 14
_MARKS = frozenset({",", "-", "‐", "–"})


def spelled_out(page: Page, sentence: Sentence) -> dict[int, int]:
    """First token → token after the last, of each name of a sentence that stands beside its acronym in brackets.

    "Aircraft Communications Addressing and Reporting System (ACARS)", "CEI (Italian Episcopal Conference)".
    """
    tokens, found = page.tokens, {}
    for i in range(sentence.first + 1, sentence.after - 2):
        if tokens[i].text != "(":
            continue
        if _is_acronym(tokens[i + 1].text) and tokens[i + 2].text == ")":
            first = _begin(page, sentence.first, i, squeeze(tokens[i + 1].text))
            if first >= 0:
                found[first] = i
        elif _is_acronym(tokens[i - 1].text):
            after = _end(page, i + 1, sentence.after)
            if after and _capitals(page, i + 1, after) == sorted(squeeze(tokens[i - 1].text)):
                found[i + 1] = after
    return found


def _is_acronym(word: str) -> bool:
    return 2 < len(word) < 9 and word[0].isupper() and sum(letter.isupper() for letter in word) > len(word) // 2


def _begin(page: Page, earliest: int, after: int, letters: str) -> int:
    """The token at which the capitals before a bracket have spelled all letters of the acronym; -1 if they never do."""
    rest = letters
    for i in range(after - 1, max(earliest, after - LONGEST) - 1, -1):
        word = page.tokens[i].text
        if word[0].isupper():
            if rest[-1] != squeeze(word)[:1]:
                return -1
            rest = rest[:-1]
            if not rest:
                return i
        elif word in page.lore.words["links"]:
            if len(rest) > 1 and rest[-1] == word[0] and rest != letters and _is_needed(page, earliest, i, rest):
                rest = rest[:-1]
        elif word not in _MARKS:
            return -1
    return -1


def _is_needed(page: Page, earliest: int, i: int, rest: str) -> bool:
    """Whether a small word gives the acronym its letter: the capital before it does not ("DoJ", not "MIT")."""
    before = page.tokens[i - 1].text if i > earliest else ""
    return not before[:1].isupper() or squeeze(before)[:1] != rest[-1]


def _end(page: Page, first: int, after: int) -> int:
    """The token of the bracket that closes; 0 where what is inside is no name."""
    for i in range(first, min(after, first + LONGEST)):
        word = page.tokens[i].text
        if word == ")":
            return i
        if not word[0].isupper() and word not in page.lore.words["links"] and word not in _MARKS:
            return 0
    return 0


def _capitals(page: Page, first: int, after: int) -> list[str]:
    return sorted(token.text[0].lower() for token in page.tokens[first:after] if token.text[0].isupper())
