"""What an analyser hands out: tokens and sentences as plain values with character offsets."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from timeline_app.extraction.blocks import Block, BlockKind


class Token(NamedTuple):
    """A word: number `i`, characters [start, end), Universal POS, Penn tag, ClearNLP dependency and its head's number.

    `entity` is the OntoNotes label or "", `entity_start` marks a name's first word, `sentence` numbers its sentence.
    A root's head is itself. Without a parse `pos`, `tag` and `dep` are empty and every word is its own head.
    """

    i: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    start: int
    end: int
    entity: str
    entity_start: bool
    sentence: int


class Sentence(NamedTuple):
    """Tokens [first, after) and characters [start, end); `kind` is that of the block it stands in."""

    first: int
    after: int
    start: int
    end: int
    kind: BlockKind
    block: int


@dataclass(frozen=True)
class Analysis:
    """All tokens and sentences of a text, in order. `parsed` is false when a rule-based reader made it."""

    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    blocks: tuple[Block, ...]
    parsed: bool = True

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """For each token the numbers of the tokens that hang on it, in order."""
        kids: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.i:
                kids[token.head].append(token.i)
        return tuple(map(tuple, kids))

    @cached_property
    def body_before(self) -> tuple[int, ...]:
        """For each sentence how many sentences of the body stand before it; after the last one how many there are."""
        counts = [0]
        for sentence in self.sentences:
            counts.append(counts[-1] + (sentence.kind is BlockKind.BODY))
        return tuple(counts)

    @cached_property
    def memo(self) -> dict[tuple[str, int], object]:
        """What was worked out about a token before, by the name of the question; kept as long as the text is read."""
        return {}

    def subtree(self, i: int) -> list[int]:
        """The numbers of a token and of all below it, in order."""
        found, pending = [], [i]
        while pending:
            at = pending.pop()
            found.append(at)
            pending.extend(self.children[at])
        return sorted(found)

    def words(self, sentence: Sentence) -> tuple[Token, ...]:
        """The tokens of a sentence."""
        return self.tokens[sentence.first : sentence.after]
