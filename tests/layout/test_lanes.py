from dataclasses import replace

from tests.layout.made import event, on
from timeline_app.layout.columns import columns_of
from timeline_app.layout.lanes import NO_COLOUR, OTHERS, lanes_by, lanes_of_actors
from timeline_app.model import Actor, ActorKind, Article, Event, Passage

ACTORS = [Actor(name, name.title(), ActorKind.STATE) for name in ("qatar", "hamas", "israel")]
EVENTS = [event(1, on(1), "hamas"), event(2, on(2), "hamas", "qatar"), event(3, on(3), "israel"), event(4, on(4))]


def test_actors_by_rank_and_the_others_last():
    lanes = lanes_by("actor", EVENTS, ACTORS, limit=2)
    assert [(lane.key, lane.title, lane.colour_index) for lane in lanes] == [
        ("hamas", "Hamas", 0),
        ("qatar", "Qatar", 1),
        (OTHERS, "Everything else", NO_COLOUR),
    ]


def test_no_lane_for_others_where_there_are_none():
    assert [lane.key for lane in lanes_by("actor", EVENTS[:3], ACTORS)] == ["hamas", "qatar", "israel"]


def test_by_article():
    one, two = Passage("a", 0, 1), Passage("b", 0, 1)
    events = [Event("x", "X", one, (one, two)), Event("y", "Y", two, (two,))]
    articles = [Article("a", "a.txt", ""), Article("b", "b.txt", "", title="Second")]
    assert [lane.title for lane in lanes_by("article", events, (), articles)] == ["Second", "a.txt"]


def test_by_kind_and_none():
    events = [event(1, on(1), family="attack"), event(2, on(2), family="attack"), event(3, on(3))]
    assert [lane.title for lane in lanes_by("kind", events)] == ["Attack", "Other"]
    assert [lane.key for lane in lanes_by("none", events)] == ["all"]


def test_chosen_actors_keep_their_order():
    assert [lane.key for lane in lanes_of_actors(ACTORS, EVENTS)] == ["qatar", "hamas", "israel", OTHERS]


def test_lanes_by_tag_hold_an_event_for_each_of_its_tags():
    events = [
        replace(event(1, on(100), "a"), tags=("trial", "Gaza")),
        replace(event(2, on(101), "a"), tags=("trial",)),
        event(3, on(102), "b"),
    ]
    lanes = lanes_by("tag", events)
    assert [lane.title for lane in lanes] == ["trial", "Gaza", "Everything else"]
    columns = columns_of(events, lanes)
    assert len(columns) == 4
    assert [lane.title for lane in lanes_by("tag", events[2:])] == ["All events"]
