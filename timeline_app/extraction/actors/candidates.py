"""From runs of capitals and the model's entities to names, with the names inside them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from timeline_app.extraction.actors.datelines import dateline_agency
from timeline_app.extraction.actors.kinds import kind_by_words
from timeline_app.extraction.actors.pieces import cut, is_apart, is_opening, nationality, people_at
from timeline_app.extraction.actors.places import is_placed
from timeline_app.extraction.actors.reading import Page, glue_length, is_seen_small, name_label, tail_length
from timeline_app.extraction.actors.runs import capital_runs
from timeline_app.extraction.actors.spans import KIND_OF_LABEL, Name, plain_letters, squeeze
from timeline_app.extraction.actors.spelled import spelled_out
from timeline_app.extraction.actors.titles import is_role, own_start, role_before
from timeline_app.extraction.analysis import Sentence
from timeline_app.model import ActorKind, MentionForm

_POSSESSIVES = ("'s", "’s")
#: A word of so many capitals is no acronym but written loud: "marked CONFIDENTIAL".
LONGEST_ACRONYM = 8
#: Ends of words for teachings and fears, which name nobody: "Communism", "Islamophobia".
_DOCTRINES = ("ism", "phobia")
_NO_NAME = re.compile(r"[\[\]{}|<>=@#%$€£\\]")


def names_in(page: Page, sentence: Sentence) -> Iterator[Name]:
    """The names of a sentence in order; one inside another follows it."""
    agency = dateline_agency(page, sentence)
    whole = spelled_out(page, sentence) if page.text.find("(", sentence.start, sentence.end) >= 0 else {}
    starts = {i: first for first, after in whole.items() for i in range(first, after)}
    for first, after in capital_runs(page, sentence):
        if first == agency:
            continue
        named = next((i for i in range(first, after) if i in starts), after)
        if named > first:
            for begin, end in cut(page, first, named):
                yield from _read(page, begin, end)
        begin = starts.get(named, -1)
        if named < after and begin in whole:
            name = _name(page, begin, whole.pop(begin))
            yield name
            yield from _names_inside(page, name)


def _read(page: Page, first: int, after: int) -> Iterator[Name]:
    """The name in a piece, the nationalities before it and the names inside it."""
    tokens = page.tokens
    while first < after and (count := people_at(page, first, after)):
        if first + count < after and not is_apart(page, first, first + count, after):
            break
        yield nationality(page, first, first + count)
        first += count
    if after - first > 1 and page.begins(first) and (is_opening(page, first) or is_role(page, first)):
        first += 1
    while after > first + 1 and _hangs_over(page, after - 1):
        after -= 1
    while after > first and not tokens[first].text[0].isalnum():
        first += 1
    if first >= after or (after - first == 1 and _is_common(page, first)):
        return
    if _NO_NAME.search(page.text, tokens[first].start, tokens[after - 1].end):
        return
    name = _name(page, first, after)
    if name.label == "NORP" and not name.known and tokens[after - 1].tag == "JJ":
        name.form = MentionForm.NOMINAL
    yield name
    if after - first > 1:
        yield from _names_inside(page, name)


def _hangs_over(page: Page, i: int) -> bool:
    """Whether the last token of a piece is a small word or a mark that joins it to nothing."""
    token = page.tokens[i]
    apart = token.start > page.tokens[i - 1].end
    return not token.text[0].isalnum() or (apart and token.text in page.lore.words["links"])


def _is_common(page: Page, i: int) -> bool:
    """Whether a lone word with a capital names nobody: "Internet", "VIP", "SECRET" where "secret" is seen."""
    token = page.tokens[i]
    word, lower = token.text, token.text.lower()
    if lower in page.lore.words["common"] or (len(lower) > 6 and lower.endswith(_DOCTRINES)):
        return True
    if word not in page.lore.known and word not in page.lore.people and is_seen_small(page, word):
        return True
    if not word.isupper() or word in page.lore.known:
        return False
    return (len(word) > 3 and lower in page.small) or (len(word) >= LONGEST_ACRONYM and not page.begins(i))


def _name(page: Page, first: int, after: int) -> Name:
    tokens, lore = page.tokens, page.lore
    start = tokens[first].start + glue_length(tokens[first].text)
    end = tokens[after - 1].end - tail_length(page, tokens[after - 1].text) - _stop_length(page, after)
    whole = page.text[start:end]
    entry = lore.known.get(whole) or (
        lore.squeezed.get(squeeze(whole)) if after - first == 1 or " - " in whole else None
    )
    core, title = (first, "") if entry else own_start(page, first, after)
    words = [token.text for token in tokens[core:after]]
    if core == first:
        words[0] = page.text[start : tokens[first].end]
    if words and end < tokens[after - 1].end:
        words[-1] = page.text[max(start, tokens[after - 1].start) : end]
    telling = _telling(page, words) if len(words) > 1 else words
    forms = lore.words["sure_company_forms"]
    firm = any(word.lower().rstrip(".") in forms for word in words[len(telling) :])
    words = telling
    entry = entry or (lore.known.get(" ".join(words)) if words and not title else None)
    if words and words[-1].endswith(_POSSESSIVES):
        end, words[-1] = end - 2, words[-1][:-2]
    label = _label(page, core if words else first, after)
    role = "" if entry or title else _role(page, first, words, label)
    kind = entry.kind if entry else kind_by_words(page, words, label, title or role)
    if firm and not entry and not title:
        kind = ActorKind.ORGANIZATION
    body = firm or (len(words) > 1 and page.lore.has("organization_heads", words[-1]))
    placed = not entry and not body and is_placed(page, first, after, label)
    given = bool(words) and not entry and kind is ActorKind.PERSON and plain_letters(words[0]) in lore.genders
    if kind is None and placed:
        kind = ActorKind.PLACE
    return Name(
        start, end, first, after, core, tokens[first].sentence, tuple(words), label, kind, title or role,
        entry.name if entry else "", role=role, placed=placed, firm=firm, given=given,
    )  # fmt: skip


def _stop_length(page: Page, after: int) -> int:
    """How many stops of the sentence stand glued to its last name: "AT&T." ends with one, "U.S." with none."""
    word = page.tokens[after - 1].text
    if not word.endswith(".") or word in page.lore.known or (after < len(page.tokens) and not page.begins(after)):
        return 0
    return int(word[:-1] in page.lore.known or word[:-1] in page.within)


def _role(page: Page, first: int, words: list[str], label: str) -> str:
    """The role before a name that may be a person's: "goalkeeper Thibaut Courtois"."""
    if label not in ("PERSON", "ORG", "GPE", "") or (len(words) < 2 and label != "PERSON"):
        return ""
    return role_before(page, first)


