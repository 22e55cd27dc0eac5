from __future__ import annotations

import pytest

from timeline_app.extraction import read_article
from timeline_app.model import Article, article_id
from timeline_app.model.calendar import parse_iso_day
from timeline_app.resources import resource


def relations(analyser, text):
    reading = read_article(
        Article(article_id(text), "t", text, published=parse_iso_day("2023-11-12")), analyser, strict=True
    )
    triggers = {event.id: event.trigger.of(text) for event in reading.events}
    return [(triggers[r.earlier], triggers[r.later], r.least, r.most, r.words) for r in reading.relations]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister resigned two days before the election.",
         ("resigned", "election", 2, 2, "two days before the election")),
        ("The minister resigned a week after the election.",
         ("election", "resigned", 7, 7, "a week after the election")),
        ("The minister resigned after the election.", ("election", "resigned", 0, None, "after the election")),
        ("The minister resigned before the election.", ("resigned", "election", 0, None, "before the election")),
        ("The mayor resigned three months after the bridge collapsed.",
         ("collapsed", "resigned", 84, 93, "three months after the bridge collapsed")),
    ],
)  # fmt: skip
def test_prepositions_between_events(analyser, text, expected):
    assert relations(analyser, text) == [expected]


def test_no_relation_without_two_events(analyser):
    assert relations(analyser, "After lunch the minister resigned.") == []


def test_thirteen_days_in_captivity_tie_the_release_to_the_capture(analyser):
    text = resource("sample", "qatar-mediation.txt").read_text(encoding="utf-8")
    assert ("captured", "release", 13, 13, "13 days in captivity") in relations(analyser, text)
