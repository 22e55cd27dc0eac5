"""A title as a news chronology has it: a short clause in the present tense."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline_app.extraction.analysis import Analysis
from timeline_app.extraction.events.candidates import Candidate
from timeline_app.extraction.events.clauses import said_words, tail_of
from timeline_app.extraction.events.factuality import verb_factuality
from timeline_app.extraction.events.grammar import objects, subjects
from timeline_app.extraction.events.inflection import base_of, third_person
from timeline_app.extraction.events.lexicon import lexicon
from timeline_app.extraction.events.participants import ActorIndex
from timeline_app.extraction.events.phrases import listed, phrase_words, spoken
from timeline_app.extraction.events.verbs import is_particle
from timeline_app.model import ActorKind, Factuality, MentionForm, Participant, Role

MAX_WORDS = 12
#: A subject of more words is said more shortly, and so many words at least stay for what follows the verb.
LONG_SUBJECT = 6
LEAST_BEHIND = 5
#: Parts of a clause that a happening is told by as a whole: "the tower caught fire", "a tsunami struck the coast".
CORE = frozenset({"nsubj", "nsubjpass", "dobj"})
WHERE = frozenset({"in", "at", "near", "off", "outside"})
PLURALS = frozenset({"they", "we", "you", "people", "police", "both", "others", "some", "several", "many"})


def title_of(
    a: Analysis,
    index: ActorIndex,
    candidate: Candidate,
    factuality: Factuality,
    participants: Sequence[Participant] = (),
    *,
    by_itself: bool = False,
) -> str:
    """The title of an event; always a few words, with a capital letter. `by_itself`: a noun not told by its clause."""
    clause = not candidate.noun or candidate.light or (not by_itself and _told_by_its_clause(a, candidate))
    words = _verb_title(a, index, candidate, factuality) if clause else []
    if not words:
        clause = False
        words = _noun_title(a, index, candidate, participants)
    text = tidy(" ".join(w for w in words if w))
    if candidate.noun and not clause and factuality is Factuality.POSSIBLE:
        text = text if text.lower().startswith(("possible", "potential")) else f"Possible {_small(a, candidate, text)}"
    if candidate.noun and not clause and factuality is Factuality.PLANNED:
        text = text if text.lower().startswith(("planned", "upcoming")) else f"Planned {_small(a, candidate, text)}"
    return capital(text) if text else a.tokens[candidate.head].text.capitalize()


def says_little(a: Analysis, index: ActorIndex, candidate: Candidate, title: str) -> bool:
    """Whether a title leaves the reader asking: one word, no subject or object, saying without what is said."""
    words = title.lower().split()
    if len(words) < 2 or "involving" in words:
        return True
    verb = candidate.verb if candidate.noun and candidate.verb >= 0 else candidate.head
    token = a.tokens[verb]
    own = {token.text.lower(), token.lemma.lower(), third_person(token.lemma.lower())}
    if candidate.noun and not candidate.light:
        below = {a.tokens[k].dep for k in a.children[candidate.head]}
        occurs = len(words) == 2 and token.lemma in lexicon().occurring and words[1] in own
        return occurs or (len(words) < 3 and not below & {"prep", "poss"} and title[1:].islower())
    if words[0] in {*own, "may", "to"}:
        return True
    below = {a.tokens[k].dep for k in a.children[verb]}
    if words[-1] in own and below & {"dobj", "xcomp", "ccomp", "oprd"}:
        return True
    return candidate.statement and "dobj" not in below and not said_words(a, index, verb, MAX_WORDS)


def _small(a: Analysis, candidate: Candidate, text: str) -> str:
    own = a.tokens[candidate.head].text
    return text[:1].lower() + text[1:] if text.split(maxsplit=1)[0].lower() == own.lower() and own.islower() else text


def capital(text: str) -> str:
    """With a capital letter, but for words that have one within ("iPhone")."""
    first = text.split(maxsplit=1)[0] if text else ""
    return text if any(letter.isupper() for letter in first[1:]) else text[:1].upper() + text[1:]


def title_by_participle(
    a: Analysis, index: ActorIndex, candidate: Candidate, participants: Sequence[Participant]
) -> str:
    """A title for what a noun tells, where a participle says whom it befell: "the released hostages, X and Y"."""
    people = [
        index.actors[p.actor].name
        for p in participants
        if p.role is Role.PATIENT and index.actors[p.actor].kind is ActorKind.PERSON
    ]
    return f"{listed(people[:3])} {a.tokens[candidate.head].text.lower()}" if people else ""


def _told_by_its_clause(a: Analysis, candidate: Candidate) -> bool:
    """Whether a noun without words of its own is the subject or object of a clause that tells more."""
    token = a.tokens[candidate.head]
    if candidate.verb < 0 or token.head != candidate.verb or token.dep not in CORE:
        return False
    if a.tokens[candidate.verb].lemma in lexicon().say:
        return False
    own = [a.tokens[k] for k in a.children[candidate.head]]
    return not any(k.dep == "prep" or (k.dep == "poss" and k.entity != "DATE") for k in own)


def _verb_title(a: Analysis, index: ActorIndex, candidate: Candidate, factuality: Factuality) -> list[str]:
    by_clause = candidate.noun and not candidate.light
    verb = candidate.verb if candidate.noun else candidate.head
    token, group = a.tokens[verb], candidate.group
    passive = group is not None and group.passive and not (candidate.noun and not by_clause)
    heads = _subject_heads(a, candidate, by_clause=by_clause, passive=passive)
    said = spoken(a, index, heads, subject=True)
    if len(said.split()) > LONG_SUBJECT:
        said = spoken(a, index, heads, subject=True, limit=4)
    if candidate.light and group is not None and group.passive:
        tail = tail_of(a, index, verb, budget=MAX_WORDS // 2)
        return [phrase_words(a, index, candidate.head, event=True), token.text, *tail]
    if not candidate.noun and candidate.verb != candidate.head:  # "was dead"
        return [said, a.tokens[candidate.head].text]
    finite = _predicate(
        _prefix(a, verb),
        token.text,
        base_of(token.text, token.lemma),
        passive=passive,
        plural=_is_plural(a, index, heads, said),
        factuality=verb_factuality(a, lexicon(), verb) if by_clause else factuality,
    )
    particle = [a.tokens[k].text for k in a.children[verb] if is_particle(a, verb, k)]
    budget = max(MAX_WORDS - len(said.split()) - 1, LEAST_BEHIND)
    tail = tail_of(a, index, verb, budget=budget)
    if not passive and not candidate.noun and not _has_object(a, verb):
        tail = [spoken(a, index, objects(a, verb)), *tail]
    if candidate.statement or not any(tail):
        tail += said_words(a, index, verb, budget - len(" ".join(tail).split()))
    if by_clause and not (said and any(tail)) and not passive:
        return []
    return [said, finite, *particle, *tail]


def _subject_heads(a: Analysis, candidate: Candidate, *, by_clause: bool, passive: bool) -> list[int]:
    if by_clause:
        return subjects(a, candidate.verb)
    if candidate.light:
        return candidate.agents
    return subjects(a, candidate.head) if passive else candidate.agents


def _has_object(a: Analysis, verb: int) -> bool:
    return any(a.tokens[k].dep in {"dobj", "obj"} and a.tokens[k].tag not in {"WDT", "WP"} for k in a.children[verb])


def _prefix(a: Analysis, verb: int) -> str:
    """The "re-" of "re-opened", which stands as words of its own."""
    if verb >= 2 and a.tokens[verb - 1].text == "-" and a.tokens[verb - 1].end == a.tokens[verb].start:
        before = a.tokens[verb - 2]
        return f"{before.text.lower()}-" if before.end == a.tokens[verb - 1].start and len(before.text) <= 4 else ""
    return ""


def _predicate(prefix: str, text: str, lemma: str, *, passive: bool, plural: bool, factuality: Factuality) -> str:
    base = "be" if lemma == "be" else lemma.lower()
    text = prefix + text
    if passive:
        return {
            Factuality.PLANNED: f"to be {text}",
            Factuality.POSSIBLE: f"may be {text}",
            Factuality.DENIED: f"not {text}",
        }.get(factuality, text)
    return {
        Factuality.PLANNED: f"to {prefix}{base}",
        Factuality.POSSIBLE: f"may {prefix}{base}",
        Factuality.DENIED: f"{'do' if plural else 'does'} not {prefix}{base}",
    }.get(factuality, prefix + (base if plural else third_person(base)))


def _is_plural(a: Analysis, index: ActorIndex, heads: Sequence[int], said: str) -> bool:
    """Whether the subject takes a plural verb; one firm or person is one, whatever its name ends in."""
    if not heads:
        return False
    token = a.tokens[heads[0]]
    if len(heads) > 1 and " and " in said:
        return True
    meant = index.antecedents.heads(heads[0])
    if meant:
        return _is_plural(a, index, meant, said)
    for mention in index.mentions_at(heads[0]):
        actor = index.actors[mention.actor]
        people = token.text.endswith("s") and not actor.name.endswith("s") and actor.kind is not ActorKind.PERSON
        if mention.form is MentionForm.NAME and not people and (token.pos == "PROPN" or actor.kind is ActorKind.PERSON):
            return False
    numbers = [a.tokens[k] for k in a.children[heads[0]] if a.tokens[k].dep == "nummod"]
    counted = any(number.text.lower() not in {"one", "1"} and number.entity != "DATE" for number in numbers)
    word = token.text.lower()
    return token.tag in {"NNS", "NNPS"} or word in PLURALS or (token.pos == "NUM" and word != "one") or counted


def _noun_title(a: Analysis, index: ActorIndex, candidate: Candidate, participants: Sequence[Participant]) -> list[str]:
    """The noun phrase itself: "Attack on two US navy ships"; with whom or where, if it says nothing by itself."""
    words = phrase_words(a, index, candidate.head, limit=MAX_WORDS - 2, subject=True, event=True)
    own = {a.tokens[k].dep for k in a.children[candidate.head]}
    if own & {"prep", "poss"} or not participants:
        return [words]
    named = [p for p in participants if not _says(words, index.actors[p.actor].name)]
    natural = lexicon().topics.get(candidate.family) == "disaster"
    for roles, preposition in (({Role.PATIENT}, "of"), ({Role.AGENT}, "in" if natural else "by")):
        names = [index.actors[p.actor].name for p in named if p.role in roles]
        if names and not (preposition == "of" and len(words.split()) > 2):
            return [words, preposition, listed(names[:3])]
    places = [index.actors[p.actor] for p in named if p.role is Role.OTHER]
    there = [actor.name for actor in places if _is_where(a, index, candidate, actor.id)]
    if there and len(there) == len(places):
        return [words, "in", there[0]]
    if len(words.split()) > 1:
        return [words]
    return [words, "involving", listed([actor.name for actor in places][:3])]


def _is_where(a: Analysis, index: ActorIndex, candidate: Candidate, actor: str) -> bool:
    """Whether the sentence says "in" or "near" that actor."""
    return any(
        mention.actor == actor and a.tokens[token.head].text.lower() in WHERE
        for token in a.words(a.sentences[candidate.sentence])
        for mention in index.mentions_at(token.i)
    )


def _says(words: str, name: str) -> bool:
    return bool(set(re.findall(r"\w{3,}", name.lower())) & set(re.findall(r"\w{3,}", words.lower())))


def tidy(text: str) -> str:
    """White space and marks as print has them."""
    for mark in (" ,", " .", " ;", " :", " ’s", " 's", " )", "( "):
        text = text.replace(mark, mark.strip())
    text = text.replace("[", "").replace("]", "")
    text = re.sub(r"([$£€]) (?=\d)", r"\1", re.sub(r"(\d) %", r"\1%", text))
    return re.sub(r"['’]s$", "", " ".join(text.split()).strip(' ,;:-–—"“”`'))
