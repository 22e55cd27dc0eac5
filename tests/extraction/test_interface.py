from __future__ import annotations

import json

from timeline_app.extraction import read_article, to_json
from timeline_app.model import Article, PublishedFrom, article_id
from timeline_app.model.calendar import parse_iso_day

TEXT = "On 3 May 2019 Angela Merkel visited Paris, the mayor said."


def test_the_interface_has_its_fields(analyser):
    article = Article(article_id(TEXT), "a.txt", TEXT).with_published(
        parse_iso_day("2019-05-04"), PublishedFrom.METADATA
    )
    row = json.loads(json.dumps(to_json(read_article(article, analyser), "given")))
    assert list(row) == [
        "id", "title", "published", "published_from", "language", "times", "actors", "mentions", "other_mentions",
        "events",
    ]  # fmt: skip
    assert (row["id"], row["published"], row["published_from"]) == ("given", "2019-05-04", "metadata")
    assert row["times"][0]["value"] == "2019-05-03"
    event = next(e for e in row["events"] if TEXT[e["trigger"]["start"] : e["trigger"]["end"]] == "visited")
    assert event["date"]["edtf"] == event["date"]["earliest"] == event["date"]["latest"] == "2019-05-03"
    assert event["passages"][0] == event["passage"]
    known = {actor["id"] for actor in row["actors"]}
    assert {part["actor"] for part in event["actors"]} <= known
    assert {mention["actor"] for mention in row["mentions"]} <= known


def test_dates_follow_from_relations(analyser):
    text = "The election was held on 3 May 2022. Two weeks after the election, Anna Weber resigned."
    row = to_json(read_article(Article(article_id(text), "a.txt", text), analyser))
    event = next(e for e in row["events"] if text[e["trigger"]["start"] : e["trigger"]["end"]] == "resigned")
    assert event["date"]["edtf"] == "2022-05-17"
    assert "Two weeks after the election" in event["date"]["basis"]
