"""The keys of the timeline while it has the focus, in one table that help can show."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

K = Qt.Key


class KeyBinding(NamedTuple):
    """Keys, how they are named to the user, what they do in words, and the method of TimelineView that does it."""

    keys: tuple[Qt.Key, ...]
    shown: str
    words: str
    method: str
    shift: bool = False


KEYS = (
    KeyBinding((K.Key_W, K.Key_Plus, K.Key_Equal), "W", "Zoom in", "zoom_in"),
    KeyBinding((K.Key_S, K.Key_Minus), "S", "Zoom out", "zoom_out"),
    KeyBinding((K.Key_A,), "A", "Earlier", "pan_earlier"),
    KeyBinding((K.Key_D,), "D", "Later", "pan_later"),
    KeyBinding((K.Key_Left, K.Key_Comma), "← or ,", "Previous event in the lane", "select_previous"),
    KeyBinding((K.Key_Right, K.Key_Period), "→ or .", "Next event in the lane", "select_next"),
    KeyBinding((K.Key_Up,), "↑", "Lane above", "select_above"),
    KeyBinding((K.Key_Down,), "↓", "Lane below", "select_below"),
    KeyBinding((K.Key_PageUp,), "Page Up", "Scroll lanes up", "page_up"),
    KeyBinding((K.Key_PageDown,), "Page Down", "Scroll lanes down", "page_down"),
    KeyBinding((K.Key_F,), "F", "Fit selection", "fit_selection"),
    KeyBinding((K.Key_0,), "0", "Fit everything", "fit"),
    KeyBinding((K.Key_Home,), "Home", "First event", "go_to_first"),
    KeyBinding((K.Key_End,), "End", "Last event", "go_to_last"),
    KeyBinding((K.Key_Up,), "Shift+↑", "Move lane up", "move_lane_up", shift=True),
    KeyBinding((K.Key_Down,), "Shift+↓", "Move lane down", "move_lane_down", shift=True),
    KeyBinding((K.Key_P,), "P", "Keep lane at top", "keep_lane_at_top"),
    KeyBinding((K.Key_C,), "C", "Collapse lane", "collapse_lane"),
    KeyBinding((K.Key_H,), "H", "Hide lane", "hide_lane"),
    KeyBinding((K.Key_H,), "Shift+H", "Show all lanes", "show_all_lanes", shift=True),
    KeyBinding((K.Key_Return, K.Key_Enter), "Enter", "Open the passage", "activate_selected"),
    KeyBinding((K.Key_Escape,), "Esc", "Clear range or selection", "escape"),
)
_METHODS = {(key, binding.shift): binding.method for binding in KEYS for key in binding.keys}
_PLAIN = Qt.KeyboardModifier.NoModifier | Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier


def method_of(qevent: QKeyEvent) -> str:
    """The method a key press stands for, "" for none; keys with Ctrl, Alt or Meta belong to the window."""
    if qevent.modifiers() & ~_PLAIN:
        return ""
    key, shift = Qt.Key(qevent.key()), bool(qevent.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    # Shift means something else for few keys only; a plus needs it on many keyboards.
    return _METHODS.get((key, shift)) or _METHODS.get((key, False), "")
