"""The date of an event with "why this date", and the field in which it is changed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from timeline_app.model import When
from timeline_app.views.cards import Card, label, quiet_button
from timeline_app.views.focus_back import FocusBack
from timeline_app.views.words import date_words

EXAMPLES = "20 Oct 2023, about March 1999, before 12 Nov 2023, 2023-10/2023-11"


def read_date(words: str) -> tuple[When | None, str]:
    """The date a person typed, or a sentence about what cannot be read. Empty words are no date and no error."""
    from timeline_app.extraction import UnreadableDate, parse_date

    if not words.strip():
        return None, ""
    try:
        return parse_date(words), ""
    except UnreadableDate as error:
        return None, str(getattr(error, "sentence", "") or error)


def _by_hand(when: When | None) -> bool:
    from timeline_app.extraction.typed_dates import entered_by_hand

    return when is not None and entered_by_hand(when)


class DateField(QWidget):
    """A line to type a date in, saying at once how it is understood. Return sets it, Escape leaves it."""

    date_set = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit()
        self.line.setObjectName("date_line")
        self.line.setAccessibleName("Date")
        self.line.setPlaceholderText("A date, in words or as 2023-10-20")
        self.line.setToolTip(f"For example: {EXAMPLES}")
        self._understood = label("", "muted", wraps=True)
        self._understood.setObjectName("date_understood")
        self._set = QPushButton("Set date")
        self._set.setProperty("part", "small-primary")
        cancel = QPushButton("Cancel")
        cancel.setProperty("part", "small")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self._set)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.line)
        column.addWidget(self._understood)
        column.addLayout(row)
        self.line.textChanged.connect(self._follow)
        self.line.installEventFilter(self)
        self._set.clicked.connect(self.commit)
        cancel.clicked.connect(self.left)

    def begin(self, when: When | None) -> None:
        """Starts with the date as it is."""
        self.line.setText(when.edtf if when is not None else "")
        self.line.selectAll()
        self._follow(self.line.text())
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def commit(self) -> None:
        """Sets the date if it can be read; otherwise the sentence stays and so does the field."""
        when, sentence = read_date(self.line.text())
        if sentence:
            self._say(sentence, "error")
        else:
            self.date_set.emit(when)

    def _follow(self, words: str) -> None:
        when, sentence = read_date(words)
        self._set.setText("Set date" if words.strip() else "Take date away")
        if sentence:
            self._say(sentence, "error")
        elif when is not None:
            self._say("  ·  ".join(dict.fromkeys((date_words(when), when.edtf))), "muted")
        else:
            self._say(f"For example: {EXAMPLES}", "muted")

    def _say(self, words: str, part: str) -> None:
        self._understood.setText(words)
        self._understood.setProperty("part", part)
        self._understood.style().unpolish(self._understood)
        self._understood.style().polish(self._understood)

    def eventFilter(self, watched: QObject, qevent: QEvent) -> bool:
        if isinstance(qevent, QKeyEvent) and watched is self.line:
            keys = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape}
            if qevent.type() == QEvent.Type.ShortcutOverride and qevent.key() in keys:
                # Return and Escape belong to the field while someone writes in it.
                qevent.accept()
                return True
            if qevent.type() == QEvent.Type.KeyPress and qevent.key() in keys:
                if qevent.key() == Qt.Key.Key_Escape:
                    self.left.emit()
                else:
                    self.commit()
                return True
        return super().eventFilter(watched, qevent)


class DateCard(Card):
    """The date in words, why, its EDTF text and the confidence; a pencil opens the field."""

    date_set = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Date of the event", parent)
        self._when: When | None = None
        self._words = label("", "strong", wraps=True, selectable=True)
        self._words.setObjectName("date_words")
        self._why = label("", "muted", wraps=True, selectable=True)
        self._why.setObjectName("date_why")
        self._facts = label("", "muted", wraps=True, selectable=True)
        self.pencil = quiet_button("edit_date", "Change the date", icon_name="edit", tip="Change the date (Ctrl+D)")
        self.pencil.clicked.connect(self.edit)
        self.field = DateField()
        self._back = FocusBack(self.field)
        self.field.date_set.connect(self._set)
        self.field.left.connect(self.leave)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self._words, 1)
        head.addWidget(self.pencil, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 8, 10)
        column.setSpacing(3)
        column.addLayout(head)
        column.addWidget(self.field)
        column.addWidget(self._why)
        column.addWidget(self._facts)
        self.field.hide()

    def show_date(self, when: When | None, confidence: float, *, keep_field: bool = False) -> None:
        """Shows a date; an open field is left unless the same event is only shown again."""
        self._when = when
        self._words.setText(date_words(when).capitalize() if when is None else date_words(when))
        self._why.setText("\n".join(why_words(when)))
        self._why.setVisible(bool(self._why.text()))
        # A bare year is its own EDTF text.
        facts = [when.edtf] if when is not None and when.edtf not in ("", date_words(when)) else []
        # Of a date given by hand, and of none at all, nobody can say how sure it is.
        if when is not None and not _by_hand(when):
            facts.append(f"confidence {confidence:.2f}")
        self._facts.setText(" · ".join(facts))
        if not keep_field:
            self.leave()

    @property
    def editing(self) -> bool:
        """Whether the field is open."""
        return not self.field.isHidden()

    def edit(self) -> None:
        """Opens the field."""
        self._back.note()
        self.field.show()
        self._words.hide()
        self.pencil.hide()
        self.field.begin(self._when)

    def leave(self) -> None:
        """Closes the field without a change."""
        self._words.show()
        self.pencil.show()
        self._back.give()
        self.field.hide()

    def _set(self, when: When | None) -> None:
        self.leave()
        self.date_set.emit(when)


def why_words(when: When | None) -> list[str]:
    """The reasoning behind a date, a sentence a line."""
    return [] if when is None else [step.sentence for step in when.basis if step.sentence]
