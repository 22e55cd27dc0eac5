"""Corrections of events: what each does, that it can be undone, and that it stays when its article is read again."""

import pytest

from tests.project.hand_built import (
    ARTICLE,
    ATTACK,
    RELEASE,
    TALKS,
    VISIT,
    on,
    reading,
    snapshot,
    take,
    titled,
)
from timeline_app.model import Factuality, Passage
from timeline_app.project import Filter, ProjectError

FIRST = reading(*ARTICLE, source="/news/one.txt")

#: The same article again: read by another reader, or in a newer version.
AGAIN = {
    "the same": FIRST,
    "a better reader": reading(*ARTICLE, source="/news/one.txt", reader="better"),
    "a paragraph in front": reading(*ARTICLE, source="/news/one.txt", extra="Updated on Monday.\n\n"),
    "another file name": reading(*ARTICLE, name="article.txt", extra="Updated on Monday.\n\n"),
    "other words": reading(
        ATTACK.replace("at dawn", "early"),
        RELEASE.replace("two hostages", "two American hostages"),
        VISIT.replace("and speaks", "and he speaks"),
        TALKS,
        source="/news/one.txt",
    ),
    "another order": reading(*reversed(ARTICLE), source="/news/one.txt"),
    "one sentence gone": reading(ATTACK, VISIT, TALKS, source="/news/one.txt"),
}

#: What is done to the event "attack", and what it looks like then.
EDITS = {
    "title": (lambda p, e: p.retitle(e, "Dawn raid"), lambda p, e: e.title == "Dawn raid"),
    "date": (lambda p, e: p.set_date(e, on("2023-10-06")), lambda p, e: e.when.edtf == "2023-10-06"),
    "no date": (lambda p, e: p.set_date(e, None), lambda p, e: e.when is None),
    "factuality": (
        lambda p, e: p.set_factuality(e, Factuality.DENIED),
        lambda p, e: e.factuality is Factuality.DENIED,
    ),
    "checked": (lambda p, e: p.set_checked(e), lambda p, e: p.is_checked(e.id)),
    "dismissed": (lambda p, e: p.dismiss(e), lambda p, e: p.is_dismissed(e.id)),
}


def attack(project):
    found = [e for e in project.events(Filter(dismissed=True)) if e.family == "attack"]
    assert len(found) == 1
    return found[0]


@pytest.fixture
def filled(project):
    take(project, FIRST)
    return project


@pytest.mark.parametrize("edit", EDITS)
def test_an_edit_is_one_step_that_stays(filled, reopened, edit):
    do, shows = EDITS[edit]
    before = snapshot(filled)
    do(filled, attack(filled).id)
    assert shows(filled, attack(filled))
    project = reopened(filled)
    assert shows(project, attack(project))
    assert project.undo_name != "Import 1 article"
    project.undo()
    assert snapshot(project)[:6] == before[:6]
    project.redo()
    assert shows(project, attack(project))


@pytest.mark.parametrize("again", AGAIN)
@pytest.mark.parametrize("edit", EDITS)
def test_an_edit_stays_when_the_article_is_read_again(filled, reopened, edit, again):
    do, shows = EDITS[edit]
    do(filled, attack(filled).id)
    change = take(filled, AGAIN[again])
    assert (change.added, change.lost) == (0, 0)
    assert len([entry for entry in filled.articles() if entry.id]) == 1
    assert shows(filled, attack(filled))
    assert all(p.article == filled.articles()[0].id for p in attack(filled).passages)
    project = reopened(filled)
    assert shows(project, attack(project))
    if again != "the same":
        project.undo()
        assert shows(project, attack(project))
        assert project.articles()[0].id == FIRST.article.id


@pytest.mark.parametrize("edit", ["title", "date", "factuality", "checked"])
def test_an_event_the_user_vouched_for_outlives_a_reader_that_misses_it(filled, edit):
    do, shows = EDITS[edit]
    do(filled, attack(filled).id)
    take(filled, blind(FIRST, "attack"))
    assert shows(filled, attack(filled))
    assert {filled.actor(p.actor).name for p in attack(filled).participants} == {"Hamas", "Israel"}
    assert len(filled.events()) == 4
    take(filled, FIRST)
    assert shows(filled, attack(filled))
    assert len(filled.events()) == 4


