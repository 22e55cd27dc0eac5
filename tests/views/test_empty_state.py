from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

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


def test_projects_to_go_on_with_are_offered(qtbot, tmp_path):
    view = EmptyState()
    qtbot.addWidget(view)
    view.show()
    assert view.findChild(QWidget, "recent").isHidden()
    view.show_recent([(f"Project {number}", tmp_path / f"{number}.dateline") for number in range(6)])
    links = [one for one in view.findChildren(QToolButton, "recent_project") if not one.isHidden()]
    assert [one.text() for one in links] == ["Project 0", "Project 1", "Project 2", "Project 3"]
    with qtbot.waitSignal(view.recent_asked) as signal:
        links[1].click()
    assert signal.args == [tmp_path / "1.dateline"]


def test_while_a_project_is_opened_nothing_else_is_offered(qtbot, tmp_path):
    view = EmptyState()
    qtbot.addWidget(view)
    view.show()
    view.show_opening("Hostages")
    assert view._title.text() == "Opening “Hostages” …"
    assert not any(one.isVisible() for one in view.findChildren(QPushButton))
    view.show_opening("")
    assert view._title.text() == "Drop articles here"
    assert all(one.isVisible() for one in view.findChildren(QPushButton))
