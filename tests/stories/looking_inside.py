"""Runs the application as `python -m timeline_app` does, and answers on standard output what its window shows.

Every line on standard input is answered by one line of JSON.
"""

from __future__ import annotations

import json
import sys
import threading

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QApplication


class Questions(QObject):
    """Carries questions from the reading thread to the main thread."""

    asked = Signal()


def main_window():
    for widget in QApplication.topLevelWidgets():
        if widget.objectName() == "main_window":
            return widget
    return None


def place(widget, point):
    there = widget.mapToGlobal(point)
    return [there.x(), there.y()]


def places_of_events(window):
    """Where each single event is drawn, in pixels of the screen."""
    timeline = window.panes.timeline
    marks, columns = timeline.frame().marks, timeline.arrangement.columns
    found = {}
    for number, row in enumerate(marks.row):
        x = (
            marks.dot[number]
            if marks.dot[number] == marks.dot[number]
            else (marks.left[number] + marks.right[number]) / 2
        )
        # A mark may lie below a lane kept at the top, or below the edge.
        if int(row) in timeline.hit(float(x), float(marks.y[number])).rows:
            found[str(columns.ids[int(columns.event[int(row)])])] = place(
                timeline.canvas.viewport(), QPoint(int(x), int(marks.y[number]))
            )
    return found


def state():
    window = main_window()
    if window is None or not window.isVisible() or not window.workspace.has_project:
        return {"open": False}
    work, panes = window.workspace, window.panes
    dialog = QApplication.activeModalWidget()
    shown = work.shown
    return {
        "open": True,
        "active": window.isActiveWindow(),
        "title": window.windowTitle(),
        "middle": place(window, QPoint(window.width() // 2, window.height() // 2)),
        "veil": window._overlay.words if window._overlay.isVisible() else "",
        "articles": {entry.name: entry.state.value for entry in shown.articles},
        "events": {one.id: {"title": one.title, "undated": one in shown.undated} for one in shown.events},
        "passages": {
            one.id: one.passage.of(work.project.article(one.passage.article).text) for one in shown.events
        },
        "places": places_of_events(window) if shown.events else {},
        "busy": window.intake.busy,
        "range": list(panes.timeline.visible_range()),
        "lanes": [[lane.key, lane.collapsed, lane.top] for lane in panes.timeline.lanes],
        "at_timeline": panes.timeline.canvas.hasFocus(),
        "hidden": panes.timeline.hidden_lanes.words if panes.timeline.hidden_lanes.isVisible() else "",
        "chosen": work.selection.event_id,
        "at_tags": panes.inspector._tags.hasFocus(),
        "tags": list(chosen.tags) if (chosen := work.find_event(work.selection.event_id)) is not None else [],
        "inspector": panes.inspector._title.text() if panes.inspector.event_id else "",
        "marked": panes.reader.text.marked_words(),
        "reader": place(panes.reader.text.viewport(), panes.reader.text.cursorRect(
            panes.reader.text._cursor(panes.reader.text.passage.start + 3, panes.reader.text.passage.start + 3)
        ).center()) if panes.reader.text.passage else None,
        "notice": window.places.notices.words,
        "dialog": type(dialog).__name__ if dialog is not None else "",
    }  # fmt: skip


def answer():
    print(json.dumps(state()), flush=True)


def listen(questions):
    for _line in sys.stdin:
        questions.asked.emit()


def main():
    from timeline_app.desktop import application

    opened = application._open_window

    def open_and_listen(app, instance, own, paths):
        questions = Questions()
        questions.asked.connect(answer, Qt.ConnectionType.QueuedConnection)
        threading.Thread(target=listen, args=(questions,), daemon=True).start()
        return opened(app, instance, own, paths)

    application._open_window = open_and_listen
    return application.run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
