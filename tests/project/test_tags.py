"""Tags of the user's own: kept, undone, found, filtered, and carried over when an article is read again."""

import pytest

from tests.project.hand_built import ARTICLE, reading, take, titled
from timeline_app.project import Filter

FIRST = reading(*ARTICLE, source="/news/one.txt")


@pytest.fixture
def tagged(project):
    take(project, FIRST)
    one = titled(project, "attack")
    project.set_tags(one.id, ["Gaza", "war  crimes", "gaza", " "])
    return project, one.id


def test_tags_are_kept_once_each(tagged):
    project, one = tagged
    assert project.event(one).tags == ("Gaza", "war crimes")
    assert project.tags() == {"Gaza": 1, "war crimes": 1}
    # A tag says nothing against what was read.
    assert not project.is_edited(one)


def test_they_are_undone_and_taken_away(tagged):
    project, one = tagged
    assert project.undo_name == "Change tags of event"
    project.undo()
    assert project.event(one).tags == ()
    project.redo()
    assert project.event(one).tags == ("Gaza", "war crimes")
    project.set_tags(one, [])
    assert project.event(one).tags == ()
    assert project.tags() == {}


def test_the_same_tags_again_are_no_step(tagged):
    project, one = tagged
    project.set_tags(one, ["Gaza", "war crimes"])
    project.undo()
    assert project.event(one).tags == ()


def test_they_are_searched_and_filtered(tagged):
    project, one = tagged
    assert [event.id for event in project.search("crimes").events] == [one]
    assert [event.id for event in project.events(Filter(text="war cri"))] == [one]
    assert [event.id for event in project.events(Filter(tags=frozenset({"Gaza", "other"})))] == [one]
    assert project.events(Filter(tags=frozenset({"other"}))) == []
    assert one in {event.id for event in project.events(Filter(least=0.99))}
    assert one in {event.id for event in project.events(Filter(least=0.99, text="hamas"))}


@pytest.mark.parametrize("extra", ["", "Updated on Monday.\n\n"])
def test_they_stay_when_the_article_is_read_again(tagged, extra):
    project, _one = tagged
    take(project, reading(*ARTICLE, source="/news/one.txt", reader="better", extra=extra))
    assert titled(project, "attack").tags == ("Gaza", "war crimes")


def test_merged_events_have_the_tags_of_all(tagged):
    project, one = tagged
    other = titled(project, "release")
    project.set_tags(other.id, ["hostages", "GAZA"])
    project.merge_events([one, other.id])
    assert project.event(one).tags == ("Gaza", "war crimes", "hostages")
    project.undo()
    assert project.event(one).tags == ("Gaza", "war crimes")


def test_they_survive_closing(tagged):
    project, one = tagged
    path = project.path
    project.close()
    with type(project).open(path) as again:
        assert again.event(one).tags == ("Gaza", "war crimes")


def test_dismissed_events_do_not_count(tagged):
    project, one = tagged
    project.dismiss(one)
    assert project.tags() == {}
