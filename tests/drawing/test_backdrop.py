import numpy as np
import pytest
from PySide6.QtGui import QImage, QPainter

from tests.drawing.plainly import paint_ground
from tests.layout.made import event, on
from timeline_app.drawing.backdrop import put_ground
from timeline_app.drawing.theme import dark, light
from timeline_app.layout.arrangement import arrange
from timeline_app.layout.columns import columns_of
from timeline_app.layout.eras import Era
from timeline_app.layout.frame import lay_out
from timeline_app.layout.lanes import Lane
from timeline_app.layout.scale import TimeScale

pytestmark = pytest.mark.usefixtures("qapp")
LANES = [Lane(key, key.upper(), number) for number, key in enumerate("abcdefghijkl")]
ERAS = (Era(80.0, 97.0, "Before"), Era(110.0, 118.5, "War"), Era(128.0, 300.0, "After"))


def ground(frame, theme, put, ratio=1):
    image = QImage(600 * ratio, 400 * ratio, QImage.Format.Format_RGB32)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if put:
        put_ground(painter, frame, theme, ratio)
    else:
        painter.scale(ratio, ratio)
        paint_ground(painter, frame, theme)
    painter.end()
    data = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)
    return data[round(frame.body_top * ratio) :, :, 2::-1].astype(int)


@pytest.mark.parametrize("ratio", [1, 2])
@pytest.mark.parametrize("theme", [light(), dark()], ids=["light", "dark"])
@pytest.mark.parametrize(("lanes", "scroll", "eras"), [(2, 0.0, ()), (2, 0.0, ERAS), (12, 130.0, ERAS)])
def test_rows_repeated_are_the_ground_as_painted(lanes, scroll, eras, theme, ratio):
    events = [event(number, on(100 + number), key) for number, key in enumerate("abcdefghijkl"[:lanes])]
    arrangement = arrange(columns_of(events, LANES[:lanes]), LANES[:lanes])
    frame = lay_out(arrangement, TimeScale(90.0, 130.0, 600), 400, scroll=scroll, eras=eras)
    put, painted = ground(frame, theme, True, ratio), ground(frame, theme, False, ratio)
    # An era begins and ends on a whole pixel.
    assert (np.abs(put - painted).max(axis=-1) > 2).mean() < 0.004
