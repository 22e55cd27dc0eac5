from __future__ import annotations

from timeline_app.model.calendar import day_number


def test_it_says_range_and_time_under_the_pointer(window):
    first = day_number(2023, 10, 7)
    window.status.show_range(first + 0.0, first + 44.0)
    assert window.status._range.text() == "7 Oct – 20 Nov 2023"
    window.status.show_pointer(first + 6.5)
    assert window.status._pointer.text() == "13 Oct 2023"
    window.status.show_pointer(None)
    assert window.status._pointer.text() == ""


def test_it_says_how_far_reading_has_come(window):
    window.status.show_reading(40, 60)
    assert window.status._reading.text() == "Reading 41 of 60 articles …"
    assert window.status._bar.value() == 40
    assert not window.status._progress.isHidden()
    window.status.show_reading(0, 0)
    assert window.status._progress.isHidden()


def test_it_says_that_all_is_saved(window):
    assert window.status._saved.text() == "all changes saved"