def test_an_event_that_was_dismissed_or_untouched_goes_and_a_dismissed_one_comes_back_dismissed(filled):
    filled.dismiss(attack(filled).id)
    take(filled, blind(FIRST, "attack", "visit"))
    assert len(filled.events(Filter(dismissed=True))) == 2
    take(filled, FIRST)
    assert filled.is_dismissed(attack(filled).id)
    assert len(filled.events()) == 3


def blind(made, *families):
    """The same reading by a reader that misses these events."""
    from dataclasses import replace

    return replace(made, reader="blind", events=tuple(e for e in made.events if e.family not in families))


def test_corrections_whose_words_are_gone_are_counted_and_come_back_with_undo(filled):
    filled.retitle(attack(filled).id, "Dawn raid")
    change = take(filled, reading(RELEASE, VISIT, TALKS, source="/news/one.txt"))
    assert (change.updated, change.lost) == (1, 1)
    assert len(filled.events()) == 3
    filled.undo()
    assert titled(filled, "Dawn raid")


def test_corrections_come_back_with_a_removed_article(filled):
    filled.retitle(attack(filled).id, "Dawn raid")
    filled.dismiss(titled(filled, "visit").id)
    filled.remove_article(FIRST.article.id)
    assert filled.events() == []
    take(filled, FIRST)
    assert titled(filled, "Dawn raid")
    assert len(filled.events()) == 3


def test_an_empty_title_brings_back_what_was_read(filled):
    event = attack(filled)
    filled.retitle(event.id, "  Dawn \n raid ")
    assert attack(filled).title == "Dawn raid"
    assert filled.is_edited(event.id)
    filled.retitle(event.id, " ")
    assert attack(filled) == event
    assert not filled.is_edited(event.id)


@pytest.mark.parametrize(
    "nothing",
    [
        lambda p, e: p.retitle(e.id, e.title),
        lambda p, e: p.set_date(e.id, e.when),
        lambda p, e: p.set_factuality(e.id, e.factuality),
        lambda p, e: p.restore(e.id),
        lambda p, e: p.set_checked(e.id, False),
    ],
)
def test_what_changes_nothing_is_no_step(filled, nothing):
    nothing(filled, attack(filled))
    assert filled.undo_name == "Import 1 article"


def test_an_unknown_event_raises_key_error(filled):
    before = snapshot(filled)
    for edit in (lambda: filled.retitle("x", "y"), lambda: filled.dismiss("x"), lambda: filled.event("x")):
        with pytest.raises(KeyError):
            edit()
    assert snapshot(filled) == before


# --- events of the user's own ---------------------------------------------------------------------------------------


def own(project, words="Qatar held"):
    article = project.article(project.articles()[0].id)
    at = article.text.index(words)
    qatar = next(a for a in project.actors() if a.name == "Qatar")
    passage = Passage(article.id, at, at + len(words))
    return project.add_event(passage, "Qatar mediates", on("2023-10-15"), [qatar.id])


def test_an_event_can_be_added(filled, reopened):
    id_ = own(filled)
    event = filled.event(id_)
    assert (event.title, event.when.edtf) == ("Qatar mediates", "2023-10-15")
    assert [filled.actor(p.actor).name for p in event.participants] == ["Qatar"]
    assert event in filled.events()
    assert filled.is_edited(id_)
    assert own(filled) != id_
    project = reopened(filled)
    assert project.event(id_) == event
    assert project.search("mediates").events[0].id == id_
    project.undo()
    project.undo()
    assert len(project.events()) == 4


@pytest.mark.parametrize("again", [name for name in AGAIN if name != "one sentence gone"])
def test_an_added_event_stays(filled, again):
    id_ = own(filled)
    filled.retitle(id_, "Qatar helps")
    change = take(filled, AGAIN[again])
    assert change.lost == 0
    event = filled.event(id_)
    assert event.title == "Qatar helps"
    assert event.passage.of(filled.article(event.passage.article).text) == "Qatar held"
    assert [filled.actor(p.actor).name for p in event.participants] == ["Qatar"]


