"""The whole window for those who come by keys, or by a screen reader: it is walked as they do."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QComboBox, QTabWidget, QToolButton

Role = QAccessible.Role
#: What can be operated has to have a name.
CONTROLS = {
    Role.Button, Role.CheckBox, Role.RadioButton, Role.ComboBox, Role.EditableText, Role.Slider, Role.SpinBox,
    Role.List, Role.Table, Role.Chart, Role.Pane, Role.PageTab, Role.MenuItem, Role.ButtonMenu, Role.ListItem,
}  # fmt: skip


@pytest.fixture
def busy(window, event_named, qtbot):
    """The window with an event and an actor in its panes, in its real looks."""
    window.dress()
    window.resize(1280, 800)
    window.activateWindow()
    # Qt notes it when Tab is pressed for the first time.
    window.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
    window.workspace.selection.select_event(event_named("releases").id)
    window.actors.open_pane(window.panes.actors[0].actor_id)
    QApplication.processEvents()
    yield window
    QApplication.instance().setStyleSheet("")


def stops(window):
    """The widgets Tab comes to, in its order."""
    found, widget = [], window.nextInFocusChain()
    while widget is not window:
        tabbed = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        # A field of tabs hands the focus on to its bar.
        if tabbed and widget.isVisibleTo(window) and widget.isEnabled() and widget.focusProxy() is None:
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found


def test_where_the_focus_is_can_be_seen_everywhere(busy):
    unseen = []
    for widget in stops(busy):
        if widget.visibleRegion().isEmpty():
            continue
        widget.clearFocus()
        without = widget.window().grab().toImage()
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        if widget.window().grab().toImage() == without:
            unseen.append((type(widget).__name__, widget.objectName(), widget.accessibleName()))
    assert not unseen


def test_tab_goes_through_the_event_from_top_to_bottom_and_then_to_the_actor(busy):
    walked = stops(busy)
    inside = [one for one in walked if one is not busy.panes.inspector and busy.panes.inspector.isAncestorOf(one)]
    heights = [one.mapTo(busy.panes.inspector.widget(), one.rect().center()).y() for one in inside]
    # Buttons of one row stand at about the same height.
    assert all(low <= high + 8 for low, high in pairwise(heights))
    below = [one for one in walked if one is not busy.panes.actors[0] and busy.panes.actors[0].isAncestorOf(one)]
    assert walked.index(inside[-1]) < walked.index(busy.panes.actors[0]) < walked.index(below[0])
    heights = [one.mapTo(busy.panes.actors[0].widget(), one.rect().center()).y() for one in below]
    assert all(low <= high + 8 for low, high in pairwise(heights))


def test_tab_goes_through_the_window_as_the_eye_does(busy):
    panes, places = busy.panes, busy.places
    # As for an event of three passages.
    panes.reader.show_passage(panes.reader.text.passage, 2, 3)
    walked = stops(busy)
    wanted = [
        busy.toolbar.search, places.lists.tabBar(), panes.actor_list, panes.timeline.canvas, places.bottom.tabs,
        panes.reader.text, panes.inspector, panes.actors[0], busy.status.legend,
    ]  # fmt: skip
    found = [walked.index(one) for one in wanted]
    assert found == sorted(found)
    buttons = [walked.index(one) for one in panes.reader.stops if one in walked]
    assert buttons
    assert all(walked.index(places.bottom.tabs) < one < walked.index(panes.reader.text) for one in buttons)
    inside = [one for one in walked if panes.actors[0].isAncestorOf(one)]
    assert all(walked.index(one) < walked.index(busy.status.legend) for one in inside)


def things(interface, path=()):
    """All a screen reader can come to, with the names on the way."""
    if interface is None or not interface.isValid():
        return
    yield interface, path
    for place in range(min(interface.childCount(), 40)):
        child = interface.child(place)
        if child is not None and child.isValid() and not child.state().invisible:
            yield from things(child, (*path, child.text(QAccessible.Text.Name)))


def named(interface):
    if interface.text(QAccessible.Text.Name).strip():
        return True
    # On Linux a field has its value for a name, and a label beside it.
    return bool(interface.relations(QAccessible.RelationFlag.Label))


def test_all_that_can_be_operated_has_a_name_and_a_role(busy):
    nameless, roleless = [], []
    seen = set()
    for interface, path in things(QAccessible.queryAccessibleInterface(busy)):
        widget = interface.object()
        kind = type(widget).__name__
        seen.add(interface.role())
        if interface.role() in CONTROLS and not named(interface) and kind != "QAbstractButton":
            nameless.append((interface.role().name, kind, path))
        focusable = interface.state().focusable and widget is not None and not isinstance(widget, QTabWidget)
        if focusable and interface.role() in {Role.Client, Role.NoRole} and kind not in {"CanvasView"}:
            roleless.append((kind, path))
    assert {Role.Button, Role.List, Role.EditableText, Role.ComboBox, Role.Chart, Role.Pane, Role.MenuItem} <= seen
    assert not nameless
    assert not roleless


def test_fields_that_show_their_value_say_what_for(busy):
    silent = [
        one.objectName() or one.currentText()
        for one in busy.findChildren(QComboBox)
        if one.isVisible() and not one.accessibleName()
    ]
    assert not silent


def test_a_card_can_be_pressed_without_a_mouse(busy):
    told = []
    busy.panes.actors[0].actor_chosen.connect(told.append)
    for interface, _ in things(QAccessible.queryAccessibleInterface(busy.panes.actors[0])):
        if type(interface.object()).__name__ == "CompanionBar":
            actions = interface.actionInterface()
            assert actions.actionNames()[0] == "Press"
            actions.doAction("Press")
    assert told


def test_buttons_without_words_have_names(busy):
    assert all(one.accessibleName() or one.text() for one in busy.findChildren(QToolButton) if one.isVisible())
