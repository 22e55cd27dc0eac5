import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from tests.layout.made import event, from_to
from tests.views.timelines import D, shown
from timeline_app.model.calendar import day_number
from timeline_app.views.timeline_edges import Held

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def view(qtbot):
    view = shown(qtbot)
    view.set_range(D - 10, D + 40)
    return view


def ends(view):
    """Left and right end of the bar of the captivity."""
    marks, columns = view.frame().marks, view.arrangement.columns
    at = next(one for one, row in enumerate(marks.row.tolist()) if columns.ids[columns.event[row]] == "e2")
    y = round(float(marks.y[at]))
    return QPoint(round(float(marks.left[at])), y), QPoint(round(float(marks.right[at])), y)


def drag(view, start, days):
    viewport = view.canvas.viewport()
    end = start + QPoint(round(days / view.scale.days_per_pixel), 3)
    QTest.mousePress(viewport, LEFT, NONE, start)
    QTest.mouseMove(viewport, start + QPoint(4 if days > 0 else -4, 0))
    QTest.mouseMove(viewport, end)
    QTest.mouseRelease(viewport, LEFT, NONE, end)


@pytest.mark.parametrize(
    ("end", "days", "first", "last"), [(1, 5, 0, 18), (1, -30, 0, 0), (0, 3, 3, 13), (0, -2, -2, 13)]
)
def test_an_end_is_dragged_to_another_day(view, end, days, first, last):
    heard = []
    view.event_redated.connect(lambda *told: heard.append(told))
    view.select("e2")
    before = view.visible_range()
    drag(view, ends(view)[end], days)
    assert heard == [("e2", D + first, D + last)]
    assert view.visible_range() == before
    assert view.frame().marked_range is None


def test_only_the_selected_event_can_be_taken_hold_of(view):
    assert view.edges.under(QPointF(ends(view)[1])) is None
    view.select("e2")
    assert view.edges.under(QPointF(ends(view)[1])) is not None
    assert view.edges.under(QPointF(ends(view)[1]) + QPointF(20, 0)) is None


def test_escape_leaves_it_as_it_was(view):
    heard = []
    view.event_redated.connect(lambda *told: heard.append(told))
    view.select("e2")
    viewport, start = view.canvas.viewport(), ends(view)[1]
    QTest.mousePress(viewport, LEFT, NONE, start)
    QTest.mouseMove(viewport, start + QPoint(60, 0))
    QTest.mouseMove(viewport, start + QPoint(80, 0))
    assert view.frame().marked_range is not None
    QTest.keyClick(view.canvas, Qt.Key.Key_Escape)
    assert view.frame().marked_range is None
    assert view.edges.held is None
    QTest.mouseRelease(viewport, LEFT, NONE, start + QPoint(80, 0))
    assert heard == []


def test_a_click_on_an_end_changes_nothing(view):
    view.select("e2")
    QTest.mouseClick(view.canvas.viewport(), LEFT, NONE, ends(view)[1])
    assert view.edges.held is None
    assert view.selected == "e2"


def test_an_event_keeps_one_day():
    held = Held("e", 10, 12, moves_last=False)
    assert held.at(99.0) == (12, 12)
    assert held._replace(moves_last=True).at(-99.0) == (10, 10)


def test_known_days_have_no_ends_to_drag(qtbot):
    view = shown(qtbot, [event(1, from_to(D, D), "hamas")])
    view.select("e1")
    view.set_range(D - 0.2, D + 1.2)
    marks = view.frame().marks
    assert view.edges.under(QPointF(float(marks.right[0]) + 30, float(marks.y[0]))) is None


def test_an_end_moves_by_months_and_years_where_no_day_can_be_aimed_at():
    first, last = day_number(2023, 10, 7), day_number(2023, 10, 20)
    held = Held("e", first, last, moves_last=True)
    assert held.at(day_number(2023, 12, 5), 3.0) == (first, day_number(2023, 12, 31))
    assert held.at(day_number(2025, 2, 5), 40.0) == (first, day_number(2025, 12, 31))
    assert held.at(day_number(2023, 10, 28), 3.0) == (first, last)
    held = held._replace(moves_last=False)
    assert held.at(day_number(2023, 8, 15), 3.0) == (day_number(2023, 8, 1), last)
    assert held.at(day_number(2023, 12, 30), 40.0) == (first, last)
