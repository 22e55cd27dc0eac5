from __future__ import annotations

from dataclasses import replace

import pytest

from tests.printing.sample_events import ACTORS, ARTICLES, EVENTS
from timeline_app.layout.lanes import Lane
from timeline_app.model import Reading, ReadingMode
from timeline_app.model.calendar import day_number
from timeline_app.printing.document import PageOptions
from timeline_app.printing.entries import entries_of, subtitle_of
from timeline_app.printing.gather import document_of, in_range
from timeline_app.project import Filter, Project


@pytest.fixture
def project(tmp_path):
    with Project.create(tmp_path / "Hostages.dateline") as project:
        project.take_in(
            [
                (
                    Reading(
                        article,
                        ReadingMode.NEWS,
                        "by hand",
                        actors=ACTORS,
                        events=tuple(
                            replace(event, passages=event.passages[:1], claims=())
                            for event in EVENTS
                            if event.trigger.article == article.id
                        ),
                    ),
                    None,
                )
                for article in ARTICLES
            ]
        )
        yield project


def titles(document):
    return {event.title for event in document.events}


def test_all_of_a_project_is_in_its_document(project):
    document = document_of(project)
    assert document.title == "Hostages"
    assert titles(document) == {event.title for event in EVENTS}
    assert {article.name for article in document.articles} == {"qatar-mediation.txt", "report.html"}
    assert all(article.text for article in document.articles)
    assert [lane.title for lane in document.lanes][-1] == "Everything else"
    assert document.checked == frozenset()


def test_a_range_leaves_out_the_rest_and_what_has_no_date(project):
    document = document_of(project, first=day_number(2023, 11, 1), last=day_number(2023, 11, 12), lanes="none")
    assert titles(document) == {
        "Israel may enter the territory",
        "Israel agrees to a pause",
        "The political office stands in Doha",
    }
    assert [lane.title for lane in document.lanes] == ["All events"]


def test_the_windows_own_lanes_filter_and_title_are_taken(project):
    lane = Lane("x", "Mine", 0, "actor")
    document = document_of(
        project, lanes=[lane], shown=Filter(text="talks"), title="Talks", options=PageOptions(dark=True)
    )
    assert document.lanes == (lane,)
    assert document.title == "Talks"
    assert document.options.dark
    assert titles(document) <= {"Qatar hosts further talks", "Qatar hosts peace talks with the Taliban"}
    assert {article.name for article in document.articles} == {"qatar-mediation.txt"}


def test_what_the_user_accepted_is_known(project):
    chosen = project.events()[0].id
    project.set_checked(chosen, True)
    assert document_of(project).checked == {chosen}


@pytest.mark.parametrize(
    ("key", "first", "last", "inside"),
    [
        ("e-attack", None, None, True),
        ("e-attack", (2023, 10, 7), (2023, 10, 7), True),
        ("e-attack", (2023, 10, 8), None, False),
        ("e-attack", None, (2023, 10, 6), False),
        ("e-taliban", (1900, 1, 1), (1900, 1, 2), True),
        ("e-taliban", (2023, 10, 7), None, False),
        ("e-office", (2030, 1, 1), None, True),
        ("e-hub", None, None, True),
        ("e-hub", None, (2030, 1, 1), False),
    ],
)
def test_an_event_belongs_where_it_may_have_happened(key, first, last, inside):
    event = next(each for each in EVENTS if each.id == key)
    assert in_range(event, first and day_number(*first), last and day_number(*last)) is inside


def test_what_is_left_out_as_small_is_counted(project):
    every = document_of(project, shown=Filter())
    assert every.total == 0
    entries = entries_of(every)
    assert f"{len(entries)} events" in subtitle_of(every, entries)
    some = document_of(project, shown=Filter(least=max(event.importance for event in project.events())))
    assert 0 < len(some.events) < some.total == len(entries)
    entries = entries_of(some)
    assert f"the main {len(entries)} of {some.total} events" in subtitle_of(some, entries)
