"""What can be done with a marked range of time: look closer, list its events, show nothing else."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from timeline_app.drawing.ground import lane_colour
from timeline_app.views.event_picker import Choice, EventPicker
from timeline_app.views.menus import Menu
from timeline_app.views.timeline_words import event_line, say_range

if TYPE_CHECKING:
    from timeline_app.views.timeline import TimelineView

#: A list of events holds so many; more are for the table.
MOST_IN_LIST = 500


def ids_between(view: TimelineView, first: float, last: float) -> list[str]:
    """The events shown that lie in [first, last), each once, in the order of time."""
    columns = view.arrangement.columns
    inside = np.flatnonzero((columns.anchor >= first) & (columns.anchor < last))
    ordered = inside[np.argsort(columns.anchor[inside], kind="stable")]
    return list(dict.fromkeys(str(columns.ids[number]) for number in columns.event[ordered].tolist()))


def pick_event(view: TimelineView, ids: Sequence[str], place: QPoint, *, total: int = 0) -> EventPicker:
    """Open a list of these events at a point of the screen; the one taken is chosen."""
    columns, lanes = view.arrangement.columns, view.lanes
    choices = []
    for event_id in dict.fromkeys(ids):
        row = columns.rows_of(event_id)[0]
        about = event_line(view.event_of(event_id), view.actor_names)
        if not about:
            about = say_range(float(columns.start[row]), float(columns.end[row]))
        ink = lane_colour(view.theme, lanes[int(columns.lane[row])])
        choices.append(Choice(event_id, view.title_of(event_id), about, ink))
    picker = EventPicker(choices, view.choose, view.theme, view, total=total)
    picker.open_at(place)
    return picker


def range_menu(view: TimelineView, first: float, last: float) -> QMenu:
    """The menu of a marked range; it deletes itself when it closes."""
    menu = Menu(view)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.addAction("&Zoom to Range\tF", view.fit_selection)
    only = menu.addAction("&Only This Range")
    only.triggered.connect(lambda: view.range_filter_wanted.emit(math.floor(first), math.ceil(last) - 1))
    ids = ids_between(view, first, last)
    inside = menu.addAction(f"&Events in Range ({len(ids):,})…")
    inside.setEnabled(bool(ids))
    inside.triggered.connect(lambda: pick_event(view, ids[:MOST_IN_LIST], menu.pos(), total=len(ids)))
    menu.addAction("&Name This Range…", lambda: view.era_hands.ask_for(first, last))
    menu.addSeparator()
    menu.addAction("&Clear Range\tEsc", view.clear_marked_range)
    return menu


def open_range_menu(view: TimelineView, place: QPoint) -> bool:
    """Open the menu of the marked range at a point of the screen; False where none is marked."""
    marked = view.pointer.marked
    if marked is None:
        return False
    range_menu(view, *marked).popup(place)
    return True
