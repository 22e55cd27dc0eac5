"""Where a title may say what the text does not: the parse gave a verb a subject that is probably not its own."""

from __future__ import annotations

from collections.abc import Set

from timeline_app.extraction.analysis import Analysis
from timeline_app.extraction.blocks import BlockKind
from timeline_app.extraction.events.candidate import Candidate
from timeline_app.extraction.events.edges import TIMES, set_off
from timeline_app.extraction.events.grammar import MAX_CLIMB
from timeline_app.extraction.events.modifiers import FAR
from timeline_app.extraction.events.participants import ActorIndex
from timeline_app.extraction.events.verb_titles import subject_heads
from timeline_app.extraction.events.verbs import SUBJECTS, is_verb
from timeline_app.model import ActorKind

#: Verbs whose object is who does what follows: "asked the court to rule".
CONTROLLING = frozenset(
    "ask tell urge order force allow help see watch hear find catch keep leave make let want expect get persuade "
    "convince encourage enable cause prompt require permit invite instruct warn authorize authorise appoint send hire "
    "use lead push pressure compel direct advise teach choose elect select call name prevent stop bar ban bring set "
    "show indicate have request petition beg command challenge train recruit pay commission contract oblige spur "
    "drive inspire press".split()
)
#: What follows from the whole clause before it, not from its subject: "…, prompting the government to act".
RESULTS = frozenset(
    "prompt cause lead bring leave result force mean raise make value total allow spark trigger".split()
)
MEANT = frozenset({"intend", "design", "mean", "use", "expect", "aim", "need", "require"})
BODIES = frozenset({ActorKind.PERSON, ActorKind.ORGANIZATION, ActorKind.STATE, ActorKind.GROUP})
AUX = frozenset({"aux", "auxpass"})
FIRST_PERSON = frozenset({"my", "our"})


def is_doubtful(a: Analysis, index: ActorIndex, candidate: Candidate, title: str) -> bool:
    """Whether the subject of a title was found in a way that is often wrong."""
    verb = candidate.verb if candidate.noun and candidate.verb >= 0 else candidate.head
    heads = subject_heads(a, candidate)
    if any(a.tokens[h].entity in TIMES for h in heads):
        return True
    if any(a.tokens[k].text.lower() in FIRST_PERSON for h in heads for k in a.children[h]):
        return True
    if _is_misread(a, candidate, verb) or " of those " in title:
        return True
    if heads and any(_is_unknown_owner(a, index, k) for k in a.children[heads[0]]):
        return True
    if heads and _owned_by_another(index, heads[0], title):
        return True
    if _who_is_a_body(a, verb):
        return True
    if any(a.tokens[k].dep in SUBJECTS for k in a.children[verb]) or not heads:
        return False
    if " its " in title and (a.tokens[verb].dep in {"advcl", "pcomp", "acl"} or not index.mentions_at(heads[0])):
        return True
    if _is_far_below(a, verb):
        return True
    return _of_the_whole(a, index, verb, heads[0]) or _not_controlled(a, verb, heads[0])


def _is_unknown_owner(a: Analysis, index: ActorIndex, k: int) -> bool:
    """Whether nobody knows whose "its currency" is."""
    token = a.tokens[k]
    if token.dep != "poss" or token.text.lower() not in {"its", "his", "her", "their"}:
        return False
    return not index.mentions_at(k) and not any(a.tokens[h].pos == "PROPN" for h in index.antecedents.heads(k))


def _is_misread(a: Analysis, candidate: Candidate, verb: int) -> bool:
    """Whether the parse shows that it failed: a name taken for a preposition, a sentence that breaks off."""
    below = a.children[verb]
    if any(a.tokens[i].text.lower() == "respectively" for i in a.subtree(verb)):
        return True
    if verb and a.tokens[verb - 1].tag == "POS":
        return True
    if any(
        a.tokens[k].tag == "IN" and not a.tokens[k].text.islower() and a.tokens[k - 1].pos != "PUNCT"
        for k in below
        if k > verb
    ):
        return True
    sentence = a.sentences[candidate.sentence]
    last = a.tokens[sentence.after - 1]
    broken = sentence.kind is BlockKind.BODY and last.text[-1:].isalnum()
    if broken and last.dep in {"dobj", "pobj", "compound"} and (last.head == verb or a.tokens[last.head].head == verb):
        return True
    return _hangs_wrongly(a, candidate, verb)


