"""Runs of capitalised words: where names may stand, whatever the model has seen."""

from __future__ import annotations

from collections.abc import Iterator

from timeline_app.extraction.actors.reading import (
    NO_NAME_LABELS,
    Page,
    glue_length,
    is_brand,
    is_lost_blank,
    name_label,
    over_known,
    tail_length,
)
from timeline_app.extraction.actors.titles import OFFICES_WITH_OF
from timeline_app.extraction.analysis import Sentence, Token
from timeline_app.model import ActorKind

#: Penn tags of words that open a name only where the model has it inside one ("The", "In", "His").
_SMALL_TAGS = frozenset({"DT", "IN", "PRP", "PRP$", "WDT", "WP", "WRB", "CC", "EX", "MD", "TO", "UH", "PDT"})
_NAME_TAGS = ("NNP", "JJ")
_PROPER = frozenset({"NNP", "NNPS"})
#: Names of these kinds take no number: "Sweden 1" is a score.
_UNNUMBERED = frozenset({"GPE", "PERSON", "NORP", "LOC"})
_DASHES = frozenset("-‐‑–")
#: What opens a caption; before a colon it belongs to no name.
_CAPTIONS = frozenset({"image", "photo", "picture", "file", "video", "credit", "source"})


def capital_runs(page: Page, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Tokens [first, after) of each run in a sentence, in order."""
    at = sentence.first
    while at < sentence.after:
        if not _starts(page, at):
            at += 1
            continue
        after = over_known(page, at, sentence.after)
        while (further := _step(page, after, sentence.after)) > after:
            after = further
        yield at, after
        at = after


def _starts(page: Page, i: int) -> bool:
    token = page.tokens[i]
    word = token.text
    if word[0].isupper():
        return not _is_ordinary(page, i, token)
    if word[0].isdigit():
        return bool(name_label(token)) and token.entity_start and not word.isdigit()
    if not word[0].isalpha():
        return False
    if word.islower():
        return _is_particle(page, i, token)
    return is_brand(word) or bool(glue_length(word))


def _is_particle(page: Page, i: int, token: Token) -> bool:
    """Whether a small word begins a name: "de Gaulle", "al-Qaeda"."""
    if not page.lore.has("particles", token.text) or i + 1 >= len(page.tokens):
        return False
    following = page.tokens[i + 1]
    if following.text in _DASHES and i + 2 < len(page.tokens):
        following = page.tokens[i + 2]
        return token.text == "al" and following.text[0].isupper()
    return bool(token.entity_start and name_label(token) and following.text[0].isupper())


def _is_ordinary(page: Page, i: int, token: Token) -> bool:
    """Whether a capital stands on a word that is no name: of the calendar, of number, or first in its sentence."""
    word, lore = token.text, page.lore
    label, lower = name_label(token), token.text.lower()
    if word == "I" or (i and page.text[token.start - 1 : token.start] in ("#", "@")):
        return True
    if lower.rstrip(".") in lore.words["calendar"] and page.text[token.end : token.end + 1] != "-":
        return not (label and label != "GPE" and _goes_on(page, i))
    if token.entity in NO_NAME_LABELS or (len(word) == 1 and not _goes_on(page, i)):
        return True
    if lower in lore.words["no_names"]:
        inside = label and _goes_on(page, i) and token.tag.startswith(_NAME_TAGS) and lower not in ("the", "a", "an")
        if inside and lower in ("new", "old"):
            inside = page.tokens[i + 1].text not in lore.people
        return not inside and not lore.match(page.text, token.start)
    if word in lore.people or word in lore.known:
        return False
    return _is_ordinary_first(page, i, token) if page.begins(i) else page.parsed and token.tag in _SMALL_TAGS


def _is_ordinary_first(page: Page, i: int, token: Token) -> bool:
    """The same for a word that has its capital from its place."""
    word = token.text
    if tail_length(page, word):
        return False
    if name_label(token):
        return not _goes_on(page, i) and is_lost_blank(page, word)
    if not page.parsed:
        return word not in page.within and not _goes_on(page, i)
    if token.tag in _PROPER:
        return is_lost_blank(page, word)
    return word.lower() in page.small or word not in page.within


def _goes_on(page: Page, i: int) -> bool:
    """Whether the next token continues a name."""
    if i + 1 >= len(page.tokens):
        return False
    token, following = page.tokens[i], page.tokens[i + 1]
    if following.sentence != token.sentence:
        return False
    if name_label(following) and not following.entity_start:
        return True
    return following.text[0].isupper() and following.entity not in NO_NAME_LABELS


def _step(page: Page, at: int, end: int) -> int:
    """Where a run that has come to token `at` may go on to; `at` itself where it ends."""
    if at >= end:
        return at
    token, before = page.tokens[at], page.tokens[at - 1]
    word = token.text
    if tail_length(page, before.text):
        return at
    if word[0].isupper():
        return at if _is_ordinary_inside(page, at, token) else at + 1
    if word in _DASHES and token.start == before.end and at + 1 < end and page.tokens[at + 1].start == token.end:
        return _over_hyphen(page, at)
    if word.isalpha() or word == "&":
        return _over_link(page, at, end)
    if word[0].isdigit():
        return at + 1 if _is_number_of_name(page, at) else at
    if word in ("'", "’") and before.text in ("O", "D", "L") and at + 1 < end and page.tokens[at + 1].text[0].isupper():
        return at + 2  # "O ' Leary", as some texts have it
    if word == "." and token.start == before.end and page.lore.has("titles", before.text):
        return at + 1 if at + 1 < end and page.tokens[at + 1].text[0].isupper() else at
    if word == "," and at + 1 < end and page.lore.has("generations", page.tokens[at + 1].text):
        return at + 2
    return at


def _is_ordinary_inside(page: Page, at: int, token: Token) -> bool:
    lower = token.text.lower()
    if lower in _CAPTIONS and at + 1 < len(page.tokens) and page.tokens[at + 1].text == ":":
        return True
    if lower.rstrip(".") in page.lore.words["calendar"] and not name_label(token):
        return page.tokens[at - 1].text.lower() not in page.lore.genders
    if token.entity in NO_NAME_LABELS:
        return True
    return (
        lower in page.lore.words["no_names"]
        and not (name_label(token) and not token.entity_start)
        and (token.tag in _SMALL_TAGS or not page.parsed)
    )


def _over_hyphen(page: Page, at: int) -> int:
    """Past a hyphen inside a word: "Hau Lung-bin", "Rolls-Royce", not "London-based", not "Israel-Hamas"."""
    before, after = page.tokens[at - 1], page.tokens[at + 1]
    if after.text[0].isupper() or after.text[0].isdigit():
        known = page.lore.known
        both = before.text in known or before.text in page.lore.people
        return at if both and (after.text in known or after.text in page.lore.people) else at + 2
    beyond = page.tokens[at + 2] if at + 2 < len(page.tokens) else after
    if beyond.text in _DASHES and len(after.text) <= 3 and beyond.start == after.end:
        return at + 3 if page.text[beyond.end : beyond.end + 1].isupper() else at  # "Mar-a-Lago", "Port-au-Prince"
    inside = name_label(after) and not after.entity_start
    return at + 2 if inside and before.entity == after.entity and after.tag not in ("VBN", "VBD", "VBG") else at


def _over_link(page: Page, at: int, end: int) -> int:
    """Past "of", "and", "de" … to the next capital, where the words on both sides make one name."""
    reach = at
    lists = page.lore.words
    while reach < end and reach < at + 3 and page.tokens[reach].text in lists["links"]:
        reach += 1
    if reach + 1 < end and page.tokens[reach - 1].text in ("al", "el") and page.tokens[reach].text in _DASHES:
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
    plain = not name_label(before) and before.tag == "NNP" and not lore.has("titles", before.text)
    return (
        plain and page.tokens[at].text == "of" and before.text in page.within and before.text.lower() not in page.small
    )


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
    inside = not following.entity_start and following.entity == token.entity and following.text[0].isupper()
    return at + 2 if inside and token.tag not in ("VBZ", "VBD", "VBP", "CC") else at


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
    inside = name_label(token) and not token.entity_start and token.entity in ("PRODUCT", "ORG", "FAC", "WORK_OF_ART")
    return bool(inside) or (token.dep == "nummod" and token.head == before.i)
