"""The grammar that events need: subjects and objects, and how far a phrase reaches.

All functions take an `Analysis` and token numbers, and answer with token numbers.
"""

from __future__ import annotations

from timeline_app.extraction.analysis import Analysis
from timeline_app.extraction.events.lexicon import lexicon
from timeline_app.extraction.events.verbs import RELATIVE_WORDS, SUBJECTS, has_own_subject, is_verb, verb_group

CLAUSES = frozenset({"relcl", "acl", "advcl", "ccomp", "csubj", "csubjpass", "parataxis"})
GIVEN = frozenset({"dobj", "dative"})
#: What is given so that others do something.
MEANS = frozenset("aid assistance budget cash dollar euro fund funding grant loan money pound reward subsidy".split())
#: Before a noun with an infinitive these leave it open whose deed that is: "against the deal to lease them".
NOT_OWN = frozenset({"about", "against", "amid", "behind", "despite", "over", "under", "without"})
#: "It took hours to find the source": it was found.
TAKING = frozenset({"take", "cost", "need"})
#: What prices do, and where they are then.
MOVING = frozenset({"rise", "fall"})
ENDING = frozenset({"close", "end", "finish", "hit", "reach", "settle", "stand", "become", "trade"})
MAX_CLIMB = 12


def with_conjuncts(a: Analysis, i: int) -> list[int]:
    """A phrase's head and the heads joined to it."""
    found = [i]
    for k in a.children[i]:
        if a.tokens[k].dep == "conj" and not is_verb(a, k):
            found.extend(with_conjuncts(a, k))
    return found


def subjects(a: Analysis, i: int, depth: int = 0) -> list[int]:
    """Heads of the subject phrases of verb `i`, found through conjunction, control and relative clauses."""
    if depth > 4:
        return []
    own = [k for k in a.children[i] if a.tokens[k].dep in SUBJECTS and not is_verb(a, k) and not _is_time(a, k)]
    if own:
        if a.tokens[own[0]].text.lower() in RELATIVE_WORDS and a.tokens[i].dep == "relcl":
            return with_conjuncts(a, _in_number(a, i, a.tokens[i].head))
        return [k for o in own for k in with_conjuncts(a, _of_place(a, o))]
    verb = a.tokens[i]
    if (own_object := _told_of(a, i)) is not None:
        return with_conjuncts(a, own_object)
    if verb.head == i:
        return []
    return _controller(a, i, verb.head, verb.dep, depth)


def _is_time(a: Analysis, i: int) -> bool:
    """Whether a subject is a time; "a 19-year-old" is somebody."""
    return a.tokens[i].entity in {"TIME", "DATE"} and a.tokens[i].text.lower() not in {"old", "olds"}


def subjects_of_state(a: Analysis, word: int, verb: int) -> list[int]:
    """Whom a predicate like "dead" is said of.

    That is its own subject ("reported 222 dead"), whom something left dead, or else the subject of the verb above.
    """
    own = [k for k in a.children[word] if a.tokens[k].dep in SUBJECTS]
    if not own and a.tokens[word].dep == "oprd":
        own = [k for k in a.children[verb] if a.tokens[k].dep == "dobj"]
    return [k for o in own for k in with_conjuncts(a, o)] or subjects(a, verb)


def _in_number(a: Analysis, verb: int, noun: int) -> int:
    """The rebels in "rebels in Mali, who have fled", which parsers hang on the nearest name."""
    finite = next((k for k in (*a.children[verb], verb) if a.tokens[k].tag in {"VBP", "VBZ"}), verb)
    token = a.tokens[noun]
    if a.tokens[finite].tag != "VBP" or token.dep != "pobj" or token.tag not in {"NNP", "NN"}:
        return noun
    above = a.tokens[token.head].head
    return above if a.tokens[above].tag == "NNS" and a.tokens[token.head].text.lower() in {"in", "from", "of"} else noun


def _told_of(a: Analysis, i: int) -> int | None:
    """The parties in "reporting the parties had settled", which parsers give to the verb of saying as its object."""
    first = min([k for k in a.children[i] if a.tokens[k].dep in {"aux", "auxpass"}], default=i)
    if first == 0 or a.tokens[first].tag not in {"VBD", "VBZ", "VBP", "MD"}:
        return None
    at = first - 1 if a.tokens[first - 1].text != "," else max(first - 2, 0)
    while a.tokens[at].dep in {"pobj", "prep", "compound", "appos"} and a.tokens[at].head < at:
        at = a.tokens[at].head
    token = a.tokens[at]
    return at if token.dep == "dobj" and a.tokens[token.head].lemma in lexicon().say and token.head < at else None


