"""What follows the verb of a title, in pieces: each in longer and shorter forms, and needed or only welcome."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_app.extraction.analysis import Analysis, Token
from timeline_app.extraction.events.circumstances import in_the_act
from timeline_app.extraction.events.complements import (
    AS_VERBS,
    CLOSE,
    COMPARATIVES,
    DEEP,
    FROM_VERBS,
    IN_VERBS,
    LATER,
    LEFT_OUT,
    NEEDED,
    OBJECTS,
    OF_VERBS,
    PAIRING,
    PLACES,
    UNNAMED,
    asking,
    beside_object,
    contracted,
    ends_here,
    measure,
    second_object,
    turn,
)
from timeline_app.extraction.events.edges import is_date, says_nothing, set_off
from timeline_app.extraction.events.grammar import with_conjuncts
from timeline_app.extraction.events.joined_phrases import spoken_forms
from timeline_app.extraction.events.lexicon import lexicon
from timeline_app.extraction.events.misreadings import (
    argues_thing,
    begun_by_clause,
    finite,
    has_to,
    is_bare,
    misread,
    subject_of_next,
    superlative_begun,
)
from timeline_app.extraction.events.modifiers import BARE_NOUNS, TURNS
from timeline_app.extraction.events.participants import ActorIndex
from timeline_app.extraction.events.phrases import phrase_forms, spelled
from timeline_app.extraction.events.pieces import LAST, Piece, tried
from timeline_app.extraction.events.remembering import remembered
from timeline_app.extraction.events.verbs import SUBJECTS, shade, verb_group


@remembered
def pieces_of(a: Analysis, index: ActorIndex, verb: int, *, depth: int = 0) -> list[Piece]:
    """Everything behind the verb that a title may have, in the order of the text."""
    found = []
    objects = 0
    for k in a.children[verb]:
        if k > verb:
            piece = _piece(a, index, verb, k, depth)
            if piece is not None:
                found.append(piece)
                objects += a.tokens[k].dep in NEEDED
    first = next((n for n, piece in enumerate(found) if piece.rank == 2), None)
    if not objects and first is not None:
        found[first] = Piece(found[first].at, found[first].forms, 1)
    return [*found, *_shared_object(a, index, verb, found), *_place_before(a, index, verb)]


def lacking(a: Analysis, index: ActorIndex, verb: int) -> bool:
    """Whether the verb has a complement that no title can say."""
    for k in a.children[verb]:
        if a.tokens[k].dep in NEEDED and k > verb and not is_date(a, k):
            if (a.tokens[k].dep == "ccomp" and beside_object(a, verb, k)) or second_object(a, verb, k):
                continue
            piece = _piece(a, index, verb, k, 0)
            if (
                piece is None
                or not piece.forms
                or piece.forms[0] in UNNAMED
                or (a.tokens[k].dep in {"dobj", "attr"} and _only_begun(a, k, piece))
            ):
                return True
    if a.tokens[verb].lemma == "accuse" and not any(a.tokens[i].text == "of" for i in a.subtree(verb)):
        return True
    if a.tokens[verb].lemma in AS_VERBS and not verb_group(a, verb).passive:
        as_ = [k for k in a.children[verb] if a.tokens[k].text.lower() == "as" and a.tokens[k].dep == "prep"]
        return not any(prepositional(a, index, k) for k in as_)
    return False


def _only_begun(a: Analysis, k: int, piece: Piece) -> bool:
    """Whether the clause of "the third time", "the way" is not told."""
    if subject_of_next(a, k) or (a.tokens[k].lemma == "time" and piece.forms[0].lower().endswith("time")):
        return True
    begun = any(a.tokens[g].dep in {"relcl", "acl", "ccomp"} for g in a.children[k])
    if superlative_begun(a, k):
        return True
    return begun and a.tokens[k].lemma.lower() in BARE_NOUNS and " to " not in piece.forms[0]


def _piece(a: Analysis, index: ActorIndex, verb: int, k: int, depth: int) -> Piece | None:
    token = a.tokens[k]
    if token.text.lower() == "it" and a.tokens[verb].lemma == "make":
        return Piece(k, ("it",))  # "makes it to Mars"
    if token.dep in {"prt", "advmod"} or token.tag in COMPARATIVES:
        return turn(a, verb, k)
    if token.dep in {"prep", "agent", "dative"} and token.pos in {"ADP", "SCONJ", "VERB"}:
        return _phrase(a, index, verb, k, depth)
    if token.dep in OBJECTS and token.pos not in {"ADP", "SCONJ"}:
        return _object(a, index, verb, k)
    if token.dep == "npadvmod":
        return measure(a, index, k)
    if token.dep in {"xcomp", "ccomp"} and depth <= DEEP:
        return _complement(a, index, verb, k, depth)
    if in_the_act(a, verb, k):
        return Piece(k, tuple(infinitive(a, index, k, depth=depth + 1)), 1)
    if token.dep == "advcl" and depth <= DEEP and has_to(a, k) and not set_off(a, k):
        return Piece(k, tuple(infinitive(a, index, k, depth=depth + 1)), 2)
    return None


def _phrase(a: Analysis, index: ActorIndex, verb: int, k: int, depth: int) -> Piece | None:
    """A prepositional phrase: needed after "be" and where "as" completes the verb, else welcome."""
    token = a.tokens[k]
    if not token.text.islower() or (token.text == "with" and set_off(a, k)):  # "with one observer saying"
        return None
    if set_off(a, k) and any(a.tokens[g].dep == "dobj" and g > k for g in a.children[verb]):
        return None  # "injured, by varying reports, eight people"
    again = any(a.tokens[g].text == token.text for g in a.children[verb] if verb < g < k)
    if again and (set_off(a, k) or token.text == "by"):
        return None  # "in legal terms, in political terms"; "the Nasdaq by 2% and the Dow by 1%"
    if token.dep == "prep" and k == verb + 1 and not a.children[k] and ends_here(a, k):
        return Piece(k, (token.text,))  # "fought for"
    forms = prepositional(a, index, k, depth=depth) or _loose_place(a, index, verb, k)
    if not forms:
        return None
    completes = a.tokens[verb].lemma == "be" or (token.text == "as" and a.tokens[verb].lemma in AS_VERBS)
    completes = completes or (token.text == "from" and a.tokens[verb].lemma in FROM_VERBS)
    completes = completes or (token.text == "in" and a.tokens[verb].lemma in IN_VERBS)
    completes = completes or (token.text == "of" and a.tokens[verb].lemma in OF_VERBS)
    if token.dep == "prep" and completes:
        rank = 0
    elif set_off(a, k) or token.text in LATER:
        rank = 3
    else:
        rank = 1 if token.dep in {"agent", "dative"} or token.text in CLOSE else 2
    return Piece(k, tuple(forms), rank)


def _loose_place(a: Analysis, index: ActorIndex, verb: int, k: int) -> list[str]:
    """The place of "crashed in Tver Oblast", which was hung on the verb beside its preposition."""
    if a.children[k]:
        return []
    for g in a.children[verb]:
        if a.tokens[g].dep == "npadvmod" and min(a.subtree(g)) == k + 1 and not is_date(a, g):
            return [f"{a.tokens[k].text} {form}" for form in phrase_forms(a, index, g)]
    return []


def _complement(a: Analysis, index: ActorIndex, verb: int, k: int, depth: int) -> Piece | None:
    """What is done, wanted, found or said, as a clause below the verb."""
    token = a.tokens[k]
    if token.tag == "VBG" or has_to(a, k) or is_bare(a, k):
        return Piece(k, tuple(infinitive(a, index, k, depth=depth + 1)))
    if any(a.tokens[i].text == ":" for i in range(verb + 1, k)) and a.tokens[verb].lemma not in lexicon().say:
        return None  # "the road flooded, one observer saying: …"
    if token.dep == "xcomp":
        return None
    if token.tag == "VBN" and not any(a.tokens[g].dep in {"aux", "auxpass"} for g in a.children[k]):
        held = [g for g in a.children[k] if a.tokens[g].dep in SUBJECTS and g < k]
        return Piece(k, tuple(f"{form} {token.text}" for form in spoken_forms(a, index, held)))
    if beside_object(a, verb, k):
        return None
    if token.pos == "ADJ":
        return Piece(k, tuple(_judged(a, index, k)))
    forms = clause(a, index, k, depth=depth + 1)
    told = any(a.tokens[g].dep in {"dobj", "dative"} and g < k and not is_date(a, g) for g in a.children[verb])
    return Piece(k, tuple(f"that {form}" if told else form for form in forms))


def _object(a: Analysis, index: ActorIndex, verb: int, k: int) -> Piece | None:
    token = a.tokens[k]
    if is_date(a, k) or second_object(a, verb, k):
        return None
    if token.pos in {"ADJ", "ADV", "VERB"} and token.dep in {"acomp", "oprd", "attr"}:
        forms = _adjective(a, index, k)
        return Piece(k, tuple(forms))
    heads = with_conjuncts(a, k)
    forms = spoken_forms(a, index, heads) or _unnamed(token)
    beside = [
        g for g in a.children[verb] if g == k + 1 and a.tokens[g].dep == "npadvmod" and a.tokens[g].pos == "PROPN"
    ]
    one = beside and {m.actor for m in index.mentions_at(k)} & {m.actor for m in index.mentions_at(beside[0])}
    if beside and not one and a.tokens[beside[0]].entity in {"GPE", "ORG", "PERSON"}:  # "beat newcomers Panama"
        return Piece(k, tuple(f"{forms[-1]} {form}" for form in phrase_forms(a, index, beside[0])))
    if len(heads) > 1:
        alone = phrase_forms(a, index, k)[-1:]
        forms = [*forms, *(form for form in alone if form not in forms and not form.startswith(PAIRING))]
    article = next((a.tokens[g].text for g in a.children[k] if a.tokens[g].text in {"a", "an"}), "")
    if article and any(g < k and a.tokens[g].dep in {"dobj", "dative"} for g in a.children[verb]):
        forms = [f"{article} {form}" for form in forms]  # "gives owners a free flight"
    return Piece(k, tuple(sorted(forms, key=len, reverse=True)))


def _unnamed(token: Token) -> list[str]:
    """A pronoun of which nobody knows whom it means, as it stands: "plans to charge him with arson"."""
    return [token.text.lower()] if token.text.lower() in UNNAMED else []


def _adjective(a: Analysis, index: ActorIndex, k: int) -> list[str]:
    """A predicate with what it needs: "guilty of fraud", "ready to leave"."""
    before = [g for g in a.children[k] if g < k and a.tokens[g].dep in {"advmod", "neg", "npadvmod", "nummod"}]
    own = spelled(a, index, [*(i for g in before for i in a.subtree(g)), k])
    more = []
    for g in a.children[k]:
        if g > k and a.tokens[g].dep == "prep":
            more.append(Piece(g, tuple(prepositional(a, index, g)), 1))
        elif g > k and a.tokens[g].dep == "xcomp":
            more.append(Piece(g, tuple(infinitive(a, index, g, depth=2)), 0))
    return tried([Piece(k, (own,)), *more])


def _judged(a: Analysis, index: ActorIndex, k: int) -> list[str]:
    """The "Airbus not guilty of fraud" of "found Airbus not guilty of fraud"."""
    held = [g for g in a.children[k] if a.tokens[g].dep in SUBJECTS and g < k]
    subject = spoken_forms(a, index, [h for g in held for h in with_conjuncts(a, g)])
    adjective = _adjective(a, index, k)
    if not subject or not adjective:
        return []
    return [f"{subject[-1]} {form}" for form in adjective]


def _shared_object(a: Analysis, index: ActorIndex, verb: int, found: Sequence[Piece]) -> list[Piece]:
    """The relics in "remove and store the relics"."""
    if any(a.tokens[k].dep in NEEDED for k in a.children[verb]):
        return []
    joined = [g for g in a.children[verb] if a.tokens[g].dep == "conj" and g - verb <= 3]
    shared = [o for g in joined for o in a.children[g] if a.tokens[o].dep == "dobj"]
    own = any(a.tokens[k].dep in SUBJECTS for g in joined for k in a.children[g])
    if not shared or own or any(piece.rank < 3 for piece in found):
        return []
    return [Piece(shared[0], tuple(spoken_forms(a, index, shared[:1])), 0)]


def _place_before(a: Analysis, index: ActorIndex, verb: int) -> list[Piece]:
    """The place that opens the sentence: "In Moscow, the rally started at Pushkin Square"."""
    taken = any(
        a.tokens[k].text.lower() in {"in", "at"} and a.tokens[k].dep == "prep" and k > verb for k in a.children[verb]
    )
    for k in a.children[verb]:
        if k < verb and a.tokens[k].dep == "prep" and a.tokens[k].text.lower() in {"in", "near", "at"}:
            heads = [p for p in a.children[k] if a.tokens[p].dep == "pobj" and a.tokens[p].entity in PLACES]
            if heads and not taken:
                word = a.tokens[k].text.lower()
                return [Piece(LAST, tuple(f"{word} {form}" for form in phrase_forms(a, index, heads[0])[-1:]), 3)]
    return []


@remembered
def prepositional(a: Analysis, index: ActorIndex, k: int, *, depth: int = 0) -> list[str]:
    """The forms of a prepositional phrase, longest first; none for one that a title leaves out."""
    word = a.tokens[k].text.lower()
    if word in LEFT_OUT or depth > 4 or (k and a.tokens[k - 1].text.lower() in TURNS):
        return []
    if word == "as":
        said = [i for i in a.subtree(k) if i != k and a.tokens[i].pos != "PUNCT"]
        if said and a.tokens[said[-1]].pos == "ADJ" and len(said) <= 4:
            return [f"as {spelled(a, index, said)}"]
    own = [g for g in a.children[k] if g == k - 1 and a.tokens[g].dep in {"advmod", "prt"}]
    words = " ".join([*(a.tokens[g].text.lower() for g in own), word])
    heads = [p for p in a.children[k] if a.tokens[p].dep == "pobj"]
    doing = [p for p in a.children[k] if a.tokens[p].dep == "pcomp" and a.tokens[p].tag == "VBG"]
    if doing:
        return [f"{words} {form}" for form in infinitive(a, index, doing[0], depth=depth + 1)]
    if not heads:
        inner = [p for p in a.children[k] if a.tokens[p].dep == "prep"]
        more = prepositional(a, index, inner[0], depth=depth + 1) if inner else []
        return [f"{word} {form}" for form in more]
    if is_date(a, heads[0]) or says_nothing(a, heads[0]):
        return []
    if superlative_begun(a, heads[0]):
        return []
    joined = with_conjuncts(a, heads[0])
    if word == "between" and len(joined) == 1 and a.tokens[heads[0] - 1].text.lower() not in {"the", "both", "two"}:
        return []
    forms = spoken_forms(a, index, joined)
    if word == "between" and not any(" and " in form or form.endswith("s") for form in forms[:1]):
        return []
    if begun_by_clause(a, heads[0]) and len(forms) > 1:
        forms = forms[:-1]
    elif len(joined) > 1 and word not in {"between", "among"}:
        forms = [*forms, *(form for form in phrase_forms(a, index, heads[0])[-1:] if form not in forms)]
    if a.tokens[heads[0]].lemma in BARE_NOUNS and any(a.tokens[g].dep == "acl" for g in a.children[heads[0]]):
        forms = [form for form in forms if not form.endswith(a.tokens[heads[0]].text)]  # "in an attempt to …"
    return [f"{words} {form}" for form in forms]


@remembered
def infinitive(a: Analysis, index: ActorIndex, k: int, *, depth: int = 1) -> list[str]:
    """What is to be done ("to visit Japan"), with the person it is asked of where the parse has that below it."""
    pieces = []
    for g in a.children[k]:
        token = a.tokens[g]
        if g < k and token.dep == "preconj":
            return []
        if g < k and token.dep in SUBJECTS:
            if token.pos == "PRON":
                return []
            forms = spoken_forms(a, index, with_conjuncts(a, g))
            if not forms:
                return []
            pieces.append(Piece(g, tuple(forms)))
        elif g < k and (token.dep in {"aux", "auxpass", "neg"} or (token.dep == "mark" and token.text == "for")):
            pieces.append(Piece(g, (token.text,)))
    pieces.append(Piece(k, (f"{shade(a, k)} {a.tokens[k].text}".strip(),)))
    if lacking(a, index, k) or argues_thing(a, k):
        return []
    if a.tokens[k].lemma == "be" and not _is_said(a, index, k):
        return []
    if misread(a, k):
        return []
    return tried([*pieces, *(p for p in pieces_of(a, index, k, depth=depth) if p.at != LAST)])


def _is_said(a: Analysis, index: ActorIndex, verb: int) -> bool:
    """Whether something is said of the subject of "be", by a phrase right behind it at least."""
    if any(a.tokens[g].dep in NEEDED for g in a.children[verb]):
        return True
    behind = [g for g in a.children[verb] if g > verb and a.tokens[g].dep == "prep"]
    return bool(behind) and bool(prepositional(a, index, behind[0]))


@remembered
def clause(a: Analysis, index: ActorIndex, verb: int, *, depth: int = 1) -> list[str]:
    """A clause in its own words, longest form first: subject, verb group, object and what else there is room for."""
    pieces = [Piece(verb, (f"{shade(a, verb)} {a.tokens[verb].text}".strip(),)), *asking(a, verb)]
    subject = False
    for k in a.children[verb]:
        token = a.tokens[k]
        if token.dep in {"nsubj", "nsubjpass", "expl"} and k < verb:
            subject = True
            forms = [spelled(a, index, [k])] if token.pos == "PRON" else spoken_forms(a, index, with_conjuncts(a, k))
            pieces.append(Piece(k, tuple(forms)))
        elif token.dep in {"aux", "auxpass", "neg"}:
            pieces.append(Piece(k, (token.text,)))
    unsaid = a.tokens[verb].lemma == "be" and not _is_said(a, index, verb)
    if not subject or not finite(a, verb) or unsaid or misread(a, verb) or lacking(a, index, verb):
        return []
    forms = tried([*pieces, *(p for p in pieces_of(a, index, verb, depth=depth) if p.at != LAST)])
    return [contracted(form) for form in forms]


@remembered
def said_forms(a: Analysis, index: ActorIndex, verb: int) -> list[str]:
    """What is said, thought or decided, as a clause of its own; it may stand before the verb."""
    for k in a.children[verb]:
        if a.tokens[k].dep in {"ccomp", "parataxis"} and not has_to(a, k):
            return clause(a, index, k)
    return []
