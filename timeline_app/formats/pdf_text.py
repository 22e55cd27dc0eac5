"""The text of one PDF page, and for each of its characters the place it has on the page.

A page is a list of characters in PDFium's order. The text keeps that order and leaves no letter out; only the marks of
line ends are put differently, and every character of the text still belongs to exactly one character of the page:

* a line end inside a paragraph (CR LF on the page) is one space, at the end of a paragraph two line feeds;
* a hyphen at a line end (U+FFFE in PDFium's text) is left out where it only broke a word ("negotia-" "tion" is
  "negotiation"), and is "-" where the word has it anyway ("Anglo-" "American", or "self-employed" in another line);
* a character without a meaning (a glyph the font does not name) is U+FFFD.

The same page gives the same text every time, so that the map need not be stored.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any

_Edges = tuple[float, float, float, float]
HYPHEN_MARKS = "\ufffe\x02"
#: A word, or the part of one before a hyphen at a line end.
_WORD = re.compile(f"[^\\s{HYPHEN_MARKS}]+[{HYPHEN_MARKS}]?|[{HYPHEN_MARKS}]")
_SENTENCE_END = re.compile(r"[.!?:…][\"”’')\]»]*\s*$")
_BULLET = re.compile(r"\s*(?:[•▪◦‣*–—]\s|\(?\d{1,2}[.)]\s|\(?[a-z]\)\s)")


@dataclass(frozen=True, slots=True)
class PageText:
    """The words of a page and, for each character of `text`, its number among the page's characters."""

    text: str
    places: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page: its characters [start, end), edges in points (y upwards) and size of type."""

    start: int
    end: int
    left: float
    right: float
    bottom: float
    size: float
    words: str


def read_page_text(textpage: Any) -> PageText:
    """The text of a page with its map; an empty one for a page without text."""
    raw = raw_characters(textpage)
    if not raw.strip():
        return PageText("", ())
    lines = find_lines(textpage, raw)
    breaks = _paragraph_ends(lines)
    return _put_together(raw, breaks)


def raw_characters(textpage: Any) -> str:
    """The page's characters as PDFium numbers them, one character of the string for each."""
    count = textpage.count_chars()
    if count <= 0:
        return ""
    text = str(textpage.get_text_range())
    if len(text) == count and not re.search(r"[\ud800-\udfff]", text) and max(text) <= "\uffff":
        return text
    import pypdfium2.raw as pdfium

    codes = (pdfium.FPDFText_GetUnicode(textpage, number) for number in range(count))
    return "".join(chr(code) if code < 0xD800 or 0xE000 <= code < 0x110000 else "\ufffd" for code in codes)


def find_lines(textpage: Any, raw: str) -> list[Line]:
    """The lines of a page with their places, empty ones left out."""
    lines: list[Line] = []
    for match in re.finditer(r"[^\r\n]+", raw):
        if match.group().strip():
            lines += _split_line(textpage, raw, match.start(), match.start() + len(match.group().rstrip(" ")))
    return lines


def _split_line(textpage: Any, raw: str, start: int, end: int) -> list[Line]:
    """The lines in a stretch that PDFium gives as one: it knows no line end where a blank was set at one."""
    words = [match.start() + start for match in _WORD.finditer(raw[start:end])]
    first = _box(textpage, words[0])
    last = _box(textpage, end - 1)
    size = max(first[3] - first[1], 1.0)
    if abs(first[1] - last[1]) < 0.5 * size or len(words) == 1:
        return [_line(textpage, raw, start, end, first, last)]
    lines, begin, begin_box, before = [], start, first, first
    for at in words[1:]:
        box = _box(textpage, at)
        # To the left and lower: a new line. A raised or lowered sign goes on to the right.
        if abs(box[1] - before[1]) > 0.5 * size and box[0] < before[0]:
            stop = start + len(raw[start:at].rstrip(" "))
            lines.append(_line(textpage, raw, begin, stop, begin_box, _box(textpage, stop - 1)))
            begin, begin_box = at, box
        before = box
    return [*lines, _line(textpage, raw, begin, end, begin_box, last)]


def _line(textpage: Any, raw: str, start: int, end: int, first: _Edges, last: _Edges) -> Line:
    import pypdfium2.raw as pdfium

    # Many writers set type of size 1 and scale the page, so the box and not the font tells the size; a line may begin
    # or end with a small sign.
    size = max(first[3] - first[1], last[3] - last[1])
    if size <= 0:
        size = float(pdfium.FPDFText_GetFontSize(textpage, start))
    return Line(start, end, first[0], last[2], first[1], size, raw[start:end])


