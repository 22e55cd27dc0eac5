"""What is said when a file cannot become an article: what is wrong, with which file, and what to do."""

from __future__ import annotations

from enum import StrEnum


class Fault(StrEnum):
    """Why a file was not read; the window may choose an icon by it, tests compare it."""

    MISSING = "missing"
    FOLDER = "folder"
    NOT_A_FILE = "not-a-file"
    NO_PERMISSION = "no-permission"
    UNREADABLE = "unreadable"
    TOO_BIG = "too-big"
    TOO_LONG = "too-long"
    EMPTY = "empty"
    NO_TEXT = "no-text"
    SCAN = "scan"
    ENCRYPTED = "encrypted"
    DAMAGED = "damaged"
    BOMB = "bomb"
    TOO_DEEP = "too-deep"
    NOT_TEXT = "not-text"
    OTHER_FORMAT = "other-format"
    ENCODING = "encoding"
    JSON = "json"


class CannotRead(Exception):  # noqa: N818 - said as it is caught: the file cannot be read
    """A file that cannot become an article.

    `name` is the file's name, `sentence` is written for the person at the desk and names the file, `code` is a `Fault`.
    """

    def __init__(self, name: str, code: Fault, sentence: str) -> None:
        super().__init__(name, code, sentence)
        self.name = name
        self.code = code
        self.sentence = sentence

    def __str__(self) -> str:
        return self.sentence


def empty(name: str) -> CannotRead:
    """A file without a single byte or letter."""
    return CannotRead(name, Fault.EMPTY, f"“{name}” is empty. Save the article again and add it once more.")


def not_text(name: str) -> CannotRead:
    """Bytes that no encoding turns into words."""
    return CannotRead(
        name,
        Fault.NOT_TEXT,
        f"“{name}” does not hold text. If it is an article, open it in the program it was made with and "
        "save it as text, PDF or web page.",
    )


def no_text(name: str, what: str) -> CannotRead:
    """A sound file of its kind in which no words were found; `what` is "web page", "e-mail" and so on."""
    return CannotRead(
        name,
        Fault.NO_TEXT,
        f"“{name}” is {with_article(what)} without any text to read. "
        "Copy the article's words into a text file and add that.",
    )


def damaged(name: str, what: str) -> CannotRead:
    """A file that breaks off or contradicts itself."""
    return CannotRead(
        name,
        Fault.DAMAGED,
        f"“{name}” is damaged or incomplete and cannot be opened as {with_article(what)}. "
        "Download or copy the file again.",
    )


def encrypted(name: str, what: str) -> CannotRead:
    """A file locked by a password."""
    return CannotRead(
        name,
        Fault.ENCRYPTED,
        f"“{name}” is protected by a password. Open it with its password, save it as {with_article(what)} without one, "
        "and add that.",
    )


def bomb(name: str) -> CannotRead:
    """A small file that unpacks to far more than an article can be."""
    return CannotRead(
        name,
        Fault.BOMB,
        f"“{name}” unpacks to far more than an article can hold, so it was left closed. "
        "If you trust it, open it in its own program and save the text.",
    )


def with_article(what: str) -> str:
    """A kind of file with "a" or "an" before it."""
    return f"an {what}" if what[:1] in "aeiouE" else f"a {what}"


def too_deep(name: str) -> CannotRead:
    """A file whose parts are nested in each other beyond reason."""
    return CannotRead(
        name,
        Fault.TOO_DEEP,
        f"“{name}” holds parts nested too deeply in one another to be an article. "
        "Open it in its own program and save the text.",
    )


def too_long(name: str, characters: int) -> CannotRead:
    """More text than is read as one article."""
    millions = characters / 1_000_000
    return CannotRead(
        name,
        Fault.TOO_LONG,
        f"“{name}” holds {millions:.0f} million characters, more than one article can have. "
        "Split it into smaller files and add those.",
    )


def too_many_parts(name: str) -> CannotRead:
    """A file cut into more parts than anybody could have put together."""
    return CannotRead(
        name,
        Fault.DAMAGED,
        f"“{name}” consists of more parts than an article can have. Open it in its own program and save the text.",
    )
