"""What the panes say about one event or one actor, gathered from the project as plain values."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from timeline_app.layout.lanes import NO_COLOUR
from timeline_app.model import Actor, Article, Event, Passage
from timeline_app.project import Project
from timeline_app.views.words import day_words, shorten

#: Words of context on each side of a passage that is only a few words long.
CONTEXT = 60
SHORT = 50
MOST_WORDS = 320
#: With this begins the id of an event that was added by hand.
OWN = "own:"


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage with its words and the article they stand in."""

    passage: Passage
    words: str
    article: Article
    event: Event | None = None


@dataclass(frozen=True, slots=True)
class ActorChip:
    """An actor as it is named beside an event."""

    id: str
    name: str
    colour_index: int


@dataclass(frozen=True, slots=True)
class ConflictFacts:
    """A conflict between articles in a sentence, with the passages it rests on."""

    sentence: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class EventFacts:
    """All the inspector shows of an event."""

    event: Event
    actors: tuple[ActorChip, ...]
    quotes: tuple[Quote, ...]
    attributed_to: str = ""
    checked: bool = False
    edited: bool = False
    #: Added by the user, from words of an article.
    added: bool = False
    dismissed: bool = False
    conflicts: tuple[ConflictFacts, ...] = ()


@dataclass(frozen=True, slots=True)
class ActorFacts:
    """All an actor pane shows. `companions` are those it appears with, and how often."""

    actor: Actor
    colour_index: int
    events: tuple[Event, ...]
    passages: int
    #: The quotes from one number to another, by the dates of their events; thousands are never asked for at once.
    quotes: Callable[[int, int], Sequence[Quote]]
    companions: tuple[tuple[ActorChip, int], ...]
    articles: int


def quote_of(article: Article, passage: Passage, event: Event | None = None) -> Quote:
    """The words of a passage on one line; a very short one with some words around it."""
    start, end = passage.start, passage.end
    before = after = ""
    if end - start < SHORT:
        before = article.text[max(0, start - CONTEXT) : start].rpartition("\n")[2]
        after = article.text[end : end + CONTEXT].partition("\n")[0]
        if before and start > CONTEXT:
            before = "… " + before.partition(" ")[2]
        if after and end + CONTEXT < len(article.text):
            after = after.rpartition(" ")[0] + " …"
    words = shorten(before + article.text[start:end] + after, MOST_WORDS)
    return Quote(passage, words, article, event)


def citation(quote: Quote) -> str:
    """The words of a passage with where they stand: title, date and file of the article."""
    article = quote.article
    source = [article.title or article.name, day_words(article.published)]
    file = f" ({article.name})" if article.title and article.name != article.title else ""
    return f"“{quote.words}” — {', '.join(filter(None, source))}{file}"


def event_facts(project: Project, event: Event, names: Mapping[str, str], colours: Mapping[str, int]) -> EventFacts:
    """Gathers what is known of an event."""
    conflicts = project.conflicts_of(event.id)
    articles: dict[str, Article] = {}
    for passage in (*event.passages, *(passage for conflict in conflicts for passage in conflict.passages)):
        if passage.article not in articles:
            articles[passage.article] = project.article(passage.article)
    parts = dict.fromkeys(part.actor for part in event.participants)
    return EventFacts(
        event=event,
        actors=tuple(ActorChip(one, names[one], colours.get(one, NO_COLOUR)) for one in parts if one in names),
        quotes=tuple(quote_of(articles[one.article], one, event) for one in event.passages),
        attributed_to=names.get(event.attributed_to or "", ""),
        checked=project.is_checked(event.id),
        edited=project.is_edited(event.id),
        added=event.id.startswith(OWN),
        dismissed=project.is_dismissed(event.id),
        conflicts=tuple(
            ConflictFacts(one.sentence, tuple(quote_of(articles[each.article], each) for each in one.passages))
            for one in conflicts
        ),
    )


def actor_facts(project: Project, actor: Actor, events: Sequence[Event], colours: Mapping[str, int]) -> ActorFacts:
    """Gathers what is known of an actor; `events` are those it takes part in, and the quotes follow their dates."""
    told = [(passage, event) for event in sorted(events, key=_by_date) for passage in event.passages]

    def quotes(first: int, last: int) -> list[Quote]:
        return [quote_of(project.article(passage.article), passage, event) for passage, event in told[first:last]]

    companions = tuple(
        (ActorChip(other.id, other.name, colours.get(other.id, NO_COLOUR)), number)
        # Of the events shown only: the numbers stand below that of these events.
        for other, number in project.companions(actor.id, events)
    )
    return ActorFacts(
        actor=actor,
        colour_index=colours.get(actor.id, NO_COLOUR),
        events=tuple(events),
        passages=len(told),
        quotes=quotes,
        companions=companions,
        articles=len({passage.article for event in events for passage in event.passages}),
    )


def _by_date(event: Event) -> tuple[int, int, str]:
    """Dated ones in order, those without a date at the end."""
    when = event.when
    day = None if when is None else when.best if when.best is not None else when.earliest
    if day is None and when is not None:
        day = when.latest
    return (1, 0, event.id) if day is None else (0, day, event.id)
