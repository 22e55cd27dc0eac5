from timeline_app.model import Passage
from timeline_app.views.selection import Selection


def test_a_signal_only_when_something_changed(qtbot):
    selection, heard = Selection(), []
    selection.changed.connect(heard.append)
    for event_id in ("e1", "e1", "e2", ""):
        selection.select_event(event_id)
    assert heard == ["e1", "e2", ""]
    assert selection.event_id == ""


def test_a_passage_brings_its_article(qtbot):
    selection, articles, passages = Selection(), [], []
    selection.article_changed.connect(articles.append)
    selection.passage_changed.connect(passages.append)
    passage = Passage("a", 3, 9)
    selection.show_passage(passage)
    selection.show_passage(passage)
    assert (articles, passages, selection.article_id) == (["a"], [passage], "a")
    selection.select_actor("qatar")
    selection.clear()
    assert (selection.passage, selection.actor_id, selection.event_id) == (None, "", "")
