"""What parsers get wrong around names, put right where the words leave no doubt."""

from __future__ import annotations

from itertools import takewhile

from timeline_app.extraction.analysis import Token

#: What stands before a verb as its subject, be it a clause or "there".
SUBJECT = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
PREFIXES = frozenset({"co", "vice", "ex", "deputy", "then"})
#: What somebody may hold an office of.
BODIES = frozenset({"ORG", "GPE", "FAC"})
WHOSE = frozenset({"of", "at", "for"})
PLACES = frozenset({"GPE", "LOC"})
#: How a word hangs on the noun behind it.
BEFORE = frozenset({"compound", "amod", "nummod"})


def mend_names(tokens: list[Token], token: Token, first: int, after: int) -> None:
    """Mend what one token of the sentence [first, after) shows, in place."""
    if token.text == "-":
        _mend_prefix(tokens, token.i, first, after)
    elif token.text in {"’", "'"} and token.dep == "punct" and first < token.i < after - 1:
        _mend_plural_owner(tokens, token.i, first, after)
    elif token.text.lower() == "beat" and token.dep != "ROOT" and first < token.i < after - 1:
        _mend_beat(tokens, token.i, first, after)
    elif token.dep == "npadvmod" and token.pos == "PROPN" and tokens[token.head].lemma in {"beat", "defeat"}:
        _mend_beaten(tokens, token.i, after)
    elif token.text.lower() == "magnitude" and token.i + 2 < after and tokens[token.i + 1].pos == "NUM":
        _mend_magnitude(tokens, token.i, after)
    elif token.text.lower() == "based" and first < token.i < after - 1:
        _mend_based(tokens, token.i, after)
    elif token.text.lower() == "due" and token.dep == "prep" and first < token.i < after - 1:
        _mend_due(tokens, token.i, first)
    elif token.tag == "VBG" and token.dep == "xcomp" and tokens[token.head].lemma == "call":
        tokens[token.i] = token._replace(dep="dobj", pos="NOUN", tag="NN")  # "called podcasting a fad"
    elif token.dep == "nsubj" and token.pos in {"NOUN", "PROPN"} and _is_second(tokens, token, first):
        _mend_second_subject(tokens, token.i, first)
    elif token.tag == "WP$" and token.i > first:
        _mend_whose(tokens, token.i, first)
    elif token.pos == "PROPN" and token.dep == "npadvmod" and token.entity in {"ORG", "PERSON", "PRODUCT"}:
        _mend_told_what(tokens, token.i, first)
    elif token.dep == "nsubj" and token.text.lower() != "as" and tokens[first].text.lower() == "as":
        _mend_as_well_as(tokens, token.i, first)
    elif token.entity == "PERSON" and token.dep == "pobj":
        _mend_holder(tokens, token.i, first)


def _mend_plural_owner(tokens: list[Token], mark: int, first: int, after: int) -> None:
    """In "sheltering Hamas’ political leaders" the leaders are sheltered, and Hamas’ they are."""
    owner = tokens[mark - 1]
    glued = owner.end == tokens[mark].start and owner.text.endswith("s") and owner.pos == "PROPN"
    opened = any(t.text in {"‘", "'"} for t in tokens[first : mark - 1])
    end = mark + 1
    while end < after - 1 and tokens[end].pos in {"ADJ", "NOUN"} and tokens[end + 1].pos in {"ADJ", "NOUN"}:
        end += 1
    thing = tokens[end]
    if not glued or opened or owner.dep not in {"dobj", "pobj"} or thing.pos != "NOUN":
        return
    other = any(t.head == thing.head and t.dep == thing.dep for t in tokens[first : mark - 1])
    if thing.dep not in {"nsubj", "nsubjpass"} or other:
        tokens[end] = thing._replace(head=owner.head, dep=owner.dep)
        tokens[owner.i] = owner._replace(head=end, dep="poss")
        tokens[mark] = tokens[mark]._replace(head=owner.i, dep="case", tag="POS")


def _mend_beat(tokens: list[Token], verb: int, first: int, after: int) -> None:
    """The "beat" of "United beat holders Arsenal 2-1", taken for a part of a name: United beat them."""
    winner, loser = tokens[verb - 1], tokens[tokens[verb].head]
    apart = winner.pos == "PROPN" and loser.i > verb and tokens[verb].dep in {"compound", "nmod", "amod"}
    if not apart or winner.head not in {loser.i, verb}:
        return
    for token in tokens[first:after]:
        if token.head == loser.i and (token.i < verb or token.dep in {"prep", "relcl", "acl", "punct"}):
            tokens[token.i] = token._replace(head=verb, dep="xcomp" if token.dep == "relcl" else token.dep)
    head = verb if loser.dep == "ROOT" else loser.head
    tokens[verb] = tokens[verb]._replace(head=head, dep=loser.dep, pos="VERB", tag="VBD", lemma="beat")
    tokens[winner.i] = winner._replace(head=verb, dep="nsubj")
    tokens[loser.i] = loser._replace(head=verb, dep="dobj")


