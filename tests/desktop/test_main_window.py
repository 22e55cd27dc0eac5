from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSize, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit

from tests.views.samples import FIRST, SECOND
from timeline_app.desktop.actions import all_actions
from timeline_app.desktop.main_window import FIRST_SIZE, LEAST_SIZE, drop_words, first_size


def files(*paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def drag_in(window, data):
    qevent = QDragEnterEvent(
        QPoint(50, 50), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    qevent.ignore()
    QApplication.sendEvent(window, qevent)
    return qevent


def drop(window, data):
    qevent = QDropEvent(
        QPointF(50, 50), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(window, qevent)
    return qevent


def test_an_empty_project_offers_ways_to_begin(empty_window):
    assert empty_window.places.empty.isVisible()
    assert not empty_window.panes.timeline.isVisible()
    assert empty_window.windowTitle() == "Untitled 1 — Dateline"


def test_a_first_window_is_no_larger_than_its_screen():
    assert first_size(QSize(1920, 1080)) == QSize(*FIRST_SIZE)
    assert first_size(QSize(1280, 800)).height() < 800
    # A screen of 1920 by 1080 at twice its scale.
    small = first_size(QSize(960, 540))
    assert small.width() < 960
    assert LEAST_SIZE[0] <= small.width()
    assert LEAST_SIZE[1] <= small.height() < 540


def test_in_a_small_window_the_timeline_has_room(qtbot, window):
    window.resize(952, 500)
    window.places.share_out(window.size())
    qtbot.wait(20)
    _, middle, right = window.places._columns.sizes()
    assert middle > 400
    assert right == window.places._right.minimumWidth()
    canvas, bottom = window.places._middle.sizes()
    assert canvas > 1.6 * bottom


def test_a_project_fills_all_views(window):
    assert window.windowTitle() == "Hostages — Dateline"
    assert window.panes.timeline.isVisible()
    assert window.panes.actor_list.actors.rowCount() == 4
    assert window.panes.article_list.articles.rowCount() == 2
    assert window.panes.table.events.rowCount() == len(window.workspace.shown.events)
    assert window.places.lists.tabText(2) == "Undated 2"
    assert "2 articles" in window.status._counts.text()


def test_files_dropped_on_the_window_become_articles(qtbot, empty_window, tmp_path):
    for name, text in (("one.txt", FIRST), ("two.txt", SECOND)):
        (tmp_path / name).write_text(text, "utf-8")
    data = files(tmp_path / "one.txt", tmp_path / "two.txt")
    assert drag_in(empty_window, data).isAccepted()
    assert empty_window._overlay.isVisible()
    assert empty_window._overlay.words == "Drop to add 2 files"
    with qtbot.waitSignal(empty_window.intake.ended, timeout=10_000):
        drop(empty_window, data)
    assert not empty_window._overlay.isVisible()
    assert len(empty_window.workspace.shown.articles) == 2
    assert len(empty_window.workspace.shown.events) >= 5


def test_the_veil_leaves_with_the_drag(qtbot, empty_window, tmp_path):
    drag_in(empty_window, files(tmp_path / "a.txt"))
    QApplication.sendEvent(empty_window, QDragLeaveEvent())
    qtbot.waitUntil(lambda: not empty_window._overlay.isVisible())


def test_other_drags_are_not_welcome(empty_window):
    data = QMimeData()
    data.setText("only words")
    assert not drag_in(empty_window, data).isAccepted()


def test_no_field_takes_files_from_the_window(window):
    for kind in (QLineEdit, QTextEdit, QPlainTextEdit):
        assert [one.objectName() for one in window.findChildren(kind) if one.acceptDrops()] == []


@pytest.mark.parametrize(
    ("names", "words"),
    [
        (["a.txt"], "Drop to add “a.txt”"),
        (["a.txt", "b.txt"], "Drop to add 2 files"),
        (["p.dateline"], "Drop to open the project"),
    ],
)
def test_the_veil_says_what_will_happen(tmp_path, names, words):
    assert drop_words([tmp_path / name for name in names]) == words


@pytest.mark.parametrize("choice", ["light", "dark", "system"])
def test_colours_can_be_chosen(window, choice):
    window.table_of_actions[f"theme_{choice}"].trigger()
    assert window.settings.get("look/theme") == choice
    assert window.table_of_actions[f"theme_{choice}"].isChecked()
    assert not window.grab().isNull()


def test_every_part_has_a_name_for_screen_readers(window):
    panes = window.panes
    for part in (
        panes.timeline, panes.table, panes.reader, panes.inspector, panes.actor_list, panes.article_list, panes.undated,
        panes.actors[0], window.toolbar.search, window.toolbar.lanes, window.toolbar.filter, window.toolbar.zoom,
        window.places.overview,
    ):  # fmt: skip
        assert part.accessibleName(), part


def test_every_action_is_done_by_someone(window):
    for spec in all_actions():
        assert window.table_of_actions[spec.id] is not None


def test_places_are_kept(qtbot, window, settings, untitled):
    window.resize(900, 700)
    window.table_of_actions["toggle_bottom"].trigger()
    window.actors.open_pane(window.workspace.shown.actors[0].id)
    window.close()
    from timeline_app.desktop.main_window import MainWindow

    again = MainWindow(settings, untitled)
    qtbot.addWidget(again)
    # The screen of the tests is smaller than the window, so only its height can come back.
    assert again.height() == window.height()
    assert not again.table_of_actions["toggle_bottom"].isChecked()
    again.close()


def test_tab_goes_through_the_window_as_the_eye_does(window):
    panes = window.panes
    order, here = [], window.places.lists.tabBar()
    for _ in range(300):
        order.append(here)
        here = here.nextInFocusChain()
    wanted = [panes.actor_list, panes.timeline.canvas, panes.reader.text, panes.inspector, panes.actors[0]]
    assert [order.index(one) for one in wanted] == sorted(order.index(one) for one in wanted)


def test_pinned_panes_come_back_with_their_project(qtbot, window):
    path = window.workspace.project.path
    pinned = window.workspace.shown.actors[1].id
    window.actors.open_pane(pinned)
    window.table_of_actions["new_project"].trigger()
    qtbot.waitUntil(lambda: window.actors.open_panes() == [])
    window.open_paths([path])
    qtbot.waitUntil(lambda: window.actors.open_panes() == [pinned])


def test_what_was_said_of_a_project_goes_with_it(window, tmp_path):
    window.files.save_as(tmp_path / "Named.dateline")
    assert window.places.notices.words == "The project is saved as “Named.dateline”."
    window.table_of_actions["new_project"].trigger()
    assert not window.places.notices.words
