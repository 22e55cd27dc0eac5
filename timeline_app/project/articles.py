"""Articles as rows and back, and the article list."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from timeline_app.model import Article, PublishedFrom, ReadingMode
from timeline_app.project.book import Book
from timeline_app.project.codec import dump
from timeline_app.project.store import Store
from timeline_app.project.tables import ArticleRow
from timeline_app.project.values import ArticleEntry, ArticleState

_FIELDS = ("name", "title", "author", "language", "format", "source")


def about_text(article: Article) -> str:
    """What is known of an article beside its text, date and mode, as JSON."""
    return dump({name: getattr(article, name) for name in _FIELDS} | {"notices": article.notices})


@lru_cache(maxsize=32_768)
def _about(text: str) -> dict[str, Any]:
    """What `about_text` kept; the list of articles asks for all of it after every change."""
    about: dict[str, Any] = json.loads(text)
    return about


def article_of(store: Store, row: ArticleRow) -> Article:
    """The whole article, with the date and mode the user may have given it."""
    about = _about(row.about)
    return Article(
        id=row.id,
        text=store.text(row.id),
        published=row.published,
        published_from=PublishedFrom(row.published_from),
        published_words=row.published_words,
        pages=store.pages(row.id),
        mode=ReadingMode(row.mode),
        notices=tuple(about["notices"]),
        **{name: about[name] for name in _FIELDS},
    )


@lru_cache(maxsize=32_768)
def _entry(row: ArticleRow, n_events: int, has_file: bool) -> ArticleEntry:
    """After most changes nearly all articles are as they were."""
    about = _about(row.about)
    return ArticleEntry(
        id=row.id,
        name=about["name"],
        title=about["title"],
        published=row.published,
        published_from=PublishedFrom(row.published_from),
        state=ArticleState.WAITING if row.stale else ArticleState.READ,
        message=" ".join(about["notices"]),
        source=about["source"],
        n_events=n_events,
        format=about["format"],
        has_file=has_file,
        mode=ReadingMode(row.mode),
    )


def list_articles(store: Store, book: Book) -> Iterator[ArticleEntry]:
    """The articles in the order they were taken in, then the files that wait or failed."""
    counts = book.article_counts()
    files = {id_ for (id_,) in store.rows("SELECT article FROM file")}
    for row in sorted(book.tables.articles.values(), key=lambda row: (row.position, row.id)):
        yield _entry(row, counts[row.id], row.id in files)
    sql = "SELECT path, state, sentence FROM waiting ORDER BY run, position"
    for path, state, sentence in store.rows(sql):
        source = Path(os.fsdecode(path))
        yield ArticleEntry(
            id="",
            name=source.name,
            title="",
            published=None,
            published_from=PublishedFrom.NOTHING,
            state=ArticleState(state),
            message=sentence,
            source=str(source),
            n_events=0,
            format="",
            has_file=False,
        )