def _mend_beaten(tokens: list[Token], loser: int, after: int) -> None:
    """In "United beat Arsenal 2-1" Arsenal is beaten, whatever the score makes of it."""
    acting = any(t.dep == "dobj" and t.head == tokens[loser].head for t in tokens[loser:after])
    if not acting and tokens[loser].head < loser:
        tokens[loser] = tokens[loser]._replace(dep="dobj")


def _mend_magnitude(tokens: list[Token], word: int, after: int) -> None:
    """In "a magnitude 6.8 earthquake struck" it is no second subject, and 6.8 counts nothing."""
    behind = list(takewhile(lambda t: t.pos in {"NOUN", "ADJ"}, tokens[word + 2 : after]))
    quake = next((t for t in reversed(behind) if t.pos == "NOUN"), None)
    if quake is None or tokens[word].dep not in {"nsubj", "dobj", "pobj", "npadvmod"}:
        return
    _mend_after_magnitude(tokens, word, quake.head)
    tokens[word] = tokens[word]._replace(head=quake.i, dep="compound")
    tokens[word + 1] = tokens[word + 1]._replace(head=word, dep="nummod")


def _mend_after_magnitude(tokens: list[Token], word: int, verb: int) -> None:
    """In "after a magnitude 6.8 earthquake struck" the clause stands behind "after", and not below the magnitude."""
    preposition = tokens[tokens[word].head]
    if tokens[word].dep == "pobj" and tokens[verb].dep == "relcl" and tokens[verb].head == word:
        tokens[verb] = tokens[verb]._replace(head=preposition.head, dep="advcl")
        tokens[preposition.i] = preposition._replace(head=verb, dep="mark", tag="IN")


def _is_second(tokens: list[Token], token: Token, first: int) -> bool:
    """Whether a verb has a subject before this one."""
    return any(t.dep == "nsubj" and t.head == token.head for t in tokens[first : token.i])


def _mend_second_subject(tokens: list[Token], noun: int, first: int) -> None:
    """In "the price of one of the PS4 controllers has dropped" the controllers have no part in it, but end a name."""
    edge = noun
    while edge > first and edge <= tokens[edge - 1].head <= noun and tokens[edge - 1].dep in BEFORE:
        edge -= 1
    before = tokens[edge - 1]
    town = tokens[edge - 2] if edge > first + 1 and before.text == "," and tokens[noun].entity in PLACES else before
    if town.i < before.i and town.entity in PLACES and town.dep == "pobj":  # "the tower, in Soho, London, caught fire"
        tokens[noun] = tokens[noun]._replace(head=town.i, dep="appos")
    elif edge > first and before.dep == "pobj" and before.pos in {"NOUN", "PROPN"} and before.head < edge - 1:
        tokens[noun] = tokens[noun]._replace(head=before.head, dep="pobj")
        tokens[before.i] = before._replace(head=noun, dep="compound")


def _mend_told_what(tokens: list[Token], name: int, first: int) -> None:
    """In "Acme NV (ACME), the owner of Zeta, has won" Acme won, and "the owner" only says who that is."""
    verb = tokens[name].head
    noun = next((t for t in tokens[name + 1 : verb] if t.dep in {"nsubj", "nsubjpass"} and t.head == verb), None)
    if noun is None or noun.pos != "NOUN" or any(t.dep == "cc" and t.head == verb for t in tokens[first:verb]):
        return
    below = [t.i for t in tokens[name + 1 : noun.i] if t.head == noun.i]
    edge = min([noun.i, *below])
    set_off = tokens[edge - 1].text == "," and any(t.text == "," for t in tokens[noun.i + 1 : verb])
    if set_off and tokens[edge].text.lower() in {"the", "a", "an"}:
        tokens[name] = tokens[name]._replace(dep=noun.dep)
        tokens[noun.i] = noun._replace(head=name, dep="appos")


def _mend_as_well_as(tokens: list[Token], name: int, first: int) -> None:
    """In "as well as new routes, Roy announced flights" the routes announce nothing."""
    opening = " ".join(token.text.lower() for token in tokens[first : first + 3])
    other = next((t for t in tokens[first:name] if t.dep == "nsubj" and t.head == tokens[name].head), None)
    if opening == "as well as" and other is not None and any(t.text == "," for t in tokens[other.i : name]):
        tokens[other.i] = other._replace(dep="dep")


