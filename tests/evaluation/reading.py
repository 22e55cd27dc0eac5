"""Gold articles as the application reads them, in the form `dateline extract` prints."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from tests.evaluation.gold import Gold, as_article
from timeline_app.extraction import Analyser, read_article, to_json


@cache
def analyser() -> Analyser:
    """One analyser for all: loading its weights takes most of a second."""
    return Analyser()


def read_all(golds: Iterable[Gold]) -> dict[str, Any]:
    """The extraction of each article by the article's id."""
    return {gold["id"]: to_json(read_article(as_article(gold), analyser(), strict=True), gold["id"]) for gold in golds}
