from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from timeline_app.views.menus import Menu, context_menu, fill_choices

NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def ground(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.mark.parametrize(
    ("key", "words", "modifiers", "kept"),
    [(Qt.Key.Key_K, "k", NONE, True), (Qt.Key.Key_K, "\x0b", CTRL, False), (Qt.Key.Key_F2, "", NONE, False)],
)
def test_letters_belong_to_an_open_menu(ground, key, words, modifiers, kept):
    qevent = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers, words)
    qevent.ignore()
    QApplication.sendEvent(Menu("&Actor", ground), qevent)
    assert qevent.isAccepted() == kept


def test_lines_stand_between_groups_only(ground):
    one, two = QAction("One", ground), QAction("Two", ground)
    menu = context_menu(ground, [None, one, None, None, two, None])
    assert [action.isSeparator() for action in menu.actions()] == [False, True, False]
    inner = QMenu("Inner", ground)
    assert context_menu(ground, [inner]).actions() == [inner.menuAction()]


def test_one_of_several_values_is_ticked(ground):
    chosen = []
    menu = QMenu(ground)
    fill_choices(menu, {1: "One", 2: "Two"}, chosen.append)
    one, two = menu.actions()
    one.trigger()
    two.setChecked(True)
    assert chosen == [1]
    assert [one.isChecked(), two.isChecked()] == [False, True]
    two.setChecked(False)
    assert not two.isChecked()
