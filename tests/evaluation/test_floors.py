"""Accuracy on the gold articles that are shipped never falls below floors.toml."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.evaluation.sets import SETS
from timeline_app import extraction

FLOORS = tomllib.loads(Path(__file__).with_name("floors.toml").read_text(encoding="utf-8"))

pytestmark = pytest.mark.skipif(
    not hasattr(extraction, "read_article"), reason="articles cannot be read yet: extraction.read_article is missing"
)


@pytest.mark.parametrize("gold_set", SETS, ids=lambda gold_set: gold_set.name)
def test_accuracy_holds(gold_set):
    from tests.evaluation.reading import read_all

    loaded = gold_set.load()
    figures = gold_set.score(loaded, read_all(gold_set.articles(loaded)))
    too_low = {name: figures[name] for name, floor in FLOORS[gold_set.name].items() if figures[name] < floor}
    assert not too_low, f"floors: {FLOORS[gold_set.name]}"


def test_every_set_has_floors():
    assert FLOORS.keys() == {gold_set.name for gold_set in SETS}
