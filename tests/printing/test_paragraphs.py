from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QImage, QPainter

from timeline_app.printing.document import PageOptions
from timeline_app.printing.look import font, paper_look
from timeline_app.printing.paragraphs import Lines, Paragraph, Run

LOOK = paper_look(PageOptions())


def lines_of(*runs, width=200.0, **more):
    return Lines(Paragraph(runs, 9, **more), width, LOOK)


@pytest.mark.parametrize(
    ("text", "width", "count"),
    [
        ("short", 200.0, 1),
        ("", 200.0, 1),
        ("many words " * 30, 200.0, None),
        ("Donaudampfschifffahrtsgesellschaftskapitän" * 4, 200.0, None),
        ("متحدث قطري رحب بالإفراج عن الرهائن " * 6, 200.0, None),
        ("one\nline\tin\u2028all", 500.0, 1),
    ],
)
def test_words_are_broken_into_lines_of_the_width(text, width, count):
    lines = lines_of(Run(text), width=width)
    assert lines.height == pytest.approx(len(lines.block.lines) * 9 * 1.34)
    assert len(lines.block.lines) == (count or pytest.approx(len(lines.block.lines)))
    assert (len(lines.block.lines) > 1) is (count is None)


def test_styles_fall_on_their_own_words_even_behind_characters_outside_the_first_plane():
    ranges = lines_of(Run("🕊🕊 peace "), Run("bold", bold=True))._layout.formats()
    assert [(each.start, each.length) for each in ranges] == [(0, 11), (11, 4)]


def test_gap_and_company_of_a_paragraph_reach_its_block():
    block = lines_of(Run("x"), gap=2.0, with_next=True).block
    assert (block.gap, block.with_next) == (18.0, True)


def test_only_the_lines_asked_for_are_painted():
    lines = lines_of(Run("words " * 60), hanging="7", rule=True, indent=3.0)
    image = QImage(220, 120, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    lines.paint(painter, 0, 0, 1, 2)
    painter.end()
    inked = [y for y in range(120) if any(image.pixelColor(x, y).lightness() < 128 for x in range(220))]
    assert inked
    assert max(inked) <= 13
    assert all(image.pixelColor(x, y).lightness() > 200 for x in range(8) for y in range(20))


def test_fonts_have_no_ligatures_and_no_hints():
    made = font(9)
    assert made.isFeatureSet(QFont.Tag("liga"))
    assert made.featureValue(QFont.Tag("liga")) == 0
    assert made.hintingPreference() is QFont.HintingPreference.PreferNoHinting
    assert made.pixelSize() == 9
