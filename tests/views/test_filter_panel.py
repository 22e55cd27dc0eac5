from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from timeline_app.model import Factuality
from timeline_app.model.calendar import day_number
from timeline_app.project import MAIN, Filter
from timeline_app.views.filter_panel import LEAST_HEIGHT, LISTS_HEIGHT, FilterPanel, filter_words

DIRECT = Qt.FindChildOption.FindDirectChildrenOnly
DAY = day_number(2023, 10, 1)


@pytest.mark.parametrize(
    ("chosen", "words"),
    [
        (Filter(), "All events"),
        (Filter(least=MAIN), "Main events"),
        (Filter(least=MAIN, actors=frozenset({"q"})), "Main events · Qatar"),
        (Filter(actors=frozenset({"q"})), "Qatar"),
        (Filter(actors=frozenset({"q", "h"})), "2 actors"),
        (Filter(factuality=frozenset({Factuality.DENIED, Factuality.PLANNED})), "planned, denied"),
        (Filter(tags=frozenset({"trial"})), "trial"),
        (Filter(tags=frozenset({"trial", "Gaza"})), "2 tags"),
        (Filter(first=DAY), "from 1 Oct 2023"),
        (Filter(last=DAY), "until 1 Oct 2023"),
        (Filter(first=DAY, last=DAY + 9), "1 Oct 2023 – 10 Oct 2023"),
        (Filter(checked=False, undated=True, dismissed=True), "not checked · undated · with dismissed"),
        (Filter(text="talks", articles=frozenset({"a"})), "“talks” · 1 article"),
    ],
)
def test_a_filter_in_words(chosen, words):
    assert filter_words(chosen, {"q": "Qatar"}) == words


@pytest.fixture
def panel(qtbot):
    made = FilterPanel()
    qtbot.addWidget(made)
    made.show_filter(Filter(), [("q", "Qatar"), ("h", "Hamas")], [("a", "Aid talks")])
    return made


def test_ticks_change_the_filter_at_once(qtbot, panel):
    with qtbot.waitSignal(panel.changed) as signal:
        panel._kinds[Factuality.PLANNED].setChecked(True)
    assert signal.args[0].factuality == {Factuality.PLANNED}
    with qtbot.waitSignal(panel.changed) as signal:
        panel._actors._names.item(0).setCheckState(Qt.CheckState.Checked)
    assert signal.args[0].actors == {"q"}
    with qtbot.waitSignal(panel.changed) as signal:
        panel._articles._names.item(0).setCheckState(Qt.CheckState.Checked)
    assert signal.args[0].articles == {"a"}
    with qtbot.waitSignal(panel.changed) as signal:
        panel._undated.setChecked(True)
        panel._dismissed.setChecked(True)
    assert panel.chosen().undated is True
    assert panel.chosen().dismissed


def test_main_events_or_all(qtbot, panel):
    assert panel._least.currentText() == "All events"
    panel._least.setCurrentIndex(0)
    with qtbot.waitSignal(panel.changed) as signal:
        panel._least.activated.emit(0)
    assert signal.args == [Filter(least=MAIN)]
    with qtbot.waitSignal(panel.changed) as signal:
        panel.clear()
    assert signal.args == [Filter(least=MAIN)], "clearing the filter leaves this choice"


def test_dates_are_typed_in_words(qtbot, panel):
    panel._first.setText("October 2023")
    with qtbot.waitSignal(panel.changed) as signal:
        panel._first.editingFinished.emit()
    assert signal.args[0].first == DAY
    panel._last.setText("someday")
    with qtbot.assertNotEmitted(panel.changed):
        panel._last.editingFinished.emit()
    assert panel._error.text()


def test_a_name_is_found_by_typing(panel):
    panel._actors._find.setText("ham")
    hidden = [panel._actors._names.item(row).isHidden() for row in range(2)]
    assert hidden == [True, False]


def test_it_shows_the_filter_and_clears_it(qtbot, panel):
    chosen = Filter(actors=frozenset({"h"}), checked=False, first=DAY, dismissed=True)
    panel.show_filter(chosen, [("q", "Qatar"), ("h", "Hamas")], [])
    assert panel.chosen() == chosen
    with qtbot.waitSignal(panel.changed) as signal:
        panel.clear()
    assert signal.args == [Filter()]


def test_nothing_in_it_overlaps(qtbot, panel):
    panel.show()
    for words in ("", "blursday"):
        panel._first.setText(words)
        panel._first.editingFinished.emit()
        qtbot.wait(20)
        parts = [one for one in panel.findChildren(QWidget, options=DIRECT) if one.isVisible()]
        places = sorted((one.geometry() for one in parts), key=lambda one: one.top())
        assert all(one.bottom() < other.top() or one.top() == other.top() for one, other in pairwise(places))
        assert places[-1].bottom() < panel.height()


def test_tags_are_ticked(panel):
    panel.show_filter(Filter(), [], [], [("trial", "trial  (3)"), ("Gaza", "Gaza  (1)")])
    panel._tags._names.item(0).setCheckState(Qt.CheckState.Checked)
    assert panel.chosen().tags == frozenset({"trial"})
    panel.show_filter(panel.chosen(), [], [], [("trial", "trial  (3)")])
    assert panel._tags.ticked() == frozenset({"trial"})


def test_the_panel_stays_on_its_screen(panel):
    room = panel.screen().availableGeometry()
    for place in (room.topLeft(), QPoint(room.right() - 20, room.bottom() - 60)):
        panel.open_at(place)
        assert room.contains(panel.geometry())
    assert panel._lists.height() == LEAST_HEIGHT
    panel.open_at(room.topLeft())
    assert panel._lists.height() == LISTS_HEIGHT
