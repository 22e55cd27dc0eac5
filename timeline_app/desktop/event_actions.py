"""What is done to events. Each correction is one named step of the project's history."""

from __future__ import annotations

from functools import partial
from math import inf

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from timeline_app.desktop.actions import Actions
from timeline_app.desktop.dialogs import EventDialog
from timeline_app.desktop.guarded import Guard
from timeline_app.desktop.navigation import Panes
from timeline_app.desktop.pick_dialog import PickDialog
from timeline_app.desktop.workspace import Workspace
from timeline_app.model import Event, Passage, When
from timeline_app.views.charts import middle_of
from timeline_app.views.date_card import read_date, why_words
from timeline_app.views.drop_dates import dragged_date, dropped_date
from timeline_app.views.facts import citation, event_facts
from timeline_app.views.menus import Menu, context_menu, fill_choices
from timeline_app.views.words import FACTUALITY_WORDS, date_words, shorten

#: A title proposed from selected words is no longer than this.
LONGEST_TITLE = 90
LONGEST_QUOTE = 400
CONTEXT_ACTIONS = (
    "open_passage", None, "accept", "dismiss", "restore", None, "edit_title", "edit_date", "edit_tags", "clear_date",
    None, "merge_events", "split_event", None, "copy_event", "fit_selection",
)  # fmt: skip


