from __future__ import annotations

from types import SimpleNamespace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QApplication, QMenu

from timeline_app.desktop import event_actions
from timeline_app.model import Factuality
from timeline_app.model.calendar import day_number
from timeline_app.views.charts import middle_of
from timeline_app.views.date_card import read_date


@pytest.fixture
def release(window, event_named):
    event = event_named("releases")
    window.workspace.selection.select_event(event.id)
    return event


class Agreeable:
    """A dialog whose person agrees."""

    def __init__(self, *arguments, **_more):
        self.name = "A title of one's own"
        self.names = arguments[3] if len(arguments) > 3 else ()

    def exec(self):
        return 1

    def chosen(self):
        return [self.names[0][0]]


def test_a_title_is_corrected_and_undone(window, release):
    window.panes.inspector.title_set.emit(release.id, "Two women freed")
    assert window.workspace.project.event(release.id).title == "Two women freed"
    window.workspace.refresh()
    assert window.table_of_actions["undo"].text() == "&Undo Edit title of event"
    window.table_of_actions["undo"].trigger()
    assert window.workspace.project.event(release.id).title == release.title
    window.workspace.refresh()
    assert window.table_of_actions["redo"].text() == "&Redo Edit title of event"


def test_a_date_is_corrected_and_taken_away(window, release):
    when, _ = read_date("about March 1999")
    window.panes.inspector.date_set.emit(release.id, when)
    assert window.workspace.project.event(release.id).when.edtf == "1999-03~"
    window.events.do_clear_date()
    assert window.workspace.project.event(release.id).when is None


def test_an_undated_event_is_dropped_on_a_day(window, event_named):
    event = event_named("enters Gaza")
    day = day_number(2023, 10, 28)
    window.panes.timeline.event_dropped.emit(event.id, day)
    assert window.workspace.project.event(event.id).when.earliest == day
    assert window.workspace.selection.event_id == event.id
    assert window.panes.timeline.selected == event.id
    assert "28 October 2023" in window.places.notices.words


@pytest.mark.parametrize(("days", "words"), [(4, "–"), (0, "2023")])
def test_an_end_dragged_on_the_timeline_changes_the_date(window, release, days, words):
    day = day_number(2023, 10, 21)
    window.panes.timeline.event_redated.emit(release.id, day, day + days)
    when = window.workspace.project.event(release.id).when
    assert (when.earliest, when.latest) == (day, day + days)
    assert words in window.places.notices.words
    window.table_of_actions["undo"].trigger()
    assert window.workspace.project.event(release.id).when.earliest != day


def test_an_end_dragged_where_years_are_narrow_gives_a_year(window, release):
    timeline, project = window.panes.timeline, window.workspace.project
    timeline.set_range(day_number(1900), day_number(2100))
    before = project.event(release.id).when
    timeline.event_redated.emit(release.id, before.earliest, day_number(2031, 12, 31))
    assert project.event(release.id).when.edtf.endswith("/2031")


def test_factuality_is_set(window, release):
    window.panes.inspector.factuality_set.emit(release.id, Factuality.DENIED)
    assert window.workspace.project.event(release.id).factuality == Factuality.DENIED


def test_a_dismissed_event_leaves_and_comes_back(window, release):
    window.events.set_dismissed(release.id, True)
    window.workspace.refresh()
    assert release.id not in window.workspace.shown.by_id
    assert "is dismissed" in window.places.notices.words
    assert window.table_of_actions["restore"].isEnabled()
    window.review.do_restore()
    window.workspace.refresh()
    assert release.id in window.workspace.shown.by_id


class Agreeing:
    """A dialog that is left as it is, but for the title."""

    def shown(self, _window, *asked):
        self.asked = list(asked)
        self.title = "A title of one's own"
        self.date = SimpleNamespace(line=SimpleNamespace(text=lambda: asked[2]), when=None)
        return self

    def exec(self):
        return 1


def test_an_event_is_added_from_selected_words(window, release, monkeypatch):
    agreeable = Agreeing()
    monkeypatch.setattr(event_actions, "EventDialog", agreeable.shown)
    text = window.panes.reader.text
    words = "Hamas released the two on 20 October 2023"
    start = text.toPlainText().index(words)
    cursor = QTextCursor(text.document())
    cursor.setPosition(start)
    cursor.setPosition(start + len(words), QTextCursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)
    assert window.table_of_actions["add_event"].isEnabled()
    window.table_of_actions["add_event"].trigger()
    added = window.workspace.find_event(window.workspace.selection.event_id)
    assert added.title == "A title of one's own"
    assert added.when.edtf == "2023-10-20"
    assert agreeable.asked == [words, words, "2023-10-20", ["Hamas"]]
    assert text.selected_passage() is None
    assert window.panes.inspector._state.text() == "added by you"
    assert [window.workspace.shown.names[one.actor] for one in added.participants] == ["Hamas"]


