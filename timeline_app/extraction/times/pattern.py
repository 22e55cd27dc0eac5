"""The small language rules are written in, and its translation to regular expressions.

    [the] {part} [of] {month}[,] {year}

Words stand for themselves, `{name}` for any word of a vocabulary list (`{month:start}` captures it as `start`),
`[…]` may be missing, `(a|b)` is a choice. A space is white space, `~` white space or a hyphen, and pieces that touch,
touch. A backslash takes the meaning from a mark. `<…>` is a plain regular expression without a width, say `<(?! old)>`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

SPACE = " +"
LOOSE = "(?: +|-)"
_TOKEN = re.compile(
    r"(?P<sep> +|~)|\{(?P<name>\w+)(?::(?P<group>\w*))?\}|<(?P<raw>[^>]*)>|(?P<mark>[\[\]()|])"
    r"|(?P<word>(?:\\.|[^\s\[\](){}|<~\\])+)"
)
_FIRST_WORD = re.compile(r"[a-z]+|\d")


class BadPatternError(ValueError):
    """A rule is written wrongly: a mistake of the programmer, not of the reader."""


@dataclass(frozen=True, slots=True)
class WordClass:
    """A named list of words as a regular expression, with the words a match can begin with ("0" is any digit)."""

    regex: str
    first: frozenset[str]


@dataclass(frozen=True, slots=True)
class Compiled:
    """A piece of a pattern; `empty` if it may match nothing."""

    regex: str
    first: frozenset[str]
    empty: bool


@dataclass(slots=True)
class _Item:
    piece: Compiled
    before: str


def word_class(words: Mapping[str, object]) -> WordClass:
    """A class of the keys of a vocabulary table, the longest tried first."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    regex = "(?:" + "|".join(re.escape(word).replace(r"\ ", SPACE).replace(r"\-", LOOSE) for word in ordered) + ")"
    return WordClass(regex + r"(?![a-z0-9])", frozenset(first_word(word) for word in words))


def one_of(words: str) -> WordClass:
    """A class of words given with slashes between them: "last/next/the same"."""
    return word_class(dict.fromkeys(words.split("/")))


def first_word(text: str) -> str:
    """What a scanner sees first of a literal: a word, "0" for digits, or the character itself."""
    match = _FIRST_WORD.match(text)
    if match is None:
        return text[:1]
    return "0" if match[0].isdigit() else match[0]


def compile_pattern(template: str, classes: Mapping[str, WordClass]) -> Compiled:
    """The regular expression of a pattern. Raises BadPatternError."""
    tokens = list(_TOKEN.finditer(template))
    if "".join(token[0] for token in tokens) != template:
        raise BadPatternError(f"cannot read the pattern {template!r}")
    reader = _Reader(tokens, classes, template)
    piece = reader.choice()
    if reader.position != len(tokens) or piece.empty:
        raise BadPatternError(f"unbalanced or empty pattern {template!r}")
    return piece


class _Reader:
    """Reads tokens from left to right; `position` is the next one."""

    def __init__(self, tokens: list[re.Match[str]], classes: Mapping[str, WordClass], template: str) -> None:
        self.tokens, self.classes, self.template = tokens, classes, template
        self.position = 0

    def choice(self) -> Compiled:
        """Sequences between bars."""
        options = [self.sequence()]
        while self._peek("|"):
            self.position += 1
            options.append(self.sequence())
        if len(options) == 1:
            return options[0]
        first = frozenset().union(*(option.first for option in options))
        regex = "(?:" + "|".join(option.regex for option in options) + ")"
        return Compiled(regex, first, any(option.empty for option in options))

    def sequence(self) -> Compiled:
        """Items up to a bar, a closing bracket or the end."""
        items: list[_Item] = []
        separator = ""
        while self.position < len(self.tokens) and self.tokens[self.position]["mark"] not in ("]", ")", "|"):
            token = self.tokens[self.position]
            if token["sep"]:
                separator = LOOSE if token["sep"] == "~" else SPACE
                self.position += 1
                continue
            items.append(_Item(self._item(token), separator))
            separator = ""
        if separator or (items and items[0].before):
            raise BadPatternError(f"white space at the edge of a group in {self.template!r}")
        return _join(items)

    def _item(self, token: re.Match[str]) -> Compiled:
        self.position += 1
        if token["word"]:
            word = token["word"].replace("\\", "")
            # Text that came through a tokeniser has a space before its commas.
            regex = " ?," if word == "," else re.escape(word)
            return Compiled(regex, frozenset({first_word(word)}), empty=False)
        if token["raw"] is not None:
            return Compiled(token["raw"], frozenset(), empty=True)
        if token["name"]:
            return self._class(token["name"], token["group"])
        inner = self.choice()
        self._close("]" if token["mark"] == "[" else ")")
        if token["mark"] == "(":
            return inner
        return Compiled(inner.regex, inner.first, empty=True)

    def _class(self, name: str, group: str | None) -> Compiled:
        try:
            found = self.classes[name]
        except KeyError:
            raise BadPatternError(f"no vocabulary list {name!r} in {self.template!r}") from None
        group = name if group is None else group
        regex = f"(?P<{group}>{found.regex})" if group else found.regex
        return Compiled(regex, found.first, empty=False)

    def _peek(self, mark: str) -> bool:
        return self.position < len(self.tokens) and self.tokens[self.position]["mark"] == mark

    def _close(self, mark: str) -> None:
        if not self._peek(mark):
            raise BadPatternError(f"missing {mark} in {self.template!r}")
        self.position += 1


def _join(items: list[_Item]) -> Compiled:
    """A sequence: the white space of a missing piece goes with it."""
    regex, first, empty, begun = "", frozenset[str](), True, False
    for index, item in enumerate(items):
        piece = item.piece
        after = items[index + 1].before if index + 1 < len(items) else ""
        if not piece.first:
            regex += piece.regex
            continue
        if empty:
            first |= piece.first
        if not piece.empty:
            regex += (item.before if begun else "") + piece.regex
            empty, begun = False, True
        elif begun:
            regex += f"(?:{item.before}{piece.regex})?"
        else:
            regex += f"(?:{piece.regex}{after})?"
    return Compiled(regex, first, empty)
