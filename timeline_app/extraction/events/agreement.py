"""Whether the subject of a title takes a plural verb."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_app.extraction.analysis import Analysis
from timeline_app.extraction.events.participants import ActorIndex
from timeline_app.model import ActorKind, MentionForm

PLURALS = frozenset(
    {"they", "we", "you", "people", "police", "both", "others", "some", "several", "many", "thousands", "those"}
)
#: "a number of people", "a group of men": the verb goes with what follows "of".
AMOUNTS = frozenset(
    {"number", "majority", "handful", "dozen", "couple", "lot", "%", "percent", "half", "third", "rest"}
)

#: "half of the clinics": so also without an article.
PARTS = frozenset({"half", "most", "rest", "part", "third", "quarter"})


def _by_the_text(a: Analysis, head: int) -> str:
    """The number that the verb of the text has: "have", "are", "were" or "has", "is", "was"."""
    verb = a.tokens[head].head
    if a.tokens[head].dep not in {"nsubj", "nsubjpass"}:
        return ""
    for k in (*a.children[verb], verb):
        word = a.tokens[k].text.lower()
        if k == verb or a.tokens[k].dep in {"aux", "auxpass"}:
            if word in {"have", "are", "were", "do"}:
                return "plural"
            if word in {"has", "is", "was", "does"}:
                return "singular"
    return ""


def _by_its_name(a: Analysis, index: ActorIndex, head: int) -> bool | None:
    """Whether a name is of many: persons and firms are one, groups of people many; None for what is no name."""
    token = a.tokens[head]
    if token.tag == "NNPS" and token.text.endswith("s") and _by_the_text(a, head) == "plural":
        return True  # "the Predators have lost"
    for mention in index.mentions_at(head):
        actor = index.actors[mention.actor]
        if mention.form is not MentionForm.NAME:
            continue
        if actor.kind is ActorKind.PERSON:
            return False
        if token.tag == "NNPS" and (token.entity == "NORP" or actor.kind is ActorKind.GROUP):
            return True
        if token.pos == "PROPN" and not (token.text.endswith("s") and not actor.name.endswith("s")):
            return False
    return None


def is_plural(a: Analysis, index: ActorIndex, heads: Sequence[int], said: str) -> bool:
    """Whether the subject takes a plural verb; one firm or person is one, whatever its name ends in."""
    if not heads:
        return " and " in said
    if any(actor.name == said and actor.kind is ActorKind.PERSON for actor in index.actors.values()):
        return False
    head = heads[0]
    token = a.tokens[head]
    if " and " in said and len(heads) == 1 and _by_the_text(a, head):
        return _by_the_text(a, head) == "plural"
    whole = any(" and " in index.actors[m.actor].name for m in index.mentions_at(head))
    joined = len(heads) > 1 or any(a.tokens[k].dep == "conj" and k > head for k in a.children[head])
    apart = len(heads) > 1 and a.tokens[heads[1]].dep != "conj" and a.tokens[head].entity == "GPE"
    apart = apart and " and " not in said
    if apart:
        return is_plural(a, index, heads[1:], said)
    if joined and " and " in said and not whole:
        return True
    if token.pos == "PRON" and index.mentions_at(head):
        meant_actor = index.actors[index.mentions_at(head)[0].actor]
        many = meant_actor.kind is not ActorKind.PERSON and meant_actor.name.endswith("s")
        return many and token.text.lower() == "they"
    meant = index.antecedents.heads(head)
    if meant:
        return is_plural(a, index, meant, said)
    amount = token.lemma.lower() in AMOUNTS and any(a.tokens[k].text == "a" for k in a.children[head])
    amount = amount or token.lemma.lower() in PARTS
    if amount or token.text == "%":
        counted = [p for k in a.children[head] if a.tokens[k].text == "of" for p in a.children[k]]
        if counted:
            return a.tokens[counted[0]].tag in {"NNS", "NNPS"} or a.tokens[counted[0]].text.lower() in PLURALS
    named = _by_its_name(a, index, head)
    if named is not None:
        return named
    # The number of a name counts nothing: "the FTSE 100 index".
    numbers = [
        a.tokens[k] for k in a.children[head] if a.tokens[k].dep == "nummod" and a.tokens[max(k - 1, 0)].pos != "PROPN"
    ]
    counted_one = any(number.text.lower() not in {"one", "1"} and number.entity != "DATE" for number in numbers)
    word = token.text.lower()
    # "The peso" is often taken for many.
    many = token.tag in {"NNS", "NNPS"} and not word.endswith(("o", "um", "us"))
    return many or word in PLURALS or (token.pos == "NUM" and word != "one") or counted_one
