"""What goes into the file comes out the same, field for field."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.model import (
    Actor,
    ActorKind,
    Article,
    Basis,
    Claim,
    ClockTime,
    Event,
    Factuality,
    Mention,
    MentionForm,
    Participant,
    Passage,
    Reading,
    ReadingMode,
    Relation,
    Role,
    TimeExpression,
    TimexType,
    When,
)
from timeline_app.project.codec import (
    pack_reading,
    unpack_actors,
    unpack_relations,
    unpack_rest,
)
from timeline_app.project.packed_events import unpack_events

words = st.text(max_size=12)
ids = st.sampled_from(["one", "two", "three"])
passages = st.builds(Passage, st.sampled_from(["this", "this", "other"]), st.integers(0, 99), st.integers(100, 200))
days = st.none() | st.integers(-10, 10)
whens = st.builds(
    When,
    st.none() | st.integers(-99, 0),
    st.none() | st.integers(0, 9),
    st.none() | st.integers(-9, 9),
    st.none() | st.integers(9, 10**6),
    words,
    st.booleans(),
    days,
    st.none() | st.builds(ClockTime, st.integers(0, 1439), words),
    st.lists(st.builds(Basis, words, st.lists(passages, max_size=2).map(tuple)), max_size=2).map(tuple),
)
events = st.builds(
    Event,
    words,
    words,
    passages,
    st.lists(passages, min_size=1, max_size=3).map(tuple),
    st.lists(st.builds(Participant, ids, st.sampled_from(Role)), max_size=3).map(tuple),
    st.none() | whens,
    st.sampled_from(Factuality),
    st.none() | ids,
    st.floats(0, 1),
    st.floats(0, 1),
    st.booleans(),
    words,
    st.lists(st.builds(Claim, words, words, passages, st.none() | whens), max_size=2).map(tuple),
)
times = st.builds(
    TimeExpression,
    passages,
    st.sampled_from(TimexType),
    words,
    words,
    st.none() | whens,
    words,
    st.none() | passages,
    st.none() | passages,
)
actors = st.builds(Actor, ids, words, st.sampled_from(ActorKind), st.lists(words, max_size=2).map(tuple))
readings = st.builds(
    Reading,
    st.just(Article("this", "name", "text")),
    st.sampled_from(ReadingMode),
    words,
    st.lists(times, max_size=2).map(tuple),
    st.lists(actors, max_size=2).map(tuple),
    st.lists(st.builds(Mention, passages, ids, st.sampled_from(MentionForm), st.booleans()), max_size=2).map(tuple),
    st.lists(events, max_size=3).map(tuple),
    st.lists(st.builds(Relation, ids, ids, days, days, passages, words), max_size=2).map(tuple),
    st.lists(words, max_size=2).map(tuple),
)


@given(readings)
def test_a_reading_comes_back_the_same(reading):
    packed = pack_reading(reading)
    rest = unpack_rest("this", packed.rest)
    assert tuple(unpack_events("this", packed.events)) == reading.events
    assert tuple(unpack_actors(packed.actors)) == reading.actors
    assert (rest.mode, rest.reader, rest.notices) == (reading.mode, reading.reader, reading.notices)
    assert (rest.times, rest.mentions) == (reading.times, reading.mentions)
    assert unpack_relations("this", packed.relations) == reading.relations
    assert pack_reading(reading) == packed


@pytest.mark.parametrize("half", ["\ud800", "a\udcffb", "\x00"])
def test_odd_characters_come_back(half):
    event = Event("id", half, Passage("this", 0, 1), (Passage("this", 0, 1),))
    packed = pack_reading(Reading(Article("this", "n", "t"), ReadingMode.NEWS, "r", events=(event,)))
    packed.events.encode()
    assert unpack_events("this", packed.events) == [event]
