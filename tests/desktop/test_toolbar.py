from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton


def test_the_slider_moves_without_telling(qtbot, window):
    with qtbot.assertNotEmitted(window.toolbar.zoom_chosen):
        window.toolbar.show_zoom(0.5)
    assert window.toolbar.zoom.value() == 500


def test_a_long_filter_is_shortened(window):
    window.toolbar.show_filter("planned, possible, denied · not checked · from 1 Oct 2023", active=True)
    assert len(window.toolbar.filter.text()) <= 28
    assert "from 1 Oct 2023" in window.toolbar.filter.accessibleDescription()


def test_the_blue_button_adds_articles(qtbot, window, monkeypatch):
    asked = []
    window.table_of_actions["import_articles"].triggered.disconnect()
    window.table_of_actions["import_articles"].triggered.connect(lambda: asked.append(1))
    qtbot.mouseClick(window.toolbar.findChild(QPushButton, "add_articles"), Qt.MouseButton.LeftButton)
    assert asked == [1]
