from tests.layout.made import event, on
from tests.views.timelines import D, shown
from timeline_app.drawing.theme import dark, light
from timeline_app.layout.lanes import Lane
from timeline_app.views.timeline_scroll import LaneScrollBar


def test_it_is_there_only_for_lanes_that_do_not_fit(qtbot):
    lanes = [Lane(f"lane{number}", str(number), number) for number in range(30)]
    many = shown(qtbot, [event(number, on(D + number), f"lane{number}") for number in range(30)], lanes)
    bar = many.findChild(LaneScrollBar)
    assert bar.isVisible()
    many.page_down()
    assert bar.value() == round(many.port.scroll) > 0
    bar.setValue(0)
    assert many.port.scroll == 0
    assert not shown(qtbot).findChild(LaneScrollBar).isVisible()


def test_following_tells_nobody(qtbot):
    view = shown(qtbot)
    bar = LaneScrollBar(light())
    qtbot.addWidget(bar)
    heard = []
    bar.valueChanged.connect(heard.append)
    view.port.scroll = 40.0
    bar.follow(view.port)
    assert heard == []
    before = bar.styleSheet()
    bar.set_theme(dark())
    assert bar.styleSheet() != before
