"""Paragraphs of formats that know them become text with an empty line between, so that no reader glues two together."""

from __future__ import annotations

import re
from collections.abc import Iterable

_SENTENCE_END = re.compile(r"[.!?:;…][\"”’')\]]*$")


def join_paragraphs(paragraphs: Iterable[str]) -> str:
    """One text of the paragraphs that hold words, with empty lines between them.

    Where the "paragraphs" are plainly the lines of a text broken by hand (an old e-mail pasted into a document), a
    single line feed joins them, which readers take for a wrapped line.
    """
    filled = [paragraph for paragraph in paragraphs if paragraph.strip()]
    return ("\n" if _are_wrapped(filled) else "\n\n").join(filled)


def _are_wrapped(lines: list[str]) -> bool:
    """Whether most lines are of one width, as an editor breaks them, and most break off in mid-sentence."""
    if len(lines) < 8:
        return False
    of_width = sum(45 <= len(line.rstrip()) <= 90 for line in lines)
    open_ended = sum(not _SENTENCE_END.search(line.rstrip()) for line in lines)
    return of_width > 0.7 * len(lines) and open_ended > 0.6 * len(lines)
