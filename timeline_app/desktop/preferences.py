"""The window of settings, made from the table in `settings`; a change counts at once."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from timeline_app.desktop.settings import SETTINGS, Setting, Settings
from timeline_app.views.cards import label

#: What the desktop puts around a window, at most.
FRAME = 48
RIGHT, BELOW, GAP = 22, 16, 6


class PreferencesDialog(QDialog):
    """One row for each setting that has words."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Settings")
        self.setMinimumWidth(480)
        self._settings = settings
        self._body = self._make_body()
        scroll = QScrollArea()
        scroll.setProperty("part", "plain")
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self._body)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, RIGHT, BELOW)
        column.setSpacing(GAP)
        column.addWidget(scroll)
        column.addWidget(self._buttons)

    def _make_body(self) -> QWidget:
        body = QWidget()
        body.setProperty("part", "plain")
        column = QVBoxLayout(body)
        column.setContentsMargins(22, 20, 0, 12)
        column.setSpacing(4)
        column.addWidget(label("Settings", "title"))
        for setting in SETTINGS:
            if setting.words:
                column.addSpacing(10)
                for widget in self._rows(setting):
                    column.addWidget(widget)
        column.addStretch(1)
        return body

    def showEvent(self, qevent: QShowEvent) -> None:
        """As high as the settings are; on a low screen they are scrolled."""
        needed = self._body.heightForWidth(self.width() - RIGHT) + GAP + self._buttons.sizeHint().height() + BELOW
        # Before it is shown: then it is put where all of it is seen.
        self.resize(self.width(), min(needed, self.screen().availableGeometry().height() - FRAME))
        super().showEvent(qevent)

    def _rows(self, setting: Setting) -> list[QWidget]:
        field = self._field(setting)
        field.setObjectName(setting.name)
        field.setAccessibleName(setting.words)
        field.setAccessibleDescription(setting.sentence)
        head = [] if isinstance(field, QCheckBox) else [label(setting.words, "strong")]
        return [*head, field, label(setting.sentence, "muted", wraps=True)]

    def _field(self, setting: Setting) -> QWidget:
        value = self._settings.get(setting.name)
        if setting.choices:
            box = QComboBox()
            for kept, words in setting.choices:
                box.addItem(words, kept)
            box.setCurrentIndex(max(0, box.findData(value)))
            box.activated.connect(lambda row: self._settings.set(setting.name, box.itemData(row)))
            return box
        if isinstance(setting.default, bool):
            tick = QCheckBox(setting.words)
            tick.setChecked(value)
            tick.toggled.connect(lambda on: self._settings.set(setting.name, on))
            return tick
        number = QSpinBox()
        number.setRange(setting.least, setting.most)
        number.setSpecialValueText("Automatic")
        # The stylesheet's padding does not reach the words inside a spin box.
        number.lineEdit().setTextMargins(6, 0, 0, 0)
        number.setValue(value)
        number.valueChanged.connect(lambda now: self._settings.set(setting.name, now))
        return number
