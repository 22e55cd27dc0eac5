"""Whole articles of our own making: which events come out, with whom, when and under which title."""

from __future__ import annotations

import pytest

from timeline_app.extraction import read_article
from timeline_app.model import Article, article_id
from timeline_app.model.calendar import parse_iso_day

PUBLISHED = "2023-11-12"


def read(analyser, text, published=PUBLISHED):
    day = parse_iso_day(published) if published else None
    return read_article(Article(article_id(text), "test", text, published=day), analyser, strict=True)


def event(reading, word):
    text = reading.article.text
    return next(e for e in reading.events if word in e.trigger.of(text))


def names(reading, found):
    known = {actor.id: actor.name for actor in reading.actors}
    return {(known[p.actor], str(p.role)) for p in found.participants}


@pytest.mark.parametrize(
    ("text", "word", "title"),
    [
        ("Hamas released Judith Raanan on Friday.", "released", "Hamas releases Judith Raanan"),
        ("Angela Merkel visited Paris on Friday.", "visited", "Angela Merkel visits Paris"),
        ("Germany and France will sign the treaty.", "sign", "Germany and France to sign treaty"),
        ("Germany did not sign the treaty.", "sign", "Germany does not sign treaty"),
        ("Twelve people were arrested in Madrid on Monday.", "arrested", "Twelve people arrested in Madrid"),
    ],
)
def test_titles_are_short_clauses_in_the_present(analyser, text, word, title):
    assert event(read(analyser, text), word).title == title


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Angela Merkel was accused by Vladimir Putin.", "accused",
         {("Angela Merkel", "patient"), ("Vladimir Putin", "agent")}),
        ("Angela Merkel promised to visit Japan.", "visit", {("Angela Merkel", "agent"), ("Japan", "patient")}),
        ("Angela Merkel, who visited Japan in 2015, resigned.", "visited",
         {("Angela Merkel", "agent"), ("Japan", "patient")}),
        ("Germany held talks with Japan on Monday.", "talks", {("Germany", "agent"), ("Japan", "other")}),
    ],
)  # fmt: skip
def test_participants_are_found_through_the_grammar(analyser, text, word, expected):
    reading = read(analyser, text)
    assert expected <= names(reading, event(reading, word))


@pytest.mark.parametrize(
    ("text", "word", "edtf"),
    [
        ("The factory exploded on 3 May 2019.", "exploded", "2019-05-03"),
        ("The factory exploded on Friday.", "exploded", "2023-11-10"),
        ("In 1999 Germany invaded nothing, but the minister resigned on 5 March 2001.", "resigned", "2001-03-05"),
        ("The factory exploded before 3 May 2019.", "exploded", "[..2019-05-02]"),
        ("Germany will sign the treaty.", "sign", "[2023-11-12..]"),
        ("Germany has previously signed a treaty.", "signed", "[..2023-11-12]"),
        ("Germany has signed a treaty.", "signed", "2023-11-12~"),
    ],
)
def test_dates(analyser, text, word, edtf):
    found = event(read(analyser, text), word)
    assert found.when is not None
    assert found.when.edtf == edtf
    assert found.when.basis


def test_without_an_article_date_nothing_is_dated_by_the_clock(analyser):
    found = event(read(analyser, "Germany has signed a treaty.", published=None), "signed")
    assert found.when is None


def test_the_same_happening_told_twice_is_one_event(analyser):
    text = (
        "Gunmen released Maria Silva on Friday. Her family waited for days.\n\n"
        "The release of Maria Silva was welcomed by the Red Cross."
    )
    reading = read(analyser, text)
    releases = [e for e in reading.events if e.family == "release"]
    assert len(releases) == 1
    assert len(releases[0].passages) == 2


def test_what_may_happen_is_not_merged_with_what_happened(analyser):
    text = "Gunmen released Maria Silva on Friday. They may release Ana Costa."
    reading = read(analyser, text)
    assert [str(e.factuality) for e in reading.events if e.family == "release"] == ["happened", "possible"]


def test_reading_is_the_same_every_time(analyser):
    text = "Germany signed a treaty with Japan on Monday. It was praised by France."
    assert read(analyser, text) == read(analyser, text)


@pytest.mark.parametrize(
    "text", ["", "   ", "\n\n", "…", "1", "A" * 30_000, "word " * 3000, "(((((", "\x00\x01", "日本語のテキスト。"]
)
def test_odd_texts_do_no_harm(analyser, text):
    reading = read(analyser, text)
    assert all(0 <= e.trigger.start < e.trigger.end <= len(text) for e in reading.events)


def test_offsets_lie_inside_and_ids_are_unique(analyser):
    text = "Germany signed a treaty with Japan on Monday. France protested. The protest lasted two days."
    reading = read(analyser, text)
    assert len({e.id for e in reading.events}) == len(reading.events)
    for found in reading.events:
        assert found.passage.holds(found.trigger)
        assert 0 <= found.importance <= 1
        assert 0 <= found.confidence <= 1
