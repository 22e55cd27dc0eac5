"""Qt's print preview in the looks of the window: our icons, our grounds, no handle to drag the toolbar by."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QBrush
from PySide6.QtPrintSupport import QPrintPreviewDialog
from PySide6.QtWidgets import QComboBox, QGraphicsView, QLineEdit, QToolBar

from timeline_app.drawing.contrast import mixed
from timeline_app.drawing.theme import colour, current_theme
from timeline_app.views.icons import icon

#: Icons by the plain words of Qt's actions.
ICONS = {
    "Fit width": "fit-width",
    "Fit page": "fit",
    "Zoom in": "zoom-in",
    "Zoom out": "zoom-out",
    "Portrait": "portrait",
    "Landscape": "landscape",
    "First page": "first",
    "Previous page": "left",
    "Next page": "right",
    "Last page": "last",
    "Show single page": "page-one",
    "Show facing pages": "page-two",
    "Show overview of all pages": "page-many",
    "Page setup": "page-setup",
    "Print": "print",
}
SIZE = 20


def dress_preview(dialog: QPrintPreviewDialog) -> None:
    """Gives a print preview our looks and names for the two fields that have none."""
    for bar in dialog.findChildren(QToolBar):
        bar.setMovable(False)
        bar.setIconSize(QSize(SIZE, SIZE))
        for action in bar.actions():
            name = ICONS.get(action.text().replace("&", "").rstrip("."))
            if name:
                action.setIcon(icon(name))
        for zoom in bar.findChildren(QComboBox):
            zoom.setAccessibleName("Zoom")
        for page in bar.findChildren(QLineEdit):
            if not isinstance(page.parent(), QComboBox):
                page.setAccessibleName("Page")
    theme = current_theme()
    for view in dialog.findChildren(QGraphicsView):
        view.setBackgroundBrush(QBrush(colour(mixed(theme.text_muted, theme.window, 0.25))))
        view.setAccessibleName("Pages")
