"""Marks, spaces and capitals of a title as print has them."""

from __future__ import annotations

import re
from collections.abc import Sequence


def capital(text: str) -> str:
    """With a capital letter, but for words that have one within ("iPhone")."""
    first = text.split(maxsplit=1)[0] if text else ""
    return text if any(letter.isupper() for letter in first[1:]) else text[:1].upper() + text[1:]


def tidy(text: str) -> str:
    """White space and marks as print has them."""
    for mark in (" ,", " .", " ;", " :", " ’s", " 's", " )", "( "):
        text = text.replace(mark, mark.strip())
    text = re.sub(r"(?<=[A-Za-z]) - (?=[A-Za-z])", "-", re.sub(r"(?<=s) (['’]) (?=\w)", r"\1 ", text))
    text = text.replace("[", "").replace("]", "")
    text = re.sub(r"([$£€]) (?=\d)", r"\1", re.sub(r"(\d) %", r"\1%", text))
    return re.sub(r"['’]s$", "", " ".join(text.split()).strip(' ,;:-–—"`#*_'))


def without_article(text: str) -> str:
    """Without the article that a title begins with."""
    return re.sub(r"^(a|an|the) (?=[a-z])", "", text, flags=re.IGNORECASE)


def listed(names: Sequence[str], joint: str = " and ") -> str:
    """Names with commas and "and"."""
    return joint.join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)
