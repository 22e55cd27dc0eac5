"""One article from text to events: the steps in a row."""

from __future__ import annotations

from timeline_app.extraction.actors import find_actors
from timeline_app.extraction.analyser import Analyser
from timeline_app.extraction.events import Source, find_events
from timeline_app.extraction.times import choose_mode, find_times
from timeline_app.model import Article, Reading, ReadingMode


def source_of(article: Article, analyser: Analyser) -> Source:
    """All that is read before events are looked for: mode, dates, grammar, actors."""
    mode = article.mode
    if mode is ReadingMode.AUTO:
        mode = choose_mode(article.text.lower(), article.published)
    times = find_times(article.text, published=article.published, mode=mode, article=article.id)
    analysis = analyser.analyse(article.text)
    actors, mentions = find_actors(article.id, article.text, analysis)
    return Source(article, analysis, times, actors, mentions, mode)


def read_article(article: Article, analyser: Analyser) -> Reading:
    """Everything that can be read from one article, in the order of the text."""
    source = source_of(article, analyser)
    events, relations = find_events(source)
    notices = (*article.notices, *((analyser.notice,) if analyser.notice else ()))
    return Reading(
        article,
        source.mode,
        analyser.name,
        tuple(source.times),
        tuple(source.actors),
        tuple(source.mentions),
        events,
        relations,
        notices=notices,
    )
