"""The list of articles: title, date and where it comes from, and how far it has been read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from timeline_app.drawing.theme import Theme, colour, current_theme, font
from timeline_app.model.language import ENGLISH, language_name
from timeline_app.project import ArticleEntry, ArticleState
from timeline_app.views.icons import paint_icon
from timeline_app.views.rows import Index, RowsList, RowsModel, paint_line, paint_row_ground, two_lines
from timeline_app.views.words import PUBLISHED_WORDS, count, day_words

ENTRY_ROLE = Qt.ItemDataRole.UserRole + 1
ROW_HEIGHT = 46
#: So much higher is a row with a title of two lines.
LINE_HEIGHT = 16
#: What of a row's width is not for its words.
SIDES = 54
#: In longer lists all rows are of one height: measuring each would take too long.
MOST_MEASURED = 1000
#: Icon and colour (a field of the theme) of each state.
STATE_LOOKS = {
    ArticleState.WAITING: ("article", "neutral"),
    ArticleState.READING: ("again", "accent"),
    ArticleState.READ: ("success", "success"),
    ArticleState.FAILED: ("warning", "error"),
}
STATE_WORDS = {
    ArticleState.WAITING: "waiting",
    ArticleState.READING: "reading …",
    ArticleState.READ: "read",
    ArticleState.FAILED: "could not be read",
}


def facts_of(entry: ArticleEntry) -> str:
    """The second line: date and events of a read article, the reason of a failed one, else the state."""
    if entry.state == ArticleState.FAILED:
        return without_name(entry) or STATE_WORDS[entry.state]
    if entry.state != ArticleState.READ and not entry.id:
        return STATE_WORDS[entry.state]
    date = day_words(entry.published, short=True) or "no date"
    if entry.language != ENGLISH and entry.state == ArticleState.READ:
        return f"{date} · in {language_name(entry.language)}, not read for events"
    state = f" · {STATE_WORDS[entry.state]}" if entry.state != ArticleState.READ else ""
    return f"{date} · {count(entry.n_events, 'event')}{state}"


def without_name(entry: ArticleEntry) -> str:
    """The sentence of a failed article as it is read below the file's name: without that name once more."""
    rest = entry.message.removeprefix(f"“{entry.name}” ")
    return rest[:1].upper() + rest[1:]


def title_of(entry: ArticleEntry) -> str:
    """What an article is called: its title, or its file's name."""
    return entry.title or entry.name


