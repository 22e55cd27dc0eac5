"""What can be done with a marked range of time: look closer, list its events, show nothing else."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from timeline_app.views.timeline import TimelineView

#: A list of events in a menu shows so many.
MOST_IN_LIST = 24


def ids_between(view: TimelineView, first: float, last: float) -> list[str]:
    """The events shown that lie in [first, last), each once, in the order of time."""
    columns = view.arrangement.columns
    inside = np.flatnonzero((columns.anchor >= first) & (columns.anchor < last))
    ordered = inside[np.argsort(columns.anchor[inside], kind="stable")]
    return list(dict.fromkeys(str(columns.ids[number]) for number in columns.event[ordered].tolist()))


def fill_with_events(menu: QMenu, view: TimelineView, ids: list[str]) -> None:
    """An entry for each of these events, which chooses it; the last says how many there are besides."""
    for event_id in ids[:MOST_IN_LIST]:
        action = menu.addAction(view.title_of(event_id).replace("&", "&&"))
        action.triggered.connect(lambda _checked=False, chosen=event_id: view.choose(chosen))
    if len(ids) > MOST_IN_LIST:
        menu.addAction(f"and {len(ids) - MOST_IN_LIST:,} more").setEnabled(False)


def range_menu(view: TimelineView, first: float, last: float) -> QMenu:
    """The menu of a marked range; it deletes itself when it closes."""
    menu = QMenu(view)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.addAction("&Zoom to Range\tF", view.fit_selection)
    only = menu.addAction("&Only This Range")
    only.triggered.connect(lambda: view.range_filter_wanted.emit(math.floor(first), math.ceil(last) - 1))
    ids = ids_between(view, first, last)
    inside = menu.addMenu(f"&Events in Range ({len(ids):,})")
    inside.setEnabled(bool(ids))
    fill_with_events(inside, view, ids)
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
