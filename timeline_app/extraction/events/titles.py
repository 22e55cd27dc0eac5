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
from timeline_app.extraction.events.typography import capital, tidy
from timeline_app.extraction.events.verbs import is_particle
from timeline_app.model import ActorKind, Factuality, MentionForm, Participant, Role

MAX_WORDS = 12
#: A subject of more words is said more shortly, and so many words at least stay for what follows the verb.
LONG_SUBJECT = 6
LEAST_BEHIND = 5
LEAST_SAID_ROOM = 8
#: Parts of a clause that a happening is told by as a whole: "the tower caught fire", "a tsunami struck the coast".
CORE = frozenset({"nsubj", "nsubjpass", "dobj"})
WHERE = frozenset({"in", "at", "near", "off", "outside"})
WHO = frozenset({ActorKind.PERSON, ActorKind.ORGANIZATION, ActorKind.GROUP})
FIRST_PERSON = frozenset({"i", "we", "my", "our", "me", "us"})
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
    words = _verb_title(a, index, candidate, factuality, participants) if clause else []
    if not words:
        clause = False
        words = _noun_title(a, index, candidate, participants)
    text = tidy(" ".join(w for w in words if w))
    if candidate.noun and not clause and factuality is Factuality.POSSIBLE:
        text = text if text.lower().startswith(("possible", "potential")) else f"Possible {_small(a, candidate, text)}"
    if candidate.noun and not clause and factuality is Factuality.PLANNED:
        text = text if text.lower().startswith(("planned", "upcoming")) else f"Planned {_small(a, candidate, text)}"
    return capital(text) if text else a.tokens[candidate.head].text.capitalize()


def _small(a: Analysis, candidate: Candidate, text: str) -> str:
    own = a.tokens[candidate.head].text
    return text[:1].lower() + text[1:] if text.split(maxsplit=1)[0].lower() == own.lower() and own.islower() else text


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
    verb = candidate.verb
    led_to = token.dep == "pobj" and a.tokens[token.head].head == verb
    led_to = led_to and all(a.tokens[k].dep == "det" for k in a.children[candidate.head])
    if verb < 0 or not (led_to or (token.head == verb and token.dep in CORE)):
        return False
    if a.tokens[candidate.verb].lemma in lexicon().say:
        return False
    own = [a.tokens[k] for k in a.children[candidate.head]]
    return not any(k.dep == "prep" or (k.dep == "poss" and k.entity != "DATE") for k in own)


def _verb_title(
    a: Analysis,
    index: ActorIndex,
    candidate: Candidate,
    factuality: Factuality,
    participants: Sequence[Participant],
) -> list[str]:
    by_clause = candidate.noun and not candidate.light
    verb = candidate.verb if candidate.noun else candidate.head
    token, group = a.tokens[verb], candidate.group
    passive = group is not None and group.passive and not (candidate.noun and not by_clause)
    heads = _subject_heads(a, candidate, by_clause=by_clause, passive=passive)
    said = spoken(a, index, heads, subject=True)
    if len(said.split()) > LONG_SUBJECT:
        shorter = spoken(a, index, heads, subject=True, limit=4)
        said = shorter if len(shorter.split()) > 1 else said
    if not said and not by_clause:
        role = Role.PATIENT if passive else Role.AGENT
        filling = [index.actors[p.actor] for p in participants if p.role is role]
        said = listed([actor.name for actor in filling if actor.kind in WHO][:2])
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
    tail = _behind(a, index, candidate, verb, passive=passive, budget=budget)
    if by_clause and not (said and (any(tail) or particle)) and not passive:
        return []
    return [said, finite, *particle, *tail]


def _behind(
    a: Analysis, index: ActorIndex, candidate: Candidate, verb: int, *, passive: bool, budget: int
) -> list[str]:
    """What follows the verb: its object and the rest of the clause, or what is said."""
    if candidate.statement:
        whom = [spoken(a, index, [k]) for k in a.children[verb] if a.tokens[k].dep == "dobj" and k > verb]
        said = said_words(a, index, verb, max(budget - len(" ".join(whom).split()), LEAST_SAID_ROOM))
        if said:
            spoke = set(said[0].lower().split()) & FIRST_PERSON
            return [*whom, f"“{said[0]}”" if spoke else said[0]]
    tail = tail_of(a, index, verb, budget=budget)
    if not passive and not candidate.noun and not _has_object(a, verb):
        tail = [spoken(a, index, objects(a, verb)), *tail]
    return tail if any(tail) else said_words(a, index, verb, budget, before=False)


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
    whole = any(" and " in index.actors[m.actor].name for m in index.mentions_at(heads[0]))
    joined = len(heads) > 1 or any(a.tokens[k].dep == "conj" for k in a.children[heads[0]])
    if joined and " and " in said and not whole:
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
        chosen = [index.actors[p.actor] for p in named if p.role in roles]
        names = [actor.name for actor in chosen if actor.kind in WHO or preposition != "by"]
        if names and len(words.split()) <= (1 if preposition == "of" else 2):
            return [words, preposition, listed(names[:3])]
    places = [index.actors[p.actor] for p in named if p.role is Role.OTHER]
    there = [actor.name for actor in places if _is_where(a, index, candidate, actor.id)]
    if there and len(there) == len(places):
        return [words, "in", there[0]]
    if len(words.split()) > 1 or not places:
        return [words]
    return [words, "involving", listed([actor.name for actor in places][:3])]


def _is_where(a: Analysis, index: ActorIndex, candidate: Candidate, actor: str) -> bool:
    """Whether "in" or "near" that actor is said of the trigger or of its clause."""
    heads = {candidate.head, candidate.verb}
    return any(
        mention.actor == actor
        for token in a.words(a.sentences[candidate.sentence])
        if a.tokens[token.head].text.lower() in WHERE and a.tokens[token.head].head in heads
        for mention in index.mentions_at(token.i)
    )


def _says(words: str, name: str) -> bool:
    return bool(set(re.findall(r"\w{3,}", name.lower())) & set(re.findall(r"\w{3,}", words.lower())))