def test_events_are_merged_and_split(window, release, event_named, monkeypatch):
    monkeypatch.setattr(event_actions, "PickDialog", Agreeable)
    number = len(window.workspace.shown.events)
    window.events.do_merge_events()
    window.workspace.refresh()
    assert len(window.workspace.shown.events) == number - 1
    merged = window.workspace.find_event(window.workspace.selection.event_id)
    shown = window.workspace.selection.passage
    place = merged.passages.index(shown) + 1, len(merged.passages)
    assert window.panes.reader._place == place
    assert place[1] > 1
    window.events.do_split_event()
    window.workspace.refresh()
    assert len(window.workspace.shown.events) == number


def test_events_to_merge_with_stand_by_their_nearness_and_none_may_be_picked(window, release, monkeypatch):
    asked = []

    class Reluctant(Agreeable):
        def __init__(self, *arguments, **more):
            super().__init__(*arguments, **more)
            asked.extend(name for _, name in self.names)

        def exec(self):
            return 0

    monkeypatch.setattr(event_actions, "PickDialog", Reluctant)
    window.events.do_merge_events()
    assert window.guard.notices.words == ""
    days = [abs(middle_of(one) - middle_of(release)) for one in map(window_event(window), asked) if middle_of(one)]
    assert days == sorted(days)
    assert len(days) > 2


def window_event(window):
    """Finds a shown event by the line it has in a list."""
    return lambda line: next(one for one in window.workspace.shown.events if line.endswith(one.title))


def test_without_a_chosen_event_merging_says_what_to_do(window):
    window.workspace.selection.select_event("")
    window.events.do_merge_events()
    assert window.guard.notices.words.startswith("Choose an event first")


def test_an_event_is_copied_with_its_source(window, release):
    window.events.do_copy_event()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith(
        "Hamas releases Judith and Natalie Raanan\n20 October 2023\nHappened\nWhy this date: as the words say\n“"
    )
    assert copied.endswith("— Qatar's role in the release, 12 November 2023 (qatar.txt)")


def test_the_menu_of_an_event(window, release):
    window.events.show_menu(release.id, QPoint(5, 5))
    menu = next(one for one in window.findChildren(QMenu) if one.isVisible())
    words = [one.text() for one in menu.actions()]
    assert "&Dismiss" in words
    assert "Did It &Happen?" in words
    assert "&Restore" not in words
    menu.close()


def test_what_cannot_be_done_is_grey(window):
    window.workspace.selection.clear()
    for name in (
        "accept",
        "dismiss",
        "restore",
        "edit_title",
        "edit_date",
        "split_event",
        "copy_event",
        "next_passage",
    ):
        assert not window.table_of_actions[name].isEnabled(), name


def test_tags_are_given_undone_and_make_lanes(window, release):
    window.panes.inspector.tags_set.emit(release.id, ("release", "Gaza"))
    project, work = window.workspace.project, window.workspace
    assert project.event(release.id).tags == ("release", "Gaza")
    work.refresh()
    assert window.panes.inspector._tags.text() == "release, Gaza"
    work.set_lane_kind("tag")
    assert [lane.title for lane in work.shown.lanes][:2] == ["Gaza", "release"]
    work.set_lane_kind("actor")
    project.undo()
    assert project.event(release.id).tags == ()


FIELDS = [("edit_title", "_field"), ("edit_date", "date.field.line"), ("edit_tags", "_tags")]


def field_of(window, name):
    found = window.panes.inspector
    for part in name.split("."):
        found = getattr(found, part)
    return found


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
@pytest.mark.parametrize(("action", "name"), FIELDS)
def test_after_typing_the_keys_of_the_timeline_work_on(qtbot, window, release, action, name, key):
    canvas = window.panes.timeline.canvas
    window.activateWindow()
    canvas.setFocus()
    window.table_of_actions[action].trigger()
    field = field_of(window, name)
    assert QApplication.focusWidget() is field
    qtbot.keyClick(field, key)
    window.workspace.refresh()
    assert QApplication.focusWidget() is canvas


@pytest.mark.parametrize(("action", "name"), FIELDS)
def test_what_is_to_be_changed_is_seen(window, release, action, name):
    window.table_of_actions["toggle_right"].trigger()
    assert not window.panes.inspector.isVisible()
    window.table_of_actions[action].trigger()
    assert field_of(window, name).isVisible()
    assert window.table_of_actions["toggle_right"].isChecked()
