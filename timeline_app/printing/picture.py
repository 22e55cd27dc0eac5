"""A document as one picture, PNG or SVG: title, the whole range on one axis, legend, the list if wished."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, QSize, QSizeF
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator

from timeline_app.drawing.theme import colour
from timeline_app.layout.panels import Panel, one_panel
from timeline_app.printing.document import PrintDocument
from timeline_app.printing.entries import entries_of, subtitle_of
from timeline_app.printing.event_list import paragraphs_of
from timeline_app.printing.flow import Piece, flow
from timeline_app.printing.legend import Sign, paint_legend, place_signs, signs_of
from timeline_app.printing.look import Look, font, picture_look
from timeline_app.printing.paragraphs import Lines, Paragraph, Run
from timeline_app.printing.timeline import Timeline, paint_panel, timeline_of

#: Empty edge of a picture in its pixels, and the place of the lanes' stripe.
EDGE, GUTTER = 28.0, 14.0
#: Qt draws no larger image, and nothing opens one; a PNG is then made at a smaller scale.
LARGEST_SIDE = 32_000
LARGEST_AREA = 60_000_000


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture laid out; lengths in pixels before scaling."""

    look: Look
    size: QSizeF
    title: Lines
    subtitle: str
    timeline: Timeline
    panel: Panel
    signs: list[Sign]
    lines: list[Lines]
    pieces: list[Piece]
    panel_top: float
    legend_top: float
    list_top: float


def plan_picture(document: PrintDocument) -> Picture:
    """Lay a document out as one picture of its width, as high as it must be. Needs a QGuiApplication."""
    options = document.options
    look, inner = picture_look(options).for_eras(document.eras), float(options.width) - 2 * EDGE
    entries = entries_of(document)
    timeline = timeline_of(document, entries, look, numbered=options.event_list)
    title = Lines(Paragraph((Run(document.title or "Timeline", bold=True),), look.title), inner, look)
    panel = one_panel(timeline.marks, look.sheet(inner - GUTTER, 0), timeline.first, timeline.last)
    signs = signs_of(timeline.columns, look)
    panel_top = EDGE + title.height + look.body * 2.8
    legend_top = panel_top + look.axis_height + panel.height + look.label
    list_top = bottom = legend_top + place_signs(signs, inner, look)[1]
    lines: list[Lines] = []
    pieces: list[Piece] = []
    if options.event_list:
        lines = [Lines(each, inner, look) for each in paragraphs_of(document, entries, look)]
        pieces = flow([each.block for each in lines], float("inf"), start=1.0)
        bottom += pieces[-1].y + lines[-1].height if pieces else 0.0
    size = QSizeF(float(options.width), bottom + EDGE)
    subtitle = subtitle_of(document, entries)
    return Picture(look, size, title, subtitle, timeline, panel, signs, lines, pieces, panel_top, legend_top, list_top)


def paint_picture(painter: QPainter, picture: Picture) -> None:
    """Paint the picture with a painter whose unit is a pixel before scaling."""
    look, inner = picture.look, picture.size.width() - 2 * EDGE
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.fillRect(QRectF(QPointF(), picture.size), colour(look.theme.surface))
    picture.title.paint(painter, EDGE, EDGE)
    painter.setFont(font(look.body))
    painter.setPen(colour(look.theme.text_muted))
    painter.drawText(QPointF(EDGE, EDGE + picture.title.height + look.body * 1.2), picture.subtitle)
    box = QRectF(EDGE + GUTTER, picture.panel_top, inner - GUTTER, 0)
    paint_panel(painter, picture.timeline, picture.panel, box, look)
    paint_legend(painter, picture.signs, QRectF(EDGE, picture.legend_top, inner, 0), look)
    for piece in picture.pieces:
        picture.lines[piece.block].paint(painter, EDGE, picture.list_top + piece.y, piece.first, piece.last)


def png_bytes(document: PrintDocument) -> bytes:
    """The document as PNG at the scale of its options, smaller where that would be more than any viewer opens."""
    picture = plan_picture(document)
    scale = possible_scale(picture.size, document.options.scale)
    image = QImage((picture.size * scale).toSize(), QImage.Format.Format_RGB32)
    image.fill(colour(picture.look.theme.surface))
    image.setDotsPerMeterX(round(96 / 0.0254 * scale))
    image.setDotsPerMeterY(round(96 / 0.0254 * scale))
    image.setText("Title", document.title)
    image.setText("Software", "Dateline")
    with QPainter(image) as painter:
        painter.scale(scale, scale)
        paint_picture(painter, picture)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def possible_scale(size: QSizeF, wanted: float) -> float:
    """The scale wished for, or the largest at which programs still open a picture of this size."""
    side = LARGEST_SIDE / max(size.width(), size.height())
    area = math.sqrt(LARGEST_AREA / (size.width() * size.height()))
    return min(wanted, side, area)


def svg_bytes(document: PrintDocument) -> bytes:
    """The document as SVG, its words as text and not as outlines."""
    picture = plan_picture(document)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    maker = QSvgGenerator()
    maker.setOutputDevice(buffer)
    maker.setTitle(document.title)
    maker.setDescription(picture.subtitle)
    # At 96 dots an inch a pixel of the picture is one of SVG.
    maker.setResolution(96)
    maker.setSize(QSize(round(picture.size.width()), round(picture.size.height() + 0.5)))
    maker.setViewBox(QRectF(QPointF(), picture.size))
    with QPainter(maker) as painter:
        paint_picture(painter, picture)
    buffer.close()
    return bytes(buffer.data().data())
