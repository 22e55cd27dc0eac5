"""Which of several dates says most."""

from __future__ import annotations

from dataclasses import replace

from tests.project.hand_built import day, on
from timeline_app.model.bounds import when_between
from timeline_app.project.composing import narrowest

DECEMBER = when_between(day("2021-12-01"), day("2021-12-31"))


def about(iso):
    return replace(when_between(day(iso) - 7, day(iso), approximate=True), edtf=f"{iso}~")


def test_about_the_day_of_an_article_says_nothing_beside_a_month_that_lies_elsewhere():
    assert narrowest([DECEMBER, about("2023-06-08")]) == DECEMBER
    assert narrowest([about("2023-06-08"), DECEMBER]) == DECEMBER


def test_about_a_day_within_a_month_says_more_than_the_month():
    near = about("2021-12-20")
    assert narrowest([DECEMBER, near]) == near


def test_a_day_says_most():
    assert narrowest([about("2021-12-20"), DECEMBER, on("2021-12-19")]) == on("2021-12-19")
    assert narrowest([]) is None
