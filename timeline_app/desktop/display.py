"""Whether a window can be shown: Qt aborts the process where it cannot, as if the program had crashed."""

from __future__ import annotations

import ctypes
import os
import sys

#: Speaks to a screen of X; it is where Qt's own part for X is.
X_LIBRARY = "libxcb.so.1"

NONE = (
    "Dateline needs a display to open its window. "
    "Without one, “dateline render FILES -o timeline.pdf” draws the timeline into a file."
)
NOT_REACHED = (
    "Dateline cannot reach the display “{name}” to open its window there: it is not there, or another person's. "
    "Without one, “dateline render FILES -o timeline.pdf” draws the timeline into a file."
)


def why_none() -> str:
    """The sentence that says why no window can be shown; nothing where one can."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM") or os.environ.get("WAYLAND_DISPLAY"):
        return ""
    name = os.environ.get("DISPLAY", "")
    if not name:
        return NONE
    return "" if _answers(name) else NOT_REACHED.format(name=name)


def _answers(name: str) -> bool:
    """Whether a screen of X lets us in. Where that cannot be asked, Qt is to find out."""
    try:
        xcb = ctypes.CDLL(X_LIBRARY)
    except OSError:
        return True
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    # It is kept: a virtual screen that loses its last program starts anew, and Qt would find nothing meanwhile.
    return bool(xcb.xcb_connection_has_error(xcb.xcb_connect(name.encode(), None)) == 0)
