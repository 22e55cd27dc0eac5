"""The source reader: the article's text or its page, with the passage of the chosen event marked."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from timeline_app.model import Article, Passage
from timeline_app.views.article_text import ArticleText, Marks
from timeline_app.views.cards import ElidedLabel, label, quiet_button
from timeline_app.views.page_view import PageView, RunJob
from timeline_app.views.words import day_words

TEXT, PAGE = 0, 1
#: The title is no shorter than so many pixels.
LEAST_TITLE = 80


class SourceReader(QWidget):
    """Header, text and page. It is told what to show; what the person does there it says by signals."""

    event_activated = Signal(str)
    add_event_asked = Signal(object)
    next_asked = Signal()
    previous_asked = Signal()

    def __init__(self, run: RunJob, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("source_reader")
        self.setAccessibleName("Source reader")
        self._article: Article | None = None
        self._file: Callable[[], bytes | None] = lambda: None
        #: Which passage of how many is shown.
        self._place = (0, 0)
        self.text = ArticleText()
        self.page = PageView(run)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.text)
        self._stack.addWidget(self.page)
        self._nothing = label("Choose an event or an article to read its source here.", "muted")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack.addWidget(self._nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.head = self._make_head()
        self.head.installEventFilter(self)
        column.addWidget(self.head)
        column.addWidget(self._stack, 1)
        self.text.event_activated.connect(self.event_activated)
        self.text.words_selected.connect(self._follow_selection)
        self.show_article(None)

    def _make_head(self) -> QWidget:
        head = QWidget()
        self._title = ElidedLabel("", "pane-title")
        self._facts = ElidedLabel("", "muted")
        self._facts.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._add = QPushButton("Add event from selection")
        self._add.setObjectName("add_from_selection")
        self._add.setProperty("part", "small")
        self._add.clicked.connect(self._ask_for_event)
        self._previous = quiet_button("previous_passage", "Previous passage", icon_name="left")
        self._next = quiet_button("next_passage", "Next passage", icon_name="right")
        self._previous.clicked.connect(self.previous_asked)
        self._next.clicked.connect(self.next_asked)
        self._switch = QWidget()
        switch = QHBoxLayout(self._switch)
        switch.setContentsMargins(0, 0, 0, 0)
        switch.setSpacing(0)
        self._modes = QButtonGroup(self)
        for number, (words, tip) in enumerate((("Text", "The words of the article"), ("Page", "The page itself"))):
            button = QToolButton()
            button.setText(words)
            button.setToolTip(tip)
            button.setCheckable(True)
            button.setProperty("part", "segment")
            self._modes.addButton(button, number)
            switch.addWidget(button)
        self._modes.button(TEXT).setChecked(True)
        self._modes.idClicked.connect(self._set_mode)
        row = QHBoxLayout(head)
        row.setContentsMargins(16, 6, 10, 6)
        row.setSpacing(8)
        # Where there is not room for both, title and facts give way alike; else the title has the rest.
        self._title.setMinimumWidth(LEAST_TITLE)
        self._title.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._facts.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        # No stretch: with one, the layout would not ask how much the title needs.
        row.addWidget(self._title)
        row.addWidget(self._facts)
        for widget in (self._add, self._previous, self._next, self._switch):
            row.addWidget(widget)
        return head

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """The buttons of the head, as Tab comes to them."""
        return self._add, self._previous, self._next, *self._modes.buttons()

    @property
    def article(self) -> Article | None:
        """The article shown."""
        return self._article

    def show_article(
        self, article: Article | None, marks: Marks | None = None, file: Callable[[], bytes | None] | None = None
    ) -> None:
        """Shows an article; `file` fetches the bytes of its original, asked only when the page is wanted."""
        self._article = article
        self._file = file or (lambda: None)
        self.text.show_article(article, marks or Marks())
        paged = article is not None and bool(article.pages) and file is not None
        self._switch.setVisible(paged)
        if not paged:
            self._modes.button(TEXT).setChecked(True)
        self._title.setText((article.title or article.name) if article else "")
        self._stack.setCurrentIndex(2 if article is None else self._modes.checkedId())
        self._add.hide()
        self.show_passage(None)

    def show_head(self, *, shown: bool) -> None:
        """Shows or hides what stands in the head; its row keeps its height."""
        policy = self.head.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.head.setSizePolicy(policy)
        self.head.setVisible(shown)

    def show_again(self, article: Article, marks: Marks) -> None:
        """The same words with other marks, or another title or date."""
        self._article = article
        self.text.show_marks(marks)
        self._title.setText(article.title or article.name)
        self._show_facts()

    def show_passage(self, passage: Passage | None, number: int = 0, of: int = 0) -> None:
        """Marks a passage, the `number`-th `of` so many of the chosen event."""
        self.text.show_passage(passage)
        self.count_passage(*((number, of) if passage is not None else (0, 0)))
        if self._modes.checkedId() == PAGE and self._article is not None:
            self._show_page()

    def count_passage(self, number: int, of: int) -> None:
        """Says which of how many passages is shown, where only that has changed; 0 of 0 for none."""
        self._place = (number, of)
        self._show_facts()
        self._previous.setVisible(of > 0)
        self._next.setVisible(of > 0)
        self._previous.setEnabled(number > 1)
        self._next.setEnabled(number < of)

    def _show_facts(self) -> None:
        number, of = self._place
        facts = [f"passage {number} of {of}"] if of else []
        if self._article is not None:
            # The file name comes last: where there is little room it is what may be missed.
            facts += [day_words(self._article.published, short=True), self._article.name]
        self._facts.setText(" · ".join(filter(None, facts)))
        # Which passage it is belongs to the arrows beside it.
        words = f"{facts[0]} · …" if of else ""
        self._facts.setMinimumWidth(self._facts.fontMetrics().horizontalAdvance(words))
        self._fit_head()

    def eventFilter(self, watched: QObject, qevent: QEvent) -> bool:
        if watched is self.head and qevent.type() == QEvent.Type.Resize:
            self._fit_head()
        return super().eventFilter(watched, qevent)

    def _fit_head(self) -> None:
        """Leaves out the facts, and then the title, where the buttons need the room: nothing stands over another."""
        self._title.show()
        self._facts.show()
        for words in (self._facts, self._title):
            if self.head.minimumSizeHint().width() > self.head.width():
                words.hide()

    def apply_theme(self) -> None:
        """Takes the colours of the current theme."""
        self.text.apply_theme()
        self.page.viewport().update()

    def _set_mode(self, mode: int) -> None:
        self._stack.setCurrentIndex(mode)
        if mode == PAGE:
            self._show_page()

    def _show_page(self) -> None:
        data = self._file()
        if data is None or self._article is None:
            # Without the original file there is only the text.
            self._modes.button(TEXT).setChecked(True)
            self._stack.setCurrentIndex(TEXT)
            return
        self.page.show_passage(data, self._article, self.text.passage)

    def _follow_selection(self, passage: Passage | None) -> None:
        self._add.setVisible(passage is not None)
        self._fit_head()

    def _ask_for_event(self) -> None:
        if (passage := self.text.selected_passage()) is not None:
            self.add_event_asked.emit(passage)
