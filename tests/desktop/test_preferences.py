from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QComboBox, QScrollArea, QSpinBox

from timeline_app.desktop.preferences import PreferencesDialog
from timeline_app.desktop.settings import SETTINGS


def test_every_setting_with_words_has_its_field(qtbot, settings):
    dialog = PreferencesDialog(settings)
    qtbot.addWidget(dialog)
    for setting in SETTINGS:
        found = [one for kind in (QCheckBox, QComboBox, QSpinBox) for one in dialog.findChildren(kind, setting.name)]
        assert bool(found) == bool(setting.words)


def test_a_change_counts_at_once(qtbot, settings):
    dialog = PreferencesDialog(settings)
    qtbot.addWidget(dialog)
    box = dialog.findChild(QComboBox, "look/theme")
    box.activated.emit(box.findData("dark"))
    dialog.findChild(QCheckBox, "look/motion").setChecked(False)
    dialog.findChild(QSpinBox, "look/reader_points").setValue(14)
    assert settings.get("look/theme") == "dark"
    assert settings.get("look/motion") is False
    assert settings.get("look/reader_points") == 14


def test_nothing_is_squeezed_on_a_low_screen(qtbot, settings):
    dialog = PreferencesDialog(settings)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.wait(10)
    body, bar = dialog._body, dialog.findChild(QScrollArea).verticalScrollBar()
    assert bar.maximum() == 0
    for height in (dialog.height(), 300):
        dialog.resize(dialog.width(), height)
        qtbot.wait(10)
        assert body.height() >= body.heightForWidth(body.width())
    assert bar.maximum() > 0
