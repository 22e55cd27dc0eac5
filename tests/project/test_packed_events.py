from dataclasses import fields

from hypothesis import given

from tests.project.test_codec import events, whens
from timeline_app.model import Event, Participant, Passage, Role
from timeline_app.project.packed_events import (
    pack_events,
    passage_in,
    span_of,
    unpack_events,
    when_in,
    when_out,
    with_actors,
)


@given(whens)
def test_a_date_comes_back_the_same(when):
    assert when_in("this", when_out("this", when)) == when


def test_passages_name_their_article_only_where_it_is_another_one():
    for passage, kept in ((Passage("this", 3, 5), [3, 5]), (Passage("other", 3, 5), [3, 5, "other"])):
        assert span_of("this", passage) == kept
        assert passage_in("this", kept) == passage


def test_events_have_the_actors_of_the_project_each_once():
    passage = Passage("this", 0, 1)
    told = (Participant("one", Role.AGENT), Participant("two", Role.PATIENT), Participant("three"))
    event = Event("id", "Title", passage, (passage,), told, attributed_to="three")
    packed = pack_events("this", (event,))
    assert unpack_events("this", packed) == [event]
    (joined,) = unpack_events("this", packed, {"one": "all", "two": "all"})
    assert joined.participants == (Participant("all", Role.AGENT),)
    assert joined.attributed_to is None


@given(events)
def test_other_actors_change_nothing_else(event):
    """Every field is copied; a new field of Event has to be added to the codec."""
    copy = with_actors(event, (Participant("x"),), "y")
    assert copy.participants == (Participant("x"),)
    assert copy.attributed_to == "y"
    for field in fields(Event):
        if field.name not in {"participants", "attributed_to"}:
            assert getattr(copy, field.name) == getattr(event, field.name)
