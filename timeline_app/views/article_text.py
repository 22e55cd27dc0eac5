"""The text of an article on the screen: passages marked, date expressions underlined, actors tinted; never edited."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QColor,
    QMouseEvent,
    QPalette,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
    QTextOption,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from timeline_app.drawing.theme import Theme, colour, current_theme, font
from timeline_app.layout.lanes import NO_COLOUR
from timeline_app.model import Article, Mention, Passage, TimeExpression
from timeline_app.views.text_map import TextMap

#: A longer article is shown a stretch at a time, so that laying it out never holds the window up.
MOST_CHARACTERS = 120_000
LINE_HEIGHT = 140.0
TEXT_PIXELS = 14


@dataclass(frozen=True, slots=True)
class Marks:
    """What is marked in an article. `events` maps passages to the id of the event they tell."""

    times: Sequence[TimeExpression] = ()
    mentions: Sequence[Mention] = ()
    colours: Mapping[str, int] | None = None
    events: Sequence[tuple[Passage, str]] = ()


class ArticleText(QTextEdit):
    """A read-only text with marks."""

    #: Double-clicked on a passage: the event's id.
    event_activated = Signal(str)
    #: Words were selected, or no longer: the Passage or None.
    words_selected = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("article_text")
        self.setAccessibleName("Article text")
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setAcceptRichText(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(14)
        # Dropped files belong to the window.
        self.setAcceptDrops(False)
        self._article: Article | None = None
        self._marks = Marks()
        self._map = TextMap("")
        self._passage: Passage | None = None
        self._points = 0
        self.selectionChanged.connect(self._tell_selection)

    @property
    def passage(self) -> Passage | None:
        """The passage that is marked."""
        return self._passage

    def marked_words(self) -> str:
        """The words of the marked passage as they stand on the screen."""
        if self._passage is None:
            return ""
        return self._cursor(self._passage.start, self._passage.end).selectedText().replace("\u2029", "\n")

    def set_points(self, points: int) -> None:
        """Sets the size of the words; 0 takes the default."""
        self._points = points
        self._set_face()

    def show_article(self, article: Article | None, marks: Marks) -> None:
        """Shows another article, from its beginning."""
        self._article, self._marks, self._passage = article, marks, None
        self._load(0)

    def show_marks(self, marks: Marks) -> None:
        """The same article with other marks."""
        self._marks = marks
        self._mark_all()

    def show_passage(self, passage: Passage | None) -> None:
        """Marks a passage of the shown article and brings it into view."""
        if self._article is None or (passage is not None and passage.article != self._article.id):
            return
        self._passage = passage
        if passage is not None and not self._map.holds(passage.start, passage.end):
            self._load(max(0, passage.start - MOST_CHARACTERS // 2))
        self._mark_all()
        if passage is not None:
            self._bring_into_view(passage)

    def selected_passage(self) -> Passage | None:
        """The words selected with mouse or keyboard, without blanks at the ends."""
        cursor = self.textCursor()
        if self._article is None or not cursor.hasSelection():
            return None
        start = self._map.offset(cursor.selectionStart())
        end = self._map.offset(cursor.selectionEnd())
        words = self._article.text[start:end]
        start += len(words) - len(words.lstrip())
        end -= len(words) - len(words.rstrip())
        return Passage(self._article.id, start, end) if end > start else None

    def clear_selection(self) -> None:
        """Takes the selection back, so that the passage below it shows."""
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)

    def apply_theme(self) -> None:
        """Paints all marks in the colours of the current theme."""
        self._mark_all()

    def _load(self, start: int) -> None:
        text = self._article.text if self._article else ""
        if start:
            # From the beginning of a line, so that no word is cut.
            start = text.rfind("\n", 0, start) + 1 or start
        self._map = TextMap(text, start, min(len(text), start + MOST_CHARACTERS))
        self.setPlainText(self._map.shown)
        self._set_face()
        self._mark_all()
        self.verticalScrollBar().setValue(0)

    def _set_face(self) -> None:
        face = font(TEXT_PIXELS)
        if self._points:
            face.setPointSize(self._points)
        self.document().setDefaultFont(face)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        block = QTextBlockFormat()
        block.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        block.setBottomMargin(5)
        cursor.setBlockFormat(block)

    def _cursor(self, start: int, end: int) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._map.position(start))
        cursor.setPosition(self._map.position(end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _mark_all(self) -> None:
        """Lays passage, actors and dates over the text; the text itself stays as it is."""
        theme = current_theme()
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Text, colour(theme.text))
        self.setPalette(palette)
        selections: list[QTextEdit.ExtraSelection] = []
        if self._passage is not None:
            selections.append(self._mark(self._passage, _ground(theme.passage)))
        colours = self._marks.colours or {}
        for mention in self._marks.mentions:
            if self._map.holds(mention.passage.start, mention.passage.end):
                index = colours.get(mention.actor, NO_COLOUR)
                selections.append(self._mark(mention.passage, _tint(theme, index)))
        for time in self._marks.times:
            if self._map.holds(time.passage.start, time.passage.end):
                selections.append(self._mark(time.passage, _underline(theme)))
        self.setExtraSelections(selections)

    def _mark(self, passage: Passage, look: QTextCharFormat) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        selection.cursor = self._cursor(passage.start, passage.end)
        selection.format = look
        return selection

    def _bring_into_view(self, passage: Passage) -> None:
        """Scrolls so that the passage stands in the upper third."""
        top = self.cursorRect(self._cursor(passage.start, passage.start)).top()
        bottom = self.cursorRect(self._cursor(passage.end, passage.end)).bottom()
        height = self.viewport().height()
        if top < 24 or bottom > height - 24:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + top - max(24, min(height // 3, height - (bottom - top) - 24)))

    def resizeEvent(self, qevent: QResizeEvent) -> None:
        """Keeps the passage in view when lines break elsewhere."""
        super().resizeEvent(qevent)
        if self._passage is not None and qevent.size().width() != qevent.oldSize().width():
            self._bring_into_view(self._passage)

    def event_at(self, offset: int) -> str:
        """The event whose passage holds a character: the marked passage's first, then the shortest one's."""
        holding = [(one, event) for one, event in self._marks.events if one.start <= offset < one.end]
        holding.sort(key=lambda pair: (pair[0] != self._passage, pair[0].end - pair[0].start))
        return holding[0][1] if holding else ""

    def mouseDoubleClickEvent(self, qevent: QMouseEvent) -> None:
        """Selects the event told there; a word elsewhere is selected as usual."""
        position = self.cursorForPosition(qevent.position().toPoint()).position()
        event_id = self.event_at(self._map.offset(position)) if self._article else ""
        if event_id:
            self.event_activated.emit(event_id)
            qevent.accept()
        else:
            super().mouseDoubleClickEvent(qevent)

    def _tell_selection(self) -> None:
        self.words_selected.emit(self.selected_passage())


def _ground(name: str) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setBackground(colour(name))
    return look


def _tint(theme: Theme, index: int) -> QTextCharFormat:
    look = QTextCharFormat()
    if index != NO_COLOUR:
        look.setForeground(QColor(theme.actor_text(index)))
    look.setFontWeight(600)
    return look


def _underline(theme: Theme) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setFontUnderline(True)
    look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    look.setUnderlineColor(colour(theme.accent))
    look.setForeground(colour(theme.accent))
    look.setProperty(QTextFormat.Property.UserProperty, "date")
    return look
