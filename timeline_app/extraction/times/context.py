"""The words around a match, looked at only when a rule asks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from timeline_app.extraction.times.state import DocumentState
from timeline_app.extraction.times.text import PlainText
from timeline_app.extraction.times.vocabulary import vocabulary

#: How far to look, in characters, to the left and to the right inside the sentence.
LEFT, RIGHT = 160, 120


@dataclass(slots=True)
class Context:
    """One match in its sentence."""

    text: PlainText
    state: DocumentState
    start: int
    end: int
    _before: str | None = field(default=None, repr=False)
    _after: str | None = field(default=None, repr=False)

    @property
    def before(self) -> str:
        """The sentence up to the match, in lower case."""
        if self._before is None:
            begin = max(self.text.sentence(self.start)[0], self.start - LEFT)
            self._before = self.text.lower[begin : self.start]
        return self._before

    @property
    def after(self) -> str:
        """The sentence behind the match, in lower case."""
        if self._after is None:
            finish = min(self.text.sentence(max(self.start, self.end - 1))[1], self.end + RIGHT)
            self._after = self.text.lower[self.end : finish]
        return self._after

    @property
    def left_char(self) -> str:
        """The character before the match, or nothing."""
        return self.text.lower[self.start - 1 : self.start]

    @property
    def right_char(self) -> str:
        """The character behind the match, or nothing."""
        return self.text.lower[self.end : self.end + 1]

    def is_capital(self, offset: int = 0) -> bool:
        """Whether the text has a capital letter at an offset into the match."""
        return self.text.is_capital(self.start + offset)

    def original(self, start: int, end: int) -> str:
        """The text's own characters."""
        return self.text.original[start:end]

    def preceded_by(self, *words: str) -> bool:
        """Whether one of these words stands right before the match."""
        return ends_with(self.before, words)

    @property
    def is_future(self) -> bool:
        """Whether the clause speaks of what is still to come."""
        return tense(self.before, self.after) == "future"

    @property
    def is_past(self) -> bool:
        """Whether the clause speaks of what has been."""
        return tense(self.before, self.after) == "past"


def ends_with(text: str, words: tuple[str, ...]) -> bool:
    """Whether a text ends with one of these words, as a word of its own."""
    bare = text.rstrip()
    return any(bare.endswith(word) and (len(bare) == len(word) or not bare[-len(word) - 1].isalnum()) for word in words)


#: Words that end like a past tense and are none.
_NO_VERB = (
    r"(?:un[a-z]+|need|speed|indeed|exceed|proceed|succeed|feed|breed|seed|limited|hundred|sacred|naked|wicked|rugged"
    r"|kindred|infrared|bed|red|shed|sled)(?![a-z])"
)


@cache
def _cues() -> tuple[re.Pattern[str], re.Pattern[str]]:
    cues = vocabulary()["cues"]

    def words(names: list[str]) -> str:
        return "|".join(re.escape(name) for name in sorted(set(names), key=len, reverse=True))

    future = rf"(?<![a-z])(?:{words([cue for cue in cues['future'] if cue[0] != chr(39)])})(?![a-z])|'ll\b"
    # "May" is a month after these words, and may be a verb after others.
    month = "".join(
        rf"(?<!\b{word} )"
        for word in (
            "in",
            "of",
            "by",
            "since",
            "until",
            "last",
            "next",
            "this",
            "from",
            "early",
            "late",
            "mid",
            "to",
            "and",
            "on",
            "between",
            "or",
            "through",
            "during",
            "for",
            "late-",
            "early-",
        )
    )
    future += rf"|(?<=[a-z] ){month}may (?!and |to |or |of )(?=[a-z])"
    past = rf"(?<![a-z])(?<!\bbe )(?:(?!{_NO_VERB})[a-z]{{2,}}ed|{words(cues['past'])})(?![a-z])"
    return re.compile(future), re.compile(past)


_CLAUSE = re.compile(r"[;:]|, | - | (?:that|who|which|where|because|although|while|but|as) ")


def tense(before: str, after: str) -> str:
    """“future”, "past" or "" by the nearest cue: first left inside the clause, then right, then further left."""
    clauses = [match.end() for match in _CLAUSE.finditer(before)]
    near = before[clauses[-1] :] if clauses else before
    after = after.removeprefix(",")
    stop = _CLAUSE.search(after)
    for text, from_end in ((near, True), (after[: stop.start()] if stop else after, False), (before, True)):
        found = _nearest(text, from_end=from_end)
        if found:
            return found
    return ""


def _nearest(text: str, *, from_end: bool) -> str:
    """The kind of the cue nearest to the match; a future cue inside a past one ("was to be") gives way."""
    future, past = _cues()
    best, kind = -1, ""
    for name, pattern in (("past", past), ("future", future)):
        places = [match.start() for match in pattern.finditer(text)]
        if places:
            place = places[-1] if from_end else -places[0] - 1
            if kind == "" or place >= best:
                best, kind = place, name
    return kind
