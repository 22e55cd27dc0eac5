"""The verb of a title: present tense, and what it is less than certain by."""

from __future__ import annotations

from timeline_app.extraction.analysis import Analysis
from timeline_app.extraction.events.grammar import charges_with
from timeline_app.extraction.events.hearsay import rumoured
from timeline_app.extraction.events.lexicon import lexicon
from timeline_app.extraction.events.verbs import VerbGroup, is_verb, shade, verb_group
from timeline_app.extraction.inflection import AGAIN, base_of, third_person
from timeline_app.model import Factuality

UNSURE = frozenset({"fear", "believe", "presume", "suspect", "think", "report", "feel"})
#: What is under these is only claimed, or only said.
ALLEGING = frozenset({"allege", "claim", "accuse", "suspect", "charge", "contend", "maintain"})
REPORTING = frozenset({"report", "believe", "think", "rumor", "rumour", "say", "suggest"})
MODALS = {"may": "may", "might": "may", "could": "could", "can": "can", "should": "should", "must": "must"}


def verb_base(a: Analysis, verb: int) -> str:
    """The base form of a verb, with the "re-" that stands as words of its own."""
    token = a.tokens[verb]
    base = "be" if token.lemma == "be" else base_of(token.text, token.lemma).lower()
    return prefix_of(a, verb) + base


def prefix_of(a: Analysis, verb: int) -> str:
    """The "over-" of "over-took", which stands as words of its own, and the "re-" that does not."""
    if a.tokens[verb].text.lower().startswith(AGAIN):
        return AGAIN
    if verb >= 2 and a.tokens[verb - 1].text == "-" and a.tokens[verb - 1].end == a.tokens[verb].start:
        before = a.tokens[verb - 2]
        return f"{before.text.lower()}-" if before.end == a.tokens[verb - 1].start and len(before.text) <= 4 else ""
    return ""


def _as_written(a: Analysis, verb: int) -> str:
    text = a.tokens[verb].text.lower()
    return text if text.startswith(AGAIN) else prefix_of(a, verb) + text


def predicate(a: Analysis, verb: int, group: VerbGroup, *, plural: bool, factuality: Factuality) -> str:
    """The verb in the form that a title has: present tense, "to" for what is planned, "not" for what is denied."""
    modal = MODALS.get(group.modal, "may")
    hedge = _hedge(a, verb) if factuality is Factuality.POSSIBLE and not group.modal else ""
    if hedge and group.passive:
        return f"{hedge} {_as_written(a, verb)}"
    if hedge:
        return f"{hedge} {verb_base(a, verb) if plural else third_person(verb_base(a, verb))}"
    shaded = shade(a, verb)
    if shaded and not group.modal and factuality in {Factuality.HAPPENED, Factuality.ONGOING, Factuality.DENIED}:
        base = verb_base(a, verb)
        return f"{shaded} {a.tokens[verb].text if group.passive else base if plural else third_person(base)}"
    if _is_wished(a, verb):
        return f"should be {a.tokens[verb].text}" if group.passive else f"should {verb_base(a, verb)}"
    if group.passive:
        text = _as_written(a, verb)
        return {
            Factuality.PLANNED: f"to be {text}",
            Factuality.POSSIBLE: f"{modal} be {text}",
            Factuality.DENIED: f"not {text}",
        }.get(factuality, text)
    base = verb_base(a, verb)
    if factuality is Factuality.DENIED and group.modal in MODALS:
        return f"{modal} not {base}"
    return {
        Factuality.PLANNED: f"to {base}",
        Factuality.POSSIBLE: f"{modal} {base}",
        Factuality.DENIED: f"{'do' if plural else 'does'} not {base}",
    }.get(factuality, base if plural else third_person(base))


def affirmed(finite: str, *, plural: bool) -> str:
    """A denying predicate behind a subject that denies already: "No cause released", "Nobody signs"."""
    for denial in ("does not ", "do not "):
        if finite.startswith(denial):
            base = finite.removeprefix(denial)
            return base if plural else third_person(base)
    return finite.replace("not ", "", 1)


def feared(a: Analysis, verb: int, finite: str) -> str:
    """The word above that makes it less than certain: "feared drowned"."""
    token = a.tokens[verb]
    above = a.tokens[token.head]
    held = token.tag == "VBN" and token.dep in {"oprd", "xcomp", "ccomp"} and is_verb(a, token.head)
    held = held and not any(a.tokens[k].dep in {"aux", "dobj"} for k in a.children[verb])
    held = held and above.lemma in UNSURE and verb_group(a, token.head).passive
    return f"{above.text} {token.text}" if held else finite


def _hedge(a: Analysis, verb: int) -> str:
    """The word for what is only claimed: "allegedly", "reportedly"."""
    for k in a.children[verb]:
        if a.tokens[k].text.lower() in {"allegedly", "reportedly", "supposedly", "apparently"}:
            return a.tokens[k].text.lower()
    if _is_rumour(a, verb):
        return "reportedly"
    if charges_with(a, verb) >= 0:
        return "allegedly"
    at = verb
    for _ in range(3):
        token = a.tokens[at]
        if token.dep not in {"ccomp", "xcomp", "oprd", "conj", "pcomp", "prep"} or token.head == at:
            return ""
        at = token.head
        if any(a.tokens[k].dep == "dobj" and a.tokens[at].lemma == "claim" for k in a.children[at]):
            return ""  # "claiming the life of a resident"
        if a.tokens[at].lemma in ALLEGING:
            return "allegedly"
        if a.tokens[at].lemma in REPORTING:
            return "reportedly"
    return ""


def _is_rumour(a: Analysis, verb: int) -> bool:
    """The "king died" of "rumours that the king had died"."""
    token = a.tokens[verb]
    return token.dep == "acl" and token.tag != "VBG" and rumoured(a, lexicon(), verb)


def _is_wished(a: Analysis, verb: int) -> bool:
    """The "open" of "a recommendation that the city open the bridge"."""
    token = a.tokens[verb]
    below = [a.tokens[k] for k in a.children[verb]]
    held = token.tag == "VB" and token.dep in {"acl", "ccomp"} and not any(k.dep in {"aux", "auxpass"} for k in below)
    return held and any(k.dep == "mark" and k.text.lower() == "that" for k in below)
