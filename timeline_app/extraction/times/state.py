"""What an article has said so far: the dates that later expressions count from."""

from __future__ import annotations

from dataclasses import dataclass, field

from timeline_app.extraction.times.found import Found, Span
from timeline_app.extraction.times.stretch import FINENESS, Grain, Stretch, unit_of
from timeline_app.model.phrase import say_day

#: So many characters a report goes on speaking of the same quarter.
REPORT = 1500


@dataclass(slots=True)
class Mention:
    """A date the text has named, and where."""

    stretch: Stretch
    span: Span
    #: Whether its year was written out, there or in what it counts from.
    written: bool = False
    words: str = ""


@dataclass(slots=True)
class DocumentState:
    """The article's date, the mode of reading, and the last date of each size."""

    published: int | None
    narrative: bool
    last: Mention | None = None
    by_grain: dict[Grain, Mention] = field(default_factory=dict)
    quarter: Mention | None = None

    def remember(self, found: Found, span: Span, words: str = "", *, aside: bool = False) -> None:
        """Take note of a date, in the order of the text; one named aside does not lead on to a story of its own."""
        if found.value in ("P6M", "P9M", "P1Y"):
            self.quarter = None
        if found.stretch is None or found.silent:
            return
        led_on = found.anchor is not None and self.last is not None and self.last.written
        written = (led_on or "as it is written" in found.note) and not aside
        mention = Mention(found.stretch, span, written, words)
        self.last = mention
        grain = found.stretch.grain
        self.by_grain[grain] = mention
        for coarser in (Grain.MONTH, Grain.YEAR):
            if FINENESS[grain] < FINENESS[coarser]:
                self.by_grain[coarser] = Mention(unit_of(found.stretch.first, coarser), span, mention.written, words)
        if grain is Grain.QUARTER and (self.published is None or found.stretch.last < self.published):
            self.quarter = mention

    def period(self, position: int) -> Mention | None:
        """The quarter that a report just spoke of, if the text is news and it was not long ago."""
        told = self.quarter
        if told is None or self.narrative or position - told.span[0] > REPORT:
            return None
        return told

    def now(self, grain: Grain) -> Mention | None:
        """The unit that "this year" means: of the article's date, where it is known.

        A story that is told by days goes on from the last of them.
        """
        last = self.last
        in_days = self.narrative and grain is Grain.DAY and last is not None and last.stretch.grain is Grain.DAY
        if self.published is not None and not in_days:
            return Mention(unit_of(self.published, grain), (-1, -1))
        return self.topic(grain)

    def topic(self, grain: Grain) -> Mention | None:
        """The unit that "that year" means: of the last date mentioned, else of the article's date."""
        named = self.by_grain.get(grain)
        last = self.last
        if named is not None and (last is None or named.span >= last.span or _inside(last.stretch, named.stretch)):
            return named
        if last is not None:
            return Mention(unit_of(last.stretch.first, grain), last.span, words=last.words)
        if self.published is not None:
            return Mention(unit_of(self.published, grain), (-1, -1))
        return None

    @property
    def today(self) -> Stretch | None:
        """The day "today" means, if there is one."""
        mention = self.now(Grain.DAY)
        return mention.stretch if mention else None

    def said(self, mention: Mention) -> str:
        """The words for what a date was counted from."""
        if mention.span[0] < 0 and self.published is not None:
            return f"the article's date, {say_day(self.published)}"
        return f"“{' '.join(mention.words.split())}”, named before it" if mention.words else "the date named before it"

    @staticmethod
    def anchor(mention: Mention) -> Span | None:
        """The span of what a date was counted from; None for the article's own date."""
        return mention.span if mention.span[0] >= 0 else None


def _inside(inner: Stretch, outer: Stretch) -> bool:
    low, high = outer.bounds
    return low <= inner.first <= high