def _label(page: Page, first: int, after: int) -> str:
    """The label of most of its words, the last one's where two share alike."""
    found = [label for token in page.tokens[first:after] if (label := name_label(token))]
    if not found or found.count(found[0]) == len(found):
        return found[0] if found else ""
    counts = Counter(found)
    last = name_label(page.tokens[after - 1])
    return max(counts, key=lambda label: (counts[label], label == last, label))


def _telling(page: Page, words: list[str]) -> list[str]:
    """The words that tell one name from another: no company form, no comma, no hyphen."""
    kept = [word for word in words if word[0].isalnum() or word == "&"]
    while len(kept) > 1 and kept[-1].lower().rstrip(".") in page.lore.words["company_forms"]:
        kept.pop()
    return kept or words


def _names_inside(page: Page, name: Name) -> Iterator[Name]:
    """States, places and organisations inside a longer name ("United Kingdom Home Office")."""
    at = name.first
    while at < name.after:
        found = _known_inside(page, at, name) or _marked_inside(page, at, name)
        if found is None:
            at += 1
        else:
            if _stands_alone(page, name, found):
                yield found
            at = found.after


def _known_inside(page: Page, at: int, name: Name) -> Name | None:
    token = page.tokens[at]
    start = max(token.start, name.start)
    found = page.lore.match(page.text, start, below=name.end - name.start)
    end = start + len(found)
    if not found or end > name.end:
        return None
    after = at + 1
    while after < name.after and page.tokens[after].end <= end:
        after += 1
    entry = page.lore.known[found]
    words = tuple(found.split())
    return Name(start, end, at, after, at, token.sentence, words, "GPE", entry.kind, known=entry.name, nested=True)


def _marked_inside(page: Page, at: int, name: Name) -> Name | None:
    """A place that the model has inside a longer name, or an organisation before a person's title."""
    tokens = page.tokens
    label = tokens[at].entity
    if not tokens[at].entity_start or label == name.label or label not in ("GPE", "ORG"):
        return None
    after = at + 1
    while after < name.after and tokens[after].entity == label and not tokens[after].entity_start:
        after += 1
    if after - at == name.after - name.first or any(page.lore.has("title_parts", t.text) for t in tokens[at:after]):
        return None
    words = tuple(token.text for token in tokens[at:after])
    return Name(
        tokens[at].start, tokens[after - 1].end, at, after, at, tokens[at].sentence, words, label, KIND_OF_LABEL[label],
        nested=True,
    )  # fmt: skip


def _stands_alone(page: Page, name: Name, inside: Name) -> bool:
    """Whether a name inside this one is a name of its own: not so inside a person's ("Jordan Henderson")."""
    leads = inside.first == name.first
    if name.known:
        makes = name.kind is ActorKind.OTHER and inside.kind is ActorKind.ORGANIZATION and inside.known != ""
        return leads and inside.known != name.known and (makes or name.kind is ActorKind.ORGANIZATION)
    if name.kind is ActorKind.PERSON:
        return inside.after <= name.core
    if inside.kind is ActorKind.ORGANIZATION:
        return name.kind is ActorKind.OTHER or (leads and (name.first + 3 < name.after or _is_division(page, inside)))
    ocean = inside.known.endswith((" Ocean", " Sea")) and name.kind is ActorKind.ORGANIZATION
    return inside.kind in (ActorKind.STATE, ActorKind.PLACE) and not ocean  # "Security Pacific Corp."


def _is_division(page: Page, inside: Name) -> bool:
    """Whether the word behind a known name makes a part of it: "Boeing Commercial Airplanes", "EADS North America"."""
    return inside.known != "" and page.lore.has("divisions", page.tokens[inside.after].text)
