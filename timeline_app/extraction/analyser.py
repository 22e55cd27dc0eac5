"""Words, grammar and names of a text, from spaCy's weights, or by plain rules where the weights cannot serve.

The weights lie as data in `resources/models`; their SHA-256 sums are checked before anything is loaded, and loading is
by path, so that no package of a like name can step in. No spaCy object leaves this module.
"""

from __future__ import annotations

import hashlib
import itertools
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from timeline_app.extraction.analysis import Analysis, Sentence, Token
from timeline_app.extraction.blocks import Block, split_blocks
from timeline_app.extraction.plain_analyser import analyse_plainly
from timeline_app.resources import resource

if TYPE_CHECKING:
    from collections.abc import Iterable

MODEL_NAME = "en_core_web_sm-3.8.0"
#: Longer paragraphs are cut, so that memory and the time until a cancel is noticed stay bounded.
MAX_BLOCK = 20_000
#: Paragraphs read at one go: a batch is faster than one by one, and more brings nothing.
BATCH = 64


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
            self.notice = f"{fault} Dateline reads with plain rules instead and finds less."
            return None
        import spacy

        try:
            model = spacy.load(self._folder, exclude=["senter"])
        except Exception as error:  # spaCy raises many kinds; the reader must go on with plain rules
            self.notice = f"The language model could not be loaded ({error}). Dateline reads with plain rules instead."
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
        documents = model.pipe((piece for _, _, piece in pieces), batch_size=BATCH)
        for (number, offset, _), document in zip(pieces, documents, strict=True):
            _take_over(document, number, offset, blocks[number], tokens, sentences)
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


def _take_over(
    document: Any, number: int, offset: int, block: Block, tokens: list[Token], sentences: list[Sentence]
) -> None:
    """Append a parsed piece as plain values, numbered on from what is there; white space is no token."""
    kept: dict[int, int] = {}
    counter = itertools.count(len(tokens))
    for word in document:
        if not word.is_space:
            kept[word.i] = next(counter)
    for span in document.sents:
        words = [word for word in span if word.i in kept]
        if not words:
            continue
        first = len(tokens)
        for word in words:
            i = kept[word.i]
            start = offset + word.idx
            tokens.append(
                Token(
                    i,
                    word.text,
                    word.lemma_,
                    word.pos_,
                    word.tag_,
                    word.dep_,
                    kept.get(word.head.i, i),
                    start,
                    start + len(word),
                    word.ent_type_,
                    word.ent_iob == 3,
                    len(sentences),
                )
            )
        sentences.append(Sentence(first, len(tokens), tokens[first].start, tokens[-1].end, block.kind, number))
