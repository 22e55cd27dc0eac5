"""Where the parts of the window stand: lists left, timeline over reader in the middle, event over actor right."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QByteArray, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QLineEdit,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from timeline_app.desktop.actions import Actions
from timeline_app.desktop.bottom import Bottom
from timeline_app.desktop.navigation import Panes
from timeline_app.desktop.settings import Settings
from timeline_app.desktop.workspace import MANY, Workspace
from timeline_app.drawing.theme import Theme
from timeline_app.project import Filter
from timeline_app.views.actor_list import ActorList, ActorRows
from timeline_app.views.actor_pane import ActorPane
from timeline_app.views.article_list import ArticleList, title_of
from timeline_app.views.charts import Bars
from timeline_app.views.empty_state import EmptyState
from timeline_app.views.event_table import EventTable
from timeline_app.views.hint import Hint
from timeline_app.views.inspector import Inspector
from timeline_app.views.notice_bar import NoticeBar
from timeline_app.views.overview import Overview
from timeline_app.views.page_view import RunJob
from timeline_app.views.source_reader import SourceReader
from timeline_app.views.timeline import TimelineView
from timeline_app.views.undated_list import UndatedList

COLUMN_WIDTHS = (240, 680, 360)
LEAST_LISTS = 226
MIDDLE_HEIGHTS = (470, 210)
RIGHT_HEIGHTS = (400, 320)
#: The right column has no larger share of the width; menus, toolbar and foot have so much of the height.
RIGHT_SHARE, ABOVE_MIDDLE = 0.28, 130
#: The timeline is not pressed below this width as long as the sides have some to spare.
GOOD_MIDDLE = 520
PARTS = ("left", "bottom", "right")


class Places(QWidget):
    """The central widget. It fills the views from what is shown."""

    clear_filter_asked = Signal()
    all_events_asked = Signal()
    #: One of PARTS is shown or hidden from now on.
    part_shown = Signal(str, bool)

    def __init__(self, workspace: Workspace, run: RunJob, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._work, self._settings = workspace, settings
        self._table_is_old = False
        self._bars = Bars()
        self.notices = NoticeBar()
        self.empty = EmptyState()
        self.panes = Panes(
            timeline=TimelineView(),
            table=EventTable(),
            reader=SourceReader(run),
            inspector=Inspector(),
            actor_list=ActorList(),
            article_list=ArticleList(),
            undated=UndatedList(),
            actors=[ActorPane()],
        )
        self.panes.actor_list.nothing = "The actors of the articles will stand here, those with most events first."
        self.panes.article_list.nothing = "The articles will stand here."
        self.panes.undated.nothing = "Every event that is shown has its place on the timeline."
        self.lists = self._make_lists()
        self.bottom = Bottom(self.panes.reader, self.panes.table)
        self.bottom.turned.connect(self._fill_table)
        self._right = QSplitter(Qt.Orientation.Vertical)
        self._right.addWidget(self.panes.inspector)
        self._right.addWidget(self.panes.actors[0])
        self.canvas = self._make_canvas()
        self._middle = QSplitter(Qt.Orientation.Vertical)
        self._middle.addWidget(self.canvas)
        self._middle.addWidget(self.bottom)
        self._columns = QSplitter(Qt.Orientation.Horizontal)
        for widget in (self.lists, self._middle, self._right):
            self._columns.addWidget(widget)
        self._arrange()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notices)
        column.addWidget(self._columns, 1)
        workspace.shown_changed.connect(self.fill)
        workspace.project_changed.connect(self._show_or_hide)

    def minimumSizeHint(self) -> QSize:
        """As wide as the parts that are shown, also before they have been laid out."""
        parts = [one for one in (self.lists, self._middle, self._right) if not one.isHidden()]
        width = sum(one.minimumWidth() for one in parts) + self._columns.handleWidth() * max(0, len(parts) - 1)
        return QSize(width, super().minimumSizeHint().height())

    def _make_lists(self) -> QTabWidget:
        tabs = QTabWidget()
        tabs.setObjectName("lists")
        tabs.setProperty("part", "side")
        tabs.setDocumentMode(True)
        tabs.tabBar().setDrawBase(False)
        tabs.tabBar().setAccessibleName("Lists")
        tabs.setUsesScrollButtons(False)
        tabs.addTab(self.panes.actor_list, "Actors")
        tabs.addTab(self.panes.article_list, "Articles")
        tabs.addTab(self.panes.undated, "Undated")
        return tabs

    def _make_canvas(self) -> QStackedWidget:
        stack = QStackedWidget()
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.overview = Overview(self.panes.timeline)
        column.addWidget(self.panes.timeline, 1)
        column.addWidget(self.overview)
        self.hint = Hint(self.panes.timeline)
        stack.addWidget(holder)
        stack.addWidget(self.empty)
        return stack

    def _arrange(self) -> None:
        for splitter in (self._columns, self._middle, self._right):
            splitter.setHandleWidth(1)
            splitter.setChildrenCollapsible(False)
        order: tuple[QWidget, ...] = (
            self.lists.tabBar(), self.panes.actor_list, self.panes.article_list, self.panes.undated,
            self.panes.timeline.canvas, self.bottom.tabs, *self.panes.reader.stops, self.panes.reader.text,
            self.panes.table, self.panes.inspector, self.panes.actors[0],
        )  # fmt: skip
        # Tab goes through the window as the eye does, from left to right.
        for one, following in pairwise(order):
            QWidget.setTabOrder(one, following)
        self._columns.setStretchFactor(1, 1)
        self._middle.setStretchFactor(0, 1)
        self.lists.setMinimumWidth(LEAST_LISTS)
        self._right.setMinimumWidth(290)
        self._middle.setMinimumWidth(320)
        self.canvas.setMinimumHeight(180)
        self.bottom.setMinimumHeight(110)
        self._columns.setSizes(list(COLUMN_WIDTHS))
        self._middle.setSizes(list(MIDDLE_HEIGHTS))
        self._right.setSizes(list(RIGHT_HEIGHTS))

    # ------------------------------------------------------------------ what is shown

    def fill(self) -> None:
        """Gives what is shown to all views."""
        shown, panes = self._work.shown, self.panes
        self._bars.follow(shown.by_actor, shown.core, shown.bars)
        panes.actor_list.show_rows(ActorRows(shown.actors, shown.counts, shown.seen, self._bars.of, shown.colours))
        panes.article_list.show_entries(shown.articles)
        panes.undated.show_events(shown.undated, shown.names)
        self._table_is_old = True
        self._fill_table()
        panes.timeline.set_events(
            shown.events, shown.lanes, actor_names=shown.names, checked=shown.checked, conflicts=shown.conflicts,
            by_id=shown.by_id,
        )  # fmt: skip
        self._show_hint()
        self._count_undated()
        self._show_or_hide()

    def _count_undated(self) -> None:
        """Tells the number on the tab, and keeps the lists as wide as their three tabs are then."""
        number = len(self._work.shown.undated)
        self.lists.setTabText(2, f"Undated {number:,}" if number else "Undated")
        self.lists.setMinimumWidth(max(LEAST_LISTS, self.lists.tabBar().sizeHint().width()))

    def _fill_table(self) -> None:
        """Thousands of rows are put in order only when they are looked at."""
        hidden = not self.bottom.shows_table
        if not self._table_is_old or (hidden and len(self._work.shown.events) > MANY):
            return
        self._table_is_old = False
        shown = self._work.shown
        titles = {entry.id: title_of(entry) for entry in shown.articles if entry.id}
        self.panes.table.show_events(shown.events, shown.names, titles, shown.checked, shown.conflicts)
        self.panes.table.mark(self._work.selection.event_id)

    def _show_hint(self) -> None:
        """Says why a timeline is empty, where it is."""
        shown = self._work.shown
        if shown.events or not shown.articles or self._work.busy_taking_in:
            self.hint.say("")
        elif self._work.filter != Filter(least=self._work.filter.least):
            self.hint.say("No event passes the filter.", "Clear filter", self.clear_filter_asked.emit)
        elif shown.total:
            self.hint.say("None of the events is a main one.", "Show all events", self.all_events_asked.emit)
        elif not any(one.id for one in shown.articles):
            self.hint.say("No article could be read.", "See why", self._show_articles)
        else:
            self.hint.say("No events were found in what was read.")

    def _show_articles(self) -> None:
        self._toggle("left", True)
        self.lists.setCurrentWidget(self.panes.article_list)

    def _show_or_hide(self) -> None:
        """An empty project shows the ways to begin instead of an empty timeline."""
        if not self._work.known:
            return
        empty = not self._work.shown.articles
        other = empty != (self.canvas.currentIndex() == 1)
        self.canvas.setCurrentIndex(1 if empty else 0)
        if other and not isinstance(self.window().focusWidget(), QLineEdit):
            # What had the focus is gone: the timeline, or the button of the empty state.
            self.take_focus()
        wanted = self._settings.get("window/shown_parts")
        self.lists.setVisible("left" in wanted and not empty)
        self._right.setVisible("right" in wanted and not empty)
        self.bottom.setVisible("bottom" in wanted and not empty)

    def take_focus(self) -> None:
        """Gives the focus to the timeline, or to the first way to fill an empty one."""
        if self.canvas.currentWidget() is self.empty:
            self.empty.take_focus()
        else:
            self.panes.timeline.setFocus()

    def apply_theme(self, theme: Theme) -> None:
        """Tells the views that paint themselves."""
        self.panes.timeline.set_theme(theme)
        self.overview.set_theme(theme)
        self.panes.reader.apply_theme()

    def share_out(self, size: QSize) -> None:
        """Shares a window that nobody has arranged yet: in a small one the timeline does not pay alone."""
        left, _, right = COLUMN_WIDTHS
        right = max(self._right.minimumWidth(), min(right, int(size.width() * RIGHT_SHARE)))
        self._columns.setSizes([left, size.width() - left - right, right])
        above, below = MIDDLE_HEIGHTS
        room = size.height() - ABOVE_MIDDLE
        low = max(self.bottom.minimumHeight(), room * below // (above + below))
        self._middle.setSizes([room - low, low])

    # ------------------------------------------------------------------ shown and hidden, kept and restored

    def _toggle(self, part: str, on: bool) -> None:
        wanted = [one for one in PARTS if (on if one == part else one in self._settings.get("window/shown_parts"))]
        self._settings.set("window/shown_parts", wanted)
        self._show_or_hide()
        self.part_shown.emit(part, on)

    def do_toggle_left(self, on: bool) -> None:
        """Shows or hides the lists."""
        self._toggle("left", on)

    def do_toggle_bottom(self, on: bool) -> None:
        """Shows or hides reader and table."""
        self._toggle("bottom", on)

    def do_toggle_right(self, on: bool) -> None:
        """Shows or hides event and actor."""
        self._toggle("right", on)

    def do_show_table(self) -> None:
        """Brings the event table to the front."""
        self._toggle("bottom", True)
        self.bottom.bring_table()
        self.panes.table.setFocus()

    def show_reader(self) -> None:
        """Brings the source reader to the front, also where it was hidden: a passage was asked for."""
        self._toggle("bottom", True)
        self.raise_reader()

    def raise_reader(self) -> None:
        """Puts the source reader before the event table; what is hidden stays so."""
        self.bottom.bring_reader()

    def raise_undated(self) -> None:
        """Puts the undated events before the other lists; what is hidden stays so."""
        self.lists.setCurrentWidget(self.panes.undated)

    def show_inspector(self) -> None:
        """Shows the event, also where it was hidden: it is to be changed."""
        self._toggle("right", True)

    def widen_middle(self) -> None:
        """Gives the timeline room at the cost of the sides, as far as these can do without it."""
        left, middle, right = self._columns.sizes()
        wanted = max(0, GOOD_MIDDLE - middle)
        from_right = min(wanted, max(0, right - self._right.minimumWidth()))
        from_left = min(wanted - from_right, max(0, left - self.lists.minimumWidth()))
        if from_right or from_left:
            self._columns.setSizes([left - from_left, middle + from_left + from_right, right - from_right])

    def keep(self) -> None:
        """Keeps the places for the next start."""
        self._settings.set("window/columns", self._columns.saveState())
        self._settings.set("window/middle", self._middle.saveState())
        self._settings.set("window/right", self._right.saveState())

    def restore(self, actions: Actions) -> None:
        """Puts everything where it was, and ticks what is shown."""
        for name, splitter in (("columns", self._columns), ("middle", self._middle), ("right", self._right)):
            kept: QByteArray = self._settings.get(f"window/{name}")
            if not kept.isEmpty():
                splitter.restoreState(kept)
                splitter.setHandleWidth(1)
        for part in PARTS:
            actions[f"toggle_{part}"].setChecked(part in self._settings.get("window/shown_parts"))
        self._show_or_hide()
