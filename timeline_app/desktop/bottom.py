"""What stands below the timeline: the source reader and the event table, behind two tabs."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from timeline_app.views.event_table import EventTable
from timeline_app.views.source_reader import SourceReader

SOURCE, TABLE = 0, 1


class Bottom(QWidget):
    """Reader and table; the head of the reader stands in the row of the tabs, so that more text is seen."""

    #: Reader or table came to the front.
    turned = Signal()

    def __init__(self, reader: SourceReader, table: EventTable) -> None:
        super().__init__()
        self._reader = reader
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setAccessibleName("Source and table")
        self._stack = QStackedWidget()
        for words, widget in (("Source", reader), ("Event table", table)):
            self.tabs.addTab(words)
            self._stack.addWidget(widget)
        self.tabs.currentChanged.connect(self._turn)
        row = QHBoxLayout()
        row.setContentsMargins(8, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.tabs)
        row.addWidget(reader.head, 1)
        head = QWidget()
        head.setProperty("part", "pane-head")
        head.setLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._stack, 1)

    @property
    def shows_table(self) -> bool:
        """Whether the table is in front."""
        return self.tabs.currentIndex() == TABLE

    def bring_reader(self) -> None:
        """Puts the reader in front."""
        self.tabs.setCurrentIndex(SOURCE)

    def bring_table(self) -> None:
        """Puts the table in front."""
        self.tabs.setCurrentIndex(TABLE)

    def _turn(self, number: int) -> None:
        self._stack.setCurrentIndex(number)
        self._reader.show_head(shown=number == SOURCE)
        self.turned.emit()
