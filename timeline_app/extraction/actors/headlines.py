"""Names in lines written in capitals or like titles, where a capital tells nothing: those known from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from timeline_app.extraction.actors.reading import Page, name_label
from timeline_app.extraction.actors.spans import KIND_OF_LABEL, Name
from timeline_app.extraction.analysis import Sentence
from timeline_app.model import ActorKind, MentionForm

Written = dict[str, list[tuple[tuple[str, ...], Name]]]


def written_names(names: list[Name]) -> Written:
    """The names of the body by their first word in small letters, the longest first; persons by surname too."""
    found: dict[str, dict[tuple[str, ...], Name]] = {}
    for name in names:
        forms = [name.words] if name.words else []
        if name.kind is ActorKind.PERSON and len(name.words) > 1:
            forms.append(name.words[-1:])
        for words in forms:
            small = tuple(word.lower() for word in words)
            found.setdefault(small[0], {}).setdefault(small, name)
    return {first: sorted(entries.items(), key=lambda e: (-len(e[0]), e[0])) for first, entries in found.items()}


def names_in_title(page: Page, sentence: Sentence, written: Written) -> Iterator[Name]:
    """The names of a line in title case or capitals: known ones, those of the body, and the model's sure ones."""
    at = sentence.first
    while at < sentence.after:
        named = [_from_lists(page, sentence, at), _from_body(page, sentence, at, written)]
        name = max((n for n in named if n), key=lambda n: n.after, default=None) or _from_model(page, at)
        if name is None:
            at += 1
        else:
            yield name
            at = name.after


def _from_body(page: Page, sentence: Sentence, at: int, written: Written) -> Name | None:
    tokens = page.tokens
    if not tokens[at].text[0].isupper():
        return None
    for small, like in written.get(tokens[at].text.lower(), ()):
        after = at + len(small)
        if after <= sentence.after and all(tokens[at + k].text.lower() == word for k, word in enumerate(small)):
            words = like.words if len(small) == len(like.words) else like.words[-1:]
            start, end = tokens[at].start, tokens[after - 1].end
            return replace(
                like, start=start, end=end, first=at, after=after, core=at, sentence=tokens[at].sentence, words=words
            )
    return None


def _from_lists(page: Page, sentence: Sentence, at: int) -> Name | None:
    token, lore = page.tokens[at], page.lore
    found = lore.match(page.text, token.start)
    if found and len(found) > 1:
        after, end = at + 1, token.start + len(found)
        while after < sentence.after and page.tokens[after].end <= end:
            after += 1
        known = lore.known[found]
        return Name(
            token.start, end, at, after, at, token.sentence, tuple(found.split()), "GPE", known.kind, known=known.name
        )
    people = lore.people.get(token.text) or lore.people.get(token.text.capitalize())
    if people is None or not token.text[0].isupper():
        return None
    return Name(
        token.start, token.end, at, at + 1, at, token.sentence, (token.text,), "NORP", people.kind, known=people.name,
        form=MentionForm.NOMINAL,
    )  # fmt: skip


def _from_model(page: Page, at: int) -> Name | None:
    """A person, place or organisation of the model, none of whose words the body has in small letters."""
    tokens = page.tokens
    label = name_label(tokens[at])
    if not tokens[at].entity_start or label not in ("PERSON", "GPE", "ORG"):
        return None
    after = at + 1
    while after < len(tokens) and tokens[after].entity == label and not tokens[after].entity_start:
        after += 1
    words = tuple(token.text for token in tokens[at:after] if token.text[0].isalnum())
    ordinary = any(word.lower() in page.small or page.lore.has("no_names", word) for word in words)
    if ordinary or not words or (len(words) == 1 and label != "GPE" and not words[0].isupper()):
        return None
    return Name(
        tokens[at].start, tokens[after - 1].end, at, after, at, tokens[at].sentence, words, label, KIND_OF_LABEL[label]
    )
