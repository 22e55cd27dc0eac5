"""How much a title tells: one that leaves the reader asking who or what stands behind the others."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace

from timeline_app.extraction.analysis import Analysis
from timeline_app.extraction.events.candidate import Candidate
from timeline_app.extraction.events.clauses import lacking, said_forms
from timeline_app.extraction.events.doubts import is_doubtful
from timeline_app.extraction.events.joined_phrases import spoken
from timeline_app.extraction.events.lexicon import lexicon
from timeline_app.extraction.events.misreadings import argues_thing
from timeline_app.extraction.events.noun_fullness import BRIEF, LEAST, LITTLE, noun_fullness
from timeline_app.extraction.events.participants import ActorIndex
from timeline_app.extraction.events.referents import fuller, named_by
from timeline_app.extraction.events.verbs import BEFALLING, Tense, is_verb, verb_group
from timeline_app.extraction.inflection import base_of, third_person
from timeline_app.model import Event, Passage

#: What a title is worth that is short and names nothing.
VAGUE = 0.6
#: Events of less importance are details, which a timeline shows where there is room for them.
DETAIL = 0.15
#: Characters of a title that is still printed.
LONGEST = 98
FIGURES = frozenset(
    "revenue net profit earnings sales income shares stock volume turnover loss revenues profits".split()
)
STATES = frozenset({"live", "reside", "own", "belong", "weigh", "cost"})
#: Modals of what somebody finds right.
RECOMMENDING = frozenset({"should", "ought", "must"})
#: What nobody does alone.
TOGETHER = frozenset({"meet", "clash", "agree"})
#: Participles that tell what a thing is, not what happened to it.
STATIC = frozenset(
    "operate own base name call entitle dub locate know include manage head adopt use need require involve base "
    "situate title term design associate concern relate expose interest hold contain give offer make bind list "
    "follow fill equip enjoy label".split()
)
#: First words of a title that names nobody.
NOBODY = frozenset(
    "latter former may to others some one another anyone everyone all both neither none most many not such same".split()
)


def fullness(a: Analysis, index: ActorIndex, candidate: Candidate, title: str) -> float:
    """0 to 1: how little a title leaves the reader asking. Least where nobody is known to do it."""
    words = title.lower().split()
    if len(words) < 2 or len(title) > LONGEST:
        return LEAST
    if candidate.noun and not candidate.light:
        return noun_fullness(a, index, candidate, title)
    verb = candidate.verb if candidate.noun and candidate.verb >= 0 else candidate.head
    below = {a.tokens[k].dep for k in a.children[verb]}
    if (
        _names_nobody(a, candidate, verb, words)
        or _leaves_out(a, index, candidate, verb, below)
        or _tells_no_happening(a, candidate, verb, words)
        or _only_thought_of(a, candidate, title)
        or is_doubtful(a, index, candidate, title)
        or _is_sum(title)
    ):
        return LEAST
    token = a.tokens[verb]
    if words[-1] in _own_words(a, verb) and below & {"dobj", "xcomp", "ccomp", "oprd"}:
        return LITTLE
    if any(_points_back(a, index, k) for k in a.children[verb] if a.tokens[k].dep == "dobj"):
        return LEAST
    if token.dep == "acl" and token.tag == "VBN" and not _has_name(a, verb):
        return LITTLE
    general = candidate.group is not None and candidate.group.modal == "can" and " can " in title
    if general or _is_cut(a, verb, words[-1]):
        return LITTLE
    return _by_vagueness(a, candidate, title)


def thinned(importance: float, worth: float) -> float:
    """Importance by what the title is worth; those with a title that nobody would print stand first among details."""
    if worth > LEAST or importance < DETAIL:
        return round(importance * max(worth, LITTLE), 4)
    return round(DETAIL * (0.7 + 0.29 * importance), 4)


def _has_name(a: Analysis, verb: int) -> bool:
    """Whether a name or number tells which thing a participle is said of."""
    head = a.tokens[verb].head
    return any(a.tokens[k].entity or a.tokens[k].pos in {"PROPN", "NUM"} for k in (head, *a.children[head]))


def _is_of_what_is(a: Analysis, verb: int) -> bool:
    """The "made" of "bags made in Spain are popular": it tells which things are so, and nothing new of them."""
    at = a.tokens[verb].head
    while a.tokens[at].head != at and not is_verb(a, at):
        at = a.tokens[at].head
    if not is_verb(a, at):
        return False
    group = verb_group(a, at)
    return group.tense is Tense.PRESENT and not (group.perfect or group.progressive or group.modal)


def _own_words(a: Analysis, verb: int) -> set[str]:
    token = a.tokens[verb]
    base = base_of(token.text, token.lemma)
    return {token.text.lower(), base, third_person(base)}


def _names_nobody(a: Analysis, candidate: Candidate, verb: int, words: Sequence[str]) -> bool:
    """Without a subject, or with "others" for one; "three injured" will do."""
    own = _own_words(a, verb)
    if words[0] in own | {"such", "same", "latter"} or (words[0] in NOBODY and (words[1] in own or len(words) == 2)):
        return True
    counted = words[0].isdigit() or a.tokens[_first_head(candidate)].pos == "NUM"
    return len(words) == 2 and a.tokens[verb].lemma in lexicon().occurring and not counted


def _leaves_out(a: Analysis, index: ActorIndex, candidate: Candidate, verb: int, below: Set[str]) -> bool:
    """Without the complement that the verb needs."""
    lemma = a.tokens[verb].lemma
    pronouns = [k for k in a.children[verb] if a.tokens[k].dep == "dobj" and a.tokens[k].pos == "PRON"]
    if pronouns and not candidate.noun and not any(spoken(a, index, [k]) for k in pronouns):
        return True
    if lemma in {"tell", "inform"} and not below & {"ccomp", "xcomp"}:
        return True
    if lemma in lexicon().say | {"indicate"} and not below & {"dobj", "ccomp", "xcomp", "nsubjpass", "oprd"}:
        return True
    numbers = [k for k in a.children[verb] if a.tokens[k].dep == "dobj" and a.tokens[k].tag == "CD"]
    numbers = [k for k in numbers if a.tokens[k].text.isalpha()]
    if numbers and lemma not in BEFALLING and not any(a.tokens[k].entity == "MONEY" or a.children[k] for k in numbers):
        return True  # "probes two"
    if argues_thing(a, verb):
        return True
    return not said_forms(a, index, verb) if candidate.statement else lacking(a, index, verb)


def _tells_no_happening(a: Analysis, candidate: Candidate, verb: int, words: Sequence[str]) -> bool:
    """Told with a subject alone where that is not enough, or only what a thing is."""
    token = a.tokens[verb]
    if token.dep in {"acl", "advcl"} and token.tag == "VBN" and (token.lemma in STATIC or _is_of_what_is(a, verb)):
        return True
    if candidate.group is not None and candidate.group.modal in RECOMMENDING:
        return True
    if passive_of(candidate):
        return False
    if token.lemma in STATES:
        return True
    if token.lemma in TOGETHER and len(words) < BRIEF and "and" not in words:
        return True
    if token.dep == "acl" and token.tag == "VBG" and token.lemma not in lexicon().verb_family.keys() | lexicon().act:
        return True
    return words[-1] in _own_words(a, verb) and token.lemma not in lexicon().alone


def _is_sum(title: str) -> bool:
    """Whether it is a figure that nobody is named for: "Revenue rises 13%"."""
    first, *rest = title.split()
    return first.lower() in FIGURES and not any(word[:1].isupper() for word in rest)


def _points_back(a: Analysis, index: ActorIndex, k: int) -> bool:
    """Whether an object is only "this possibility" of which nobody told more before."""
    words = {a.tokens[g].text.lower() for g in a.children[k]}
    bare = len(words) == 1 and bool(words & {"this", "that", "these", "those", "such"})
    return bare and a.tokens[k].pos == "NOUN" and fuller(a, k) < 0 and not named_by(a, index, k)


def _is_cut(a: Analysis, verb: int, last: str) -> bool:
    """Whether it ends with a bare noun that the sentence tells more of: "publishes details", and not of what."""
    ends = [k for k in a.children[verb] if a.tokens[k].dep == "dobj"]
    ends += [p for k in a.children[verb] if a.tokens[k].dep == "prep" for p in a.children[k]]
    for k in ends:
        token = a.tokens[k]
        below = [a.tokens[g] for g in a.children[k]]
        bare = all(word.dep in {"det", "punct"} for word in below if word.i < k)
        more = any(word.dep in {"prep", "relcl", "acl"} for word in below if word.i > k)
        if token.pos == "NOUN" and token.text.lower() == last and bare and more:
            return True
    return False


def _by_vagueness(a: Analysis, candidate: Candidate, title: str) -> float:
    if not _is_vague(a, candidate, title):
        return 1.0
    return LITTLE if len(title.split()) < BRIEF else VAGUE


def _is_vague(a: Analysis, candidate: Candidate, title: str) -> bool:
    """A few words without a name or number, or what is said in passing of a thing nobody names."""
    named = any(letter.isupper() or letter.isdigit() for letter in title[1:]) or title[:1].isdigit()
    if named or a.tokens[candidate.head].entity:
        return False
    subject = title.split(maxsplit=1)[0].lower()
    known = any(token.text.lower() == subject and token.entity for token in a.words(a.sentences[candidate.sentence]))
    if any(a.tokens[k].dep in {"nsubj", "nsubjpass"} and _is_only_meant(a, k) for k in a.children[candidate.head]):
        return not known
    beside = a.tokens[candidate.head].dep == "acl" and not candidate.noun
    return not known and (len(title.split()) < BRIEF or beside)


def _is_only_meant(a: Analysis, k: int) -> bool:
    """Whether a subject is no more than "the event" or "this upward current"."""
    below = [a.tokens[g] for g in a.children[k]]
    pointing = any(word.text.lower() in {"the", "this", "these", "that"} for word in below)
    return a.tokens[k].pos == "NOUN" and pointing and all(word.dep in {"det", "amod"} for word in below)


def passive_of(candidate: Candidate) -> bool:
    """Whether the clause of a trigger stands in the passive."""
    return candidate.group is not None and candidate.group.passive


def told_once(events: Sequence[Event]) -> list[Event]:
    """Of rows of one sentence that say the same, all but the most important stand behind."""
    told: dict[Passage, set[str]] = {}
    order = {event.id: number for number, event in enumerate(events)}
    found = []
    for event in sorted(events, key=lambda event: (-event.importance, event.trigger)):
        others = told.setdefault(event.passages[0], set())
        again = event.title in others
        others.add(event.title)
        found.append(replace(event, importance=thinned(event.importance, LEAST)) if again else event)
    return sorted(found, key=lambda event: order[event.id])


def _first_head(candidate: Candidate) -> int:
    heads = candidate.patients if passive_of(candidate) or candidate.verb != candidate.head else candidate.agents
    return heads[0] if heads else candidate.head


def _only_thought_of(a: Analysis, candidate: Candidate, title: str) -> bool:
    """Whether neither a modal nor a plan says that it may be: "to concentrate on its business"."""
    group, token = candidate.group, a.tokens[candidate.head]
    supposed = {f" may {base_of(token.text, token.lemma)} ", f" may be {token.text} "}
    return group is not None and not group.modal and any(words in f"{title} " for words in supposed)
