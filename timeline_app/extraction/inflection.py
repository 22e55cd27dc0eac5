"""English verb forms: the base that a lemmatizer misses, and those that titles need."""

from __future__ import annotations

IRREGULAR = {"be": "is", "have": "has", "do": "does", "go": "goes"}


#: A prefix that makes no other word of a verb: "re-opened" is of "open".
AGAIN = "re-"


def base_of(text: str, lemma: str) -> str:
    """The base form where a lemmatizer took too much off: "hoped" is of "hope", for that of "hop" is "hopped".

    It is without the prefix of "re-opened".
    """
    word, base = text.lower().removeprefix(AGAIN), lemma.lower().removeprefix(AGAIN)
    short = len(base) >= 3 and base[-1] not in "aeiouwxy" and base[-2] in "aeiou" and base[-3] not in "aeiou"
    one_syllable = sum(letter in "aeiou" for letter in base) == 1
    if base.endswith("oe") and word == base + "d" and base[:-1] in {"video", "radio", "echo", "veto", "torpedo"}:
        return base[:-1]
    return base + "e" if word == base + "ed" and short and one_syllable else base


def third_person(base: str) -> str:
    """The form after he or she: releases, catches, carries."""
    if base in IRREGULAR:
        return IRREGULAR[base]
    if base.endswith(("s", "x", "z", "ch", "sh")) or (base.endswith("o") and base[-2:-1] not in "aeiou"):
        return base + "es"
    if base.endswith("y") and base[-2:-1] not in "aeiou":
        return base[:-1] + "ies"
    return base + "s"
