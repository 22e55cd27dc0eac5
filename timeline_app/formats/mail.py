"""E-mail (.eml): the message's own words, its subject, sender and date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import EmailPolicy
from email.utils import getaddresses
from typing import Any

from timeline_app.formats.encodings import decode
from timeline_app.formats.errors import CannotRead, Fault, no_text, too_deep, too_many_parts
from timeline_app.formats.format import Format, make_article
from timeline_app.formats.html_page import read_page
from timeline_app.formats.limits import MAX_MAIL_CONTAINERS, MAX_MAIL_DEPTH, MAX_MAIL_PARTS, MAX_MAIL_WORK
from timeline_app.formats.published import find_published
from timeline_app.model import Article

_HEADER = re.compile(rb"[!-9;-~]{1,80}:[ \t]?")
_KNOWN = re.compile(
    rb"^(?:from|to|cc|subject|date|message-id|mime-version|received|return-path|reply-to|content-type|delivered-to"
    rb"|x-[\w-]+|dkim-signature|sender|in-reply-to|references):",
    re.IGNORECASE | re.MULTILINE,
)
_CONTAINERS = re.compile(rb"^content-type:\s*(?:multipart|message)/", re.IGNORECASE | re.MULTILINE)
#: Headers longer than this are cut: the library takes time by the square of their length.
_MAX_HEADER = 4000
_MAX_HEADER_LINES = 50_000
#: A plain part this short beside a web page only says that the mail is to be read elsewhere.
_STUB = 200


class _CarefulPolicy(EmailPolicy):
    """The standard policy with headers cut to a sensible length."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse([line[:_MAX_HEADER] for line in sourcelines[:200]])
        return name[:200], value[:_MAX_HEADER]


_POLICY = _CarefulPolicy()


def read(data: bytes, name: str, encoding: str | None = None) -> Article:
    """The article of a saved e-mail.

    A message that only carries another one is read as that one; of messages attached to a text a notice tells.
    """
    _refuse_odd(data, name)
    try:
        message = message_from_bytes(data, policy=_POLICY)
        assert isinstance(message, EmailMessage)
        return _read_message(message, name, encoding, 0)
    except RecursionError:
        raise too_deep(name) from None


def sniff(data: bytes) -> bool:
    """Whether the bytes begin with the headers of a message: nothing but headers, at least two of them well known."""
    head = data[:8192].removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")
    head = re.sub(rb"\AFrom [^\r\n]*\r?\n", b"", head)
    lines = re.split(rb"\r?\n", re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0])
    if not lines or not _HEADER.match(lines[0]):
        return False
    sound = all(_HEADER.match(line) or line[:1] in (b" ", b"\t") for line in lines[:-1])
    known = {match.group().lower() for match in _KNOWN.finditer(b"\n".join(lines))}
    # "From:" and "Date:" alone also stand above forwarded text that was saved by hand.
    certain = known - {b"from:", b"date:", b"to:", b"subject:"}
    return sound and len(known) >= 2 and bool(certain or {b"from:", b"date:", b"subject:"} <= known)


def _refuse_odd(data: bytes, name: str) -> None:
    """Raises `CannotRead` for what would keep the library busy for minutes."""
    containers = len(_CONTAINERS.findall(data))
    nesting = min(containers, MAX_MAIL_DEPTH)
    if containers > MAX_MAIL_CONTAINERS or nesting * data.count(b"\n") > MAX_MAIL_WORK:
        raise too_deep(name)
    if containers and data.count(b"\n--") > 2 * MAX_MAIL_PARTS:
        raise too_many_parts(name)
    head = re.split(rb"\r?\n\r?\n", data, maxsplit=1)[0]
    if head.count(b"\n") > _MAX_HEADER_LINES:
        raise CannotRead(
            name,
            Fault.DAMAGED,
            f"“{name}” has no message below its headers. Save the e-mail again and add that.",
        )


