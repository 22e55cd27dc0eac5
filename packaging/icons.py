"""Draws the application's icon from its one SVG in all sizes, as each system wants them.

    python packaging/icons.py FOLDER

writes dateline-<size>.png, dateline.ico (Windows) and dateline.icns (macOS) into the folder.
"""

from __future__ import annotations

import os
import struct
import sys
from collections.abc import Mapping
from pathlib import Path

SVG = Path(__file__).resolve().parent.parent / "resources" / "icons" / "dateline.svg"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512, 1024)
ICO_SIZES = (16, 24, 32, 48, 64, 256)
#: Apple's names of the sizes; those after the first four are for screens with two pixels for one.
ICNS_TYPES = {
    b"ic07": 128, b"ic08": 256, b"ic09": 512, b"ic10": 1024, b"ic11": 32, b"ic12": 64, b"ic13": 256, b"ic14": 512,
}  # fmt: skip


def draw(size: int) -> bytes:
    """The icon as PNG, `size` pixels wide and high."""
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(SVG)).render(painter)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return data.data()


def ico(pictures: Mapping[int, bytes]) -> bytes:
    """Pictures (PNG by size) as one Windows icon."""
    entries, offset = b"", 6 + 16 * len(pictures)
    for size, png in sorted(pictures.items()):
        # In a byte, 256 is written as 0.
        entries += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(png), offset)
        offset += len(png)
    return struct.pack("<HHH", 0, 1, len(pictures)) + entries + b"".join(png for _, png in sorted(pictures.items()))


def icns(pictures: Mapping[bytes, bytes]) -> bytes:
    """Pictures (PNG by Apple's name of the size) as one macOS icon."""
    blocks = b"".join(name + struct.pack(">I", len(png) + 8) + png for name, png in pictures.items())
    return b"icns" + struct.pack(">I", len(blocks) + 8) + blocks


def write(folder: Path) -> None:
    """Draw everything into a folder, made if missing."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    folder.mkdir(parents=True, exist_ok=True)
    drawn = {size: draw(size) for size in SIZES}
    for size, png in drawn.items():
        (folder / f"dateline-{size}.png").write_bytes(png)
    (folder / "dateline.ico").write_bytes(ico({size: drawn[size] for size in ICO_SIZES}))
    (folder / "dateline.icns").write_bytes(icns({name: drawn[size] for name, size in ICNS_TYPES.items()}))


if __name__ == "__main__":
    write(Path(sys.argv[1]))