def _of_place(a: Analysis, i: int) -> int:
    """The court, not the state, in "a court in Miami, Florida ruled", which parsers take apart at the comma."""
    if i < 3 or a.tokens[i].entity != "GPE" or a.tokens[i - 1].text != ",":
        return i
    town = a.tokens[i - 2]
    place = a.tokens[town.head]
    if town.entity != "GPE" or town.dep != "pobj" or a.tokens[place.head].pos != "NOUN":
        return i
    return place.head


def _controller(a: Analysis, i: int, head: int, dep: str, depth: int) -> list[int]:
    if (dep == "acl" and a.tokens[i].tag == "VB") or (dep == "relcl" and verb_group(a, i).infinitive):
        above = a.tokens[head].head
        while a.tokens[head].entity == "GPE" and not is_verb(a, above) and a.tokens[above].head != above:
            above = a.tokens[above].head  # "stopped the train at Salem, Oregon to arrest her"
        if a.tokens[head].entity == "GPE" and is_verb(a, above):
            return subjects(a, above, depth + 1)
        return _above_preposition(a, head, depth) if _is_for_subject(a, head) else []
    if dep in {"acl", "relcl", "amod"}:
        return with_conjuncts(a, head)
    if dep in {"xcomp", "ccomp"} and a.tokens[head].pos == "ADJ" and not is_verb(a, head):
        return _of_adjective(a, head, depth)
    if (dep == "xcomp" and a.tokens[head].lemma in TAKING) or _is_paid_for(a, i, head, dep):
        return []
    if dep in {"xcomp", "ccomp"} and is_verb(a, head):
        controlled = [] if is_aim(a, i) else [k for k in a.children[head] if a.tokens[k].dep in GIVEN and k < i]
        return with_conjuncts(a, controlled[-1]) if controlled else subjects(a, head, depth + 1)
    if (charges := charges_with(a, i)) >= 0:
        return _above_preposition(a, charges, depth)
    if dep in {"conj", "advcl", "dep"} and is_verb(a, head):
        return subjects(a, head, depth + 1)
    if dep in {"pcomp", "pobj"}:
        return _above_preposition(a, a.tokens[head].head, depth, kept_from=a.tokens[head].text.lower() == "from")
    return []


def _is_paid_for(a: Analysis, i: int, head: int, dep: str) -> bool:
    """Whether others are paid to do it: "offers funding to search for the wreck"."""
    given = [a.tokens[k].lemma for k in a.children[head] if a.tokens[k].dep == "dobj" and k < i]
    return dep in {"xcomp", "advcl"} and bool(given) and given[-1] in MEANS and verb_group(a, i).infinitive


def _of_adjective(a: Analysis, adjective: int, depth: int) -> list[int]:
    """Who is ready or due: "the firm is due to pay", "with one customer due to receive the first aircraft"."""
    above = a.tokens[adjective].head
    if is_verb(a, above):
        return subjects(a, above, depth + 1)
    return [above] if a.tokens[adjective].dep == "amod" else []


def is_aim(a: Analysis, i: int) -> bool:
    """Whether an infinitive says what for, and not what the object is to do: "sued the firm to stop the sale"."""
    verb, above = a.tokens[i], a.tokens[a.tokens[i].head]
    if verb.dep != "xcomp" or not verb_group(a, i).infinitive or above.lemma in lexicon().steering | TAKING:
        return False
    given = [k for k in a.children[above.i] if a.tokens[k].dep in GIVEN and k < i]
    return bool(given) and not any(a.tokens[k].dep in SUBJECTS for k in a.children[i])


def came_of(a: Analysis, i: int) -> bool:
    """Whether an infinitive tells what the deed above it led to: "beat Spain to win the cup", "fell to close at 7"."""
    words, above = lexicon(), a.tokens[a.tokens[i].head].lemma
    moved = words.verb_family.get(above, "") in MOVING or above in {"lose", "gain", "add", "shed"}
    outdone = above in words.outdoing or (moved and a.tokens[i].lemma in ENDING)
    return outdone and a.tokens[i].dep in {"xcomp", "advcl"} and verb_group(a, i).infinitive


