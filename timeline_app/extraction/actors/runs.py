"""Runs of capitalised words: where names may stand, whatever the model has seen."""

from __future__ import annotations

from collections.abc import Iterator

from timeline_app.extraction.actors.links import DASHES, over_link, over_mark, over_number
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
from timeline_app.extraction.analysis import Sentence, Token

#: Penn tags of words that open a name only where the model has it inside one ("The", "In", "His").
_SMALL_TAGS = frozenset({"DT", "IN", "PRP", "PRP$", "WDT", "WP", "WRB", "CC", "EX", "MD", "TO", "UH", "PDT"})
_NAME_TAGS = ("NNP", "JJ")
_PROPER = frozenset({"NNP", "NNPS"})
#: Behind a hyphen they make an adjective of a name.
_SUFFIXES = ("-based", "-backed", "-owned")
#: After a number these are measures: "8 GB".
_UNITS = frozenset({"GB", "MB", "TB", "KB", "MW", "GW", "KM", "AM", "PM"})
#: Known names that a model's number stands before.
_NICKNAMES = frozenset({"Dreamliner"})
#: What opens a caption; before a colon it belongs to no name.
_CAPTIONS = frozenset({"image", "photo", "picture", "file", "video", "credit", "source"})


def capital_runs(page: Page, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Tokens [first, after) of each run in a sentence, in order."""
    at, end = sentence.first, sentence.after
    tokens, particles = page.tokens, page.lore.words["particles"]
    while at < end:
        word = tokens[at].text
        if (word.islower() and word not in particles) or not _starts(page, at):
            at += 1
            continue
        after = over_known(page, at, end)
        while (further := _step(page, after, end)) > after:
            after = further
        yield at, after
        at = after


def _starts(page: Page, i: int) -> bool:
    token = page.tokens[i]
    word = token.text
    if word[0].isupper():
        return not _is_ordinary(page, i, token)
    if word[0].isdigit():
        if word.isdigit():
            return _is_model(page, i)
        return bool(name_label(token)) and token.entity_start
    if not word[0].isalpha():
        return False
    if word.islower():
        return _is_particle(page, i, token)
    return is_brand(word) or bool(glue_length(word))


def _is_model(page: Page, i: int) -> bool:
    """Whether a number opens a product's name: "the 787 Dreamliner"."""
    if len(page.tokens[i].text) != 3 or i == 0 or i + 1 >= len(page.tokens):
        return False
    before, following = page.tokens[i - 1].text.lower(), page.tokens[i + 1]
    listed = following.text in page.lore.people or following.text in page.lore.known
    ordinary = (listed and following.text not in _NICKNAMES) or not following.text[0].isupper()
    return before in ("the", "a", "its", "first", "new", "'s", "’s") and following.tag in ("NNP", "NN") and not ordinary


def _is_particle(page: Page, i: int, token: Token) -> bool:
    """Whether a small word begins a name: "de Gaulle", "al-Qaeda"."""
    if not page.lore.has("particles", token.text) or i + 1 >= len(page.tokens):
        return False
    following = page.tokens[i + 1]
    if following.text in DASHES and i + 2 < len(page.tokens):
        following = page.tokens[i + 2]
        return token.text == "al" and following.text[0].isupper()
    return bool(token.entity_start and name_label(token) and following.text[0].isupper())


def _is_ordinary(page: Page, i: int, token: Token) -> bool:
    """Whether a capital stands on a word that is no name: of the calendar, of number, or first in its sentence."""
    word, lore = token.text, page.lore
    label, lower = name_label(token), token.text.lower()
    if word in _UNITS and i and page.tokens[i - 1].text[0].isdigit():
        return True
    if word.endswith(_SUFFIXES) and word[-6:].islower():
        return True  # "Mass.-based"
    if word == "I" or (i and page.text[token.start - 1 : token.start] in ("#", "@")):
        return True
    if lower.rstrip(".") in lore.words["calendar"] and page.text[token.end : token.end + 1] != "-":
        return not (label and label != "GPE" and _goes_on(page, i))
    dated = token.entity in ("DATE", "TIME") and word in lore.known and token.tag == "NNP"
    if (token.entity in NO_NAME_LABELS and not dated) or (len(word) == 1 and not _goes_on(page, i)):
        return True
    if len(word) == 2 and word.isupper() and not page.begins(i) and _is_surname(page, i + 1):
        return False  # "a paper by AS Heagle"
    if lower in lore.words["no_names"]:
        inside = label and _goes_on(page, i) and token.tag.startswith(_NAME_TAGS) and lower not in ("the", "a", "an")
        if inside and lower in ("new", "old"):
            inside = page.tokens[i + 1].text not in lore.people
        return not inside and not lore.match(page.text, token.start)
    if word in lore.people or word in lore.known:
        return False
    return _is_ordinary_first(page, i, token) if page.begins(i) else page.parsed and token.tag in _SMALL_TAGS


def _is_surname(page: Page, i: int) -> bool:
    """Whether a word may be a surname behind initials: a capital, then small letters, and on no list."""
    if i >= len(page.tokens):
        return False
    token = page.tokens[i]
    plain = token.text.istitle() and token.text.lower() not in page.small and token.tag == "NNP"
    return plain and token.text not in page.lore.known and token.text not in page.lore.people


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
    if word.isalpha() or word == "&":
        return over_link(page, at, end)
    if word[0].isdigit():
        return over_number(page, at, end)
    return over_mark(page, at) if at + 1 < end else at


def _is_ordinary_inside(page: Page, at: int, token: Token) -> bool:
    lower = token.text.lower()
    if lower in _CAPTIONS and at + 1 < len(page.tokens) and page.tokens[at + 1].text == ":":
        return True
    if lower.rstrip(".") in page.lore.words["calendar"] and token.dep == "npadvmod":
        return True  # "President Bill Clinton Thursday condemned it"
    if lower.rstrip(".") in page.lore.words["calendar"] and not name_label(token):
        return page.tokens[at - 1].text.lower() not in page.lore.genders
    if token.entity in NO_NAME_LABELS:
        return True
    return (
        lower in page.lore.words["no_names"]
        and not (name_label(token) and not token.entity_start)
        and (token.tag in _SMALL_TAGS or not page.parsed)
    )
