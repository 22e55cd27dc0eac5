"""Paragraphs of print: runs of words become lines that know their height and paint themselves."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QTextCharFormat, QTextLayout, QTextOption

from timeline_app.drawing.theme import colour
from timeline_app.printing.flow import Block
from timeline_app.printing.look import Look, font, metrics

LEADING = 1.34


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one style; `size` 0 is that of the paragraph."""

    text: str
    bold: bool = False
    italic: bool = False
    muted: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Runs that flow as one. `hanging` stands left of the first line, `rule` draws a line along the left side.

    `gap` is the empty space above and `indent` that on the left, both in sizes of the paragraph's font.
    """

    runs: tuple[Run, ...]
    size: int
    indent: float = 0.0
    gap: float = 0.0
    with_next: bool = False
    hanging: str = ""
    rule: bool = False

    @property
    def text(self) -> str:
        """All its words."""
        return "".join(run.text for run in self.runs)


class Lines:
    """A paragraph broken into lines for one width; Qt keeps the layout, so this is no plain value."""

    def __init__(self, paragraph: Paragraph, width: float, look: Look) -> None:
        self.paragraph = paragraph
        self._look = look
        self._indent = paragraph.indent * paragraph.size
        self._height = paragraph.size * LEADING
        # A tab or a line end inside a run would break the line where nobody wants it.
        self._layout = QTextLayout(_plain(paragraph.text), font(paragraph.size))
        option = QTextOption()
        option.setUseDesignMetrics(True)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._layout.setFormats(_formats(paragraph, look))
        self._break(max(width - self._indent, paragraph.size * 4))

    def _break(self, width: float) -> None:
        self._layout.beginLayout()
        line = self._layout.createLine()
        while line.isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, 0))
            line = self._layout.createLine()
        self._layout.endLayout()

    @property
    def block(self) -> Block:
        """Its lines as numbers, for placing them on pages."""
        heights = (self._height,) * self._layout.lineCount()
        return Block(heights, self.paragraph.gap * self.paragraph.size, self.paragraph.with_next)

    @property
    def height(self) -> float:
        """The height of all its lines, without the gap above."""
        return self._height * self._layout.lineCount()

    def paint(self, painter: QPainter, x: float, y: float, first: int = 0, last: int | None = None) -> None:
        """Paint lines [first, last) with the top of the first at `y` and the paragraph's left margin at `x`."""
        last = self._layout.lineCount() if last is None else last
        look, size = self._look, self.paragraph.size
        painter.setPen(colour(look.theme.text))
        for place, number in enumerate(range(first, last)):
            line = self._layout.lineAt(number)
            top = y + place * self._height + (self._height - line.height()) / 2
            line.draw(painter, QPointF(x + self._indent, top))
        if self.paragraph.hanging and first == 0:
            baseline = y + self._height / 2 + metrics(size, bold=True).capHeight() / 2
            painter.setFont(font(size, bold=True))
            painter.drawText(QPointF(x, baseline), self.paragraph.hanging)
        if self.paragraph.rule:
            box = QRectF(x + self._indent - size * 0.9, y + 1, look.pen * 1.4, (last - first) * self._height - 2)
            painter.fillRect(box, colour(look.theme.grid_strong))


def _plain(text: str) -> str:
    return text.translate({ord(mark): " " for mark in "\t\r\n\v\f\u2028\u2029"})


def _formats(paragraph: Paragraph, look: Look) -> list[QTextLayout.FormatRange]:
    formats, start = [], 0
    for run in paragraph.runs:
        # Qt counts UTF-16 units.
        length = len(run.text.encode("utf-16-le", "surrogatepass")) // 2
        made = QTextCharFormat()
        made.setFont(font(paragraph.size, bold=run.bold, italic=run.italic))
        made.setForeground(colour(look.theme.text_muted if run.muted else look.theme.text))
        extent = QTextLayout.FormatRange()
        extent.start, extent.length, extent.format = start, length, made
        formats.append(extent)
        start += length
    return formats
