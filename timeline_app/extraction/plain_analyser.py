"""Words and sentences by plain rules: the reader of last resort, without grammar and without a model."""

from __future__ import annotations

import re
from collections.abc import Iterable

from timeline_app.extraction.analysis import Analysis, Sentence, Token
from timeline_app.extraction.blocks import Block

_WORD = re.compile(r"[A-Za-z](?:\.[A-Za-z])+\.?|\d+(?:[.,:/]\d+)*|[^\W\d_]+(?:[-.&][^\W\d_]+)*|['’]s\b|[^\w\s]")
_STOP = re.compile(r"[.!?…][\"”’')\]]*$")
_SHORT = frozenset(
    "mr mrs ms dr st gen col lt sgt sen rep gov prof inc corp co ltd jr sr no vs "
    "jan feb mar apr jun jul aug sept sep oct nov dec".split()
)


def analyse_plainly(text: str, blocks: tuple[Block, ...]) -> Analysis:
    """Tokens with text and offsets only; sentences end at a full stop before a capital letter."""
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    for number, block in enumerate(blocks):
        for start, end in _sentences(text, block.start, block.end):
            first = len(tokens)
            for match in _WORD.finditer(text, start, end):
                i, word = len(tokens), match.group()
                tokens.append(
                    Token(i, word, word.lower(), "", "", "", i, match.start(), match.end(), "", False, len(sentences))
                )
            if len(tokens) > first:
                sentences.append(Sentence(first, len(tokens), tokens[first].start, tokens[-1].end, block.kind, number))
    return Analysis(tuple(tokens), tuple(sentences), blocks, parsed=False)


def _sentences(text: str, start: int, end: int) -> Iterable[tuple[int, int]]:
    begin = start
    for gap in re.finditer(r"\s+(?=[\"“‘'(]?[A-Z0-9])", text[start:end]):
        before = text[begin : start + gap.start()]
        last_word = before.rsplit(maxsplit=1)[-1] if before.split() else ""
        if (
            _STOP.search(before)
            and last_word.rstrip(".").lower() not in _SHORT
            and not re.fullmatch(r"[A-Z]\.", last_word)
        ):
            yield begin, start + gap.start()
            begin = start + gap.end()
    if begin < end:
        yield begin, end
