from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QPushButton, QWidget

from timeline_app.views.cards import Card, Chip, ElidedLabel, FlowLayout, clear_layout, label


def test_a_flow_wraps_like_words(qtbot):
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(holder, gap=4)
    for _ in range(3):
        button = QPushButton("x")
        button.setFixedSize(50, 20)
        flow.addWidget(button)
    assert flow.heightForWidth(200) == 20
    assert flow.heightForWidth(110) == 44
    assert flow.heightForWidth(50) == 68
    flow.setGeometry(QRect(0, 0, 110, 44))
    assert [flow.itemAt(n).geometry().topLeft().toTuple() for n in range(3)] == [(0, 0), (54, 0), (0, 24)]
    clear_layout(flow)
    assert flow.count() == 0


def test_a_card_is_clicked_by_mouse_and_keys(qtbot):
    card = Card("A passage")
    qtbot.addWidget(card)
    clicks = []
    card.make_clickable(lambda: clicks.append(1), "tip")
    card.show()
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    qtbot.keyClick(card, Qt.Key.Key_Return)
    qtbot.keyClick(card, Qt.Key.Key_Space)
    assert len(clicks) == 3
    assert card.accessibleName() == "A passage"


def test_labels_show_no_markup(qtbot):
    made = label("<b>not bold</b>", "muted")
    qtbot.addWidget(made)
    assert made.textFormat() == Qt.TextFormat.PlainText


def test_an_elided_label_tells_the_rest_in_its_tip(qtbot):
    made = ElidedLabel("a very long title indeed")
    qtbot.addWidget(made)
    made.resize(40, 20)
    assert made.minimumSizeHint().width() < 60
    assert made.toolTip() == "a very long title indeed"
    made.grab()


def test_a_chip_has_its_actors_colour(qtbot):
    chip = Chip("Qatar", 0)
    qtbot.addWidget(chip)
    assert "#0072b2" in chip.styleSheet() or "#4aa8e0" in chip.styleSheet()
    assert chip.sizeHint().width() < 300


def test_a_very_long_word_does_not_widen_a_pane(qtbot):
    made = label("Die Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft", wraps=True)
    qtbot.addWidget(made)
    assert made.minimumSizeHint().width() < 400
    assert made.minimumWidth() == 1
    assert made.text().replace("\u200b", "").endswith("gesellschaft")
    assert label("short words", wraps=True).text() == "short words"
