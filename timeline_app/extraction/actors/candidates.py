"""From runs of capitals and the model's entities to names: where one ends and the next begins, titles, peoples."""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Iterator

from timeline_app.extraction.actors.kinds import kind_by_words
from timeline_app.extraction.actors.reading import Page, glue_length, name_label, tail_length
from timeline_app.extraction.actors.runs import capital_runs
from timeline_app.extraction.actors.spans import KIND_OF_LABEL, Name
from timeline_app.extraction.analysis import Sentence
from timeline_app.model import ActorKind, MentionForm

_POSSESSIVES = ("'s", "’s")


def names_in(page: Page, sentence: Sentence) -> Iterator[Name]:
    """The names of a sentence in order; one inside another follows it."""
    for first, after in capital_runs(page, sentence):
        for begin, end in _pieces(page, first, after):
            yield from _read(page, begin, end)


def _pieces(page: Page, first: int, after: int) -> Iterator[tuple[int, int]]:
    """Split a run where one name ends and another begins without a word between."""
    begin = first
    tokens, lore = page.tokens, page.lore
    last = tokens[after - 1].text.lower()
    closed = any(last in lore.words[table] for table in ("organization_heads", "place_heads", "other_heads"))
    for at in range(first + 1, after):
        token, before = tokens[at], tokens[at - 1]
        if not (token.entity_start and name_label(token)) or at == begin:
            continue
        left, right = name_label(before), token.entity
        if right == "PERSON" and left in ("ORG", "FAC") and not lore.has("titles", before.text):
            # A first name that the model has outside goes with the person behind it.
            border = at - 1 if not name_label(before) and before.text.lower() in lore.genders else at
            if border > begin:
                yield begin, border
            begin = border
        elif left == "PERSON" and right != "PERSON" and not closed and before.text not in lore.people:
            yield begin, at
            begin = at
    yield begin, after


def _read(page: Page, first: int, after: int) -> Iterator[Name]:
    """The name in a piece, the nationality before it and the names inside it."""
    tokens, lore = page.tokens, page.lore
    while first < after and tokens[first].text in lore.people and _is_apart(page, first, after):
        yield _nationality(page, first)
        first += 1
    if after - first > 1 and page.begins(first) and _is_opening_adjective(page, first):
        first += 1
    while after > first and not tokens[after - 1].text[0].isalnum():
        after -= 1
    if first >= after:
        return
    single = tokens[first].text
    if after - first == 1 and (single in lore.people or single.lower() in lore.words["common"]):
        if single in lore.people:
            yield _nationality(page, first)
        return
    name = _name(page, first, after)
    yield name
    if after - first > 1:
        yield from _known_inside(page, name)


def _is_apart(page: Page, first: int, after: int) -> bool:
    """Whether a word of nationality stands before a name and is no part of it ("Italian Supreme Court")."""
    if after - first < 2:
        return False
    token, following = page.tokens[first], page.tokens[first + 1]
    if page.lore.match(page.text, token.start) not in ("", token.text):
        return False
    if page.lore.has("titles", following.text) or following.text in page.lore.people:
        return True
    if name_label(following) and following.entity_start:
        return True
    return token.tag == "JJ" and not (name_label(token) in ("ORG", "FAC", "PERSON") and token.entity_start)


def _is_opening_adjective(page: Page, first: int) -> bool:
    """Whether the first word of a sentence is no part of the name behind it ("Successful Stormtroopers")."""
    token = page.tokens[first]
    return token.tag in ("JJ", "VBN", "VBG", "RB", "NN") and not name_label(token) and token.text not in page.within


def _nationality(page: Page, i: int) -> Name:
    """A word for a people: a name where it stands for the people ("the Belgians"), else what points to its state."""
    token = page.tokens[i]
    known = page.lore.people[token.text]
    people = token.tag in ("NNPS", "NNS") if page.parsed else token.text.endswith("s")
    form = MentionForm.NAME if people and token.dep not in ("amod", "compound") else MentionForm.NOMINAL
    label = token.entity or "NORP"
    return Name(
        token.start, token.end, i, i + 1, token.sentence, (token.text,), label, known.kind, known=known.name, form=form
    )


