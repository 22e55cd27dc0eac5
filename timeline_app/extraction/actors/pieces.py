"""A run of capitals cut where one name ends and another begins, and freed of what is no name."""

from __future__ import annotations

from collections.abc import Iterator

from timeline_app.extraction.actors.reading import Page, name_label, over_known
from timeline_app.extraction.actors.spans import Name, plain_letters
from timeline_app.extraction.actors.titles import is_closed, is_title
from timeline_app.model import ActorKind, MentionForm

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
    if left == "PERSON" and right != "PERSON" and _is_listed_body(page, at):
        return at
    if at - 1 == begin and _is_prefixed(page, begin):
        return at
    given = plain_letters(token.text) in page.lore.genders
    if given and at + 1 < after and not closed:
        if page.lore.has("organization_heads", before.text):
            return at if begin < at - 1 else 0
        if after - at in (2, 3) and _ends_a_known_name(page, begin, at) and right != "GPE":
            return at
    if not token.entity_start or not right:
        return 0
    if right == "PERSON" and left in ("ORG", "FAC"):
        # A first name that the model has outside goes with the person behind it.
        return at
    if right == "PERSON" and not left and plain_letters(before.text) in page.lore.genders and at - 1 > begin:
        return at - 1 if name_label(page.tokens[at - 2]) in ("ORG", "FAC") and not is_title(page, at - 2) else 0
    if left != "PERSON" or right == "PERSON" or closed:
        return 0
    alone = at - 1 == begin or is_title(page, at - 2) or name_label(page.tokens[at - 2]) != "PERSON"
    return 0 if alone and plain_letters(before.text) in page.lore.genders else at  # "Pedro Toledo"


def _is_listed_body(page: Page, at: int) -> bool:
    """Whether a token in capitals is a body's name on the lists: "TWA" behind "Steven Snyder"."""
    word = page.tokens[at].text
    entry = page.lore.known.get(word) if len(word) > 2 and word.isupper() else None
    return entry is not None and entry.kind is ActorKind.ORGANIZATION


def _is_prefixed(page: Page, i: int) -> bool:
    """Whether a small prefix hangs before a word, which ends its name: "anti-Castro | Cuban …"."""
    if i < 2 or page.tokens[i - 1].text != "-":
        return False
    prefix = page.tokens[i - 2]
    return (
        prefix.text.islower()
        and prefix.end == page.tokens[i - 1].start
        and page.tokens[i - 1].end == page.tokens[i].start
    )


def _ends_a_known_name(page: Page, begin: int, at: int) -> bool:
    """Whether a body or a land ends before a first name: "Instagram Adam Mosseri", "Court of Peru Wilfredo Penco"."""
    tokens, known = page.tokens, page.lore.known
    for first in range(begin, at):
        entry = known.get(page.text[tokens[first].start : tokens[at - 1].end])
        if entry is not None and entry.kind is not ActorKind.PERSON:
            return entry.kind is ActorKind.ORGANIZATION or first > begin
    return False


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
    several = people_at(page, behind, after)
    if several and token.entity == "ORG" and is_closed(page, after) and not titled:
        return following.entity != "ORG" or following.entity_start  # "Cuban American National Foundation"
    if titled or several:
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
