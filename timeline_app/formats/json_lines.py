"""Articles as JSON lines: one object a line with "id" and "text", and perhaps "title", "published", "author"."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from timeline_app.formats.errors import CannotRead, Fault
from timeline_app.formats.format import make_article
from timeline_app.formats.published import Published, find_published, from_fields
from timeline_app.formats.titles import first_line_author, first_line_title
from timeline_app.model import Article, PublishedFrom
from timeline_app.model.calendar import parse_iso_day

FORMAT_NAME = "JSON lines"


def read_json_lines(lines: Iterable[str], name: str, *, first: int = 1) -> Iterator[tuple[str, Article]]:
    """Each line's own id and its article, one after another; blank lines are passed over.

    `first` is the number of the first of these lines, for going on behind a line that could not be read.

    The text is taken as given, to the character; only half surrogate pairs, which no file can hold, become U+FFFD.
    Raises `CannotRead` with the line's number at the first line that is no such object.
    """
    for number, line in enumerate(lines, start=first):
        if line.strip(" \t\r\n\ufeff"):
            yield _read_line(line.lstrip("\ufeff"), number, name)


def _read_line(line: str, number: int, name: str) -> tuple[str, Article]:
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError):
        raise _wrong(name, number, "is not JSON") from None
    if not isinstance(fields, dict):
        raise _wrong(name, number, "is not a JSON object")
    text = fields.get("text")
    if not isinstance(text, str):
        raise _wrong(name, number, "has no “text”")
    text = _whole(text)
    given = fields.get("id")
    given_id = _whole(str(given)) if isinstance(given, str | int) and not isinstance(given, bool) else str(number)
    published, notices = _published(fields, text)
    article = make_article(
        text,
        given_id or f"{name}, line {number}",
        format_name=FORMAT_NAME,
        title=_words(fields, "title") or first_line_title(text),
        author=_words(fields, "author") or first_line_author(text),
        published=published,
        source=_words(fields, "source") or _words(fields, "url"),
        notices=notices,
        may_be_empty=True,
    )
    return given_id, article


def _published(fields: dict[str, Any], text: str) -> tuple[Published, tuple[str, ...]]:
    """The date given, else the one the text tells; a date that cannot be read is said and not taken."""
    given = fields.get("published")
    if given is None or given == "":
        return find_published(text, ""), ()
    words = " ".join(_whole(str(given)).split())[:80]
    try:
        return Published(parse_iso_day(words), PublishedFrom.METADATA, words), ()
    except ValueError:
        pass
    loose = from_fields([words])
    if loose:
        return loose, ()
    return find_published(text, ""), (f"The given date “{words}” is no full ISO date and was not used.",)


def _words(fields: dict[str, Any], key: str) -> str:
    value = fields.get(key)
    return " ".join(_whole(value).split()) if isinstance(value, str) else ""


def _whole(text: str) -> str:
    """Half surrogate pairs become U+FFFD, one for one."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in text)
    return text


def _wrong(name: str, number: int, what: str) -> CannotRead:
    return CannotRead(
        name,
        Fault.JSON,
        f"Line {number} of “{name}” {what}. Each line must be one object with “id” and “text”; "
        "correct the line and try again.",
    )