class EventActions(QObject):
    """The actions of the menu Event that change something, and what the inspector asks for."""

    #: Something is to be typed into the inspector.
    inspector_wanted = Signal()

    def __init__(self, workspace: Workspace, panes: Panes, guard: Guard, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self._work, self._panes, self._guard, self._actions = workspace, panes, guard, actions
        self._window = parent
        inspector = panes.inspector
        inspector.title_set.connect(lambda one, title: guard.do(lambda: workspace.project.retitle(one, title)))
        inspector.date_set.connect(self.set_date)
        inspector.factuality_set.connect(
            lambda one, kind: guard.do(lambda: workspace.project.set_factuality(one, kind))
        )
        inspector.tags_set.connect(lambda one, tags: guard.do(lambda: workspace.project.set_tags(one, tags)))
        inspector.checked_set.connect(lambda one, on: guard.do(lambda: workspace.project.set_checked(one, on)))
        inspector.dismissed_set.connect(self.set_dismissed)
        panes.reader.add_event_asked.connect(self.add_event)
        panes.timeline.event_dropped.connect(self.drop_on_day)
        panes.timeline.event_redated.connect(self.redate)
        panes.timeline.context_menu_requested.connect(self.show_menu)
        panes.table.menu_requested.connect(self.show_menu)
        panes.undated.menu_requested.connect(self.show_menu)
        workspace.selection.changed.connect(self.follow)
        workspace.settled.connect(self.follow)
        panes.reader.text.words_selected.connect(lambda words: actions["add_event"].setEnabled(words is not None))
        actions["add_event"].setEnabled(False)
        self.follow()

    @property
    def chosen(self) -> Event | None:
        """The chosen event."""
        return self._work.find_event(self._work.selection.event_id) if self._work.has_project else None

    def follow(self, *_ignored: object) -> None:
        """Greys out what cannot be done to the chosen event."""
        event = self.chosen
        dismissed = event is not None and self._work.project.is_dismissed(event.id)
        if self._work.has_project:
            self._panes.inspector.set_known_tags(list(self._work.project.tags()))
        for name in ("open_passage", "edit_title", "edit_date", "edit_tags", "copy_event", "fit_selection"):
            self._actions[name].setEnabled(event is not None)
        self._actions["accept"].setEnabled(event is not None and not dismissed)
        self._actions["dismiss"].setEnabled(event is not None and not dismissed)
        self._actions["restore"].setEnabled(dismissed)
        self._actions["clear_date"].setEnabled(event is not None and event.when is not None)
        self._actions["split_event"].setEnabled(event is not None and len(event.passages) > 1)
        for name in ("next_passage", "previous_passage"):
            self._actions[name].setEnabled(event is not None and len(event.passages) > 1)

    def set_date(self, event_id: str, when: When | None) -> None:
        """Gives an event a date, or takes it away."""
        self._guard.do(lambda: self._work.project.set_date(event_id, when))

    def set_dismissed(self, event_id: str, dismissed: bool) -> None:
        """Leaves an event out, or brings it back."""
        project = self._work.project
        if not dismissed:
            self._guard.do(lambda: project.restore(event_id))
            return
        event = self._work.find_event(event_id)
        if event is not None and self._guard.do(lambda: project.dismiss(event_id)):
            title = shorten(event.title, 60)
            self._guard.tell_done(f"“{title}” is dismissed.")

    def drop_on_day(self, event_id: str, day: int) -> None:
        """Dates an event that was dragged onto the timeline, as fine as one could aim there."""
        when, _ = read_date(dropped_date(day, self._panes.timeline.scale.days_per_pixel).edtf)
        if when is not None and self._guard.do(lambda: self._work.project.set_date(event_id, when)):
            self._guard.tell_done(f"The event is now dated {date_words(when)}.")
            # The timeline can bring it into view only when it has its place there.
            self._work.selection.select_event("")
            self._work.refresh(lambda: self._work.selection.select_event(event_id))

    def redate(self, event_id: str, first: int, last: int) -> None:
        """Dates an event whose end was dragged on the timeline, as fine as one could aim there."""
        event, scale = self._work.find_event(event_id), self._panes.timeline.scale
        before = None if event is None else event.when
        when, _ = read_date(dragged_date(before, first, last, scale.days_per_pixel).edtf)
        if when is not None and self._guard.do(lambda: self._work.project.set_date(event_id, when)):
            self._guard.tell_done(f"The event is now dated {date_words(when)}.")

    def do_edit_title(self) -> None:
        """Opens the title in the inspector."""
        if self.chosen is not None:
            self.inspector_wanted.emit()
            self._panes.inspector.edit_title()

    def do_edit_tags(self) -> None:
        """Opens the tags of the chosen event in the inspector."""
        if self.chosen is not None:
            self.inspector_wanted.emit()
            self._panes.inspector.edit_tags()

    def do_edit_date(self) -> None:
        """Opens the date in the inspector."""
        if self.chosen is not None:
            self.inspector_wanted.emit()
            self._panes.inspector.edit_date()

    def do_clear_date(self) -> None:
        """Takes the date of the chosen event away."""
        if self.chosen is not None:
            self.set_date(self.chosen.id, None)

    def do_split_event(self) -> None:
        """Makes one event of each passage."""
        if (event := self.chosen) is not None and len(event.passages) > 1:
            self._guard.do(lambda: self._work.project.split_event(event.id))

    def do_merge_events(self) -> None:
        """Makes one event of those chosen in the table, or of the chosen one and another that is picked."""
        chosen = self._panes.table.chosen_ids()
        event = self.chosen
        if len(chosen) < 2 and event is None:
            self._guard.notices.say("Choose an event first, or several in the event table.")
            return
        if len(chosen) < 2 and event is not None:
            chosen = [event.id, *self._pick_others(event)]
        if len(chosen) < 2:
            return
        if self._guard.do(lambda: self._work.project.merge_events(chosen)):
            self._work.selection.select_event(chosen[0])

    def _pick_others(self, event: Event) -> list[str]:
        # What is the same happened at about the same time.
        near = sorted((one for one in self._work.shown.events if one.id != event.id), key=partial(_days_apart, event))
        others = [(one.id, f"{date_words(one.when)}  ·  {one.title}") for one in near]
        dialog = PickDialog(
            self._window,
            "Merge events",
            f"Which events are the same as “{shorten(event.title, 80)}”? All passages are kept.",
            others,
            "Merge",
            several=True,
        )
        return dialog.chosen() if dialog.exec() else []

    def do_add_event(self) -> None:
        """Makes an event of the words selected in the reader."""
        passage = self._panes.reader.text.selected_passage()
        if passage is None:
            self._guard.notices.say("Select the words in the source reader first.")
            return
        self.add_event(passage)

    def add_event(self, passage: Passage) -> None:
        """Asks for a title, then makes an event with the date and the actors its words name."""
        project = self._work.project
        words = passage.of(project.article(passage.article).text)
        said = next(
            (one.when for one in project.times(passage.article) if passage.holds(one.passage) and one.when), None
        )
        named = dict.fromkeys(one.actor for one in project.mentions(passage.article) if passage.holds(one.passage))
        actors = [one for one in named if one in self._work.shown.names]
        date = said.edtf if said is not None else ""
        dialog = EventDialog(
            self._window,
            shorten(words, LONGEST_QUOTE),
            shorten(words, LONGEST_TITLE).rstrip(".,;: "),
            date,
            [self._work.shown.names[one] for one in actors],
        )
        if not dialog.exec():
            return
        # A date that was left as the words say it keeps their reasons.
        when = said if said is not None and dialog.date.line.text() == date else dialog.date.when
        made: list[str] = []
        if self._guard.do(lambda: made.append(project.add_event(passage, dialog.title, when, actors))):
            self._panes.reader.text.clear_selection()
            self._work.refresh(lambda: self._work.selection.select_event(made[0]))

    def do_copy_event(self) -> None:
        """Copies title, date, words and source of the chosen event."""
        event = self.chosen
        if event is None:
            return
        facts = event_facts(self._work.project, event, self._work.shown.names, self._work.shown.colours)
        lines = [event.title, date_words(event.when), FACTUALITY_WORDS[event.factuality]]
        lines += [f"Why this date: {why}" for why in why_words(event.when)]
        lines += map(citation, facts.quotes)
        QGuiApplication.clipboard().setText("\n".join(lines))
        self._guard.notices.say("The event is copied with its words and sources.")

    def show_menu(self, event_id: str, at: QPoint) -> None:
        """The menu of an event."""
        if not event_id:
            return
        self._work.selection.select_event(event_id)
        actions = [None if name is None else self._actions[name] for name in CONTEXT_ACTIONS]
        menu = context_menu(self._window, [one for one in actions if one is None or one.isEnabled()])
        kinds = Menu("Did It &Happen?", menu)
        event = self.chosen
        fill_choices(
            kinds,
            FACTUALITY_WORDS,
            lambda kind: self._guard.do(lambda: self._work.project.set_factuality(event_id, kind)),
        )
        for action in kinds.actions():
            action.setChecked(event is not None and event.factuality == action.data())
        menu.addMenu(kinds)
        menu.popup(at)


def _days_apart(event: Event, other: Event) -> float:
    """The days between two events; those of which it is not known come last."""
    here, there = middle_of(event), middle_of(other)
    return inf if here is None or there is None else abs(here - there)
