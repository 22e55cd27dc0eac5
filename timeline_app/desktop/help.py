"""The page of all keys, the legend, and the page about the application."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from timeline_app import __version__
from timeline_app.desktop.actions import MENUS, MOUSE, ActionSpec
from timeline_app.drawing.theme import current_theme
from timeline_app.extraction.analyser import MODEL_NAME
from timeline_app.resources import resource
from timeline_app.views.cards import label
from timeline_app.views.icons import application_icon
from timeline_app.views.timeline_keys import KEYS
from timeline_app.views.timeline_legend import LegendView

COLUMNS = 3
#: A larger page than this share of the screen gets a bar to scroll.
SHARE = 0.9
#: A heading and its rows: the keys that do the same, and what they do.
Group = tuple[str, list[tuple[tuple[str, ...], str]]]


def key_groups() -> list[Group]:
    """The keys by menu, the timeline's own and the mouse first."""
    groups: list[Group] = [
        ("Timeline", [(tuple(one.shown.split(" or ")), one.words) for one in KEYS]),
        ("Timeline with the mouse", [((what,), words) for what, words in MOUSE]),
    ]
    for title, items in MENUS:
        rows = [
            (tuple(one.toString(QKeySequence.SequenceFormat.NativeText) for one in keys), item.plain_words)
            for item in items
            if isinstance(item, ActionSpec) and (keys := _taught(item))
        ]
        if rows:
            groups.append((title.replace("&", ""), rows))
    return groups


def _taught(spec: ActionSpec) -> list[QKeySequence]:
    """The keys worth learning: of a standard key's many, which some keyboards have as keys of their own, the first."""
    sequences = spec.sequences()
    return sequences[:1] if isinstance(spec.keys, QKeySequence.StandardKey) else sequences


def _columns(groups: Sequence[Group]) -> list[list[Group]]:
    """Spreads the groups over columns of about the same height; the timeline's stay together."""
    columns: list[list[Group]] = [[] for _ in range(COLUMNS)]
    columns[0] = list(groups[:2])
    heights = [sum(len(rows) + 2 for _, rows in column) for column in columns]
    for group in sorted(groups[2:], key=lambda one: -len(one[1])):
        shortest = heights.index(min(heights))
        columns[shortest].append(group)
        heights[shortest] += len(group[1]) + 2
    return columns


class ShortcutsDialog(QDialog):
    """All keys on one page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keyboard shortcuts")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 20, 24, 16)
        outer.addWidget(label("Keyboard shortcuts", "title"))
        outer.addSpacing(8)
        page = QWidget()
        page.setProperty("part", "plain")
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 12, 0)
        row.setSpacing(30)
        for groups in _columns(key_groups()):
            column = QVBoxLayout()
            column.setSpacing(6)
            for head, keys in groups:
                column.addWidget(label(head.upper(), "caption"))
                column.addLayout(self._rows(keys))
                column.addSpacing(12)
            column.addStretch(1)
            row.addLayout(column)
        scroll = QScrollArea()
        scroll.setObjectName("shortcuts")
        scroll.setAccessibleName("Keyboard shortcuts")
        scroll.setWidgetResizable(True)
        scroll.setWidget(page)
        outer.addWidget(scroll)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        outer.addWidget(buttons)
        room = self.screen().availableSize() * SHARE
        bar = scroll.verticalScrollBar().sizeHint().width()
        self.resize((page.sizeHint() + QSize(48 + bar, 130)).boundedTo(room))

    def _rows(self, keys: Sequence[tuple[tuple[str, ...], str]]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for number, (shown, words) in enumerate(keys):
            caps = QHBoxLayout()
            caps.setSpacing(4)
            for key in shown:
                caps.addWidget(label(key, "key"))
            caps.addStretch(1)
            grid.addLayout(caps, number, 0)
            grid.addWidget(label(words), number, 1)
        return grid


class LegendDialog(QDialog):
    """What each shape on the timeline means; it may stay open."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Legend")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        self.legend = LegendView()
        column.addWidget(self.legend)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)

    def showEvent(self, qevent: QShowEvent) -> None:
        """The colours are those of the window now."""
        self.legend.set_theme(current_theme())
        super().showEvent(qevent)


def model_words() -> str:
    """Which language model reads, with the sum that stands for all its files; an empty text when it is lost."""
    try:
        found = hashlib.sha256(resource("models", MODEL_NAME, "SHA256SUMS").read_bytes()).hexdigest()
    except OSError:
        return ""
    name, _, version = MODEL_NAME.rpartition("-")
    half = len(found) // 2
    return f"Language model {name} {version}, SHA-256\n{found[:half]}\n{found[half:]}"


class AboutDialog(QDialog):
    """Name, version, licence, language model."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("About Dateline")
        self.setMinimumWidth(420)
        picture = QLabel()
        picture.setPixmap(application_icon().pixmap(72, 72))
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 26, 28, 18)
        column.setSpacing(6)
        column.addWidget(picture, 0, Qt.AlignmentFlag.AlignHCenter)
        for words, part in (
            ("Dateline", "title"),
            (f"Version {__version__}", "muted"),
            ("Articles become a timeline one can trust. Nothing you read leaves this computer.", ""),
            ("Free software under the MIT licence. The parts it is made of keep their own licences.", "muted"),
            (model_words(), "muted"),
        ):  # fmt: skip
            line = label(words, part, wraps=True)
            line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(line)
        column.addSpacing(10)
        column.addStretch(1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        parts = buttons.addButton("&Licences…", QDialogButtonBox.ButtonRole.HelpRole)
        parts.clicked.connect(lambda: LicencesDialog(self).exec())
        column.addWidget(buttons)


class LicencesDialog(QDialog):
    """What Dateline is made of: versions, licences, and the hash of the language model."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Licences")
        self.resize(720, 560)
        self.text = QPlainTextEdit(resource("THIRD_PARTY_NOTICES.md").read_text("utf-8"))
        self.text.setReadOnly(True)
        self.text.setAccessibleName("Versions and licences of all parts")
        column = QVBoxLayout(self)
        column.addWidget(self.text)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
