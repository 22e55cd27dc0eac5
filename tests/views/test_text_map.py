from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from timeline_app.views.text_map import TextMap

TEXTS = ["plain", "a\r\nb\r\n", "old\rmac", "one 😀 two 😀😀", "\r\n😀\r\n", "", "\ud800 lone", "a\u2028b\u2029c"]


@pytest.mark.parametrize("text", TEXTS)
def test_every_character_finds_its_way_there_and_back(text):
    found = TextMap(text)
    for offset in range(len(text) + 1):
        if text[offset - 1 : offset + 1] != "\r\n":
            assert found.offset(found.position(offset)) == offset


@given(st.lists(st.sampled_from(["a", "é", "😀", "\r\n", "\n", "\r", " ", "\u2029"])).map("".join))
def test_positions_are_those_of_a_real_document(text):
    found = TextMap(text)
    document = QTextDocument()
    document.setPlainText(found.shown)
    for start, word in enumerate(text):
        if word in "aé😀":
            cursor = QTextCursor(document)
            cursor.setPosition(found.position(start))
            cursor.setPosition(found.position(start + 1), QTextCursor.MoveMode.KeepAnchor)
            assert cursor.selectedText() == word


def test_a_stretch_of_a_long_text():
    text = "x😀\r\n" * 100
    found = TextMap(text, 40, 80)
    assert found.shown == text[40:80].replace("\r\n", "\n")
    assert found.position(40) == 0
    assert found.position(0) == 0
    assert found.position(400) == found.position(80)
    assert found.offset(0) == 40
    assert found.holds(41, 79)
    assert not found.holds(39, 50)
