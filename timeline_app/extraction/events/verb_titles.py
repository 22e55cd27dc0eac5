"""Titles of what a clause tells: its subject, its verb in the present tense, and what follows."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_app.extraction.analysis import Analysis
from timeline_app.extraction.events.agreement import is_plural
from timeline_app.extraction.events.candidate import Candidate
from timeline_app.extraction.events.clauses import pieces_of, prepositional, said_forms
from timeline_app.extraction.events.complements import NEEDED
from timeline_app.extraction.events.doerless import without_doer
from timeline_app.extraction.events.edges import set_off
from timeline_app.extraction.events.expectations import is_meant
from timeline_app.extraction.events.factuality import verb_factuality
from timeline_app.extraction.events.grammar import objects, subjects, subjects_of_state
from timeline_app.extraction.events.intentions import Intention, intention_of, owned_intention
from timeline_app.extraction.events.joined_phrases import spoken_forms
from timeline_app.extraction.events.lexicon import lexicon
from timeline_app.extraction.events.participants import ActorIndex
from timeline_app.extraction.events.pieces import LAST, Piece, filled
from timeline_app.extraction.events.predicates import affirmed, feared, predicate, prefix_of, verb_base
from timeline_app.extraction.events.quoting import literal_forms, quotation_forms
from timeline_app.extraction.events.typography import listed
from timeline_app.extraction.events.verbs import RELATIVE_WORDS, SUBJECTS, is_verb, shade, verb_group
from timeline_app.model import ActorKind, Factuality, Participant, Role

#: Characters a title has at most, and those that what is not needed may fill.
ROOM, WELCOME, SUBJECT = 88, 76, 54
#: A few words behind these say what a subject is.
MEANT, FEW = frozenset({"of", "between"}), 4
WHO = frozenset({ActorKind.PERSON, ActorKind.ORGANIZATION, ActorKind.GROUP})
FIRST_PERSON = frozenset({"i", "we", "my", "our", "me", "us"})
#: A subject that denies by itself.
NOBODY = ("No ", "no ", "None ", "none ", "Nobody", "nobody", "No one", "no one", "Neither ", "neither ", "Nothing")
NO_ONE = frozenset({"nobody", "nothing", "none"})


def verb_title(
    a: Analysis,
    index: ActorIndex,
    candidate: Candidate,
    factuality: Factuality,
    participants: Sequence[Participant],
    *,
    by_itself: bool = False,
) -> str:
    """The title of what the clause of a trigger tells; "" where its words make none. `by_itself`: see `title_of`."""
    by_clause = candidate.noun and not candidate.light
    verb = candidate.verb if candidate.noun else candidate.head
    if not candidate.noun and candidate.verb != candidate.head and candidate.verb >= 0:
        return _state_title(a, index, candidate)
    intention = None if by_itself else intention_of(a, verb, factuality)
    if intention is not None:
        text = _intended(a, index, verb, intention)
        if text:
            return text
    group = candidate.group or verb_group(a, verb)
    heads = subject_heads(a, candidate)
    subject = _subject_forms(a, index, heads, verb)
    if not subject and not by_clause and not _has_subject(a, verb):
        subject = _known_subject(index, participants, passive=group.passive)
    if _town_before(a, heads):
        heads = heads[1:2]
    finite = predicate(
        a,
        verb,
        group,
        plural=is_plural(a, index, heads, subject[0] if subject else ""),
        factuality=_told_as(a, candidate, verb, factuality),
    )
    finite = feared(a, verb, finite)
    nobody = any(a.tokens[k].dep == "dobj" and a.tokens[k].text.lower() in NO_ONE for k in a.children[verb])
    if nobody or (subject and subject[0].startswith(NOBODY)):
        finite = affirmed(finite, plural=is_plural(a, index, heads, subject[0] if subject else ""))
    pieces = _behind(a, index, candidate, verb, passive=group.passive)
    if by_clause and not (subject and (pieces or group.passive)):
        return ""
    told_alone = not (subject or group.passive or candidate.light)
    if told_alone and (turned := without_doer(a, verb, factuality, pieces)):
        return filled(turned, ROOM, WELCOME)
    return _with_subject(subject, [Piece(verb, (finite,)), *pieces])


def _told_as(a: Analysis, candidate: Candidate, verb: int, factuality: Factuality) -> Factuality:
    """As what a title tells its verb: of "the report is expected" the expecting is no plan."""
    if is_meant(a, verb):
        return factuality if factuality is Factuality.DENIED else Factuality.HAPPENED
    return verb_factuality(a, lexicon(), verb) if candidate.noun and not candidate.light else factuality


def _with_subject(subject: Sequence[str], pieces: Sequence[Piece]) -> str:
    """A short subject first; a longer form of it where room remains."""
    short = [form for form in subject if len(form) <= SUBJECT] or list(subject[-1:])
    text = filled([Piece(-1, tuple(short)), *pieces], ROOM, WELCOME)
    for form in subject:
        more = form.removeprefix(short[0]).split() if short and form.startswith(short[0]) else []
        limit = ROOM if more and more[0] in MEANT and len(more) <= FEW else WELCOME
        if short and len(form) > len(short[0]) and len(form) + len(text) - len(short[0]) <= limit:
            return filled([Piece(-1, (form,)), *pieces], ROOM, WELCOME)
    return text


def _subject_forms(a: Analysis, index: ActorIndex, heads: Sequence[int], verb: int) -> list[str]:
    town = _town_before(a, heads)
    if town:
        return [f"{town}, {form}" for form in spoken_forms(a, index, heads[1:2], subject=True, without=verb)]
    return spoken_forms(a, index, heads, subject=True, without=verb)


def _town_before(a: Analysis, heads: Sequence[int]) -> str:
    """The town of "a Moscow, Russia judge", where parsers see two subjects."""
    if len(heads) < 2 or a.tokens[heads[0]].entity != "GPE" or a.tokens[heads[0] + 1].text != ",":
        return ""
    both = a.tokens[heads[0]].head == a.tokens[heads[1]].head and a.tokens[heads[1]].dep in SUBJECTS
    return a.tokens[heads[0]].text if both and a.tokens[heads[0] + 2].head == heads[1] else ""


def _has_subject(a: Analysis, verb: int) -> bool:
    return any(a.tokens[k].dep in SUBJECTS for k in a.children[verb])


def _known_subject(index: ActorIndex, participants: Sequence[Participant], *, passive: bool) -> list[str]:
    role = Role.PATIENT if passive else Role.AGENT
    filling = [index.actors[p.actor] for p in participants if p.role is role]
    said = listed([actor.name for actor in filling if actor.kind in WHO][:2])
    return [said] if said else []


def _state_title(a: Analysis, index: ActorIndex, candidate: Candidate) -> str:
    """What befell somebody, told by the word for it: "Three people dead", "Five found guilty of fraud"."""
    word, verb = candidate.head, candidate.verb
    subject = _subject_forms(a, index, subjects_of_state(a, word, verb), verb)
    behind = [
        Piece(k, tuple(prepositional(a, index, k)), 1)
        for k in (*a.children[word], *a.children[verb])
        if k > word and a.tokens[k].dep == "prep" and not set_off(a, k)
    ]
    above = a.tokens[verb]
    told = [Piece(verb, (above.text,))] if above.tag == "VBN" and above.lemma not in {"be", "report"} else []
    denied = [Piece(word - 1, ("not",))] if a.tokens[word - 1].text.lower() in {"not", "never"} else []
    return _with_subject(subject, [*told, *denied, Piece(word, (a.tokens[word].text,)), *behind])


def _intended(a: Analysis, index: ActorIndex, verb: int, intention: Intention) -> str:
    """Told by the word that the infinitive stands under: "Maria Silva attempts to win"."""
    subject = _subject_forms(a, index, intention.subjects, verb)
    if not subject:
        return ""
    plural = is_plural(a, index, intention.subjects, subject[0])
    finite = intention.words(plural=plural)
    pieces = [*_gap(a, index, verb), *pieces_of(a, index, verb)]
    base = f"{shade(a, verb)} {verb_base(a, verb)}".strip()
    return _with_subject(subject, [Piece(verb, (f"{finite} to {base}",)), *pieces])


def _gap(a: Analysis, index: ActorIndex, verb: int) -> list[Piece]:
    """The aircraft, of "the aircraft they intend to launch"."""
    at = verb
    while a.tokens[at].dep == "xcomp" and a.tokens[at].head != at:
        if _has_object(a, at):
            return []
        at = a.tokens[at].head
    heads = objects(a, at) if at != verb and a.tokens[at].dep == "relcl" else []
    forms = spoken_forms(a, index, heads, without=at)
    return [Piece(verb, tuple(forms))] if forms else []


def _behind(a: Analysis, index: ActorIndex, candidate: Candidate, verb: int, *, passive: bool) -> list[Piece]:
    """What follows the verb: its object and the rest of the clause, or what is said."""
    pieces = pieces_of(a, index, verb)
    said = [k for k in a.children[verb] if a.tokens[k].dep in {"ccomp", "parataxis"}]
    own_words = quotation_forms(a, verb) if candidate.statement else []
    if candidate.statement and (said or own_words):
        forms = [] if own_words else said_forms(a, index, verb)
        spoken = any(set(form.lower().split()) & FIRST_PERSON for form in forms)
        quoted = own_words or (literal_forms(a, verb) if spoken else forms)
        whom = [
            p
            for p in pieces
            if a.tokens[min(p.at, len(a.tokens) - 1)].dep in {"dobj", "dative", "prt"} and p.at != LAST
        ]
        return [*whom, Piece(LAST, tuple(quoted))] if quoted else whom
    if not passive and not candidate.noun and not _has_object(a, verb):
        heads = objects(a, verb)
        forms = spoken_forms(a, index, heads, without=verb)
        if forms:
            word = _stranded(a, verb)
            forms = [f"{word} {form}" for form in forms] if word else forms
            pieces = [Piece(verb, tuple(forms)), *pieces]
    return pieces


def _stranded(a: Analysis, verb: int) -> str:
    """The "on" of "the case on which the court ruled"."""
    for k in a.children[verb]:
        which = [p for p in a.children[k] if a.tokens[p].dep == "pobj" and a.tokens[p].tag in {"WDT", "WP"}]
        if a.tokens[k].dep == "prep" and which and a.tokens[verb].dep == "relcl":
            return a.tokens[k].text.lower()
    return ""


def subject_heads(a: Analysis, candidate: Candidate) -> list[int]:
    """Heads of the phrases that a title of this event begins with."""
    verb = candidate.verb if candidate.noun else candidate.head
    passive = candidate.group is not None and candidate.group.passive
    if candidate.light and a.tokens[candidate.head].dep in SUBJECTS:
        return [candidate.head]
    by_clause = candidate.noun and not candidate.light
    heads = subjects(a, verb) if by_clause or passive else candidate.agents or _own_subjects(a, verb)
    if not heads and verb >= 0 and prefix_of(a, verb) and is_verb(a, verb - 2):
        return subjects(a, verb - 2)  # "authorities re-opened", where "re" was taken for the verb
    return heads or _behind_place(a, verb)


def owner_intends(a: Analysis, index: ActorIndex, candidate: Candidate) -> str:
    """The sentence "Maria Silva offers to resign" for "Maria Silva's offer to resign"."""
    for k in a.children[candidate.head]:
        if a.tokens[k].dep == "acl" and k > candidate.head:
            intention = owned_intention(a, candidate.head)
            return _intended(a, index, k, intention) if intention is not None and _has_to(a, k) else ""
    return ""


def _has_to(a: Analysis, verb: int) -> bool:
    return any(a.tokens[k].text.lower() == "to" and a.tokens[k].dep == "aux" for k in a.children[verb])


def _own_subjects(a: Analysis, verb: int) -> list[int]:
    own = [k for k in a.children[verb] if a.tokens[k].dep in SUBJECTS and a.tokens[k].pos in {"NOUN", "PROPN"}]
    return own if verb >= 0 else []


def _behind_place(a: Analysis, verb: int) -> list[int]:
    """The person of "In Spain, Carlos Medina was arrested", whom parsers join to the place."""
    if verb < 0 or a.tokens[verb].dep != "ROOT" or _has_subject(a, verb):
        return []
    first = a.sentences[a.tokens[verb].sentence].first
    for token in a.tokens[first:verb]:
        joined = token.dep == "conj" and token.entity == "PERSON"
        if joined and a.tokens[token.head].entity == "GPE" and a.tokens[token.head].dep == "pobj":
            return [token.i]
    return []


def _has_object(a: Analysis, verb: int) -> bool:
    return any(a.tokens[k].dep in NEEDED and a.tokens[k].text.lower() not in RELATIVE_WORDS for k in a.children[verb])
