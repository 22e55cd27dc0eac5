"""What somebody tries, offers or plans to do: the word that an infinitive stands under, and whose it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline_app.extraction.analysis import Analysis
from timeline_app.extraction.events.grammar import subjects
from timeline_app.extraction.events.verbs import is_verb, verb_group
from timeline_app.extraction.inflection import base_of, third_person
from timeline_app.model import Factuality

#: Verbs whose subject is who would do it.
VERBS = frozenset(
    "plan agree intend vow pledge promise expect prepare decide choose aim resolve undertake consent fail refuse "
    "decline want hope wish threaten seek try attempt offer need strive struggle".split()
)
#: Nouns of the same kind and the verb that says it.
NOUNS = {
    "plan": "plan", "intention": "intend", "attempt": "attempt", "offer": "offer", "effort": "try", "bid": "try",
    "decision": "decide", "promise": "promise", "pledge": "pledge", "vow": "vow", "threat": "threaten",
    "agreement": "agree", "refusal": "refuse", "failure": "fail", "desire": "want", "proposal": "propose",
    "commitment": "commit",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Intention:
    """The verb to say it with, whose it is, and the words before it ("does not")."""

    lemma: str
    subjects: Sequence[int]
    auxiliary: str = ""

    def words(self, *, plural: bool) -> str:
        """The verb before "to": "plans", "does not plan", "may plan"."""
        if self.auxiliary == "not":
            return f"{'do' if plural else 'does'} not {self.lemma}"
        if self.auxiliary:
            return f"{self.auxiliary} {self.lemma}"
        return self.lemma if plural else third_person(self.lemma)


def intention_of(a: Analysis, verb: int, factuality: Factuality) -> Intention | None:
    """What the infinitive `verb` stands under; None where it has happened or its own modal decides."""
    token, group = a.tokens[verb], verb_group(a, verb)
    if factuality in {Factuality.HAPPENED, Factuality.ONGOING} or group.modal or not group.infinitive:
        return None
    if group.passive or token.dep not in {"xcomp", "ccomp", "acl"} or token.head == verb:
        return None
    return _of_verb(a, verb, token.head) if is_verb(a, token.head) else _of_noun(a, token.head)


def _of_verb(a: Analysis, verb: int, head: int) -> Intention | None:
    above = a.tokens[head]
    asked = any(a.tokens[k].dep in {"dobj", "dative"} and k < verb for k in a.children[head])
    own = any(a.tokens[k].dep == "nsubj" for k in a.children[verb])
    group = verb_group(a, head)
    if above.lemma not in VERBS or asked or own or group.passive or group.modal:
        return None
    return Intention(base_of(above.text, above.lemma), subjects(a, head), "not" if group.negated else "")


def owned_intention(a: Analysis, noun: int) -> Intention | None:
    """What is said by "Maria Silva's offer", where an owner stands with the noun."""
    lemma = NOUNS.get(a.tokens[noun].lemma.lower())
    owners = [k for k in a.children[noun] if a.tokens[k].dep == "poss"]
    return Intention(lemma, owners) if lemma and owners else None


def _of_noun(a: Analysis, noun: int) -> Intention | None:
    token = a.tokens[noun]
    lemma = NOUNS.get(token.lemma.lower())
    if lemma is None:
        return None
    owners = [k for k in a.children[noun] if a.tokens[k].dep == "poss"]
    if owners:
        return Intention(lemma, owners)
    above = a.tokens[noun].head
    if token.dep == "dobj" and is_verb(a, above) and a.tokens[above].lemma in {"make", "announce", "have", "unveil"}:
        group = verb_group(a, above)
        return None if group.modal or group.negated else Intention(lemma, subjects(a, above))
    return None
