from PySide6.QtCore import QPoint

from tests.views.timelines import LANES, D, place_of, shown
from timeline_app.layout.frame import DayMark


def test_an_empty_stretch_says_so(qtbot):
    view = shown(qtbot)
    assert not view.frame().shows_nothing
    view.set_range(D - 900.0, D - 890.0)
    assert view.frame().shows_nothing
    said = view.canvas.grab().toImage()
    view.picture.forget_frame()
    view.set_events([], LANES)
    assert view.canvas.grab().toImage() != said


def test_where_the_menu_key_opens_the_menu(qtbot):
    view = shown(qtbot)
    assert view.picture.place_of(view.selected_rows) is None
    view.select("e1")
    assert (view.picture.place_of(view.selected_rows) - QPoint(*place_of(view, "e1"))).manhattanLength() <= 2


def test_a_frame_is_kept_until_something_changes(qtbot):
    view = shown(qtbot)
    frame = view.frame()
    assert view.frame() is frame
    view.set_day_marks([DayMark(D + 0.5, "published 7 Oct")])
    assert view.frame() is not frame
    assert [mark.label for mark in view.frame().day_marks] == ["published 7 Oct"]


def test_today_is_marked_only_among_the_events(qtbot):
    view = shown(qtbot)
    view.set_today(D + 5)
    assert [mark.label for mark in view.frame().day_marks] == ["today"]
    view.set_today(D + 5000)
    assert view.frame().day_marks == ()


def test_what_is_joined_is_found_again_among_other_events(qtbot):
    view = shown(qtbot)
    view.set_relations([("e1", "e3", "13 days"), ("e1", "gone", "2 days")])
    assert [one.words for one in view.picture._joined()] == ["13 days"]
    view.set_events([], LANES)
    assert not view.picture._joined()
