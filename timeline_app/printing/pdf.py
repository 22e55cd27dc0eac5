"""A document as PDF: vectors, embedded fonts, words that can be searched, and the same bytes for the same document."""

from __future__ import annotations

import re
import uuid
from xml.sax.saxutils import escape

from PySide6.QtCore import QBuffer, QHashSeed, QIODevice, QMarginsF, QSizeF, QUuid
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from timeline_app.printing.document import PageOptions, PrintDocument
from timeline_app.printing.sheets import paint_sheet, plan_sheets

#: Dots an inch of the writer; positions are rounded to them.
RESOLUTION = 1200

#: Qt writes the hour of the clock into every PDF; the same document must give the same bytes.
_STAMP = re.compile(rb"/(CreationDate|ModDate) \(D:[0-9]{14}(Z|[+-][0-9]{2}'[0-9]{2}')\)")

_XMP = """<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title><rdf:Alt>
<rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title></rdf:Description>
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmp:CreatorTool="Dateline"/>
</rdf:RDF></x:xmpmeta>
<?xpacket end='w'?>
"""


def page_layout(options: PageOptions) -> QPageLayout:
    """The sheet as Qt describes it: no margins of Qt's, for the plan keeps its own."""
    short, long = sorted(options.page_points)
    size = QPageSize(QPageSize.PageSizeId[options.paper.value])
    if not size.isValid():
        size = QPageSize(QSizeF(short, long), QPageSize.Unit.Point)
    way = QPageLayout.Orientation.Landscape if options.landscape else QPageLayout.Orientation.Portrait
    return QPageLayout(size, way, QMarginsF())


def pdf_bytes(document: PrintDocument) -> bytes:
    """The document as PDF. Needs a QGuiApplication."""
    # Qt writes the fonts in the order of a hash table, which it otherwise shakes up anew in each process.
    QHashSeed.setDeterministicGlobalSeed()
    plan = plan_sheets(document)
    title = document.title or "Timeline"
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(RESOLUTION)
    writer.setPageLayout(page_layout(document.options))
    writer.setTitle(title)
    writer.setCreator("Dateline")
    writer.setDocumentId(QUuid(str(uuid.uuid5(uuid.NAMESPACE_URL, f"dateline:{title}"))))
    writer.setDocumentXmpMetadata(_XMP.format(title=escape(title)).encode("utf-8", "replace"))
    with QPainter(writer) as painter:
        painter.scale(RESOLUTION / 72, RESOLUTION / 72)
        for number in range(plan.sheets):
            if number:
                writer.newPage()
            paint_sheet(painter, plan, number)
    buffer.close()
    return without_stamps(bytes(buffer.data().data()))


def without_stamps(pdf: bytes) -> bytes:
    """The PDF with the dates of its making blanked out; every byte stays where it was, for a PDF counts them."""
    return _STAMP.sub(lambda found: b" " * len(found.group()), pdf)
