"""Pieces of a title: words with shorter forms, put together as far as there is room."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

#: Characters that an embedded clause is tried in, the longest first.
ROOMS = (70, 52, 36, 24)
LAST = 1_000_000


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stand at token `at`, longest form first; `rank` 0 is needed, the higher the sooner it goes."""

    at: int
    forms: tuple[str, ...]
    rank: int = 0


def filled(pieces: Iterable[Piece], room: int, welcome: int | None = None) -> str:
    """The pieces in the order of the text: all that are needed, then the welcome ones as long as room remains.

    Nothing goes in the middle: a piece stands in one of its forms or not at all. What is not needed goes no further
    than `welcome` characters.
    """
    ordered = sorted((piece for piece in pieces if piece.forms), key=lambda piece: piece.at)
    chosen: dict[int, str] = {n: piece.forms[-1] for n, piece in enumerate(ordered) if piece.rank == 0}
    by_rank = sorted(range(len(ordered)), key=lambda n: (ordered[n].rank, ordered[n].at))
    for n in by_rank:
        piece = ordered[n]
        limit = room if piece.rank <= 1 or welcome is None else min(room, welcome)
        others = sum(len(text) + 1 for k, text in chosen.items() if k != n)
        form = next((form for form in piece.forms if others + len(form) <= limit), None)
        if form and (piece.rank == 0 or form.lower() not in " ".join(chosen.values()).lower()):
            chosen[n] = form
    return " ".join(chosen[n] for n in sorted(chosen))


def tried(pieces: Sequence[Piece]) -> list[str]:
    """The pieces put together for more and less room, longest first; nothing where a needed one has no words."""
    if any(piece.rank == 0 and not any(piece.forms) for piece in pieces):
        return []
    return list(dict.fromkeys(text for room in ROOMS if (text := filled(pieces, room))))
