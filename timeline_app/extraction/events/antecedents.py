"""What "it" and "they" mean, where the grammar says so: the subject above in the same sentence, or of the one before.

Only events and their titles use this; no mention is made of it, for on pronouns in every place the rule would be wrong
too often.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from timeline_app.extraction.actors.lore import english_lore
from timeline_app.extraction.analysis import Analysis
from timeline_app.extraction.blocks import BlockKind
from timeline_app.extraction.events.grammar import subjects as controllers
from timeline_app.extraction.events.grammar import with_conjuncts
from timeline_app.extraction.events.verbs import RELATIVE_WORDS, is_verb

SINGULAR = frozenset({"it", "its", "itself"})
PLURAL = frozenset({"they", "their", "them", "themselves"})
PERSONAL = frozenset({"he", "she", "his", "her", "him"})
POSSESSIVE = frozenset({"its", "their", "his", "her"})
#: Singular nouns that "they" may speak of.
BODIES = frozenset({"team", "group", "staff", "police", "crew", "family", "couple", "band", "government", "company"})
SUBJECT = frozenset({"nsubj", "nsubjpass"})
#: "It is expected that …", "it seems …": an "it" that means nothing.
EMPTY_VERBS = frozenset({"seem", "appear", "happen", "turn"})
WEATHER = frozenset({"rain", "snow", "hail", "drizzle", "thunder", "freeze", "thaw"})
#: What is done so to things.
MADE = frozenset(
    {"announce", "build", "deliver", "design", "develop", "introduce", "launch", "manufacture", "release", "unveil"}
)
#: What is no doer, though it may be told of first.
DEEDS = frozenset("move decision switch change shift plan step deal crisis scandal merger sale success failure".split())
DOING = frozenset("cut close open hire fire sell buy launch announce say file sue employ pay sign agree found".split())
MAX_STEPS = 6


@cache
def bodies() -> frozenset[str]:
    """Nouns for what is nobody alone: "court", "company"."""
    words = english_lore().words
    return words["short_heads"] | words["firm_nouns"] | words["organization_heads"]


class Antecedents:
    """Looks up pronouns; `is_person` and `is_body` say of a token whether it names a person, or a firm or state."""

    def __init__(self, a: Analysis, is_person: Callable[[int], bool], is_body: Callable[[int], bool]) -> None:
        self._a = a
        self._is_person = is_person
        self._is_body = is_body
        self._known: dict[int, tuple[int, ...]] = {}

    def heads(self, i: int) -> tuple[int, ...]:
        """Heads of the phrases that pronoun `i` stands for; none where no rule says."""
        word = self._a.tokens[i].text.lower()
        if word not in SINGULAR | PLURAL | PERSONAL:
            return ()
        if i not in self._known:
            self._known[i] = ()  # a pronoun never stands for itself
            self._known[i] = self._find(i, word)
        return self._known[i]

    def _find(self, i: int, word: str) -> tuple[int, ...]:
        if word == "it" and self._means_nothing(i):
            return ()
        made, done = self._is_made(i), self._is_done_by_somebody(i)
        for subject in (*self._fronted(i), *self._above(i, word), *self._before(i)):
            heads = self.heads(subject) or tuple(with_conjuncts(self._a, subject))
            if not self._fits(heads, word) or (made and self._is_body(heads[0])):
                continue
            if not (done and self._a.tokens[heads[0]].lemma in DEEDS):
                return heads
        return ()

    def _is_done_by_somebody(self, i: int) -> bool:
        """Whether it does what a firm or person does: "it cut 900 jobs and closed the office"."""
        token = self._a.tokens[i]
        return token.dep == "nsubj" and self._a.tokens[token.head].lemma in DOING

    def _is_made(self, i: int) -> bool:
        """Whether it is what firms make, and no firm: "since it was announced in May"."""
        token = self._a.tokens[i]
        return token.dep == "nsubjpass" and self._a.tokens[token.head].lemma in MADE

    def _fronted(self, i: int) -> Iterator[int]:
        """The subject of the clause that stands before its own: "although the lava was low in salt, it heated"."""
        a, verb = self._a, self._a.tokens[i].head
        if a.tokens[i].dep in SUBJECT and is_verb(a, verb):
            for k in a.children[verb]:
                if k < i and a.tokens[k].dep == "advcl":
                    yield from (g for g in a.children[k] if a.tokens[g].dep in SUBJECT and g < i)

    def _means_nothing(self, i: int) -> bool:
        a = self._a
        verb = a.tokens[i].head
        below = {a.tokens[k].dep for k in a.children[verb]}
        predicate = a.tokens[verb].lemma == "be" and below & {"acomp", "attr"} and below & {"ccomp", "xcomp", "advcl"}
        passive = a.tokens[i].dep == "nsubjpass" and "ccomp" in below
        if a.tokens[verb].lemma in WEATHER and "dobj" not in below:
            return True
        return bool(predicate) or passive or (a.tokens[verb].lemma in EMPTY_VERBS and "ccomp" in below)

    def _above(self, i: int, word: str) -> Iterator[int]:
        """Subjects of the clauses that the pronoun stands in, nearest first, where they stand before it."""
        a = self._a
        at, own = i, word not in POSSESSIVE
        for _ in range(MAX_STEPS):
            head = a.tokens[at].head
            if head == at:
                return
            if is_verb(a, head):
                subjects = [self._named(k) for k in a.children[head] if a.tokens[k].dep in SUBJECT and k < i]
                if not subjects and a.tokens[head].dep == "pcomp":  # "blamed the firm for selling its shares"
                    subjects = [k for k in controllers(a, head) if k < i]
                if not own:
                    yield from subjects
                # Verbs joined by "and" share the subject, which their object cannot be.
                own = own and not subjects and a.tokens[i].dep not in SUBJECT
            at = head

    def _named(self, subject: int) -> int:
        """What a relative word stands for: "the airport, which has closed since it opened"."""
        token = self._a.tokens[subject]
        clause = self._a.tokens[token.head]
        relative = token.text.lower() in RELATIVE_WORDS and clause.dep == "relcl"
        return clause.head if relative else subject

    def _before(self, i: int) -> Iterator[int]:
        """The subject of the sentence before, then that of what it says."""
        a = self._a
        number = a.tokens[i].sentence - 1
        if number < 0 or a.sentences[number].kind is not BlockKind.BODY:
            return
        words = a.words(a.sentences[number])
        roots = [token.i for token in words if token.head == token.i and is_verb(a, token.i)]
        for root in roots:
            yield from (k for k in a.children[root] if a.tokens[k].dep in SUBJECT)
            yield from (k for k in a.children[root] if a.tokens[k].dep == "dobj" and self._is_firm(k))
            for k in a.children[root]:
                if a.tokens[k].dep == "ccomp":
                    yield from (g for g in a.children[k] if a.tokens[g].dep in SUBJECT)

    def _is_firm(self, i: int) -> bool:
        return self._is_body(i) or self._a.tokens[i].lemma.lower() in english_lore().words["firm_nouns"]

    def _fits(self, heads: tuple[int, ...], word: str) -> bool:
        token = self._a.tokens[heads[0]]
        if token.pos not in {"NOUN", "PROPN"} or token.entity in {"DATE", "TIME", "CARDINAL"}:
            return False
        person = self._is_person(heads[0])
        plural = len(heads) > 1 or (token.tag in {"NNS", "NNPS"} and not self._is_body(heads[0]))
        if word in PERSONAL:
            body = self._is_body(heads[0]) or token.lemma.lower() in bodies()
            return not plural and not body and token.pos == "NOUN"
        if word in SINGULAR:
            return not person and not plural
        return plural or self._is_body(heads[0]) or token.lemma.lower() in BODIES
