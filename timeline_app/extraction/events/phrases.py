"""Phrases of a text as a title has them: names as known, without articles and clauses, and not too many words."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_app.extraction.analysis import Analysis
from timeline_app.extraction.events.grammar import CLAUSES, phrase
from timeline_app.extraction.events.participants import ActorIndex
from timeline_app.extraction.events.verbs import RELATIVE_WORDS
from timeline_app.model import ActorKind, Mention, MentionForm

MAX_PHRASE = 7
#: A name with more words around it stands alone: "the American car maker General Motors".
LONG_NAME = 4
DROPPED_DETERMINERS = frozenset({"a", "an", "the", "this", "these", "that", "those"})
PRONOUNS = frozenset(
    "what he she they it who which that him her them we i you his their its one this these those itself us me".split()
)
OWN = frozenset({"my", "our", "your"})
POSSESSIVES = frozenset({"his", "her", "its", "their"})
TIMES = frozenset({"DATE", "TIME"})
#: Words that no phrase begins or ends with.
LEADING = frozenset("[ ] whose what of and or , - / but including ’s 's".split())
LOOSE = LEADING | frozenset("since during until before as than on at by from after the a an to in for with".split())


def spoken(
    a: Analysis, index: ActorIndex, heads: Sequence[int], *, subject: bool = False, limit: int = MAX_PHRASE
) -> str:
    """The phrases of up to three heads, joined: "Germany, France and Italy"; those within one name are one."""
    kept = [head for head in heads if not (len(heads) > 1 and is_prefix(a, head))]
    kept = [head for n, head in enumerate(kept) if not any(_one_name(index, head, other) for other in kept[:n])]
    kept = _of_a_kind(index, kept)
    names = [
        name
        for n, head in enumerate(kept[:3])
        if (name := phrase_words(a, index, head, limit, subject=subject and n == 0))
    ]
    return listed(list(dict.fromkeys(names)))


def _of_a_kind(index: ActorIndex, heads: list[int]) -> list[int]:
    """Without people whom a parse joined to a thing: "described it as a success and its secretary, Jeremy Dear"."""

    def person(head: int) -> bool:
        return any(index.actors[m.actor].kind is ActorKind.PERSON for m in index.mentions_at(head))

    if len(heads) < 2 or index.mentions_at(heads[0]):
        return heads
    return [heads[0], *(head for head in heads[1:] if not person(head))]


def _one_name(index: ActorIndex, one: int, other: int) -> bool:
    names = [m for m in index.mentions_at(one) if m.form is MentionForm.NAME]
    return any(m in names for m in index.mentions_at(other))


def listed(names: Sequence[str]) -> str:
    """Names with commas and "and"."""
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)


def phrase_words(
    a: Analysis, index: ActorIndex, head: int, limit: int = MAX_PHRASE, *, subject: bool = False, event: bool = False
) -> str:
    """A noun phrase for a title: an actor's own name where it is one, else its words without the article.

    A pronoun becomes whom it means, or nothing where nobody knows. `event` marks a happening, which is never a name.
    """
    token = a.tokens[head]
    if token.text.lower() in PRONOUNS and token.text != "US":
        return _meant(a, index, head)
    named = [m for m in index.mentions_at(head) if m.form is MentionForm.NAME]
    if event or "$" in (token.text, a.tokens[min(head + 1, len(a.tokens) - 1)].text) or token.entity == "MONEY":
        named = []
    if named and index.actors[named[0].actor].kind is ActorKind.PERSON:
        return index.actors[named[0].actor].name
    people = "" if event else _people_beside(a, index, head)
    if people:
        return people
    tokens = [i for i in phrase(a, head) if a.tokens[i].dep != "punct" or _inner(a, i) or _lists(a, i)]
    if token.dep == "poss" and a.tokens[tokens[-1]].dep == "case":
        tokens.pop()
    tokens = [i for i in tokens if not _is_day_of(a, i, head)]
    tokens = [i for i in tokens if not _under_apposition(a, i, head)]
    tokens = [i for i in tokens if not (i > head and _is_date(a, i, head))]
    if named:
        tokens = [i for i in tokens if a.tokens[i].entity not in TIMES or a.tokens[i].start >= named[0].passage.start]
    if named and (len(tokens) > min(limit, LONG_NAME) or _within(a, tokens, named[0])):
        return _of_mention(a, named[0])
    return spelled(a, index, _trimmed(a, _clipped(a, tokens, head, limit)), subject=subject)


def _is_day_of(a: Analysis, i: int, head: int) -> bool:
    """The "Wednesday's" of "Wednesday's quake": the date is told beside the title."""
    owner = i if a.tokens[i].dep == "poss" else a.tokens[i].head
    return a.tokens[owner].dep == "poss" and a.tokens[owner].entity in TIMES and a.tokens[owner].head == head


def _is_date(a: Analysis, i: int, head: int) -> bool:
    """Whether a token belongs to a date behind the head ("… in June", "this Sunday"); a year within a name stays."""
    at = i
    while at != head:
        token = a.tokens[at]
        if token.entity in TIMES and token.dep in {"pobj", "npadvmod", "tmod"}:
            return True
        if token.dep == "prep" and any(
            a.tokens[k].entity in TIMES and a.tokens[k].dep == "pobj" for k in a.children[at]
        ):
            return True
        if token.head == at:
            return False
        at = token.head
    return False


def _meant(a: Analysis, index: ActorIndex, head: int) -> str:
    """Whom a pronoun means: the actor it was resolved to, else the phrase it stands for."""
    token = a.tokens[head]
    if token.text.lower() in RELATIVE_WORDS and a.tokens[token.head].dep == "relcl":
        return _unowned(phrase_words(a, index, a.tokens[token.head].head))
    actors = list(dict.fromkeys(m.actor for m in index.mentions_at(head)))
    if actors:
        return listed([index.actors[actor].name for actor in actors[:3]])
    heads = index.antecedents.heads(head)[:3]
    return listed([name for h in heads if (name := _unowned(phrase_words(a, index, h)))])


def _unowned(name: str) -> str:
    """Without the "his" or "its" of someone that is not named beside it."""
    first, _, rest = name.partition(" ")
    return rest if first.lower() in POSSESSIVES and rest else name


def _within(a: Analysis, tokens: Sequence[int], mention: Mention) -> bool:
    """Whether a phrase is only a part of the name it stands in."""
    return all(mention.passage.start <= a.tokens[i].start < mention.passage.end for i in tokens)


def _of_mention(a: Analysis, mention: Mention) -> str:
    tokens = [t for t in a.tokens if mention.passage.start <= t.start < mention.passage.end]
    kept = tokens[1:] if tokens and tokens[0].text.lower() in DROPPED_DETERMINERS else tokens
    return "".join(
        ("" if n == 0 or kept[n - 1].end == token.start else " ") + token.text for n, token in enumerate(kept)
    )


def _people_beside(a: Analysis, index: ActorIndex, head: int) -> str:
    """The people that an apposition names: "the released hostages, Judith and Natalie Raanan"."""
    for k in a.children[head]:
        if a.tokens[k].dep == "appos" and a.tokens[head].pos == "NOUN":
            actors = [x for i in a.subtree(k) for x in (m.actor for m in index.mentions_at(i))]
            people = [x for x in dict.fromkeys(actors) if index.actors[x].kind is ActorKind.PERSON]
            if people:
                return listed([index.actors[x].name for x in people[:3]])
    return ""


def is_prefix(a: Analysis, i: int) -> bool:
    """Whether a token is only the first part of a word written with a hyphen: "co" of "co-founder"."""
    return i + 1 < len(a.tokens) and a.tokens[i + 1].text == "-" and a.tokens[i + 1].start == a.tokens[i].end


def _inner(a: Analysis, i: int) -> bool:
    return a.tokens[i].text in {"-", "’", "'", "/", "–"}


def _lists(a: Analysis, i: int) -> bool:
    """Whether a comma stands between words joined in a list."""
    return a.tokens[i].text == "," and any(a.tokens[k].dep == "conj" and k > i for k in a.children[a.tokens[i].head])


def _under_apposition(a: Analysis, i: int, head: int) -> bool:
    at = i
    while at != head:
        if a.tokens[at].dep in {"appos"} | CLAUSES or a.tokens[at].text.lower() in {"including", "such"}:
            return True
        if a.tokens[at].head == at:
            return False
        at = a.tokens[at].head
    return False


def _clipped(a: Analysis, tokens: list[int], head: int, limit: int) -> list[int]:
    """At most `limit` words, cut before a preposition behind the head."""
    if len(tokens) <= limit:
        return tokens
    cut = [i for i in tokens if i <= head]
    for i in tokens:
        if i > head and a.tokens[i].dep == "prep" and len(cut) >= limit:
            if a.tokens[i].text.lower() == "of":  # what stands before "of" says nothing without it
                earlier = [k for k in cut if k > head and a.tokens[k].dep == "prep"]
                cut = [k for k in cut if not earlier or k < earlier[-1]]
            break
        if i > head:
            cut.append(i)
    if len(cut) > limit + (1 if limit <= LONG_NAME else 3):
        cut = [i for i in cut if i <= head][-limit:]
    return cut


def _trimmed(a: Analysis, tokens: list[int]) -> list[int]:
    """Without the article before and the loose words that a cut left at either end."""
    unwanted = DROPPED_DETERMINERS | OWN | LEADING
    while tokens and (a.tokens[tokens[0]].text.lower() in unwanted or a.tokens[tokens[0]].text.endswith("px")):
        tokens = tokens[1:]
    while tokens and (a.tokens[tokens[-1]].text.lower() in LOOSE or a.tokens[tokens[-1]].pos == "ADV"):
        tokens = tokens[:-1]
    return tokens


def spelled(a: Analysis, index: ActorIndex, tokens: Sequence[int], *, subject: bool = False) -> str:
    """The words as written, with white space only where the text has it; "his" by name where it begins a title."""
    text, previous = "", -1
    for i in _whole_words(a, tokens):
        token = a.tokens[i]
        glued = previous == i - 1 and previous >= 0 and a.tokens[previous].end == token.start
        word = token.text
        if token.dep == "poss" and word.lower() in POSSESSIVES | OWN and (subject or word.lower() in OWN):
            owner = _meant(a, index, i)
            word = f"{owner}’s" if owner and not owner.endswith("s") else f"{owner}’" if owner else ""
        if word:
            text += word if glued or not text else f" {word}"
        previous = i
    return text


def _whole_words(a: Analysis, tokens: Sequence[int]) -> list[int]:
    """Tokens with the rest of each word that a hyphen cut in two ("co", "-", "founder")."""
    whole = set(tokens)
    for i in tokens:
        at = i
        while is_prefix(a, at) and at + 2 < len(a.tokens) and a.tokens[at + 1].end == a.tokens[at + 2].start:
            whole |= {at + 1, at + 2}
            at += 2
        at = i
        while at >= 2 and is_prefix(a, at - 2) and a.tokens[at - 1].end == a.tokens[at].start:
            whole |= {at - 1, at - 2}
            at -= 2
    return sorted(whole)
