import pytest

from tests.layout.made import event, lanes, on
from timeline_app.layout.arrangement import arrange
from timeline_app.layout.columns import columns_of
from timeline_app.layout.lane_choices import LaneChoices, choices_from_json
from timeline_app.layout.lanes import OTHERS, Lane


def keys(choices, count=4):
    return [lane.key for lane in choices.apply(lanes(count))]


def test_nothing_chosen_changes_nothing():
    assert LaneChoices().apply(lanes(4)) == lanes(4)


@pytest.mark.parametrize(
    ("key", "place", "order"),
    [("lane0", 4, "1230"), ("lane3", 0, "3012"), ("lane1", 3, "0213"), ("lane2", 2, "0123"), ("lane2", 3, "0123")],
)
def test_a_lane_moves_to_a_place(key, place, order):
    choices = LaneChoices().moved(keys(LaneChoices()), key, place)
    assert keys(choices) == [f"lane{one}" for one in order]


def test_new_lanes_come_last_and_old_ones_find_their_place_again():
    choices = LaneChoices().moved(["lane0", "lane1"], "lane1", 0)
    assert keys(choices) == ["lane1", "lane0", "lane2", "lane3"]
    again = choices.moved(["lane2", "lane3"], "lane3", 0)
    assert keys(again, 2) == ["lane1", "lane0"]
    assert choices.moved(["lane0"], "unknown", 0) == choices


def test_top_collapsed_and_hidden():
    choices = LaneChoices().with_top("lane2", True).with_collapsed("lane1", True).with_hidden("lane0", True)
    shown = choices.apply(lanes(4))
    assert [(lane.key, lane.top, lane.collapsed) for lane in shown] == [
        ("lane2", True, False), ("lane1", False, True), ("lane3", False, False),
    ]  # fmt: skip
    assert len(choices.all_shown().apply(lanes(4))) == 4
    assert choices.with_top("lane2", False).with_collapsed("lane1", False).all_shown() == LaneChoices()


def test_choices_are_kept_and_found_again():
    choices = LaneChoices(("b", "a"), frozenset("a"), frozenset("b"), frozenset("c"))
    assert choices_from_json(choices.to_json()) == choices


@pytest.mark.parametrize("kept", [None, 3, [], {"order": 3, "top": [1, None]}, {"hidden": "abc"}])
def test_what_is_not_readable_is_not_chosen(kept):
    assert choices_from_json(kept) == LaneChoices()


def test_a_collapsed_lane_only_counts():
    columns = columns_of([event(number, on(100 + number), f"lane{number % 2}") for number in range(8)], lanes(2))
    shown = LaneChoices().with_collapsed("lane0", True).apply(lanes(2))
    levels = arrange(columns, shown).levels
    assert {level.placed[0] for level in levels.levels} == {0}
    assert levels.levels[-1].placed[1] == 4


def test_events_of_a_hidden_lane_do_not_turn_up_among_the_others():
    events = [event(1, on(1), "lane0"), event(2, on(2), "lane1"), event(3, on(3), "nobody")]
    shown = [*lanes(1), Lane(OTHERS, "Everything else", -1)]
    assert len(columns_of(events, shown)) == 3
    assert len(columns_of(events, shown, hidden={"lane1"})) == 2


def test_an_event_is_left_out_with_all_its_lanes():
    choices = LaneChoices(hidden=frozenset({"a"}))
    assert choices.leaves_out(("a",), {"b", OTHERS})
    assert not choices.leaves_out(("a", "b"), {"b", OTHERS})
    assert not choices.leaves_out(("z",), {"b", OTHERS})
    # Where the lane of all others is hidden, so is what belongs to nobody.
    assert choices.leaves_out(("z",), {"b"})
