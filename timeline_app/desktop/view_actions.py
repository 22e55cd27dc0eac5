"""How the project is looked at: search, filter, lanes, zoom, theme, help."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtWidgets import QMainWindow

from timeline_app.desktop.actions import Actions
from timeline_app.desktop.guarded import Guard
from timeline_app.desktop.navigation import Navigation, Panes
from timeline_app.desktop.settings import Settings
from timeline_app.desktop.toolbar import Toolbar, days_from_slider
from timeline_app.desktop.workspace import Workspace
from timeline_app.layout.lanes import LaneKind
from timeline_app.project import Filter
from timeline_app.views.article_list import title_of
from timeline_app.views.facts import quote_of
from timeline_app.views.filter_panel import FilterPanel, filter_words
from timeline_app.views.search_results import SearchResults, hits_of

#: A search begins so many milliseconds after the last key.
PAUSE = 120
#: Space left and right of the events, in shares of their span.
AIR = 0.04
ZOOM_STEP = 1.5


class ViewActions(QObject):
    """The actions of View and of Find; they change nothing in the project's events."""

    theme_chosen = Signal(str)

    def __init__(
        self,
        workspace: Workspace,
        panes: Panes,
        navigation: Navigation,
        toolbar: Toolbar,
        actions: Actions,
        settings: Settings,
        guard: Guard,
        window: QMainWindow,
    ) -> None:
        super().__init__(window)
        self._work, self._panes, self._navigation = workspace, panes, navigation
        self._toolbar, self._actions, self._settings = toolbar, actions, settings
        self._guard, self._window = guard, window
        self.results = SearchResults(toolbar.search, window)
        self.panel = FilterPanel(window)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._fit_wanted = True
        self._listen()

    def _listen(self) -> None:
        selection = self._work.selection
        self._pause.timeout.connect(self.search)
        self._toolbar.search_changed.connect(lambda _words: self._pause.start())
        self._toolbar.lanes_chosen.connect(self._choose_lanes)
        self._toolbar.zoom_chosen.connect(self._zoom_to)
        self.results.event_chosen.connect(self._show_found_event)
        self.results.actor_chosen.connect(selection.select_actor)
        self.results.passage_chosen.connect(self._navigation.select_passage)
        self.panel.changed.connect(self._work.set_filter)
        self._work.look_changed.connect(self._show_look)
        self._work.project_changed.connect(self._begin_project)
        self._work.shown_changed.connect(self._fit_first)
        self._panes.timeline.range_changed.connect(self._follow_range)
        self._show_look()

    # ------------------------------------------------------------------ search and filter

    def do_find(self) -> None:
        """Puts the cursor into the search field."""
        self._toolbar.search.setFocus()
        self._toolbar.search.selectAll()
        if self._toolbar.search.text():
            self.search()

    def search(self) -> None:
        """Looks for what stands in the search field and lists what is found."""
        words = self._toolbar.search.text().strip()
        if not words or not self._work.has_project:
            self.results.hide()
            return
        project = self._work.project
        found = project.search(words)
        passages = []
        for hit in found.passages:
            article = project.article(hit.passage.article)
            quote = quote_of(article, hit.found[0] if hit.found else hit.passage)
            passages.append((hit.found[0] if hit.found else hit.passage, quote.words, article.title or article.name))
        self.results.show_hits(hits_of(found.events, found.actors, passages, self._work.shown.counts))

    def _show_found_event(self, event_id: str) -> None:
        if event_id not in self._work.shown.by_id:
            # What was looked for must be seen, whatever the filter says.
            self._work.set_filter(Filter())
        self._work.selection.select_event(event_id)

    def do_show_filter(self) -> None:
        """Opens the filter below its button."""
        shown = self._work.shown
        self.panel.show_filter(
            self._work.filter,
            [(one.id, one.name) for one in shown.actors],
            [(one.id, title_of(one)) for one in shown.articles if one.id],
        )
        button = self._toolbar.filter
        self.panel.adjustSize()
        self.panel.move(button.mapToGlobal(QPoint(0, button.height() + 4)))
        self.panel.show()

    def do_clear_filter(self) -> None:
        """Shows all events."""
        self._work.set_filter(Filter())

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

    def do_lanes_none(self, _on: bool) -> None:
        """No lanes."""
        self._choose_lanes("none")

    def _show_look(self) -> None:
        kind = self._work.lane_kind
        self._actions[f"lanes_{kind}"].setChecked(True)
        self._toolbar.show_lanes(kind)
        active = self._work.filter != Filter()
        self._toolbar.show_filter(filter_words(self._work.filter, self._work.shown.names), active=active)
        self._actions["clear_filter"].setEnabled(active)

    # ------------------------------------------------------------------ zoom

    @property
    def _widest(self) -> float:
        first, last = self._whole()
        return (last - first) * 4

    def _whole(self) -> tuple[float, float]:
        first, last = self._work.shown.first, self._work.shown.last
        if first is None or last is None:
            low, high = self._panes.timeline.visible_range()
            return low, max(high, low + 1)
        air = max((last + 1 - first) * AIR, 1.0)
        return first - air, last + 1 + air

    def do_fit_all(self) -> None:
        """Shows all events."""
        self._panes.timeline.set_range(*self._whole(), animated=True)

    def do_fit_selection(self) -> None:
        """Zooms to the chosen event."""
        event = self._work.find_event(self._work.selection.event_id)
        if event is None or event.when is None:
            return
        low = event.when.earliest if event.when.earliest is not None else event.when.latest
        high = event.when.latest if event.when.latest is not None else event.when.earliest
        if low is not None and high is not None:
            air = max((high + 1 - low) * 0.6, 3.0)
            self._panes.timeline.set_range(low - air, high + 1 + air, animated=True)

    def do_zoom_in(self) -> None:
        """Shows a shorter time."""
        self._zoom_by(1 / ZOOM_STEP)

    def do_zoom_out(self) -> None:
        """Shows a longer time."""
        self._zoom_by(ZOOM_STEP)

    def _zoom_by(self, factor: float) -> None:
        low, high = self._panes.timeline.visible_range()
        middle, half = (low + high) / 2, (high - low) / 2 * factor
        self._panes.timeline.set_range(middle - half, middle + half, animated=True)

    def _zoom_to(self, value: int) -> None:
        low, high = self._panes.timeline.visible_range()
        half = days_from_slider(value, self._widest) / 2
        self._panes.timeline.set_range((low + high) / 2 - half, (low + high) / 2 + half)

    def _follow_range(self, first: float, last: float) -> None:
        self._toolbar.show_zoom(last - first, self._widest)

    def _begin_project(self) -> None:
        self._fit_wanted = True

    def _fit_first(self) -> None:
        """Fits a project when its first events arrive, and once more while they keep arriving."""
        if self._work.shown.first is None:
            self._fit_wanted = True
        elif self._fit_wanted or self._work.busy_taking_in:
            self._panes.timeline.set_range(*self._whole())
            self._fit_wanted = False

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

    def do_about(self) -> None:
        """Opens the page about the application."""
        from timeline_app.desktop.help import AboutDialog

        AboutDialog(self._window).exec()
