from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

from timeline_app.views.focus_back import FocusBack


@pytest.fixture
def place(qtbot):
    """A pane that can have the focus, with a button and a field in it."""
    pane = QScrollArea()
    pane.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.button, column.field = QPushButton("Before"), QLineEdit()
    column.addWidget(column.button)
    column.addWidget(column.field)
    pane.setWidget(inside)
    qtbot.addWidget(pane)
    pane.show()
    pane.activateWindow()
    return pane, column.button, column.field


def test_the_focus_returns_to_where_it_was(place):
    _, button, field = place
    back = FocusBack(field)
    button.setFocus()
    back.note()
    field.setFocus()
    back.give()
    assert QApplication.focusWidget() is button


def test_it_is_not_taken_from_whoever_has_it_by_now(place):
    pane, button, field = place
    back = FocusBack(field)
    button.setFocus()
    back.note()
    pane.setFocus()
    back.give()
    assert QApplication.focusWidget() is pane


@pytest.mark.parametrize("gone", ["hidden", "deleted", "unknown"])
def test_the_pane_has_it_where_the_one_before_is_gone(place, gone):
    pane, button, field = place
    back = FocusBack(field)
    button.setFocus()
    if gone != "unknown":
        back.note()
    field.setFocus()
    if gone == "hidden":
        button.hide()
    elif gone == "deleted":
        button.setParent(None)
        del button
    back.give()
    assert QApplication.focusWidget() is pane
