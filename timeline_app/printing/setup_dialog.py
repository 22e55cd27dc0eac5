"""Page Setup: paper, margins, colours, the list of events, and whether the timeline becomes a poster."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from timeline_app.printing.document import (
    GREATEST_MARGIN,
    LEAST_MARGIN,
    PAPER_POINTS,
    WIDEST_POSTER,
    Margins,
    PageOptions,
    Paper,
)

MILLIMETRES = 25.4 / 72
SIDES = ("left", "top", "right", "bottom")


class PageSetupDialog(QDialog):
    """Shows options and holds them as they are changed; nothing happens to what is on screen."""

    def __init__(self, options: PageOptions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Page Setup")
        self._given = options
        self.paper = QComboBox()
        for paper in Paper:
            width, height = (round(side * MILLIMETRES) for side in PAPER_POINTS[paper])
            self.paper.addItem(f"{paper.value}  ({width} × {height} mm)", paper.value)
        self.paper.setCurrentIndex(list(Paper).index(options.paper))
        self.upright, self.sideways = QRadioButton("&Portrait"), QRadioButton("&Landscape")
        self._ways = QButtonGroup(self)
        for way in (self.upright, self.sideways):
            self._ways.addButton(way)
        (self.sideways if options.landscape else self.upright).setChecked(True)
        self.margins = {side: _length(getattr(options.margins, side), side) for side in SIDES}
        self.grey = _ticked("&Black and white", options.black_and_white)
        self.list = _ticked("&Numbered list of events behind the timeline", options.event_list)
        self.passages = _ticked("&Quoted passages in the list", options.passages)
        self.passages.setEnabled(options.event_list)
        self.list.toggled.connect(self.passages.setEnabled)
        self.poster = poster_box(options.poster)
        self.about_poster = QLabel()
        self.about_poster.setWordWrap(True)
        self._build()
        for widget in (self.paper.currentIndexChanged, self.sideways.toggled, self.poster.valueChanged):
            widget.connect(self._tell_size)
        for box in self.margins.values():
            box.valueChanged.connect(self._tell_size)
        self._tell_size()

    def _build(self) -> None:
        ways = QHBoxLayout()
        ways.addWidget(self.upright)
        ways.addWidget(self.sideways)
        ways.addStretch(1)
        edges = QGridLayout()
        for number, side in enumerate(SIDES):
            words = QLabel(f"{side.capitalize()}:")
            words.setBuddy(self.margins[side])
            edges.addWidget(words, number // 2, number % 2 * 2)
            edges.addWidget(self.margins[side], number // 2, number % 2 * 2 + 1)
        edges.setColumnStretch(4, 1)
        edges.setHorizontalSpacing(10)
        edges.setVerticalSpacing(8)
        form = QFormLayout()
        form.setVerticalSpacing(12)
        form.setHorizontalSpacing(16)
        form.addRow("Pa&per:", self.paper)
        form.addRow("Orientation:", ways)
        form.addRow("Margins:", edges)
        form.addRow("Poster:", self.poster)
        form.addRow("", self.about_poster)
        for box in (self.grey, self.list, self.passages):
            form.addRow("", box)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 16)
        column.setSpacing(16)
        column.addLayout(form)
        column.addStretch(1)
        column.addWidget(buttons)
        self.setMinimumWidth(460)

    def _tell_size(self) -> None:
        options = self.options
        if options.poster == 1:
            self.about_poster.setText("The timeline goes on over as many pages as it needs.")
            return
        net = options.page_points[0] * MILLIMETRES - options.margins.left - options.margins.right
        width = (options.poster * net - (options.poster - 1) * 10) / 10
        self.about_poster.setText(
            f"One drawing {width:.0f} cm wide, with cut marks and a centimetre to glue; as many rows as it needs."
        )

    @property
    def options(self) -> PageOptions:
        """The options as they stand in the dialog."""
        return replace(
            self._given,
            paper=Paper(self.paper.currentData()),
            landscape=self.sideways.isChecked(),
            margins=Margins(**{side: round(box.value(), 2) for side, box in self.margins.items()}),
            black_and_white=self.grey.isChecked(),
            event_list=self.list.isChecked(),
            passages=self.passages.isChecked(),
            poster=self.poster.value(),
        )


def poster_box(sheets: int) -> QSpinBox:
    """A field for how many sheets a poster is wide; 1 is none."""
    box = QSpinBox()
    box.setRange(1, WIDEST_POSTER)
    box.setValue(sheets)
    box.setSpecialValueText("No poster")
    box.lineEdit().setTextMargins(6, 0, 0, 0)
    box.setSuffix(" sheets side by side")
    box.setAccessibleName("Poster")
    box.setAccessibleDescription("More than one sheet makes a poster, to be cut at its marks and joined")
    return box


def _length(millimetres: float, side: str) -> QDoubleSpinBox:
    box = QDoubleSpinBox()
    box.setRange(LEAST_MARGIN, GREATEST_MARGIN)
    box.setDecimals(1)
    box.setSuffix(" mm")
    box.lineEdit().setTextMargins(6, 0, 0, 0)
    box.setValue(millimetres)
    box.setAccessibleName(f"{side.capitalize()} margin")
    return box


def _ticked(words: str, on: bool) -> QCheckBox:
    box = QCheckBox(words)
    box.setChecked(on)
    return box
