"""Common nouns that name an actor: "the president", "the company", and what stands beside a name set off by commas."""

from __future__ import annotations

from timeline_app.extraction.actors.groups import Group
from timeline_app.extraction.actors.offices import holder_of, office_holders
from timeline_app.extraction.actors.reading import Page
from timeline_app.extraction.actors.spans import Name
from timeline_app.model import ActorKind, MentionForm

#: Nouns for the one organisation just spoken of.
_FIRMS = frozenset("company firm airline carrier manufacturer automaker planemaker bank retailer publisher".split())
_PHRASE_ENDS = frozenset({",", ".", ";", ":", "(", ")", "—", "–", "--", "-", "”", '"', "''", "who", "which", "that"})
#: An apposition longer than this is a clause, not a name.
LONGEST_APPOSITION = 14


def find_nominals(page: Page, groups: list[Group]) -> None:
    """Add such mentions to the groups."""
    if not page.parsed:
        return
    taken = {i for group in groups for name in group.names for i in range(name.first, name.after)}
    at_token = {
        name.after - 1: group
        for group in groups
        for name in group.names
        if not name.nested and name.form is MentionForm.NAME
    }
    _add_appositions(page, at_token, taken)
    _add_definites(page, groups, taken)


def _add_appositions(page: Page, at_token: dict[int, Group], taken: set[int]) -> None:
    """Add what stands beside a name: "Mamoun Fandy, the president of a think tank in London"."""
    for last, group in sorted(at_token.items()):
        first = last + 2
        if first >= len(page.tokens) or page.tokens[last + 1].text != "," or first in taken:
            continue
        head = next(
            (
                token
                for token in page.tokens[first : first + LONGEST_APPOSITION]
                if token.dep == "appos" and token.head in (last, last - 1, last - 2)
            ),
            None,
        )
        if head is None or head.pos != "NOUN" or head.i in taken or page.tokens[first].tag.startswith("CD"):
            continue
        after = head.i + 1
        while after < len(page.tokens) and after < first + LONGEST_APPOSITION and _goes_on(page, after, head.sentence):
            after += 1
        group.names.append(_nominal(page, first, after, head.text.lower(), inferred=False))
        taken.update(range(first, head.i + 1))


def _goes_on(page: Page, i: int, sentence: int) -> bool:
    token = page.tokens[i]
    return token.sentence == sentence and token.text not in _PHRASE_ENDS and not token.tag.startswith(("VB", "W"))


def _nominal(page: Page, first: int, after: int, title: str, *, inferred: bool) -> Name:
    tokens = page.tokens
    return Name(
        tokens[first].start, tokens[after - 1].end, first, after, tokens[first].sentence, (), title=title,
        form=MentionForm.NOMINAL, inferred=inferred,
    )  # fmt: skip


def _add_definites(page: Page, groups: list[Group], taken: set[int]) -> None:
    """Add "the president" for the president last named, "the company" for the one organisation named just before."""
    offices = page.lore.words["offices"]
    holders = office_holders(groups)
    holders += [
        (name.start, frozenset({name.title}), group)
        for group in groups
        if group.kind is ActorKind.PERSON
        for name in group.names
        if name.form is MentionForm.NOMINAL and name.title in offices
    ]
    holders.sort(key=lambda entry: entry[0])
    firms = sorted(
        (name.sentence, name.start, number)
        for number, group in enumerate(groups)
        if group.kind is ActorKind.ORGANIZATION
        for name in group.names
        if not name.nested and name.form is MentionForm.NAME
    )
    position, recent = 0, []
    for token in page.tokens:
        word = token.text
        if not (word in offices or word in _FIRMS) or token.i in taken or token.i == 0:
            continue
        if page.tokens[token.i - 1].text.lower() != "the" or token.dep == "compound" or _is_qualified(page, token.i):
            continue
        if word in offices:
            earlier = [entry for entry in holders if entry[0] < token.start]
            group = holder_of(word, token.start, earlier)
        else:
            while position < len(firms) and firms[position][1] < token.start:
                recent.append(firms[position])
                position += 1
            near = {number for sentence, _, number in recent[-6:] if sentence >= token.sentence - 1}
            group = groups[near.pop()] if len(near) == 1 else None
        if group is not None:
            group.names.append(_nominal(page, token.i - 1, token.i + 1, "", inferred=True))


def _is_qualified(page: Page, i: int) -> bool:
    """Whether words behind it say of which one is spoken: "the president of Iran", "the company that …"."""
    return i + 1 < len(page.tokens) and page.tokens[i + 1].text in ("of", "that", "who", "which", "for", "-", "elect")
