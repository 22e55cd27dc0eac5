"""A small project by hand: two articles, their actors, and an event for every kind of date and factuality."""

from __future__ import annotations

from timeline_app.layout.lanes import lanes_by
from timeline_app.model import (
    Actor,
    ActorKind,
    Article,
    Basis,
    Claim,
    ClockTime,
    Event,
    Factuality,
    Participant,
    Passage,
    PublishedFrom,
    Role,
    When,
    article_id,
)
from timeline_app.model.bounds import when_between
from timeline_app.model.calendar import day_number
from timeline_app.printing.document import PrintDocument

TALKS = """Qatar hosted peace talks with the Taliban before the war. On 7 October 2023 Hamas attacked southern Israel.
About 30 August 2023 the United States and Iran agreed on an exchange of prisoners.
Judith and Natalie Raanan were held from 7 to 20 October 2023. Hamas released them on 20 October.
"We thank Qatar," President Joe Biden said on 21 October at 18:30 GMT.
Qatar will host further talks on 25 November. An Israeli incursion could follow in November 2023.
Israel denied that it had agreed to a pause. Fandy called Qatar the "hub of diplomacy".
"""
REPORT = """In the early 1990s Doha was still a quiet port.
The two hostages were freed after 14 days, on 21 October, a diplomat said.
Since March 2012 the political office has stood in Doha.
=HYPERLINK("http://example.org") was the odd title of the page. متحدث قطري رحب بالإفراج عن الرهائن
"""


def _article(text: str, name: str, title: str, published: int, origin: PublishedFrom) -> Article:
    return Article(
        id=article_id(text),
        name=name,
        text=text,
        title=title,
        author="A. Writer",
        published=published,
        published_from=origin,
    )


TALKS_ARTICLE = _article(
    TALKS,
    "qatar-mediation.txt",
    "Qatar’s role in the hostage release",
    day_number(2023, 11, 12),
    PublishedFrom.HEADER,
)
REPORT_ARTICLE = _article(
    REPORT, "report.html", "What diplomats say, and why", day_number(2023, 11, 1), PublishedFrom.METADATA
)
ARTICLES = (TALKS_ARTICLE, REPORT_ARTICLE)

QATAR = Actor("a-qatar", "Qatar", ActorKind.STATE, ("Doha",))
HAMAS = Actor("a-hamas", "Hamas", ActorKind.GROUP)
ISRAEL = Actor("a-israel", "Israel", ActorKind.STATE, ("Israeli",))
STATES = Actor("a-us", "United States", ActorKind.STATE, ("US",))
RAANANS = Actor("a-raanan", "Judith and Natalie Raanan", ActorKind.PERSON)
BIDEN = Actor("a-biden", "Joe Biden", ActorKind.PERSON, ("President Joe Biden",))
ACTORS = (QATAR, HAMAS, ISRAEL, STATES, RAANANS, BIDEN)


def passage(article: Article, words: str) -> Passage:
    """Where the words stand in the article; they must be there."""
    start = article.text.index(words)
    return Passage(article.id, start, start + len(words))


def _day(year: int, month: int, day: int, edtf: str = "", *basis: Basis, clock: ClockTime | None = None) -> When:
    number = day_number(year, month, day)
    return When(
        number,
        number,
        number,
        number,
        edtf or f"{year}-{month:02d}-{day:02d}",
        best=number,
        clock=clock,
        basis=basis,
    )


def _event(key: str, title: str, article: Article, words: str, when: When | None, *actors: Actor, **more) -> Event:
    where = passage(article, words)
    roles = (Role.AGENT, Role.PATIENT, Role.OTHER, Role.OTHER)
    return Event(
        id=key,
        title=title,
        trigger=Passage(where.article, where.start, where.start + len(words.split(maxsplit=1)[0])),
        passages=(where, *more.pop("also", ())),
        participants=tuple(Participant(actor.id, role) for actor, role in zip(actors, roles, strict=False)),
        when=when,
        **more,
    )


def _attack_words() -> Basis:
    return Basis("“7 October 2023” is written out in full.", (passage(TALKS_ARTICLE, "7 October 2023"),))


