from types import SimpleNamespace

from timeline_app.model import Actor, ActorKind
from timeline_app.project.cast import Cast
from timeline_app.project.tables import ArticleRow, NamingRow


class Rows:
    """Two articles, the later one read first."""

    def __init__(self, **joined):
        self.articles = {
            id_: ArticleRow(id_, position, "", None, "", "", "", "", 0) for id_, position in (("late", 2), ("early", 1))
        }
        self.namings = {actor: NamingRow(actor, actor.split("_")[0], to) for actor, to in joined.items()}


#: What the two articles say of one person.
ACTORS = {
    "late_1": Actor("late_1", "M. Rahimi", ActorKind.OTHER, ("the minister",)),
    "early_1": Actor("early_1", "Mahmoud Rahimi", ActorKind.PERSON),
}


def cast(**joined):
    return Cast(Rows(**joined), SimpleNamespace(actors=ACTORS), {}, {})


def test_actors_of_several_articles_are_one_in_the_order_of_the_articles():
    made = cast(late_1="late_1", early_1="late_1")
    assert made.namesakes == {"late_1": ["late_1", "early_1"]}
    assert sorted(ACTORS, key=made.place_of) == ["early_1", "late_1"]
    expected = Actor("late_1", "Mahmoud Rahimi", ActorKind.PERSON, ("M. Rahimi", "the minister"))
    assert made.actor("late_1") == expected
    assert made.actor("early_1") is None


def test_an_actor_follows_who_belongs_to_it():
    made = cast(late_1="late_1", early_1="late_1")
    assert made.actor("late_1") is made.actor("late_1")
    made.list_naming("early_1", "late_1", gone=True)
    made.forget("late_1")
    assert made.actor("late_1") is ACTORS["late_1"]
