"""Finding a passage again in a text that has changed.

An anchor names a passage in two ways at once, as the selectors of W3C Web Annotation do: by position, and by quote
with the words before and behind. The position serves while the text is the same, the quote when it is not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

#: Characters of context kept before and behind a passage.
CONTEXT = 48
#: Share of the context that has to be the same for a short quote to count as found again.
LIKE_CONTEXT = 0.55
#: From this length on a quote that stands only once in a text needs no context.
SPEAKS_FOR_ITSELF = 40
#: Share of a long passage that has to be the same where some of its own words were changed.
LIKE_QUOTE = 0.75
#: Passages beyond this length are not compared word by word.
LONGEST = 2000

_SAME = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " ", "\u00ad": None})


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a passage stood: characters [start, end), its words, and up to CONTEXT characters on either side."""

    start: int
    end: int
    quote: str
    prefix: str
    suffix: str

    def to_list(self) -> list[Any]:
        """As JSON can hold it."""
        return [self.start, self.end, self.quote, self.prefix, self.suffix]


def anchor_at(text: str, start: int, end: int) -> Anchor:
    """The anchor of characters [start, end) of a text."""
    return Anchor(start, end, text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT])


class Finder:
    """Finds passages again in one text.

    It looks in the text with white space and quotation marks levelled, for a saved page and its newer version often
    differ in just these, and answers in offsets of the text itself.
    """

    def __init__(self, text: str) -> None:
        self._original = text
        # Levelling takes a while in a long text, and most passages stand where they stood.
        self.text, self.offsets = "", list[int]()

    def find(self, anchor: Anchor) -> tuple[int, int] | None:
        """Where the passage stands now, as [start, end), or None where it is not to be found."""
        if not anchor.quote:
            return None
        if anchor_at(self._original, anchor.start, anchor.end) == anchor:
            return anchor.start, anchor.end
        if not self.text:
            self.text, self.offsets = _plain(self._original)
        quote = _plain(anchor.quote)[0].strip()
        prefix, suffix = _plain(anchor.prefix)[0].lstrip(), _plain(anchor.suffix)[0].rstrip()
        if not quote:
            return None
        found = self._same_words(anchor, quote, prefix, suffix) or self._changed_words(quote, prefix)
        if found is None:
            return None
        start, end = found
        return self.offsets[start], self.offsets[end - 1] + 1

    def _same_words(self, anchor: Anchor, quote: str, prefix: str, suffix: str) -> tuple[int, int] | None:
        """The occurrence of the quote whose surroundings are most alike; the nearest one among equals."""
        places = _occurrences(self.text, quote)
        if len(places) == 1 and len(quote) >= SPEAKS_FOR_ITSELF:
            return places[0], places[0] + len(quote)
        best: tuple[float, int, int] | None = None
        for place in places:
            likeness = self._likeness(place, place + len(quote), prefix, suffix)
            candidate = (likeness, -abs(self.offsets[place] - anchor.start), place)
            if likeness >= LIKE_CONTEXT and (best is None or candidate > best):
                best = candidate
        return None if best is None else (best[2], best[2] + len(quote))

    def _likeness(self, start: int, end: int, prefix: str, suffix: str) -> float:
        """How alike the surroundings are, 0 to 1: the better of both sides, for one side may be new."""
        before = _ratio(self.text[max(0, start - len(prefix) - 1) : start], prefix)
        behind = _ratio(self.text[end : end + len(suffix) + 1], suffix)
        return max(before, behind) * 0.7 + min(before, behind) * 0.3

    def _changed_words(self, quote: str, prefix: str) -> tuple[int, int] | None:
        """A passage some of whose own words were changed: it stands where many of its words stand in order."""
        if not SPEAKS_FOR_ITSELF <= len(quote) <= LONGEST:
            return None
        best: tuple[float, int, int] | None = None
        for start in self._likely_starts(quote, prefix):
            window = self.text[start : start + len(quote) * 5 // 4]
            matcher = SequenceMatcher(None, quote, window, autojunk=False)
            blocks = [block for block in matcher.get_matching_blocks() if block.size > 2]
            if not blocks:
                continue
            end = blocks[-1].b + blocks[-1].size
            likeness = 2 * sum(block.size for block in blocks) / (len(quote) + end)
            if likeness >= LIKE_QUOTE and (best is None or likeness > best[0]):
                best = (likeness, start, start + self._to_word_end(start + end) - start)
        return None if best is None else (best[1], best[2])

    def _likely_starts(self, quote: str, prefix: str) -> list[int]:
        """Places worth comparing: behind the same words as before, and where pieces of the quote stand."""
        starts = {place + len(prefix) for place in _occurrences(self.text, prefix)} if len(prefix) > 8 else set()
        for at in range(0, len(quote) - 16, max(16, len(quote) // 6)):
            starts.update(max(0, place - at) for place in _occurrences(self.text, quote[at : at + 16])[:4])
        return sorted({self._to_word_start(start) for start in starts if start < len(self.text)})

    def _to_word_start(self, place: int) -> int:
        while place > 0 and self.text[place - 1].isalnum():
            place -= 1
        while place < len(self.text) - 1 and self.text[place] == " ":
            place += 1
        return place

    def _to_word_end(self, place: int) -> int:
        while place < len(self.text) and self.text[place].isalnum():
            place += 1
        return min(place, len(self.text))


def _plain(text: str) -> tuple[str, list[int]]:
    """The levelled text, and for each of its characters where it stood."""
    letters: list[str] = []
    offsets: list[int] = []
    space = False
    for offset, letter in enumerate(text):
        plain = letter.translate(_SAME)
        if not plain:
            continue
        if plain.isspace():
            if space:
                continue
            plain = " "
        space = plain == " "
        letters.append(plain)
        offsets.append(offset)
    return "".join(letters), offsets


def _occurrences(text: str, words: str) -> list[int]:
    """Where the words stand, at the edges of words."""
    if not words:
        return []
    before = r"(?<!\w)" if words[0].isalnum() else ""
    behind = r"(?!\w)" if words[-1].isalnum() else ""
    return [match.start() for match in re.finditer(before + re.escape(words) + behind, text)]


def _ratio(one: str, other: str) -> float:
    if not one and not other:
        return 1.0
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
