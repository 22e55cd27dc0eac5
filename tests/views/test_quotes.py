from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from tests.views.samples import first_reading
from timeline_app.desktop.pinned import LEAST_PANE
from timeline_app.views.date_card import read_date
from timeline_app.views.facts import Quote, quote_of
from timeline_app.views.quotes import claim_card, quote_card

READING = first_reading()
EVENT = READING.events[1]


def words_of(card):
    return [one.text() for one in card.findChildren(QLabel)]


def test_a_quote_says_when_what_and_where(qtbot):
    shown = []
    quote = Quote(EVENT.passage, "Hamas released the two.", READING.article, EVENT)
    card = quote_card(quote, shown.append, with_article=True, with_date=True)
    qtbot.addWidget(card)
    assert words_of(card) == ["20 October 2023", "“Hamas released the two.”", "Qatar's role in the release"]
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    assert shown == [EVENT.passage]


def test_a_quote_is_as_narrow_as_its_pane(qtbot):
    event = replace(EVENT, when=read_date("between 30 October 2023 and 17 November 2024")[0])
    article = replace(READING.article, title="Hostages come home " * 4)
    card = quote_card(Quote(EVENT.passage, "Freed.", article, event), print, with_article=True, with_date=True)
    qtbot.addWidget(card)
    assert card.minimumSizeHint().width() < LEAST_PANE - 60


def test_a_claim_says_what_the_source_says(qtbot):
    shown = []
    card = claim_card(EVENT.claims[0], READING.article, shown.append)
    qtbot.addWidget(card)
    assert words_of(card)[0] == "Date: 21 October 2023"
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    assert shown == [EVENT.claims[0].passage]


def test_a_passage_is_copied_with_its_source(qtbot, project):
    event = next(one for one in project.events() if "releases" in one.title)
    quote = quote_of(project.article(event.passage.article), event.passage, event)
    card = quote_card(quote, lambda _passage: None)
    qtbot.addWidget(card)
    (copy,) = card.actions()
    copy.trigger()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("“")
    assert copied.endswith("” — Qatar's role in the release, 12 November 2023 (qatar.txt)")
