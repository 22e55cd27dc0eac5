"""Undo and redo, with the name of the step in the menu."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from timeline_app.desktop.actions import Actions
from timeline_app.desktop.guarded import Guard
from timeline_app.desktop.workspace import Workspace


class HistoryActions(QObject):
    """The two actions. A field someone writes in undoes its own typing first."""

    #: What was undone or redone, in words.
    told = Signal(str)

    def __init__(self, workspace: Workspace, guard: Guard, actions: Actions, window: QWidget) -> None:
        super().__init__(window)
        self._work, self._guard, self._actions = workspace, guard, actions
        guard.take_back = self.take_back
        workspace.changed.connect(guard.notices.outlive_change)
        workspace.changed.connect(self.follow)
        workspace.shown_changed.connect(self.follow)
        workspace.project_changed.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        """Names the steps."""
        names = (self._work.project.undo_name, self._work.project.redo_name) if self._work.has_project else (None, None)
        for action_id, words, name in (("undo", "&Undo", names[0]), ("redo", "&Redo", names[1])):
            action = self._actions[action_id]
            action.setText(f"{words} {name}" if name else words)
            action.setToolTip(f"{words.replace('&', '')} {name}" if name else words.replace("&", ""))
            action.setEnabled(name is not None)

    def do_undo(self) -> None:
        """Takes the last step back."""
        field = _field_with_words()
        if field is not None and _can(field, "undo"):
            field.undo()
        else:
            self.take_back()

    def take_back(self) -> None:
        """Takes the last step of the project back and says which it was."""
        if self._work.has_project:
            name = self._work.project.undo_name
            if self._guard.do(self._work.project.undo) and name:
                self.told.emit(f"Undone: {name}")

    def do_redo(self) -> None:
        """Makes the step once more."""
        field = _field_with_words()
        if field is not None and _can(field, "redo"):
            field.redo()
        elif self._work.has_project:
            name = self._work.project.redo_name
            if self._guard.do(self._work.project.redo) and name:
                self.told.emit(f"Done again: {name}")


def _field_with_words() -> QLineEdit | QPlainTextEdit | None:
    widget = QApplication.focusWidget()
    return widget if isinstance(widget, (QLineEdit, QPlainTextEdit)) and not widget.isReadOnly() else None


def _can(field: QLineEdit | QPlainTextEdit, what: str) -> bool:
    if isinstance(field, QLineEdit):
        return field.isUndoAvailable() if what == "undo" else field.isRedoAvailable()
    return field.document().isUndoAvailable() if what == "undo" else field.document().isRedoAvailable()
