from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QImage

from tests.printing.sample_events import document
from timeline_app.layout.eras import Era
from timeline_app.model.calendar import day_number
from timeline_app.printing.document import PageOptions
from timeline_app.printing.json_export import json_bytes
from timeline_app.printing.pdf import pdf_bytes
from timeline_app.printing.picture import plan_picture, png_bytes

TRUCE = Era(float(day_number(2023, 9, 1)), float(day_number(2023, 11, 1)), "Truce of autumn")


def with_eras(**options):
    return replace(document(options=PageOptions(event_list=False, **options)), eras=(TRUCE,))


@pytest.mark.parametrize("poster", [1, 2])
def test_their_names_are_printed(words_of, poster):
    assert "Truce of autumn" in words_of(pdf_bytes(with_eras(poster=poster, landscape=True)))


@pytest.mark.parametrize("black_and_white", [False, True])
def test_they_are_shaded_in_pictures(black_and_white):
    shaded = with_eras(black_and_white=black_and_white, scale=1.0)
    image = QImage.fromData(png_bytes(shaded)).convertToFormat(QImage.Format.Format_RGB32)
    data = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine() // 4, 4)
    picture = plan_picture(shaded)
    first, last = picture.timeline.first, picture.timeline.last
    share = ((TRUCE.first + TRUCE.last) / 2 - first) / (last - first)
    row = data[int(picture.legend_top - picture.look.label * 2), :, :3].astype(int)
    inside = row[int(42 + share * (picture.size.width() - 70))]
    assert inside.max() < 252
    assert row[100:200].max() >= 252


def test_they_are_in_the_data():
    told = json.loads(json_bytes(with_eras()))
    assert told["eras"] == [{"first": "2023-09-01", "last": "2023-10-31", "label": "Truce of autumn"}]


def test_without_eras_no_room_is_kept():
    plain = plan_picture(replace(with_eras(), eras=()))
    assert plan_picture(with_eras()).look.axis_height > plain.look.axis_height == plain.look.tiers
