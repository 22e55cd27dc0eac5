"""A word that tells of a happening, with its clause and the phrases around it."""

from __future__ import annotations

from dataclasses import dataclass, field

from timeline_app.extraction.events.verbs import VerbGroup

#: Words from a light verb to its noun, or back, up to which both are the trigger.
CLOSE = 4
#: Behind these stands whom or what it befell.
TOWARDS = frozenset({"against", "on", "upon", "of", "at", "over"})


@dataclass(slots=True)
class Candidate:
    """A trigger: `head` is its word, [first, after) its tokens, `verb` the verb whose tense counts (-1: none).

    `agents`, `patients`, `others` are heads of phrases. `set_phrase` marks "went on strike", `attributive` a mere
    mention ("the released hostages").
    """

    head: int
    first: int
    after: int
    verb: int
    noun: bool
    family: str
    sentence: int
    group: VerbGroup | None
    agents: list[int] = field(default_factory=list)
    patients: list[int] = field(default_factory=list)
    others: list[int] = field(default_factory=list)
    attributive: bool = False
    statement: bool = False
    light: bool = False
    set_phrase: bool = False
