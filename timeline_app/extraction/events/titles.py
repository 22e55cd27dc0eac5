"""A title as a news chronology has it: a short clause in the present tense."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_app.extraction.analysis import Analysis
from timeline_app.extraction.blocks import BlockKind
from timeline_app.extraction.events.candidate import Candidate
from timeline_app.extraction.events.circumstances import in_the_act
from timeline_app.extraction.events.factuality import verb_factuality
from timeline_app.extraction.events.lexicon import lexicon
from timeline_app.extraction.events.noun_titles import noun_title
from timeline_app.extraction.events.participants import ActorIndex
from timeline_app.extraction.events.selection import is_habitual
from timeline_app.extraction.events.typography import capital, listed, tidy, without_article
from timeline_app.extraction.events.verb_titles import owner_intends, verb_title
from timeline_app.model import ActorKind, Factuality, Participant, Role

#: A headline of so many characters stands for its event as it is.
HEADLINE = 100
#: Longer titles are shortened by names of at most so many letters.
TOO_LONG, LETTERS = 92, 6
#: Parts of a clause that a happening is told by as a whole: "the tower caught fire", "a tsunami struck the coast".
CORE = frozenset({"nsubj", "nsubjpass", "dobj"})
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
    text = "" if clause or by_itself else owner_intends(a, index, candidate)
    clause = clause or bool(text)
    text = text or (verb_title(a, index, candidate, factuality, participants, by_itself=by_itself) if clause else "")
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
    habitual = candidate.group is not None and is_habitual(a, candidate)
    acting = candidate.verb >= 0 and in_the_act(a, a.tokens[candidate.verb].head, candidate.verb)
    if habitual or acting or not told_by_its_clause(a, candidate):
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
