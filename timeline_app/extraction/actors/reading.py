"""What a pass over the words of an article tells about its capitals, before any name is looked for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from timeline_app.extraction.actors.lore import Lore
from timeline_app.extraction.actors.spans import KIND_OF_LABEL
from timeline_app.extraction.analysis import Analysis, Sentence, Token

NO_NAME_LABELS = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL"})
_GLUED = re.compile(r"[a-z]{2,}(?=[A-Z][a-z]|[A-Z]{2})")
_GLUED_CAPITAL = re.compile(r"([A-Z][a-z]{2,})([A-Z][a-z]+)$")
_BRAND = re.compile(r"(?:[a-z]|mc|mac|de|al|el|le|la)[A-Z]")
OPENERS = frozenset("\"“”‘'`(:[—–-*•…") | {"``", "--", "''"}
_STOPS = frozenset(".!?")
#: A line with this share of capitals among its longer words is written as a title.
TITLE_CASE_SHARE = 0.75


@dataclass
class Page:
    """An analysed text with its lists.

    `within` counts the words with capitals within sentences, `small` those in small letters; `last` holds the
    last words of runs of capitals, `shouted` the sentences written in capitals or like titles.
    """

    text: str
    tokens: Sequence[Token]
    sentences: Sequence[Sentence]
    lore: Lore
    parsed: bool
    within: Counter[str] = field(default_factory=Counter)
    small: Counter[str] = field(default_factory=Counter)
    last: set[str] = field(default_factory=set)
    shouted: set[int] = field(default_factory=set)

    def begins(self, i: int) -> bool:
        """Whether token `i` has its capital from its place: first in the sentence, or after a quote or colon."""
        token = self.tokens[i]
        return i == 0 or self.tokens[i - 1].sentence != token.sentence or self.tokens[i - 1].text in OPENERS


def open_page(text: str, analysis: Analysis, lore: Lore) -> Page:
    """Look once over all words."""
    page = Page(text, analysis.tokens, analysis.sentences, lore, analysis.parsed)
    inside: list[str] = []
    small: list[str] = []
    for number, sentence in enumerate(analysis.sentences):
        capitals = longer = run = 0
        within: list[str] = []
        before = "."
        for token in analysis.tokens[sentence.first : sentence.after]:
            word = token.text
            first = word[0]
            if first.isupper():
                run += 1
                if before != "." and before not in OPENERS:
                    within.append(word)
                if len(word) > 3:
                    capitals += 1
                    longer += 1
            else:
                if first.isalpha():
                    small.append(word)
                    longer += len(word) > 3
                if run > 1:
                    page.last.add(before)
                run = 0
            before = word
        if longer >= 5 and capitals >= TITLE_CASE_SHARE * longer and before not in _STOPS:
            page.shouted.add(number)
        else:
            inside += within
    page.within, page.small = Counter(inside), Counter(small)
    return page


def is_seen_small(page: Page, word: str) -> bool:
    """Whether a word that ends no name is mostly written small: "Iodine" in an article on iodine."""
    small = page.small[word.lower()]
    return small > 1 and small >= 2 * page.within[word] and word not in page.last


def over_known(page: Page, at: int, end: int) -> int:
    """The token after the name on the lists that begins at a token, whatever it has inside; at least the next one."""
    last = page.tokens[at].start + len(page.lore.match(page.text, page.tokens[at].start))
    after = at + 1
    while after < end and page.tokens[after].end <= last:
        after += 1
    return after


def is_lost_blank(page: Page, word: str) -> bool:
    """Whether a word that opens a sentence is two ordinary ones glued together ("Inthe", "Butit")."""
    lower, ordinary = word.lower(), page.lore.words["no_names"]
    if word in page.within or not word.isalpha():
        return False
    if word[0] == "I" and len(word) > 3 and (word[1:] in page.small or word[1:] in page.lore.words["acting"]):
        return True
    return any(
        (lower[:cut] in ordinary or lower[:cut] in page.small)
        and (lower[cut:] in ordinary or lower[cut:] in page.small)
        for cut in range(2, len(lower) - 1)
    )


def tail_length(page: Page, word: str) -> int:
    """How many small letters stand glued behind a name ("Googleheadquarters": 12), as lost blanks leave them."""
    hump = None if word[1:].islower() else _GLUED_CAPITAL.match(word)
    if hump and hump.group(1) in page.within and hump.group(2).lower() in page.lore.words["no_names"]:
        return len(hump.group(2))  # "YoneyamaTwo"
    if len(word) < 8 or word in page.lore.known or word in page.lore.people or word.lower() in page.small:
        return 0
    for cut in range(len(word) - 3, 4, -1):
        head, tail = word[:cut], word[cut:]
        small = tail.islower() and (tail in page.small or tail in page.lore.words["glued"])
        if small and (head in page.within or head in page.lore.known):
            return len(tail)
    return 0


def glue_length(word: str) -> int:
    """How many small letters stand glued before a name ("inLondon": 2), as lost blanks leave them; 0 for none."""
    if word[0].isupper() or word.islower() or _BRAND.match(word):
        return 0
    match = _GLUED.match(word)
    return match.end() if match else 0


def is_brand(word: str) -> bool:
    """Whether a word begins small but has a capital soon ("iPhone", "eBay")."""
    return len(word) > 2 and word[0].islower() and word[1].isupper()


def name_label(token: Token) -> str:
    """The model's label where it is one of names."""
    return token.entity if token.entity in KIND_OF_LABEL else ""
