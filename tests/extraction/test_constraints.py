from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from timeline_app.extraction.constraints import say_conflict, solve
from timeline_app.model import Basis, Event, Passage, Relation
from timeline_app.model.bounds import when_between, when_day
from timeline_app.model.calendar import parse_iso_day

PASSAGE = Passage("x", 0, 5)
OCTOBER_7 = parse_iso_day("2023-10-07")


def event(name, when=None):
    return Event(name, name.capitalize(), PASSAGE, (PASSAGE,), when=when)


def related(earlier, later, least, most, words="so they say"):
    return Relation(earlier, later, least, most, PASSAGE, words)


def test_a_known_start_dates_what_follows_and_says_why():
    events = {
        "capture": event("capture", when_day(OCTOBER_7).with_basis(Basis("on 7 October 2023", (PASSAGE,)))),
        "release": event("release", when_between(None, parse_iso_day("2023-11-12"))),
    }
    when = solve(events, [related("capture", "release", 13, 13, "13 days in captivity")]).dates["release"]
    assert when.edtf == "2023-10-20"
    assert [basis.sentence for basis in when.basis] == [
        "13 days from “Capture” to “Release”, by “13 days in captivity”",
        "on 7 October 2023",
    ]


def test_bounds_travel_both_ways_along_a_chain():
    events = {"a": event("a"), "b": event("b"), "c": event("c", when_day(1000))}
    dates = solve(events, [related("a", "b", 1, 2), related("b", "c", 10, 10)]).dates
    assert (dates["b"].earliest, dates["b"].latest) == (990, 990)
    assert (dates["a"].earliest, dates["a"].latest) == (988, 989)


def test_an_open_relation_gives_one_bound():
    events = {"vote": event("vote", when_day(1000)), "protest": event("protest")}
    when = solve(events, [related("vote", "protest", 0, None)]).dates["protest"]
    assert (when.earliest, when.latest) == (1000, None)


def test_about_stands_as_far_as_relations_leave_it():
    about = when_between(993, 1000, approximate=True)
    events = {"arrest": event("arrest", about), "trial": event("trial", about.with_basis(Basis("told as news")))}
    dates = solve(events, [related("arrest", "trial", 2, None)]).dates
    assert "trial" not in dates
    assert (dates["arrest"].earliest, dates["arrest"].latest, dates["arrest"].approximate) == (993, 998, True)
    far = solve(events, [related("arrest", "trial", 20, None)]).dates["arrest"]
    assert (far.earliest, far.latest, far.approximate) == (None, 980, False)


def test_about_is_not_widened_by_what_came_long_before():
    about = when_between(993, 1000, approximate=True)
    events = {"war": event("war", when_day(600)), "arrest": event("arrest", about)}
    assert "arrest" not in solve(events, [related("war", "arrest", 0, None)]).dates
    exact = solve(events, [related("war", "arrest", 396, 396)]).dates["arrest"]
    assert (exact.earliest, exact.latest, exact.approximate) == (996, 996, False)
    near = solve(events, [related("war", "arrest", 395, None)]).dates["arrest"]
    assert (near.earliest, near.latest, near.approximate) == (995, 1000, True)


def test_what_a_passage_says_itself_stays_among_the_reasons():
    own = when_between(None, 1000).with_basis(Basis("told as past", (PASSAGE,)))
    events = {"vote": event("vote", when_day(900)), "protest": event("protest", own)}
    when = solve(events, [related("vote", "protest", 1, None)]).dates["protest"]
    assert (when.earliest, when.latest) == (901, 1000)
    assert when.basis[0].sentence == "told as past"


def test_a_contradiction_is_reported_and_changes_nothing():
    events = {"a": event("a", when_day(OCTOBER_7)), "b": event("b", when_day(OCTOBER_7 + 5)), "c": event("c")}
    solution = solve(events, [related("a", "b", 13, 13), related("b", "c", 1, 1)])
    assert len(solution.conflicts) == 1
    assert "b" not in solution.dates
    assert solution.dates["c"].edtf == "2023-10-13"
    sentence = say_conflict(events, solution.conflicts[0])
    assert "“A” (7 October 2023)" in sentence
    assert "“B” (12 October 2023)" in sentence


def test_a_ring_without_any_date_does_not_turn_for_ever():
    events = {name: event(name, when_between(0, None)) for name in "abc"}
    ring = [related("a", "b", 1, None), related("b", "c", 1, None), related("c", "a", 1, None)]
    assert len(solve(events, ring).conflicts) == 1


def test_an_unknown_event_and_a_relation_to_itself_are_passed_over():
    assert solve({"a": event("a")}, [related("a", "gone", 1, 1), related("a", "a", 1, 1)]).dates == {}


@given(
    days=st.lists(st.integers(-5000, 5000), min_size=2, max_size=8),
    data=st.data(),
)
def test_true_relations_never_conflict_and_never_exclude_the_truth(days, data):
    events = {}
    for number, day in enumerate(days):
        slack = data.draw(st.tuples(st.integers(0, 50), st.integers(0, 50)))
        when = when_between(day - slack[0], day + slack[1]) if data.draw(st.booleans()) else None
        events[str(number)] = event(str(number), when)
    relations = []
    for _ in range(data.draw(st.integers(1, 12))):
        one = data.draw(st.integers(0, len(days) - 1))
        other = data.draw(st.integers(0, len(days) - 1))
        gap = days[other] - days[one]
        below, above = data.draw(st.tuples(st.integers(0, 9), st.integers(0, 9)))
        relations.append(related(str(one), str(other), gap - below, gap + above))
    solution = solve(events, relations)
    assert not solution.conflicts
    for name, when in solution.dates.items():
        truth = days[int(name)]
        assert when.earliest is None or when.earliest <= truth
        assert when.latest is None or when.latest >= truth
