"""A source text and what is known of it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from enum import StrEnum

from timeline_app.model.calendar import iso_day


class PublishedFrom(StrEnum):
    """Where the date of an article comes from, best first."""

    USER = "user"
    METADATA = "metadata"
    HEADER = "header"
    DATELINE = "dateline"
    FILE_NAME = "file name"
    NOTHING = ""


class ReadingMode(StrEnum):
    """What relative dates count from: the article's date (news) or the last date mentioned (narrative)."""

    AUTO = "auto"
    NEWS = "news"
    NARRATIVE = "narrative"


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a paged format: its number from 1, the characters [start, end) it holds, its size in points."""

    number: int
    start: int
    end: int
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Article:
    """A source text. `id` is the SHA-256 of the text; `published` is a day number of `model.calendar`."""

    id: str
    name: str
    text: str
    title: str = ""
    author: str = ""
    published: int | None = None
    published_from: PublishedFrom = PublishedFrom.NOTHING
    published_words: str = ""
    language: str = "en"
    format: str = "Plain text"
    source: str = ""
    pages: tuple[Page, ...] = ()
    mode: ReadingMode = ReadingMode.AUTO
    notices: tuple[str, ...] = ()

    def with_published(self, day: int | None, origin: PublishedFrom, words: str = "") -> Article:
        """The same text with another date."""
        return replace(self, published=day, published_from=origin, published_words=words)

    @property
    def published_iso(self) -> str:
        """The date as ISO text, or nothing."""
        return "" if self.published is None else iso_day(self.published)


def article_id(text: str) -> str:
    """The identity of a text: its SHA-256, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