def _name(page: Page, first: int, after: int) -> Name:
    tokens, lore = page.tokens, page.lore
    start = tokens[first].start + glue_length(tokens[first].text)
    end = tokens[after - 1].end - tail_length(page, tokens[after - 1].text)
    label = _label(page, first, after)
    core = first + _title_length(page, first, after)
    title = " ".join(token.text for token in tokens[first:core]).lower()
    words = [token.text for token in tokens[core:after]]
    if core == first:
        words[0] = page.text[start : tokens[first].end]
    if end < tokens[after - 1].end and words:
        words[-1] = page.text[max(start, tokens[after - 1].start) : end]
    whole = page.text[start:end]
    entry = lore.known.get(whole) or (lore.known.get(" ".join(words)) if words else None)
    words = _telling(page, words)
    if words and words[-1].endswith(_POSSESSIVES):
        end, words[-1] = end - 2, words[-1][:-2]
    kind = entry.kind if entry else kind_by_words(page, words, label, title)
    weak = not label and not entry and kind is None
    sentence = tokens[first].sentence
    return Name(
        start, end, first, after, sentence, tuple(words), label, kind, title, entry.name if entry else "", weak=weak
    )


def _label(page: Page, first: int, after: int) -> str:
    """The label of most of its words, the last one's where two share alike."""
    counts = Counter(label for token in page.tokens[first:after] if (label := name_label(token)))
    if not counts:
        return ""
    last = name_label(page.tokens[after - 1])
    return max(counts, key=lambda label: (counts[label], label == last, label))


def _title_length(page: Page, first: int, after: int) -> int:
    """How many of the first words are a person's title, with the state or office before and within it."""
    tokens, lore = page.tokens, page.lore
    length, at = 0, first
    while at < after:
        word = tokens[at].text
        if lore.has("titles", word.rstrip(".")) or word in ("US", "U.S.", "UK", "UN", "EU", "U.K.", "U.N."):
            at += 1
            if lore.has("titles", word.rstrip(".")):
                length = at - first
        elif length and word in ("of", "for") and at + 2 < after:
            at += 2
            length = at - first
        else:
            break
    if length == after - first:
        return length
    following = tokens[first + length]
    person = name_label(following) == "PERSON" or following.text.lower() in lore.genders or not name_label(following)
    return length if length and person else 0


def _telling(page: Page, words: list[str]) -> list[str]:
    """The words that tell one name from another: no company form, no comma, no hyphen."""
    kept = [word for word in words if word[0].isalnum() or word == "&"]
    while len(kept) > 1 and kept[-1].lower().rstrip(".") in page.lore.words["company_forms"]:
        kept.pop()
    return kept or words


def _known_inside(page: Page, name: Name) -> Iterator[Name]:
    """States, places and organisations inside a longer name ("United Kingdom Home Office")."""
    at = name.first
    tokens, lore = page.tokens, page.lore
    while at < name.after:
        token = tokens[at]
        found = lore.match(page.text, token.start)
        end = token.start + len(found)
        if not found or end > name.end or end - token.start >= name.end - name.start:
            if token.entity == "GPE" and token.entity_start and name.label != "GPE":
                at = yield from _place_inside(page, at, name)
            else:
                at += 1
            continue
        after = at + 1
        while after < name.after and tokens[after].end <= end:
            after += 1
        entry = lore.known[found]
        if _acts_inside(name, entry.kind, at):
            yield Name(
                token.start, end, at, after, token.sentence, tuple(found.split()), "GPE", entry.kind,
                known=entry.name, nested=True,
            )  # fmt: skip
        at = after


def _acts_inside(name: Name, kind: ActorKind, at: int) -> bool:
    """Whether a known name inside this one is a name of its own: not so inside a person's ("Jordan Henderson")."""
    if name.known:
        return False
    if name.kind is ActorKind.PERSON:
        return at < name.first + len(name.title.split())
    if kind is ActorKind.ORGANIZATION:
        return name.kind is ActorKind.OTHER or (at == name.first and name.first + 3 < name.after)
    return kind in (ActorKind.STATE, ActorKind.PLACE)


def _place_inside(page: Page, at: int, name: Name) -> Generator[Name, None, int]:
    """A place that the model has inside a longer name; returns the token after it."""
    tokens = page.tokens
    after = at + 1
    while after < name.after and tokens[after].entity == "GPE" and not tokens[after].entity_start:
        after += 1
    if after - at < name.after - name.first and _acts_inside(name, ActorKind.PLACE, at):
        words = tuple(token.text for token in tokens[at:after])
        yield Name(
            tokens[at].start, tokens[after - 1].end, at, after, tokens[at].sentence, words, "GPE",
            KIND_OF_LABEL["GPE"], nested=True,
        )  # fmt: skip
    return after
