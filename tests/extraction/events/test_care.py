"""What no rule was made for costs one sentence its events, and never the article."""

from __future__ import annotations

import pytest

from timeline_app.extraction import read_article
from timeline_app.extraction.events import finding, gathering
from timeline_app.model import Article, article_id

TEXT = "Ann Roy resigned on 3 May 2023. Boeing unveiled a jet on 4 May 2023. The bridge collapsed on 5 May 2023."


def article():
    return Article(article_id(TEXT), "test", TEXT, title="Three things")


def fails_on(word, real, place):
    """A stand-in that fails where the word is read."""

    def work(*given):
        candidate = given[place]
        candidate = candidate[0].candidate if isinstance(candidate, list) else candidate
        analysis = given[0] if place else given[0].analysis
        analysis = getattr(analysis, "analysis", analysis)
        if analysis.tokens[candidate.head].text == word:
            raise IndexError(word)
        return real(*given)

    return work


@pytest.fixture(params=["reading", "title"])
def broken(request, monkeypatch):
    """Reading the second sentence fails, at one of two steps."""
    if request.param == "reading":
        monkeypatch.setattr(gathering, "participants_of", fails_on("unveiled", gathering.participants_of, 1))
    else:
        monkeypatch.setattr(finding, "_event", fails_on("unveiled", finding._event, 2))


def test_the_other_sentences_are_read_and_this_one_is_named(analyser, broken):
    reading = read_article(article(), analyser)
    assert [event.trigger.of(TEXT) for event in reading.events] == ["resigned", "collapsed"]
    (notice,) = reading.notices
    assert notice == (
        "One sentence of Three things could not be read for events: “Boeing unveiled a jet on 4 May 2023.” "
        "All others were read."
    )


def test_strict_reading_lets_it_through(analyser, broken):
    with pytest.raises(IndexError):
        read_article(article(), analyser, strict=True)


def test_a_whole_article_leaves_no_word(analyser):
    assert read_article(article(), analyser).notices == ()
