from __future__ import annotations

from dataclasses import replace

from tests.views.samples import FIRST, SECOND, first_reading
from timeline_app.desktop.first_choice import most_important
from timeline_app.layout.lanes import Lane
from timeline_app.project import Project
from timeline_app.views.shown import Shown


def test_a_project_opens_with_its_most_important_event(window, event_named):
    event = event_named("releases")
    assert window.workspace.selection.event_id == event.id
    assert window.panes.inspector.event_id == event.id
    assert window.panes.reader.text.marked_words() == "Hamas released the two on 20 October 2023."
    assert window.panes.actors[0].actor_id


def test_who_lets_go_of_it_is_left_alone(window):
    window.workspace.selection.select_event("")
    window.workspace.refresh()
    window.first_choice.choose_again()
    assert window.workspace.selection.event_id == ""


def test_the_event_chosen_last_is_chosen_when_the_project_opens_again(window, event_named, tmp_path):
    event = event_named("hosts talks")
    window.workspace.selection.select_event(event.id)
    window.files.leave()
    window.files._look_at(Project.open(tmp_path / "Hostages.dateline"), [], "")
    assert window.workspace.selection.event_id == event.id


def test_while_articles_come_in_the_first_choice_follows_unless_the_user_chose(qtbot, empty_window, tmp_path):
    for name, text in (("two.txt", SECOND), ("one.txt", FIRST)):
        (tmp_path / name).write_text(text, "utf-8")
    with qtbot.waitSignal(empty_window.intake.ended, timeout=10_000):
        empty_window.open_paths([tmp_path / "two.txt"])
    window, shown = empty_window, empty_window.workspace.shown
    mine = next(one for one in shown.events if "hosts" in one.title)
    window.workspace.selection.select_event(mine.id)
    with qtbot.waitSignal(window.intake.ended, timeout=10_000):
        window.open_paths([tmp_path / "one.txt"])
    assert window.workspace.selection.event_id == mine.id


def test_the_first_choice_leaves_the_range_alone(window):
    before = window.panes.timeline.visible_range()
    last = max(window.workspace.shown.events, key=lambda one: one.when.earliest or 0 if one.when else 0)
    window.navigation.propose(last.id)
    assert window.panes.timeline.selected == last.id
    assert window.panes.timeline.visible_range() == before


def test_an_upper_lane_is_worth_a_little():
    reading = first_reading()
    events = reading.events
    hamas, qatar = events[0].participants[0].actor, events[2].participants[0].actor
    dated = replace(events[2], when=events[0].when, importance=0.93)
    shown = Shown(
        events=(*events[:2], dated),
        lanes=(Lane(qatar, "Qatar", 0), Lane(hamas, "Hamas", 1)),
        core=(events[0].when.earliest, events[1].when.earliest),
    )
    assert most_important(shown) == dated
    assert most_important(replace(shown, lanes=())) == events[1]
    assert most_important(Shown()) is None
