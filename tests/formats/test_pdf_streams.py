from __future__ import annotations

import zlib
from functools import cache

import pytest

from tests.formats import builders
from timeline_app.formats import CannotRead, Fault, read_bytes
from timeline_app.formats.pdf_streams import refuse_bomb, unpacked_size

MEGABYTE = 1 << 20


@cache
def packed(megabytes: int, times: int = 1) -> bytes:
    packer = zlib.compressobj(1)
    data = b"".join(packer.compress(b" " * MEGABYTE) for _ in range(megabytes)) + packer.flush()
    return data if times == 1 else zlib.compress(data, 9)


def page_of(stream: bytes, filters: bytes) -> bytes:
    return builders.pdf_file([
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 500 500] /Contents 4 0 R >>",
        b"<< /Length %d /Filter %s >> stream\n" % (len(stream), filters) + stream + b"\nendstream",
    ])  # fmt: skip


@pytest.mark.parametrize(
    ("stream", "filters"),
    [(packed(80), b"/FlateDecode"), (packed(80, 2), b"[/FlateDecode /FlateDecode]"), (packed(80), b"[/Fl]")],
)
def test_bombs_are_left_closed(stream, filters):
    with pytest.raises(CannotRead) as caught:
        read_bytes("a.pdf", page_of(stream, filters))
    assert caught.value.code is Fault.BOMB


def test_large_pictures_are_no_bombs():
    refuse_bomb(page_of(packed(80), b"/FlateDecode /Subtype /Image"), "a.pdf")


def test_ordinary_streams_pass():
    refuse_bomb(page_of(zlib.compress(b"BT ET" * 1000), b"/FlateDecode"), "a.pdf")
    refuse_bomb(builders.pdf(), "a.pdf")
    refuse_bomb(page_of(b"not packed at all", b"/FlateDecode"), "a.pdf")


def test_counting_stops_at_the_limit():
    assert unpacked_size(zlib.compress(b"a" * 5000), 0, 1, 10_000) == 5000
    assert MEGABYTE <= unpacked_size(packed(80), 0, 1, MEGABYTE) <= 3 * MEGABYTE
    assert unpacked_size(packed(80, 2), 0, 2, MEGABYTE) <= 4 * MEGABYTE
    assert unpacked_size(b"", 0, 1, 10) == 0
