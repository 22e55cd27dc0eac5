"""A run of capitals cut where one name ends and another begins, and freed of what is no name."""

from __future__ import annotations

from collections.abc import Iterator

from timeline_app.extraction.actors.reading import Page, name_label, over_known
from timeline_app.extraction.actors.spans import Name, plain_letters
from timeline_app.extraction.actors.titles import is_closed, is_title
from timeline_app.model import MentionForm

#: Tags of words that open a sentence before a name without being part of it ("Successful Stormtroopers").
_OPENING_TAGS = ("JJ", "VB", "RB", "NN")


def cut(page: Page, first: int, after: int) -> Iterator[tuple[int, int]]:
    """The pieces [first, after) of a run: one name each, nationalities among them."""
    begin = first
    closed = is_closed(page, after)
    whole = over_known(page, first, after)
    for at in range(first + 1, after):
        border = _border(page, begin, at, after, closed=closed) if at >= whole else 0
        if border > begin:
            yield begin, border
            begin, whole = border, over_known(page, border, after)
    yield begin, after


def _border(page: Page, begin: int, at: int, after: int, *, closed: bool) -> int:
    """Where a name ends if one ends near token `at`; 0 if none does."""
    token, before = page.tokens[at], page.tokens[at - 1]
    left, right = name_label(before), name_label(token)
    if is_title(page, at - 1) or before.text in page.lore.people or not before.text[0].isupper():
        return 0
    given = plain_letters(token.text) in page.lore.genders
    if given and at + 1 < after and page.lore.has("organization_heads", before.text) and not closed:
        return at if begin < at - 1 else 0
    if not token.entity_start or not right:
        return 0
    if right == "PERSON" and left in ("ORG", "FAC"):
        # A first name that the model has outside goes with the person behind it.
        return at
    if right == "PERSON" and not left and plain_letters(before.text) in page.lore.genders and at - 1 > begin:
        return at - 1 if name_label(page.tokens[at - 2]) in ("ORG", "FAC") and not is_title(page, at - 2) else 0
    return at if left == "PERSON" and right != "PERSON" and not closed else 0


def people_at(page: Page, i: int, after: int) -> int:
    """How many tokens from `i` on make a word for a people ("Sri Lankan": 2), 0 for none."""
    token = page.tokens[i]
    words = page.lore.people_at(page.text, token.start)
    if not words:
        return 0
    end = token.start + len(words)
    count = 1
    while i + count < after and page.tokens[i + count].end <= end:
        count += 1
    return count if page.tokens[i + count - 1].end == end else 0


def is_apart(page: Page, first: int, behind: int, after: int) -> bool:
    """Whether the word of nationality [first, behind) is no part of the name after it ("Italian Supreme Court")."""
    token, following = page.tokens[first], page.tokens[behind]
    if len(page.lore.match(page.text, token.start)) > page.tokens[behind - 1].end - token.start:
        return False
    titled = any(is_title(page, i) for i in range(behind, after)) and not is_closed(page, after)
    if titled or people_at(page, behind, after):
        return True
    if name_label(following) and following.entity_start:
        return True
    return token.tag == "JJ" and not (name_label(token) in ("ORG", "FAC", "PERSON") and token.entity_start)


def is_opening(page: Page, first: int) -> bool:
    """Whether the first word of a sentence is no part of the name behind it."""
    token = page.tokens[first]
    proper = token.tag.startswith("NNP") or not token.tag.startswith(_OPENING_TAGS)
    return not proper and not name_label(token) and token.text not in page.within


def nationality(page: Page, first: int, after: int) -> Name:
    """A word for a people: a name where it stands for the people ("the Belgians"), else what points to its state."""
    token, last = page.tokens[first], page.tokens[after - 1]
    word = page.text[token.start : last.end]
    known = page.lore.people[word]
    several = last.tag in ("NNPS", "NNS") if page.parsed else word.endswith("s")
    form = MentionForm.NAME if several and last.dep not in ("amod", "compound") else MentionForm.NOMINAL
    return Name(
        token.start, last.end, first, after, first, token.sentence, tuple(word.split()), "NORP", known.kind,
        known=known.name, form=form,
    )  # fmt: skip
