"""The steps from an analysed text to its actors and their mentions."""

from __future__ import annotations

import hashlib

from timeline_app.extraction.actors.appositions import add_appositions
from timeline_app.extraction.actors.candidates import names_in
from timeline_app.extraction.actors.choosing import drop_own_parts, worth_keeping
from timeline_app.extraction.actors.groups import Group
from timeline_app.extraction.actors.headlines import names_in_title, written_names
from timeline_app.extraction.actors.inside import own_names_inside, towns_inside
from timeline_app.extraction.actors.joining import join_names
from timeline_app.extraction.actors.lore import english_lore
from timeline_app.extraction.actors.naming import aliases_of, best_name
from timeline_app.extraction.actors.nominals import add_nominals
from timeline_app.extraction.actors.offices import resolve_offices
from timeline_app.extraction.actors.persons import share_surnames
from timeline_app.extraction.actors.products import add_bare_numbers, numbered_names
from timeline_app.extraction.actors.pronouns import find_pronouns
from timeline_app.extraction.actors.reading import Page, open_page
from timeline_app.extraction.actors.seats import speak_for_states
from timeline_app.extraction.actors.spans import Name
from timeline_app.extraction.analysis import Analysis
from timeline_app.model import Actor, Mention, MentionForm, Passage


def find_actors(article_id: str, text: str, analysis: Analysis) -> tuple[tuple[Actor, ...], tuple[Mention, ...]]:
    """The actors of a text in the order of their first mention, and all mentions in the order of the text.

    Of two mentions of which one lies inside the other, the longer comes first. Works without a parse, and finds less.
    """
    page = open_page(text, analysis, english_lore())
    names = _all_names(page)
    share_surnames(page, names)
    groups = join_names(page, names)
    drop_own_parts(groups)
    resolve_offices(page, names, groups)
    speak_for_states(page, groups)
    groups = worth_keeping(page, groups)
    add_bare_numbers(page, groups)
    if page.parsed:
        taken = {i for group in groups for name in group.names for i in range(name.first, name.after)}
        add_appositions(page, groups, taken)
        add_nominals(page, groups, taken)
    find_pronouns(page, groups)
    return _as_values(article_id, page, groups)


def _all_names(page: Page) -> list[Name]:
    """Every name of the text: first those of sentences, then those of lines in title case, then those inside others."""
    names: list[Name] = []
    for number, sentence in enumerate(page.sentences):
        if number not in page.shouted:
            names.extend(names_in(page, sentence))
    if page.shouted:
        written = written_names(names)
        for number in sorted(page.shouted):
            names.extend(names_in_title(page, page.sentences[number], written))
    names.extend(list(numbered_names(page, names)))
    names.extend(own_names_inside(page, names))
    names.extend(towns_inside(page, names))
    names.sort(key=lambda name: (name.start, -name.end))
    return names


def _as_values(article_id: str, page: Page, groups: list[Group]) -> tuple[tuple[Actor, ...], tuple[Mention, ...]]:
    actors: list[Actor] = []
    mentions: list[Mention] = []
    for group in groups:
        group.names.sort(key=lambda name: (name.start, -name.end))
        name = best_name(page, group)
        first = next((found for found in group.names if found.form is MentionForm.NAME), group.names[0])
        actor = Actor(actor_id(article_id, first), name, group.kind, aliases_of(page, group, name))
        actors.append(actor)
        mentions.extend(
            Mention(Passage(article_id, found.start, found.end), actor.id, found.form, found.inferred)
            for found in group.names
        )
    mentions.sort(key=lambda mention: (mention.passage.start, -mention.passage.end, mention.actor))
    order = {actor.id: actor for actor in actors}
    return tuple(order.values()), tuple(mentions)


def actor_id(article_id: str, first: Name) -> str:
    """An actor's identity: its article and where it is first named there (a name inside another by its end too)."""
    place = f"{article_id}|{first.start}" + (f"|{first.end}" if first.nested else "")
    return "a" + hashlib.sha256(place.encode()).hexdigest()[:16]
