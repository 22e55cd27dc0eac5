"""One article from text to events: the steps in a row."""

from __future__ import annotations

from dataclasses import replace

from timeline_app.extraction.actors import find_actors
from timeline_app.extraction.analyser import Analyser
from timeline_app.extraction.events import Care, Source, find_events
from timeline_app.extraction.languages import foreign_notice, language_of
from timeline_app.extraction.times import choose_mode, find_times
from timeline_app.model import Article, Reading, ReadingMode
from timeline_app.model.language import ENGLISH


def source_of(article: Article, analyser: Analyser) -> Source:
    """All that is read before events are looked for: mode, dates, grammar, actors."""
    mode = article.mode
    if mode is ReadingMode.AUTO:
        mode = choose_mode(article.text.lower(), article.published)
    times = find_times(article.text, published=article.published, mode=mode, article=article.id)
    analysis = analyser.analyse(article.text)
    actors, mentions = find_actors(article.id, article.text, analysis)
    return Source(article, analysis, times, actors, mentions, mode)


#: So many words of a sentence that could not be read are shown.
WORDS = 8


def read_article(article: Article, analyser: Analyser, *, strict: bool = False) -> Reading:
    """Everything that can be read from one article, in the order of the text; without events if it is not English.

    Where a sentence cannot be read, the reading says which; `strict` raises the error instead.
    """
    language = language_of(article.text)
    if language != ENGLISH:
        return _read_dates(replace(article, language=language), analyser)
    source = source_of(article, analyser)
    care = Care(strict=strict)
    events, relations = find_events(source, care)
    notices = (*article.notices, *((analyser.notice,) if analyser.notice else ()), *_unread(source, care))
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


def _unread(source: Source, care: Care) -> tuple[str, ...]:
    """Which sentences could not be read for events, in one sentence."""
    if not care.missed:
        return ()
    first = source.analysis.sentences[min(care.missed)]
    words = source.article.text[first.start : first.end].split()
    shown = " ".join(words[:WORDS]) + (" …" if len(words) > WORDS else "")
    name = source.article.title or "this article"
    if len(care.missed) == 1:
        return (f"One sentence of {name} could not be read for events: “{shown}” All others were read.",)
    others = f"{len(care.missed)} sentences of {name} could not be read for events"
    return (f"{others}, the first of them: “{shown}” All others were read.",)


def _read_dates(article: Article, analyser: Analyser) -> Reading:
    """What can be read from an article in another language: its dates in figures. It says so itself."""
    article = replace(article, notices=(*article.notices, foreign_notice(article.language)))
    mode = choose_mode(article.text.lower(), article.published) if article.mode is ReadingMode.AUTO else article.mode
    times = find_times(article.text, published=article.published, mode=mode, article=article.id)
    figures = tuple(time for time in times if _is_in_figures(time.passage.of(article.text)))
    return Reading(article, mode, analyser.name, figures, notices=article.notices)


def _is_in_figures(words: str) -> bool:
    """Whether a date is written without words: "12.11.2023", "2023-11-12", "1998"."""
    return not any(letter.isalpha() for letter in words)
