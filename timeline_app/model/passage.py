"""A stretch of an article's text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """Characters [start, end) of the text of one article, named by its id. The text itself is never changed."""

    article: str
    start: int
    end: int

    def of(self, text: str) -> str:
        """The words themselves."""
        return text[self.start : self.end]

    def overlaps(self, other: Passage) -> bool:
        """Whether the two share a character."""
        return self.article == other.article and self.start < other.end and other.start < self.end

    def holds(self, other: Passage) -> bool:
        """Whether the other lies wholly inside this one."""
        return self.article == other.article and self.start <= other.start and other.end <= self.end
