import threading

from tests.project.hand_built import reading
from timeline_app.model.edtf import parse_edtf
from timeline_app.project import Project
from timeline_app.project.ready_index import ReadyIndex

LINE = "2023-10-08 | attack | Group1, State1 | Group1 did attack State1 at dawn."


def test_it_is_made_once(tmp_path):
    with Project.create(tmp_path / "a.dateline") as project:
        book, ready = project._book, ReadyIndex()
        ready.to_make_ready(book)()
        index = ready.of(book)
        ready.to_make_ready(book)()
        assert ready.of(book) is index


def test_what_changed_while_it_was_made_elsewhere_is_found(tmp_path):
    with Project.create(tmp_path / "a.dateline") as project:
        project.take_in([(reading(LINE), None)])
        book, ready = project._book, ReadyIndex()
        make = ready.to_make_ready(book)
        (event,) = project.events()
        project.set_date(event.id, parse_edtf("2024-02-03"))
        actor = next(one for one in project.actors() if one.name == "Group1")
        project.rename_actor(actor.id, "Somebody Else")
        ready.forget_names()
        thread = threading.Thread(target=make)
        thread.start()
        thread.join()
        index = ready.of(book)
        assert index.actor_like(project.actor(actor.id)) == actor.id
        assert event.id in index.events_like(project.event(event.id))


def test_an_index_of_another_book_is_not_used(tmp_path):
    with Project.create(tmp_path / "a.dateline") as one, Project.create(tmp_path / "b.dateline") as other:
        other.take_in([(reading(LINE), None)])
        ready = ReadyIndex()
        ready.to_make_ready(one._book)()
        (event,) = other.events()
        assert ready.of(other._book).events_like(event) == [event.id]
