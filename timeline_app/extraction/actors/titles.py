"""Where a person's own name begins behind titles, offices and what they belong to."""

from __future__ import annotations

from timeline_app.extraction.actors.reading import Page, name_label, over_known
from timeline_app.extraction.actors.spans import plain_letters

#: Titles of which what follows "of" or "for" is a part: "Minister of Education", "Duke of York".
OFFICES_WITH_OF = frozenset(
    "secretary minister undersecretary commissioner duke duchess prince princess earl archbishop bishop".split()
)
_HYPHENS = frozenset("-‐‑–")


def own_start(page: Page, first: int, after: int) -> tuple[int, str]:
    """Token at which the person's own name begins in a run, and the title before it in small letters.

    `after` itself where the run is a title alone ("the Prime Minister"); `first` and "" where it holds no title.
    "US President Barack Obama" begins at "Barack"; "Scientologist Tom Cruise" at "Tom", without a title.
    """
    tokens = page.tokens
    if name_label(tokens[after - 1]) != "PERSON" and is_closed(page, after):
        return first, ""
    # "General" is no title in "General Motors Corp.".
    listed = over_known(page, first, after)
    last = max(
        (i for i in range(first if listed == first + 1 else listed, after) if is_title(page, i)),
        default=None,
    )
    if last is None:
        return _start_of_person(page, first, after), ""
    start = last
    while start > first and (is_title(page, start - 1) or _is_part(page, start - 1)):
        start -= 1
    if last == after - 1 and _is_surname(page, first, start):
        return first, ""
    core = _after_office(page, last, after)
    if core < after and not _may_be_person(page, core, after):
        return first, ""
    return core, " ".join(token.text for token in tokens[start:core] if token.text[0].isalnum()).lower()


def _is_surname(page: Page, first: int, last: int) -> bool:
    """Whether a title that ends a name is a surname: "Stephen King", "Martin Luther King"."""
    before = page.tokens[last - 1] if last > first else None
    if before is None or not page.tokens[last].text[0].isupper():
        return False
    same = page.tokens[last].entity == "PERSON" and not page.tokens[last].entity_start
    return same and (before.entity == "PERSON" or plain_letters(before.text) in page.lore.genders)


def is_title(page: Page, i: int) -> bool:
    """Whether a word is a person's title by itself."""
    return page.tokens[i].text.lower().rstrip(".") in page.lore.words["titles"]


def is_closed(page: Page, after: int) -> bool:
    """Whether the last word of a run says that the whole is one organisation, place or happening."""
    return page.tokens[after - 1].text.lower().rstrip(".") in page.lore.closing


def role_before(page: Page, first: int) -> str:
    """The role in small letters right before a name: "mayor", "goalkeeper"; or ""."""
    if first == 0:
        return ""
    before = page.tokens[first - 1]
    small = before.text.islower() or page.begins(first - 1)
    if before.sentence != page.tokens[first].sentence or not small:
        return ""
    lists, word = page.lore.words, before.text.lower()
    return word if word in lists["titles"] or word in lists["roles"] else ""


def is_role(page: Page, i: int) -> bool:
    """Whether a word is a role that is written small within a sentence and is no part of a name."""
    word = page.tokens[i].text.lower()
    return word in page.lore.words["roles"] and word not in page.lore.words["titles"]


def _is_part(page: Page, i: int) -> bool:
    word = page.tokens[i].text.lower()
    return word in page.lore.words["title_parts"] or word in _HYPHENS


def _after_office(page: Page, last: int, after: int) -> int:
    """The token after a title and its "of …": "Minister of Education | Stefania"."""
    tokens, genders = page.tokens, page.lore.genders
    core = last + 1
    if core >= after or tokens[core].text not in ("of", "for"):
        return core
    for i in range(core + 1, after):
        person = tokens[i].entity == "PERSON" and tokens[i].text.lower() not in page.small
        if person or plain_letters(tokens[i].text) in genders:
            return i
    return after


def _may_be_person(page: Page, core: int, after: int) -> bool:
    """Whether what follows a title may be a person's name."""
    token = page.tokens[core]
    label, given = name_label(token), plain_letters(token.text) in page.lore.genders
    whole = page.text[token.start : page.tokens[after - 1].end]
    if token.text.lower() in page.lore.words["generations"]:
        return False  # "Martin Luther King Jr."
    if whole in page.lore.known or not token.text[0].isalpha() or page.lore.has("no_names", token.text):
        return False
    return given or label in ("PERSON", "") or (label == "ORG" and not token.entity_start)


def _start_of_person(page: Page, first: int, after: int) -> int:
    """Where the model has a person of at least two words at the end of a run; else the run's start."""
    tokens = page.tokens
    at = after - 1
    while at > first and tokens[at].entity == "PERSON" and not tokens[at].entity_start:
        at -= 1
    begins = at > first and tokens[at].entity == "PERSON" and tokens[at].entity_start
    return at if begins and " " in page.text[tokens[at].start : tokens[after - 1].end] else first
