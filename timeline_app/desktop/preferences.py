"""The window of settings, made from the table in `settings`; a change counts at once."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QDialogButtonBox, QSpinBox, QVBoxLayout, QWidget

from timeline_app.desktop.settings import SETTINGS, Setting, Settings
from timeline_app.views.cards import label


class PreferencesDialog(QDialog):
    """One row for each setting that has words."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Settings")
        self.setMinimumWidth(480)
        self._settings = settings
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 16)
        column.setSpacing(4)
        column.addWidget(label("Settings", "title"))
        for setting in SETTINGS:
            if setting.words:
                column.addSpacing(10)
                for widget in self._rows(setting):
                    column.addWidget(widget)
        column.addSpacing(12)
        column.addStretch(1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)

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
