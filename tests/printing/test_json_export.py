from __future__ import annotations

import json

import pytest

from tests.printing.sample_events import ARTICLES, EVENTS, document
from timeline_app.model.calendar import day_number
from timeline_app.printing import json_export
from timeline_app.printing.json_export import json_bytes


@pytest.fixture
def exported():
    return json.loads(json_bytes(document()))


def test_it_says_what_it_is(exported):
    assert exported["format"] == "dateline-timeline"
    assert exported["version"] == 1
    assert exported["title"] == "Hostage diplomacy"
    assert exported["range"] == {"first": None, "last": None}


def test_every_quote_stands_where_it_says(exported):
    texts = {article.id: article.text for article in ARTICLES}
    passages = [passage for event in exported["events"] for passage in (*event["passages"], event["trigger"])]
    passages += [claim["passage"] for event in exported["events"] for claim in event["claims"]]
    passages += [
        passage
        for event in exported["events"]
        if event["date"]
        for basis in event["date"]["basis"]
        for passage in basis["passages"]
    ]
    assert len(passages) > 2 * len(EVENTS)
    for passage in passages:
        assert texts[passage["article"]][passage["start"] : passage["end"]] == passage["quote"]


def test_a_date_is_given_with_its_bounds_and_its_reasons(exported):
    dates = {event["id"]: event["date"] for event in exported["events"]}
    assert dates["e-hub"] is None
    assert dates["e-taliban"]["earliest"] is None
    assert dates["e-taliban"]["latest"] == "2023-10-06"
    assert dates["e-taliban"]["basis"][0]["sentence"] == "“before the war” leaves only a last day."
    assert (dates["e-thanks"]["time"], dates["e-thanks"]["zone"]) == ("18:30", "GMT")
    assert dates["e-exchange"]["approximate"] is True
    assert dates["e-exchange"]["best"] == "2023-08-30"


def test_only_actors_and_articles_that_are_named_are_listed():
    alone = json.loads(json_bytes(document(events=tuple(e for e in EVENTS if e.id == "e-port"))))
    assert [actor["name"] for actor in alone["actors"]] == ["Qatar"]
    assert [article["file"] for article in alone["articles"]] == ["report.html"]


def test_the_range_asked_for_is_named():
    exported = json.loads(json_bytes(document(first=day_number(2023, 10, 1), last=day_number(-43, 3, 15))))
    assert exported["range"] == {"first": "2023-10-01", "last": "-0043-03-15"}


def test_the_text_of_the_module_names_every_key(exported):
    described = json_export.__doc__ or ""

    def keys(value):
        if isinstance(value, dict):
            for key, inner in value.items():
                yield key
                yield from keys(inner)
        elif isinstance(value, list):
            for inner in value:
                yield from keys(inner)

    assert [key for key in sorted(set(keys(exported))) if key not in described] == []


def test_the_same_document_gives_the_same_bytes_in_whatever_order():
    assert json_bytes(document()) == json_bytes(document(events=EVENTS[::-1]))
