"""The line of place and agency before an article: "CAGUAS, Puerto Rico (AP) --"."""

from __future__ import annotations

from timeline_app.extraction.actors.reading import Page
from timeline_app.extraction.analysis import Sentence

#: A dateline is no longer than this, in tokens, and has its agency's name in no more than this.
LONGEST = 12
LONGEST_AGENCY = 3
_DASHES = ("-", "--", "–", "—", "_", "__")


def dateline_agency(page: Page, sentence: Sentence) -> int:
    """The first token of the agency that only signs the article, or -1."""
    opened = _bracket(page, sentence)
    return opened + 1 if opened >= 0 else -1


def is_dateline_place(page: Page, first: int, after: int) -> bool:
    """Whether tokens [first, after) in capitals are where an article was written."""
    tokens = page.tokens
    sentence = page.sentences[tokens[first].sentence]
    if first != sentence.first or not all(token.text.isupper() for token in tokens[first:after]):
        return False
    if sum(len(token.text) for token in tokens[first:after]) < 4 or after >= sentence.after:
        return False
    return _bracket(page, sentence) >= after or tokens[after].text in _DASHES[1:]


def _bracket(page: Page, sentence: Sentence) -> int:
    """The token that opens the brackets of a dateline's agency, or -1."""
    tokens = page.tokens
    if not tokens[sentence.first].text.isupper():
        return -1
    for i in range(sentence.first + 1, min(sentence.after - 1, sentence.first + LONGEST)):
        word = tokens[i].text
        if word == "(":
            return i if _closes(page, i) else -1
        if word not in (",", ".") and not word[0].isupper() and word not in page.lore.words["links"]:
            return -1
    return -1


def _closes(page: Page, opened: int) -> bool:
    """Whether brackets close soon and a dash follows."""
    for token in page.tokens[opened + 1 : opened + 2 + LONGEST_AGENCY]:
        if ")" in token.text:
            return page.text[token.start : token.end + 3].partition(")")[2].lstrip().startswith(_DASHES)
    return False