def _is_for_subject(a: Analysis, noun: int) -> bool:
    """Whether the subject above is to do what a noun's infinitive says; not in "a speech against the deal to lease"."""
    token = a.tokens[noun]
    if token.dep != "pobj" or any(a.tokens[k].dep == "poss" for k in a.children[noun]):
        return True
    preposition = a.tokens[token.head]
    return preposition.text.lower() not in NOT_OWN and (
        is_verb(a, preposition.head) or a.tokens[preposition.head].lemma in lexicon().unreal_nouns
    )


def _above_preposition(a: Analysis, holder: int, depth: int, *, kept_from: bool = False) -> list[int]:
    """Who acts in "X's history of doing", "an example of X's initiatives, including doing", "X succeeded in doing".

    In "prevent X from doing" it is X.
    """
    if is_verb(a, holder):
        held = accused(a, holder) if kept_from or holds_against(a, holder) else []
        return held or subjects(a, holder, depth + 1)
    owners = [k for k in a.children[holder] if a.tokens[k].dep == "poss"]
    if owners:
        return owners
    up = a.tokens[holder]
    if up.dep == "pobj" and a.tokens[up.head].head != holder:
        return _above_preposition(a, a.tokens[up.head].head, depth + 1) if depth < 4 else []
    if is_verb(a, up.head) and up.head != holder:
        if any(a.tokens[k].dep == "expl" for k in a.children[up.head]):
            return []  # "there has been a history of smuggling"
        if up.dep == "dobj" and holds_against(a, up.head):
            return with_conjuncts(a, holder)
        return subjects(a, up.head, depth + 1)
    return []


def holds_against(a: Analysis, verb: int) -> bool:
    """Whether a verb says that its object did something: "accused Meta of stealing", "fined the firm for polluting"."""
    words = lexicon()
    return a.tokens[verb].lemma in words.accusing or a.tokens[verb].lemma in words.judging


def accused(a: Analysis, verb: int) -> list[int]:
    """Heads of the direct object of a verb."""
    held = [k for k in a.children[verb] if a.tokens[k].dep == "dobj"]
    if held and a.tokens[held[0]].pos == "NUM":  # "fined Google €2.4bn"
        held = [k for k in a.children[held[0]] if a.tokens[k].pos == "PROPN" and a.tokens[k].dep == "compound"] or held
    return with_conjuncts(a, held[0]) if held else []


def on_charges(a: Analysis, verb: int, gerund: int) -> bool:
    """Whether a gerund goes on with a list of charges: "sentenced him on charges of treason, spreading lies"."""
    nouns = lexicon().accusing_nouns
    return holds_against(a, verb) and any(a.tokens[k].lemma in nouns for k in range(verb, gerund))


def charges_with(a: Analysis, gerund: int) -> int:
    """The charges that a gerund is listed among ("charges of treason, fraud and spreading lies"), or -1."""
    token, nouns = a.tokens[gerund], lexicon().accusing_nouns
    finite = any(a.tokens[k].dep == "aux" for k in a.children[gerund])
    if token.dep not in {"conj", "advcl"} or token.tag != "VBG" or finite:
        return -1
    while token.dep in {"conj", "advcl"} and token.head != token.i:
        token = a.tokens[token.head]
        if is_verb(a, token.i) and on_charges(a, token.i, gerund):
            return next(k for k in range(token.i, gerund) if a.tokens[k].lemma in nouns)
    holder = a.tokens[token.head].head
    return holder if token.dep == "pobj" and a.tokens[holder].lemma in nouns else -1


def objects(a: Analysis, i: int) -> list[int]:
    """Heads of direct and indirect objects of verb `i`; in "the hall that they closed" the hall."""
    heads = [k for k in a.children[i] if a.tokens[k].dep in {"dobj", "dative", "obj"} and not is_verb(a, k)]
    heads += [o for k in a.children[i] if (o := shown(a, k)) is not None]
    relative = not heads or a.tokens[heads[0]].text.lower() in RELATIVE_WORDS
    other = any(a.tokens[k].text.lower() in {"where", "when", "why"} or _is_whose(a, k) for k in a.children[i])
    content = a.tokens[i].dep == "acl" and any(a.tokens[k].dep == "mark" for k in a.children[i])  # "rumours that …"
    clause = a.tokens[i].dep in {"relcl", "acl"} and not content
    if clause and relative and not other and has_own_subject(a, i):
        return with_conjuncts(a, a.tokens[i].head)
    if not heads and (meant := _meant_to_befall(a, i)) >= 0:
        return with_conjuncts(a, meant)
    return [k for h in heads for k in with_conjuncts(a, h) if a.tokens[h].pos != "ADP"] + [
        p for h in heads if a.tokens[h].pos == "ADP" for p in _under(a, h)
    ]


