"""Common nouns that point back to an actor: "the president", "the company", "the ministry"; always inferred."""

from __future__ import annotations

from collections.abc import Iterator, Set

from timeline_app.extraction.actors.groups import Group
from timeline_app.extraction.actors.pronouns import gender_of
from timeline_app.extraction.actors.reading import Page
from timeline_app.extraction.actors.spans import Name, nominal
from timeline_app.extraction.analysis import Token
from timeline_app.model import ActorKind, MentionForm

#: So many names back a lone firm or product is looked for.
LOOK_BACK = 8
#: Named at least so often, a firm or product may be what an article is about.
OFTEN = 3
#: Words between "the" and a noun.
LONGEST = 5
#: Last words of names that are no organisation's and yet are spoken of alone: "the iTunes Store … the store".
_ENDS = frozenset({"store", "airport", "hospital", "prison", "stadium", "bridge"})
#: Spoken of so, the only man or woman of an article is meant.
_PEOPLE = {"man": "m", "woman": "f", "boy": "m", "girl": "f"}
#: Words of bodies that are no firms.
_OFFICES = frozenset(
    "administration agency authority bureau commission committee congress council court department ministry office "
    "parliament police senate".split()
)
_NOT_OF_WHICH = frozenset({"of", "that", "who", "which", "for", "-", "elect"})


def add_nominals(page: Page, groups: list[Group], taken: set[int]) -> None:
    """Walk the text once; what was named last under a word is what "the" with that word means."""
    lists = page.lore.words
    wanted = _PEOPLE.keys() | _ENDS
    things = _with_plurals(lists["product_nouns"])
    wanted |= lists["offices"] | lists["firm_nouns"] | things | lists["short_heads"]
    named = sorted(_named(groups), key=lambda entry: (entry[0].first, entry[1]))
    by_word: dict[str, int] = {}
    recent: list[tuple[int, int]] = []
    at = 0
    for token in page.tokens:
        if token.text not in wanted or token.i in taken:
            continue
        first = _definite(page, token)
        if first < 0 or any(i in taken for i in range(first, token.i)):
            continue
        while at < len(named) and named[at][0].first < token.i:
            name, number = named[at]
            by_word.update(dict.fromkeys(_words_for(name, groups[number]), number))
            if not _is_where(page, name):
                recent.append((name.sentence, number))
            at += 1
        meant = _meant(page, token, by_word if first == token.i - 1 else {}, recent, groups)
        if meant is not None and not _does_it(page, token, groups[meant]):
            groups[meant].names.append(nominal(page.tokens, first, token.i + 1, inferred=True))


def _with_plurals(nouns: Set[str]) -> frozenset[str]:
    return frozenset(nouns) | {f"{noun}s" for noun in nouns}


def _does_it(page: Page, token: Token, group: Group) -> bool:
    """Whether the noun is what the group does something to: in "Apple offered to buy the firm" that is not Apple."""
    verb = token.head if token.dep in {"dobj", "nsubjpass"} else -1
    if token.dep == "pobj" and page.tokens[token.head].dep == "agent":  # "the A330s will be replaced by the new jets"
        verb = page.tokens[token.head].head
        under = [t.i for t in page.tokens[page.sentences[token.sentence].first : verb] if t.sentence == token.sentence]
        return any(name.first <= i < name.after for name in group.names for i in under)
    while verb >= 0:
        doers = {t.i for t in page.tokens[page.sentences[token.sentence].first : token.i] if t.head == verb}
        doers = {i for i in doers if page.tokens[i].dep in {"nsubj", "agent"}}
        if doers or page.tokens[verb].dep not in {"xcomp", "conj"} or token.dep == "nsubjpass":
            return any(name.first <= i < name.after for name in group.names for i in doers)
        verb = page.tokens[verb].head
    return False


