from __future__ import annotations

from timeline_app.model.calendar import day_number
from timeline_app.project import Filter
from timeline_app.views.shown import core_of, look_at


def test_all_that_the_views_need(project):
    shown = look_at(project, Filter(), "actor", None)
    assert len(shown.events) == len(shown.by_id) >= 5
    assert {one.title for one in shown.undated} == {"Qatar mediates the release", "Israel enters Gaza"}
    assert shown.first == day_number(2023, 10, 7)
    assert shown.last == day_number(2023, 11, 20)
    assert shown.names[shown.actors[0].id] == shown.actors[0].name
    assert list(shown.colours) == [one.key for one in shown.lanes if one.key]
    assert len(shown.articles) == 2


def test_chosen_lanes_in_their_order(project):
    actors = project.actors()
    shown = look_at(project, Filter(), "actor", [actors[2].id, "gone", actors[0].id])
    assert [one.title for one in shown.lanes][:2] == [actors[2].name, actors[0].name]
    assert shown.colours == {actors[2].id: 0, actors[0].id: 1}


def test_lanes_go_to_the_actors_of_the_events_that_count(project):
    least = 0.8
    shown = look_at(project, Filter(least=least), "actor", None)
    main = [one for one in project.events() if one.importance >= least]
    assert 0 < len(main) == len(shown.events) < shown.total
    taking_part = {part.actor for one in main for part in one.participants}
    assert set(shown.colours) == taking_part
    assert {one.id for one in shown.actors[: len(taking_part)]} == taking_part
    assert sum(shown.seen.values()) == sum(len({part.actor for part in one.participants}) for one in main)
    assert sum(shown.counts.values()) > sum(shown.seen.values())


def test_an_actor_of_the_filter_has_a_lane_and_the_others_keep_theirs(project):
    natalie = next(one for one in project.actors() if one.name == "Natalie Raanan")
    plain = look_at(project, Filter(), "actor", None)
    chosen = look_at(project, Filter(actors=frozenset({natalie.id})), "actor", None)
    assert natalie.id in chosen.colours
    assert {one: chosen.colours[one] for one in plain.colours} == dict(plain.colours)


def test_lanes_by_article(project):
    shown = look_at(project, Filter(), "article", None)
    assert {one.title for one in shown.lanes} == {"Qatar's role in the release", "Aid talks"}


def test_checked_ones_are_known(project):
    event = project.events()[0]
    project.set_checked(event.id, True)
    assert look_at(project, Filter(), "none", None).checked == {event.id}


def test_an_outlier_does_not_press_all_others_together():
    days = [700_000, *range(738_000, 738_100), 900_000]
    assert core_of(days) == (738_003, 738_096)
    assert core_of([]) is None
    assert core_of([5]) == (5, 5)
