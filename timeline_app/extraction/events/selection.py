"""Which triggers tell of something that can stand on a timeline, and which only look like it."""

from __future__ import annotations

from timeline_app.extraction.analysis import Analysis
from timeline_app.extraction.blocks import BlockKind
from timeline_app.extraction.events.candidate import Candidate
from timeline_app.extraction.events.circumstances import in_the_act
from timeline_app.extraction.events.expectations import is_meant
from timeline_app.extraction.events.grammar import MAX_CLIMB, holds_against, objects
from timeline_app.extraction.events.lexicon import Lexicon, lexicon
from timeline_app.extraction.events.verbs import Tense, VerbGroup, is_particle, is_permitted, is_verb, verb_group
from timeline_app.model import Participant, Role

#: Objects that make a set phrase of a light verb: "played a role", "took place", "made sense".
EMPTY = frozenset(
    {"role", "part", "step", "place", "way", "sense", "care", "advantage", "note", "lot", "thing", "time"}
)
TIMELY = frozenset({"after", "before", "during", "since", "following", "in", "by", "to"})
#: Before a bare noun these tie another happening to it, so that it must stay known.
ANCHORING = frozenset({"after", "before", "since", "following", "until"})
#: Plain verbs that tell how things are even in the past and with an object: "the firm had a policy", "it cost a lot".
STATES = frozenset(
    "be have want like love hate mean need own contain include involve concern represent resemble equal cost weigh "
    "measure lack deserve fit suit hope wish doubt imagine suppose assume understand realize realise regard consider "
    "feel know think believe guess trust fear prefer intend require allow enable ensure see enjoy reflect feature "
    "possess constitute symbolize cover face boast total average let keep do make give get become mark date".split()
)
#: Plain verbs that tell, in the passive, what was done to somebody: "held on suspicion", "brought before a court".
MOVING = frozenset({"hold", "put", "bring", "set", "take", "turn", "move", "push", "stop"})
REFLEXIVE = frozenset({"itself", "himself", "herself", "themselves", "ourselves", "myself"})


#: Behind these a gerund tells what is done no more.
ENDING = frozenset({"stop", "cease", "quit"})


def is_habitual(a: Analysis, candidate: Candidate) -> bool:
    """The simple present outside a headline: what is so, not what happened."""
    if candidate.group is None or a.sentences[candidate.sentence].kind is BlockKind.HEADLINE:
        return False
    return _simple_present(candidate.group)


def _simple_present(group: VerbGroup) -> bool:
    return group.tense is Tense.PRESENT and not (group.perfect or group.progressive or group.modal)


def _is_generic(a: Analysis, lexicon: Lexicon, candidate: Candidate) -> bool:
    """An infinitive or gerund under what is so: "is used to open doors", "aims at flying to more cities"."""
    group = candidate.group
    if group is None or group.tense is not Tense.NONE or group.modal or group.perfect:
        return False
    if a.sentences[candidate.sentence].kind is BlockKind.HEADLINE:
        return False
    at = candidate.head
    for _ in range(MAX_CLIMB):
        head = a.tokens[at].head
        if head == at:
            return False
        if is_verb(a, head):
            above = verb_group(a, head)
            if above.tense is not Tense.NONE or above.modal:
                speaks = a.tokens[head].lemma in lexicon.say | lexicon.act | lexicon.intending | lexicon.possible
                return _simple_present(above) and (above.passive or not speaks)
        at = head
    return False