def _is_where(page: Page, name: Name) -> bool:
    """Whether a name says where: "the lander" of a landing on Elysium Planitia is not that."""
    last = page.tokens[name.after - 1]
    return last.dep == "pobj" and page.tokens[last.head].text.lower() in {"in", "on", "at", "near", "over"}


def _named(groups: list[Group]) -> Iterator[tuple[Name, int]]:
    for number, group in enumerate(groups):
        for name in group.names:
            if not name.nested and name.form is not MentionForm.PRONOUN:
                yield name, number


def _words_for(name: Name, group: Group) -> Iterator[str]:
    """The nouns by which a name may be spoken of again: a person's titles, the last word of a body's name."""
    if group.kind is ActorKind.PERSON:
        yield from name.title.split()
    elif len(name.words) > 1 and name.form is MentionForm.NAME:
        yield name.words[-1].lower()
        if len(name.words) > 2 and name.words[1] in ("of", "for"):
            yield name.words[0].lower()


def _definite(page: Page, token: Token) -> int:
    """The token of "the" before a noun, which may have adjectives; -1 where something says of which one is spoken."""
    behind = page.tokens[token.i + 1].text if token.i + 1 < len(page.tokens) else ""
    if token.dep == "compound" or behind in _NOT_OF_WHICH:
        return -1
    first = token.i - 1
    while first > 0 and token.i - first < LONGEST and _modifies(page, first):
        first -= 1
    if first < 0:
        return -1
    word = page.tokens[first].text.lower()
    # An airline's "first aircraft" is one of those the article is about.
    own = word in ("its", "their") and page.tokens[first + 1].text.lower() == "first"
    return first if word == "the" or own else -1


def _modifies(page: Page, i: int) -> bool:
    """Whether a word before a noun is an adjective, or part of one: "double-deck"."""
    token = page.tokens[i]
    return token.tag in ("JJ", "VBN", "HYPH") or (token.tag == "NN" and page.tokens[i - 1].tag == "HYPH")


def _meant(
    page: Page, token: Token, by_word: dict[str, int], recent: list[tuple[int, int]], groups: list[Group]
) -> int | None:
    if token.text in by_word:
        return by_word[token.text]
    lists = page.lore.words
    if token.text in _PEOPLE:
        return _only_one(page, groups, _PEOPLE[token.text], token.i)
    if token.text in lists["firm_nouns"]:
        kind, reach = ActorKind.ORGANIZATION, 1
    elif token.text in lists["product_nouns"] or token.text.removesuffix("s") in lists["product_nouns"]:
        kind, reach = ActorKind.OTHER, 3
    else:
        return None
    near = {
        number
        for sentence, number in recent[-LOOK_BACK:]
        if sentence >= token.sentence - reach and groups[number].kind is kind
        if kind is not ActorKind.ORGANIZATION or not _is_office(groups[number])
    }
    if len(near) == 1:
        return near.pop()
    return _dominant(groups, kind)


def _is_office(group: Group) -> bool:
    """Whether a body governs, judges or supervises, and is no "company"."""
    words = (*group.known.split(), *(word for name in group.names for word in name.words))
    return any(word.lower() in _OFFICES for word in words)


def _only_one(page: Page, groups: list[Group], gender: str, before: int) -> int | None:
    """The one person of a gender that was named before."""
    found = [
        number
        for number, group in enumerate(groups)
        if group.kind is ActorKind.PERSON
        and min(name.first for name in group.names) < before
        and gender_of(page, group) in (gender, "")
    ]
    return found[0] if len(found) == 1 else None


def _dominant(groups: list[Group], kind: ActorKind) -> int | None:
    """The one firm or product that an article is about: named often, and twice as often as all others together."""
    counts = {
        number: sum(name.form is MentionForm.NAME for name in group.names)
        for number, group in enumerate(groups)
        if group.kind is kind
    }
    first = max(counts, key=lambda number: counts[number], default=None)
    if first is None or counts[first] < OFTEN or 3 * counts[first] < 2 * sum(counts.values()):
        return None
    return first
