"""Bodies and firms that go by two names: "Interior Department", "Department of the Interior"; "Reed PLC", "Reed"."""

from __future__ import annotations

from timeline_app.extraction.actors.groups import Group, Groups
from timeline_app.extraction.actors.lore import Lore
from timeline_app.extraction.actors.reading import Page
from timeline_app.extraction.actors.spans import Name, squeeze
from timeline_app.model import ActorKind

_BODIES = frozenset({"department", "ministry"})
_OF = frozenset({"of", "for"})
_SMALL = frozenset({"of", "for", "the", "and", "&"})
#: Words of firms' names that stand for none of them.
_NO_SHORT_NAMES = frozenset("acquisition capital financial first international investment national partners".split())
#: Ends of airlines that leave them out like other firms their heads.
_LINES = frozenset({"lines"})
#: A firm is called by its first or by its last word.
_ENDS = (0, -1)
_PLACES = (ActorKind.STATE, ActorKind.PLACE)


def join_bodies(page: Page, groups: Groups) -> None:
    """Join departments and ministries whichever way they are written, and firms with their first word alone."""
    _join_departments(page, groups)
    _join_known(groups)
    _join_firms(page, groups)


def body_key(words: tuple[str, ...], lore: Lore) -> str:
    """What two ways to write one department share, or "": "US Interior Department" has "department interior"."""
    first = 1 if len(words) > 2 and (words[0] in lore.people or _is_place(lore, words[0])) else 0
    kept = [word.lower() for word in words[first:]]
    if len(kept) > 2 and kept[0] in _BODIES and kept[1] in _OF:
        field = kept[2:]
    elif len(kept) > 1 and kept[-1] in _BODIES:
        field = kept[:-1]
    else:
        return ""
    body = kept[0] if kept[0] in _BODIES else kept[-1]
    return f"{body} {' '.join(word for word in field if word not in _SMALL).replace('defence', 'defense')}"


def _is_place(lore: Lore, word: str) -> bool:
    entry = lore.known.get(word)
    return entry is not None and entry.kind in _PLACES


def land_of(words: tuple[str, ...], lore: Lore) -> str:
    """The state whose body it is, where the name begins with it; else ""."""
    entry = lore.people.get(words[0]) or lore.known.get(words[0])
    return entry.name if entry is not None and entry.kind in _PLACES else ""


def _join_departments(page: Page, groups: Groups) -> None:
    seen: dict[str, Group] = {}
    for group in groups.all():
        key = body_key(group.words, page.lore) if group.kind is ActorKind.ORGANIZATION else ""
        if not key:
            continue
        first = seen.setdefault(key, group)
        lands = {land_of(first.words, page.lore), land_of(group.words, page.lore)} - {""}
        if first is not group and len(lands) < 2:
            groups.merge(first, group)


def _join_known(groups: Groups) -> None:
    """Join "Nestle" with a group on the lists of which only "Nestle Group" is written."""
    for group in groups.all():
        if group.known and group.kind is ActorKind.ORGANIZATION:
            other = groups.get(squeeze("".join(group.words)))
            if other is not None and other is not group and not other.known and not _is_person(other):
                groups.merge(group, other)


def _join_firms(page: Page, groups: Groups) -> None:
    """Join "Reed" with "Reed International PLC", "Coors" with "Adolph Coors Co.", where no other begins or ends so."""
    bearing: dict[tuple[int, str], set[int]] = {}
    for group in groups.all():
        if len(group.words) > 1:
            for end in _ENDS:
                bearing.setdefault((end, squeeze(group.words[end])), set()).add(id(group))
    for group in groups.all():
        firm = next((name for name in group.names if _is_firm(page, name)), None)
        if firm is None or group.kind is not ActorKind.ORGANIZATION:
            continue
        for end in _ENDS:
            key = squeeze(firm.words[end])
            alone = groups.get(key)
            if alone is not None and len(bearing.get((end, key), ())) == 1 and _may_be_firm(page, alone, firm):
                groups.merge(group, alone)


def _is_firm(page: Page, name: Name) -> bool:
    """Whether a name is a firm's: by its form, or on the lists with an end that is left out ("Delta Air Lines")."""
    ends = name.words[-1].lower() in _LINES or page.lore.has("left_out_heads", name.words[-1]) if name.words else False
    return len(name.words) > 1 and (name.firm or (name.known != "" and ends))


def _may_be_firm(page: Page, alone: Group, firm: Name) -> bool:
    """Whether one word is a firm's short name: it comes after the long one and is no other's."""
    if alone.known or len(alone.words) > 1 or alone.first <= firm.start:
        return False
    ordinary = page.lore.has("generic_ends", alone.words[0]) or page.lore.has("organization_heads", alone.words[0])
    ordinary = ordinary or alone.words[0].lower() in page.small or alone.words[0].lower() in _NO_SHORT_NAMES
    return not ordinary and alone.kind not in _PLACES and not _is_person(alone)


def _is_person(group: Group) -> bool:
    """Whether a group is surely a person's: by a title, or by a full name."""
    return group.kind is ActorKind.PERSON and (bool(group.titles) or len(group.words) > 1)
