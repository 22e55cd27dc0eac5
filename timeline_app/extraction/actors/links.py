"""Over what a name goes on: hyphens, small words like "of" and "and", numbers."""

from __future__ import annotations

import re

from timeline_app.extraction.actors.reading import NO_NAME_LABELS, Page, name_label
from timeline_app.extraction.actors.titles import OFFICES_WITH_OF
from timeline_app.extraction.analysis import Token
from timeline_app.model import ActorKind

DASHES = frozenset("-‐‑–")
_POSSESSIVES = ("'s", "’s")
#: Names of these kinds take no number: "Sweden 1" is a score.
_UNNUMBERED = frozenset({"GPE", "PERSON", "NORP", "LOC"})


def over_mark(page: Page, at: int) -> int:
    """Past a hyphen, an apostrophe, a stop or a comma that stands inside one name, with the word behind it."""
    before, token, following = page.tokens[at - 1 : at + 2]
    word, capital = token.text, following.text[0].isupper()
    if word in DASHES and token.start == before.end and following.start == token.end:
        return over_hyphen(page, at)
    if word == "-" and _is_hyphen_apart(page, at):
        return at + 2  # "Wal - Mart", as some texts have it
    if word in _POSSESSIVES and _is_owner_of_name(page, at):
        return at + 2  # "Lloyd's List"
    if word in ("'", "’") and before.text in ("O", "D", "L") and capital:
        return at + 2  # "O ' Leary", as some texts have it
    if word == "." and token.start == before.end and page.lore.has("titles", before.text):
        return at + 1 if capital else at
    return at + 2 if word == "," and page.lore.has("generations", following.text) else at


def _is_owner_of_name(page: Page, at: int) -> bool:
    """Whether a mark of possession stands inside one organisation's name: only behind its first word."""
    before, token, following = page.tokens[at - 1 : at + 2]
    if before.text in page.lore.known or before.text in page.lore.people or not following.text[0].isupper():
        return False
    inside = not token.entity_start and not following.entity_start and token.entity == following.entity == "ORG"
    opened = (
        at > 1 and page.tokens[at - 2].text[0].isupper() and not page.lore.has("no_names", page.tokens[at - 2].text)
    )
    return inside and not opened and before.entity == "ORG"


def _is_hyphen_apart(page: Page, at: int) -> bool:
    """Whether a hyphen between blanks stands inside one name: the model has all three, or the lists have the whole."""
    before, token, following = page.tokens[at - 1 : at + 2]
    if not following.text[0].isupper() or page.text[before.end : following.start] != " - ":
        return False
    if f"{before.text}-{following.text}" in page.lore.known:
        return True
    inside = not token.entity_start and not following.entity_start and name_label(token) in ("ORG", "PERSON", "FAC")
    return inside and before.entity == token.entity == following.entity


def over_hyphen(page: Page, at: int) -> int:
    """Past a hyphen inside a word: "Hau Lung-bin", "Rolls-Royce", not "London-based", not "Israel-Hamas"."""
    before, after = page.tokens[at - 1], page.tokens[at + 1]
    if after.text[0].isupper() or after.text[0].isdigit():
        known = page.lore.known
        both = before.text in known or before.text in page.lore.people
        if both and (after.text in known or after.text in page.lore.people):
            return at
        return at if _stands_alone(page, before.text) and _stands_alone(page, after.text) else at + 2
    beyond = page.tokens[at + 2] if at + 2 < len(page.tokens) else after
    if beyond.text in DASHES and len(after.text) <= 3 and beyond.start == after.end:
        return at + 3 if page.text[beyond.end : beyond.end + 1].isupper() else at  # "Mar-a-Lago", "Port-au-Prince"
    inside = name_label(after) and not after.entity_start
    return at + 2 if inside and before.entity == after.entity and after.tag not in ("VBN", "VBD", "VBG") else at


def _stands_alone(page: Page, word: str) -> bool:
    """Whether the article has a word also without a hyphen: two act in "Boeing-Air Force talks"."""
    return re.search(rf"(?<![\w‐‑–-]){re.escape(word)}(?![\w‐‑–-])", page.text) is not None