def is_bare(a: Analysis, candidate: Candidate, participants: tuple[Participant, ...]) -> bool:
    """Whether a noun stands alone ("the operation"): it may tell again, but is no row of its own."""
    if not candidate.noun or candidate.light:
        return False
    token = a.tokens[candidate.head]
    if token.dep == "attr" and a.tokens[token.head].lemma == "be" and not_there(a, token.head):
        return True  # "the fire was the worst blaze for years" says what another happening is
    if token.lemma in lexicon().accusing_nouns and token.dep == "pobj" and _is_of_sentence(a, token.head):
        return True
    temporal = token.dep == "pobj" and a.tokens[token.head].text.lower() in TIMELY
    below = [a.tokens[k] for k in a.children[candidate.head]]
    inside = token.dep == "pobj" and a.tokens[token.head].text.lower() not in ANCHORING
    if inside and len(below) == 1 and below[0].text.lower() in {"the", "this", "that"}:
        return True
    if participants:
        return False
    if temporal or token.dep in {"nsubj", "nsubjpass", "dobj", "ROOT"}:
        return False
    return not any(
        a.tokens[k].dep in {"amod", "compound", "prep", "nummod", "poss"} for k in a.children[candidate.head]
    )


def _is_of_sentence(a: Analysis, preposition: int) -> bool:
    """Whether it tells more of a verdict or arrest: the charges of "sentenced to 25 years on charges of treason"."""
    verb = a.tokens[preposition].head
    while not is_verb(a, verb) and a.tokens[verb].head != verb:
        verb = a.tokens[verb].head
    return a.tokens[preposition].text.lower() in {"on", "for"} and is_verb(a, verb) and holds_against(a, verb)


def not_there(a: Analysis, verb: int) -> bool:
    """Whether "be" has a subject other than "there" and "it"."""
    words = [a.tokens[k].text.lower() for k in a.children[verb] if a.tokens[k].dep in {"nsubj", "expl"}]
    return bool(words) and not set(words) & {"there", "it"}


def tells_something(
    a: Analysis, lexicon: Lexicon, candidate: Candidate, participants: tuple[Participant, ...], *, dated: bool
) -> bool:
    """Whether a trigger may become a row: states and phrases of discourse do not, sayings only as acts."""
    phrase = (candidate.set_phrase or _ends_doing(a, candidate.head)) and (dated or not is_habitual(a, candidate))
    if candidate.noun or candidate.attributive or candidate.verb != candidate.head or phrase:
        return True
    token = a.tokens[candidate.head]
    empty = token.lemma in lexicon.light and any(a.tokens[o].lemma in EMPTY for o in objects(a, candidate.head))
    if empty or _is_reflexive(a, candidate) or _compares(a, candidate):
        return False
    if _only_makes_do(a, lexicon, candidate) or _tells_above(a, lexicon, candidate):
        return False
    roles = {p.role for p in participants}
    speaks = Role.AGENT in roles or bool(candidate.agents and participants)
    if candidate.statement and token.lemma not in lexicon.act:
        return speaks and token.lemma not in {"believe", "think", "know", "show"}
    if not dated and is_habitual(a, candidate) and token.lemma not in lexicon.act:
        return False
    if candidate.statement and (_is_aside(a, candidate) or speaks):
        return not _is_aside(a, candidate)
    if not dated and _is_generic(a, lexicon, candidate):
        return False
    group = candidate.group
    told = bool(participants) or dated or (group is not None and (group.tense is Tense.PAST or group.perfect))
    if token.lemma in lexicon.none and not is_permitted(a, candidate.head):
        moved = token.lemma in lexicon.light and Role.AGENT in roles and len(participants) > 1
        moved = moved and (dated or token.lemma != "have")
        phrasal = _is_phrasal(a, candidate) and not is_habitual(a, candidate)
        return (
            moved
            or phrasal
            or _does_something(a, candidate, known=Role.AGENT in roles)
            or (dated and _is_done_to(a, candidate))
            or (dated and bool(participants) and token.lemma not in {"be", "have"})
        )
    if token.lemma in lexicon.light:
        return told and (len(participants) > 1 or dated or bool(candidate.patients))
    return True


def _does_something(a: Analysis, candidate: Candidate, *, known: bool) -> bool:
    """Whether a plain verb tells what somebody did to something, in the main clause: "police stopped the train".

    `known` says that it is known who did it, also where a pronoun stands for him.
    """
    token, group = a.tokens[candidate.head], candidate.group
    main = token.dep == "ROOT" or (token.dep == "conj" and a.tokens[token.head].dep == "ROOT")
    told = group is not None and group.tense is Tense.PAST and not group.negated and token.lemma not in STATES
    acting = known or any(a.tokens[k].pos in {"NOUN", "PROPN"} for k in candidate.agents)
    return main and told and acting and bool(objects(a, candidate.head))


