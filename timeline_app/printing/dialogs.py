"""Print, print preview and page set-up: dialogs around the sheets of a document."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QDialog, QWidget

from timeline_app.printing.document import GREATEST_MARGIN, LEAST_MARGIN, Margins, PageOptions, Paper, PrintDocument
from timeline_app.printing.pdf import page_layout
from timeline_app.printing.render import CannotWrite
from timeline_app.printing.setup_dialog import PageSetupDialog
from timeline_app.printing.sheets import Plan, paint_sheet, plan_sheets

_MILLIMETRE = QPageLayout.Unit.Millimeter


def print_timeline(document: PrintDocument, parent: QWidget | None = None) -> PageOptions | None:
    """Ask for a printer, copies and pages, and print; the options as they were left, None where the user cancelled.

    Raises CannotWrite where the printer would not start.
    """
    printer = printer_for(document)
    sheets = Sheets(document)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle("Print Timeline")
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange, True)
    dialog.setMinMax(1, sheets.plan(printer).sheets)
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return None
    return print_on(printer, document, sheets)


def print_on(printer: QPrinter, document: PrintDocument, sheets: Sheets | None = None) -> PageOptions:
    """Print on a printer that was set up, in the paper and colours it is set to. Raises CannotWrite."""
    plan = (sheets or Sheets(document)).plan(printer)
    if not paint_on(printer, plan):
        raise CannotWrite(
            f"“{document.title}” could not be printed: the printer “{printer.printerName() or 'PDF'}” does not answer. "
            "Check that it is switched on, or print to a file."
        )
    return plan.document.options


def preview(
    document: PrintDocument,
    parent: QWidget | None = None,
    dress: Callable[[QPrintPreviewDialog], None] = lambda _dialog: None,
) -> PageOptions:
    """Show the sheets as they will be printed, and print from there; the options as they were left.

    `dress` gives the dialog the looks of the window that shows it.
    """
    printer = printer_for(document)
    dialog = QPrintPreviewDialog(printer, parent)
    dialog.setWindowTitle(f"Print Preview – {document.title}")
    dialog.resize(1000, 800)
    dress(dialog)
    # The signal does not keep the object alive whose method it calls.
    sheets = Sheets(document)
    dialog.paintRequested.connect(sheets.paint)
    dialog.exec()
    return options_of(printer, document.options)


class Sheets:
    """The sheets of a document for a printer, laid out anew only when its paper or colours have changed."""

    def __init__(self, document: PrintDocument) -> None:
        self._document = document
        self._plan: Plan | None = None

    def plan(self, printer: QPrinter) -> Plan:
        """The sheets as they go on the printer's paper."""
        options = options_of(printer, self._document.options)
        if self._plan is None or self._plan.document.options != options:
            self._plan = plan_sheets(self._document.with_options(options))
        return self._plan

    def paint(self, printer: QPrinter) -> None:
        """Paint all sheets, as a preview asks for them."""
        paint_on(printer, self.plan(printer))


def page_setup(options: PageOptions, parent: QWidget | None = None) -> PageOptions | None:
    """Ask for paper, margins, colours and poster; the new options, None where the user cancelled."""
    dialog = PageSetupDialog(options, parent)
    return dialog.options if dialog.exec() == QDialog.DialogCode.Accepted else None


def printer_for(document: PrintDocument) -> QPrinter:
    """A printer set to the document's paper, orientation, margins and colours."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(document.title or "Timeline")
    printer.setCreator("Dateline")
    printer.setPageLayout(layout_with_margins(document.options))
    grey = document.options.black_and_white
    printer.setColorMode(QPrinter.ColorMode.GrayScale if grey else QPrinter.ColorMode.Color)
    return printer


def layout_with_margins(options: PageOptions) -> QPageLayout:
    """The sheet with our margins as Qt's, so that the dialogs show them and can change them."""
    layout = page_layout(options)
    layout.setUnits(_MILLIMETRE)
    edge = options.margins
    layout.setMargins(QMarginsF(edge.left, edge.top, edge.right, edge.bottom))
    return layout


def options_of(printer: QPrinter, options: PageOptions) -> PageOptions:
    """The options with what a dialog has set on the printer: paper (if it is one of ours), orientation, margins."""
    layout = printer.pageLayout()
    name = QPageSize.name(layout.pageSize().id())
    paper = {QPageSize.name(QPageSize.PageSizeId[each.value]): each for each in Paper}.get(name, options.paper)
    edges = layout.margins(_MILLIMETRE)
    left, top, right, bottom = (
        round(min(max(edge, LEAST_MARGIN), GREATEST_MARGIN), 2)
        for edge in (edges.left(), edges.top(), edges.right(), edges.bottom())
    )
    grey = printer.colorMode() == QPrinter.ColorMode.GrayScale
    return replace(
        options,
        paper=paper,
        landscape=layout.orientation() == QPageLayout.Orientation.Landscape,
        margins=Margins(left, top, right, bottom),
        black_and_white=options.black_and_white or grey,
    )


def paint_on(printer: QPrinter, plan: Plan) -> bool:
    """Paint the sheets that the printer is asked for; whether it could."""
    first, last = printer.fromPage() or 1, printer.toPage() or plan.sheets
    numbers = [number for number in range(plan.sheets) if first <= number + 1 <= last]
    if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst:
        numbers.reverse()
    # The plan keeps the margins itself, from the corner of the sheet.
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        return False
    try:
        scale = printer.resolution() / 72
        painter.scale(scale, scale)
        for place, number in enumerate(numbers):
            if place:
                printer.newPage()
            paint_sheet(painter, plan, number)
    finally:
        done = painter.end()
    return done
