"""Paper and files: print, preview, page set-up, and export as PDF, PNG, SVG, CSV and JSON.

Everything starts from a `PrintDocument`; Qt is loaded only by what draws.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline_app.printing.document import Margins, PageOptions, Paper, PrintDocument
from timeline_app.printing.gather import document_of
from timeline_app.printing.render import FORMATS, CannotWrite, export, render

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtPrintSupport import QPrintPreviewDialog
    from PySide6.QtWidgets import QWidget

__all__ = [
    "FORMATS", "CannotWrite", "Margins", "PageOptions", "Paper", "PrintDocument", "document_of", "export",
    "page_setup", "preview", "print_timeline", "render",
]  # fmt: skip


def print_timeline(document: PrintDocument, parent: QWidget | None = None) -> PageOptions | None:
    """Ask for a printer and print; the options as they were left, None where the user cancelled."""
    from timeline_app.printing.dialogs import print_timeline

    return print_timeline(document, parent)


def preview(
    document: PrintDocument,
    parent: QWidget | None = None,
    dress: Callable[[QPrintPreviewDialog], None] = lambda _dialog: None,
) -> PageOptions:
    """Show the pages before they are printed; the options as they were left. `dress` gives the dialog its looks."""
    from timeline_app.printing.dialogs import preview

    return preview(document, parent, dress)


def page_setup(options: PageOptions, parent: QWidget | None = None) -> PageOptions | None:
    """Ask for paper, orientation and margins; the new options, None where the user cancelled."""
    from timeline_app.printing.dialogs import page_setup

    return page_setup(options, parent)
