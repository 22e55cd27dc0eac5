from __future__ import annotations

from PySide6.QtWidgets import QLabel

from timeline_app import __version__
from timeline_app.desktop.help import AboutDialog, ShortcutsDialog, key_groups


def test_all_keys_are_on_one_page(qtbot):
    dialog = ShortcutsDialog()
    qtbot.addWidget(dialog)
    words = {one.text() for one in dialog.findChildren(QLabel)}
    for expected in ("Next Unchecked", "Accept", "Find", "Zoom in", "Wheel, pinch", "TIMELINE", "FILE"):
        assert expected in words
    assert key_groups()[0][0] == "Timeline"


def test_about_names_the_version(qtbot):
    dialog = AboutDialog()
    qtbot.addWidget(dialog)
    assert any(__version__ in one.text() for one in dialog.findChildren(QLabel))