def test_an_added_event_goes_with_its_words_and_comes_back_with_them(filled):
    id_ = own(filled)
    change = take(filled, AGAIN["one sentence gone"])
    assert change.lost == 1
    with pytest.raises(KeyError):
        filled.event(id_)
    take(filled, FIRST)
    assert filled.event(id_).title == "Qatar mediates"


def test_an_added_event_without_a_title_takes_its_words(filled):
    article = FIRST.article
    id_ = filled.add_event(Passage(article.id, 0, 13), " ")
    assert filled.event(id_).title == article.text[:13].strip()
    for start, end in ((5, 5), (-1, 4), (0, 10**6)):
        with pytest.raises(ProjectError, match="Mark the words"):
            filled.add_event(Passage(article.id, start, end), "x")


# --- merging and splitting ------------------------------------------------------------------------------------------


def test_events_can_be_merged_and_split(filled):
    before = {e.id: e for e in filled.events()}
    one, other = titled(filled, "attack"), titled(filled, "visit")
    assert filled.merge_events([one.id, other.id]) == one.id
    merged = filled.event(one.id)
    assert (merged.title, len(merged.passages), len(filled.events())) == (one.title, 2, 3)
    assert {filled.actor(p.actor).name for p in merged.participants} == {"Hamas", "Israel", "Joe Biden"}
    assert {claim.when.edtf for claim in merged.claims} == {"2023-10-07", "2023-11-01"}
    assert filled.split_event(one.id) == (one.id, other.id)
    assert {e.id: e for e in filled.events()} == before
    filled.undo()
    assert filled.event(one.id) == merged


@pytest.mark.parametrize("again", [name for name in AGAIN if name != "one sentence gone"])
def test_what_was_merged_or_split_by_hand_stays(filled, again):
    filled.merge_events([titled(filled, "attack").id, titled(filled, "visit").id])
    second = reading(RELEASE, name="second", title="Second", extra="Elsewhere. ")
    take(filled, second)
    release = titled(filled, "release")
    assert len(release.passages) == 2
    filled.split_event(release.id)
    assert len(filled.events()) == 4
    take(filled, AGAIN[again])
    assert sorted(len(e.passages) for e in filled.events()) == [1, 1, 1, 2]
    assert len(titled(filled, "attack").passages) == 2
    take(filled, reading(RELEASE, name="second", title="Second", extra="Elsewhere. ", reader="better"))
    assert sorted(len(e.passages) for e in filled.events()) == [1, 1, 1, 2]


def test_corrections_of_the_first_hold_after_merging(filled):
    one, other = titled(filled, "attack"), titled(filled, "visit")
    filled.retitle(one.id, "First")
    filled.retitle(other.id, "Second")
    filled.set_checked(other.id)
    filled.merge_events([one.id, other.id])
    assert filled.event(one.id).title == "First"
    assert filled.is_checked(one.id)
    filled.split_event(one.id)
    assert (filled.event(one.id).title, filled.event(other.id).title) == ("First", "Second")


def test_merging_needs_two(filled):
    one = titled(filled, "attack").id
    for ids in ([one], [one, one]):
        with pytest.raises(ProjectError, match="two or more"):
            filled.merge_events(ids)


def test_the_passages_of_one_telling_can_be_split(project):
    from dataclasses import replace

    made = reading(ATTACK, RELEASE, source="/a")
    first, second = made.events
    joined = replace(first, passages=(*first.passages, *second.passages))
    take(project, replace(made, events=(joined,)))
    ids = project.split_event(first.id)
    assert [project.event(id_).passages for id_ in ids] == [first.passages, second.passages]
    with pytest.raises(ProjectError, match="one passage only"):
        project.split_event(first.id)
    newer = reading(ATTACK, RELEASE, source="/a", extra="Updated. ")
    one, two = newer.events
    take(project, replace(newer, events=(replace(one, passages=(*one.passages, *two.passages)),)))
    assert [len(event.passages) for event in project.events()] == [1, 1]
    project.undo()
    project.undo()
    assert project.event(first.id).passages == joined.passages
