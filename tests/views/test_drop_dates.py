from __future__ import annotations

import pytest

from timeline_app.model.calendar import day_number
from timeline_app.views.drop_dates import dropped_date


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
