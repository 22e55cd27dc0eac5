from __future__ import annotations

import hashlib

from PySide6.QtCore import QSize
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QLabel, QScrollArea

from timeline_app import __version__
from timeline_app.desktop import help
from timeline_app.desktop.help import AboutDialog, ShortcutsDialog, key_groups
from timeline_app.resources import resource


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


def test_about_names_the_language_model_by_its_hash(qtbot, monkeypatch, tmp_path):
    sums = resource("models", "en_core_web_sm-3.8.0", "SHA256SUMS").read_bytes()
    assert hashlib.sha256(sums).hexdigest() in help.model_words().replace("\n", "")
    assert "en_core_web_sm 3.8.0" in help.model_words()
    monkeypatch.setattr(help, "resource", lambda *_: tmp_path / "lost")
    assert help.model_words() == ""


def test_the_page_about_the_application_leads_to_licences_and_the_models_hash(qtbot):
    from timeline_app.desktop.help import LicencesDialog

    dialog = LicencesDialog()
    qtbot.addWidget(dialog)
    words = dialog.text.toPlainText()
    sums = resource("models", "en_core_web_sm-3.8.0", "SHA256SUMS").read_bytes()
    assert hashlib.sha256(sums).hexdigest() in words
    assert "PySide6" in words or "pyside6" in words


def test_each_key_has_a_cap_of_its_own(qtbot):
    dialog = ShortcutsDialog()
    qtbot.addWidget(dialog)
    caps = [one.text() for one in dialog.findChildren(QLabel) if one.property("part") == "key"]
    assert {"Ctrl+F", "/", "Ctrl+,", "F11"} <= set(caps)
    assert not any(" / " in cap or " or " in cap for cap in caps)


def test_the_page_of_keys_fits_every_screen(qtbot, monkeypatch):
    monkeypatch.setattr(QScreen, "availableSize", lambda _self: QSize(900, 600))
    dialog = ShortcutsDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.width() <= 810
    assert dialog.height() <= 540
    assert dialog.findChild(QScrollArea).verticalScrollBar().maximum() > 0
