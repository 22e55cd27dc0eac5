"""Whether the desktop wants things to move: each kind of desktop keeps that wish in a place of its own."""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QStyle

#: Where desktops for Linux keep it: namespace, key, and whether a value asks for stillness.
_PORTAL = (
    ("org.freedesktop.appearance", "reduced-motion", lambda value: value == 1),
    ("org.gnome.desktop.interface", "enable-animations", lambda value: value is False),
    ("org.kde.kdeglobals.KDE", "AnimationDurationFactor", lambda value: str(value) in {"0", "0.0"}),
)
_SERVICE, _PLACE = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop"
#: Milliseconds until a settings service that does not answer is given up.
PATIENCE = 200


def desktop_moves() -> bool:
    """Whether the desktop lets things move; where it does not say, they may."""
    style = QApplication.style() if isinstance(QApplication.instance(), QApplication) else None
    if style is not None and style.styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) <= 0:
        return False
    if sys.platform == "win32":
        return not _windows_is_still()
    if sys.platform == "darwin":
        return not _mac_is_still()
    return not _portal_is_still()


def _portal_is_still(ask: Callable[[str, str], object] | None = None) -> bool:
    """What the desktop portal says, on Linux and its like; `ask` as `_ask_portal`."""
    for namespace, key, asks_for_stillness in _PORTAL:
        try:
            if asks_for_stillness((ask or _ask_portal)(namespace, key)):
                return True
        except LookupError:
            continue
        except ConnectionError:
            return False
    return False


def _ask_portal(namespace: str, key: str) -> object:
    """A setting from the session bus. Raises LookupError for one it does not have, ConnectionError without a portal."""
    try:
        from PySide6.QtDBus import QDBusConnection, QDBusMessage
    except ImportError as error:
        raise ConnectionError("this Qt has no bus") from error
    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        raise ConnectionError("there is no session bus")
    question = QDBusMessage.createMethodCall(_SERVICE, _PLACE, f"{_SERVICE.rpartition('.')[0]}.Settings", "Read")
    question.setArguments([namespace, key])
    answer = bus.call(question, timeout=PATIENCE)
    if answer.type() == QDBusMessage.MessageType.ReplyMessage:
        return _plain(answer.arguments()[0])
    # The bus itself complains where nobody serves or answers; the portal where it lacks a key.
    if answer.errorName().startswith("org.freedesktop.DBus."):
        raise ConnectionError(answer.errorMessage())
    raise LookupError(key)


def _plain(value: object) -> object:
    """A value out of the variants the bus wraps it in."""
    while hasattr(value, "variant"):
        value = value.variant()
    return value


def _windows_is_still() -> bool:
    """Whether Windows was asked to show no animations in windows."""
    import ctypes

    shown = ctypes.c_int(1)
    get_client_area_animation = 0x1042
    library = getattr(ctypes, "windll", None)
    if library is None or not library.user32.SystemParametersInfoW(
        get_client_area_animation, 0, ctypes.byref(shown), 0
    ):
        return False
    return not shown.value


def _mac_is_still() -> bool:
    """Whether macOS was asked to reduce motion."""
    kept = QSettings("apple.com", "universalaccess").value("reduceMotion", False)
    return str(kept).lower() in {"1", "true"}
