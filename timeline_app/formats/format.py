"""One kind of file, and the one door by which its reader makes an article."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from timeline_app.formats.errors import empty, too_long
from timeline_app.formats.limits import MAX_CHARACTERS
from timeline_app.formats.published import Published
from timeline_app.formats.titles import readable_name
from timeline_app.model import Article, Page, article_id


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: its name on screen, its endings with the dot, how it is known by its bytes, and its reader.

    `sniff` gets the whole file and looks at its beginning only. `read` takes bytes, the file's name and the encoding
    the user chose (None: find out), and raises `CannotRead`. `binary` marks formats that no plain text can be.
    """

    name: str
    endings: tuple[str, ...]
    sniff: Callable[[bytes], bool]
    read: Callable[[bytes, str, str | None], Article]
    binary: bool = False


def make_article(
    text: str,
    name: str,
    *,
    format_name: str,
    published: Published,
    title: str = "",
    author: str = "",
    source: str = "",
    pages: tuple[Page, ...] = (),
    notices: tuple[str, ...] = (),
    may_be_empty: bool = False,
) -> Article:
    """The article of a text: identity from the text, title from the file's name where there is no better one.

    Raises `CannotRead` for a text without a letter (unless it may be empty) and for one too long to be an article.
    """
    if not may_be_empty and not text.strip():
        raise empty(name)
    if len(text) > MAX_CHARACTERS:
        raise too_long(name, len(text))
    return Article(
        id=article_id(text),
        name=name,
        text=text,
        title=title or readable_name(name),
        author=author,
        published=published.day,
        published_from=published.origin,
        published_words=published.words,
        format=format_name,
        source=source,
        pages=pages,
        notices=notices,
    )
