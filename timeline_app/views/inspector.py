"""The chosen event: title, date and why, who took part, and the passages that tell it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from timeline_app.drawing.theme import current_theme
from timeline_app.model import Factuality, When
from timeline_app.views.cards import (
    Chip,
    FlowLayout,
    clear_layout,
    label,
    quiet_button,
    settle,
    tab_through,
    widgets_in,
)
from timeline_app.views.date_card import DateCard
from timeline_app.views.facts import EventFacts
from timeline_app.views.icons import icon
from timeline_app.views.quotes import claim_card, quote_card
from timeline_app.views.tag_line import TagLine
from timeline_app.views.title_field import TitleField
from timeline_app.views.words import FACTUALITY_WORDS, count


class Inspector(QScrollArea):
    """Shows one event; every correction is a signal with the event's id."""

    accessible_role = QAccessible.Role.Pane
    title_set = Signal(str, str)
    date_set = Signal(str, object)
    factuality_set = Signal(str, object)
    tags_set = Signal(str, tuple)
    checked_set = Signal(str, bool)
    dismissed_set = Signal(str, bool)
    actor_chosen = Signal(str)
    passage_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inspector")
        self.setAccessibleName("Event")
        # The frame of the focus is for those who come by keys.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._facts: EventFacts | None = None
        self._built: dict[str, object] = {}
        self._empty = label("Choose an event on the timeline to see where it comes from.", "muted", wraps=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._empty.setContentsMargins(18, 14, 18, 18)
        self._full = QWidget()
        self._build(self._full)
        holder = QWidget()
        holder.setProperty("part", "pane")
        # Not a stack: the hidden one of two would still count for the height, and leave a bar to scroll nothing.
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._empty)
        column.addWidget(self._full, 1)
        column.addStretch(0)
        self._full.hide()
        self.setWidget(holder)

    def _build(self, full: QWidget) -> None:
        self._title = label("", "title", wraps=True, selectable=True)
        self._title.setObjectName("event_title")
        self._field = TitleField()
        self._field.hide()
        self._field.title_set.connect(self._set_title)
        self._field.left.connect(self._leave_title)
        self._state = label("", "badge")
        self.date = DateCard()
        self.date.date_set.connect(self._set_date)
        self._tags = TagLine()
        self._tags.tags_set.connect(self._set_tags)
        self._chips = QWidget()
        self._chip_row = FlowLayout(self._chips)
        self._said_by = label("", "muted", wraps=True)
        self._quotes_head = label("", "muted")
        self._claims = QVBoxLayout()
        self._claims.setSpacing(6)
        self._quotes = QVBoxLayout()
        self._quotes.setSpacing(8)
        column = QVBoxLayout(full)
        column.setContentsMargins(18, 14, 18, 16)
        column.setSpacing(8)
        column.addLayout(self._make_head())
        column.addWidget(self._title)
        column.addWidget(self._field)
        column.addWidget(self.date)
        column.addWidget(self._chips)
        column.addWidget(self._said_by)
        column.addWidget(self._make_decisions())
        column.addWidget(self._tags)
        column.addLayout(self._claims)
        column.addWidget(self._quotes_head)
        column.addLayout(self._quotes)
        column.addStretch(1)

    def _make_head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(label("EVENT", "caption"))
        row.addWidget(self._state)
        row.addStretch(1)
        self._pencil = quiet_button("edit_title", "Change the title", icon_name="edit", tip="Change the title (E)")
        self._pencil.clicked.connect(self.edit_title)
        row.addWidget(self._pencil)
        return row

    def _make_decisions(self) -> QWidget:
        self._factuality = QComboBox()
        self._factuality.setObjectName("factuality")
        self._factuality.setAccessibleName("Did it happen?")
        self._factuality.setToolTip("Whether it happened, by the words of the source")
        for kind in Factuality:
            self._factuality.addItem(FACTUALITY_WORDS[kind], kind)
        self._factuality.activated.connect(self._set_factuality)
        self._check = QPushButton(icon("check"), "Accept")
        self._check.setObjectName("accept_event")
        self._check.setToolTip("Mark as checked (Y)")
        self._check.setCheckable(True)
        self._check.clicked.connect(self._set_checked)
        self._dismiss = QPushButton(icon("dismiss"), "Dismiss")
        self._dismiss.setObjectName("dismiss_event")
        self._dismiss.clicked.connect(self._toggle_dismissed)
        decisions = QWidget()
        row = FlowLayout(decisions)
        for widget in (self._check, self._dismiss, self._factuality):
            widget.setProperty("part", "small")
            row.addWidget(widget)
        return decisions

    @property
    def event_id(self) -> str:
        """The event shown, or ""."""
        return self._facts.event.id if self._facts else ""

    def show_event(self, facts: EventFacts | None) -> None:
        """Shows an event, or the invitation to choose one."""
        same = facts is not None and facts.event.id == self.event_id
        self._facts = facts
        self._empty.setVisible(facts is None)
        self._full.setVisible(facts is not None)
        if facts is None:
            return
        event = facts.event
        self._title.setText(event.title)
        if not same:
            self._leave_title()
            self.verticalScrollBar().setValue(0)
        self.date.show_date(event.when, event.confidence, keep_field=same and self.date.editing)
        self._show_state(facts)
        self._show_chips(facts)
        self._tags.show_tags(event.tags)
        said = f"Said by {facts.attributed_to}" if facts.attributed_to else "A statement" if event.statement else ""
        self._said_by.setText(said)
        self._said_by.setVisible(bool(said))
        self._show_quotes(facts)
        stops = (self._pencil, self.date.pencil, *widgets_in(self._chip_row), self._check, self._dismiss)
        quotes = (*widgets_in(self._claims), *widgets_in(self._quotes))
        settle(self._chip_row, self._claims, self._quotes)
        tab_through((self, stops[0], self._field, *stops[1:], self._factuality, self._tags, *quotes))

    def _show_state(self, facts: EventFacts) -> None:
        words = [
            ("dismissed", facts.dismissed),
            ("checked", facts.checked),
            ("added by you" if facts.added else "corrected", facts.edited),
        ]
        self._state.setText(" · ".join(word for word, on in words if on))
        self._state.setVisible(bool(self._state.text()))
        self._check.setChecked(facts.checked)
        self._check.setText("Checked" if facts.checked else "Accept")
        self._dismiss.setText("Restore" if facts.dismissed else "Dismiss")
        self._dismiss.setIcon(icon("restore" if facts.dismissed else "dismiss"))
        self._dismiss.setToolTip("Bring the event back (Shift+X)" if facts.dismissed else "Leave it out (X)")
        self._factuality.setCurrentIndex(self._factuality.findData(facts.event.factuality))

    def _show_chips(self, facts: EventFacts) -> None:
        if not self._is_new("chips", facts.actors):
            return
        clear_layout(self._chip_row)
        for actor in facts.actors:
            chip = Chip(actor.name, actor.colour_index, f"Show {actor.name}")
            chip.clicked.connect(lambda _checked=False, one=actor.id: self.actor_chosen.emit(one))
            self._chip_row.addWidget(chip)
        self._chips.setVisible(bool(facts.actors))
        self._chips.updateGeometry()

    def _is_new(self, what: str, values: object) -> bool:
        """Whether something looks other than before: cards made anew for nothing would flicker and lose the focus."""
        state = (current_theme().name, values)
        known, self._built[what] = self._built.get(what), state
        return state != known

    def _show_quotes(self, facts: EventFacts) -> None:
        if not self._is_new("quotes", (facts.quotes, facts.event.claims, facts.conflicts)):
            return
        clear_layout(self._claims)
        clear_layout(self._quotes)
        articles = {one.passage.article for one in facts.quotes}
        head = f"{count(len(facts.quotes), 'passage')} in {count(len(articles), 'article')}"
        self._quotes_head.setText(head)
        titles = {one.article.id: one.article for one in facts.quotes}
        if facts.event.claims:
            self._claims.addWidget(label("The sources differ", "warning"))
        for claim in facts.event.claims:
            self._claims.addWidget(claim_card(claim, titles.get(claim.passage.article), self.passage_chosen.emit))
        if facts.conflicts:
            self._claims.addWidget(label("This cannot all be right", "warning"))
        for conflict in facts.conflicts:
            self._claims.addWidget(label(conflict.sentence, wraps=True, selectable=True))
            for one in conflict.quotes:
                self._claims.addWidget(quote_card(one, self.passage_chosen.emit, with_article=True))
        for one in facts.quotes:
            self._quotes.addWidget(quote_card(one, self.passage_chosen.emit, with_article=len(articles) > 1))

    def edit_title(self) -> None:
        """Opens the title for a change."""
        if self._facts is not None:
            self._title.hide()
            self._field.show()
            self._field.begin(self._facts.event.title)

    def set_known_tags(self, tags: Sequence[str]) -> None:
        """The project's tags, which are proposed while one types."""
        self._tags.set_known(tags)

    def edit_tags(self) -> None:
        """Puts the cursor behind the tags."""
        if self._facts is not None:
            self.ensureWidgetVisible(self._tags)
            self._tags.begin()

    def edit_date(self) -> None:
        """Opens the date for a change."""
        if self._facts is not None:
            self.date.edit()

    def _leave_title(self) -> None:
        self._title.show()
        self._field.close_field()

    def _set_title(self, title: str) -> None:
        self._leave_title()
        if self._facts is not None and title and title != self._facts.event.title:
            self.title_set.emit(self._facts.event.id, title)

    def _set_date(self, when: When | None) -> None:
        if self._facts is not None:
            self.date_set.emit(self._facts.event.id, when)

    def _set_tags(self, tags: tuple[str, ...]) -> None:
        if self._facts is not None and tags != self._facts.event.tags:
            self.tags_set.emit(self._facts.event.id, tags)

    def _set_checked(self, on: bool) -> None:
        if self._facts is not None:
            self.checked_set.emit(self._facts.event.id, on)

    def _set_factuality(self, row: int) -> None:
        chosen = Factuality(self._factuality.itemData(row))
        if self._facts is not None and chosen != self._facts.event.factuality:
            self.factuality_set.emit(self._facts.event.id, chosen)

    def _toggle_dismissed(self) -> None:
        if self._facts is not None:
            self.dismissed_set.emit(self._facts.event.id, not self._facts.dismissed)
