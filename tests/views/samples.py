"""Hand-made readings for the tests of the window: three articles, five actors, seven events."""

from __future__ import annotations

from timeline_app.model import (
    Actor,
    ActorKind,
    Article,
    Basis,
    Claim,
    Event,
    Factuality,
    Mention,
    Participant,
    Passage,
    PublishedFrom,
    Reading,
    ReadingMode,
    Role,
    TimeExpression,
    TimexType,
    When,
    article_id,
)
from timeline_app.model.calendar import day_number, iso_day

FIRST = """Qatar's role in the release

The released hostages, Judith and Natalie Raanan, were captured by Hamas on 7 October 2023.
After 13 days in captivity, Hamas released the two on 20 October 2023.
Qatar mediated the release. Israel may enter Gaza.
"""
SECOND = """Aid talks

Qatar hosted talks on 12 November 2023. Israel plans a visit on 20 November 2023.
Hamas released the two hostages on 21 October 2023.
"""

ACTORS = {
    "qatar": Actor("qatar", "Qatar", ActorKind.STATE, ("Doha", "Qatari")),
    "hamas": Actor("hamas", "Hamas", ActorKind.GROUP),
    "israel": Actor("israel", "Israel", ActorKind.STATE),
    "judith": Actor("judith", "Judith Raanan", ActorKind.PERSON),
    "natalie": Actor("natalie", "Natalie Raanan", ActorKind.PERSON),
}


def day(number: int, basis: str = "as the words say") -> When:
    """One whole day, known."""
    return When(number, number, number, number, iso_day(number), best=number, basis=(Basis(basis),))


def before(number: int) -> When:
    """Some day up to this one."""
    return When(None, number, None, number, f"../{iso_day(number)}")


def article(text: str, name: str = "qatar.txt", title: str = "", published: int | None = None) -> Article:
    """An article as a format would give it."""
    origin = PublishedFrom.HEADER if published is not None else PublishedFrom.NOTHING
    return Article(
        article_id(text), name, text, title=title or text.partition("\n")[0], published=published, published_from=origin
    )


class Writer:
    """Makes the passages, mentions and events of one article by the words in it."""

    def __init__(self, source: Article) -> None:
        self.article = source
        self.events: list[Event] = []
        self.times: list[TimeExpression] = []

    def passage(self, words: str) -> Passage:
        start = self.article.text.index(words)
        return Passage(self.article.id, start, start + len(words))

    def event(self, title: str, words: str, trigger: str, actors: tuple[str, ...] = (), **more: object) -> Event:
        place = self.passage(words)
        start = place.start + words.index(trigger)
        made = Event(
            id=f"{self.article.id[:8]}:{start}",
            title=title,
            trigger=Passage(self.article.id, start, start + len(trigger)),
            passages=(place,),
            participants=tuple(Participant(f"{self.article.id[:4]}:{one}", Role.AGENT) for one in actors),
            family=trigger,
            **more,
        )
        self.events.append(made)
        return made

    def time(self, words: str, when: When) -> None:
        self.times.append(TimeExpression(self.passage(words), TimexType.DATE, when.edtf, when=when))

    def reading(self, actors: tuple[str, ...]) -> Reading:
        text = self.article.text
        mine = {one: Actor(f"{self.article.id[:4]}:{one}", a.name, a.kind, a.aliases) for one, a in ACTORS.items()}
        mentions = []
        for one in actors:
            start = text.find(mine[one].name)
            while start >= 0:
                mentions.append(Mention(Passage(self.article.id, start, start + len(mine[one].name)), mine[one].id))
                start = text.find(mine[one].name, start + 1)
        return Reading(
            self.article,
            ReadingMode.NEWS,
            "by hand",
            tuple(self.times),
            tuple(mine[one] for one in actors),
            tuple(sorted(mentions, key=lambda one: one.passage)),
            tuple(self.events),
        )


def first_reading() -> Reading:
    """Capture, release, mediation without a date, a possible incursion."""
    writer = Writer(article(FIRST, published=day_number(2023, 11, 12)))
    capture, release = day(day_number(2023, 10, 7)), day(day_number(2023, 10, 20))
    writer.time("7 October 2023", capture)
    writer.time("20 October 2023", release)
    writer.event(
        "Hamas captures Judith and Natalie Raanan",
        "The released hostages, Judith and Natalie Raanan, were captured by Hamas on 7 October 2023.",
        "captured",
        ("hamas", "natalie"),
        when=capture,
        importance=0.9,
        confidence=0.9,
    )
    writer.event(
        "Hamas releases Judith and Natalie Raanan",
        "Hamas released the two on 20 October 2023.",
        "released",
        ("hamas",),
        when=release,
        importance=0.95,
        confidence=0.8,
        claims=(Claim("date", "21 October 2023", writer.passage("20 October 2023"), day(day_number(2023, 10, 21))),),
    )
    writer.event(
        "Qatar mediates the release",
        "Qatar mediated the release.",
        "mediated",
        ("qatar",),
        when=before(day_number(2023, 11, 12)),
    )
    writer.event("Israel enters Gaza", "Israel may enter Gaza.", "enter", ("israel",), factuality=Factuality.POSSIBLE)
    return writer.reading(("hamas", "natalie", "qatar", "israel"))


def second_reading() -> Reading:
    """Talks, and a planned visit."""
    writer = Writer(article(SECOND, "talks.txt", published=day_number(2023, 11, 13)))
    talks, visit = day(day_number(2023, 11, 12)), day(day_number(2023, 11, 20))
    writer.time("12 November 2023", talks)
    writer.time("20 November 2023", visit)
    writer.event("Qatar hosts talks", "Qatar hosted talks on 12 November 2023.", "hosted", ("qatar",), when=talks)
    writer.event(
        "Israel plans a visit",
        "Israel plans a visit on 20 November 2023.",
        "visit",
        ("israel", "qatar"),
        when=visit,
        factuality=Factuality.PLANNED,
    )
    return writer.reading(("qatar", "israel"))
