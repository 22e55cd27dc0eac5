"""Which groups of names are actors: all that something vouches for, and runs of capitals that act or come again."""

from __future__ import annotations

from timeline_app.extraction.actors.groups import Group
from timeline_app.extraction.actors.kinds import is_happening
from timeline_app.extraction.actors.products import is_model
from timeline_app.extraction.actors.reading import Page
from timeline_app.extraction.actors.spans import Name
from timeline_app.model import ActorKind

_PARTS = frozenset({"nsubj", "nsubjpass", "dobj"})


def worth_keeping(page: Page, groups: list[Group]) -> list[Group]:
    """The groups that are actors. A work or product is one when named more than once or when it does something."""
    kept = [group for group in groups if group.names and _is_actor(page, group)]
    for group in kept:
        if not group.surely and 1 < len(group.words) < 4 and any(_speaks(page, name) for name in group.names):
            group.kind = ActorKind.PERSON
    return kept


def drop_own_parts(groups: list[Group]) -> None:
    """Leave out names inside a longer name of the same actor ("Scientology" in "Church of Scientology")."""
    for group in groups:
        if any(name.nested for name in group.names):
            whole = {i for name in group.names if not name.nested for i in range(name.first, name.after)}
            group.names = [name for name in group.names if not (name.nested and name.first in whole)]


def _is_actor(page: Page, group: Group) -> bool:
    if not any(name.form == "name" and not name.nested for name in group.names):
        return bool(group.known) or any(name.nested for name in group.names)
    if len(group.words) == 1 and not group.known:
        if page.lore.has("short_heads", group.words[0]):
            # "the State", "the Government" with a capital: somebody, where more is told of it than once in passing.
            return len(group.names) > 1 or any(_acts(page, name) for name in group.names)
        if _is_only_modifier(page, group):
            return False
    if is_site(group.words):
        return any(_speaks(page, name) for name in group.names)
    if group.surely and (group.kind is not ActorKind.OTHER or group.known):
        return True
    if _is_happening(page, group):
        return any(_speaks(page, name) for name in group.names)
    return len(group.names) > 1 or is_model(group.words) or any(_acts(page, name) for name in group.names)


def _is_only_modifier(page: Page, group: Group) -> bool:
    """Whether a lone word in capitals only tells of which things are spoken: "ICI" in "the ICI system"."""
    if not group.words[0].isupper() or not page.parsed:
        return False
    heads = [page.tokens[name.after - 1] for name in group.names]
    return all(head.dep == "compound" and page.tokens[head.head].text.islower() for head in heads)


def _is_happening(page: Page, group: Group) -> bool:
    """Whether the names tell of something that happens, a work or a law rather than of someone or of a thing."""
    labels = {name.label for name in group.names}
    return is_happening(page, group.words) or (bool(labels) and labels <= {"EVENT", "LAW", "WORK_OF_ART"})


def is_site(words: tuple[str, ...]) -> bool:
    """Whether the words are an address on the internet."""
    return len(words) == 1 and words[0].lower().endswith((".com", ".org", ".net", ".co.uk", ".edu", ".gov", ".info"))


def _speaks(page: Page, name: Name) -> bool:
    """Whether a name is the subject of a verb that takes somebody."""
    if name.nested:
        return False
    heads = (token.head for token in page.tokens[name.first : name.after] if token.dep == "nsubj")
    return any(page.lore.has("acting", page.tokens[head].lemma) for head in heads)


def _acts(page: Page, name: Name) -> bool:
    """Whether a name is the subject or the object of a verb."""
    return not name.nested and _part(page, name) != ""


def _part(page: Page, name: Name) -> str:
    """The dependency by which a name hangs on a verb outside it, if it is a subject's or an object's."""
    for token in page.tokens[name.first : name.after]:
        inside = name.first <= token.head < name.after
        if token.dep in _PARTS and not inside and page.tokens[token.head].tag.startswith("VB"):
            return token.dep
    return ""