def over_link(page: Page, at: int, end: int) -> int:
    """Past "of", "and", "de" … to the next capital, where the words on both sides make one name."""
    reach = at
    lists = page.lore.words
    while reach < end and reach < at + 3 and page.tokens[reach].text in lists["links"]:
        reach += 1
    if reach + 1 < end and page.tokens[reach - 1].text in ("al", "el") and page.tokens[reach].text in DASHES:
        reach += 1  # "Bashar al-Assad"
    if reach >= end or reach == at:
        return _inside_entity(page, at, end)
    following = page.tokens[reach]
    if not following.text[0].isupper() or following.entity in NO_NAME_LABELS:
        return at
    word = page.tokens[at].text
    same = bool(name_label(following)) and not any(t.entity_start for t in page.tokens[at : reach + 1])
    if word == "&":
        return reach + 1
    if word in ("and", "y", "und"):
        return reach + 1 if same and _is_one_with_and(page, at, reach) else at
    if word in ("of", "for"):
        return reach + 1 if _takes_of(page, at, same=same, following=following) else at
    if word == "the":
        return at
    if word in ("in", "to"):
        return at
    if word == "on":
        return reach + 1 if same and following.entity in ("ORG", "FAC", "WORK_OF_ART", "EVENT", "LAW") else at
    return reach + 1


def _takes_of(page: Page, at: int, *, same: bool, following: Token) -> bool:
    """Whether a name goes on over "of" or "for": "Bank of England", "Minister for Education", "Man of the Match"."""
    before, lore = page.tokens[at - 1], page.lore
    if lore.has("organization_starts", before.text) or before.text.lower() in OFFICES_WITH_OF:
        return True
    if same and following.entity != "PERSON":
        return True
    if page.parsed or page.tokens[at].text != "of" or lore.has("titles", before.text):
        return False
    return before.text in page.within and before.text.lower() not in page.small


def _is_one_with_and(page: Page, at: int, reach: int) -> bool:
    """Whether "and" stands inside one organisation's name, as in "Food and Drug Administration"."""
    following = page.tokens[reach]
    if following.entity not in ("ORG", "FAC", "LAW", "WORK_OF_ART"):
        return False
    left, right = page.tokens[at - 1], following
    lore = page.lore
    if any(token.text in lore.known or token.text in lore.people for token in (left, right)):
        return False
    after = reach + 1
    while after < len(page.tokens) and name_label(page.tokens[after]) and not page.tokens[after].entity_start:
        after += 1
    first = at - 1
    while not page.tokens[first].entity_start:
        first -= 1
    inside = [token.text.lower() for token in page.tokens[first : at - 1]]
    if "of" in inside or "for" in inside or page.lore.has("organization_heads", page.tokens[after - 1].text):
        return True
    opened = page.tokens[first].text.lower() == "the"
    return first + opened == at - 1 and after == reach + 1


def _inside_entity(page: Page, at: int, end: int) -> int:
    """Past one small word that the model has inside a longer name."""
    token = page.tokens[at]
    if at + 1 >= end or not name_label(token) or token.entity_start or token.entity == "NORP":
        return at
    following = page.tokens[at + 1]
    if token.tag == "IN" and token.entity == "PERSON":
        return at  # "Kolchak at Omsk"
    inside = not following.entity_start and following.entity == token.entity and following.text[0].isupper()
    return at + 2 if inside and token.tag not in ("VBZ", "VBD", "VBP", "CC") else at


def over_number(page: Page, at: int, end: int) -> int:
    """Past a number that belongs to a name, with the letters that stand at it: "iPhone 3" and "G"."""
    token = page.tokens[at]
    if _is_score(page, at, end):
        return at
    if at + 1 < end and page.tokens[at + 1].start == token.end and page.tokens[at + 1].text.isupper():
        return at + 2 if token.start == page.tokens[at - 1].end + 1 and page.tokens[at - 1].text[-1].isalpha() else at
    return at + 1 if _is_number_of_name(page, at) else at


def _is_score(page: Page, at: int, end: int) -> bool:
    """Whether a number begins a result: "beat Arsenal 2-1"."""
    words = [token.text for token in page.tokens[at : min(at + 3, end)]]
    return len(words) == 3 and words[0].isdigit() and words[1] in ("-", "–", "—") and words[2].isdigit()


def _is_number_of_name(page: Page, at: int) -> bool:
    """Whether a number belongs to the name before it: "Boeing 787", "Windows 7", not "Expo 2016" or "Sweden 1"."""
    token, before = page.tokens[at], page.tokens[at - 1]
    word = token.text
    if not word.isdigit():
        return any(letter.isalpha() for letter in word) and token.start == before.end + 1
    if (len(word) == 4 and 1000 <= int(word) <= 2100) or before.entity in _UNNUMBERED:
        return False
    known = page.lore.known.get(before.text)
    if known is not None and known.kind in (ActorKind.STATE, ActorKind.PLACE):
        return False
    if token.entity == "PRODUCT":
        return True
    inside = name_label(token) and not token.entity_start and token.entity in ("PRODUCT", "ORG", "FAC", "WORK_OF_ART")
    return bool(inside) or (token.dep == "nummod" and token.head == before.i)
