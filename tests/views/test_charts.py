from __future__ import annotations

import pytest

from timeline_app.model.calendar import day_number
from timeline_app.project import Filter
from timeline_app.views.charts import Bars, bars_of
from timeline_app.views.shown import arrange, gather, look_at


def test_bars_count_events_over_time(project):
    hamas = next(one.id for one in project.actors() if one.name == "Hamas")
    bars = bars_of(project.events_of(hamas), (day_number(2023, 10, 7), day_number(2023, 11, 20)))
    assert bars[0] == 1
    assert sum(bars) == 2
    assert bars_of(project.events(), None) == ()


def test_the_charts_of_the_first_actors_are_at_hand_and_taken_over(project, monkeypatch):
    found = gather(project, Filter(), "actor", None)
    first = arrange(found)
    assert first.bars == {one.id: bars_of(first.by_actor.get(one.id, ()), first.core) for one in first.actors}
    bars = Bars()
    bars.follow(first.by_actor, first.core, first.bars)
    assert bars.of(first.actors[0].id) is first.bars[first.actors[0].id]
    monkeypatch.setattr("timeline_app.views.shown.bars_of", lambda *_: pytest.fail("made anew"))
    assert arrange(found, first).bars == first.bars


def test_the_chart_of_an_actor_farther_down_is_made_when_it_is_asked_for(project, monkeypatch):
    monkeypatch.setattr("timeline_app.views.shown.FIRST_BARS", 0)
    shown = look_at(project, Filter(), "actor", None)
    bars, busiest = Bars(), shown.actors[0].id
    bars.follow(shown.by_actor, shown.core, shown.bars)
    assert bars.of(busiest) == bars_of(shown.by_actor[busiest], shown.core)
    assert bars.of(busiest) is bars.of(busiest)
