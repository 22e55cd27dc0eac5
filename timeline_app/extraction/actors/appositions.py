"""What stands beside a name, set off by commas: "Mamoun Fandy, the president of a think tank in London"."""

from __future__ import annotations

from timeline_app.extraction.actors.groups import Group
from timeline_app.extraction.actors.reading import Page
from timeline_app.extraction.actors.spans import Name, nominal
from timeline_app.model import ActorKind, MentionForm

_PHRASE_ENDS = frozenset({",", ".", ";", ":", "(", ")", "—", "–", "--", "”", '"', "''", "who", "which", "that"})
_CLOSERS = frozenset({",", ".", ";", ")", "!", "?", "—", "–", "--"})
#: An apposition longer than this is a clause, not a name.
LONGEST = 14
#: Words between the article and the noun of a phrase before names ("the released hostages, Judith and …").
LONGEST_BEFORE = 5


def add_appositions(page: Page, groups: list[Group], taken: set[int]) -> None:
    """Add such mentions to the groups; `taken` are the tokens of names and grows by those of the heads."""
    named = sorted(
        ((name, group) for group in groups for name in group.names if _is_outer(name)), key=lambda entry: entry[0].first
    )
    for index, (name, group) in enumerate(named):
        _add_behind(page, name, group, taken)
        if group.kind is ActorKind.PERSON:
            _add_before(page, named, index, taken)


def _is_outer(name: Name) -> bool:
    return not name.nested and name.form is MentionForm.NAME


def _add_behind(page: Page, name: Name, group: Group, taken: set[int]) -> None:
    tokens, last = page.tokens, name.after - 1
    first = last + 2
    if first >= len(tokens) or tokens[last + 1].text != "," or first in taken or tokens[first].tag == "CD":
        return
    near = tokens[first : first + LONGEST]
    head = next((token for token in near if token.dep == "appos" and name.first <= token.head <= last), None)
    if head is None or head.pos != "NOUN" or head.i in taken or not _fits(page, head.text.lower(), group):
        return
    after = head.i + 1
    while after < len(tokens) and after < first + LONGEST and _goes_on(page, after, head.sentence):
        after += 1
    listing = any(token.text in ("and", "or") for token in tokens[head.i : after])
    if after < first + LONGEST and not listing:
        group.names.append(nominal(page.tokens, first, after, title=head.text.lower()))
        taken.update(range(first, head.i + 1))


def _fits(page: Page, noun: str, group: Group) -> bool:
    """Whether a noun may tell what an actor is: no "source" is a firm, no "company" a man."""
    lists = page.lore.words
    if noun in lists["roles"] or noun in lists["titles"] or noun in lists["male"] or noun in lists["female"]:
        return group.kind is ActorKind.PERSON or group.kind is ActorKind.OTHER
    return group.kind is not ActorKind.PERSON or noun not in lists["firm_nouns"]


def _goes_on(page: Page, i: int, sentence: int) -> bool:
    token = page.tokens[i]
    return token.sentence == sentence and token.text not in _PHRASE_ENDS and not token.tag.startswith(("VB", "W"))


def _add_before(page: Page, named: list[tuple[Name, Group]], index: int, taken: set[int]) -> None:
    """Add "the released hostages" to Judith and to Natalie Raanan, who are named behind it between commas."""
    tokens = page.tokens
    comma = named[index][0].first - 1
    noun = tokens[comma - 1] if comma > 0 and tokens[comma].text == "," else None
    if noun is None or noun.pos != "NOUN" or noun.i in taken or noun.sentence != tokens[comma].sentence:
        return
    first = noun.i
    while first > 0 and noun.i - first < LONGEST_BEFORE and tokens[first].text.lower() != "the":
        first -= 1
    persons = _listed(page, named, index)
    behind = persons[-1][0].after
    if tokens[first].text.lower() != "the" or any(i in taken for i in range(first, noun.i)):
        return
    alone = noun.text in page.lore.words["roles"] or noun.text in page.lore.words["titles"]
    fits = noun.tag == "NNS" if len(persons) > 1 else alone
    if fits and behind < len(tokens) and tokens[behind].text in _CLOSERS:
        for _, group in persons:
            group.names.append(nominal(page.tokens, first, noun.i + 1, title=noun.text.lower()))
        taken.update(range(first, noun.i + 1))


def _listed(page: Page, named: list[tuple[Name, Group]], index: int) -> list[tuple[Name, Group]]:
    """The persons of a list that begins with one: "Judith and Natalie Raanan"."""
    found = [named[index]]
    for name, group in named[index + 1 :]:
        between = page.text[found[-1][0].end : name.start].strip()
        if group.kind is not ActorKind.PERSON or between not in (",", "and", ", and", "&"):
            break
        found.append((name, group))
    return found
