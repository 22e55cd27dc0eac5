from __future__ import annotations

import pytest

from timeline_app.model.calendar import day_number
from timeline_app.model.edtf import parse_edtf
from timeline_app.views.drop_dates import dragged_date, dropped_date


@pytest.mark.parametrize(
    ("day", "days_per_pixel", "edtf"),
    [
        ((2021, 6, 9), 0.02, "2021-06-09"),
        ((2021, 6, 9), 1.5, "2021-06-09"),
        ((2021, 6, 9), 2.5, "2021-06"),
        ((2021, 6, 9), 40.0, "2021"),
        ((-43, 3, 15), 40.0, "-0043"),
    ],
)
def test_a_date_is_as_fine_as_one_can_aim(day, days_per_pixel, edtf):
    when = dropped_date(day_number(*day), days_per_pixel)
    assert when.edtf == edtf
    assert when.earliest <= day_number(*day) <= when.latest


@pytest.mark.parametrize(
    ("before", "first", "last", "days_per_pixel", "edtf"),
    [
        ("2023-10-07/2023-10-20", (2023, 10, 7), (2023, 11, 3), 0.1, "2023-10-07/2023-11-03"),
        ("2023-10-07/2023-10-20", (2023, 10, 7), (2023, 12, 31), 3.0, "2023-10-07/2023-12"),
        ("2023-10-07/2023-10-20", (2021, 1, 1), (2023, 10, 20), 40.0, "2021/2023-10-20"),
        ("2023-10~/2024", (2023, 10, 1), (2026, 12, 31), 40.0, "2023-10~/2026"),
        ("2023", (2023, 1, 1), (2025, 12, 31), 40.0, "2023-01-01/2025"),
        ("2023-10-07/2023-10-20", (2023, 10, 7), (2023, 10, 7), 0.1, "2023-10-07"),
    ],
)
def test_a_dragged_end_is_as_fine_as_one_can_aim_and_the_other_stays(before, first, last, days_per_pixel, edtf):
    when = dragged_date(parse_edtf(before), day_number(*first), day_number(*last), days_per_pixel)
    assert when.edtf == edtf
    assert (when.earliest, when.latest) == (day_number(*first), day_number(*last))


def test_a_dragged_end_of_an_event_that_is_not_known_any_more():
    day = day_number(2023, 10, 7)
    assert dragged_date(None, day, day + 1, 0.1).edtf == "2023-10-07/2023-10-08"
