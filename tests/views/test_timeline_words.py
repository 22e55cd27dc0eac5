import pytest

from tests.layout.made import event, on
from timeline_app.layout.frame import DayMark
from timeline_app.model import Claim, Factuality, Passage
from timeline_app.model.calendar import day_number
from timeline_app.views.timeline_words import (
    cluster_tip,
    event_tip,
    marked_words,
    plain_tip,
    say_range,
    today_mark,
)

D = day_number(2023, 10, 7)


def test_a_tip_escapes_and_counts():
    claims = (Claim("date", "", Passage("a", 0, 1)),)
    told = event(1, on(D), *"abcdefgh", title="A < B", factuality=Factuality.DENIED, statement=True, claims=claims)
    tip = event_tip(told, {"a": "Anna & Co"})
    assert "A &lt; B" in tip
    assert "Anna &amp; Co, b, c, d, e, f and others" in tip
    assert "denied, a statement, sources differ on the date" in tip


RANGES = [
    (D, D + 1, "7 October 2023"),
    (D + 0.2, D + 0.3, "7 October 2023"),
    (D, D + 14, "7–20 October 2023"),
    (D, D + 40, "7 October – 15 November 2023"),
]


@pytest.mark.parametrize(("first", "last", "words"), RANGES)
def test_ranges(first, last, words):
    assert say_range(first, last) == words


def test_counts():
    assert marked_words(D, D + 1, 1) == "7 October 2023 · 1 day · 1 event"
    assert marked_words(D, D + 14, 1200) == "7–20 October 2023 · 14 days · 1,200 events"
    assert marked_words(D, D + 6012, 3).endswith(" · 16.5 years · 3 events")
    assert "3 events" in cluster_tip(3, D, D + 2)
    assert "<b>X</b>" in plain_tip("X", D, D)


def test_today_is_marked_only_between_events():
    assert today_mark(100, (90.0, 120.0)) == DayMark(100.5, "today", is_today=True)
    assert today_mark(150, (90.0, 120.0)) is None
    assert today_mark(80, (90.0, 120.0)) is None
    assert today_mark(100, None) is None
    assert today_mark(None, (90.0, 120.0)) is None
