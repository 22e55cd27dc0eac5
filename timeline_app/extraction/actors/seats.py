"""Capitals that speak for their states: "Moscow denied it" is told of Russia, where the article names Russia too."""

from __future__ import annotations

from timeline_app.extraction.actors.groups import Group
from timeline_app.extraction.actors.reading import Page
from timeline_app.extraction.actors.spans import DIRECTIONS, Name
from timeline_app.model import ActorKind, MentionForm

#: Whose seat a capital is in the news before it is its own state's.
_SEATS = {"Brussels": "European Union"}
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def speak_for_states(page: Page, groups: list[Group]) -> None:
    """Give the names of a capital that says or decides something to the state; the city keeps all others.

    Only where the article names the state, or its people, as well: then both names are seen to be one.
    """
    if not page.parsed:
        return
    acting = (ActorKind.STATE, ActorKind.ORGANIZATION)
    states = {group.known: group for group in groups if group.known and group.kind in acting}
    # Where "North Vietnam" is spoken of, Hanoi speaks for one of two.
    halved = {group.words[1] for group in groups if len(group.words) == 2 and group.words[0].lower() in DIRECTIONS}
    for group in groups:
        if group.kind is not ActorKind.PLACE or not group.known:
            continue
        state = states.get(_SEATS.get(group.known, "")) or states.get(page.lore.capitals.get(group.known, ""))
        if state is None or state is group or state.known in halved:
            continue
        speaking = [name for name in group.names if _speaks(page, name)]
        for name in speaking:
            name.known, name.inferred = state.known, True
        state.names += speaking
        group.names = [name for name in group.names if not any(name is other for other in speaking)]


def _speaks(page: Page, name: Name) -> bool:
    """Whether a capital is the subject of a verb of saying or deciding, alone."""
    if name.nested or name.form is not MentionForm.NAME or name.placed or name.title:
        return False
    token = page.tokens[name.after - 1]
    verb = page.tokens[token.head]
    return token.dep in _SUBJECTS and page.lore.has("governing", verb.lemma) and verb.tag.startswith("VB")
