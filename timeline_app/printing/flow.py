"""Paragraphs onto pages, in plain numbers: where each line goes, and what stays together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

#: A paragraph is broken only where at least so many of its lines stand on both pages.
LEAST_LINES = 2


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph by the heights of its lines. `gap` is the space before it, left out at the top of a page.

    `with_next` keeps its end on the page of the next block's beginning, as a heading wants it.
    """

    lines: tuple[float, ...]
    gap: float = 0.0
    with_next: bool = False

    @property
    def height(self) -> float:
        """The height of all its lines."""
        return sum(self.lines)


@dataclass(frozen=True, slots=True)
class Piece:
    """Lines [first, last) of block number `block`, on page `page` (from 0), with their top at `y`."""

    block: int
    page: int
    first: int
    last: int
    y: float


def flow(blocks: Sequence[Block], height: float, start: float = 0.0) -> list[Piece]:
    """Where the blocks go on pages of one height, the first of them from `start` down; in the order of the blocks.

    A line that is higher than a page stands alone on one. Nothing is ever left out.
    """
    pieces: list[Piece] = []
    page, y = 0, start
    for group in _groups(blocks):
        fresh = y <= 0
        if not fresh and _group_need(blocks, group) > height - y:
            page, y = page + 1, 0.0
        for index in group:
            page, y = _place(blocks[index], index, page, y, height, pieces)
    return pieces


def _groups(blocks: Sequence[Block]) -> list[range]:
    """Runs of blocks in which each but the last wants to stay with the next."""
    groups, begin = [], 0
    for index, block in enumerate(blocks):
        if not block.with_next:
            groups.append(range(begin, index + 1))
            begin = index + 1
    if begin < len(blocks):
        groups.append(range(begin, len(blocks)))
    return groups


def _group_need(blocks: Sequence[Block], group: range) -> float:
    """The least room under which a group is begun on a page: all before its last block, and that one's first lines."""
    need = sum(blocks[index].gap + blocks[index].height for index in group[:-1])
    last = blocks[group[-1]]
    return need + last.gap + sum(last.lines[: _head(len(last.lines))])


def _head(count: int) -> int:
    """How many lines must stand together at the beginning of a block of so many lines."""
    return count if count < 2 * LEAST_LINES else LEAST_LINES


def _place(block: Block, index: int, page: int, y: float, height: float, pieces: list[Piece]) -> tuple[int, float]:
    """Place one block from page and y on; the page and y behind it."""
    first, count = 0, len(block.lines)
    y += block.gap if y > 0 else 0.0
    while first < count:
        fitting = _fitting(block.lines, first, height - y)
        if fitting == first and y <= 0:
            fitting = first + 1
        if fitting > first:
            pieces.append(Piece(index, page, first, fitting, y))
            y += sum(block.lines[first:fitting])
            first = fitting
        if first < count:
            page, y = page + 1, 0.0
    return page, y


def _fitting(lines: Sequence[float], first: int, room: float) -> int:
    """Up to which line (excluded) the rest of a block goes into the room left, without a lonely line on either side."""
    last, used = first, 0.0
    while last < len(lines) and used + lines[last] <= room + 1e-6:
        used += lines[last]
        last += 1
    if last == len(lines):
        return last
    last = min(last, len(lines) - LEAST_LINES)
    return last if last - first >= LEAST_LINES and len(lines) >= 2 * LEAST_LINES else first
