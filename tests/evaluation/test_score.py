"""The scores themselves, on answers small enough to count by hand."""

from __future__ import annotations

import pytest

from tests.evaluation import gold, score


def span(start, end, **more):
    return {"start": start, "end": end, **more}


def event(start, importance, actors=(), edtf=None):
    return {
        "trigger": span(start, start + 4),
        "passage": span(start - start % 100, start - start % 100 + 100),
        "importance": importance,
        "actors": [{"actor": actor} for actor in actors],
        "date": {"edtf": edtf} if edtf else None,
    }


def test_gold_against_itself_is_perfect():
    assert set(score.score_times(gold.times(), {a["id"]: a for a in gold.times()}).values()) == {1.0}
    assert set(score.score_actors(gold.actors(), {a["id"]: a for a in gold.actors()}).values()) == {1.0}


def test_nothing_found_is_zero():
    assert set(score.score_times(gold.times(), {}).values()) == {0.0}
    assert set(score.score_actors(gold.actors(), {}).values()) == {0.0}
    assert set(score.score_events(gold.events(), {}).values()) == {0.0}
    assert set(score.score_timelines(gold.timelines(), {}).values()) == {0.0}


def test_times_count_spans_overlaps_and_values():
    wanted = [span(0, 5, value="2023"), span(10, 20, value="2023-05"), span(30, 40, value="P1D")]
    found = {"a": {"times": [span(0, 5, value="2023"), span(12, 20, value="2023-06"), span(50, 60, value="P1D")]}}
    figures = score.score_times([{"id": "a", "times": wanted}], found)
    assert figures == pytest.approx({"strict_f1": 1 / 3, "relaxed_f1": 2 / 3, "value_f1": 1 / 3})


def test_a_found_expression_is_paired_once_and_the_same_span_first():
    golds = [span(0, 4, value="x"), span(5, 9, value="y")]
    found = [span(0, 9, value="x"), span(5, 9, value="y")]
    overlapping = score.pair_up(golds, found, lambda a, b: (score.is_same_span(a, b), score.shared(a, b)))
    assert overlapping == {0: 0, 1: 1}


def test_actors_torn_apart_lose_recall_and_thrown_together_lose_precision():
    names = [span(0, 5), span(10, 15), span(20, 25), span(30, 35)]
    truth = [{"id": "a", "mentions": [{**name, "actor": actor} for name, actor in zip(names, "xxyy", strict=True)]}]

    def b3(actors):
        row = {
            "mentions": [{**name, "actor": actor, "form": "name"} for name, actor in zip(names, actors, strict=True)]
        }
        return score.score_actors(truth, {"a": row})["b3_f1"]

    assert b3("ppqq") == 1.0
    assert b3("pqrr") == pytest.approx(2 * 1 * 0.75 / 1.75)
    assert b3("pppp") == pytest.approx(2 * 0.5 * 1 / 1.5)


def test_pronouns_are_not_scored():
    truth = [{"id": "a", "mentions": [span(0, 5, actor="x")]}]
    row = {"mentions": [span(0, 5, actor="p", form="name"), span(9, 11, actor="p", form="pronoun")]}
    assert score.score_actors(truth, {"a": row}) == {"names_f1": 1.0, "b3_f1": 1.0}


def test_only_as_many_events_count_as_the_gold_has():
    truth = [
        {
            "id": "a",
            "events": [
                {**span(10, 14), "arguments": [{"text": "the United States"}, {"text": "a pledge"}]},
                {**span(210, 214), "arguments": [{"text": "Paris"}]},
            ],
        }
    ]
    row = {
        "actors": [{"id": "us", "name": "United States", "aliases": ["US"]}],
        "events": [event(310, 0.9), event(10, 0.8, ["us"]), event(210, 0.1)],
    }
    figures = score.score_events(truth, {"a": row})
    assert figures["salience"] == 0.5
    assert figures["recall"] == 1.0
    assert figures["rows_per_gold_row"] == 1.5
    assert figures["actors"] == 1.0


def test_dates_agree_as_far_as_the_gold_says():
    corpus = {
        "articles": [{"id": "1", "sentences": [[0, 0, 100], [1, 100, 200], [2, 200, 300]]}],
        "timelines": [
            {
                "actor": "Airbus",
                "rows": [["2008-03-XX", "1", 0, "a"], ["2008-04-01", "1", 1, "b"], ["XXXX-XX-XX", "1", 2, "c"]],
            }
        ],
    }
    row = {
        "actors": [{"id": "p", "name": "Airbus", "aliases": []}, {"id": "q", "name": "Boeing", "aliases": []}],
        "events": [
            event(10, 1, ["p"], "2008-03-07"),
            event(110, 1, ["p"], "2008-05"),
            event(210, 1, ["q"], "2008"),
        ],
    }
    figures = score.score_timelines(corpus, {"1": row})
    assert figures["event_f1"] == pytest.approx(2 * 2 / (2 + 3))
    assert figures["dated_f1"] == pytest.approx(2 * 1 / (2 + 2))
    assert figures["dating"] == 0.5


@pytest.mark.parametrize(
    ("target", "names", "named"),
    [
        ("Boeing", ["The Boeing Company"], True),
        ("Airbus A380", ["A380"], True),
        ("Airbus", ["Boeing", "EADS"], False),
        ("EADS", ["E"], False),
        ("Louis Gallois", ["Mr Gallois", "Gallois"], True),
    ],
)
def test_names(target, names, named):
    assert score.is_named(target, names) is named
