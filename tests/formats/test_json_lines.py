from __future__ import annotations

import json

import pytest

from timeline_app.formats import CannotRead, Fault, read_json_lines
from timeline_app.model import PublishedFrom


def read(*objects):
    return list(read_json_lines([json.dumps(one) + "\n" for one in objects], "a.jsonl"))


def test_id_text_and_date_as_given():
    [(given, article)] = read({"id": "7", "text": " Talks\r\nopened. ", "published": "2023-11-12", "title": "T"})
    assert given == "7"
    assert article.text == " Talks\r\nopened. "
    assert (article.title, article.published_iso) == ("T", "2023-11-12")
    assert article.published_from is PublishedFrom.METADATA
    assert article.published_words == "2023-11-12"


def test_without_published_the_text_is_asked():
    [(_, article)] = read({"id": "7", "text": "date 2023-11-12 Talks opened."})
    assert article.published_from is PublishedFrom.HEADER


def test_year_of_any_length_and_time_of_day():
    assert read({"id": "a", "text": "x", "published": "2023-11-12T10:00:00Z"})[0][1].published_iso == "2023-11-12"
    assert read({"id": "a", "text": "x", "published": "1066-10-14"})[0][1].published_iso == "1066-10-14"
    assert read({"id": "a", "text": "x", "published": "20231112"})[0][1].published_iso == "2023-11-12"


def test_a_date_that_cannot_be_read_is_told():
    [(_, article)] = read({"id": "a", "text": "x", "published": "last week"})
    assert article.published is None
    assert "last week" in article.notices[0]


def test_blank_lines_and_bom_are_passed_over_and_order_is_kept():
    lines = ["\ufeff" + json.dumps({"id": "1", "text": "a"}), "\n", "  ", json.dumps({"id": 2, "text": ""})]
    assert [given for given, _ in read_json_lines(lines, "a.jsonl")] == ["1", "2"]


def test_half_surrogates_are_replaced_one_for_one():
    [(_, article)] = list(read_json_lines(['{"id": "1", "text": "a\\ud800b"}'], "a.jsonl"))
    assert article.text == "a\ufffdb"


@pytest.mark.parametrize("line", ["{", "[1]", "3", '{"id": "1"}', '{"id": "1", "text": 3}', "[" * 100_000])
def test_wrong_lines_are_named(line):
    with pytest.raises(CannotRead) as caught:
        list(read_json_lines(['{"id": "1", "text": "a"}', line], "a.jsonl"))
    assert caught.value.code is Fault.JSON
    assert "Line 2 of “a.jsonl”" in caught.value.sentence


def test_nothing_is_read_before_it_is_asked_for():
    lines = iter(['{"id": "1", "text": "a"}', "broken"])
    articles = read_json_lines(lines, "a.jsonl")
    assert next(articles)[0] == "1"
