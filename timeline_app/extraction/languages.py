"""Which language a text is in: whether it is English is asked of its small words, and only then which else it is.

Events and actors are read by a model of English, which finds nonsense in a text of another language without a word of
warning. py3langid names the language; it is loaded only for a text whose words are not those of English.
"""

from __future__ import annotations

import re

from timeline_app.model.language import ENGLISH, language_name

#: The commonest words of English: of running text they are more than a third, of other languages hardly any.
SMALL_WORDS = frozenset(
    "the of and to in a is that for it as was with be by on not he i this are or his from at which but have an had they"
    " you were their one all we can her has there been if more when will would who so no she said its than".split()
)
#: Share of small words from which on a text is taken for English. The titles and tables of English news have less than
#: running text, and Dutch or Afrikaans, which share "in", "is" and "of", not so many.
ENOUGH = 0.2
#: Fewer words tell too little.
LEAST_WORDS = 25
#: So much of a text is looked at.
LOOKED_AT = 20_000
#: So much of it is asked about, from the middle of what is looked at.
ASKED = 6_000
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_LETTER = re.compile(r"[^\W\d_]")


def language_of(text: str) -> str:
    """The ISO 639-1 code of a text's language; "en" also where there is too little text to tell."""
    begin = text[:LOOKED_AT]
    words = _WORD.findall(begin.lower())
    if len(words) >= LEAST_WORDS:
        if sum(word in SMALL_WORDS for word in words) >= ENOUGH * len(words):
            return ENGLISH
    elif _is_latin(begin) or not words:
        return ENGLISH
    return _asked(begin)


def _is_latin(text: str) -> bool:
    """Whether most letters are those of Latin scripts: a language without blanks has few words and many letters."""
    letters: list[str] = _LETTER.findall(text)
    return 2 * len([letter for letter in letters if letter < "ɐ"]) >= len(letters)


def _asked(text: str) -> str:
    from py3langid.langid import classify

    first = max((len(text) - ASKED) // 2, 0)
    return str(classify(text[first : first + ASKED])[0])


def foreign_notice(code: str) -> str:
    """The sentence on an article that is not in English."""
    return (
        f"This article is in {language_name(code)}. Dateline reads events and actors in English only, so it found none;"
        " dates in figures are marked, and the text can be searched."
    )
