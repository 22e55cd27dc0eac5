"""Phrases of a text as a title has them: names as known, without articles and clauses, in longer and shorter forms."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline_app.extraction.analysis import Analysis
from timeline_app.extraction.events.beside import named_beside
from timeline_app.extraction.events.edges import outside_brackets, whole_words
from timeline_app.extraction.events.grammar import subjects
from timeline_app.extraction.events.lexicon import lexicon
from timeline_app.extraction.events.modifiers import IDLE, reaches
from timeline_app.extraction.events.participants import ActorIndex
from timeline_app.extraction.events.referents import fuller, named_by
from timeline_app.extraction.events.remembering import remembered
from timeline_app.extraction.events.typography import listed
from timeline_app.extraction.events.verbs import RELATIVE_WORDS, is_no_one, is_verb
from timeline_app.model import ActorKind, Mention, MentionForm

#: Characters that a phrase may take where nothing else is said.
ROOMY = 60
#: Characters of a phrase told before that stands for "the deal".
FULLER = 42
#: A name with more words around it stands alone: "the American car maker General Motors".
LONG_NAME = 4
DROPPED_DETERMINERS = frozenset({"a", "an", "the", "this", "these", "that", "those"})
PRONOUNS = frozenset(
    "what he she they it who which that him her them we i you his their its one this these those itself us me "
    "himself herself themselves hers theirs whom".split()
)
OWN = frozenset({"my", "our", "your"})
PERSONAL = frozenset({"he", "she", "his", "her", "him"})
#: Endings of nouns, and some nouns, that name no person.
ABSTRACT = ("tion", "ment", "ness", "ity", "ance", "ence", "ship", "ism", "age", "ure")
THINGS = frozenset(
    "move step company firm plan case book letter day year country city news story idea response".split()
)
POSSESSIVES = frozenset({"his", "her", "its", "their"})
YEAR = re.compile(r"1\d{3}|20\d\d")
#: Adverbs that a phrase may begin with.
ABOUT = frozenset(
    "nearly almost about only not over around approximately just more less most least up at well newly highly heavily "
    "fully first once long recently previously formerly no as two-thirds how seriously critically".split()
)
WEEKDAY = re.compile(r" (Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$")
#: Words that no phrase begins or ends with.
LEADING = frozenset("[ ] # * _ whose what of and or , - / but including ’s 's".split())
LOOSE = LEADING | frozenset(
    "since during until before as than on at by from after the a an to in for with not worth".split()
)


def fitting(forms: Sequence[str], room: int) -> str:
    """The first form that `room` characters hold, else the shortest."""
    return next((form for form in forms if len(form) <= room), forms[-1] if forms else "")


def longest_first(forms: Sequence[str]) -> list[str]:
    """Each form once, the longest first."""
    return sorted(dict.fromkeys(form for form in forms if form), key=len, reverse=True)


def phrase_words(
    a: Analysis, index: ActorIndex, head: int, *, subject: bool = False, event: bool = False, room: int = ROOMY
) -> str:
    """A noun phrase for a title in the longest form that `room` holds; nothing for a pronoun nobody knows."""
    return fitting(phrase_forms(a, index, head, subject=subject, event=event), room)


def whole_head(a: Analysis, head: int) -> int:
    """The subject of "authorities re-opened", where "re" was taken for it."""
    before = [k for k in a.children[head] if k < head and a.tokens[k].pos in {"NOUN", "PROPN"}]
    return before[-1] if before and is_prefix(a, head) and len(a.tokens[head].text) <= 3 else head


@remembered
def phrase_forms(a: Analysis, index: ActorIndex, head: int, *, subject: bool = False, event: bool = False) -> list[str]:
    """A noun phrase for a title, longest form first: an actor's own name where it is one, else without the article.

    A pronoun becomes whom it means. `event` marks a happening, which is never a name.
    """
    return forms_of(a, index, head, subject=subject, event=event)


@remembered
def forms_of(
    a: Analysis,
    index: ActorIndex,
    head: int,
    *,
    subject: bool = False,
    event: bool = False,
    without: int = -1,
    until: int = -1,
) -> list[str]:
    """As `phrase_forms`; `without` is a clause that is left out, `until` a token at which the phrase ends."""
    token = a.tokens[head]
    if is_no_one(a, head):
        return ["no one"]
    counted = token.text.lower() == "one" and any(a.tokens[k].dep == "prep" and k > head for k in a.children[head])
    if token.text.lower() in PRONOUNS and token.text != "US" and not counted:
        return meant_forms(a, index, head)
    named = [m for m in index.mentions_at(head) if m.form is MentionForm.NAME]
    if event or "$" in (token.text, a.tokens[min(head + 1, len(a.tokens) - 1)].text) or token.entity == "MONEY":
        named = []
    if named and index.actors[named[0].actor].kind is ActorKind.PERSON:
        return [_undated(index.actors[named[0].actor].name)]
    if token.text == "US" and a.tokens[min(head + 1, len(a.tokens) - 1)].text == "$":
        return ["US" + "".join(a.tokens[i].text for i in (head + 1, head + 2) if i < len(a.tokens))]
    people = "" if event else named_beside(a, index, head)
    if people:
        return [people]
    found = []
    told_before = "" if event else named_by(a, index, head)
    if told_before:
        return [told_before]
    earlier = -1 if event else fuller(a, head)
    if earlier >= 0:
        found += _told_fully(a, index, earlier)
    for reach in reaches(a, head, without=without, until=until, event=event):
        tokens = reach
        if named:
            tokens = _without_dates_around(a, reach, named[0], head)
            if len(tokens) > LONG_NAME + 4 or _within(a, tokens, named[0]):
                found.append(_of_mention(a, named[0], head))
                continue
        found.append(spelled(a, index, _trimmed(a, tokens), subject=subject, event=event))
    return longest_first(found)


def _told_fully(a: Analysis, index: ActorIndex, earlier: int) -> list[str]:
    """The phrase that told first what "the deal" is, where it is short and has no pronoun."""
    for tokens in reaches(a, earlier):
        text = spelled(a, index, _trimmed(a, tokens))
        if len(text) <= FULLER and not any(a.tokens[i].pos == "PRON" for i in tokens):
            return [text]
    return []


def _undated(name: str) -> str:
    """A name without the weekday that stands behind it: "President Clinton Thursday condemned"."""
    return WEEKDAY.sub("", name)


def _without_dates_around(a: Analysis, tokens: list[int], name: Mention, head: int) -> list[int]:
    kept = [
        i
        for i in tokens
        if a.tokens[i].entity not in {"DATE", "TIME"}
        or a.tokens[i].start >= name.passage.start
        or YEAR.fullmatch(a.tokens[i].text)
    ]
    return kept if head in kept else tokens


def meant_forms(a: Analysis, index: ActorIndex, head: int) -> list[str]:
    """Whom a pronoun means: the actor it was resolved to, else the phrase it stands for."""
    token = a.tokens[head]
    if token.text.lower() in RELATIVE_WORDS and a.tokens[token.head].dep == "relcl":
        return [_unowned(form) for form in phrase_forms(a, index, a.tokens[token.head].head)]
    actors = list(dict.fromkeys(m.actor for m in index.mentions_at(head)))
    if actors:
        return [listed([index.actors[actor].name for actor in actors[:3]])]
    if (same := _object_before(a, head)) >= 0:
        return [form for form in phrase_forms(a, index, same) if len(form) <= FULLER]
    if token.dep in {"dobj", "pobj", "dative"}:
        return []  # only of subjects is it known well enough what "it" means
    heads = [h for h in index.antecedents.heads(head)[:3] if a.tokens[h].text.lower() not in PRONOUNS]
    if token.text.lower() in PERSONAL and any(_is_thing(a, h) for h in heads):
        return []
    names = [_unowned(phrase_words(a, index, h, room=30)) for h in heads]
    return [listed([name for name in names if name])] if any(names) else []


def _object_before(a: Analysis, head: int) -> int:
    """The company, of "founded the company and dissolved it"; -1 where it is not so."""
    token = a.tokens[head]
    verb = a.tokens[token.head]
    if token.dep != "dobj" or token.text.lower() not in {"it", "them"} or verb.dep != "conj":
        return -1
    objects = [k for k in a.children[verb.head] if a.tokens[k].dep == "dobj" and a.tokens[k].pos in {"NOUN", "PROPN"}]
    many = bool(objects) and a.tokens[objects[0]].tag in {"NNS", "NNPS"}
    return objects[0] if len(objects) == 1 and many is (token.text.lower() == "them") else -1


def _is_thing(a: Analysis, i: int) -> bool:
    """Whether a noun tells of what happens or is, and not of a person."""
    lemma = a.tokens[i].lemma.lower()
    return lemma in lexicon().noun_family or lemma in THINGS or lemma.endswith(ABSTRACT)


def _unowned(name: str) -> str:
    """Without the "his" or "its" of someone that is not named beside it."""
    first, _, rest = name.partition(" ")
    return rest if first.lower() in POSSESSIVES and rest else name


def _within(a: Analysis, tokens: Sequence[int], mention: Mention) -> bool:
    """Whether a phrase is only a part of the name it stands in."""
    return all(mention.passage.start <= a.tokens[i].start < mention.passage.end for i in tokens)


def _of_mention(a: Analysis, mention: Mention, head: int) -> str:
    first = after = head
    while first and a.tokens[first - 1].start >= mention.passage.start:
        first -= 1
    while after < len(a.tokens) and a.tokens[after].start < mention.passage.end:
        after += 1
    inside = list(range(first, after))
    tokens = [a.tokens[i] for i in outside_brackets(a, inside)]
    kept = tokens[1:] if tokens and tokens[0].text.lower() in DROPPED_DETERMINERS else tokens
    return "".join(
        ("" if n == 0 or kept[n - 1].end == token.start else " ") + token.text for n, token in enumerate(kept)
    )


def is_prefix(a: Analysis, i: int) -> bool:
    """Whether a token is only the first part of a word written with a hyphen: "co" of "co-founder"."""
    return i + 1 < len(a.tokens) and a.tokens[i + 1].text == "-" and a.tokens[i + 1].start == a.tokens[i].end


def _trimmed(a: Analysis, tokens: list[int]) -> list[int]:
    """Without the article before and the loose words that a cut left at either end."""
    unwanted = DROPPED_DETERMINERS | OWN | LEADING | IDLE
    while tokens and (a.tokens[tokens[0]].text.lower() in unwanted or a.tokens[tokens[0]].text.endswith("px")):
        tokens = tokens[1:]
    while len(tokens) > 1 and a.tokens[tokens[0]].pos == "ADV" and a.tokens[tokens[0]].text.lower() not in ABOUT:
        tokens = tokens[1:]
    while tokens and (a.tokens[tokens[-1]].text.lower() in LOOSE or a.tokens[tokens[-1]].pos == "ADV"):
        tokens = tokens[:-1]
    return tokens


def spelled(
    a: Analysis, index: ActorIndex, tokens: Sequence[int], *, subject: bool = False, event: bool = False
) -> str:
    """The words as written, with white space only where the text has it; "his" by name where it begins a title.

    `event`: a happening, whose "its" goes where nobody knows whose it is.
    """
    text, previous = "", -1
    for i in whole_words(a, tokens):
        token = a.tokens[i]
        glued = previous == i - 1 and previous >= 0 and a.tokens[previous].end == token.start
        word = _in_the_middle(a, i)
        another = _of_another(a, index, i) if token.dep == "poss" and not subject else ""
        if another:
            word = another
        elif token.dep == "poss" and a.tokens[token.head].lemma == "kind":
            pass
        elif token.dep == "poss" and event and word.lower() in POSSESSIVES and not index.mentions_at(i):
            word = ""
        elif token.dep == "poss" and word.lower() in POSSESSIVES | OWN and (subject or word.lower() in OWN):
            owner = "".join(meant_forms(a, index, i)[-1:]) if _is_known_owner(a, index, i) else ""
            word = f"{owner}’s" if owner and not owner.endswith("s") else f"{owner}’" if owner else ""
        if word:
            text += word if glued or not text else f" {word}"
        previous = i
    return text


def _in_the_middle(a: Analysis, i: int) -> str:
    """A word as it stands inside a sentence: without the capital letter that only its place gave it."""
    token = a.tokens[i]
    begins = i == a.sentences[token.sentence].first and not token.entity and token.pos != "PROPN"
    return token.text.lower() if begins and token.text.istitle() else token.text


def _is_known_owner(a: Analysis, index: ActorIndex, i: int) -> bool:
    """Whether a name, not only a noun some way before, is meant by "its"."""
    return bool(index.mentions_at(i)) or any(a.tokens[h].pos == "PROPN" for h in index.antecedents.heads(i))


def _of_another(a: Analysis, index: ActorIndex, i: int) -> str:
    """The name instead of the "her" of "sentenced for her murder", where she is not who the clause begins with."""
    owners = {m.actor for m in index.mentions_at(i)}
    if a.tokens[i].text.lower() not in {"his", "her"} or len(owners) != 1:
        return ""
    at, above = i, set()
    while a.tokens[at].head != at:
        at = a.tokens[at].head
        if is_verb(a, at):
            heads = subjects(a, at)
            if any(i in a.subtree(head) for head in heads):
                continue
            above |= {m.actor for head in heads for m in index.mentions_at(head)}
    if above & owners or is_verb(a, i):
        return ""
    name = index.actors[owners.pop()].name
    return f"{name}’" if name.endswith("s") else f"{name}’s"
