"""Words, grammar and names of a text, from spaCy's weights, or by plain rules where the weights cannot serve.

The weights lie as data in `resources/models`; their SHA-256 sums are checked before anything is loaded, and loading is
by path, so that no package of a like name can step in. No spaCy object leaves this module.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from timeline_app.extraction.analysis import Analysis, Sentence, Token
from timeline_app.extraction.blocks import Block, split_blocks
from timeline_app.extraction.inflection import base_of
from timeline_app.extraction.mending import mend
from timeline_app.extraction.plain_analyser import analyse_plainly
from timeline_app.extraction.wider_places import Wider, hide_wider_places
from timeline_app.resources import resource

if TYPE_CHECKING:
    from collections.abc import Iterable

MODEL_NAME = "en_core_web_sm-3.8.0"
#: Longer paragraphs are cut, so that memory and the time until a cancel is noticed stay bounded.
MAX_BLOCK = 20_000
#: Paragraphs read at one go: a batch is faster than one by one, and more brings nothing.
BATCH = 64
PLAINLY = "Without it Dateline finds dates and names, but no events. Install Dateline again."


class Analyser:
    """Reads texts with the model in `folder`, by default the one that comes with Dateline; loads it when first used."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or resource("models", MODEL_NAME)
        self.notice = ""

    @property
    def name(self) -> str:
        """Which reader this is, for the record in the project."""
        return self._folder.name if self._model is not None else "rules"

    @cached_property
    def _model(self) -> Any | None:
        fault = weights_fault(self._folder)
        if fault:
            self.notice = f"{fault} {PLAINLY}"
            return None
        from timeline_app.extraction.language_model import load_model

        try:
            model = load_model(self._folder)
        except Exception as error:  # spaCy raises many kinds; the reader must go on with plain rules
            self.notice = f"The language model could not be loaded ({error}). {PLAINLY}"
            return None
        return model

    def warm(self) -> None:
        """Load the model now."""
        self.analyse("A first sentence.")

    def analyse(self, text: str) -> Analysis:
        """Tokens and sentences of a text; offsets are characters of `text`."""
        blocks = split_blocks(text)
        model = self._model
        if model is None:
            return analyse_plainly(text, blocks)
        tokens: list[Token] = []
        sentences: list[Sentence] = []
        pieces = list(_pieces(text, blocks))
        hidden = [hide_wider_places(piece) for _, _, piece in pieces]
        documents = model.pipe((words for words, _ in hidden), batch_size=BATCH)
        for (number, offset, piece), (_, wider), document in zip(pieces, hidden, documents, strict=True):
            reader = _Reader(piece, offset, number, blocks[number], wider)
            reader.take_over(document, tokens, sentences)
        return Analysis(tuple(tokens), tuple(sentences), blocks)


def weights_fault(folder: Path) -> str:
    """What is wrong with the weights in a folder, as a sentence; empty when every file is as it was when checked in."""
    sums = folder / "SHA256SUMS"
    if not sums.is_file():
        if (folder / "meta.json").is_file() and folder.parent != resource("models"):
            return ""  # a model the user pointed to has no sums of ours
        return f"The language model {folder.name} is missing."
    for line in sums.read_text(encoding="ascii").splitlines():
        expected, listed = line.split(maxsplit=1)
        name = listed.removeprefix("./")
        try:
            actual = hashlib.sha256((folder / name).read_bytes()).hexdigest()
        except OSError:
            return f"The language model {folder.name} lacks its file {name}."
        if actual != expected:
            return f"The language model {folder.name} has been changed ({name})."
    return ""


def _pieces(text: str, blocks: Iterable[Block]) -> Iterable[tuple[int, int, str]]:
    """(block number, offset, words) of what is parsed at one go, white space made plain without moving a character."""
    for number, block in enumerate(blocks):
        for start in range(block.start, block.end, MAX_BLOCK):
            end = min(start + MAX_BLOCK, block.end)
            yield number, start, "".join(" " if c.isspace() else c for c in text[start:end])


@dataclass(frozen=True)
class _Reader:
    """Turns a parsed piece into plain values: what was hidden is put back, white space is no token."""

    piece: str
    offset: int
    number: int
    block: Block
    wider: tuple[Wider, ...]

    def take_over(self, document: Any, tokens: list[Token], sentences: list[Sentence]) -> None:
        """Append the tokens and sentences of the piece, numbered on from what is there."""
        spans = [words for span in document.sents if (words := [word for word in span if not word.is_space])]
        ends = [words[0].idx for words in spans[1:]] + [len(self.piece)]
        for words, end in zip(spans, ends, strict=True):
            start = words[0].idx
            hidden = [part for w in self.wider if start < w.start < end for part in self._parts(w)]
            first, sentence = len(tokens), len(sentences)
            order = sorted([(word.idx, None, word) for word in words] + [(p[0], p, None) for p in hidden], key=_place)
            kept = {word.i: first + n for n, (_, _, word) in enumerate(order) if word is not None}
            town = first
            for i, (_, part, word) in enumerate(order, first):
                if word is not None:
                    town = i
                    tokens.append(self._token(word, i, kept.get(word.head.i, i), sentence))
                elif part is not None:
                    tokens.append(self._hidden_token(part, i, town, sentence))
            mend(tokens, first, len(tokens))
            where = (tokens[first].start, tokens[-1].end)
            sentences.append(Sentence(first, len(tokens), *where, self.block.kind, self.number))

    def _token(self, word: Any, i: int, head: int, sentence: int) -> Token:
        start = self.offset + word.idx
        lemma = base_of(word.text, word.lemma_) if word.pos_ == "VERB" else word.lemma_
        return Token(
            i, word.text, lemma, word.pos_, word.tag_, word.dep_, head, start, start + len(word),
            word.ent_type_, word.ent_iob == 3, sentence,
        )  # fmt: skip

    def _parts(self, wider: Wider) -> list[tuple[int, str, int, bool]]:
        """(place, words, how many words of the name follow, whether the name's first word) of what was hidden."""
        words = list(re.finditer(r",|[^\s,]+", self.piece[wider.start : wider.end]))
        name = [m for m in words if m.group() != ","]
        return [
            (wider.start + m.start(), m.group(), len(name) - 1 - name.index(m) if m in name else 0, m is name[0])
            for m in words
        ]

    def _hidden_token(self, part: tuple[int, str, int, bool], i: int, town: int, sentence: int) -> Token:
        at, words, following, opens = part
        start = self.offset + at
        if words == ",":
            return Token(i, words, words, "PUNCT", ",", "punct", town, start, start + 1, "", False, sentence)
        dep, head = ("compound", i + following) if following else ("appos", town)
        return Token(
            i, words, words, "PROPN", "NNP", dep, head, start, start + len(words), "GPE", opens, sentence
        )  # fmt: skip


def _place(entry: tuple[int, Any, Any]) -> int:
    return entry[0]
