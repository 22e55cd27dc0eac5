"""What is known around an event without words of time: the day told just before, the day of the news, background."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from timeline_app.extraction.analysis import Analysis
from timeline_app.extraction.blocks import BlockKind
from timeline_app.extraction.events.attaching import AFTER, Anchored
from timeline_app.extraction.events.candidate import Candidate
from timeline_app.extraction.events.circumstances import at_that_time
from timeline_app.extraction.events.dating import NEWS_DAYS, Surroundings
from timeline_app.extraction.events.grammar import came_of, charges_with, holds_against
from timeline_app.extraction.events.lexicon import lexicon
from timeline_app.extraction.events.selection import is_habitual
from timeline_app.extraction.events.verbs import Tense, is_verb
from timeline_app.model import When

#: Sentences that open an article: the day they tell is the day of the news.
OPENING = 3
#: Days up to which the day that the first sentence names is that of the news, of a weekly say.
NEWS_MONTH = 31
#: What a clause has that is more than a participle.
OF_CLAUSE = frozenset({"nsubj", "nsubjpass", "aux", "auxpass"})
#: A deed is done in, at or during what stands behind these.
WHERE_DONE = frozenset({"in", "at", "during"})


def news_day(
    a: Analysis, candidates: Sequence[Candidate], whens: Sequence[When | None], published: int | None
) -> When | None:
    """The day in the week before the article that its opening sentences tell of, also for what stands before it.

    The first sentence may tell of one in the month before.
    """
    for candidate, when in zip(candidates, whens, strict=True):
        sentence = a.sentences[candidate.sentence]
        if sentence.kind is not BlockKind.BODY or a.body_before[candidate.sentence] >= OPENING:
            continue
        if (
            when is not None
            and when.is_bounded
            and _is_main(a, candidate)
            and _short(when)
            and _is_news(when, published, days=NEWS_DAYS if a.body_before[candidate.sentence] else NEWS_MONTH)
        ):
            return when
    return None


def of_the_news(
    a: Analysis, anchored: Sequence[Anchored], when: When | None, news: When | None, published: int | None
) -> When | None:
    """The date of a trigger; "earlier in the day" is of the day that the article opens with, not of the article's."""
    if when is None or news is None or published is None or len(anchored) != 1 or when.earliest != published:
        return when
    own = anchored[0].time.when
    starts = [token.start for token in a.tokens]
    passage = anchored[0].time.passage
    words = [t.text.lower() for t in a.tokens[bisect_left(starts, passage.start) : bisect_left(starts, passage.end)]]
    if words != ["the", "day"] or news.earliest == published or own is None:
        return when
    return replace(news, clock=None).with_basis(*own.basis, *news.basis)


def done_in(a: Analysis, candidate: Candidate) -> int:
    """The verb that is done in or at what an event noun names ("in a ceremony, the firm unveiled"), or -1."""
    token = a.tokens[candidate.head]
    if not candidate.noun or candidate.light or token.dep != "pobj":
        return -1
    preposition = a.tokens[token.head]
    if preposition.text.lower() not in WHERE_DONE or not is_verb(a, preposition.head):
        return -1
    return preposition.head


def _is_main(a: Analysis, candidate: Candidate) -> bool:
    """Whether the main clause tells it, be it as that in which the main deed is done ("killed in a riot on Sunday")."""
    head = candidate.verb if candidate.light and candidate.verb >= 0 else candidate.head
    around = done_in(a, candidate)
    return a.tokens[around if around >= 0 else head].dep in {"ROOT", "conj"}