EVENTS = (
    _event(
        "e-attack",
        "Hamas attacks southern Israel",
        TALKS_ARTICLE,
        "On 7 October 2023 Hamas attacked southern Israel.",
        _day(2023, 10, 7, "2023-10-07", _attack_words()),
        HAMAS,
        ISRAEL,
        importance=0.9,
        confidence=0.9,
    ),
    _event(
        "e-exchange",
        "United States and Iran agree on an exchange of prisoners",
        TALKS_ARTICLE,
        "About 30 August 2023 the United States and Iran agreed on an exchange of prisoners.",
        When(
            day_number(2023, 8, 27),
            day_number(2023, 9, 2),
            day_number(2023, 8, 27),
            day_number(2023, 9, 2),
            "2023-08-30~",
            approximate=True,
            best=day_number(2023, 8, 30),
        ),
        STATES,
        importance=0.6,
    ),
    _event(
        "e-held",
        "Hamas holds Judith and Natalie Raanan",
        TALKS_ARTICLE,
        "Judith and Natalie Raanan were held from 7 to 20 October 2023.",
        When(
            day_number(2023, 10, 7),
            day_number(2023, 10, 7),
            day_number(2023, 10, 20),
            day_number(2023, 10, 20),
            "2023-10-07/2023-10-20",
        ),
        HAMAS,
        RAANANS,
        importance=0.7,
    ),
    _event(
        "e-release",
        "Hamas releases Judith and Natalie Raanan",
        TALKS_ARTICLE,
        "Hamas released them on 20 October.",
        _day(
            2023,
            10,
            20,
            "2023-10-20",
            Basis("“20 October” is read in the year of the article, 2023.", (passage(TALKS_ARTICLE, "on 20 October"),)),
        ),
        HAMAS,
        RAANANS,
        QATAR,
        importance=0.95,
        confidence=0.78,
        also=(passage(REPORT_ARTICLE, "The two hostages were freed after 14 days, on 21 October, a diplomat said."),),
        claims=(
            Claim(
                "date",
                "on 21 October",
                passage(REPORT_ARTICLE, "The two hostages were freed after 14 days, on 21 October, a diplomat said."),
                _day(2023, 10, 21),
            ),
        ),
    ),
    _event(
        "e-thanks",
        "Biden says the United States thanks Qatar",
        TALKS_ARTICLE,
        '"We thank Qatar," President Joe Biden said on 21 October at 18:30 GMT.',
        _day(2023, 10, 21, "2023-10-21", clock=ClockTime(18 * 60 + 30, "GMT")),
        BIDEN,
        QATAR,
        statement=True,
        attributed_to=BIDEN.id,
        importance=0.5,
    ),
    _event(
        "e-further",
        "Qatar hosts further talks",
        TALKS_ARTICLE,
        "Qatar will host further talks on 25 November.",
        _day(2023, 11, 25),
        QATAR,
        factuality=Factuality.PLANNED,
    ),
    _event(
        "e-incursion",
        "Israel may enter the territory",
        TALKS_ARTICLE,
        "An Israeli incursion could follow in November 2023.",
        When(
            day_number(2023, 11, 1),
            day_number(2023, 11, 30),
            day_number(2023, 11, 1),
            day_number(2023, 11, 30),
            "2023-11",
        ),
        ISRAEL,
        factuality=Factuality.POSSIBLE,
    ),
    _event(
        "e-pause",
        "Israel agrees to a pause",
        TALKS_ARTICLE,
        "Israel denied that it had agreed to a pause.",
        _day(2023, 11, 11),
        ISRAEL,
        factuality=Factuality.DENIED,
        attributed_to=ISRAEL.id,
    ),
    _event(
        "e-taliban",
        "Qatar hosts peace talks with the Taliban",
        TALKS_ARTICLE,
        "Qatar hosted peace talks with the Taliban before the war.",
        when_between(None, day_number(2023, 10, 6)).with_basis(Basis("“before the war” leaves only a last day.")),
        QATAR,
        importance=0.4,
    ),
    _event(
        "e-office",
        "The political office stands in Doha",
        REPORT_ARTICLE,
        "Since March 2012 the political office has stood in Doha.",
        When(day_number(2012, 3, 1), day_number(2012, 3, 31), day_number(2023, 11, 1), None, "2012-03/.."),
        QATAR,
        HAMAS,
        factuality=Factuality.ONGOING,
    ),
    _event(
        "e-port",
        "Doha is a quiet port",
        REPORT_ARTICLE,
        "In the early 1990s Doha was still a quiet port.",
        When(
            day_number(1990),
            day_number(1993, 12, 31),
            day_number(1990),
            day_number(1993, 12, 31),
            "1990/1993~",
            approximate=True,
        ),
        QATAR,
        importance=0.2,
    ),
    _event(
        "e-hub",
        "Fandy calls Qatar the “hub of diplomacy”",
        TALKS_ARTICLE,
        'Fandy called Qatar the "hub of diplomacy".',
        None,
        QATAR,
        statement=True,
    ),
    _event(
        "e-odd",
        "=SUM(1+1) متحدث قطري رحب بالإفراج عن الرهائن",
        REPORT_ARTICLE,
        '=HYPERLINK("http://example.org") was the odd title of the page.',
        _day(2023, 10, 30),
        importance=0.1,
    ),
)


def document(**changes) -> PrintDocument:
    """All of it as a document, in lanes by actor; `changes` are fields of `PrintDocument`."""
    fields = {
        "title": "Hostage diplomacy",
        "events": EVENTS,
        "actors": ACTORS,
        "articles": ARTICLES,
        "lanes": tuple(lanes_by("actor", EVENTS, ACTORS, ARTICLES)),
        "checked": frozenset({"e-release"}),
    }
    return PrintDocument(**{**fields, **changes})
