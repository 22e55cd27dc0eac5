"""Products by their number: "Boeing 787", "787 Dreamliner", "the 787" are one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from timeline_app.extraction.actors.groups import Group, Groups
from timeline_app.extraction.actors.reading import Page
from timeline_app.extraction.actors.spans import Name, squeeze
from timeline_app.model import ActorKind

#: A model's number: three digits or more, or letters with digits ("787", "A380", "F-16"); not "4" nor "Channel 4".
_NUMBER = re.compile(r"(?:[A-Z]{1,3}-?\d{1,4}|\d{3})[A-Z]{0,2}?(?=(?:-\d{3}[A-Z]{0,3})?s?$)")
_MODEL = re.compile(r"[A-Z]{1,3}(?:\d{3}|-\d{1,3})[A-Z]{0,2}")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_BEFORE = frozenset({"the", "a", "its", "'s", "’s", "new", "first"})
#: What stands behind the hyphen in "777-200LR".
_VARIANT = re.compile(r"\d{3}[A-Z]{0,3}$")


def model_number(words: tuple[str, ...]) -> str:
    """The number in a product's name, in small letters, or ""."""
    for word in words:
        match = _NUMBER.match(word)
        if match:
            return squeeze(match.group())
    return ""


def is_model(words: tuple[str, ...]) -> bool:
    """Whether the words surely name a model or a flight: "A380", "C-17", "Lion Air Flight 610"."""
    return _MODEL.fullmatch(words[-1]) is not None or (words[-2:-1] == ("Flight",) and words[-1].isdigit())


def join_products(groups: Groups) -> None:
    """Bring together names with the same number; the last word of one with it stands for it too ("Dreamliner")."""
    by_number: dict[str, Group] = {}
    for group in groups.all():
        number = model_number(group.words) if group.kind is not ActorKind.PERSON and not group.known else ""
        if not number:
            continue
        first = by_number.setdefault(number, group)
        if first is not group and not _other_makers(first, group):
            groups.merge(first, group)
    _join_bare(groups, by_number)
    for group in by_number.values():
        nick = _nick(groups, group.words[-1]) if len(group.words) > 1 else None
        if nick is not None and nick is not group:
            if nick.known:
                nick.forget()
                group.names[0].kind = nick.kind = ActorKind.OTHER
            groups.merge(group, nick)


def _nick(groups: Groups, last: str) -> Group | None:
    """The group of "Dreamliner" for the last word of "Boeing 787 Dreamliners"; of those on lists only a product's."""
    if not last.isalpha():
        return None
    for word in dict.fromkeys((last, last.removesuffix("s"))):
        found = groups.get(squeeze(word)) or groups.get(f"={word}")
        unlisted = found is not None and found.kind is ActorKind.ORGANIZATION and not found.known
        if found is not None and (unlisted or found.kind is ActorKind.OTHER):
            return found
    return None


def _join_bare(groups: Groups, by_number: dict[str, Group]) -> None:
    """Join "Airbus 380" with "Airbus A380": the same maker, the number without its letter."""
    for number, group in sorted(by_number.items()):
        full = [
            other for letters, other in by_number.items() if letters != number and letters.lstrip(_LETTERS) == number
        ]
        if number.isdigit() and len(full) == 1 and group.moved is None and len(group.words) > 1:
            maker = groups.get(squeeze(group.words[0]))
            named = full[0].words[0] in (group.words[0], *(maker.words if maker else ()))
            if named and full[0].moved is None:
                groups.merge(full[0], group)


def mark_versions(groups: Groups) -> None:
    """A name that is also written with a version's number is a thing's: "Internet Explorer 6"."""
    for group in groups.all():
        words = group.words
        if group.kind is ActorKind.ORGANIZATION and len(words) > 1 and words[-1][0].isdigit() and not group.known:
            bare = groups.get(squeeze("".join(words[:-1])))
            group.kind = ActorKind.OTHER
            if bare is not None and not bare.known and len(bare.words) > 1:
                bare.kind = ActorKind.OTHER


def _other_makers(one: Group, other: Group) -> bool:
    """Whether the words before the number name two makers ("Airbus 320", "Boeing 320")."""
    left, right = one.words[0], other.words[0]
    named = not _NUMBER.match(left) and not _NUMBER.match(right)
    return named and left not in other.words and right not in one.words


def numbered_names(page: Page, names: Sequence[Name]) -> Iterator[Name]:
    """Products that have no name but a number: "its 777 airliner", "the 777-200LR"."""
    taken = {i for name in names for i in range(name.first, name.after)}
    for token in page.tokens:
        if len(token.text) != 3 or not token.text.isdigit() or token.i in taken or not page.parsed:
            continue
        after = _model_end(page, token.i)
        if after:
            start, end = token.start, page.tokens[after - 1].end
            words = (page.text[start:end],)
            yield Name(start, end, token.i, after, token.i, token.sentence, words, "PRODUCT", ActorKind.OTHER)


def _model_end(page: Page, i: int) -> int:
    """The token behind a bare number that names a product; 0 where it only counts."""
    tokens = page.tokens
    if i == 0 or i + 2 >= len(tokens) or tokens[i - 1].text.lower() not in _BEFORE:
        return 0
    glued = tokens[i + 1].text == "-" and tokens[i].end == tokens[i + 1].start == tokens[i + 2].start - 1
    if glued and _VARIANT.match(tokens[i + 2].text):
        return i + 3
    singular = tokens[i + 1].tag == "NN" and tokens[i + 1].text in page.lore.words["product_nouns"]
    return i + 1 if singular else 0


def add_bare_numbers(page: Page, groups: list[Group]) -> None:
    """Add "the 787" where the article names a "Boeing 787"."""
    products = {model_number(group.words): group for group in groups if group.kind is ActorKind.OTHER}
    products.pop("", None)
    numbers = {number: group for number, group in products.items() if number.isdigit()}
    if not numbers:
        return
    taken = {i for group in numbers.values() for name in group.names for i in range(name.first, name.after)}
    for token in page.tokens:
        found = numbers.get(token.text.rstrip("s")) if token.text[0].isdigit() else None
        if found is None or token.i in taken or token.i == 0 or page.tokens[token.i - 1].text.lower() not in _BEFORE:
            continue
        found.names.append(
            Name(
                token.start,
                token.end,
                token.i,
                token.i + 1,
                token.i,
                token.sentence,
                (token.text,),
                "PRODUCT",
                found.kind,
            )
        )
