"""What an actor is called on screen, and its other names."""

from __future__ import annotations

from collections import Counter

from timeline_app.extraction.actors.groups import Group
from timeline_app.extraction.actors.reading import Page, glue_length
from timeline_app.extraction.actors.spans import Name, squeeze
from timeline_app.model import ActorKind, MentionForm


def written(page: Page, name: Name) -> str:
    """A name as the text has it, without title, article and mark of possession, on one line."""
    token = page.tokens[name.core if name.core < name.after else name.first]
    start = max(name.start, token.start + glue_length(token.text))
    return " ".join(page.text[start : name.end].split())


def best_name(page: Page, group: Group) -> str:
    """The usual name of who is on the lists; else the fullest that is written, of equals the most frequent."""
    if group.known:
        return group.known
    counts = Counter(_clear(page, name) for name in group.names if name.form is MentionForm.NAME and name.words)
    if not counts:
        return written(page, group.names[0])
    if group.kind is ActorKind.PLACE and all(_shouts(text) for text in counts):
        counts = Counter({text.title(): number for text, number in counts.items()})
    persons = group.kind is ActorKind.PERSON

    def rank(text: str) -> tuple[int, int, int, str]:
        words = text.split()
        fullness = min(len(words), 4) if persons else len(words) if counts[text] > 1 or len(words) <= 8 else 1
        return (-int(_shouts(text)), fullness, counts[text], text)

    best = max(counts, key=rank)
    lasts = {text.split()[-1] for text in counts}
    return best[:-1] if group.kind is ActorKind.OTHER and best[-1] == "s" and best.split()[-1][:-1] in lasts else best


def _shouts(text: str) -> bool:
    """Whether a name is written in capitals that are no acronym's, as datelines have it."""
    return len(text) > 5 and text.isupper()


def _clear(page: Page, name: Name) -> str:
    """The written name; the fuller one where its words hold more than the text ("Judith" → "Judith Raanan")."""
    text = written(page, name)
    full = " ".join(name.words)
    return full if name.kind is ActorKind.PERSON and squeeze(text) != squeeze(full) and text in full else text


def aliases_of(page: Page, group: Group, best: str) -> tuple[str, ...]:
    """Its other written names, in the order they were met."""
    found: dict[str, None] = {}
    for name in group.names:
        if name.words and name.form is not MentionForm.PRONOUN:
            found.setdefault(written(page, name))
    found.pop(best, None)
    return tuple(found)
