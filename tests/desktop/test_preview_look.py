from __future__ import annotations

import pytest
from PySide6.QtPrintSupport import QPrintPreviewDialog
from PySide6.QtWidgets import QToolBar

from timeline_app.desktop.preview_look import ICONS, dress_preview


@pytest.fixture
def dialog(qtbot):
    made = QPrintPreviewDialog()
    qtbot.addWidget(made)
    return made


def test_every_button_of_the_preview_has_our_icon(dialog):
    before = {one.text(): one.icon().cacheKey() for one in dialog.findChild(QToolBar).actions() if one.text()}
    dress_preview(dialog)
    bar = dialog.findChild(QToolBar)
    after = {one.text(): one.icon().cacheKey() for one in bar.actions() if one.text()}
    assert set(after) == set(ICONS)
    assert all(after[words] != before[words] for words in before)
    assert not bar.isMovable()