def _mend_due(tokens: list[Token], due: int, first: int) -> None:
    """In "with the first customer, Qantas, due to fly the jet" the customer is due, and nothing is due to it."""
    follows = tokens[due + 1]
    if follows.text.lower() != "to" or follows.dep != "aux":
        return
    for token in reversed(tokens[first:due]):
        if token.dep == "pobj" and tokens[token.head].text.lower() == "with":
            tokens[due] = tokens[due]._replace(head=token.i, dep="amod", pos="ADJ")
            return
    if tokens[tokens[due].head].pos in {"NOUN", "PROPN"}:
        tokens[due] = tokens[due]._replace(dep="amod", pos="ADJ")


def _mend_prefix(tokens: list[Token], hyphen: int, first: int, after: int) -> None:
    """The "co" of "co-founder Ann Roy" taken for a subject goes with the noun behind it."""
    if not first < hyphen < after - 1:
        return
    before, behind = tokens[hyphen - 1], tokens[hyphen + 1]
    joined = before.end == tokens[hyphen].start and behind.start == tokens[hyphen].end
    if not joined or before.text.lower() not in PREFIXES or before.dep not in SUBJECT or behind.dep in SUBJECT:
        return
    if behind.head == before.i:
        tokens[behind.i] = behind._replace(head=before.head, dep=before.dep)
    for i in range(first, hyphen + 1):
        if tokens[i].head == before.i or i >= before.i:
            dep = tokens[i].dep if i < before.i else "compound" if i == before.i else "punct"
            tokens[i] = tokens[i]._replace(head=behind.i, dep=dep)


def _mend_based(tokens: list[Token], based: int, after: int) -> None:
    """In "selected Los Angeles based Northrop Grumman" the firm was selected, not the town."""
    town, follows = tokens[based - 1], tokens[based + 1]
    if town.entity not in PLACES or town.head == based or follows.pos not in {"NOUN", "PROPN", "ADJ"}:
        return
    firm = next((t for t in tokens[based + 1 : after] if t.head == based and t.dep in {"dobj", "pobj"}), None)
    if firm is not None:
        tokens[firm.i] = firm._replace(head=town.head, dep=town.dep)
    elif tokens[based].dep != "amod":
        return
    head = tokens[based].head if firm is None else firm.i
    tokens[based] = tokens[based]._replace(head=head, dep="amod", pos="VERB", tag="VBN")
    tokens[town.i] = town._replace(head=based, dep="npadvmod")


def _mend_whose(tokens: list[Token], whose: int, first: int) -> None:
    """In "shows the strategies of Boeing, whose A380 flew", the strategies are shown and do not fly."""
    owned = tokens[tokens[whose].head]
    verb = tokens[owned.head]
    other = next((t for t in tokens[first:whose] if t.head == verb.i and t.dep in SUBJECT), None)
    owner = whose - 1 if tokens[whose - 1].text != "," else whose - 2
    if owned.dep not in SUBJECT or verb.dep != "ccomp" or other is None or owner <= other.i or verb.head >= other.i:
        return
    tokens[other.i] = other._replace(head=verb.head, dep="dobj")
    tokens[verb.i] = verb._replace(head=owner, dep="relcl")


def _mend_holder(tokens: list[Token], person: int, first: int) -> None:
    """In "an officer at the Health Bureau Ann Roy" she is the officer, and no part of the bureau's name."""
    start, preposition = person, tokens[person].head
    while start > first and not tokens[start].entity_start:
        start -= 1
    of = start - 1
    if not first < preposition < of or tokens[preposition].text.lower() not in WHOSE or tokens[of].pos != "PROPN":
        return
    if tokens[of].entity not in BODIES and tokens[of - 1].entity != "ORG":
        return
    holder = preposition - 1
    while tokens[holder].head < holder and tokens[holder].dep in {"conj", "pobj", "compound", "prep"}:
        above = tokens[holder].head
        if tokens[above].pos == "VERB" or (tokens[tokens[above].head].pos == "VERB" and tokens[above].pos == "ADP"):
            break
        holder = above
    if tokens[holder].pos not in {"NOUN", "PROPN"}:
        return
    for i in range(preposition + 1, of):
        if tokens[i].head in range(of + 1, person + 1):
            tokens[i] = tokens[i]._replace(head=of)
    tokens[of] = tokens[of]._replace(head=preposition, dep="pobj")
    tokens[preposition] = tokens[preposition]._replace(head=holder)
    tokens[person] = tokens[person]._replace(head=holder, dep="appos")
