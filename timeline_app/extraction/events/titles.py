"""A title as a news chronology has it: a short clause in the present tense."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_app.extraction.analysis import Analysis
from timeline_app.extraction.blocks import BlockKind
from timeline_app.extraction.events.agreement import is_plural
from timeline_app.extraction.events.candidates import Candidate
from timeline_app.extraction.events.clauses import pieces_of, prepositional, said_forms
from timeline_app.extraction.events.complements import NEEDED
from timeline_app.extraction.events.doerless import without_doer
from timeline_app.extraction.events.factuality import verb_factuality
from timeline_app.extraction.events.grammar import objects, subjects, subjects_of_state
from timeline_app.extraction.events.intentions import Intention, intention_of, owned_intention
from timeline_app.extraction.events.lexicon import lexicon
from timeline_app.extraction.events.modifiers import set_off
from timeline_app.extraction.events.noun_titles import noun_title
from timeline_app.extraction.events.participants import ActorIndex
from timeline_app.extraction.events.phrases import listed, spoken_forms
from timeline_app.extraction.events.pieces import LAST, Piece, filled
from timeline_app.extraction.events.predicates import affirmed, feared, predicate, prefix_of, verb_base
from timeline_app.extraction.events.typography import capital, tidy, without_article
from timeline_app.extraction.events.verbs import RELATIVE_WORDS, SUBJECTS, is_verb, shade, verb_group
from timeline_app.model import ActorKind, Factuality, Participant, Role

#: Characters a title has at most, and those that what is not needed may fill.
ROOM, WELCOME, SUBJECT, HEADLINE = 88, 76, 54, 100
#: Longer titles are shortened by names of at most so many letters.
TOO_LONG, LETTERS = 92, 6
#: Parts of a clause that a happening is told by as a whole: "the tower caught fire", "a tsunami struck the coast".
CORE = frozenset({"nsubj", "nsubjpass", "dobj"})
WHO = frozenset({ActorKind.PERSON, ActorKind.ORGANIZATION, ActorKind.GROUP})
FIRST_PERSON = frozenset({"i", "we", "my", "our", "me", "us"})
#: A subject that denies by itself.
NOBODY = ("No ", "no ", "None ", "none ", "Nobody", "nobody", "No one", "no one", "Neither ", "neither ", "Nothing")
NO_ONE = frozenset({"nobody", "nothing", "none"})
#: The words for nouns of what has not happened.
UNREAL = {Factuality.POSSIBLE: ("possible", "potential"), Factuality.PLANNED: ("planned", "upcoming")}


def title_of(
    a: Analysis,
    index: ActorIndex,
    candidate: Candidate,
    factuality: Factuality,
    participants: Sequence[Participant] = (),
    *,
    by_itself: bool = False,
) -> str:
    """The title of an event; always a few words, with a capital letter. `by_itself`: not told by the clause above."""
    headline = as_headline(a, candidate)
    if headline:
        return capital(tidy(headline))
    clause = not candidate.noun or candidate.light or (not by_itself and _clause_agrees(a, candidate, factuality))
    text = "" if clause or by_itself else _owner_intends(a, index, candidate)
    clause = clause or bool(text)
    text = text or (_verb_title(a, index, candidate, factuality, participants, by_itself=by_itself) if clause else "")
    if not text:
        clause = False
        text = noun_title(a, index, candidate, participants)
    text = without_article(tidy(_shorter(index, participants, _said_once(index, participants, text))))
    if candidate.noun and not clause and factuality in UNREAL:
        text = _unreal(a, candidate, text, UNREAL[factuality])
    return capital(text) if text else a.tokens[candidate.head].text.capitalize()


def _said_once(index: ActorIndex, participants: Sequence[Participant], text: str) -> str:
    """A person's full name once, then the surname."""
    for participant in participants:
        actor = index.actors[participant.actor]
        if actor.kind is ActorKind.PERSON and " " in actor.name and text.count(actor.name) > 1:
            first = text.index(actor.name) + len(actor.name)
            text = text[:first] + text[first:].replace(actor.name, actor.name.rsplit(" ", 1)[-1])
    return text


def _shorter(index: ActorIndex, participants: Sequence[Participant], text: str) -> str:
    """Bodies by their letters where the title is too long for their names."""
    for participant in participants:
        actor = index.actors[participant.actor]
        letters = [alias for alias in actor.aliases if alias.isupper() and 1 < len(alias) <= LETTERS]
        if len(text) > TOO_LONG and letters and actor.name in text:
            text = text.replace(actor.name, letters[0])
    return text


