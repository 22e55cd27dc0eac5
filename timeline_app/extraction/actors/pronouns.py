"""Whom "he" and "she" mean, where a rule may say so; always marked as inferred. "They" and "it" are left alone."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_app.extraction.actors.groups import Group
from timeline_app.extraction.actors.reading import Page
from timeline_app.extraction.actors.spans import Name, plain_letters
from timeline_app.extraction.analysis import Token
from timeline_app.model import ActorKind, MentionForm

_GENDERS = dict.fromkeys(("he", "him", "his", "himself"), "m") | dict.fromkeys(("she", "her", "hers", "herself"), "f")
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_OBJECTS = frozenset({"dobj", "pobj", "dative"})
#: So many verbs joined by "and" share a subject.
_JOINED = 4
#: A person as met: the sentence, whether as its subject, and who.
_Seen = tuple[int, bool, Group]
#: Beyond this many sentences a pronoun does not reach back.
REACH = 2


def find_pronouns(page: Page, groups: list[Group]) -> None:
    """Add pronouns to the persons they mean: the last subject of fitting gender, within reach."""
    spoken = [token for token in page.tokens if token.text.lower() in _GENDERS]
    if not spoken:
        return
    _find_unknown_persons(page, groups, spoken)
    persons = [group for group in groups if group.kind is ActorKind.PERSON]
    genders = {id(group): gender_of(page, group) for group in persons}
    named = sorted(
        ((name.first, name, group) for group in persons for name in group.names if not name.nested),
        key=lambda entry: entry[0],
    )
    at = 0
    seen: list[_Seen] = []
    for token in spoken:
        while at < len(named) and named[at][0] < token.i:
            _, name, group = named[at]
            seen.append((name.sentence, _is_subject(page, name), group))
            at += 1
        own = _own_subjects(page, token) | _own_objects(page, token)
        same = {id(group) for _, name, group in named if own & set(range(name.first, name.after))} if own else set()
        others = [entry for entry in seen if id(entry[2]) not in same] if same else seen
        # "He" that opens a sentence goes on from the subject of the last one.
        since = token.sentence - (token.dep in _SUBJECTS and page.begins(token.i))
        meant = _meant(others, _GENDERS[token.text.lower()], token.sentence, since, genders)
        if meant is not None:
            meant.names.append(_pronoun(token))
            genders[id(meant)] = genders[id(meant)] or _GENDERS[token.text.lower()]
            seen.append((token.sentence, token.dep in _SUBJECTS, meant))


def _find_unknown_persons(page: Page, groups: list[Group], spoken: Sequence[Token]) -> None:
    """Make persons of names in one word that "he" goes on from, where no list and hardly the model knows them."""
    subjects = [token for token in spoken if token.dep in _SUBJECTS]
    for token in subjects:
        _find_where_he(page, groups, token)
        _find_by_its_place(page, groups, token)
    first = next((token for token in subjects if token.sentence > 0), None)
    if first is not None:
        _find_only_one(page, groups, first)


def _find_only_one(page: Page, groups: list[Group], first: Token) -> None:
    """Where no person was named before the first "he": the subject of the sentence before ("Napoleon fled. He …")."""
    before = [
        (name, group)
        for group in groups
        for name in group.names
        if name.start < first.start and name.sentence >= first.sentence - 1 and not name.nested
    ]
    if any(group.kind is ActorKind.PERSON for _, group in before):
        return
    for name, group in before:
        if name.sentence == first.sentence - 1 and _may_be_person(page, name, group):
            _make_person(group)
            return


def _find_where_he(page: Page, groups: list[Group], token: Token) -> None:
    """The name in "Pompey fled to Greece, where he was defeated", of which else nothing is known."""
    clause, sentence = page.tokens[token.head], _in_sentence(page, token)
    if clause.dep != "relcl" or not any(t.head == clause.i and t.text.lower() == "where" for t in sentence):
        return
    here = [(name, group) for group in groups for name in group.names if name.sentence == token.sentence]
    if any(group.kind is ActorKind.PERSON for _, group in here):
        return
    for name, group in here:
        if group.kind is ActorKind.OTHER and _may_be_person(page, name, group):
            _make_person(group)
            return


def _find_by_its_place(page: Page, groups: list[Group], token: Token) -> None:
    """The subject of the main clause just before "He" opens a sentence, where the model sees nothing in it."""
    if not page.begins(token.i) or token.sentence == 0:
        return
    for group in groups:
        if group.kind is not ActorKind.OTHER or any(name.label for name in group.names):
            continue
        for name in group.names:
            main = page.tokens[page.tokens[name.after - 1].head].dep == "ROOT"
            if name.sentence == token.sentence - 1 and main and _may_be_person(page, name, group):
                _make_person(group)
                return


def _may_be_person(page: Page, name: Name, group: Group) -> bool:
    """Whether a name is one word, a subject, on no list, and stands neither for a place nor in capitals."""
    plain = len(name.words) == 1 and not group.known and not name.placed and not name.words[0].isupper()
    the = name.first > 0 and page.tokens[name.first - 1].text.lower() == "the"
    return plain and not the and _is_subject(page, name)


def _make_person(group: Group) -> None:
    group.person = True
    group.settle()


def _pronoun(token: Token) -> Name:
    form = MentionForm.PRONOUN
    return Name(token.start, token.end, token.i, token.i + 1, token.i, token.sentence, (), form=form, inferred=True)


def _own_subjects(page: Page, token: Token) -> set[int]:
    """The subjects of the verb that "him" is an object of: in "Ann's brother described him" it is not the brother."""
    if token.dep not in _OBJECTS or token.text.lower().endswith("self"):
        return set()
    at = token.head
    if page.tokens[at].pos == "ADP":
        at = page.tokens[at].head
    for _ in range(_JOINED):
        found = {t.i for t in _in_sentence(page, token) if t.head == at and t.dep in _SUBJECTS}
        if found or page.tokens[at].dep != "conj":
            return found
        at = page.tokens[at].head
    return set()


def _own_objects(page: Page, token: Token) -> set[int]:
    """The objects of the verb that "he" is the subject of: in "he visited Epstein" it is not Epstein."""
    if token.dep not in _SUBJECTS:
        return set()
    verb = token.head
    sentence = _in_sentence(page, token)
    prepositions = {t.i for t in sentence if t.head == verb and t.dep in {"prep", "agent"}}
    return {t.i for t in sentence if t.dep in _OBJECTS and (t.head == verb or t.head in prepositions)}


def _in_sentence(page: Page, token: Token) -> Sequence[Token]:
    sentence = page.sentences[token.sentence]
    return page.tokens[sentence.first : sentence.after]


def _is_subject(page: Page, name: Name) -> bool:
    return any(page.tokens[i].dep in _SUBJECTS for i in range(name.first, name.after))


def _meant(seen: list[_Seen], gender: str, sentence: int, since: int, genders: dict[int, str]) -> Group | None:
    """The last fitting subject; where none was a subject the last fitting one; of unknown gender only the only one.

    A subject of unknown gender fits from sentence `since` on.
    """
    near = [entry for entry in seen[-12:] if entry[0] >= sentence - REACH]
    fitting = [entry for entry in near if _fits(entry, gender, since, genders)]
    if not fitting:
        unknown = [entry for entry in near if genders[id(entry[2])] == ""]
        fitting = unknown if len({id(entry[2]) for entry in unknown}) == 1 else []
    if not fitting:
        return None
    subjects = [entry for entry in fitting if entry[1]]
    return (subjects or fitting)[-1][2]


def _fits(entry: _Seen, gender: str, since: int, genders: dict[int, str]) -> bool:
    """Whether a person may be meant: of that gender, or of none known but a subject since this sentence."""
    where, subject, group = entry
    known = genders[id(group)]
    return known == gender or (known == "" and subject and where >= since)


def gender_of(page: Page, group: Group) -> str:
    """Say "m", "f" or "" by first name, else by title."""
    lore = page.lore
    for word in group.words[:2]:
        if len(group.words) > 1 and (gender := lore.genders.get(plain_letters(word))):
            return gender
    for title in sorted(group.titles):
        for word in title.replace(".", "").split():
            if word in lore.words["male"]:
                return "m"
            if word in lore.words["female"]:
                return "f"
    return lore.genders.get(plain_letters(group.words[0]), "") if group.words else ""
