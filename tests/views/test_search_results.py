from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLineEdit, QWidget

from tests.views.samples import first_reading
from timeline_app.views.search_results import HitModel, SearchResults, hits_of

READING = first_reading()


@pytest.fixture
def hits():
    passages = [(READING.events[0].passage, "were captured by Hamas", "Qatar's role")]
    return hits_of(READING.events[:2], READING.actors[:1], passages, {READING.actors[0].id: 2})


@pytest.fixture
def field(qtbot):
    window = QWidget()
    window.resize(800, 600)
    line = QLineEdit(window)
    results = SearchResults(line, window)
    line.results = results
    qtbot.addWidget(window)
    window.show()
    line.setFocus()
    line.window_kept = window
    return line


def test_the_model_keeps_qts_rules(qtbot, hits):
    model = HitModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_hits(hits)
    model.set_hits([])


def test_hits_stand_under_headings(hits):
    assert [hit.words for hit in hits if hit.value is None] == ["EVENTS", "ACTORS", "PASSAGES"]
    assert hits[1].facts == "7 October 2023"
    assert hits[4].facts == "Group · 2 events"


def test_keys_of_the_field_walk_and_choose(qtbot, field, hits):
    field.results.show_hits(hits)
    assert field.results.isVisible()
    qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Down)
    with qtbot.waitSignal(field.results.actor_chosen) as signal:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert signal.args == [READING.actors[0].id]
    assert not field.results.isVisible()


def test_the_first_hit_is_ready_and_escape_closes(qtbot, field, hits):
    field.results.show_hits(hits)
    with qtbot.waitSignal(field.results.event_chosen) as signal:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert signal.args == [READING.events[0].id]
    field.results.show_hits(hits)
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not field.results.isVisible()


def test_passages_are_chosen_by_the_mouse(qtbot, field, hits):
    field.results.show_hits(hits)
    view = field.results._list
    with qtbot.waitSignal(field.results.passage_chosen) as signal:
        view.clicked.emit(field.results.hits.index(len(hits) - 1))
    assert signal.args == [READING.events[0].passage]
    assert not field.results.grab().isNull()


def test_nothing_found_is_said(field):
    field.results.show_hits([])
    assert field.results._nothing.isVisible()
