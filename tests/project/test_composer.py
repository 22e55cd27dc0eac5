from tests.project.hand_built import reading
from timeline_app.project import Project
from timeline_app.project.composer import Composer

LINE = "2023-10-08 | attack | Group1, State1 | Group1 did attack State1 at dawn."


def composer_of(book):
    return Composer(book.tables, book.told, book.members, book.joined_to, book.edits_on)


def test_an_event_told_once_is_the_same_on_the_short_way(tmp_path):
    with Project.create(tmp_path / "a.dateline") as project:
        project.take_in([(reading(LINE), None)])
        (event,) = project.events()
        composer, events = composer_of(project._book), {}
        composer.compose_plain([event.id, "gone"], events)
        assert events == {event.id: event}
        assert composer.compose(event.id) == event


def test_what_was_corrected_is_composed_and_marked(tmp_path):
    with Project.create(tmp_path / "a.dateline") as project:
        project.take_in([(reading(LINE), None)])
        (event,) = project.events()
        project.retitle(event.id, "Dawn raid")
        project.dismiss(event.id)
        composer, events = composer_of(project._book), {}
        composer.compose_plain([event.id], events)
        assert events == {}
        assert composer.compose(event.id).title == "Dawn raid"
        assert composer.edited == composer.dismissed == {event.id}
        assert composer.checked == set()
        assert composer.tellings(event.id)[0].title == event.title
        assert set(composer.edits_over(event.id)) == {"title", "dismissed"}
