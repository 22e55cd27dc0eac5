"""Words that point from one unit to another: "last", "the following", "that same"."""

from __future__ import annotations

from timeline_app.extraction.times.pattern import WordClass

BACK = frozenset(
    {"last", "the last", "the previous", "the prior", "previous", "prior", "the preceding", "this past", "this last",
     "past", "the past"}
)  # fmt: skip
ONWARD = frozenset(
    {"next", "the next", "the following", "following", "the coming", "this coming", "coming", "the ensuing",
     "the subsequent", "the succeeding"}
)  # fmt: skip
STAY = frozenset(
    {"this", "the current", "current", "that", "that same", "the same", "the very same", "this same", "the present"}
)
#: These count from the last date mentioned, the others from the article's own.
TOLD = frozenset(
    {"the previous", "the prior", "previous", "prior", "the preceding", "the following", "following", "the next",
     "that", "that same", "the same", "the very same", "the ensuing", "the subsequent", "the succeeding"}
)  # fmt: skip


def pointer_class() -> WordClass:
    """All of them as a piece of a pattern."""
    words = BACK | ONWARD | STAY
    ordered = sorted(words, key=lambda word: (-len(word), word))
    regex = "(?:" + "|".join(word.replace(" ", " +") for word in ordered) + ")(?= )"
    return WordClass(regex, frozenset(word.split()[0] for word in words))


def step_of(words: str) -> int:
    """-1, 0 or 1 units from where it points from."""
    return -1 if words in BACK else 1 if words in ONWARD else 0
