"""Articles as rows and back, and the article list."""

from __future__ import annotations

import json
from typing import Any

from timeline_app.model import Article, PublishedFrom, ReadingMode
from timeline_app.project.book import Book
from timeline_app.project.packed_events import dump
from timeline_app.project.store import Store
from timeline_app.project.tables import ArticleRow
from timeline_app.project.values import ArticleEntry, ArticleState

#: More articles than these are asked about in one question to the file.
MANY = 200

_FIELDS = ("name", "title", "author", "language", "format", "source")


def about_text(article: Article) -> str:
    """What is known of an article beside its text, date and mode, as JSON."""
    return dump({name: getattr(article, name) for name in _FIELDS} | {"notices": article.notices})


def _about(text: str) -> dict[str, Any]:
    """What `about_text` kept."""
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


class ArticleList:
    """The articles of a project in the order they were taken in; only the lines that changed are made anew."""

    def __init__(self, store: Store, book: Book) -> None:
        self._store = store
        self._book = book
        self._entries: dict[str, ArticleEntry] = {}
        self._listed: list[ArticleEntry] = []
        self._place: dict[str, int] = {}
        self._began = False

    def entries(self) -> list[ArticleEntry]:
        """The list itself: copy it before you keep it."""
        rows = self._book.tables.articles
        changed = self._book.take_unlisted_articles()
        if not self._began:
            self._began, changed = True, set(rows)
        if not changed:
            return self._listed
        moved = False
        for id_, has_file in self._kept_files(changed).items():
            row = rows.get(id_)
            moved |= (row is None) != (id_ not in self._place)
            if row is None:
                self._entries.pop(id_, None)
                continue
            entry = self._entries[id_] = _entry(row, self._book.events_told_in(id_), has_file=has_file)
            if (place := self._place.get(id_)) is not None:
                self._listed[place] = entry
        if moved:
            ordered = sorted(rows.values(), key=lambda row: (row.position, row.id))
            self._listed = [self._entries[row.id] for row in ordered]
            self._place = {row.id: number for number, row in enumerate(ordered)}
        return self._listed

    def _kept_files(self, articles: set[str]) -> dict[str, bool]:
        """Of which of these articles the file is kept."""
        if len(articles) > MANY:
            files = {id_ for (id_,) in self._store.rows("SELECT article FROM file")}
            return {id_: id_ in files for id_ in articles}
        sql = "SELECT 1 FROM file WHERE article = ?"
        return {id_: self._store.value(sql, (id_,)) is not None for id_ in articles}


def _entry(row: ArticleRow, n_events: int, *, has_file: bool) -> ArticleEntry:
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
        language=about["language"],
    )
