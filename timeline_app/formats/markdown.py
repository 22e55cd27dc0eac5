"""Markdown: read as it stands, with the fields of its front matter as metadata.

The marks stay in the text, so that a passage is found again in the file. Of YAML only "key: value" lines at the top
level are understood, which is what front matter is made of; anything else there is passed over.
"""

from __future__ import annotations

import re

from timeline_app.formats.encodings import decode
from timeline_app.formats.format import Format, make_article
from timeline_app.formats.published import find_published
from timeline_app.formats.titles import first_line_author, first_line_title
from timeline_app.model import Article

_FRONT_MATTER = re.compile(
    r"\s{0,10}(?P<fence>---|\+\+\+)[ \t]*\r?\n(?P<body>.{0,20000}?)^(?P=fence)[ \t]*\r?$", re.S | re.M
)
_FIELD = re.compile(r"(?P<key>[A-Za-z][\w -]{0,40}?)\s*[:=]\s*(?P<value>\S.*?)\s*$")
_HEADING = re.compile(r"^ {0,3}#{1,2}[ \t]+(?P<title>\S.*?)[ \t]*#*[ \t]*$", re.M)
_UNDERLINED = re.compile(r"^(?P<title>\S[^\n]{2,200})\n(?:=|-){3,}[ \t]*$", re.M)
_MARKS = re.compile(r"[*_`]{1,3}|!?\[(?P<words>[^\]]*)\]\([^)]*\)")

_DATE_KEYS = (
    "date",
    "published",
    "pubdate",
    "publishdate",
    "date published",
    "published at",
    "datepublished",
    "created",
)


def read(data: bytes, name: str, encoding: str | None = None) -> Article:
    """The article of a Markdown file, its text unchanged."""
    decoded = decode(data, name, encoding)
    text = decoded.text
    fields, body = front_matter(text)
    return make_article(
        text,
        name,
        format_name=FORMAT.name,
        title=fields.get("title", "") or _heading(body) or first_line_title(_without_marks(body)),
        author=fields.get("author", "") or fields.get("authors", "") or first_line_author(_without_marks(body)),
        published=find_published(
            _without_marks(body), name, metadata=[fields[key] for key in _DATE_KEYS if key in fields]
        ),
        source=fields.get("source", "") or fields.get("url", ""),
        notices=decoded.notices,
    )


def front_matter(text: str) -> tuple[dict[str, str], str]:
    """The fields of the front matter, keys in small letters with blanks for dashes, and the text behind it."""
    match = _FRONT_MATTER.match(text)
    if not match:
        return {}, text
    fields: dict[str, str] = {}
    for line in match["body"].splitlines():
        field = _FIELD.match(line[:1000])
        if field:
            key = re.sub(r"[\s_-]+", " ", field["key"]).lower()
            fields.setdefault(key, _scalar(field["value"]))
    return fields, text[match.end() :]


def sniff(data: bytes) -> bool:
    """Known by front matter only: Markdown is plain text otherwise."""
    return bool(re.match(rb"(?:\xef\xbb\xbf)?---[ \t]*\r?\n[A-Za-z][\w -]*:", data[:200]))


def _scalar(value: str) -> str:
    """A YAML or TOML value as words: quotes and list brackets off, a comment left out."""
    value = value.strip()
    if value[:1] in "\"'" and value[:1] == value[-1:] and len(value) > 1:
        return value[1:-1].strip()
    value = re.sub(r"\s#.*$", "", value)
    if value.startswith("[") and value.endswith("]"):
        value = ", ".join(part.strip().strip("\"'") for part in value[1:-1].split(","))
    return value


def _heading(body: str) -> str:
    """The first heading, if no paragraph stands before it."""
    match = _HEADING.search(body[:3000]) or _UNDERLINED.search(body[:3000])
    if not match or len(body[: match.start()].strip()) > 300:
        return ""
    return " ".join(_without_marks(match["title"]).split())


def _without_marks(text: str) -> str:
    return re.sub(r"^[ \t]*(?:#{1,6}|>)[ \t]+", "", _MARKS.sub(lambda m: m["words"] or "", text[:8000]), flags=re.M)


FORMAT = Format("Markdown", (".md", ".markdown"), sniff, read)
