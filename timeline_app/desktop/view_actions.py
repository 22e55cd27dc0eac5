"""How the project is looked at: lanes, zoom, theme, help."""

from __future__ import annotations

import math

from PySide6.QtCore import QDate, QObject, Signal
from PySide6.QtWidgets import QMainWindow

from timeline_app.desktop.actions import Actions
from timeline_app.desktop.guarded import Guard
from timeline_app.desktop.navigation import Panes
from timeline_app.desktop.settings import Settings
from timeline_app.desktop.toolbar import Toolbar
from timeline_app.desktop.workspace import Workspace
from timeline_app.layout.eras import KEPT, Era, eras_from_json, eras_to_json, step_words
from timeline_app.layout.frame import DayMark
from timeline_app.layout.lane_choices import LaneChoices, choices_from_json
from timeline_app.layout.lanes import LaneKind
from timeline_app.model.calendar import day_number
from timeline_app.project import Filter
from timeline_app.views.filter_panel import filter_words
from timeline_app.views.timeline_ranges import open_range_menu
from timeline_app.views.words import day_words


class ViewActions(QObject):
    """The actions of View and Help; they change nothing in the project's events."""

    theme_chosen = Signal(str)
    #: A word for the foot of the window.
    told = Signal(str)

    def __init__(
        self,
        workspace: Workspace,
        panes: Panes,
        toolbar: Toolbar,
        actions: Actions,
        settings: Settings,
        guard: Guard,
        window: QMainWindow,
    ) -> None:
        super().__init__(window)
        self._work, self._panes = workspace, panes
        self._toolbar, self._actions, self._settings = toolbar, actions, settings
        self._guard, self._window = guard, window
        self._fit_wanted = True
        self._fitted: tuple[float, float] | None = None
        self._day_marks: tuple[DayMark, ...] = ()
        self._listen()

    def _listen(self) -> None:
        selection = self._work.selection
        self._toolbar.lanes_chosen.connect(self._choose_lanes)
        timeline = self._panes.timeline
        self._toolbar.zoom_chosen.connect(timeline.set_zoom_position)
        timeline.range_changed.connect(lambda *_range: self._toolbar.show_zoom(timeline.zoom_position()))
        timeline.ready.connect(self._fit_first)
        timeline.lane_choices_changed.connect(self._keep_lane_choices)
        timeline.eras_changed.connect(self._keep_eras)
        timeline.range_selected.connect(self._tell_of_range)
        selection.article_changed.connect(self._mark_published)
        # The article may have another date now.
        self._work.settled.connect(lambda: self._mark_published(selection.article_id))
        self._work.look_changed.connect(self._show_look)
        self._work.project_changed.connect(self._begin_project)
        self._work.changed.connect(self._follow_eras)
        self._show_look()

    # ------------------------------------------------------------------ lanes

    def _choose_lanes(self, kind: LaneKind) -> None:
        self._work.set_lane_kind(kind)

    def do_lanes_actor(self, _on: bool) -> None:
        """Lanes by actor."""
        self._choose_lanes("actor")

    def do_lanes_article(self, _on: bool) -> None:
        """Lanes by article."""
        self._choose_lanes("article")

    def do_lanes_kind(self, _on: bool) -> None:
        """Lanes by kind."""
        self._choose_lanes("kind")

    def do_lanes_tag(self, _on: bool) -> None:
        """Lanes by tag."""
        if not self._work.project.tags():
            self._guard.notices.say("No event has a tag yet. Choose an event and press T to give it some.")
        self._choose_lanes("tag")

    def do_lanes_none(self, _on: bool) -> None:
        """No lanes."""
        self._choose_lanes("none")

    def _keep_eras(self, eras: tuple[Era, ...]) -> None:
        step = step_words(self._kept_eras(), eras)
        self._guard.do(lambda: self._work.project.keep(step, KEPT, eras_to_json(eras)))

    def _kept_eras(self) -> tuple[Era, ...]:
        return eras_from_json(self._work.project.kept(KEPT)) if self._work.has_project else ()

    def _follow_eras(self) -> None:
        """Shows the named stretches of time as they are after a step, or after one was taken back."""
        eras = self._kept_eras()
        if eras != self._panes.timeline.eras:
            self._panes.timeline.set_eras(eras)

    def _keep_lane_choices(self, choices: LaneChoices) -> None:
        self._work.remember(f"lanes/choices/{self._work.lane_kind}", choices.to_json())

    def _show_look(self) -> None:
        kind = self._work.lane_kind
        if self._work.has_project:
            kept = self._work.project.setting(f"lanes/choices/{kind}")
            self._panes.timeline.set_lane_choices(choices_from_json(kept))
        self._actions[f"lanes_{kind}"].setChecked(True)
        self._toolbar.show_lanes(kind)
        self._actions["main_events" if self._work.filter.least else "all_events"].setChecked(True)
        active = self._work.filter != Filter(least=self._work.filter.least)
        self._toolbar.show_filter(filter_words(self._work.filter, self._work.shown.names), active=active)
        self._actions["clear_filter"].setEnabled(active)

    # ------------------------------------------------------------------ zoom

    def do_fit_all(self) -> None:
        """Shows all events."""
        self._panes.timeline.fit()

    def do_fit_selection(self) -> None:
        """Zooms to the chosen event."""
        self._panes.timeline.fit_selection()

    def do_mark_range(self) -> None:
        """Marks the time in view, and opens the menu that a range marked by the mouse has."""
        timeline = self._panes.timeline
        first, last = timeline.visible_range()
        timeline.mark_range(float(math.floor(first)), float(math.ceil(last)))
        open_range_menu(timeline, timeline.mapToGlobal(timeline.rect().center()))

    def _tell_of_range(self, first: float, last: float) -> None:
        """A range that was marked looks as if that were all there is to it."""
        if last > first:
            self.told.emit("Right-click the marked time to list, filter or name what is in it.")

    def do_zoom_in(self) -> None:
        """Shows a shorter time."""
        self._panes.timeline.zoom_in()

    def do_zoom_out(self) -> None:
        """Shows a longer time."""
        self._panes.timeline.zoom_out()

    def _begin_project(self) -> None:
        self._fit_wanted = True
        self._fitted = None
        timeline, today = self._panes.timeline, QDate.currentDate()
        timeline.set_today(day_number(today.year(), today.month(), today.day()))
        self._follow_eras()
        timeline.fit_when_ready()

    def _fit_first(self) -> None:
        """Shows a project where it was left, or where most of its events lie; while the first arrive, ever again.

        As soon as the person moves the timeline, it stays where it was put.
        """
        timeline = self._panes.timeline
        if not len(timeline.arrangement.columns) or not self._fit_wanted:
            return
        if self._fitted is not None and timeline.visible_range() != self._fitted:
            self._fit_wanted = False
            return
        kept = self._work.project.setting("view/range")
        if isinstance(kept, list) and len(kept) == 2:
            self._fit_wanted = False
            timeline.show_again(float(kept[0]), float(kept[1]))
            return
        timeline.fit_most()
        self._fitted = timeline.visible_range()
        self._fit_wanted = self._work.busy_taking_in

    def _mark_published(self, article_id: str) -> None:
        """Draws a line at the day on which the article in the reader was published."""
        entry = next((one for one in self._work.shown.articles if one.id and one.id == article_id), None)
        marks: tuple[DayMark, ...] = ()
        if entry is not None and entry.published is not None:
            marks = (DayMark(entry.published + 0.5, f"published {day_words(entry.published, short=True)}"),)
        if marks != self._day_marks:
            self._day_marks = marks
            self._panes.timeline.set_day_marks(marks)

    # ------------------------------------------------------------------ theme, screen, settings, help

    def do_theme_system(self, _on: bool) -> None:
        """Colours of the desktop."""
        self.theme_chosen.emit("system")

    def do_theme_light(self, _on: bool) -> None:
        """Light colours."""
        self.theme_chosen.emit("light")

    def do_theme_dark(self, _on: bool) -> None:
        """Dark colours."""
        self.theme_chosen.emit("dark")

    def do_full_screen(self, on: bool) -> None:
        """Fills the screen, or not."""
        if on:
            self._window.showFullScreen()
        else:
            self._window.showNormal()

    def do_preferences(self) -> None:
        """Opens the settings."""
        from timeline_app.desktop.preferences import PreferencesDialog

        PreferencesDialog(self._settings, self._window).exec()

    def do_shortcuts(self) -> None:
        """Opens the page of all keys."""
        from timeline_app.desktop.help import ShortcutsDialog

        ShortcutsDialog(self._window).exec()

    def do_legend(self) -> None:
        """Shows what the shapes mean, beside the window, which goes on being used."""
        from timeline_app.desktop.help import LegendDialog

        known = self._window.findChild(LegendDialog)
        legend = known or LegendDialog(self._window)
        legend.show()
        legend.raise_()

    def do_about(self) -> None:
        """Opens the page about the application."""
        from timeline_app.desktop.help import AboutDialog

        AboutDialog(self._window).exec()