def _read_message(message: EmailMessage, name: str, encoding: str | None, depth: int) -> Article:
    if depth > MAX_MAIL_DEPTH:
        raise too_deep(name)
    attached: list[EmailMessage] = []
    files: list[str] = []
    plain: list[EmailMessage] = []
    pages: list[EmailMessage] = []
    for part in _parts(message, name):
        kind = part.get_content_type()
        if kind == "message/rfc822":
            attached += [inner for inner in part.iter_parts() if isinstance(inner, EmailMessage)]
        elif part.is_attachment():
            files.append(_file_name(part))
        elif kind == "text/plain":
            plain.append(part)
        elif kind == "text/html":
            pages.append(part)
    text, notices = _own_text(plain, pages, name, encoding)
    if not text.strip():
        if attached:
            return _read_message(attached[0], name, encoding, depth + 1)
        raise no_text(name, "e-mail")
    return make_article(
        text,
        name,
        format_name=FORMAT.name,
        title=_header(message, "subject"),
        author=_sender(message),
        published=find_published(text, name, metadata=[_header(message, "date"), _header(message, "resent-date")]),
        notices=(*notices, *_left_out(len(attached), len(files))),
    )


def _parts(message: EmailMessage, name: str) -> Iterator[EmailMessage]:
    """The parts of a message, those of attached messages left inside them; nesting is walked without recursion."""
    waiting: list[tuple[Any, int]] = [(message, 0)]
    seen = 0
    while waiting:
        part, depth = waiting.pop()
        seen += 1
        if seen > MAX_MAIL_PARTS:
            raise too_many_parts(name)
        if depth > MAX_MAIL_DEPTH:
            raise too_deep(name)
        if part.get_content_maintype() == "multipart" and part.is_multipart():
            inner = part.get_payload()
            waiting += [(one, depth + 1) for one in reversed(inner)]
        else:
            yield part


def _own_text(
    plain: list[EmailMessage], pages: list[EmailMessage], name: str, encoding: str | None
) -> tuple[str, tuple[str, ...]]:
    """The plain parts, or the web page where there are none worth reading."""
    texts = [_text_of(part, name, encoding) for part in plain]
    text = "\n\n".join(one for one in texts if one.strip())
    if not pages or len(text.strip()) > _STUB:
        return text, ()
    for part in pages:
        try:
            page = read_page(_bytes_of(part), name, encoding or _charset(part))
        except CannotRead:
            continue
        if len(page.text) > 2 * len(text.strip()):
            return page.text, tuple(notice for notice in page.notices if "article" not in notice)
    return text, ()


def _text_of(part: EmailMessage, name: str, encoding: str | None) -> str:
    try:
        text = decode(_bytes_of(part), name, encoding, declared=_charset(part)).text
    except CannotRead:
        if encoding:
            raise
        return ""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _bytes_of(part: EmailMessage) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _charset(part: EmailMessage) -> str | None:
    """The charset a part declares, if there is such an encoding."""
    import codecs

    try:
        return codecs.lookup(str(part.get_content_charset() or "")).name
    except (LookupError, ValueError):
        return None


def _header(message: EmailMessage, wanted: str) -> str:
    """A header's words without folding; what the library cannot parse is taken as it stands."""
    try:
        value = message.get(wanted)
    except Exception:
        # Damaged headers raise what not from deep inside the library's grammar.
        value = next((raw for key, raw in message.raw_items() if key.lower() == wanted), "")
    words = str(value or "").encode("utf-8", "replace").decode("utf-8")
    return " ".join(words.split())[:500]


def _sender(message: EmailMessage) -> str:
    words = _header(message, "from")
    addresses = getaddresses([words])
    name, address = addresses[0] if addresses else ("", "")
    return " ".join(name.split()) or address or words


def _file_name(part: EmailMessage) -> str:
    try:
        return part.get_filename() or ""
    except Exception:
        return ""


def _left_out(messages: int, files: int) -> tuple[str, ...]:
    notices = []
    if messages:
        what = "An attached message was" if messages == 1 else f"{messages} attached messages were"
        notices.append(f"{what} not read. What is saved as a file of its own can be added.")
    if files:
        what = "An attachment was" if files == 1 else f"{files} attachments were"
        notices.append(f"{what} not read. What is saved as a file of its own can be added.")
    return tuple(notices)


FORMAT = Format("E-mail", (".eml",), sniff, read)
