"""Names of persons: the surname or the first name alone, middle names, initials, a surname shared by two."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from timeline_app.extraction.actors.groups import Group, Groups
from timeline_app.extraction.actors.reading import Page
from timeline_app.extraction.actors.spans import Name, squeeze
from timeline_app.model import ActorKind

#: A first name alone so many times before it stands in a full name is somebody else's.
ALONE = 2


def join_persons(page: Page, groups: Groups) -> None:
    """Join the persons of an article; a short form goes to the one most named who bears it."""
    persons = [group for group in groups.all() if group.kind is ActorKind.PERSON and len(group.words) > 1]
    persons.sort(key=lambda group: (-len(group.names), group.first))
    persons = _join_full_names(page, groups, persons)
    by_part: dict[str, Group] = {}
    for group in persons:
        for part in _ends(page, group):
            by_part.setdefault(part, group)
    ends = set(by_part)
    for group in persons:
        by_part.setdefault(squeeze(group.words[0]), group)
    firms = _of_a_family(page, groups, persons)
    for group in groups.all():
        key = squeeze("".join(group.words))
        found = by_part.get(key)
        firm = firms.get(key)
        if firm is not None and firm is not group and firm.first < group.first and not group.titles:
            groups.merge(firm, group)
            continue
        if found is not None and key not in ends and _is_known_before(group, found):
            continue
        if found is not None and found is not group and _may_be_short(page, group) and not _reigns(page, group, found):
            found.person = True
            groups.merge(found, group)


def _of_a_family(page: Page, groups: Groups, persons: list[Group]) -> dict[str, Group]:
    """Firms by the surname they begin with, where two bear it: of them the surname alone would not say which."""
    bearers = Counter(squeeze(_bare(page, person)[-1]) for person in persons)
    return {
        first: group
        for group in groups.all()
        if group.kind is ActorKind.ORGANIZATION and len(group.words) > 1
        for first in (squeeze(group.words[0]),)
        if bearers[first] > 1
    }


def _is_known_before(short: Group, full: Group) -> bool:
    """Whether a first name stands alone so often before a full one that it is another's: William, William Rufus."""
    return sum(name.start < full.first for name in short.names) >= ALONE


def _bare(page: Page, group: Group) -> tuple[str, ...]:
    """The words of a name without "Jr." and the like."""
    words = group.words
    while len(words) > 1 and words[-1].lower() in page.lore.words["generations"]:
        words = words[:-1]
    return words


def _ends(page: Page, group: Group) -> list[str]:
    """What may stand for the whole: the last word, or the last few."""
    words = _bare(page, group)
    return [squeeze("".join(words[cut:])) for cut in range(1, len(words))]


def _join_full_names(page: Page, groups: Groups, persons: list[Group]) -> list[Group]:
    """Join "Barack Hussein Obama" with "Barack Obama", "J. Smith" with "John Smith"."""
    by_last: dict[str, list[Group]] = {}
    for group in persons:
        last = squeeze(_bare(page, group)[-1])
        same = next((other for other in by_last.get(last, ()) if _same_given(page, other, group)), None)
        if same is None:
            by_last.setdefault(last, []).append(group)
        else:
            groups.merge(same, group)
    return [group for found in by_last.values() for group in found]


def _generation(page: Page, group: Group) -> str:
    """The "Jr.", "Sr.", "III" behind a name in small letters, or ""."""
    last = group.words[-1].lower().rstrip(".")
    return {"junior": "jr", "senior": "sr"}.get(last, last) if last in page.lore.words["generations"] else ""


def _same_given(page: Page, one: Group, other: Group) -> bool:
    generations = {_generation(page, one), _generation(page, other)} - {""}
    if len(generations) > 1:
        return False
    left = [squeeze(word) for word in _bare(page, one)[:-1]]
    right = [squeeze(word) for word in _bare(page, other)[:-1]]
    if len(left) > len(right):
        left, right = right, left
    if not left or left == right or left == right[-len(left) :]:
        return True
    first, second = left[0], right[0]
    return first == second or (1 in (len(first), len(second)) and first[:1] == second[:1])


def _may_be_short(page: Page, group: Group) -> bool:
    """Whether a group may be a short form of a person: no state, and no organisation that is surely one."""
    if group.kind is ActorKind.PERSON:
        return True
    if group.known:
        return any(name.label == "PERSON" for name in group.names)
    if len(group.words) == 1 or not group.surely:
        return True
    # "Har-Shefi" alone, which the model may take for a firm.
    return not any(name.firm for name in group.names) and not page.lore.has("organization_heads", group.words[-1])


def _reigns(page: Page, short: Group, full: Group) -> bool:
    """Whether a king or a pope is named alone, whom no full name of that title bears: "King Hussein", not "Saddam"."""
    crowned = {word for title in short.titles for word in title.split()} & page.lore.words["crowned"]
    if not crowned or squeeze(full.words[0]) == squeeze(short.words[0]):
        return False
    return not any(crowned & set(title.split()) for title in full.titles)


def share_surnames(page: Page, names: list[Name]) -> None:
    """Give "Judith" in "Judith and Natalie Raanan" the surname too; the span stays as written."""
    outer = [name for name in names if not name.nested]
    seen = Counter(name.words[0] for name in outer if len(name.words) == 1)
    surnames = {name.words[-1] for name in outer if len(name.words) > 1 and name.kind is ActorKind.PERSON}
    for left, right in pairwise(outer):
        if len(left.words) != 1 or not _has_plain_surname(right) or right.kind is not ActorKind.PERSON or right.title:
            continue
        if left.known or left.title or page.text[left.end : right.start].strip() not in ("and", "&"):
            continue
        first, lore = left.words[0], page.lore
        once = left.label == "PERSON" and seen[first] == 1 and right.words[0].lower() in lore.genders
        if (first.lower() in lore.genders or once) and first not in surnames:
            left.words = (first, right.words[-1])
            left.kind = ActorKind.PERSON


def _has_plain_surname(name: Name) -> bool:
    """Whether a name is a first name and a surname, with no more than an initial between ("George W. Bush")."""
    words = name.words
    return len(words) == 2 or (len(words) == 3 and len(squeeze(words[1])) == 1)
