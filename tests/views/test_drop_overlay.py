from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from timeline_app.views.drop_overlay import DropOverlay


def test_the_veil_covers_the_window_and_lets_the_drag_through(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(400, 300)
    veil = DropOverlay(window)
    window.show()
    assert not veil.isVisible()
    veil.offer("Drop to add 3 files")
    assert veil.isVisible()
    assert veil.words == "Drop to add 3 files"
    assert veil.geometry() == window.rect()
    window.resize(500, 350)
    assert veil.geometry() == window.rect()
    assert veil.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    assert not veil.grab().isNull()
