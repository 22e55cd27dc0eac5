"""Where tellings of one event differ, each keeps its claim."""

import pytest

from tests.project.hand_built import reading, take
from timeline_app.project.claims import counted


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The blast killed 12 people.", [("people", 12)]),
        ("At least twelve people were killed.", [("dead", 12)]),
        ("12 dead, 30 injured in the blast", [("dead", 12), ("injured", 30)]),
        ("1,200 soldiers wounded", [("injured", 1200)]),
        ("It cost $12 people say.", []),
        ("In 2023 people left.", []),
        ("After 12 days they left.", []),
        ("", []),
    ],
)
def test_numbers_of_people(text, found):
    assert [(what, number) for what, number, *_ in counted(text)] == found


def test_the_words_are_where_they_are_said_to_be():
    text = "Then 12 people were killed; 3 more hostages came home."
    assert [text[start:end] for *_, start, end in counted(text)] == ["12 people were killed", "3 more hostages"]


FIRST = "2023-10-07 | attack | Hamas, Israel | An attack of Hamas on Israel kills: 12 people were killed in it."
LATER = "2023-10-07 | attack | Hamas, Israel | An attack of Hamas on Israel kills: 15 people were killed in it."


def test_articles_that_differ_on_a_number_are_both_heard(project):
    take(project, reading(FIRST), reading(LATER, title="Another"), reading(FIRST, title="Third", extra="A third.\n\n"))
    (event,) = project.events()
    assert [claim.about for claim in event.claims] == ["number"] * 3
    assert {claim.words for claim in event.claims} == {"12 people were killed", "15 people were killed"}
    texts = {article.id: project.article(article.id).text for article in project.articles()}
    assert all(claim.passage.of(texts[claim.passage.article]) == claim.words for claim in event.claims)


def test_articles_that_agree_make_no_claims(project):
    take(project, reading(FIRST), reading(FIRST, title="Another", extra="Later.\n\n"))
    (event,) = project.events()
    assert event.claims == ()
