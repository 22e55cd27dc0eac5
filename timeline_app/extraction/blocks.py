"""An article's text in blocks: headline, dateline and paragraphs, so that no parser glues one to the next.

A headline glued to the lead makes one nonsense sentence of two good ones; a date line has nothing to parse.
Blocks are stretches of the text as read; nothing is changed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class BlockKind(StrEnum):
    """What a block is to the reader of events."""

    HEADLINE = "headline"
    DATELINE = "dateline"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class Block:
    """Characters [start, end) of the text that are read as one."""

    start: int
    end: int
    kind: BlockKind


_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_FULL_DATE = rf"(?:{_MONTH}\s+\d{{1,2}}\s*,?\s+\d{{4}}|\d{{1,2}}\s+{_MONTH}\s*,?\s+\d{{4}}|\d{{4}}-\d\d-\d\d)"
_DATE_LINE = re.compile(
    rf"\W*(?:date\s*:?\s*|published\s*:?\s*|updated\s*:?\s*)?(?:{_WEEKDAY}\s*,?\s+)?{_FULL_DATE}"
    r"(?:\s*[,|-]?\s*\d{1,2}[:.]\d\d(?:\s*[ap]\.?m\.?)?)?(?:\s*\(?[A-Z]{2,4}\)?)?\W*$",
    re.IGNORECASE,
)
_LEADING_HEADER = re.compile(r"\s*date\s*:?\s+\d{4}-\d\d-\d\d\b[ \t]*", re.IGNORECASE)
#: "LONDON (Reuters) -", "WASHINGTON, Nov. 2 (AP) --", "Doha, Qatar — ": place, date, agency, then a dash.
_DATELINE = re.compile(
    r"(?:[A-Z][A-Z.'’-]+(?:\s+[A-Z][A-Z.'’-]+){0,3}|[A-Z][\w.'’-]+(?:\s+[A-Z][\w.'’-]+){0,2})"
    rf"(?:\s*,\s*(?:[A-Z][\w.]+(?:\s[A-Z][\w.]+)?|(?i:{_MONTH})\s*\d{{1,2}}(?:\s*,?\s*\d{{4}})?)){{0,3}}"
    r"\s*(?:\(\s*[A-Z][\w /.&-]{1,30}\s*\)\s*)?(?:--|—|–|-|_)\s+(?=[\"“'‘A-Z0-9])",
)
_BYLINE = re.compile(r"\s*by\s+[A-Z][\w.'’-]+(?:\s+(?:and\s+)?[A-Z][\w.'’-]+){1,5}\s*$", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?:;…][\"”’')\]]*\s*$")


def split_blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a text, in order, without the white space between them."""
    lines = _joined_lines(text)
    blocks: list[Block] = []
    for index, (start, end) in enumerate(lines):
        blocks.extend(_block(text, start, end, first=index < 3 and not _has_body(blocks), last=index == len(lines) - 1))
    return tuple(blocks)


def _has_body(blocks: list[Block]) -> bool:
    return any(block.kind is BlockKind.BODY for block in blocks)


def _joined_lines(text: str) -> list[tuple[int, int]]:
    """Paragraphs: lines, of which those broken by hand in mid-sentence are brought together again."""
    joined: list[tuple[int, int]] = []
    blank_before = True
    for match in re.finditer(r"[^\n\r\f\u2028\u2029]*(?:\r\n|[\n\r\f\u2028\u2029]|$)", text):
        stripped = match.group().strip()
        if not stripped:
            blank_before = True
            continue
        start = match.start() + len(match.group()) - len(match.group().lstrip())
        end = start + len(stripped)
        if joined and not blank_before and _continues(text, joined[-1], text[start:end]):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
        blank_before = False
    return joined


def _continues(text: str, previous: tuple[int, int], line: str) -> bool:
    """Whether a line goes on the sentence of the line above it (text wrapped by hand)."""
    above = text[previous[0] : previous[1]]
    last_line = above.rsplit("\n", 1)[-1]
    if _SENTENCE_END.search(last_line):
        # In hand-wrapped text a sentence may end at the edge; long lines of like width belong together.
        return 55 <= len(last_line.strip()) <= 90 and "\n" in above
    if _DATE_LINE.match(last_line) or _DATE_LINE.match(line):
        return False
    return line[:1].islower() or line[:1] in "(&," or len(last_line.strip()) >= 55


def _block(text: str, start: int, end: int, *, first: bool, last: bool) -> list[Block]:
    body = text[start:end]
    if (first or last) and (_DATE_LINE.match(body) or _BYLINE.match(body)):
        return [Block(start, end, BlockKind.DATELINE)]
    if first:
        header = _LEADING_HEADER.match(body) or _DATELINE.match(body)
        if header and header.end() < len(body):
            return [
                Block(start, start + header.end(), BlockKind.DATELINE),
                *_block(text, start + header.end(), end, first=False, last=False),
            ]
        if len(body) < 160 and not _SENTENCE_END.search(body) and not last:
            return [Block(start, end, BlockKind.HEADLINE)]
    return [Block(start, end, BlockKind.BODY)]