def _box(textpage: Any, number: int) -> _Edges:
    """Left, bottom, right and top of a character, y upwards; all zero for one without a place."""
    from pypdfium2 import PdfiumError

    try:
        left, bottom, right, top = textpage.get_charbox(number, loose=True)
    except PdfiumError:
        return 0.0, 0.0, 0.0, 0.0
    return left, bottom, right, top


def _paragraph_ends(lines: list[Line]) -> set[int]:
    """Where a paragraph ends: the `end` of its last line."""
    pitches = [above.bottom - below.bottom for above, below in pairwise(lines)]
    usual = median([pitch for pitch in pitches if pitch > 1] or [0.0])
    ends = set()
    for number, (above, below) in enumerate(pairwise(lines)):
        column = [line for line in lines[max(0, number - 6) : number + 7] if abs(line.left - below.left) < 40]
        if _is_break(above, below, usual, max((line.right for line in column), default=above.right)):
            ends.add(above.end)
    return ends


def _is_break(above: Line, below: Line, usual: float, column_right: float) -> bool:
    if above.words.endswith(tuple(HYPHEN_MARKS)):
        return False
    size = max(above.size, below.size, 1.0)
    pitch = above.bottom - below.bottom
    ended = bool(_SENTENCE_END.search(above.words))
    if abs(above.size - below.size) > 0.15 * size:
        return True
    if pitch < -0.5 * size or pitch > 12 * size:
        # The next column, or a box elsewhere on the page.
        return ended or not re.match(r"\s*[a-z(,]", below.words)
    if pitch > max(1.35 * usual, 1.05 * size) and pitch > 1.35 * min(usual or pitch, 1.3 * size):
        return True
    if _BULLET.match(below.words) and (ended or _BULLET.match(above.words)):
        return True
    indented = below.left - above.left > 0.8 * size
    missing = (column_right - above.right) / max(column_right - above.left, 1.0)
    # No line breaks off in its first half only because the next word did not fit.
    return missing > 0.5 or (ended and (indented or missing > 0.15))


def _put_together(raw: str, breaks: set[int]) -> PageText:
    pieces: list[str] = []
    places: list[int] = []
    lowered = raw.lower()
    for match in re.finditer(r" *[\r\n]+| +|[^\r\n ]", raw):
        start, piece = match.start(), match.group()
        if piece[-1] in "\r\n ":
            # The mark is on the page one sign or several; those left over have no place in the text.
            numbers = [start, match.end() - 1]
            if start in breaks:
                _add(pieces, places, "\n\n", numbers)
            elif piece[-1] == " ":
                _add(pieces, places, piece, range(start, match.end()))
            elif pieces and not pieces[-1].isspace() and not _goes_on(pieces, raw[match.end() : match.end() + 1]):
                _add(pieces, places, " ", numbers)
        elif piece in HYPHEN_MARKS:
            if _is_hyphen(raw, lowered, start):
                _add(pieces, places, "-", [start])
        else:
            _add(pieces, places, piece if piece >= " " or piece == "\t" else "\ufffd", [start])
    return PageText("".join(pieces), tuple(places))


def _goes_on(pieces: list[str], follows: str) -> bool:
    """Whether a plain hyphen ends the line between two words or figures: "2014-" "2016"."""
    return pieces[-1] == "-" and len(pieces) > 1 and pieces[-2].isalnum() and follows.isalnum()


def _add(pieces: list[str], places: list[int], words: str, numbers: Any) -> None:
    for char, number in zip(words, numbers, strict=False):
        pieces.append(char)
        places.append(number)


def _is_hyphen(raw: str, lowered: str, at: int) -> bool:
    """Whether a hyphen at a line end belongs to the word: before a capital or figure, or by the page's own usage."""
    before = re.search(r"[^\W\d_]*$", raw[max(0, at - 40) : at])
    after = re.match(r"[\r\n]*([^\W\d_]*)", raw[at + 1 : at + 41])
    head, tail = before.group() if before else "", after[1] if after else ""
    if not head or not tail or not tail[0].islower():
        return True
    return f"{head}-{tail}".lower() in lowered and f"{head}{tail}".lower() not in lowered
