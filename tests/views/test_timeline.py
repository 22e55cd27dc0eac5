import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication

from tests.layout.made import event, many, on
from tests.views.timelines import EVENTS, LANES, D, crowd, place_of, shown
from timeline_app.drawing.theme import dark
from timeline_app.layout.columns import CONFLICT
from timeline_app.layout.eras import Era
from timeline_app.layout.frame import DayMark
from timeline_app.layout.lanes import Lane
from timeline_app.views.timeline import TimelineView
from timeline_app.views.timeline_preparing import AT_ONCE


def test_the_first_events_are_fitted_into_view(qtbot):
    view = shown(qtbot)
    first, last = view.visible_range()
    assert first < D < D + 40 < last
    assert {view.id_of_row(row) for row in view.frame().marks.row.tolist()} == {"e1", "e2", "e3", "e4"}


def test_later_events_leave_the_range_alone(qtbot):
    view = shown(qtbot)
    view.set_range(D, D + 20)
    view.set_events(EVENTS[:2], LANES)
    assert view.visible_range() == (D, D + 20)
    view.fit_when_ready()
    view.set_events(EVENTS[:2], LANES)
    assert view.visible_range() != (D, D + 20)


def test_events_whose_relations_contradict_each_other_are_marked(qtbot):
    view = shown(qtbot)
    view.set_events(EVENTS, LANES, conflicts={"e2"})
    columns = view.arrangement.columns
    assert {columns.ids[n] for n, flags in zip(columns.event, columns.flags, strict=True) if flags & CONFLICT} == {"e2"}


def test_events_given_before_the_window_is_shown_are_fitted_too(qtbot):
    view = TimelineView()
    qtbot.addWidget(view)
    view.set_events(EVENTS, LANES)
    view.resize(700, 400)
    view.show()
    qtbot.waitExposed(view)
    assert view.visible_range()[0] < D < D + 40 < view.visible_range()[1]


def test_a_range_that_was_kept_is_shown_though_the_view_had_no_size_yet(qtbot):
    view = TimelineView()
    qtbot.addWidget(view)
    view.set_events(EVENTS, LANES)
    view.show_again(D + 5.0, D + 9.0)
    view.resize(700, 400)
    view.show()
    qtbot.waitExposed(view)
    view.grab()
    assert view.visible_range() == (D + 5.0, D + 9.0)


def test_ready_is_told_for_few_and_for_many(qtbot):
    view = shown(qtbot)
    with qtbot.waitSignal(view.ready, timeout=1000):
        view.set_events(EVENTS, LANES)
    columns = many(AT_ONCE + 500)
    with qtbot.waitSignal(view.ready, timeout=20_000):
        view.set_columns(columns, [Lane(str(number), str(number), number) for number in range(3)])
    assert len(view.arrangement.columns) == AT_ONCE + 500


def test_a_view_can_go_while_it_is_preparing(qapp):
    view = TimelineView()
    view.set_columns(many(AT_ONCE + 5000), [Lane(str(number), str(number), number) for number in range(3)])
    pool = view._preparing._pool
    view.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    pool.waitForDone()
    qapp.processEvents()


def test_only_the_newest_events_are_shown(qtbot):
    view = shown(qtbot)
    lanes = [Lane(str(number), str(number), number) for number in range(3)]
    view.set_columns(many(AT_ONCE + 900), lanes)
    with qtbot.waitSignal(view.ready, timeout=20_000):
        view.set_columns(many(AT_ONCE + 300), lanes)
    qtbot.wait(50)
    assert len(view.arrangement.columns) == AT_ONCE + 300


def test_work_can_be_stopped(qtbot):
    view = shown(qtbot)
    view.set_columns(many(AT_ONCE + 5000), [Lane(str(number), str(number), number) for number in range(3)])
    view._preparing.stop()
    qtbot.wait(20)
    assert len(view.arrangement.columns) == 5


def test_selecting_from_elsewhere_tells_nobody_and_reveals(qtbot):
    view = shown(qtbot)
    heard = []
    view.event_clicked.connect(heard.append)
    view.set_range(D - 900, D - 800)
    view.select("e3")
    first, last = view.visible_range()
    assert first < D + 13.5 < last
    assert last - first == pytest.approx(100)
    assert heard == []
    assert view.selected == "e3"
    assert "Release" in view.canvas.accessibleDescription()
    assert "20 October 2023" in view.canvas.accessibleDescription()


def test_an_event_chosen_before_its_place_is_known_is_brought_into_view(qtbot):
    view = shown(qtbot, EVENTS[:2])
    view.set_range(D - 900, D - 800)
    view.select("e3")
    assert view.visible_range() == (D - 900, D - 800)
    view.set_events(EVENTS, LANES)
    first, last = view.visible_range()
    assert first < D + 13.5 < last


def test_the_selection_survives_new_events(qtbot):
    view = shown(qtbot)
    view.select("e3")
    view.set_events(EVENTS[2:], LANES)
    assert view.selected == "e3"
    assert view.frame().selected
    view.set_events(EVENTS[:2], LANES)
    assert not view.frame().selected


def test_selecting_an_undated_event_moves_nothing(qtbot):
    view = shown(qtbot)
    before = view.visible_range()
    view.select("e5")
    view.fit_selection()
    assert view.selected == "e5"
    assert view.visible_range() == pytest.approx(before)


