"""All that was read from one article."""

from __future__ import annotations

from dataclasses import dataclass

from timeline_app.model.actor import Actor, Mention
from timeline_app.model.article import Article, ReadingMode
from timeline_app.model.event import Event, Relation
from timeline_app.model.time_expression import TimeExpression


@dataclass(frozen=True, slots=True)
class Reading:
    """What one article says: expressions, actors, mentions, events and relations, each in the order of the text.

    `reader` names the reader and its version ("en_core_web_sm 3.8.0", "rules"), so that a better one can be told apart.
    Ids of actors and events are unique over all articles and the same at every reading of the same text.
    """

    article: Article
    mode: ReadingMode
    reader: str
    times: tuple[TimeExpression, ...] = ()
    actors: tuple[Actor, ...] = ()
    mentions: tuple[Mention, ...] = ()
    events: tuple[Event, ...] = ()
    relations: tuple[Relation, ...] = ()
    notices: tuple[str, ...] = ()
