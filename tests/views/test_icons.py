from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor

from timeline_app.resources import resource
from timeline_app.views.icons import application_icon, icon

NAMES = sorted(path.stem for path in resource("icons").glob("*.svg") if path.stem != "dateline")


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_has_the_same_make(name):
    root = ET.fromstring(resource("icons", f"{name}.svg").read_text("utf-8"))
    assert root.get("viewBox") == "0 0 20 20"
    assert root.get("stroke") == "currentColor"
    assert root.get("stroke-width") == "1.6"


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_is_drawn_in_its_colour(qapp, name):
    drawn = icon(name, colour=QColor("#ff0000")).pixmap(20, 20).toImage()
    colours = {
        drawn.pixelColor(x, y).rgb() for x in range(20) for y in range(20) if drawn.pixelColor(x, y).alpha() > 200
    }
    assert colours
    assert all(QColor(one).red() > 200 and QColor(one).blue() < 60 for one in colours)


def test_an_icon_that_does_not_exist_is_an_error(qapp):
    with pytest.raises(FileNotFoundError):
        icon("no such icon")


def test_an_empty_size_draws_nothing(qapp):
    assert icon("add").pixmap(QSize(0, 0)).isNull()
    assert not application_icon().pixmap(64, 64).isNull()
