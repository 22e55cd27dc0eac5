import pytest

from tests.layout.made import after, before, from_to, on, within
from timeline_app.layout.spans import span_of
from timeline_app.model import ClockTime, When

D = 738_000


def made(when):
    found = span_of(when)
    assert found is not None
    return found


def test_a_known_day_is_a_point_at_its_noon():
    span = made(on(D))
    assert (span.start, span.end, span.best, span.point) == (D, D + 1, D + 0.5, True)


def test_a_known_minute_is_an_instant():
    span = made(on(D, clock=ClockTime(18 * 60)))
    assert (span.start, span.end, span.best, span.point) == (D + 0.75, D + 0.75, D + 0.75, True)


def test_a_span_is_solid_to_the_end_of_its_last_day():
    span = made(from_to(D, D + 13))
    assert (span.start, span.end, span.fade_left, span.fade_right, span.best) == (D, D + 14, 0, 0, None)


def test_a_span_with_vague_ends_is_solid_where_it_surely_lasted():
    span = made(When(D, D + 4, D + 20, D + 25, ""))
    assert (span.start, span.end, span.fade_left, span.fade_right) == (D, D + 26, 4, 5)


def test_a_vague_date_fades_at_both_ends_and_has_no_dot():
    span = made(within(D, D + 30))
    assert span.best is None
    assert not span.point
    assert span.fade_left > 0
    assert span.fade_right > 0
    assert (span.start, span.end) == (D, D + 31)


def test_a_best_guess_at_an_end_keeps_that_end_sharp():
    late, early = made(within(D, D + 10, D + 10)), made(within(D, D + 10, D))
    assert (late.fade_right, late.best) == (0, D + 10.5)
    assert late.fade_left > 0
    assert (early.fade_left, early.best) == (0, D + 0.5)
    assert early.fade_right > 0


def test_about_a_day_shows_its_neighbours():
    span = made(When(D, D, D, D, "~", approximate=True))
    assert (span.start, span.end, span.best, span.point) == (D - 1, D + 2, D + 0.5, False)


def test_an_open_date_is_sharp_on_the_known_side():
    earlier, later = made(before(D)), made(after(D))
    assert (earlier.open_left, earlier.open_right, earlier.end, earlier.anchor) == (True, False, D + 1, D + 1)
    assert (later.open_left, later.open_right, later.start, later.anchor) == (False, True, D, D)


def test_since_a_day_is_solid_as_long_as_it_surely_lasted():
    span = made(When(D, D, D + 9, None, ""))
    assert (span.start, span.end, span.open_right) == (D, D + 10, True)


@pytest.mark.parametrize("when", [None, When(None, None, None, None, "")])
def test_nothing_known_has_no_place(when):
    assert span_of(when) is None


def test_every_shape_of_bounds_has_a_span():
    from itertools import product

    for es, ls, ee, le in product((None, D), (None, D + 3), (None, D + 2), (None, D + 9)):
        span = span_of(When(es, ls, ee, le, ""))
        if span is not None:
            assert span.start <= span.end
            assert span.start <= span.anchor <= span.end
