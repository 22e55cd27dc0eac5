"""What articles contradict each other in is printed with the events it concerns, in every form."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest

from tests.printing.sample_events import ARTICLES, EVENTS, document
from timeline_app.layout.columns import CONFLICT as CLASH
from timeline_app.model import Reading, ReadingMode, Relation
from timeline_app.printing.csv_table import csv_bytes
from timeline_app.printing.document import PageOptions
from timeline_app.printing.entries import entries_of
from timeline_app.printing.gather import document_of
from timeline_app.printing.json_export import json_bytes
from timeline_app.printing.look import paper_look
from timeline_app.printing.pdf import pdf_bytes
from timeline_app.printing.timeline import timeline_of
from timeline_app.project import Conflict, Filter, Project

ATTACK, RELEASE = (next(event for event in EVENTS if event.id == id_) for id_ in ("e-attack", "e-release"))
WORDS = ATTACK.passages[0]
RELATION = Relation(ATTACK.id, RELEASE.id, 40, 40, WORDS, "after 40 days")
LOOK = paper_look(PageOptions())
SENTENCE = "“after 40 days” puts 40 days between the two; both cannot be right."
CONFLICT = Conflict((ATTACK.id, RELEASE.id), SENTENCE, (WORDS, RELEASE.passages[0]), RELATION)


@pytest.fixture
def disputed():
    return replace(document(), conflicts=(CONFLICT,))


def test_both_marks_show_it(disputed):
    columns = timeline_of(disputed, entries_of(disputed), LOOK, numbered=True).columns
    marked = {columns.ids[number] for number, flags in zip(columns.event, columns.flags, strict=True) if flags & CLASH}
    assert set(CONFLICT.events) <= marked


def test_both_events_have_it(disputed):
    entries = {entry.event.id: entry for entry in entries_of(disputed)}
    for id_ in CONFLICT.events:
        (said,) = entries[id_].contradictions
        assert said.sentence == SENTENCE
        assert "Hamas" in said.quotes[0].words
    assert sum(len(entry.contradictions) for entry in entries.values()) == 2


def test_it_is_on_paper_in_the_table_and_in_the_data(disputed, words_of):
    printed = " ".join(words_of(pdf_bytes(disputed)).split())
    assert printed.count("Cannot all be right") == 2
    assert "puts 40 days between the two" in printed
    rows = list(csv.DictReader(io.StringIO(csv_bytes(disputed).decode("utf-8-sig"))))
    assert sum(SENTENCE in row["Differing claims"] for row in rows) == 2
    (conflict,) = json.loads(json_bytes(disputed))["conflicts"]
    assert conflict["events"] == list(CONFLICT.events)
    assert conflict["passages"][0]["quote"] == WORDS.of(ARTICLES[0].text)


def test_a_document_of_some_events_has_the_conflicts_of_these(tmp_path):
    article = ARTICLES[0]
    told = tuple(
        replace(each, passages=each.passages[:1], claims=()) for each in EVENTS if each.trigger.article == article.id
    )
    with Project.create(tmp_path / "p.dateline") as project:
        project.take_in([(Reading(article, ReadingMode.NEWS, "hand", events=told, relations=(RELATION,)), None)])
        assert [each.events for each in document_of(project).conflicts] == [CONFLICT.events]
        early = document_of(project, shown=Filter(last=RELEASE.when.earliest - 1000))
        assert early.events
        assert not early.conflicts
