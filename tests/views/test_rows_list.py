from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStyledItemDelegate

from timeline_app.views.rows import RowsList, RowsModel


class Names(RowsModel):
    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        return self.row(index) if role == Qt.ItemDataRole.DisplayRole else None


class NamesList(RowsList):
    def choose(self, index):
        pass


@pytest.fixture
def view(qtbot):
    made = NamesList(Names(), QStyledItemDelegate())
    qtbot.addWidget(made)
    made.resize(220, 200)
    made.show()
    return made


def test_an_empty_list_says_why(view):
    without = view.viewport().grab().toImage()
    view.nothing = "Every event has its place."
    assert view.viewport().grab().toImage() != without
    view.replace_rows(["one"], ["1"])
    full = view.viewport().grab().toImage()
    view.nothing = ""
    assert view.viewport().grab().toImage() == full


def test_who_comes_by_tab_stands_on_the_first_row_without_choosing_it(view):
    view.replace_rows(["one", "two"], ["1", "2"])
    view.mark("2")
    view.mark("")
    view.clearFocus()
    view.setFocus(Qt.FocusReason.TabFocusReason)
    assert view.currentIndex().row() == 0
    assert not view.selectedIndexes()
