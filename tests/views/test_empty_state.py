from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from timeline_app.views.empty_state import WAYS, EmptyState


@pytest.mark.parametrize("name", [way[0] for way in WAYS])
def test_each_way_to_begin_has_its_button(qtbot, name):
    view = EmptyState()
    qtbot.addWidget(view)
    view.resize(900, 600)
    view.show()
    with qtbot.waitSignal(getattr(view, name)):
        qtbot.mouseClick(view.findChild(QPushButton, name), Qt.MouseButton.LeftButton)
    assert not view.grab().isNull()
