"""The gold answers are well-formed: spans hold the words they say they hold."""

from __future__ import annotations

import re

import pytest

from tests.evaluation import gold

TIMEX_VALUE = re.compile(
    r"""PRESENT_REF | PAST_REF | FUTURE_REF
      | BC\d{4} | \d{2,3}
      | \d{4}(-(Q[1-4]|H[12]|SP|SU|FA|WI|W\d\d(-WE)?|\d\d(-\d\d)?))?
      | \d{4}-\d\d-\d\dT(\d\d:\d\d|MO|AF|EV|NI)
      | P\d+[YMWD] | PT\d+[HM] | XXXX-WXX-[1-7]""",
    re.VERBOSE,
)


@pytest.mark.parametrize("article", gold.times(), ids=lambda article: article["id"])
def test_times(article):
    for time in article["times"]:
        assert article["text"][time["start"] : time["end"]] == time["words"]
        assert TIMEX_VALUE.fullmatch(time["value"]), time
        assert time["type"] in {"DATE", "TIME", "DURATION", "SET"}
        has_clock = re.match(r"\d{4}-\d\d-\d\dT", time["value"]) is not None
        assert has_clock == (time["type"] == "TIME")


@pytest.mark.parametrize("article", gold.events(), ids=lambda article: article["id"])
def test_events(article):
    for event in article["events"]:
        assert article["text"][event["start"] : event["end"]] == event["trigger"]


@pytest.mark.parametrize("article", gold.actors(), ids=lambda article: article["id"])
def test_actors(article):
    for mention in article["mentions"]:
        assert article["text"][mention["start"] : mention["end"]] == mention["name"]


def test_timelines():
    corpus = gold.timelines()
    sentences = {article["id"]: {number for number, _, _ in article["sentences"]} for article in corpus["articles"]}
    for timeline in corpus["timelines"]:
        for date, article, sentence, trigger in timeline["rows"]:
            assert re.fullmatch(r"[\dX]{4}-[\dX]{2}-[\dX]{2}", date)
            assert sentence in sentences[article], trigger


def test_all_can_be_read_as_articles():
    for article in [*gold.times(), *gold.actors(), *gold.events(), *gold.timelines()["articles"]]:
        assert gold.as_article(article).published_iso == article["published"]
