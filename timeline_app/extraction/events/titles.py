"""A title as a news chronology has it: a short clause in the present tense."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_app.extraction.analysis import Analysis
from timeline_app.extraction.events.candidates import Candidate
from timeline_app.extraction.events.grammar import CLAUSES, phrase, with_conjuncts
from timeline_app.extraction.events.inflection import third_person
from timeline_app.extraction.events.participants import ActorIndex
from timeline_app.model import ActorKind, Factuality, MentionForm, Participant, Role

MAX_WORDS = 12
MAX_PHRASE = 7
DROPPED_DETERMINERS = frozenset({"a", "an", "the", "this", "these", "that", "those"})
PRONOUNS = frozenset(
    "he she they it who which that him her them we i you his their its one".split(),
)


def title_of(
    a: Analysis,
    index: ActorIndex,
    candidate: Candidate,
    factuality: Factuality,
    participants: Sequence[Participant] = (),
) -> str:
    """The title of an event; always a few words, with a capital letter."""
    words = _noun_title(a, index, candidate, participants) if candidate.noun and not candidate.light else None
    if words is None:
        words = _verb_title(a, index, candidate, factuality)
    text = _tidy(" ".join(w for w in words if w))
    if candidate.noun and factuality is Factuality.POSSIBLE and not text.lower().startswith(("possible", "potential")):
        text = f"Possible {text}"
    if candidate.noun and factuality is Factuality.PLANNED and not text.lower().startswith(("planned", "upcoming")):
        text = f"Planned {text}"
    return text[:1].upper() + text[1:] if text else a.tokens[candidate.head].text.capitalize()


def title_by_participle(
    a: Analysis, index: ActorIndex, candidate: Candidate, participants: Sequence[Participant]
) -> str:
    """A title for what a noun tells, where a participle says whom it befell: "the released hostages, X and Y"."""
    people = [
        index.actors[p.actor].name
        for p in participants
        if p.role is Role.PATIENT and index.actors[p.actor].kind is ActorKind.PERSON
    ]
    return f"{_listed(people[:3])} {a.tokens[candidate.head].text.lower()}" if people else ""


def _verb_title(a: Analysis, index: ActorIndex, candidate: Candidate, factuality: Factuality) -> list[str]:
    verb = candidate.verb if candidate.light else candidate.head
    token, group = a.tokens[verb], candidate.group
    passive = group is not None and group.passive
    subject = candidate.patients if passive else candidate.agents
    if candidate.light:
        subject = candidate.agents
    said = _subject(a, index, subject)
    if candidate.light and passive and not said:
        return [_phrase_words(a, index, candidate.head), token.text]
    plural = len(subject) > 1 or _is_plural(a, subject)
    if not candidate.noun and candidate.verb != candidate.head:  # "was dead"
        return [said, token.text]
    finite = _predicate(
        token.text, token.lemma, passive=passive and not candidate.light, plural=plural, factuality=factuality
    )
    particle = [a.tokens[k].text for k in a.children[verb] if a.tokens[k].dep == "prt"]
    budget = MAX_WORDS - len(said.split()) - 1
    tail = _tail(a, index, verb, passive=passive, budget=budget)
    if candidate.statement:
        tail += _said(a, verb, budget - len(" ".join(tail).split()))
    if not said and not passive:
        return [*_bare(finite, token.text), *particle, *tail]
    return [said, finite, *particle, *tail]


def _bare(finite: str, text: str) -> list[str]:
    return [finite or text]


def _predicate(text: str, lemma: str, *, passive: bool, plural: bool, factuality: Factuality) -> str:
    base = "be" if lemma == "be" else lemma.lower()
    if passive:
        return {
            Factuality.PLANNED: f"to be {text}",
            Factuality.POSSIBLE: f"may be {text}",
            Factuality.DENIED: f"not {text}",
        }.get(factuality, text)
    return {
        Factuality.PLANNED: f"to {base}",
        Factuality.POSSIBLE: f"may {base}",
        Factuality.DENIED: f"{'do' if plural else 'does'} not {base}",
    }.get(factuality, base if plural else third_person(base))


def _is_plural(a: Analysis, heads: Sequence[int]) -> bool:
    return bool(heads) and (
        a.tokens[heads[0]].tag in {"NNS", "NNPS"} or a.tokens[heads[0]].text.lower() in {"they", "we", "you", "people"}
    )


def _subject(a: Analysis, index: ActorIndex, heads: Sequence[int]) -> str:
    names = [name for name in (_phrase_words(a, index, head) for head in heads[:3]) if name]
    names = list(dict.fromkeys(names))
    return _listed(names)


def _phrase_words(a: Analysis, index: ActorIndex, head: int, limit: int = MAX_PHRASE) -> str:
    """A noun phrase for a title: an actor's own name where it is one, else its words without the article."""
    token = a.tokens[head]
    named = [m for m in index.mentions_at(head) if m.form is MentionForm.NAME or token.text.lower() in PRONOUNS]
    if token.text.lower() in PRONOUNS:
        actors = index.in_phrase(head)
        return " and ".join(index.actors[actor].name for actor in actors[:3])
    if named and index.actors[named[0].actor].kind is ActorKind.PERSON:
        return index.actors[named[0].actor].name
    people = _people_beside(a, index, head)
    if people:
        return people
    tokens = [i for i in phrase(a, head) if a.tokens[i].dep not in {"punct"} or _inner(a, i)]
    if token.dep == "poss" and a.tokens[tokens[-1]].dep == "case":
        tokens.pop()
    tokens = [i for i in tokens if not _under_apposition(a, i, head)]
    words = _clipped(a, tokens, head, limit)
    if words and a.tokens[words[0]].text.lower() in DROPPED_DETERMINERS:
        words = words[1:]
    return _spelled(a, words)


