"""What screen readers are told of the widgets that Qt does not know: their role, and that they can be pressed.

A widget says its role by an attribute `accessible_role`; one with a method `press` offers the action of a button.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget


class _Told(QAccessibleWidget):
    """A widget with the role it says it has."""

    def __init__(self, widget: QWidget, role: QAccessible.Role) -> None:
        super().__init__(widget, role)
        self._press = getattr(widget, "press", None)

    def actionNames(self) -> list[str]:
        """Press comes before what every widget offers."""
        own = [QAccessibleActionInterface.pressAction()] if self._press is not None else []
        return [*own, *super().actionNames()]

    def doAction(self, name: str) -> None:
        """Presses the widget."""
        if self._press is not None and name == QAccessibleActionInterface.pressAction():
            self._press()
        else:
            super().doAction(name)


def _interface_of(_kind: str, thing: QObject) -> QAccessibleInterface | None:
    role = getattr(thing, "accessible_role", None)
    if not isinstance(role, QAccessible.Role) or not isinstance(thing, QWidget):
        return None
    return _Told(thing, role)


@lru_cache(maxsize=1)
def tell_roles() -> None:
    """Has Qt ask the widgets for their role, from now on."""
    QAccessible.installFactory(_interface_of)
