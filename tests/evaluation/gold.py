"""The gold answers that may be shipped: what they are is said in gold/ATTRIBUTION.md."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from timeline_app.model import Article, PublishedFrom, article_id
from timeline_app.model.calendar import parse_iso_day

GOLD = Path(__file__).with_name("gold")

#: A gold article or timeline as its file has it.
Gold = dict[str, Any]


def times() -> list[Gold]:
    """Articles with date expressions: id, published, text, times [{start, end, words, type, value}]."""
    return _read(GOLD / "times.json")  # type: ignore[no-any-return]


def actors() -> list[Gold]:
    """Articles with named mentions: id, published, text, mentions [{start, end, name, kind, actor}]."""
    return [_read(path) for path in sorted((GOLD / "actors").glob("*.json"))]


def events() -> list[Gold]:
    """Articles with salient events: id, published, text, events [{start, end, trigger, arguments}]."""
    return [_read(path) for path in sorted((GOLD / "events").glob("*.json"))]


def timelines() -> Gold:
    """Articles with the places of their sentences, and for each target actor [date, article, sentence, trigger]."""
    return _read(GOLD / "timelines" / "airbus-boeing.json")  # type: ignore[no-any-return]


def as_article(gold: Gold) -> Article:
    """A gold article as the application reads one."""
    text, published = gold["text"], gold["published"]
    article = Article(id=article_id(text), name=gold["id"], text=text)
    if not published:
        return article
    return article.with_published(parse_iso_day(published), PublishedFrom.METADATA, published)


def _read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))
