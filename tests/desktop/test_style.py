from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QComboBox

from timeline_app.desktop.style import apply_theme, palette, stylesheet
from timeline_app.drawing.theme import current_theme, dark, light


@pytest.mark.parametrize("theme", [light(), dark()], ids=["light", "dark"])
def test_the_stylesheet_is_filled_in(theme):
    sheet = stylesheet(theme)
    assert "$" not in sheet
    assert theme.accent in sheet
    for path in re.findall(r"url\((.*?)\)", sheet):
        assert open(path, encoding="utf-8").read().startswith("<svg")  # noqa: SIM115, PTH123


@pytest.mark.parametrize("theme", [light(), dark()], ids=["light", "dark"])
def test_the_palette_is_the_themes(qapp, theme):
    made = palette(theme)
    assert made.color(QPalette.ColorRole.Window).name() == theme.window
    assert made.color(QPalette.ColorRole.Text).name() == theme.text


def test_a_choice_dresses_the_application(qapp):
    assert apply_theme(qapp, "dark").dark
    assert current_theme().dark
    assert not apply_theme(qapp, "light").dark
    apply_theme(qapp, "system")


def test_a_box_to_write_in_shows_its_words_whole(qtbot, qapp):
    """The zoom of the print preview is such a box."""
    before = qapp.styleSheet()
    apply_theme(qapp, "light")
    try:
        box = QComboBox()
        qtbot.addWidget(box)
        box.setEditable(True)
        box.addItem("100%")
        box.show()
        line = box.lineEdit()
        assert line.height() >= line.fontMetrics().height()
    finally:
        qapp.setStyleSheet(before)
