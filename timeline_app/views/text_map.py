r"""Where a character of an article stands in Qt's text document.

Offsets of the model count characters of the article's own text. Qt counts UTF-16 units (a character beyond the basic
plane counts twice) and makes one paragraph end of "\r\n". Everything else is one to one.
"""

from __future__ import annotations

import re
from bisect import bisect_right

_SPECIAL = re.compile("\r\n|[\U00010000-\U0010ffff]")
#: Characters that Qt takes as marks of its own; each is shown as one other character.
_REPLACED = {ord("\r"): "\n", 0xFDD0: "�", 0xFDD1: "�", 0xFFFC: "�", 0x00: "�", 0xFFFE: "-"}


class TextMap:
    """The stretch [start, end) of a text as Qt shows it, and the way from offsets to positions and back."""

    def __init__(self, text: str, start: int = 0, end: int | None = None) -> None:
        self.start = start
        self.end = len(text) if end is None else end
        stretch = text[self.start : self.end]
        self.shown = stretch.replace("\r\n", "\n").translate(_REPLACED)
        self._offsets = [0]
        self._positions = [0]
        shift = 0
        for found in _SPECIAL.finditer(stretch):
            # "\r\n" becomes one unit of two characters, an astral character two units of one.
            shift += -1 if found.group() == "\r\n" else 1
            self._offsets.append(found.end())
            self._positions.append(found.end() + shift)

    def holds(self, start: int, end: int) -> bool:
        """Whether the characters [start, end) are all shown."""
        return self.start <= start and end <= self.end

    def position(self, offset: int) -> int:
        """Qt's position of a character of the article; outside the stretch, the nearest end."""
        inside = min(max(offset, self.start), self.end) - self.start
        index = bisect_right(self._offsets, inside) - 1
        return self._positions[index] + inside - self._offsets[index]

    def offset(self, position: int) -> int:
        """The character of the article at a position of Qt."""
        index = bisect_right(self._positions, position) - 1
        inside = self._offsets[index] + position - self._positions[index]
        if index + 1 < len(self._offsets):
            # Between the two units of one character: its beginning.
            inside = min(inside, self._offsets[index + 1] - 1)
        return min(self.start + max(0, inside), self.end)