def _meant_to_befall(a: Analysis, i: int) -> int:
    """The aircraft in "the aircraft they intend to launch"; -1 where no clause around asks for it."""
    above = a.tokens[a.tokens[i].head]
    if a.tokens[i].dep != "xcomp" or above.dep != "relcl" or not verb_group(a, i).infinitive:
        return -1
    own = any(a.tokens[k].dep in {"dobj", "dative"} for k in a.children[above.i])
    return above.head if has_own_subject(a, above.i) and not own and not _is_placed(a, above.i) else -1


def _is_placed(a: Analysis, i: int) -> bool:
    """Whether a relative clause asks where or when: "the day they plan to leave"."""
    noun = a.tokens[a.tokens[i].head]
    asked = any(a.tokens[k].text.lower() in {"where", "when", "why"} for k in a.children[i])
    return asked or noun.entity in {"DATE", "TIME", "GPE", "LOC"} or noun.lemma in {"day", "place", "time", "way"}


def _is_whose(a: Analysis, i: int) -> bool:
    """Whether a noun is that of somebody told before: "whose boss"."""
    return any(a.tokens[k].tag == "WP$" for k in a.children[i])


def shown(a: Analysis, i: int) -> int | None:
    """The subject of a bare gerund that parsers take for a clause: in "showed videos demonstrating it" the videos."""
    verb = a.tokens[i]
    if verb.dep != "ccomp" or verb.tag != "VBG" or verb.head > i:
        return None
    own = [k for k in a.children[i] if a.tokens[k].dep in SUBJECTS]
    other = any(a.tokens[k].dep in {"aux", "mark", "advmod"} and k < i for k in a.children[i])
    return own[0] if own and not other and verb.head < own[0] < i else None


def agents_by(a: Analysis, i: int) -> list[int]:
    """Heads of the by-phrase of a passive, also one that hangs on its complement ("held hostage by")."""
    complements = [k for k in a.children[i] if a.tokens[k].dep in {"oprd", "acomp", "attr"}]
    return [
        p
        for holder in (i, *complements)
        for k in a.children[holder]
        if a.tokens[k].dep == "agent" or (a.tokens[k].text.lower() == "by" and a.tokens[k].dep == "prep")
        for p in _under(a, k)
        if a.tokens[p].entity not in {"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL"}
    ]


def _under(a: Analysis, preposition: int) -> list[int]:
    heads = [k for k in a.children[preposition] if a.tokens[k].dep in {"pobj", "obj"}]
    return [k for h in heads for k in with_conjuncts(a, h)]


def prepositional(a: Analysis, i: int, depth: int = 0) -> list[tuple[str, int]]:
    """(preposition, head of its phrase) for all phrases that hang on token `i` by prepositions."""
    found = []
    for k in a.children[i]:
        token = a.tokens[k]
        if token.dep in {"prep", "dative"} and token.pos == "ADP":
            found += [(token.text.lower(), p) for p in _under(a, k)]
            if depth < 1:
                found += prepositional(a, k, depth + 1)
    return found


def phrase(a: Analysis, head: int, *, clauses: bool = False) -> list[int]:
    """The tokens of a noun phrase without the clauses that hang on it, in order."""
    found, pending = [], [head]
    while pending:
        at = pending.pop()
        found.append(at)
        for k in a.children[at]:
            dep = a.tokens[k].dep
            outside = dep in CLAUSES or (dep in {"punct", "cc", "conj"} and at == head)
            if clauses or not (outside or (dep == "amod" and k > at and _begins_clause(a, k))):
                pending.append(k)
    return sorted(found)


def _begins_clause(a: Analysis, adjective: int) -> bool:
    """Whether an adjective behind a noun has a clause of its own: "the customer, due to receive its first jet"."""
    return any(a.tokens[k].dep == "xcomp" for k in a.children[adjective])
