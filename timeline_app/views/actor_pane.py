"""One actor: kind, other names, first and last, a small timeline, who it appears with, all passages by date."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from timeline_app.drawing.theme import colour, current_theme, font, font_metrics
from timeline_app.views.cards import clear_layout, label, quiet_button, settle, tab_through, widgets_in
from timeline_app.views.facts import ActorChip, ActorFacts, Quote
from timeline_app.views.quotes import quote_card
from timeline_app.views.small_timeline import SmallTimeline, ends_of, place_dots
from timeline_app.views.words import KIND_WORDS, count, span_words

BAR_ROW = 22
MOST_COMPANIONS = 6
#: Cards are widgets; a pane with thousands would be slow to build, so the rest comes on demand.
FIRST_QUOTES, MORE_QUOTES = 12, 50
MOST_ALIASES = 6


class Dot(QLabel):
    """A dot in an actor's colour."""

    def __init__(self, colour_index: int = -1, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.colour_index = colour_index
        self.setFixedSize(20, 20)

    def paintEvent(self, _qevent: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            ink = colour(current_theme().actor_colour(self.colour_index))
            painter.setPen(QPen(ink, 1.8))
            painter.setBrush(ink if self.colour_index >= 0 else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QRectF(2, 2, 16, 16))


class CompanionBar(QWidget):
    """A row of "appears with": name, bar, number; a click chooses the actor."""

    clicked = Signal(str)
    accessible_role = QAccessible.Role.Button

    def __init__(self, actor: ActorChip, number: int, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actor, self._number, self._most = actor, number, max(most, 1)
        self.setFixedHeight(BAR_ROW)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{actor.name}: {count(number, 'event')} together")
        self.setToolTip(f"{actor.name}: {count(number, 'event')} together")

    def press(self) -> None:
        """Does what a click does."""
        self.clicked.emit(self._actor.id)

    def sizeHint(self) -> QSize:
        return QSize(200, BAR_ROW)

    def paintEvent(self, _qevent: QPaintEvent) -> None:
        theme = current_theme()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            names = min(130.0, self.width() * 0.42)
            face = font(12.5)
            painter.setFont(face)
            painter.setPen(colour(theme.text))
            fitting = font_metrics(12.5).elidedText(self._actor.name, Qt.TextElideMode.ElideRight, names - 8)
            painter.drawText(QRectF(0, 0, names, BAR_ROW), Qt.AlignmentFlag.AlignVCenter, fitting)
            room = self.width() - names - 34
            length = max(4.0, room * self._number / self._most)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(theme.actor_colour(self._actor.colour_index), 0.7))
            painter.drawRoundedRect(QRectF(names, BAR_ROW / 2 - 5, length, 10), 2.5, 2.5)
            painter.setPen(colour(theme.text_muted))
            painter.setFont(font(11))
            painter.drawText(
                QRectF(names + length + 7, 0, 30, BAR_ROW), Qt.AlignmentFlag.AlignVCenter, str(self._number)
            )
            if self.hasFocus():
                painter.setPen(QPen(colour(theme.accent), 1.2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.6, 0.6, -0.6, -0.6), 4, 4)

    def mouseReleaseEvent(self, qevent: QMouseEvent) -> None:
        if qevent.button() == Qt.MouseButton.LeftButton:
            self.press()

    def keyPressEvent(self, qevent: QKeyEvent) -> None:
        if qevent.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.press()
        else:
            super().keyPressEvent(qevent)


class ActorPane(QScrollArea):
    """Shows one actor. The same widget stands below the event and in panes that were pinned."""

    accessible_role = QAccessible.Role.Pane
    actor_chosen = Signal(str)
    event_chosen = Signal(str)
    passage_chosen = Signal(object)
    pin_asked = Signal(str)
    rename_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, pinned: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName("actor_pane")
        self.setAccessibleName("Actor")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._facts: ActorFacts | None = None
        #: What the bars and the cards were made of: made anew for nothing they would flicker and lose the focus.
        self._companions: tuple[tuple[ActorChip, int], ...] = ()
        self._first_quotes: Sequence[Quote] = ()
        self._told = 0
        self._buttons: list[QWidget] = []
        self._pinned = pinned
        holder = QWidget()
        holder.setProperty("part", "pane")
        self._empty = label("Choose an actor to see all it took part in.", "muted", wraps=True)
        self._full = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(18, 12, 18, 16)
        column.addWidget(self._empty)
        column.addWidget(self._full)
        column.addStretch(1)
        self._build(self._full)
        self._full.hide()
        self.setWidget(holder)

    def _build(self, full: QWidget) -> None:
        self._dot = Dot()
        self._name = label("", "title", wraps=True, selectable=True)
        self._name.setObjectName("actor_name")
        self._kind = label("", "muted", wraps=True, selectable=True)
        self._numbers = label("", "", wraps=True)
        self._line = SmallTimeline()
        self._line.event_chosen.connect(self.event_chosen)
        self._with_head = label("Appears with", "muted")
        self._with = QVBoxLayout()
        self._with.setSpacing(1)
        self._quotes_head = label("Passages", "muted")
        self._quotes = QVBoxLayout()
        self._quotes.setSpacing(8)
        self._all = QPushButton()
        self._all.setProperty("part", "small")
        self._all.clicked.connect(lambda: self._show_more(MORE_QUOTES))
        names = QHBoxLayout()
        names.setSpacing(9)
        names.addWidget(self._dot, 0, Qt.AlignmentFlag.AlignTop)
        names.addWidget(self._name, 1)
        if self._pinned:
            names.addWidget(self._make_pencil(), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        if not self._pinned:
            column.addLayout(self._make_head())
        column.addLayout(names)
        for widget in (self._kind, self._numbers, self._line, self._with_head):
            column.addWidget(widget)
        column.addLayout(self._with)
        column.addSpacing(6)
        column.addWidget(self._quotes_head)
        column.addLayout(self._quotes)
        column.addWidget(self._all, 0, Qt.AlignmentFlag.AlignLeft)

    def _make_head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(label("ACTOR", "caption"))
        row.addStretch(1)
        row.addWidget(self._make_pencil())
        pin = quiet_button("pin_actor", "pin in its own pane", tip="Open in its own pane (Ctrl+Shift+A)")
        pin.clicked.connect(lambda: self.pin_asked.emit(self.actor_id))
        row.addWidget(pin)
        self._buttons.append(pin)
        return row

    def _make_pencil(self) -> QToolButton:
        rename = quiet_button("rename_actor", "Rename the actor", icon_name="edit")
        rename.clicked.connect(lambda: self.rename_asked.emit(self.actor_id))
        self._buttons.append(rename)
        return rename

    @property
    def actor_id(self) -> str:
        """The actor shown, or ""."""
        return self._facts.actor.id if self._facts else ""

    def show_actor(self, facts: ActorFacts | None) -> None:
        """Shows an actor, or the invitation to choose one."""
        other = facts is None or facts.actor.id != self.actor_id
        self._facts = facts
        self._empty.setVisible(facts is None)
        self._full.setVisible(facts is not None)
        if facts is None:
            return
        actor = facts.actor
        self._dot.colour_index = facts.colour_index
        self._dot.update()
        self._name.setText(actor.name)
        also = ", ".join(f"“{name}”" for name in actor.aliases[:MOST_ALIASES])
        more = f" and {len(actor.aliases) - MOST_ALIASES} more" if len(actor.aliases) > MOST_ALIASES else ""
        self._kind.setText(KIND_WORDS[actor.kind] + (f" · also {also}{more}" if also else ""))
        self._show_numbers(facts)
        self._line.show_events(facts.events, facts.colour_index)
        self._show_companions(facts)
        self._show_quotes(facts)
        self._order_stops()
        if other:
            self.verticalScrollBar().setValue(0)

    def _order_stops(self) -> None:
        """What was made last stands in its place, also for Tab."""
        settle(self._with, self._quotes)
        rows = (*widgets_in(self._with), *widgets_in(self._quotes))
        tab_through((self, *self._buttons, self._line, *rows, self._all))

    def mark_event(self, event_id: str) -> None:
        """Rings the chosen event in the small timeline."""
        self._line.mark(event_id)

    def _show_numbers(self, facts: ActorFacts) -> None:
        ends = ends_of(place_dots(facts.events))
        parts = [count(len(facts.events), "event")]
        if ends is not None:
            parts.append(span_words(*ends))
        parts.append(count(facts.articles, "article"))
        self._numbers.setText(" · ".join(parts))

    def _show_companions(self, facts: ActorFacts) -> None:
        shown = facts.companions[:MOST_COMPANIONS]
        if shown == self._companions:
            return
        self._companions = shown
        clear_layout(self._with)
        self._with_head.setVisible(bool(shown))
        for chip, number in shown:
            bar = CompanionBar(chip, number, shown[0][1])
            bar.clicked.connect(self.actor_chosen)
            self._with.addWidget(bar)

    def _show_quotes(self, facts: ActorFacts) -> None:
        first = facts.quotes(0, FIRST_QUOTES)
        if first == self._first_quotes and facts.passages == self._told:
            return
        self._first_quotes, self._told = first, facts.passages
        clear_layout(self._quotes)
        self._quotes_head.setVisible(facts.passages > 0)
        self._show_more(FIRST_QUOTES)

    def _show_more(self, number: int) -> None:
        """Adds the next so many passages below those shown."""
        if self._facts is None:
            return
        there = self._quotes.count()
        for quote in self._facts.quotes(there, there + number):
            self._quotes.addWidget(quote_card(quote, self.passage_chosen.emit, with_date=True))
        rest = self._facts.passages - self._quotes.count()
        self._all.setText(f"Show {count(min(rest, MORE_QUOTES), 'more passage')}")
        self._all.setVisible(rest > 0)
        self._order_stops()
