"""Another program with files to drag: a small window at the right edge of the screen. Arguments: x, y, files."""

from __future__ import annotations

import sys

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QApplication, QLabel


class Files(QLabel):
    def __init__(self, files):
        super().__init__("\n".join(files))
        self._files = files

    def mouseMoveEvent(self, qevent):  # noqa: N802
        if qevent.buttons() & Qt.MouseButton.LeftButton:
            drag = QDrag(self)
            data = QMimeData()
            data.setUrls([QUrl.fromLocalFile(name) for name in self._files])
            drag.setMimeData(data)
            done = drag.exec(Qt.DropAction.CopyAction)
            print(done.name, flush=True)


def main():
    app = QApplication(sys.argv[:1])
    window = Files(sys.argv[3:])
    window.setGeometry(int(sys.argv[1]), int(sys.argv[2]), 200, 120)
    window.show()
    print("ready", flush=True)
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