def test_range_signals_once_for_each_change(qtbot):
    view = shown(qtbot)
    heard = []
    view.range_changed.connect(lambda *days: heard.append(days))
    view.set_range(D, D + 5)
    assert heard == [(D, D + 5)]


def test_whatever_is_asked_for_between_two_pictures_is_painted_once(qtbot, monkeypatch):
    view = shown(qtbot)
    painted = []
    paint = "timeline_app.views.timeline_picture.paint_timeline"
    monkeypatch.setattr(paint, lambda _painter, frame, **_: painted.append(frame))
    view.redraw()
    QCoreApplication.processEvents()
    view.set_range(D, D + 4)
    view.set_range(D, D + 5)
    view.redraw()
    QCoreApplication.processEvents()
    assert [frame.scale.days for frame in painted] == [painted[0].scale.days, pytest.approx(5)]


def test_no_zoom_goes_beyond_the_limits(qtbot):
    view = shown(qtbot)
    for _ in range(80):
        view.zoom_by(0.3, animated=False)
    wide = view.scale.days
    for _ in range(80):
        view.zoom_by(3, animated=False)
    assert view.scale.days == pytest.approx(2 / 1440)
    assert wide > 1e7
    assert view.frame().ticks.lower


def test_zooming_keeps_the_day_and_the_lane_under_the_pointer(qtbot):
    lanes = [Lane(f"lane{number}", str(number), number) for number in range(12)]
    events = [event(number, on(D + number % 40), f"lane{number % 12}") for number in range(300)]
    view = shown(qtbot, events, lanes)
    view.page_down()
    x, y = 400.0, 300.0
    day, lane = view.scale.day_of(x), view.hit(x, y).lane
    view.zoom_by(4.0, x, y, animated=False)
    assert view.scale.day_of(x) == pytest.approx(day)
    assert view.hit(x, y).lane == lane


def test_lanes_that_do_not_fit_scroll(qtbot):
    lanes = [Lane(f"lane{number}", str(number), number) for number in range(30)]
    events = [event(number, on(D + number), f"lane{number}") for number in range(30)]
    view = shown(qtbot, events, lanes)
    assert view.port.longest_scroll > 0
    view.page_down()
    assert view.port.scroll > 0
    top = view.frame().lanes.start
    view.select("e0")
    assert view.frame().lanes.start < top or view.port.scroll == 0
    view.pan_pixels(0, 1e6)
    assert view.port.scroll == view.port.longest_scroll


def test_zoom_slider_and_view_agree(qtbot):
    view = shown(qtbot)
    view.fit()
    assert view.zoom_position() == pytest.approx(0, abs=0.01)
    for position in (0.2, 0.7, 1.0):
        view.set_zoom_position(position)
        assert view.zoom_position() == pytest.approx(position, abs=0.01)


def test_marks_eras_and_themes_repaint(qtbot):
    view = shown(qtbot)
    plain = view.canvas.grab().toImage()
    view.set_day_marks([DayMark(D + 10.5, "published 17 Oct")])
    view.set_eras([Era(D, D + 5, "Before")])
    marked = view.canvas.grab().toImage()
    view.set_theme(dark())
    assert marked != plain
    assert view.canvas.grab().toImage() != marked
    assert view.theme is dark()


def test_tooltips_say_title_date_and_actors(qtbot):
    view = shown(qtbot)
    tip = view.pointer.tip(view.hit(*place_of(view, "e3")))
    assert "<b>Release</b>" in tip
    assert "20 October 2023" in tip
    assert "Hamas, Qatar" in tip


def test_a_cluster_says_what_it_counts_and_opens_as_a_list(qtbot):
    view = shown(qtbot)
    view.set_columns(*crowd())
    view.fit()
    frame = view.frame()
    x, y = float(frame.clusters.left[0]) + 4, float(frame.cluster_y[0])
    assert f"{frame.clusters.count[0]} events" in view.pointer.tip(view.hit(x, y))
    assert not view.zoom_into_cluster(0)


def test_a_cluster_that_can_be_opened_is_flown_into(qtbot):
    view = shown(qtbot)
    view.set_columns(many(1200, lane_count=1, days=4000), LANES[:1])
    view.fit()
    before = view.scale.days
    assert len(view.frame().clusters.count)
    assert view.zoom_into_cluster(0)
    assert view.scale.days < before / 2


def test_focus_that_came_by_a_key_is_seen(qtbot):
    view = shown(qtbot)
    plain = view.canvas.grab().toImage()
    QApplication.sendEvent(view.canvas, QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason))
    assert view.canvas.grab().toImage() != plain
    QApplication.sendEvent(view.canvas, QFocusEvent(QEvent.Type.FocusOut))
    assert view.canvas.grab().toImage() == plain


def test_an_empty_timeline_is_quiet(qtbot):
    view = shown(qtbot, [], [])
    for name in ("fit", "fit_selection", "zoom_in", "select_next", "select_below", "go_to_last", "escape", "page_down"):
        getattr(view, name)()
    assert view.selected == ""


def test_another_size_places_the_labels_again_and_fits_what_nobody_has_moved(qtbot):
    view = shown(qtbot)
    view.fit_most()
    before = view.visible_range()
    with qtbot.waitSignal(view.ready, timeout=5000):
        view.resize(600, 500)
    assert view.arrangement.width == view.scale.width
    assert view.is_untouched
    view.set_range(D, D + 20)
    with qtbot.waitSignal(view.ready, timeout=5000):
        view.resize(900, 500)
    assert view.visible_range() == (D, D + 20)
    assert before != (D, D + 20)
