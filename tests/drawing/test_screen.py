import numpy as np
import pytest
from PySide6.QtGui import QImage, QPainter

from tests.drawing.pictures import painted
from tests.drawing.plainly import paint_plainly
from tests.layout.made import event, many, on
from timeline_app.drawing.measures import measure_axis, measure_count, measure_label
from timeline_app.drawing.painter import paint_timeline
from timeline_app.drawing.screen import MOST, Screen
from timeline_app.drawing.theme import dark, light
from timeline_app.layout.arrangement import arrange
from timeline_app.layout.columns import columns_of
from timeline_app.layout.frame import lay_out
from timeline_app.layout.lanes import Lane
from timeline_app.layout.scale import TimeScale

pytestmark = pytest.mark.usefixtures("qapp")
LANES = [Lane("a", "A", 0), Lane("b", "B", 1)]
SCALE = TimeScale(90.0, 130.0, 600)


@pytest.fixture(autouse=True)
def fresh():
    Screen.forget()
    yield
    Screen.forget()


def arranged(titles=("Talks begin", "War ends"), theme=None):
    events = [event(number, on(100 + 12 * number), "a", title=title) for number, title in enumerate(titles)]
    return arrange(columns_of(events, LANES, measure=measure_label(theme or light())), LANES)


def frame_of(arrangement, scale=SCALE, height=200, theme=None, **more):
    theme = theme or light()
    return lay_out(
        arrangement, scale, height, measure_axis=measure_axis(theme), measure_count=measure_count(theme), **more
    )


@pytest.mark.parametrize("theme", [light(), dark()], ids=["light", "dark"])
def test_the_second_picture_is_the_first(theme):
    frame = frame_of(arranged(theme=theme), theme=theme)
    assert (painted(frame, theme) == painted(frame, theme)).all()


def test_what_is_put_together_shows_what_is_painted():
    columns = many(400, lane_count=2)
    arrangement = arrange(columns, LANES)
    first, last = columns.span()
    for share in (1.0, 0.2, 0.02):
        frame = frame_of(arrangement, TimeScale(first, first + (last - first) * share, 800), 400)
        screen, plain = painted(frame, light()), painted(frame, light(), paint=paint_plainly)
        # Letters and shapes lie up to half a pixel aside, but none is missing and none is elsewhere.
        for row in range(0, 400, 20):
            for column in range(0, 800, 40):
                one, other = (picture[row : row + 20, column : column + 40] for picture in (screen, plain))
                assert abs(one.mean() - other.mean()) < 12, (share, row, column)


def test_rows_of_other_events_get_their_own_labels():
    before = painted(frame_of(arranged(("Talks begin", "War ends"))), light())
    after = painted(frame_of(arranged(("Flood comes", "Vote held"))), light())
    again = painted(frame_of(arranged(("Talks begin", "War ends"))), light())
    assert (before != after).any()
    assert (before == again).all()


def test_only_some_themes_and_densities_are_kept():
    frame = frame_of(arranged())
    for ratio in (1.0, 1.25, 1.5, 2.0):
        image = QImage(round(600 * ratio), round(200 * ratio), QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(ratio)
        painter = QPainter(image)
        paint_timeline(painter, frame, theme=light())
        painter.end()
    assert len(Screen._all) == MOST


@pytest.mark.parametrize("ratio", [1.5, 2.0])
def test_dense_pixels_show_the_same_larger(ratio):
    frame, sizes = frame_of(arranged()), []
    for density in (1.0, ratio):
        image = QImage(round(600 * density), round(200 * density), QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(density)
        painter = QPainter(image)
        paint_timeline(painter, frame, theme=light())
        painter.end()
        sizes.append(image.scaled(150, 50))
    small, large = (
        np.frombuffer(one.constBits(), np.uint8).reshape(50, 150, 4)[10:, :, :3].astype(int) for one in sizes
    )
    assert abs(small.mean() - large.mean()) < 3
