"""The toolbar: add articles, search, lanes, filter, zoom, fit, print."""

from __future__ import annotations

from typing import get_args

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QSlider,
    QToolBar,
    QToolButton,
    QWidget,
)

from timeline_app.desktop.actions import Actions
from timeline_app.layout.lanes import LaneKind
from timeline_app.views.cards import label, quiet_button
from timeline_app.views.icons import icon
from timeline_app.views.words import LANE_WORDS, shorten

#: Steps of the slider.
STEPS = 1000
SEARCH_WIDTH, LEAST_SEARCH = 262, 170
#: From this width on there is room for everything.
ROOMY = 1130


class Toolbar(QToolBar):
    """The widgets; what they ask for are actions of the table and a few signals."""

    search_changed = Signal(str)
    lanes_chosen = Signal(str)
    #: 0 (all in view) to 1 (minutes).
    zoom_chosen = Signal(float)

    def __init__(self, actions: Actions, parent: QWidget) -> None:
        super().__init__("Toolbar", parent)
        self.setObjectName("toolbar")
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.search = QLineEdit()
        self.filter = QPushButton("Main events")
        self.lanes = QComboBox()
        self.zoom = QSlider(Qt.Orientation.Horizontal)
        self._make_left(actions)
        self._make_middle(actions)
        self._make_right(actions)

    def _make_left(self, actions: Actions) -> None:
        add = QPushButton(icon("add", QPalette.ColorRole.HighlightedText), "Add articles")
        add.setObjectName("add_articles")
        add.setProperty("part", "primary")
        add.setToolTip(actions["import_articles"].toolTip())
        add.clicked.connect(actions["import_articles"].trigger)
        self.addWidget(add)
        self.search.setObjectName("search")
        self.search.setAccessibleName("Search events, actors and passages")
        self.search.setPlaceholderText("Search events, actors, passages")
        self.search.setToolTip(actions["find"].toolTip())
        self.search.setClearButtonEnabled(True)
        glass = self.search.addAction(
            icon("search", QPalette.ColorRole.PlaceholderText), QLineEdit.ActionPosition.LeadingPosition
        )
        for button in self.search.findChildren(QToolButton):
            button.setAccessibleName("Search" if glass in button.actions() else "Clear the search")
        self.search.setMinimumWidth(SEARCH_WIDTH)
        self.search.setMaximumWidth(330)
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.search.textChanged.connect(self.search_changed)
        self.addWidget(self.search)

    def _make_middle(self, actions: Actions) -> None:
        middle = QWidget()
        middle.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(middle)
        row.setContentsMargins(12, 0, 0, 0)
        row.setSpacing(8)
        self.lanes.setObjectName("lanes")
        self.lanes.setAccessibleName("Lanes")
        for kind in get_args(LaneKind):
            self.lanes.addItem(LANE_WORDS[kind], kind)
        self.lanes.activated.connect(lambda row: self.lanes_chosen.emit(self.lanes.itemData(row)))
        self.filter.setObjectName("filter")
        self.filter.setAccessibleName("Show")
        self.filter.setToolTip(actions["show_filter"].toolTip())
        self.filter.setIcon(icon("filter"))
        self.filter.clicked.connect(actions["show_filter"].trigger)
        self._captions = (label("Lanes", "muted"), label("Show", "muted"))
        for caption, field in zip(self._captions, (self.lanes, self.filter), strict=True):
            caption.setBuddy(field)
            row.addWidget(caption)
            row.addWidget(field)
        self._clear = quiet_button("clear_filter", "Clear the filter", icon_name="dismiss")
        self._clear.clicked.connect(actions["clear_filter"].trigger)
        self._clear.hide()
        row.addWidget(self._clear)
        self.addWidget(middle)

    def _make_right(self, actions: Actions) -> None:
        gap = QWidget()
        gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(gap)
        zoom = QWidget()
        # Only the gap grows with the window.
        zoom.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(zoom)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.zoom.setObjectName("zoom")
        self.zoom.setAccessibleName("Zoom")
        self.zoom.setToolTip("Zoom")
        self.zoom.setRange(0, STEPS)
        self.zoom.setSingleStep(25)
        self.zoom.setPageStep(100)
        self.zoom.setFixedWidth(96)
        self.zoom.valueChanged.connect(lambda value: self.zoom_chosen.emit(value / STEPS))
        for name, action, words in (("minus", "zoom_out", "Zoom out"), ("", "", ""), ("add", "zoom_in", "Zoom in")):
            if not action:
                row.addWidget(self.zoom)
                continue
            button = QPushButton(icon(name), "")
            button.setProperty("part", "square")
            button.setIconSize(QSize(16, 16))
            button.setAccessibleName(words)
            button.setToolTip(actions[action].toolTip())
            button.setAutoRepeat(True)
            button.clicked.connect(actions[action].trigger)
            row.addWidget(button)
        self.addWidget(zoom)
        for action, words in (("fit_all", "Fit"), ("print", "Print")):
            button = QPushButton(words)
            button.setObjectName(f"{action}_button")
            button.setToolTip(actions[action].toolTip())
            button.clicked.connect(actions[action].trigger)
            self.addWidget(button)

    def resizeEvent(self, qevent: QResizeEvent) -> None:
        """In a narrow window the captions give way, so that no button is lost."""
        super().resizeEvent(qevent)
        roomy = qevent.size().width() >= ROOMY
        for caption in self._captions:
            caption.setVisible(roomy)
        self.search.setMinimumWidth(SEARCH_WIDTH if roomy else LEAST_SEARCH)

    def show_lanes(self, kind: LaneKind) -> None:
        """Shows which lanes there are."""
        self.lanes.setCurrentIndex(self.lanes.findData(kind))

    def show_filter(self, words: str, *, active: bool) -> None:
        """Shows the filter in words, and whether there is one."""
        self.filter.setText(shorten(words, 28))
        self.filter.setAccessibleDescription(words)
        self.filter.setProperty("part", "small-primary" if active else "")
        self.filter.setIcon(icon("filter", QPalette.ColorRole.HighlightedText if active else None))
        self._clear.setVisible(active)
        self.filter.style().unpolish(self.filter)
        self.filter.style().polish(self.filter)

    def show_zoom(self, position: float) -> None:
        """Moves the slider, 0 to 1, without telling anyone."""
        self.zoom.blockSignals(True)
        self.zoom.setValue(round(position * STEPS))
        self.zoom.blockSignals(False)