def _people_beside(a: Analysis, index: ActorIndex, head: int) -> str:
    """The people that an apposition names: "the released hostages, Judith and Natalie Raanan"."""
    for k in a.children[head]:
        if a.tokens[k].dep == "appos" and a.tokens[head].pos == "NOUN":
            actors = [x for i in a.subtree(k) for x in (m.actor for m in index.mentions_at(i))]
            people = [x for x in dict.fromkeys(actors) if index.actors[x].kind is ActorKind.PERSON]
            if people:
                return _listed([index.actors[x].name for x in people[:3]])
    return ""


def _listed(names: Sequence[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)


def _inner(a: Analysis, i: int) -> bool:
    return a.tokens[i].text in {"-", "’", "'", "/", "–"}


def _under_apposition(a: Analysis, i: int, head: int) -> bool:
    at = i
    while at != head:
        if a.tokens[at].dep in {"appos"} | CLAUSES:
            return True
        if a.tokens[at].head == at:
            return False
        at = a.tokens[at].head
    return False


def _clipped(a: Analysis, tokens: list[int], head: int, limit: int) -> list[int]:
    """At most `limit` words, cut before a preposition behind the head."""
    if len(tokens) <= limit:
        return tokens
    cut = [i for i in tokens if i <= head]
    for i in tokens:
        if i > head and a.tokens[i].dep == "prep" and len(cut) >= limit:
            break
        if i > head:
            cut.append(i)
    if len(cut) > limit + 3:
        cut = [i for i in cut if i <= head][-limit:]
    return cut


def _spelled(a: Analysis, tokens: Sequence[int]) -> str:
    """The words as written, with white space only where the text has it."""
    text = ""
    for i in tokens:
        token = a.tokens[i]
        glued = i > 0 and a.tokens[i - 1].end == token.start and i - 1 in tokens
        text += token.text if glued or not text else f" {token.text}"
    return text


def _tail(a: Analysis, index: ActorIndex, verb: int, *, passive: bool, budget: int) -> list[str]:
    """Object, then by-phrase, then the first prepositional phrases and infinitive, as long as words remain."""
    parts: list[str] = []
    left = budget
    for k in a.children[verb]:
        if k < verb or left <= 1:
            continue
        words = _part(a, index, k, passive=passive)
        if words and len(words.split()) <= max(left, 3 if not parts else 0):
            parts.append(words)
            left -= len(words.split())
    return parts


def _part(a: Analysis, index: ActorIndex, k: int, *, passive: bool) -> str:
    token = a.tokens[k]
    if token.dep in {"dobj", "dative", "attr", "oprd", "acomp"} and token.pos != "ADP":
        return _subject(a, index, with_conjuncts(a, k))
    if token.dep in {"prep", "agent", "dative"} and token.pos in {"ADP", "SCONJ"}:
        heads = [p for p in a.children[k] if a.tokens[p].dep == "pobj"]
        if not heads or a.tokens[heads[0]].entity in {"DATE", "TIME"}:
            return ""
        words = _subject(a, index, with_conjuncts(a, heads[0]))
        return f"{token.text.lower()} {words}" if words else ""
    if token.dep == "xcomp" and token.tag == "VB":
        objects = [p for p in a.children[k] if a.tokens[p].dep in {"dobj", "prt"} or (a.tokens[p].dep == "prep")]
        following = [w for w in (_part(a, index, p, passive=passive) or _particle(a, p) for p in objects) if w]
        return " ".join(["to", token.text, *following])
    return ""


def _said(a: Analysis, verb: int, budget: int) -> list[str]:
    """The first words of what is said, where it follows the verb."""
    for k in a.children[verb]:
        if a.tokens[k].dep in {"ccomp", "parataxis"} and budget >= 4:
            aside = set(a.subtree(verb)) - set(a.subtree(k)) if k < verb else set()
            words = [i for i in a.subtree(k) if (a.tokens[i].dep not in {"punct", "mark"}) or _inner(a, i)]
            return [_spelled(a, [i for i in words if i not in aside][:budget])]
    return []


def _particle(a: Analysis, i: int) -> str:
    return a.tokens[i].text if a.tokens[i].dep == "prt" else ""


def _noun_title(
    a: Analysis, index: ActorIndex, candidate: Candidate, participants: Sequence[Participant]
) -> list[str] | None:
    """The noun phrase itself: "Attack on two US navy ships"."""
    words = _phrase_words(a, index, candidate.head, limit=MAX_WORDS - 2)
    if len(words.split()) > 1 or not participants:
        return [words] if words else None
    for role, preposition in ((Role.PATIENT, "of"), (Role.AGENT, "by"), (Role.OTHER, "involving")):
        names = [index.actors[p.actor].name for p in participants if p.role is role]
        if names:
            return [words, preposition, _listed(names[:3])]
    return [words]


def _tidy(text: str) -> str:
    for mark in (" ,", " .", " ;", " :", " ’s", " 's", " )", "( "):
        text = text.replace(mark, mark.strip())
    return " ".join(text.split()).strip(' ,;:-–—"“”')
