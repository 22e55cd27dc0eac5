from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPainter

from tests.printing.sample_events import EVENTS, document
from timeline_app.printing.document import PageOptions
from timeline_app.printing.pdf import pdf_bytes
from timeline_app.printing.poster import OVERLAP, paint_poster, paint_poster_sheet, words_of_sheet
from timeline_app.printing.sheets import FOOT, paint_sheet, plan_sheets

#: Dots for a point.
SCALE = 2
#: Empty edge around a sheet, in points.
EDGE = 40


def poster_of(sheets=3, **options):
    events = tuple(EVENTS[number % len(EVENTS)] for number in range(60))
    return plan_sheets(document(events=events).with_options(PageOptions(poster=sheets, **options)))


def painted(width, height, paint):
    image = QImage(round(width * SCALE), round(height * SCALE), QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.scale(SCALE, SCALE)
    paint(painter)
    painter.end()
    data = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine() // 4, 4)
    return data[:, : image.width(), :3].astype(int)


def sheet_pixels(poster, number):
    """One sheet with its marks."""
    tiles = poster.tiles
    return painted(
        tiles.width + 2 * EDGE, tiles.height + 2 * EDGE,
        lambda painter: paint_poster_sheet(painter, poster, number, QPointF(EDGE, EDGE), EDGE),
    )  # fmt: skip


def test_the_sheets_put_together_give_the_whole():
    poster = poster_of(black_and_white=True).poster
    tiles = poster.tiles
    whole = painted(tiles.whole_width, tiles.whole_height, lambda painter: paint_poster(painter, poster))
    assert len(tiles) > 3
    assert (whole < 128).any(axis=-1).mean() > 0.005
    for number, tile in enumerate(tiles):
        inner = sheet_pixels(poster, number)[EDGE * SCALE :, EDGE * SCALE :]
        left, top = round(tile.left * SCALE), round(tile.top * SCALE)
        part = whole[top : top + int(tiles.height * SCALE), left : left + int(tiles.width * SCALE)]
        here = inner[: part.shape[0], : part.shape[1]]
        # A place between two dots is smoothed another way.
        assert (np.abs(here - part).max(axis=-1) > 150).mean() < 0.01
    assert tiles.whole_height >= poster.legend_top


def test_neighbours_show_the_same_in_the_strip_they_share():
    poster = poster_of().poster
    tiles, strip = poster.tiles, int(OVERLAP * SCALE)
    height, width = int(tiles.height * SCALE), round(tiles.width * SCALE)
    first, second = (sheet_pixels(poster, number)[EDGE * SCALE :][:height] for number in (0, 1))
    right = first[:, EDGE * SCALE + width - strip : EDGE * SCALE + width]
    left = second[:, EDGE * SCALE : EDGE * SCALE + strip]
    assert (np.abs(right - left).max(axis=-1) > 150).mean() < 0.02


@pytest.mark.parametrize(("number", "edges"), [(0, set()), (1, {"left"}), (3, {"top"}), (4, {"left", "top"})])
def test_marks_stand_where_a_sheet_is_cut_and_never_in_the_drawing(number, edges):
    poster = poster_of().poster
    assert poster.tiles.columns == 3
    pixels = sheet_pixels(poster, number)
    away = (EDGE - 6) * SCALE
    dark = (pixels < 200).any(axis=-1)
    edge = EDGE * SCALE
    found = {
        name
        for name, strip in (
            ("left", dark[away, edge - 2 : edge + 2]), ("top", dark[edge - 2 : edge + 2, away]),
        )
        if strip.any()
    }  # fmt: skip
    assert found == edges
    words = words_of_sheet(poster, number)
    assert f"row {number // 3 + 1}, column {number % 3 + 1}" in words
    assert ("Cut off" in words) == bool(edges)


def test_black_and_white_is_only_grey():
    pixels = sheet_pixels(poster_of(black_and_white=True).poster, 0)
    assert (pixels.max(axis=-1) - pixels.min(axis=-1)).max() <= 2


def test_the_list_follows_the_poster_and_pages_are_counted_through():
    plan = poster_of()
    assert plan.timeline_sheets == len(plan.poster.tiles)
    assert plan.sheets == plan.timeline_sheets + plan.pieces[-1].page + 1
    assert plan.poster.tiles.height == pytest.approx(plan.body.height() - FOOT)
    for number in range(plan.sheets):
        width, height = plan.document.options.page_points
        assert (painted(width, height, lambda painter, n=number: paint_sheet(painter, plan, n)) < 128).any()


def test_as_pdf_every_event_is_on_it_and_the_bytes_are_the_same(words_of):
    here = document(options=PageOptions(poster=2, event_list=False, landscape=True))
    pdf = pdf_bytes(here)
    assert pdf == pdf_bytes(here)
    words = " ".join(words_of(pdf).split())
    assert "Hostage diplomacy" in words
    assert "Poster of" in words
    # What stands over an edge is on two sheets, in two parts.
    titles = [event.title for event in EVENTS if event.title.isascii()]
    assert sum(title in words for title in titles) >= len(titles) * 0.7
