"""PDFs that unpack to far more than pages of text can be, found before PDFium unpacks them."""

from __future__ import annotations

import re
import zlib

from timeline_app.formats.errors import bomb
from timeline_app.formats.limits import MAX_PDF_STREAMS, MAX_UNPACKED_PART, MAX_UNPACKED_TOTAL

_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_PACKED = re.compile(rb"/(?:FlateDecode|Fl)\b")
_PICTURE = re.compile(rb"/Subtype\s*/Image")
#: A stream's dictionary stands right before it; longer ones are those of pictures and fonts.
_DICTIONARY = 600
_STEP = 1 << 20


def refuse_bomb(data: bytes, name: str) -> None:
    """Raises `CannotRead` when a packed stream that is no picture, or all of them together, unpack beyond the limits.

    Pictures are left out: PDFium unpacks them only to draw them, and blank ones pack as well as any bomb.
    """
    total = 0
    for number, match in enumerate(_STREAM.finditer(data)):
        if number > MAX_PDF_STREAMS:
            raise bomb(name)
        head = data[max(0, match.start() - _DICTIONARY) : match.start()]
        head = head[head.rfind(b"obj") + 3 :]
        times = len(_PACKED.findall(head))
        if times == 0 or _PICTURE.search(head):
            continue
        size = unpacked_size(data, match.end(), times, MAX_UNPACKED_PART)
        total += size
        if size > MAX_UNPACKED_PART or total > MAX_UNPACKED_TOTAL // 4:
            raise bomb(name)


def unpacked_size(data: bytes, start: int, times: int, limit: int) -> int:
    """Bytes a stream at `start`, packed `times` times over, unpacks to; counting stops just above `limit`."""
    unpackers = [zlib.decompressobj() for _ in range(min(times, 3))]
    # A packed stream is at most a thousandth of what it unpacks to, so this much is enough to reach the limit.
    view = memoryview(data)[start : start + limit]
    size = 0
    try:
        for at in range(0, len(view), 1 << 16):
            size += _feed(unpackers, bytes(view[at : at + (1 << 16)]), limit - size)
            if size > limit or unpackers[0].eof:
                break
    except zlib.error:
        return size
    return size


def _feed(unpackers: list[zlib._Decompress], packed: bytes, room: int) -> int:
    """Passes bytes through all unpackers in small steps, so that no step holds more than a few megabytes."""
    first, rest = unpackers[0], unpackers[1:]
    size = 0
    while True:
        piece = first.decompress(packed, _STEP)
        size += _feed(rest, piece, room - size) if rest and piece else len(piece)
        packed = first.unconsumed_tail
        if not packed or first.eof or size > room:
            return size
