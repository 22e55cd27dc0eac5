from __future__ import annotations

import pytest

from timeline_app.desktop.navigation import days_between
from timeline_app.model import Passage, Relation


def test_a_click_on_an_event_is_followed_by_all(window, event_named):
    event = event_named("releases")
    window.panes.timeline.event_clicked.emit(event.id)
    panes = window.panes
    assert panes.inspector.event_id == event.id
    assert panes.timeline.selected == event.id
    assert panes.table.chosen_ids() == [event.id]
    assert panes.reader.article.id == event.passage.article
    assert panes.reader.text.marked_words() == "Hamas released the two on 20 October 2023."
    assert panes.reader._facts.text().startswith("passage 1 of 1")


def test_a_click_on_an_actor_fills_its_pane(window, actor_named):
    qatar = actor_named("Qatar")
    window.panes.actor_list.actor_chosen.emit(qatar.id)
    assert window.panes.actors[0].actor_id == qatar.id
    assert window.panes.actor_list.chosen_ids() == [qatar.id]


def test_a_double_click_in_the_reader_chooses_the_event(window, event_named):
    event = event_named("captures")
    window.navigation.open_article(event.passage.article)
    window.panes.reader.event_activated.emit(event.id)
    assert window.workspace.selection.event_id == event.id
    assert window.panes.reader.text.marked_words().startswith("The released hostages")


def test_a_passage_of_an_actor_leads_to_its_event(window, actor_named, event_named):
    event = event_named("hosts talks")
    window.panes.actors[0].passage_chosen.emit(event.passage)
    assert window.workspace.selection.event_id == event.id
    assert window.panes.reader.text.passage == event.passage


def test_an_undated_event_is_chosen_from_its_list(window, event_named):
    event = event_named("enters Gaza")
    window.panes.undated.event_chosen.emit(event.id)
    assert window.panes.inspector.event_id == event.id


def test_an_undated_event_chosen_elsewhere_is_shown_in_its_list(window, event_named):
    lists = window.places.lists
    assert lists.currentWidget() is not window.panes.undated
    window.navigation.propose(event_named("enters Gaza").id)
    assert lists.currentWidget() is not window.panes.undated
    window.workspace.selection.select_event(event_named("captures").id)
    assert lists.currentWidget() is not window.panes.undated
    window.panes.table.event_chosen.emit(event_named("enters Gaza").id)
    assert lists.currentWidget() is window.panes.undated


def test_two_events_of_the_same_words_count_their_own_passages(window, event_named):
    one, two = event_named("captures"), event_named("releases")
    project = window.workspace.project
    third = project.add_event(one.passage, "Told by the same words", one.when, [])
    project.merge_events([one.id, two.id])
    window.workspace.refresh()
    window.workspace.selection.select_event(one.id)
    assert window.panes.reader._facts.text().startswith("passage 1 of 2")
    window.workspace.selection.select_event(third)
    assert window.panes.reader._facts.text().startswith("passage 1 of 1")


def test_passages_are_walked(window, event_named):
    one, two = event_named("captures"), event_named("releases")
    window.workspace.project.merge_events([one.id, two.id])
    window.workspace.refresh()
    window.workspace.selection.select_event(one.id)
    first = window.workspace.selection.passage
    window.panes.reader.next_asked.emit()
    assert window.workspace.selection.passage != first
    assert window.panes.reader._facts.text().startswith("passage 2 of 2")
    window.panes.reader.previous_asked.emit()
    assert window.workspace.selection.passage == first


def test_what_is_gone_is_let_go(window, event_named):
    event = event_named("hosts talks")
    window.workspace.selection.select_event(event.id)
    window.workspace.project.remove_article(event.passage.article)
    window.workspace.refresh()
    assert window.workspace.selection.event_id == ""
    assert window.panes.inspector.event_id == ""
    assert window.panes.reader.article is None


def test_lane_titles_lead_to_actors_and_articles(window, actor_named):
    qatar = actor_named("Qatar")
    window.panes.timeline.lane_clicked.emit(qatar.id)
    assert window.workspace.selection.actor_id == qatar.id
    article = window.workspace.shown.articles[0].id
    window.panes.timeline.lane_clicked.emit(article)
    assert window.panes.reader.article.id == article


@pytest.mark.parametrize(
    ("least", "most", "words"),
    [(13, 13, "13 days"), (1, 1, "1 day"), (2, 5, "2–5 days"), (3, None, "at least 3 days"), (None, 1, "at most 1 day"),
     (None, None, "")],
)  # fmt: skip
def test_the_time_between_two_events_in_words(least, most, words):
    assert days_between(Relation("a", "b", least, most, Passage("article", 0, 1))) == words
