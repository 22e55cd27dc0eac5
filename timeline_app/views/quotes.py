"""Passages as cards: the exact words in quotation marks, with date and article; a click shows them in the reader."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout

from timeline_app.model import Article, Claim, Passage
from timeline_app.views.cards import Card, label
from timeline_app.views.facts import Quote, citation
from timeline_app.views.words import date_words, shorten


def quote_card(
    quote: Quote, show: Callable[[Passage], None], *, with_article: bool = False, with_date: bool = False
) -> Card:
    """One passage; `with_date` puts the event's date above the words."""
    card = Card(f"Passage: {quote.words}")
    column = _column(card)
    if with_date and quote.event is not None:
        column.addWidget(label(date_words(quote.event.when), "date", wraps=True))
    column.addWidget(label(f"“{quote.words}”", "" if with_date else "quote", wraps=True))
    if with_article:
        column.addWidget(label(shorten(quote.article.title or quote.article.name, 60), "muted", wraps=True))
    card.make_copyable(citation(quote))
    card.make_clickable(lambda: show(quote.passage), f"Show in “{quote.article.title or quote.article.name}”")
    return card


def claim_card(claim: Claim, article: Article | None, show: Callable[[Passage], None]) -> Card:
    """What one source says where the sources differ."""
    card = Card(f"{claim.about}: {claim.words}")
    column = _column(card)
    says = date_words(claim.when) if claim.when is not None else claim.words
    column.addWidget(label(f"{claim.about.capitalize()}: {says}", "strong", wraps=True))
    words = f"“{claim.words}”" if claim.when is not None else ""
    source = shorten(article.title or article.name, 60) if article else ""
    column.addWidget(label(" · ".join(filter(None, [words, source])), "muted", wraps=True))
    card.make_clickable(lambda: show(claim.passage), "Show the passage")
    return card


def _column(card: Card) -> QVBoxLayout:
    column = QVBoxLayout(card)
    column.setContentsMargins(12, 8, 12, 9)
    column.setSpacing(3)
    return column
