"""What is looked for and what is shown: the search field with its results, and the filter."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtWidgets import QMainWindow

from timeline_app.desktop.guarded import Guard
from timeline_app.desktop.navigation import Navigation, Panes
from timeline_app.desktop.toolbar import Toolbar
from timeline_app.desktop.workspace import Workspace
from timeline_app.project import MAIN, Filter
from timeline_app.views.article_list import title_of
from timeline_app.views.charts import middle_of
from timeline_app.views.facts import quote_of
from timeline_app.views.filter_panel import FilterPanel
from timeline_app.views.search_results import SearchResults, hits_of

#: A search begins so many milliseconds after the last key.
PAUSE = 120


class FindActions(QObject):
    """The actions of Find and of the filter."""

    #: The days of the events a search found; none when nothing is searched for.
    found = Signal(list)

    def __init__(
        self,
        workspace: Workspace,
        panes: Panes,
        navigation: Navigation,
        toolbar: Toolbar,
        guard: Guard,
        window: QMainWindow,
    ) -> None:
        super().__init__(window)
        self._work, self._panes, self._toolbar, self._guard = workspace, panes, toolbar, guard
        self.results = SearchResults(toolbar.search, window)
        self.panel = FilterPanel(window)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.search)
        toolbar.search_changed.connect(lambda _words: self._pause.start())
        panes.timeline.range_filter_wanted.connect(self._show_only_between)
        self.results.event_chosen.connect(self._show_found_event)
        self.results.actor_chosen.connect(workspace.selection.select_actor)
        self.results.passage_chosen.connect(navigation.select_passage)
        self.panel.changed.connect(self._filter_by)

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
            self.found.emit([])
            return
        project = self._work.project
        found = project.search(words)
        passages = []
        for hit in found.passages:
            article = project.article(hit.passage.article)
            quote = quote_of(article, hit.found[0] if hit.found else hit.passage)
            passages.append((hit.found[0] if hit.found else hit.passage, quote.words, article.title or article.name))
        self.found.emit([float(day) for one in found.events if (day := middle_of(one)) is not None])
        self.results.show_hits(hits_of(found.events, found.actors, passages, self._work.shown.counts))

    def _show_found_event(self, event_id: str) -> None:
        if event_id not in self._work.shown.by_id:
            # What was looked for must be seen, whatever the filter says.
            self._widen_filter()
        self._work.selection.select_event(event_id)

    def _widen_filter(self) -> None:
        """Shows every event, and says so: a timeline that is suddenly fuller, or other, has to be explained."""
        before = self._work.filter
        sentence, offer = "The filter was cleared, for it hid the event that was found.", "Filter again"
        if before == Filter(least=before.least):
            sentence, offer = "All events are shown now, for the one that was found is not a main one.", "Main events"
        self._work.set_filter(Filter())
        self._guard.notices.say(sentence, offers=((offer, lambda: self._work.set_filter(before)),))

    def do_show_filter(self) -> None:
        """Opens the filter below its button."""
        shown = self._work.shown
        self.panel.show_filter(
            self._work.filter,
            [(one.id, one.name) for one in shown.actors],
            [(one.id, title_of(one)) for one in shown.articles if one.id],
            [(tag, f"{tag}  ({number})") for tag, number in self._work.project.tags().items()],
        )
        button = self._toolbar.filter
        self.panel.open_at(button.mapToGlobal(QPoint(0, button.height() + 4)))

    def _filter_by(self, chosen: Filter) -> None:
        self._work.set_least(chosen.least)
        self._work.set_filter(chosen)

    def _show_only_between(self, first: int, last: int) -> None:
        self._panes.timeline.clear_marked_range()
        self._work.set_filter(replace(self._work.filter, first=first, last=last))

    def do_clear_filter(self) -> None:
        """Shows all events, or all main ones."""
        self._work.set_filter(Filter(least=self._work.filter.least))

    def do_main_events(self, _on: bool) -> None:
        """Shows the main events only."""
        self._work.set_least(MAIN)

    def do_all_events(self, _on: bool) -> None:
        """Shows all events."""
        self._work.set_least(0.0)
