"""The focus goes back to where it came from once a field is done: the keys of the timeline work on without a click."""

from __future__ import annotations

from weakref import ReferenceType, ref

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

#: A field is not left when the focus goes for these reasons: it comes back.
PASSING = {
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
}


class FocusBack:
    """Remembers for a field who had the focus before."""

    def __init__(self, field: QWidget) -> None:
        self._field = field
        self._before: ReferenceType[QWidget] | None = None

    def note(self) -> None:
        """The field is about to take the focus."""
        holder = QApplication.focusWidget()
        if holder is not None and not self._is_inside(holder):
            self._before = ref(holder)

    def give(self) -> None:
        """The field is done, and still to be seen: once it is hidden, Qt has moved the focus elsewhere."""
        holder = QApplication.focusWidget()
        if holder is None or not self._is_inside(holder):
            return
        before = self._before() if self._before is not None else None
        if before is None or not isValid(before) or not before.isVisible():
            before = self._pane()
        if before is not None:
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Whoever had the focus does not matter any more."""
        self._before = None

    @property
    def known(self) -> bool:
        """Whether there is somebody to give it back to."""
        return self._before is not None

    def _is_inside(self, widget: QWidget) -> bool:
        return widget is self._field or self._field.isAncestorOf(widget)

    def _pane(self) -> QWidget | None:
        """What the field stands in and can have the focus itself."""
        around = self._field.parentWidget()
        while around is not None and not around.focusPolicy() & Qt.FocusPolicy.TabFocus:
            around = around.parentWidget()
        return around
