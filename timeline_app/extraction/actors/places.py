"""Whether the words around a name make it a place."""

from __future__ import annotations

from timeline_app.extraction.actors.datelines import is_dateline_place
from timeline_app.extraction.actors.reading import Page
from timeline_app.extraction.actors.spans import plain_letters
from timeline_app.model import ActorKind

_PLACES = (ActorKind.STATE, ActorKind.PLACE)
#: Where the model sees one of these, "in the …" makes a place of it: "in the Sahel", not "in the Senate".
_MAY_HAVE_ARTICLE = frozenset({"PERSON", "GPE", "LOC"})
_WAYS = frozenset({"from", "to", "for", "into"})
_IN_A_LIST = frozenset({",", "and", "or"})
#: A place list is climbed by no more steps than this.
_LONGEST_LIST = 12


def is_placed(page: Page, first: int, after: int, label: str) -> bool:
    """Whether the words around tokens [first, after) make them a place: "in Omsk", "Merritt, British Columbia"."""
    if is_dateline_place(page, first, after):
        return True
    return _is_located(page, first, label) or _is_before_its_land(page, first, after) or _is_listed(page, first, after)


def _is_located(page: Page, first: int, label: str) -> bool:
    before = page.tokens[first - 1].text.lower() if first else ""
    if before == "the" and first > 1 and label in _MAY_HAVE_ARTICLE:
        before = page.tokens[first - 2].text.lower()
    return before in page.lore.words["locatives"] or (label == "PERSON" and _is_gone_to(page, first))


def _is_gone_to(page: Page, first: int) -> bool:
    """Whether somebody goes there or comes from there: "escaped from Elba", "exiled to Tver"."""
    token = page.tokens[first]
    if token.dep != "pobj" or page.tokens[token.head].text.lower() not in _WAYS:
        return False
    verb = page.tokens[page.tokens[token.head].head]
    return verb.pos == "VERB" and verb.lemma in page.lore.words["motion"]


def _is_before_its_land(page: Page, first: int, after: int) -> bool:
    tokens = page.tokens
    if after - first > 2 or after + 1 >= len(tokens) or tokens[after].text != ",":
        return False
    if tokens[after + 1].sentence != tokens[first].sentence:
        return False
    behind = page.lore.known.get(page.lore.match(page.text, tokens[after + 1].start))
    return behind is not None and behind.kind in _PLACES


def _is_listed(page: Page, first: int, after: int) -> bool:
    """Whether one word stands in a list of which the first is located: "in Omsk, Perm and Kazan"."""
    tokens = page.tokens
    token = tokens[first]
    if after - first > 1 or token.dep != "conj" or first == 0 or tokens[first - 1].text not in _IN_A_LIST:
        return False
    if plain_letters(token.text) in page.lore.genders or (token.text.isupper() and len(token.text) < 6):
        return False
    for _ in range(_LONGEST_LIST):
        if token.dep != "conj":
            break
        token = tokens[token.head]
    located = token.dep == "pobj" and tokens[token.head].text.lower() in page.lore.words["locatives"]
    return located and token.i < first and tokens[token.head].i == token.i - 1
