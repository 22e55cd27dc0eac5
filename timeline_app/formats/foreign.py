"""Kinds of files that are known by their first bytes and are not read: what they are, and what to do instead."""

from __future__ import annotations

import io
import zipfile

from timeline_app.formats.errors import CannotRead, Fault, damaged, encrypted

_AS_TEXT = "Open it in its own program and save it as .docx, PDF or text."
_PICTURE = "Only text can be read: have its words recognised (OCR) and save them as text or PDF."
_UNPACK = "Unpack it and add the articles inside."
_SOUND = "Only text can be read: add a transcript instead."

#: First bytes, where they stand, what the file is, what to do.
_KINDS: tuple[tuple[bytes, int, str, str], ...] = (
    (b"{\\rtf", 0, "a rich text (RTF) file", _AS_TEXT),
    (b"\x89PNG\r\n", 0, "a picture", _PICTURE),
    (b"\xff\xd8\xff", 0, "a picture", _PICTURE),
    (b"GIF8", 0, "a picture", _PICTURE),
    (b"II*\0", 0, "a picture", _PICTURE),
    (b"MM\0*", 0, "a picture", _PICTURE),
    (b"WEBP", 8, "a picture", _PICTURE),
    (b"ftyp", 4, "a film or a picture", _SOUND),
    (b"ID3", 0, "a sound recording", _SOUND),
    (b"OggS", 0, "a sound recording", _SOUND),
    (b"WAVE", 8, "a sound recording", _SOUND),
    (b"\x1f\x8b", 0, "a packed file", _UNPACK),
    (b"BZh", 0, "a packed file", _UNPACK),
    (b"\xfd7zXZ\0", 0, "a packed file", _UNPACK),
    (b"7z\xbc\xaf", 0, "a packed archive", _UNPACK),
    (b"Rar!\x1a", 0, "a packed archive", _UNPACK),
    (b"\x7fELF", 0, "a program", "It is not an article."),
    (b"MZ\x90", 0, "a program", "It is not an article."),
    (b"SQLite format 3\0", 0, "a database", "If it is a Dateline project, open it with File > Open."),
    (b"%!PS", 0, "a PostScript file", "Convert it to PDF and add that."),
)
#: Parts by which a zip archive tells what it is.
_ARCHIVES: tuple[tuple[str, str], ...] = (
    ("xl/", "an Excel workbook"),
    ("ppt/", "a PowerPoint presentation"),
    ("content.xml", "an OpenDocument file"),
    ("META-INF/container.xml", "an e-book (EPUB)"),
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def refuse_foreign(data: bytes, name: str) -> None:
    """Raises `CannotRead` for a file of a known kind that is not read here; other files pass."""
    for magic, offset, what, advice in _KINDS:
        if data[offset : offset + len(magic)] == magic:
            raise _other(name, what, advice)
    if data.startswith(OLE):
        _refuse_ole(data, name)
    if data[:4] in (b"PK\x03\x04", b"PK\x05\x06"):
        _refuse_archive(data, name)


def _refuse_ole(data: bytes, name: str) -> None:
    # Names inside are UTF-16; an encrypted .docx is such a container around the locked archive.
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise encrypted(name, "Word document")
    if "__substg1.0_".encode("utf-16-le") in data:
        raise _other(name, "an Outlook message (.msg)", "Open it in Outlook and save it as .eml or text.")
    if "WordDocument".encode("utf-16-le") in data:
        raise _other(name, "a document of Word 97–2003 (.doc)", "Open it in Word or LibreOffice and save it as .docx.")
    raise _other(name, "a file of an older office program", _AS_TEXT)


def _refuse_archive(data: bytes, name: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.namelist()
    except Exception:
        # The reader of archives raises a dozen kinds of errors on damaged ones.
        raise damaged(name, "Word document") from None
    for part, what in _ARCHIVES:
        if any(member.startswith(part) for member in parts):
            raise _other(name, what, _AS_TEXT)
    raise _other(name, "a zip archive", _UNPACK)


def _other(name: str, what: str, advice: str) -> CannotRead:
    return CannotRead(name, Fault.OTHER_FORMAT, f"“{name}” is {what}, which is not read as an article. {advice}")
