"""Which events are shown: by factuality, dates, actors and articles, checked or not, dismissed or not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QLineEdit,
    QListWidgetItem,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from timeline_app.model import Factuality
from timeline_app.project import MAIN, Filter
from timeline_app.views.cards import FlowLayout, label
from timeline_app.views.date_card import read_date
from timeline_app.views.tick_list import TickList
from timeline_app.views.words import FACTUALITY_WORDS, count, day_words

ID_ROLE = Qt.ItemDataRole.UserRole
#: How high the lists are, and how low they may be on a small screen.
LISTS_HEIGHT, LEAST_HEIGHT = 260, 150
#: What is shown by importance.
MAIN_WORDS, ALL_WORDS = "Main events", "All events"
LEAST_CHOICES: tuple[tuple[str, float], ...] = ((MAIN_WORDS, MAIN), (ALL_WORDS, 0.0))
CHECKED_CHOICES: tuple[tuple[str, bool | None], ...] = (
    ("Checked or not", None),
    ("Not yet checked", False),
    ("Checked", True),
)


def filter_words(chosen: Filter, names: Mapping[str, str]) -> str:
    """A filter in a few words, for the button that opens it: "Main events", "All events", "2 actors · planned"."""
    parts = [MAIN_WORDS] if chosen.least else []
    if chosen.text:
        parts.append(f"“{chosen.text}”")
    if chosen.actors:
        known = [names.get(one, "") for one in chosen.actors]
        parts.append(known[0] if len(known) == 1 and known[0] else count(len(known), "actor"))
    if chosen.articles:
        parts.append(count(len(chosen.articles), "article"))
    if chosen.tags:
        parts.append(next(iter(chosen.tags)) if len(chosen.tags) == 1 else count(len(chosen.tags), "tag"))
    if chosen.first is not None or chosen.last is not None:
        ends = [day_words(chosen.first, short=True), day_words(chosen.last, short=True)]
        parts.append(" – ".join(ends).strip() if all(ends) else f"from {ends[0]}" if ends[0] else f"until {ends[1]}")
    if chosen.factuality:
        parts.append(", ".join(FACTUALITY_WORDS[one].lower() for one in Factuality if one in chosen.factuality))
    if chosen.checked is not None:
        parts.append("checked" if chosen.checked else "not checked")
    if chosen.undated is not None:
        parts.append("undated" if chosen.undated else "dated")
    if chosen.dismissed:
        parts.append("with dismissed")
    return " · ".join(parts) or ALL_WORDS


class PickList(QWidget):
    """Names to tick, with a field to find them."""

    changed = Signal()

    def __init__(self, what: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._find = QLineEdit()
        self._find.setPlaceholderText(f"Find {what}")
        self._find.setAccessibleName(f"Find {what}")
        self._find.setClearButtonEnabled(True)
        self._find.textChanged.connect(self._narrow)
        self._names = TickList()
        self._names.setAccessibleName(what)
        self._names.setSpacing(2)
        self._names.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._names.itemChanged.connect(lambda _item: self.changed.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(self._find)
        column.addWidget(self._names)

    def set_names(self, names: Sequence[tuple[str, str]], ticked: frozenset[str]) -> None:
        """Lists (id, name) pairs."""
        self._names.blockSignals(True)
        self._names.clear()
        for one, name in names:
            item = QListWidgetItem(name)
            item.setData(ID_ROLE, one)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if one in ticked else Qt.CheckState.Unchecked)
            self._names.addItem(item)
        self._names.blockSignals(False)
        self._narrow(self._find.text())

    def ticked(self) -> frozenset[str]:
        """The ids of the ticked names."""
        items = (self._names.item(row) for row in range(self._names.count()))
        return frozenset(str(one.data(ID_ROLE)) for one in items if one.checkState() == Qt.CheckState.Checked)

    def _narrow(self, words: str) -> None:
        for row in range(self._names.count()):
            item = self._names.item(row)
            item.setHidden(words.lower() not in item.text().lower())


class FilterPanel(QFrame):
    """A pop-up below its button; every tick changes the timeline at once."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("filter_panel")
        self.setProperty("part", "popup")
        self.setAccessibleName("Filter")
        self.setFixedWidth(400)
        self._filter = Filter()
        self._quiet = False
        self._kinds = {kind: QCheckBox(FACTUALITY_WORDS[kind]) for kind in Factuality}
        self._first, self._last = QLineEdit(), QLineEdit()
        self._error = label("", "error", wraps=True)
        self._least = QComboBox()
        self._least.setAccessibleName("How many events")
        self._least.setToolTip("Main events are what a first look needs; those you checked or corrected stay.")
        for words, least in LEAST_CHOICES:
            self._least.addItem(words, least)
        self._checked = QComboBox()
        for words, value in CHECKED_CHOICES:
            self._checked.addItem(words, value)
        self._undated = QCheckBox("Only undated")
        self._dismissed = QCheckBox("Dismissed too")
        self._actors, self._articles, self._tags = PickList("actors"), PickList("articles"), PickList("tags")
        self._clear = QPushButton("Clear filter")
        self._clear.clicked.connect(self.clear)
        self._lay_out()
        self._listen()

    def open_at(self, place: QPoint) -> None:
        """Opens at a point of the screen; where it would end below the screen its lists are lower, and it goes up."""
        screen = QGuiApplication.screenAt(place) or QGuiApplication.primaryScreen()
        room = screen.availableGeometry()
        self._lists.setFixedHeight(LISTS_HEIGHT)
        for one in self.findChildren(QWidget):
            # What has never been shown has not been dressed, and is lower than it will be.
            one.ensurePolished()
        beyond = place.y() + self.sizeHint().height() - room.bottom()
        if beyond > 0:
            self._lists.setFixedHeight(max(LEAST_HEIGHT, LISTS_HEIGHT - beyond))
        # Not `adjustSize`, which makes nothing higher than two thirds of the screen.
        self.resize(self.width(), self.sizeHint().height())
        x, y = room.right() - self.width(), room.bottom() - self.height()
        self.move(max(room.left(), min(place.x(), x)), max(room.top(), min(place.y(), y)))
        self.show()

    def _lay_out(self) -> None:
        kinds = QWidget()
        flow = FlowLayout(kinds, gap=10)
        for box in self._kinds.values():
            flow.addWidget(box)
        dates = QGridLayout()
        dates.setHorizontalSpacing(10)
        for place, (words, line) in enumerate((("From", self._first), ("Until", self._last))):
            line.setPlaceholderText("any date")
            line.setAccessibleName(words)
            dates.addWidget(label(words, "muted"), 0, place)
            dates.addWidget(line, 1, place)
        more = QWidget()
        ticks = FlowLayout(more, gap=10)
        for widget in (self._undated, self._dismissed):
            ticks.addWidget(widget)
        lists = QTabWidget()
        lists.setDocumentMode(True)
        lists.tabBar().setDrawBase(False)
        lists.addTab(self._actors, "Actors")
        lists.addTab(self._articles, "Articles")
        lists.addTab(self._tags, "Tags")
        lists.setFixedHeight(LISTS_HEIGHT)
        self._lists = lists
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        column.addWidget(label("SHOW", "caption"))
        column.addWidget(self._least)
        column.addWidget(kinds)
        column.addLayout(dates)
        column.addWidget(self._error)
        column.addWidget(self._checked)
        column.addWidget(more)
        column.addWidget(lists)
        column.addWidget(self._clear, 0, Qt.AlignmentFlag.AlignRight)
        self._error.hide()

    def _listen(self) -> None:
        for box in (*self._kinds.values(), self._undated, self._dismissed):
            box.toggled.connect(self._tell)
        for line in (self._first, self._last):
            line.editingFinished.connect(self._tell)
        self._least.activated.connect(self._tell)
        self._checked.activated.connect(self._tell)
        self._actors.changed.connect(self._tell)
        self._articles.changed.connect(self._tell)
        self._tags.changed.connect(self._tell)

    def show_filter(
        self,
        chosen: Filter,
        actors: Sequence[tuple[str, str]],
        articles: Sequence[tuple[str, str]],
        tags: Sequence[tuple[str, str]] = (),
    ) -> None:
        """Shows a filter, and the (id, name) pairs that may be ticked."""
        self._quiet = True
        self._filter = chosen
        for kind, box in self._kinds.items():
            box.setChecked(kind in chosen.factuality)
        self._first.setText(day_words(chosen.first))
        self._last.setText(day_words(chosen.last))
        self._least.setCurrentIndex(0 if chosen.least else 1)
        self._checked.setCurrentIndex([value for _, value in CHECKED_CHOICES].index(chosen.checked))
        self._undated.setChecked(chosen.undated is True)
        self._dismissed.setChecked(chosen.dismissed)
        self._actors.set_names(actors, chosen.actors)
        self._articles.set_names(articles, chosen.articles)
        self._tags.set_names(tags, chosen.tags)
        self._error.hide()
        self._quiet = False

    def showEvent(self, qevent: QShowEvent) -> None:
        """Is as high as its parts: rows of ticks that are broken into lines are not counted by the layout itself."""
        super().showEvent(qevent)
        self._fit()

    def _fit(self) -> None:
        column = self.layout()
        if column is not None:
            column.activate()
            self.resize(self.width(), column.totalHeightForWidth(self.width()))

    def clear(self) -> None:
        """Shows all events again, or all main ones."""
        self.changed.emit(Filter(least=self._filter.least))
        self.hide()

    def chosen(self) -> Filter:
        """The filter as ticked; a date that cannot be read leaves that end as it was, with a sentence."""
        first, first_error = read_date(self._first.text())
        last, last_error = read_date(self._last.text())
        sentence = first_error or last_error
        self._error.setText(sentence)
        if self._error.isHidden() == bool(sentence):
            self._error.setVisible(bool(sentence))
            self._fit()
        return replace(
            self._filter,
            factuality=frozenset(kind for kind, box in self._kinds.items() if box.isChecked()),
            first=self._filter.first if first_error else first.earliest if first else None,
            last=self._filter.last if last_error else last.latest if last else None,
            least=LEAST_CHOICES[self._least.currentIndex()][1],
            checked=CHECKED_CHOICES[self._checked.currentIndex()][1],
            undated=True if self._undated.isChecked() else None,
            dismissed=self._dismissed.isChecked(),
            actors=self._actors.ticked(),
            articles=self._articles.ticked(),
            tags=self._tags.ticked(),
        )

    def _tell(self) -> None:
        if self._quiet:
            return
        chosen = self.chosen()
        if chosen != self._filter:
            self._filter = chosen
            self.changed.emit(chosen)