class ToldDays:
    """The day told last in the same paragraph, for the sentences that go on telling it."""

    def __init__(self, published: int | None, news: When | None) -> None:
        self._published = published
        self._when: When | None = None
        self._news = news
        self._sentence = -1
        self._block = -1

    def note(self, a: Analysis, candidate: Candidate, when: When | None) -> None:
        """Remember the day that a main clause tells."""
        sentence = a.sentences[candidate.sentence]
        if sentence.block != self._block:
            self._when, self._block = None, sentence.block
        if when is not None and _is_main(a, candidate) and when.is_bounded and _short(when):
            self._when, self._sentence = when, candidate.sentence

    def around(self, a: Analysis, candidate: Candidate, *, narrative: bool) -> Surroundings:
        """What is known around a candidate, by what was noted before it."""
        sentence = a.sentences[candidate.sentence]
        same = self._when is not None and sentence.block == self._block and candidate.sentence - self._sentence <= 2
        group = candidate.group
        dep = a.tokens[candidate.head].dep
        simple_past = group is not None and group.tense is Tense.PAST and not group.perfect
        led_to = came_of(a, candidate.head)
        beside = dep == "advcl" and not (led_to or at_that_time(a, candidate.head) or _goes_with(a, candidate.head))
        background = (
            dep in {"relcl", "acl", "pobj", "amod"}
            or _clause(a, candidate) in {"relcl", "acl"}
            or beside
            or _done_before(a, candidate.head)
            or charges_with(a, candidate.head) >= 0
            or _opens_with_when(a, candidate)
            or _told_as_earlier(a, candidate)
        )
        background = background or (candidate.noun and not candidate.light and is_habitual(a, candidate))
        return Surroundings(
            published=self._published,
            told=self._when if same and (simple_past or led_to) and not background else None,
            news=self._news,
            background=background,
            narrative=narrative and not (self._news is not None and _is_answer(a, candidate)),
        )


def _is_answer(a: Analysis, candidate: Candidate) -> bool:
    """Whether somebody says something: in an obituary, of the death it opens with and not in the life it tells."""
    words = lexicon()
    return candidate.verb >= 0 and a.tokens[candidate.verb].lemma in words.say | words.act


def _is_news(when: When, published: int | None, *, days: int) -> bool:
    """Whether a day lies in the `days` before the article."""
    return published is not None and when.latest is not None and 0 <= published - when.latest <= days


def _told_as_earlier(a: Analysis, candidate: Candidate) -> bool:
    """Under "previously", "once", "X's history of"."""
    earlier = lexicon().earlier_adverbs
    heads = {candidate.head, candidate.verb} - {-1}
    if any(a.tokens[k].text.lower() in earlier for head in heads for k in a.children[head]):
        return True
    above = a.tokens[a.tokens[candidate.head].head]
    return above.dep == "prep" and a.tokens[above.head].lemma in {"history", "past", "record"}


def _short(when: When) -> bool:
    return when.earliest is not None and when.latest is not None and when.latest - when.earliest <= 1


def _clause(a: Analysis, candidate: Candidate) -> str:
    """How the clause that a trigger stands in hangs on the sentence: "relcl" also for what is joined to it by "and"."""
    at = candidate.verb if candidate.verb >= 0 else candidate.head
    while a.tokens[at].dep == "conj" and is_verb(a, a.tokens[at].head):
        at = a.tokens[at].head
    return a.tokens[at].dep


def _done_before(a: Analysis, i: int) -> bool:
    """In "was arrested after shooting two people", "fined for dumping waste": how long before is not said."""
    token = a.tokens[i]
    while token.dep == "conj" and a.tokens[token.head].tag == "VBG":
        token = a.tokens[token.head]
    if token.dep != "pcomp":
        return False
    word = a.tokens[token.head]
    return word.text.lower() in AFTER or (word.text.lower() in {"for", "of"} and holds_against(a, word.head))


def _goes_with(a: Analysis, i: int) -> bool:
    """Whether a participle tells more of the news: "…, the firm saying that more work is needed"."""
    below = {a.tokens[k].dep for k in a.children[i]}
    return a.tokens[i].tag == "VBG" and not below & {"mark", "aux", "advmod"}


def _opens_with_when(a: Analysis, candidate: Candidate) -> bool:
    """In "when they first met, he praised her": a story of earlier days, not the news; not in "when asked, he said"."""
    return any(
        a.tokens[i].dep == "advcl"
        and i < a.tokens[i].head
        and any(a.tokens[k].text.lower() == "when" for k in a.children[i])
        and (a.tokens[i].tag != "VBN" or any(a.tokens[k].dep in OF_CLAUSE for k in a.children[i]))
        for i in (candidate.head, *a.children[candidate.head])
    )