def _unreal(a: Analysis, candidate: Candidate, text: str, words: tuple[str, str]) -> str:
    """A noun of what has not happened: "possible talks", "Maria Silva’s planned visit"."""
    if text.lower().startswith(words):
        return text
    owner = next((end for mark in ("’s ", "'s ", "’ ", "' ") if (end := text.find(mark) + len(mark)) >= len(mark)), 0)
    if owner and text[:1].isupper():
        return f"{text[:owner]}{words[0]} {text[owner:]}"
    own = a.tokens[candidate.head].text
    small = text[:1].lower() + text[1:] if text.split(maxsplit=1)[0].lower() == own.lower() and own.islower() else text
    return f"{words[0]} {small}"


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


def as_headline(a: Analysis, candidate: Candidate) -> str:
    """The headline as it stands, for what it tells in the first place and in the present tense."""
    sentence = a.sentences[candidate.sentence]
    if sentence.kind is not BlockKind.HEADLINE or sentence.end - sentence.start > HEADLINE:
        return ""
    main = candidate.verb if candidate.light else candidate.head
    told = [t for t in a.words(sentence) if t.pos == "VERB" and t.tag in {"VBZ", "VBP", "VBN", "VB"}]
    past = any(t.tag == "VBD" for t in a.words(sentence))
    if past or a.tokens[main].dep != "ROOT" or (candidate.noun and told and not candidate.light):
        return ""
    last = a.tokens[sentence.after - 1]
    words = [
        ("" if n == 0 or a.tokens[t.i - 1].end == t.start else " ") + t.text
        for n, t in enumerate(a.words(sentence))
        if not (t.i == last.i and t.text == ".")
    ]
    return "".join(words)


def _clause_agrees(a: Analysis, candidate: Candidate, factuality: Factuality) -> bool:
    """Whether a clause tells the noun, and has happened where the noun has."""
    if not told_by_its_clause(a, candidate):
        return False
    real = {Factuality.HAPPENED, Factuality.ONGOING}
    return (verb_factuality(a, lexicon(), candidate.verb) in real) == (factuality in real)


def told_by_its_clause(a: Analysis, candidate: Candidate) -> bool:
    """Whether a noun is the subject or object of a clause that tells more than the noun."""
    token = a.tokens[candidate.head]
    verb = candidate.verb
    led_to = token.dep == "pobj" and a.tokens[token.head].head == verb
    led_to = led_to and all(a.tokens[k].dep == "det" for k in a.children[candidate.head])
    if verb < 0 or not (led_to or (token.head == verb and token.dep in CORE)):
        return False
    above = a.tokens[candidate.verb]
    if above.text.lower() == "following":
        return False  # a preposition, which parsers take for a verb
    if above.lemma in lexicon().say | {"be", "see"} or (above.dep == "acl" and above.tag == "VBG"):
        return False
    own = [a.tokens[k] for k in a.children[candidate.head]]
    return not any(k.dep == "prep" or (k.dep == "poss" and k.entity != "DATE") for k in own)


def _verb_title(
    a: Analysis,
    index: ActorIndex,
    candidate: Candidate,
    factuality: Factuality,
    participants: Sequence[Participant],
    *,
    by_itself: bool = False,
) -> str:
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
        factuality=verb_factuality(a, lexicon(), verb) if by_clause else factuality,
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


def _with_subject(subject: Sequence[str], pieces: Sequence[Piece]) -> str:
    """A short subject first; a longer form of it where room remains."""
    short = [form for form in subject if len(form) <= SUBJECT] or list(subject[-1:])
    text = filled([Piece(-1, tuple(short)), *pieces], ROOM, WELCOME)
    for form in subject:
        if short and len(form) > len(short[0]) and len(form) + len(text) - len(short[0]) <= WELCOME:
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
    if candidate.statement and said:
        forms = said_forms(a, index, verb)
        quoted = [f"“{form}”" if set(form.lower().split()) & FIRST_PERSON else form for form in forms]
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
    by_clause = candidate.noun and not candidate.light
    heads = subjects(a, verb) if by_clause or passive else candidate.agents or _own_subjects(a, verb)
    if not heads and verb >= 0 and prefix_of(a, verb) and is_verb(a, verb - 2):
        return subjects(a, verb - 2)  # "authorities re-opened", where "re" was taken for the verb
    return heads or _behind_place(a, verb)


def _owner_intends(a: Analysis, index: ActorIndex, candidate: Candidate) -> str:
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
