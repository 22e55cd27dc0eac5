"""What is measured: each set of gold answers with its articles and its way of scoring."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.evaluation import gold, score


@dataclass(frozen=True)
class GoldSet:
    """`load` gives what `score` compares with; `articles` takes the articles out of that."""

    name: str
    load: Callable[[], Any]
    articles: Callable[[Any], list[gold.Gold]]
    score: Callable[[Any, score.Rows], score.Figures]


SETS = (
    GoldSet("times", gold.times, list, score.score_times),
    GoldSet("actors", gold.actors, list, score.score_actors),
    GoldSet("events", gold.events, list, score.score_events),
    GoldSet("timelines", gold.timelines, lambda loaded: loaded["articles"], score.score_timelines),
)
