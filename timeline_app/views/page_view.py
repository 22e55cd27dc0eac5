"""A page of a paged article as it was printed, with the boxes of the passage marked."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from timeline_app.drawing.theme import colour, current_theme
from timeline_app.model import Article, Passage
from timeline_app.views.cards import label

#: The engine that draws pages is not made for two threads at once.
_ENGINE = threading.Lock()


class RunJob(Protocol):
    """Runs a function beside the main thread; see `desktop.jobs.Jobs.run`."""

    def __call__(
        self, work: Callable[[], Any], *, done: Callable[[Any], None], failed: Callable[[str], None], key: str = ""
    ) -> int: ...


@dataclass(frozen=True, slots=True)
class DrawnPage:
    """A page as pixels (RGB), with the passage's boxes in shares of the page: left, top, right, bottom."""

    number: int
    width: int
    height: int
    pixels: bytes
    boxes: tuple[tuple[float, float, float, float], ...]


def draw_page(data: bytes, article: Article, passage: Passage | None, width: int) -> DrawnPage:
    """Draws the page on which the passage begins, `width` pixels wide. Runs in a job."""
    from timeline_app.formats.pages import page_boxes, page_image

    start = passage.start if passage is not None else 0
    page = next((one for one in article.pages if one.start <= start < one.end), article.pages[0])
    with _ENGINE:
        drawn_width, height, pixels = page_image(data, page.number, max(0.1, width / max(page.width, 1.0)))
        boxes = page_boxes(data, article, passage) if passage is not None else []
    on_page = tuple(
        (box.left / page.width, box.top / page.height, box.right / page.width, box.bottom / page.height)
        for box in boxes
        if box.page == page.number
    )
    return DrawnPage(page.number, drawn_width, height, bytes(pixels), on_page)


class _Paper(QWidget):
    """The page itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()
        self._boxes: tuple[tuple[float, float, float, float], ...] = ()
        self._ratio = 1.0

    def show_page(self, drawn: DrawnPage, ratio: float) -> None:
        image = QImage(drawn.pixels, drawn.width, drawn.height, drawn.width * 3, QImage.Format.Format_RGB888)
        # The copy owns its pixels; the bytes above are gone after this call.
        self._image, self._boxes, self._ratio = image.copy(), drawn.boxes, ratio
        self.setFixedSize(self.sizeHint())
        self.update()

    def clear(self) -> None:
        self._image = QImage()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(int(self._image.width() / self._ratio), int(self._image.height() / self._ratio))

    def first_box(self) -> QRectF | None:
        """Where the passage begins, in pixels of the widget."""
        return self._rect(self._boxes[0]) if self._boxes else None

    def _rect(self, box: tuple[float, float, float, float]) -> QRectF:
        left, top, right, bottom = box
        width, height = self.width(), self.height()
        return QRectF(left * width, top * height, (right - left) * width, (bottom - top) * height)

    def paintEvent(self, _qevent: QPaintEvent) -> None:
        if self._image.isNull():
            return
        theme = current_theme()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(self.rect(), self._image)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colour("#d99a00", 0.8), 1))
            painter.setBrush(colour("#ffd54a", 0.38))
            for box in self._boxes:
                painter.drawRoundedRect(self._rect(box).adjusted(-2, -1, 2, 1), 2, 2)
            painter.setPen(QPen(colour(theme.border), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


class PageView(QScrollArea):
    """Shows the page that holds a passage. Pages are drawn in jobs; the newest wish wins."""

    def __init__(self, run: RunJob, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page_view")
        self.setAccessibleName("Page of the article")
        self._run = run
        self._wish: tuple[bytes, Article, Passage | None] | None = None
        self._drawn_width = 0
        self._paper = _Paper()
        self._words = label("", "muted", wraps=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._holder = QWidget()
        column = QVBoxLayout(self._holder)
        column.setContentsMargins(16, 16, 16, 16)
        # Over the whole width: words that wrap ask for little by themselves.
        column.addWidget(self._words)
        column.addWidget(self._paper, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self.setWidget(self._holder)
        self.setWidgetResizable(True)

    def show_passage(self, data: bytes, article: Article, passage: Passage | None) -> None:
        """Shows the page of a passage (the first page for None). `article` must have pages."""
        self._wish = (data, article, passage)
        self._draw()

    def _wanted_width(self) -> int:
        """The page's width in logical pixels: all there is beside a scroll bar, as long as lines stay readable."""
        return max(320, min(self.width() - 56, 1000))

    def _draw(self) -> None:
        if self._wish is None:
            return
        data, article, passage = self._wish
        self._drawn_width = self._wanted_width()
        width = int(self._drawn_width * self.devicePixelRatioF())
        if self._paper.sizeHint().isEmpty():
            self._words.setText("Drawing the page …")
        self._run(lambda: draw_page(data, article, passage, width), done=self._show, failed=self._fail, key="page")

    def _show(self, drawn: DrawnPage) -> None:
        article = self._wish[1] if self._wish else None
        self._words.setText(f"Page {drawn.number} of {len(article.pages)}" if article else "")
        self._paper.show_page(drawn, self.devicePixelRatioF())
        if (box := self._paper.first_box()) is not None:
            self._holder.adjustSize()
            at = self._paper.pos() + box.center().toPoint()
            self.ensureVisible(at.x(), at.y(), 60, 100)

    def _fail(self, sentence: str) -> None:
        self._paper.clear()
        self._words.setText(f"This page cannot be shown: {sentence}")

    def resizeEvent(self, qevent: QResizeEvent) -> None:
        super().resizeEvent(qevent)
        if self.isVisible() and abs(self._wanted_width() - self._drawn_width) > 60:
            self._draw()
