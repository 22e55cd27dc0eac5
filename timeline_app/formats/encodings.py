"""Bytes become text: BOM, UTF-16 without one, strict UTF-8, nearly UTF-8, Windows-1252, and only then a guess."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from timeline_app.formats.errors import CannotRead, Fault, not_text

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: Bytes that no text has: control characters other than tab, line ends, form feed, escape and DOS's end of file.
_CONTROLS = bytes(code for code in range(32) if code not in (9, 10, 11, 12, 13, 26, 27)) + b"\x7f"
#: Share of bytes above 127 up to which a text is taken for a western language in Windows-1252.
_WESTERN_SHARE = 0.15
_SAMPLE = 100_000


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text without its BOM, the encoding it was in, and what the user should know of it."""

    text: str
    encoding: str
    notices: tuple[str, ...] = ()


def decode(data: bytes, name: str, encoding: str | None = None, *, declared: str | None = None) -> Decoded:
    """The text of the bytes.

    `encoding` is the user's choice and binding; `declared` is what the file says of itself, believed when it works.
    Raises `CannotRead` for bytes that are no text, for an unknown encoding, and where the user's choice does not fit.
    """
    if encoding:
        return _as_chosen(data, name, encoding)
    for bom, codec in _BOMS:
        if data.startswith(bom):
            return _after_bom(data[len(bom) :], codec, name)
    wide = _wide_codec(data)
    if wide:
        return _after_bom(data, wide, name)
    if not looks_like_text(data):
        raise not_text(name)
    return _undeclared(data, name, declared)


def may_be_text(data: bytes) -> bool:
    """Whether bytes can be text of any encoding."""
    return data.startswith(tuple(bom for bom, _ in _BOMS)) or looks_like_text(data) or bool(_wide_codec(data))


def looks_like_text(data: bytes) -> bool:
    """Whether bytes can be text of a one-byte encoding or UTF-8: no NUL, hardly a control character."""
    if b"\0" in data:
        return False
    middle = len(data) // 2
    sample = data if len(data) <= 3 * _SAMPLE else data[:_SAMPLE] + data[middle : middle + _SAMPLE] + data[-_SAMPLE:]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return controls * 200 <= len(sample)


def _undeclared(data: bytes, name: str, declared: str | None) -> Decoded:
    text = _try(data, "utf-8")
    if text is not None:
        return Decoded(text, "utf-8")
    if declared:
        text = _try(data, declared)
        if text is not None:
            return Decoded(text, declared)
    nearly = _nearly_utf8(data)
    if nearly:
        return nearly
    high = len(data) - len(data.translate(None, bytes(range(128, 256))))
    text = _try(data, "cp1252")
    if text is not None and high <= _WESTERN_SHARE * len(data):
        return Decoded(text, "cp1252")
    guessed = _guess(data)
    if guessed:
        return guessed
    if text is not None and re.search(r"[A-Za-z]{3}", text):
        return Decoded(text, "cp1252")
    raise CannotRead(
        name,
        Fault.ENCODING,
        f"The characters of “{name}” are in an encoding that could not be recognised. "
        "Open the file in a text editor and save it as UTF-8.",
    )


def _try(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except (UnicodeError, LookupError, ValueError):
        return None


def _as_chosen(data: bytes, name: str, encoding: str) -> Decoded:
    try:
        codec = codecs.lookup(encoding).name
        text = data.decode(codec)
    except LookupError:
        raise CannotRead(
            name, Fault.ENCODING, f"There is no encoding called “{encoding}” to read “{name}” with. Choose another one."
        ) from None
    except (UnicodeError, ValueError):
        raise CannotRead(
            name, Fault.ENCODING, f"“{name}” cannot be read as {encoding}. Choose another encoding, or none."
        ) from None
    return Decoded(text.removeprefix("\ufeff"), codec)


def _after_bom(body: bytes, codec: str, name: str) -> Decoded:
    width = {"utf-16": 2, "utf-32": 4}.get(codec[:6], 1)
    whole = body[: len(body) - len(body) % width]
    text = _try(whole, codec)
    if text is not None:
        return Decoded(text.removeprefix("\ufeff"), codec)
    if codec == "utf-8":
        nearly = _nearly_utf8(whole)
        if nearly:
            return nearly
    raise CannotRead(
        name,
        Fault.ENCODING,
        f"“{name}” begins as {codec[:6].upper().removesuffix('-')} text but breaks off into other bytes. "
        "Save the article again and add it once more.",
    )


def _wide_codec(data: bytes) -> str | None:
    """UTF-16 without a BOM shows as a zero in nearly every other byte of a western text."""
    sample = data[: min(len(data), 4000) // 2 * 2]
    if len(sample) < 8 or b"\0" not in sample:
        return None
    half = len(sample) // 2
    even_zeros, odd_zeros = sample[0::2].count(0), sample[1::2].count(0)
    codec = None
    if odd_zeros > 0.5 * half and even_zeros < 0.05 * half:
        codec = "utf-16-le"
    elif even_zeros > 0.5 * half and odd_zeros < 0.05 * half:
        codec = "utf-16-be"
    text = _try(sample, codec) if codec else None
    return codec if text and looks_like_text(text.encode("utf-8")) else None


def _nearly_utf8(data: bytes) -> Decoded | None:
    """UTF-8 with a few broken places, as left by a bad cut or a pasted line; they are shown as U+FFFD."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd") - data.count("\ufffd".encode())
    sound = len(text) - len(text.encode("ascii", "ignore")) - broken
    if sound < 4 * broken:
        return None
    places = (
        "1 character could not be decoded and is"
        if broken == 1
        else f"{broken} characters could not be decoded and are"
    )
    return Decoded(text, "utf-8", (f"{places} shown as \ufffd.",))


def _guess(data: bytes) -> Decoded | None:
    from charset_normalizer import from_bytes

    sample = data[:_SAMPLE]
    best = from_bytes(sample, steps=5, chunk_size=512).best()
    if best is None:
        return None
    text = _try(data, best.encoding)
    if text is None:
        return None
    return Decoded(
        text, best.encoding, (f"The encoding was guessed as {best.encoding}. Choose another if it looks wrong.",)
    )
