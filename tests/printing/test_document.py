from __future__ import annotations

import pytest

from timeline_app.printing.document import Margins, PageOptions, Paper

ODD = PageOptions(
    Paper.LETTER,
    landscape=True,
    margins=Margins(5, 6, 7, 8),
    black_and_white=True,
    event_list=False,
    passages=False,
    dark=True,
    width=900,
    scale=1.5,
)


@pytest.mark.parametrize("options", [PageOptions(), ODD])
def test_options_are_remembered_as_plain_values(options):
    plain = options.to_plain()
    assert PageOptions.from_plain(plain) == options
    assert all(isinstance(value, bool | int | float | str | dict) for value in plain.values())


@pytest.mark.parametrize(
    ("plain", "expected"),
    [
        ({}, PageOptions()),
        ({"paper": "Foolscap", "landscape": "yes", "width": -1, "scale": 1000, "margins": 3}, PageOptions()),
        ({"margins": {"left": -20, "top": 1000, "right": "x"}}, PageOptions(margins=Margins(left=3, top=60))),
        ({"something": "else", "dark": True}, PageOptions(dark=True)),
    ],
)
def test_what_makes_no_sense_is_as_if_not_set(plain, expected):
    assert PageOptions.from_plain(plain) == expected


def test_a_sheet_held_sideways_is_wider_than_high():
    assert PageOptions(landscape=True).page_points == PageOptions().page_points[::-1]