def _is_done_to(a: Analysis, candidate: Candidate) -> bool:
    """Whether a plain verb of moving tells what was done to somebody or something: "a man was held on suspicion"."""
    token, group = a.tokens[candidate.head], candidate.group
    told = group is not None and group.passive and group.tense is Tense.PAST and not group.negated
    named = any(a.tokens[k].pos in {"NOUN", "PROPN", "NUM"} for k in candidate.patients)
    return told and named and token.lemma in MOVING


def _only_makes_do(a: Analysis, lexicon: Lexicon, candidate: Candidate) -> bool:
    """In "residents were forced to evacuate" what they did is the row."""
    passive = candidate.group is not None and candidate.group.passive
    below = any(a.tokens[k].dep == "xcomp" and is_verb(a, k) for k in a.children[candidate.head])
    makes_do = a.tokens[candidate.head].lemma in lexicon.implicative or is_meant(a, candidate.head)
    return passive and below and makes_do and not candidate.statement and not is_permitted(a, candidate.head)


def _tells_above(a: Analysis, lexicon: Lexicon, candidate: Candidate) -> bool:
    """Whether the verb above tells it too: "refused to name the source", "died extinguishing a fire"."""
    acting = in_the_act(a, a.tokens[candidate.head].head, candidate.head)
    return acting or _is_refused(a, lexicon, candidate)


def _is_refused(a: Analysis, lexicon: Lexicon, candidate: Candidate) -> bool:
    """In "refused to name the source" the refusal is the row, and no second one that says what was not done."""
    token, group = a.tokens[candidate.head], candidate.group
    above = a.tokens[token.head]
    negating = above.lemma in ENDING or (above.lemma in lexicon.negating and above.lemma not in lexicon.none)
    refusing = negating and not verb_group(a, above.i).negated
    told = group is not None and (group.infinitive or _ends_doing(a, above.i))
    return token.dep == "xcomp" and told and refusing


def _ends_doing(a: Analysis, verb: int) -> bool:
    """Whether somebody ends what he has long done: "stopped making phones"."""
    gerund = any(a.tokens[k].dep == "xcomp" and a.tokens[k].tag == "VBG" for k in a.children[verb])
    return a.tokens[verb].lemma in ENDING and gerund


def _is_reflexive(a: Analysis, candidate: Candidate) -> bool:
    """What somebody does to himself is a figure of speech ("found itself"), but for harm."""
    reflexive = any(a.tokens[o].text.lower() in REFLEXIVE for o in objects(a, candidate.head))
    return reflexive and a.tokens[candidate.head].lemma not in {"kill", "shoot", "hang", "burn", "injure"}


def _compares(a: Analysis, candidate: Candidate) -> bool:
    """In "later than planned", "as expected"."""
    before = a.tokens[candidate.head - 1].text.lower() if candidate.head else ""
    back = 2 if before.endswith("ly") and candidate.head > 1 else 1
    return a.tokens[candidate.head].tag == "VBN" and a.tokens[candidate.head - back].text.lower() in {"than", "as"}


def _is_aside(a: Analysis, candidate: Candidate) -> bool:
    """In "as the newspaper mentioned, …": the clause beside it tells what happened."""
    token = a.tokens[candidate.head]
    below = a.children[candidate.head]
    as_ = any(a.tokens[k].dep in {"mark", "advmod"} and a.tokens[k].text.lower() == "as" for k in below)
    return token.dep == "advcl" and as_ and not any(a.tokens[k].dep == "ccomp" for k in below)


def _is_phrasal(a: Analysis, candidate: Candidate) -> bool:
    return any(is_particle(a, candidate.head, k) for k in a.children[candidate.head])