def _hangs_wrongly(a: Analysis, candidate: Candidate, verb: int) -> bool:
    """Whether a clause hangs where clauses of its kind are often hung by mistake."""
    token, above = a.tokens[verb], a.tokens[a.tokens[verb].head]
    if token.dep == "acl":
        far = token.tag == "VBN" and verb - token.head > FAR
        busy = token.tag == "VBG" and above.lemma in {"job", "work", "time", "way"}
        return far or busy or (above.dep == "appos" and not candidate.noun)
    if token.dep == "advcl":
        below_what_is = token.tag == "VBG" and (above.dep == "acl" or above.lemma == "be")
        return below_what_is or (token.tag in {"VBD", "VBN"} and _hangs_loose(a, verb))
    if token.dep == "ROOT":
        return token.tag == "VBN" and a.sentences[candidate.sentence].kind is BlockKind.BODY and not _has(a, verb, AUX)
    if token.dep == "ccomp":
        return _has(a, verb, AUX) and not _has_to(a, verb) and not _has(a, verb, SUBJECTS)
    if token.dep == "conj":
        return above.dep == "amod"
    if token.dep == "relcl":
        return _is_anybody(a, token.head)
    if token.dep == "pcomp":
        of = above.text.lower() in {"of", "for", "about"} and _of_noun(a, verb)
        return of or a.tokens[above.head].lemma == "result"
    return False


def _has(a: Analysis, verb: int, deps: Set[str]) -> bool:
    return any(a.tokens[k].dep in deps for k in a.children[verb])


def _has_to(a: Analysis, verb: int) -> bool:
    return any(a.tokens[k].tag == "TO" for k in a.children[verb])


def _hangs_loose(a: Analysis, verb: int) -> bool:
    """The "converted" of "supply 14 planes converted for the task", which was not hung on the planes."""
    before = [k for k in a.children[verb] if k < verb]
    return not before and not set_off(a, verb) and a.tokens[verb - 1].pos in {"NOUN", "PROPN"}


def _is_anybody(a: Analysis, head: int) -> bool:
    """The "people" of "people who learned the language"; not those of "a panel of experts"."""
    part = a.tokens[head].dep == "pobj" and a.tokens[a.tokens[head].head].text.lower() == "of"
    return a.tokens[head].tag == "NNS" and not part and not any(k < head for k in a.children[head])


def _of_noun(a: Analysis, verb: int) -> bool:
    """Whether "of starting wars" hangs on a noun that nobody is said to have: "the authority of starting wars"."""
    holder = a.tokens[a.tokens[verb].head].head
    return a.tokens[holder].pos == "NOUN" and not any(a.tokens[k].dep == "poss" for k in a.children[holder])


def _is_far_below(a: Analysis, verb: int) -> bool:
    """Whether two or more verbs without a subject stand between a gerund and the one whose subject it was given."""
    at, without = verb, 0
    for _ in range(MAX_CLIMB):
        head = a.tokens[at].head
        if head == at:
            break
        if is_verb(a, head):
            if any(a.tokens[k].dep in SUBJECTS for k in a.children[head]):
                break
            without += a.tokens[at].dep != "conj"
        at = head
    return without > 1 and a.tokens[verb].tag == "VBG"


def _who_is_a_body(a: Analysis, verb: int) -> bool:
    """Whether "who" was hung on a body or place: "people sent to the ministry who were accused"."""
    token = a.tokens[verb]
    who = any(a.tokens[k].text.lower() == "who" and a.tokens[k].dep in SUBJECTS for k in a.children[verb])
    return who and token.dep == "relcl" and a.tokens[token.head].entity in {"ORG", "GPE", "FAC", "LOC"}


def _of_the_whole(a: Analysis, index: ActorIndex, verb: int, head: int) -> bool:
    token = a.tokens[verb]
    if token.dep != "advcl" or token.tag != "VBG" or token.lemma not in RESULTS or not set_off(a, verb):
        return False
    return any(index.actors[m.actor].kind in BODIES for m in index.mentions_at(head))


def _not_controlled(a: Analysis, verb: int, head: int) -> bool:
    """Whether the object of a verb that asks nobody was taken for the subject: "do a good job executing plans"."""
    token = a.tokens[verb]
    if token.dep not in {"xcomp", "advcl"} or not is_verb(a, token.head):
        return False
    above = a.tokens[token.head]
    if above.dep == "acl" and above.tag == "VBN" and above.lemma in MEANT:
        return True
    return (
        a.tokens[head].head == token.head
        and a.tokens[head].dep == "dobj"
        and (a.tokens[token.head].lemma not in CONTROLLING)
    )


def _owned_by_another(index: ActorIndex, head: int, title: str) -> bool:
    """Whether the title says "its" behind a person, or "his" behind a firm."""
    kinds = {index.actors[m.actor].kind for m in index.mentions_at(head)}
    if kinds == {ActorKind.PERSON}:
        return " its " in title
    return bool(kinds & {ActorKind.ORGANIZATION, ActorKind.STATE}) and (" his " in title or " her " in title)
