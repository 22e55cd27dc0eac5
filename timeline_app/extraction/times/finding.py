"""Time expressions of a text: leftmost, then longest, then the first rule that can read it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from timeline_app.extraction.times.context import Context
from timeline_app.extraction.times.dating import reason, when_of, with_reason
from timeline_app.extraction.times.found import Found, Span
from timeline_app.extraction.times.grammar import Rule, grammar
from timeline_app.extraction.times.joining import join_times
from timeline_app.extraction.times.modes import choose_mode
from timeline_app.extraction.times.modifiers import with_modifier
from timeline_app.extraction.times.ranges import link_ranges
from timeline_app.extraction.times.state import DocumentState
from timeline_app.extraction.times.storyline import is_aside
from timeline_app.extraction.times.text import PlainText
from timeline_app.model import Passage, ReadingMode, TimeExpression

_STARTS = re.compile(r"(?<![a-z0-9])(?:[a-z]+|\d)|'(?=\d0s|\d\d)")
#: A day of a month before a hyphen, from which a range may go on: "May 30-June 2".
_MONTH_DAY = re.compile(r"(?<![a-z])(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}(?:, ?\d{4})?$")
#: Characters a number or a word must not touch on its left: money, codes, addresses, decimals.
_BARRED = frozenset("$£€¥#@_&+=\\")


def find_times(
    text: str, *, published: int | None = None, mode: ReadingMode = ReadingMode.AUTO, article: str = ""
) -> tuple[TimeExpression, ...]:
    """The time expressions of a text, in its order, none overlapping another.

    `published` is the article's date as a day number; relative dates count from it in news, from the last date
    mentioned in narrative. `article` is the id that the passages carry. No clock, locale or time zone is consulted.
    """
    plain = PlainText(text)
    if mode is ReadingMode.AUTO:
        mode = choose_mode(plain.lower, published)
    state = DocumentState(published, mode is ReadingMode.NARRATIVE)
    found = join_times(list(_scan(plain, state)), plain.lower)
    return link_ranges([_expression(item, span, plain, article) for item, span in found], plain.lower)


def _scan(plain: PlainText, state: DocumentState) -> Iterator[tuple[Found, Span]]:
    """All readings with their spans, left to right."""
    text, rules = plain.lower, grammar()
    floor = 0
    for start in _STARTS.finditer(text):
        position = start.start()
        if position < floor:
            continue
        word = start[0]
        candidates = rules.get("0" if word.isdigit() else word)
        if not candidates or not _may_begin(text, position):
            continue
        results = _read_at(position, candidates, plain, state)
        for found, (first, end) in results:
            if first < floor:
                continue
            item, begin = with_modifier(found, text, first, floor, state.published)
            aside = item.stretch is not None and is_aside(Context(plain, state, begin, end))
            if item.waits:
                yield item, (begin, end)
                floor = end
                continue
            if not (aside and state.narrative) or state.last is None:
                state.remember(item, (begin, end), plain.original[begin:end], aside=aside)
            yield item, (begin, end)
            floor = end


def _may_begin(text: str, position: int) -> bool:
    """Whether an expression may begin here, judged by the characters on its left."""
    if position == 0:
        return True
    left = text[position - 1]
    if left in " \n(\"'[“,;":
        return not (left in "'," and position > 1 and text[position - 2].isalnum())
    if left in _BARRED:
        return False
    if left in ".,:/" and position > 1 and text[position - 2].isalnum():
        return False
    if left == "-" and position > 1 and text[position - 2].isdigit() and text[position].isalpha():
        return _MONTH_DAY.search(text, max(0, position - 24), position - 1) is not None
    return True


def _read_at(
    position: int, candidates: tuple[Rule, ...], plain: PlainText, state: DocumentState
) -> list[tuple[Found, Span]]:
    """What the longest readable match at a position says."""
    matches: list[tuple[int, int, re.Match[str], Rule]] = []
    for rule in candidates:
        match = rule.match(plain.lower, position)
        if match is not None:
            matches.append((-match.end(), rule.order, match, rule))
    matches.sort(key=lambda candidate: candidate[:2])
    for _, _, match, rule in matches:
        result = rule.resolver(match, Context(plain, state, match.start(), match.end()))
        if result is None:
            continue
        items = result if isinstance(result, list) else [result]
        return [(replace(item, span=None), _trimmed(item.span or match.span(), plain.lower)) for item in items]
    return []


def _trimmed(span: Span, text: str) -> Span:
    """The span without a comma or a space left at its end by a part that is missing."""
    start, end = span
    while end > start and text[end - 1] in ", ":
        end -= 1
    return start, end


def _expression(found: Found, span: Span, plain: PlainText, article: str) -> TimeExpression:
    passage = Passage(article, *span)
    anchor = Passage(article, *found.anchor) if found.anchor else None
    words = passage.of(plain.original)
    when = when_of(found)
    if when is not None:
        when = with_reason(when, found, words, passage, anchor)
    return TimeExpression(passage, found.type, found.value, found.mod, when, reason(found, words), anchor)
