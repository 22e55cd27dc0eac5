"""A file becomes an article: which format it is in, by its bytes before its ending, and what is said when it fails."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePath

from timeline_app.formats.encodings import may_be_text
from timeline_app.formats.errors import CannotRead, Fault, damaged, incomplete, not_text, too_deep, with_article
from timeline_app.formats.files import check_size
from timeline_app.formats.foreign import refuse_foreign
from timeline_app.formats.format import Format
from timeline_app.model import Article


def read_with(
    formats: Sequence[Format], name: str, data: bytes, *, fallback: Format, encoding: str | None = None
) -> Article:
    """The article of the bytes. Whatever is wrong with them comes out as `CannotRead`."""
    name = PurePath(name.replace("\\", "/")).name or name
    check_size(name, len(data))
    chosen, notice = choose(formats, name, data, fallback=fallback, encoding=encoding)
    try:
        article = chosen.read(data, name, encoding)
    except CannotRead:
        raise
    except RecursionError:
        raise too_deep(name) from None
    except MemoryError:
        raise CannotRead(
            name, Fault.TOO_BIG, f"“{name}” needs more memory than there is. Save only its text and add that."
        ) from None
    except ImportError as error:
        raise incomplete(name, chosen.name) from error
    except Exception as error:
        # The last net below four parsers of other people: a file must never take the others down with it.
        raise damaged(name, chosen.name) from error
    return replace(article, notices=(notice, *article.notices)) if notice else article


def choose(
    formats: Sequence[Format], name: str, data: bytes, *, fallback: Format, encoding: str | None = None
) -> tuple[Format, str]:
    """The format of the bytes, and a notice when the ending promised another.

    A format that is sure of the bytes wins, the one the ending names first; then what is known and not read is refused;
    then the ending decides. Raises `CannotRead` for bytes that are none of it.
    """
    ending = PurePath(name).suffix.lower()
    named = next((one for one in formats if ending in one.endings), None)
    if named and named.sniff(data):
        return named, ""
    sure = next((one for one in formats if one.sniff(data)), None)
    if sure:
        return sure, _notice(ending, sure, named)
    refuse_foreign(data, name)
    if not encoding and not may_be_text(data):
        raise _wrong_content(name, named)
    if named and not named.binary:
        return named, ""
    return fallback, _notice(ending, fallback, named)


def _notice(ending: str, chosen: Format, named: Format | None) -> str:
    if named is None or named is chosen:
        return ""
    return f"Its name ends in {ending}, but it was read as what it holds: {chosen.name}."


def _wrong_content(name: str, named: Format | None) -> CannotRead:
    if named is None or not named.binary:
        return not_text(name)
    return CannotRead(
        name,
        Fault.NOT_TEXT,
        f"“{name}” is called {named.endings[0]} but does not hold {with_article(named.name)}. "
        "Download it again, or open it in the program it was made with.",
    )
