from __future__ import annotations

import pytest

from timeline_app.desktop.bottom import Bottom
from timeline_app.views.event_table import EventTable
from timeline_app.views.source_reader import SourceReader


@pytest.fixture
def bottom(qtbot):
    made = Bottom(SourceReader(lambda *_work, **_more: 1), EventTable())
    qtbot.addWidget(made)
    made.show()
    return made


def test_one_of_the_two_is_in_front(qtbot, bottom):
    assert not bottom.shows_table
    assert bottom._reader.isVisible()
    with qtbot.waitSignal(bottom.turned):
        bottom.bring_table()
    assert bottom.shows_table
    assert not bottom._reader.isVisible()
    bottom.bring_reader()
    assert bottom._reader.isVisible()


def test_the_head_of_the_reader_goes_with_it_and_its_row_stays_as_high(bottom):
    height = bottom.tabs.parentWidget().height()
    bottom.bring_table()
    assert not bottom._reader.head.isVisible()
    assert bottom.tabs.parentWidget().height() == height
