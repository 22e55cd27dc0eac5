"""One article from text to events: the steps in a row."""

from __future__ import annotations

from timeline_app.extraction.actors import find_actors
from timeline_app.extraction.analyser import Analyser
from timeline_app.extraction.events import Source, find_events
from timeline_app.extraction.times import choose_mode, find_times
from timeline_app.model import Article, Reading


def read_article(article: Article, analyser: Analyser) -> Reading:
    """Everything that can be read from one article, in the order of the text."""
    mode = choose_mode(article.text, article.published, article.mode)
    times = find_times(article.text, published=article.published, mode=mode, article=article.id)
    analysis = analyser.analyse(article.text)
    actors, mentions = find_actors(article.id, article.text, analysis)
    events = find_events(Source(article, analysis, times, actors, mentions, mode))
    notices = (*article.notices, *((analyser.notice,) if analyser.notice else ()))
    return Reading(article, mode, analyser.name, times, actors, mentions, events, notices=notices)