class ArticleListModel(RowsModel):
    """Articles for Qt: text for the title, `ENTRY_ROLE` for the entry."""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry: ArticleEntry | None = self.row(index)
        if entry is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return title_of(entry)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{title_of(entry)}, {facts_of(entry)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return _tip(entry)
        return entry if role == ENTRY_ROLE else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemNeverHasChildren if index.isValid() else Qt.ItemFlag.NoItemFlags


def _tip(entry: ArticleEntry) -> str:
    lines = [title_of(entry), entry.source or entry.name]
    if entry.state == ArticleState.FAILED:
        lines.append(entry.message)
    elif entry.published is not None:
        lines.append(f"{day_words(entry.published)}, {PUBLISHED_WORDS[entry.published_from]}")
    else:
        lines.append("No date was found; set one, so that words such as “yesterday” can be understood.")
    if entry.state == ArticleState.READ and entry.message:
        lines.append(entry.message)
    return "\n".join(dict.fromkeys(filter(None, lines)))


class ArticleDelegate(QStyledItemDelegate):
    """Paints a row of the list of articles."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """A title has room for two lines, and a failed article for its whole sentence."""
        entry: ArticleEntry | None = index.data(ENTRY_ROLE)
        # The list gives no rectangle while it asks for sizes, only its own width.
        width = option.widget.viewport().width() if isinstance(option.widget, QListView) else option.rect.width()
        uniform = isinstance(option.widget, QListView) and option.widget.uniformItemSizes()
        if entry is None or uniform or width <= SIDES:
            return QSize(100, ROW_HEIGHT)
        # The chosen title is bold, and must not need more room then.
        long = QFontMetrics(font(13, bold=True)).horizontalAdvance(title_of(entry)) > width - SIDES
        height = ROW_HEIGHT + LINE_HEIGHT * long
        if entry.state == ArticleState.FAILED:
            room = QRect(0, 0, width - SIDES, 10_000)
            needed = QFontMetrics(font(11)).boundingRect(room, Qt.TextFlag.TextWordWrap, facts_of(entry)).height()
            height = max(height, needed + 31 + LINE_HEIGHT * long)
        return QSize(100, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: ArticleEntry | None = index.data(ENTRY_ROLE)
        if entry is None:
            return
        theme = current_theme()
        rect: QRect = option.rect
        painter.save()
        paint_row_ground(painter, option, theme)
        name, tint = STATE_LOOKS[entry.state]
        paint_icon(painter, name, QRectF(rect.left() + 14, rect.top() + 14, 17, 17), colour(getattr(theme, tint)))
        words = QRect(rect.left() + 40, rect.top(), rect.width() - SIDES, rect.height())
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        face = font(13, bold=chosen)
        metrics = QFontMetrics(face)
        one_line = rect.height() <= ROW_HEIGHT
        title = metrics.elidedText(title_of(entry), Qt.TextElideMode.ElideRight, words.width())
        if not one_line:
            title = two_lines(title_of(entry), metrics, words.width())
        painter.setFont(face)
        painter.setPen(colour(theme.text))
        painter.drawText(words.adjusted(0, 7, 0, 0), Qt.AlignmentFlag.AlignTop, title)
        below = words.adjusted(0, 24 + LINE_HEIGHT * title.count("\n"), 0, 0)
        self._paint_facts(painter, below.adjusted(0, 0, 0, -5), entry, theme)
        painter.restore()

    def _paint_facts(self, painter: QPainter, place: QRect, entry: ArticleEntry, theme: Theme) -> None:
        ink = colour(_facts_ink(entry, theme))
        if entry.state == ArticleState.FAILED:
            painter.setPen(ink)
            painter.setFont(font(11))
            painter.drawText(place, Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop, facts_of(entry))
        else:
            paint_line(painter, QRect(place.topLeft(), QSize(place.width(), 17)), facts_of(entry), ink, 11)


def _facts_ink(entry: ArticleEntry, theme: Theme) -> str:
    return theme.error if entry.state == ArticleState.FAILED else theme.text_muted


class ArticleList(RowsList):
    """The list itself."""

    article_chosen = Signal(str)
    remove_requested = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        self.articles = ArticleListModel()
        super().__init__(self.articles, ArticleDelegate(), parent)
        self.setObjectName("article_list")
        self.setAccessibleName("Articles")
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)

    def show_entries(self, entries: Sequence[ArticleEntry]) -> None:
        """Shows these articles and keeps the marked ones marked."""
        failed = [one for one in entries if one.state == ArticleState.FAILED]
        self.setUniformItemSizes(len(entries) > MOST_MEASURED)
        # What went wrong comes first: below thousands of others nobody would find it.
        rows = [*failed, *(one for one in entries if one.state != ArticleState.FAILED)] if failed else list(entries)
        self.replace_rows(rows, [one.id or one.source for one in rows])

    def resizeEvent(self, qevent: QResizeEvent) -> None:
        """Sentences are wrapped anew."""
        super().resizeEvent(qevent)
        if not self.uniformItemSizes():
            self.scheduleDelayedItemsLayout()

    def chosen_entries(self) -> list[ArticleEntry]:
        """All marked articles, from the top."""
        return self.menu_rows()

    def choose(self, index: QModelIndex) -> None:
        """Says which article was chosen."""
        entry: ArticleEntry | None = self.articles.row(index)
        if entry is not None and entry.id:
            self.article_chosen.emit(entry.id)

    def keyPressEvent(self, qevent: QKeyEvent) -> None:
        """Delete removes, Return shows, arrows walk and show."""
        if qevent.key() == Qt.Key.Key_Delete and self.chosen_entries():
            self.remove_requested.emit(self.chosen_entries())
        elif qevent.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.choose(self.currentIndex())
        else:
            super().keyPressEvent(qevent)
