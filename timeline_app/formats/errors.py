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
    INCOMPLETE = "incomplete"


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


#: What is said of each fault, with what to do about it. `{kind}` is a kind of file with its article: "an e-mail".
_SENTENCES = {
    "empty": (Fault.EMPTY, "is empty. Save the article again and add it once more."),
    "not text": (
        Fault.NOT_TEXT,
        "does not hold text. If it is an article, open it in the program it was made with and save it as text, PDF or "
        "web page.",
    ),
    "no text": (
        Fault.NO_TEXT,
        "is {kind} without any text to read. Copy the article's words into a text file and add that.",
    ),
    "damaged": (
        Fault.DAMAGED,
        "is damaged or incomplete and cannot be opened as {kind}. Download or copy the file again.",
    ),
    "incomplete": (
        Fault.INCOMPLETE,
        "could not be opened as {kind}, for a part of Dateline is missing. Nothing is wrong with the file: install "
        "Dateline again and add it once more.",
    ),
    "encrypted": (
        Fault.ENCRYPTED,
        "is protected by a password. Open it with its password, save it as {kind} without one, and add that.",
    ),
    "bomb": (
        Fault.BOMB,
        "unpacks to far more than an article can hold, so it was left closed. If you trust it, open it in its own "
        "program and save the text.",
    ),
    "too deep": (
        Fault.TOO_DEEP,
        "holds parts nested too deeply in one another to be an article. Open it in its own program and save the text.",
    ),
    "too long": (
        Fault.TOO_LONG,
        "holds {millions:.0f} million characters, more than one article can have. Split it into smaller files and add "
        "those.",
    ),
    "too many parts": (
        Fault.DAMAGED,
        "consists of more parts than an article can have. Open it in its own program and save the text.",
    ),
}


def _cannot_read(what_is_wrong: str, name: str, *, kind: str = "", millions: float = 0.0) -> CannotRead:
    fault, sentence = _SENTENCES[what_is_wrong]
    return CannotRead(name, fault, f"“{name}” {sentence.format(kind=with_article(kind), millions=millions)}")


def with_article(what: str) -> str:
    """A kind of file with "a" or "an" before it."""
    return f"an {what}" if what[:1] in "aeiouE" else f"a {what}"


def empty(name: str) -> CannotRead:
    """A file without a single byte or letter."""
    return _cannot_read("empty", name)


def not_text(name: str) -> CannotRead:
    """Bytes that no encoding turns into words."""
    return _cannot_read("not text", name)


def no_text(name: str, what: str) -> CannotRead:
    """A sound file of its kind in which no words were found; `what` is "web page", "e-mail" and so on."""
    return _cannot_read("no text", name, kind=what)


def damaged(name: str, what: str) -> CannotRead:
    """A file that breaks off or contradicts itself."""
    return _cannot_read("damaged", name, kind=what)


def incomplete(name: str, what: str) -> CannotRead:
    """A file that the library for its kind is missing for."""
    return _cannot_read("incomplete", name, kind=what)


def encrypted(name: str, what: str) -> CannotRead:
    """A file locked by a password."""
    return _cannot_read("encrypted", name, kind=what)


def bomb(name: str) -> CannotRead:
    """A small file that unpacks to far more than an article can be."""
    return _cannot_read("bomb", name)


def too_deep(name: str) -> CannotRead:
    """A file whose parts are nested in each other beyond reason."""
    return _cannot_read("too deep", name)


def too_long(name: str, characters: int) -> CannotRead:
    """More text than is read as one article."""
    return _cannot_read("too long", name, millions=characters / 1_000_000)


def too_many_parts(name: str) -> CannotRead:
    """A file cut into more parts than anybody could have put together."""
    return _cannot_read("too many parts", name)
